"""Plays clips on the chosen sound output, and on no other. Importing this loads QtMultimedia."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, QTimer, Slot
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from kiosk.terminal.speech.clip import Clip
from kiosk.terminal.speech.outputs import find_output, missing_output, outputs
from kiosk.terminal.speech.removals import Removals
from kiosk.terminal.speech.voice import DeviceChanged, Trouble

_FORMATS = {
    1: QAudioFormat.SampleFormat.UInt8,
    2: QAudioFormat.SampleFormat.Int16,
    4: QAudioFormat.SampleFormat.Int32,
}
_LOOK = 250
"""Milliseconds between two looks at the progress of the sound."""
_STALLED_LOOKS = 12
"""A sleeping amplifier may take a second or two to wake; after three, the sound server is gone."""
_TAIL = 0.06
"""Seconds of silence after a clip: a sink falls idle a little before its last sample is heard."""

Ended = Callable[[Trouble | None], None]


class SinkPlayer(QObject):
    """Plays one clip at a time on the output named `wanted`, or the system's own choice if it is empty."""

    def __init__(self, wanted: str, volume: int) -> None:
        super().__init__()
        self._wanted = wanted
        self._volume = volume
        self._sink: QAudioSink | None = None
        self._ended: Ended = _nobody
        self._device_changed: DeviceChanged = _nobody
        self._was_present: bool | None = None
        self._progress = (-1, 0)
        self._looks = QTimer(self, interval=_LOOK)
        self._looks.timeout.connect(self._look_at_progress)
        self._removal: Trouble | None = None
        self._removals = Removals()
        self._removals.removed.connect(self._lose_output, Qt.ConnectionType.QueuedConnection)
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._look_at_devices)

    def watch(self, device_changed: DeviceChanged) -> None:
        """Tell whether the output is there, now and at every change."""
        self._device_changed = device_changed
        self._was_present = None
        self._look_at_devices()

    def trouble(self) -> Trouble | None:
        """Why nothing could be played now."""
        if self._removal or find_output(self._wanted) is not None:
            return self._removal
        # Qt asks for the sound server once in the life of a process: where it has found nothing, a new one may.
        return Trouble(missing_output(self._wanted), is_deaf=not outputs())

    def play(self, clip: Clip, ended: Ended) -> None:
        """Stop what sounds, play `clip`, then call `ended` with what went wrong, or None."""
        self.stop()
        device = find_output(self._wanted)
        trouble = self.trouble()
        if device is None or trouble:
            QTimer.singleShot(0, lambda: ended(trouble))
            return
        form = QAudioFormat()
        form.setSampleRate(clip.rate)
        form.setChannelCount(clip.channels)
        form.setSampleFormat(_FORMATS[clip.width])
        sink = self._sink = QAudioSink(device, form, self)
        self._ended = ended
        self._progress = (-1, 0)
        sink.setVolume(_linear(self._volume))
        sink.stateChanged.connect(self._look_at_state)
        source = QBuffer(sink)
        source.setData(QByteArray(clip.samples + form.bytesForDuration(int(_TAIL * 1e6)) * _quiet(clip)))
        source.open(QIODevice.OpenModeFlag.ReadOnly)
        sink.start(source)
        self._looks.start()

    def stop(self) -> None:
        """Stop at once what sounds; its `ended` is never called."""
        sink, self._sink = self._sink, None
        self._ended = _nobody
        self._looks.stop()
        if sink is not None:
            sink.stateChanged.disconnect(self._look_at_state)
            sink.reset()
            sink.deleteLater()

    def set_volume(self, percent: int) -> None:
        self._volume = percent
        if self._sink is not None:
            self._sink.setVolume(_linear(percent))

    def close(self) -> None:
        """Fall silent and let go of the sound server."""
        self.stop()
        self._removals.close()

    # WORKAROUND: PySide6 6.11.3 cannot convert the signal's QAudio::State; a decorated slot may do without.
    @Slot()
    def _look_at_state(self) -> None:
        if self._sink is None:
            return
        if self._sink.state() == QtAudio.State.IdleState:
            self._end(None)
        elif self._sink.state() == QtAudio.State.StoppedState:
            self._end(Trouble(f"the sound output failed: {self._sink.error().name}", is_deaf=True))

    @Slot()
    def _look_at_progress(self) -> None:
        """A sink whose sound server has gone says that it plays, for ever."""
        if self._sink is None:
            return
        played, times = self._progress
        now = self._sink.processedUSecs()
        self._progress = (now, times + 1 if now == played else 0)
        if self._progress[1] >= _STALLED_LOOKS:
            self._end(Trouble("the sound server no longer plays", is_deaf=True))

    @Slot()
    def _look_at_devices(self) -> None:
        trouble = self.trouble()
        if trouble and self._sink is not None:
            self._end(trouble)
        if (trouble is None) != self._was_present:
            self._was_present = trouble is None
            self._device_changed(trouble)

    @Slot()
    def _lose_output(self) -> None:
        """Ours or another: what Qt knows of the outputs is wrong from now on, and only a new process knows better."""
        self._removal = Trouble("a sound output went away", is_deaf=True)
        # Also where ours was away before: this process would not see it come.
        self._was_present = None
        self._look_at_devices()

    def _end(self, trouble: Trouble | None) -> None:
        ended = self._ended
        self.stop()
        ended(trouble)


def _linear(percent: int) -> float:
    scale = QtAudio.VolumeScale
    return QtAudio.convertVolume(percent / 100, scale.LogarithmicVolumeScale, scale.LinearVolumeScale)


def _quiet(clip: Clip) -> bytes:
    return b"\x80" if clip.width == 1 else b"\0"


def _nobody(_trouble: Trouble | None) -> None:
    pass
