"""A sound, a film, a picture and a drawing are what their names say, and a drawing is nothing but a drawing."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.drawing import DEEPEST, MOST_PARTS, drawing_fault
from kiosk.content.media import MediaFile
from kiosk.content.media_bytes import content_fault
from tests.unit.content.rich_pack import MATROSKA, MP4, SVG, WEBM, png, wav

GOOD = [(".wav", wav()), (".mp4", MP4), (".webm", WEBM), (".mkv", MATROSKA), (".png", png(8, 8)), (".svg", SVG)]


def told(suffix: str, content: bytes) -> str:
    """What is wrong with a file of these bytes; empty for a good one."""
    fault = content_fault(suffix, MediaFile(Path("x"), len(content), "", content))
    return fault[0] if fault else ""


@pytest.mark.parametrize(("suffix", "content"), GOOD)
def test_good_file_is_taken_and_no_other_kind_in_its_name(suffix: str, content: bytes) -> None:
    assert told(suffix, content) == ""
    assert [other for other, bytes_ in GOOD if other != suffix and not told(suffix, bytes_)] == []
    assert told(suffix, b"")


EXTENSIBLE = struct.pack("<HHIIHH", 0xFFFE, 1, 48_000, 96_000, 2, 16) + struct.pack("<HHI", 22, 16, 4)
PCM_GUID = bytes.fromhex("0100000000001000800000aa00389b71")


def extensible(guid: bytes) -> bytes:
    chunk = b"WAVEfmt " + struct.pack("<I", 40) + EXTENSIBLE + guid
    return b"RIFF" + struct.pack("<I", len(chunk)) + chunk


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (wav(tag=3), "the sound is not plain PCM"),
        (wav(tag=0x55), "the sound is not plain PCM"),
        (wav(channels=6), "the sound is not plain PCM"),
        (wav(rate=4_000), "the sound is not plain PCM"),
        (wav(bits=12), "the sound is not plain PCM"),
        (extensible(PCM_GUID), ""),
        (extensible(bytes(16)), "the sound is not plain PCM"),
        (wav()[:-1], "the sound is cut short"),
        (wav().replace(b"fmt ", b"fact"), "the WAV file does not say what sound it holds"),
        (wav().replace(b"WAVE", b"AVI "), "this is not a WAV file"),
        (wav(before=b"LIST" + struct.pack("<I", 2**32 - 1)), "the WAV file does not say what sound it holds"),
    ],
)
def test_sound_that_a_terminal_cannot_play_is_told(content: bytes, wrong: str) -> None:
    assert told(".wav", content) == wrong


def test_picture_that_would_fill_the_memory_is_told() -> None:
    assert told(".png", png(4096, 4096)) == ""
    assert told(".png", png(60_000, 60_000)) == "the picture has 60000 by 60000 pixels"
    assert told(".png", png(0, 8)) == "the picture has 0 by 8 pixels"


def drawing(inside: str, attributes: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


XLINK = 'xmlns:l="http://www.w3.org/1999/xlink"'
OUTSIDE = "the drawing has a style that refers to something outside"
REFERENCE = "the drawing has a reference to something outside"


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (drawing("<script>1</script>"), "the drawing has the element <script>"),
        (drawing('<s:SCRIPT xmlns:s="http://www.w3.org/2000/svg"/>'), "the drawing has the element <script>"),
        (drawing("<foreignObject/>"), "the drawing has the element <foreignobject>"),
        (drawing('<image href="#a"/>'), "the drawing has the element <image>"),
        (drawing('<set attributeName="href" to="x"/>'), "the drawing has the element <set>"),
        (drawing("", 'onload="x()"'), "the drawing has an attribute that runs something (on…)"),
        (drawing('<use l:href="http://x.pl/a.svg#b"/>', XLINK), REFERENCE),
        (drawing('<use href="file:///etc/passwd"/>'), REFERENCE),
        (drawing('<a href="javascript:x()"/>'), REFERENCE),
        (drawing('<use href="data:image/svg+xml,x"/>'), REFERENCE),
        (drawing("", 'xml:base="http://x.pl/"'), REFERENCE),
        (drawing('<path fill="url(http://x.pl/a)"/>'), OUTSIDE),
        (drawing('<path style="fill: URL(&quot;//x.pl/a&quot;)"/>'), OUTSIDE),
        (drawing("<style>@import 'x.css';</style>"), OUTSIDE),
        (drawing("<style>a { b: u\\72l(x) }</style>"), OUTSIDE),
        (drawing("<style>" + "a" * 20_000 + "u<!-- -->r<![CDATA[l]]>(x)</style>"), OUTSIDE),
        (
            b'<!DOCTYPE svg [<!ENTITY a "b">]>' + drawing("&a;"),
            "the drawing has a DOCTYPE, which could define entities",
        ),
        (b'<?xml-stylesheet href="x"?>' + drawing(""), "the drawing has a processing instruction (<?…?>)"),
        (drawing("<g>" * DEEPEST + "</g>" * DEEPEST), "more than"),
        (drawing("<g/>" * MOST_PARTS), "more than"),
        (b"<html/>", "this is not an SVG drawing"),
        (b"<svg/>", "this is not an SVG drawing"),
        (drawing("<g>"), "this is not an SVG drawing"),
        (drawing("&b;"), "this is not an SVG drawing"),
        (b'<?xml version="1.0" encoding="nonsense"?>' + drawing(""), "this is not an SVG drawing"),
    ],
)
def test_drawing_that_is_more_than_a_drawing_is_told(content: bytes, wrong: str) -> None:
    assert wrong in told(".svg", content)
    assert wrong


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(GOOD), st.integers(0, 400), st.binary(max_size=8), st.integers(0, 12))
def test_spoilt_file_is_judged_and_never_raises(good: tuple[str, bytes], at: int, piece: bytes, cut: int) -> None:
    suffix, content = good
    fault = content_fault(suffix, MediaFile(Path("x"), len(content), "", content[:at] + piece + content[at + cut :]))
    assert fault is None or all("\n" not in words for words in fault)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=64), st.sampled_from([suffix for suffix, _ in GOOD]))
def test_random_bytes_are_judged_and_never_raise(content: bytes, suffix: str) -> None:
    told(suffix, content)


@given(st.text(max_size=40))
def test_drawing_faults_are_told_in_one_line(text: str) -> None:
    fault = drawing_fault(drawing(text.replace("<", "").replace("&", "")))
    assert fault is None or "\n" not in fault[0]
