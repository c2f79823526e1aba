"""What a sound, a film or a picture must begin with to be what its name says."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping

from kiosk.content.drawing import drawing_fault
from kiosk.content.media import MediaFile

Words = tuple[str, str]
"""What is wrong, and what is allowed."""

_PCM, _EXTENSIBLE = 1, 0xFFFE
_PCM_GUID = bytes.fromhex("0100000000001000800000aa00389b71")
"""The sub-format of WAVE_FORMAT_EXTENSIBLE that is PCM again (Microsoft, ksmedia.h)."""
_RATES = range(8_000, 96_001)
_WIDEST_PICTURE = 4096

_WAV = "a WAV file with PCM sound, one or two channels, 8 to 96 kHz"
_PNG = f"a PNG picture of at most {_WIDEST_PICTURE} by {_WIDEST_PICTURE} pixels"


def content_fault(suffix: str, file: MediaFile) -> Words | None:
    """What is wrong with the bytes of a file with this ending, or None. Judges by the beginning, decodes nothing."""
    return _KINDS[suffix](file)


def _sound(file: MediaFile) -> Words | None:
    head = file.head
    if head[:4] != b"RIFF" or head[8:12] != b"WAVE":
        return "this is not a WAV file", _WAV
    if 8 + _number("<I", head, 4) > file.size:
        return "the sound is cut short", "the whole file, copied or saved once more"
    at = 12
    while at + 8 <= len(head):
        name, length = head[at : at + 4], _number("<I", head, at + 4)
        if name == b"fmt ":
            return None if _is_pcm(head[at + 8 : at + 8 + length]) else ("the sound is not plain PCM", _WAV)
        at += 8 + length + length % 2
    return "the WAV file does not say what sound it holds", _WAV


def _is_pcm(form: bytes) -> bool:
    if len(form) < 16:
        return False
    tag, channels, rate, _, _, bits = struct.unpack("<HHIIHH", form[:16])
    plain = tag == _PCM or (tag == _EXTENSIBLE and form[24:40] == _PCM_GUID)
    return plain and channels in (1, 2) and rate in _RATES and bits in (8, 16, 24, 32)


def _mp4(file: MediaFile) -> Words | None:
    return None if file.head[4:8] == b"ftyp" else ("this is not an MP4 film", "a film saved as MP4")


def _matroska(kind: bytes) -> Callable[[MediaFile], Words | None]:
    def fault(file: MediaFile) -> Words | None:
        # The EBML header comes first and names the kind within a few dozen bytes (RFC 8794, RFC 9559).
        if file.head[:4] == b"\x1a\x45\xdf\xa3" and kind in file.head[:128]:
            return None
        return f"this is not a film of the kind {kind.decode()}", f"a film saved as {kind.decode()}"

    return fault


def _picture(file: MediaFile) -> Words | None:
    head = file.head
    if head[:8] != b"\x89PNG\r\n\x1a\n" or head[12:16] != b"IHDR":
        return "this is not a PNG picture", _PNG
    width, height = _number(">I", head, 16), _number(">I", head, 20)
    fits = 0 < width <= _WIDEST_PICTURE and 0 < height <= _WIDEST_PICTURE
    return None if fits else (f"the picture has {width} by {height} pixels", _PNG)


def _number(form: str, data: bytes, at: int) -> int:
    """The number at a place; 0 where the data ends before."""
    piece = data[at : at + 4]
    return int(struct.unpack(form, piece)[0]) if len(piece) == 4 else 0


_KINDS: Mapping[str, Callable[[MediaFile], Words | None]] = {
    ".wav": _sound,
    ".mp4": _mp4,
    ".webm": _matroska(b"webm"),
    ".mkv": _matroska(b"matroska"),
    ".png": _picture,
    ".svg": lambda file: drawing_fault(file.head),
}
