"""A PulseAudio of our own with pretended outputs, and a recorder of what sounds on each."""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import tempfile
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

RATE = 22_050
AUDIBLE = 300.0
"""Loudness from which on nobody takes it for silence."""
_PATIENCE = 10.0
_PULSEAUDIO, _PACTL, _PAREC = (shutil.which(name) or name for name in ("pulseaudio", "pactl", "parec"))


class SoundServer:
    """Start and end it as often as you like; it always answers at `address`."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "pulse.sock"
        self.environment = {
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_SERVER": f"unix:{self._socket}",
            "HOME": str(folder),
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns when it answers."""
        self._socket.unlink(missing_ok=True)
        options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"]
        modules = [
            *(f"module-null-sink sink_name={name} sink_properties=device.description={name}" for name in ("A", "B")),
            # As desktops have it: it moves sound from an output that goes to another one.
            "module-rescue-streams",
            f"module-native-protocol-unix socket={self._socket} auth-anonymous=1",
        ]
        loading = [word for module in modules for word in ("-L", module)]
        self._process = subprocess.Popen(
            [_PULSEAUDIO, *options, *loading], env={**os.environ, **self.environment}, stderr=subprocess.DEVNULL
        )
        end = time.monotonic() + _PATIENCE
        while subprocess.run([_PACTL, "info"], env=self._all(), capture_output=True, check=False).returncode:
            assert time.monotonic() < end, "PulseAudio does not start"

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def plug(self, name: str) -> str:
        """A new output appears; gives what `unplug` wants."""
        module = ["load-module", "module-null-sink", f"sink_name={name}", f"sink_properties=device.description={name}"]
        ran = subprocess.run([_PACTL, *module], env=self._all(), check=True, capture_output=True, text=True)
        return ran.stdout.strip()

    def unplug(self, module: str) -> None:
        subprocess.run([_PACTL, "unload-module", module], env=self._all(), check=True)

    @contextmanager
    def record(self, *names: str) -> Iterator[list[Recording]]:
        """What sounds on these outputs from now on to the end of the block."""
        recordings = [Recording(name, self._all()) for name in names]
        try:
            for recording in recordings:
                recording.wait_for_first_sample()
            yield recordings
        finally:
            for recording in recordings:
                recording.end()

    def _all(self) -> dict[str, str]:
        return {**os.environ, **self.environment}


class Recording:
    """Samples of one output, growing in real time."""

    def __init__(self, name: str, environment: dict[str, str]) -> None:
        descriptor, name_of_file = tempfile.mkstemp(prefix="okienko-")
        self._file = Path(name_of_file)
        self._whole = b""
        arguments = [f"--device={name}.monitor", "--raw", "--format=s16le", f"--rate={RATE}", "--channels=1"]
        self._process = subprocess.Popen(
            [_PAREC, *arguments, "--latency-msec=5"], env=environment, stdout=descriptor, stderr=subprocess.DEVNULL
        )
        os.close(descriptor)

    def wait_for_first_sample(self) -> None:
        end = time.monotonic() + _PATIENCE
        while not self.length:
            assert time.monotonic() < end, "nothing is recorded"

    @property
    def length(self) -> int:
        """In samples."""
        return self._file.stat().st_size // 2

    def samples(self, start: int = 0, end: int | None = None) -> array[int]:
        content = self._whole or self._file.read_bytes()
        return array("h", content[: len(content) // 2 * 2])[start:end]

    def loudness(self, start: int = 0, end: int | None = None) -> float:
        """Root of the mean square; 0 is digital silence."""
        samples = self.samples(start, end)
        return math.sqrt(sum(sample * sample for sample in samples) / max(1, len(samples)))

    def end(self) -> None:
        """Not repeatable; the samples stay."""
        self._process.terminate()
        self._process.wait()
        self._whole = self._file.read_bytes()
        self._file.unlink()
