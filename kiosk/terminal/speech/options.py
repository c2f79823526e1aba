"""How a terminal speaks: plain values handed in by the composition root."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.settings import SpeechKind


@dataclass(frozen=True, slots=True)
class SpeechOptions:
    """`device` is the description or the id of a sound output; empty is the system's own choice.

    With a device named nothing sounds anywhere else: a visitor with headphones must not be heard by the whole lobby.
    `is_headset` is the installer's word that only one person hears that device; a name alone does not tell.
    `volume` is in percent as people hear it, `words_per_minute` is 80 to 450.
    """

    kind: SpeechKind = SpeechKind.OFF
    device: str = ""
    words_per_minute: int = 150
    volume: int = 70
    is_headset: bool = False

    @property
    def is_private(self) -> bool:
        """Whether only one person hears what is said, so that speech may begin unasked."""
        return self.kind is not SpeechKind.OFF and self.device != "" and self.is_headset
