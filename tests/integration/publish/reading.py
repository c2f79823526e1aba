"""What a program that is not ours reads in a PDF: words, tags, pictures."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from io import BytesIO

import numpy as np
import pikepdf
import zxingcpp

_TOP, _BODY = 52, 732
"""Points above which the running head stands, and the height of what is above the foot of a page."""
_NOT_READ = re.compile(r"[\s\u00ad\u2010\u2011-]+")


def words(pdf: bytes, *pages: int) -> str:
    """Everything between head and foot, in the order of the document."""
    crop = ["-x", "0", "-y", str(_TOP), "-W", "596", "-H", str(_BODY), "-r", "72"]
    return _text(pdf, *crop, *(("-f", str(pages[0]), "-l", str(pages[-1])) if pages else ()))


def head(pdf: bytes, page: int) -> str:
    """What stands above the words of a page."""
    return _text(pdf, "-x", "0", "-y", "0", "-W", "596", "-H", str(_TOP), "-r", "72", "-f", str(page), "-l", str(page))


def all_words(pdf: bytes, *pages: int) -> str:
    """With head and foot."""
    return _text(pdf, *(("-f", str(pages[0]), "-l", str(pages[-1])) if pages else ()))


def squeezed(text: str) -> str:
    """Without what the setting of lines adds or moves: blanks and hyphens."""
    return _NOT_READ.sub("", text)


def says(pdf_words: str, text: str) -> bool:
    return squeezed(text) in squeezed(pdf_words)


def structure(pdf: bytes) -> list[tuple[str, str, str]]:
    """Tag, language and alternative text of every element, in reading order."""

    def walk(element: pikepdf.Object) -> Iterator[tuple[str, str, str]]:
        if isinstance(element, pikepdf.Array):
            for each in element:
                yield from walk(each)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                yield str(element.S), str(element.get("/Lang", "")), str(element.get("/Alt", ""))
            if "/K" in element:
                yield from walk(element.K)

    with pikepdf.open(BytesIO(pdf)) as document:
        return list(walk(document.Root.StructTreeRoot))


def codes(pdf: bytes, page: int = 1) -> list[str]:
    """What a telephone reads in the codes of a page."""
    drawn = _run("pdftoppm", "-gray", "-r", "150", "-f", str(page), "-l", str(page), "-", given=pdf)
    _, size, _, pixels = drawn.split(b"\n", 3)
    width, height = map(int, size.split())
    picture = np.frombuffer(pixels, np.uint8, width * height).reshape(height, width)
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def pages(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def _text(pdf: bytes, *options: str) -> str:
    return _run("pdftotext", "-raw", *options, "-", "-", given=pdf).decode()


def _run(*command: str, given: bytes) -> bytes:
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout
