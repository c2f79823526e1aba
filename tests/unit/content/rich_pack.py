"""The good pack with everything a card and an office may have: plain text, addresses, sounds, a film, a logo."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping
from pathlib import Path

from kiosk.content.files import PackFiles
from kiosk.content.media import MediaFile
from kiosk.content.reader import checked_pack
from kiosk.domain.errors import BadInput
from tests.unit.content.conftest import GOOD_PACK

CARD = "karty/REG-01.yaml"
OFFICE = "urzad.yaml"

CARD_ADDITIONS = """\
adres_jednostki: ul. Krótka 2, 90-001 Łódź
prosty_opis:
  - {pl: To jest proste., en: This is easy.}
  - pl: To też.
    en: So is this.
adres: https://urzad.pl/karty/REG-01
nagrania:
  pl: media/REG-01-pl.wav
  en: media/REG-01-en.wav
film_pjm:
  plik: media/REG-01.mp4
  napisy: {pl: Dzień dobry., en: Good morning.}
"""
"""Lines 41 to 53 of the card."""

OFFICE_ADDITIONS = """\
adres_kart: https://urzad.pl/{jezyk}/karty/{kod}
logo: media/logo.svg
zamkniete:
  - 2026-05-02
  - 2026-12-31
"""
"""Lines 20 to 24 of the office."""


def wav(tag: int = 1, channels: int = 2, rate: int = 22_050, bits: int = 16, before: bytes = b"") -> bytes:
    """A short silence, with other chunks `before` the one that describes the sound."""
    block = channels * bits // 8
    form = struct.pack("<HHIIHH", tag, channels, rate, rate * block, block, bits)
    chunks = before + b"fmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", 8) + bytes(8)
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


def png(width: int, height: int) -> bytes:
    """The beginning of a picture."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x06\x00\x00\x00"


SVG = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 8">'
    b'<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><title>Urz\xc4\x85d</title>'
    b'<style>.b { fill: url(#a) }</style><path d="M0 0h8v8z" style="fill:url( \'#a\')"/><use xlink:href="#a"/></svg>'
)
MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2"
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm"
MATROSKA = WEBM.replace(b"\x84webm", b"\x88matroska")

RICH_PACK: Mapping[str, str] = {
    **GOOD_PACK,
    CARD: GOOD_PACK[CARD] + CARD_ADDITIONS,
    OFFICE: GOOD_PACK[OFFICE] + OFFICE_ADDITIONS,
}
RICH_MEDIA: Mapping[str, bytes] = {
    "media/REG-01-en.wav": wav(),
    "media/REG-01-pl.wav": wav(before=b"LIST\x03\x00\x00\x00abc\x00"),
    "media/REG-01.mp4": MP4,
    "media/logo.svg": SVG,
}
"""Bytes by name."""


def media_of(contents: Mapping[str, bytes]) -> dict[str, MediaFile]:
    return {
        name: MediaFile(Path("/pack") / name, len(content), hashlib.sha256(content).hexdigest(), content)
        for name, content in contents.items()
    }


def faults_of(texts: Mapping[str, str], media: Mapping[str, bytes] = RICH_MEDIA) -> tuple[str, ...]:
    """Every fault of a pack with these files; empty for a good one."""
    try:
        checked_pack(PackFiles({name: text.encode() for name, text in texts.items()}, media=media_of(media)))
    except BadInput as problem:
        return problem.faults
    return ()


def spoilt(file: str, good: str, bad: str) -> dict[str, str]:
    """The rich pack with one place of one file changed."""
    assert good in RICH_PACK[file], "the test no longer fits the pack"
    return {**RICH_PACK, file: RICH_PACK[file].replace(good, bad, 1)}
