"""`--release DIR`: what an analyst archives. Data in three formats, what they mean, how they came about, and sums.

The folder is made under another name beside its place and moved there when all is written and durable: a release is
whole or not there. What a killed one has left is cleared by the next.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.domain.errors import BadInput
from kiosk.export.atomic import atomic_text, faults_of_files, sync_folder
from kiosk.export.codebook_page import codebook_page
from kiosk.export.formats import write_table
from kiosk.export.frequencies import frequencies
from kiosk.export.release_words import About, readme
from kiosk.export.table import Style, Table

DATA_FILES = ("dane.csv", "dane.sav", "dane.parquet")
SUMS = "SHA256SUMS"
_AT_ONCE = 2**20


def write_release(
    folder: Path, table: Callable[[], Table], own: Callable[[], Table], about: About, style: Style
) -> Table:
    """Write a release of the rows of `table()`, which is called for each file anew; gives the last table written.

    `own()` is the same with each response's own period, for the counts. Raises `BadInput` where `folder` holds
    something, and what `write_table` does.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInput(f"{folder} is there already; choose a folder that is empty or not there")
    with _whole_folder(folder) as place:
        for name in DATA_FILES:
            written = table()
            write_table(place / name, written, style)
        counted_in = own()
        counted = frequencies(counted_in)
        text = readme(about, written, style.language)
        with atomic_text(place / "README.txt", encoding="utf-8") as file:
            file.write(text)
        page = codebook_page(
            about.title, text, written.codebook, written.properties, counted, about.made_on, style.language
        )
        with atomic_text(place / "codebook.html", encoding="utf-8") as file:
            file.write(page)
        with atomic_text(place / SUMS, encoding="ascii") as file:
            file.writelines(f"{_sum(one)}  {one.name}\n" for one in sorted(place.iterdir()) if one.name != SUMS)
    return written


@contextmanager
def _whole_folder(folder: Path) -> Iterator[Path]:
    place = folder.parent / f".{folder.name}.okienko-part"
    doing = f"cannot write {folder}"
    with faults_of_files(doing):
        if place.exists():
            shutil.rmtree(place)
        place.mkdir(mode=0o700)
    try:
        yield place
        with faults_of_files(doing):
            sync_folder(place)
            os.replace(place, folder)  # noqa: PTH105  # Path.replace says the same, less plainly, of a folder
            sync_folder(folder.parent)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _sum(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while some := opened.read(_AT_ONCE):
            digest.update(some)
    return digest.hexdigest()
