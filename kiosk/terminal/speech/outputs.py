"""The sound outputs of this machine, as Qt sees them. Loads QtMultimedia: import it in a process for sound only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtMultimedia import QAudioDevice, QMediaDevices


def device_name(device: QAudioDevice) -> str:
    """What an operator knows a device by."""
    return device.description() or _device_id(device)


def outputs() -> list[QAudioDevice]:
    """Every output there is now. The first call asks the sound server, and takes some 70 ms."""
    return QMediaDevices.audioOutputs()


def find_output(wanted: str) -> QAudioDevice | None:
    """The output with this id or description, or the system's own choice if none is wanted; None if it is not there."""
    if wanted:
        return _named(wanted, outputs())
    device = QMediaDevices.defaultAudioOutput()
    return None if device.isNull() else device


def missing_output(wanted: str) -> str:
    """One sentence for the operator: why there is nothing to sound on."""
    names = ", ".join(f"'{device_name(each)}'" for each in outputs())
    if not names:
        return "there is no sound output: no device, or no sound server"
    return f"the sound output '{wanted}' is not connected; connected: {names}"


def _named(wanted: str, devices: Sequence[QAudioDevice]) -> QAudioDevice | None:
    for device in devices:
        if _device_id(device) == wanted:
            return device
    folded = wanted.casefold()
    return next((device for device in devices if device.description().casefold() == folded), None)


def _device_id(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")
