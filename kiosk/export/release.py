"""`--release DIR`: what an analyst archives. Data in three formats, what they mean, how they came about, and sums.

The folder is made under another name beside its place and moved there when all is written and durable: a release is
whole or not there. What a killed one has left is cleared by the next.
"""

from __future__ import annotations

import fcntl
import glob
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from kiosk import __version__
from kiosk.analysis.disclosure import THRESHOLD
from kiosk.content.durable import sync_folder
from kiosk.domain.errors import BadInput
from kiosk.domain.reporting import ReportingPeriod
from kiosk.export.atomic import PART, atomic_bytes, clear_remains, faults_of_files
from kiosk.export.codebook_page import codebook_page
from kiosk.export.ddi_codebook import ddi_codebook
from kiosk.export.ddi_lifecycle import ddi_lifecycle
from kiosk.export.description import FileKind, ReleaseDescription, ReleaseFacts, ReleaseFile
from kiosk.export.formats import write_table
from kiosk.export.frequencies import frequencies
from kiosk.export.owner import Owner
from kiosk.export.release_words import readme
from kiosk.export.table import Style, Table
from kiosk.export.xlsform import write_xlsform

DATA = {"dane.csv": FileKind.CSV, "dane.sav": FileKind.SAV, "dane.parquet": FileKind.PARQUET}
README, PAGE, FORM, SUMS = "README.txt", "codebook.html", "ankieta.xlsx", "SHA256SUMS"
DDI_CODEBOOK, DDI_LIFECYCLE = "ddi-codebook-2.5.xml", "ddi-lifecycle-3.3.xml"
DOCUMENTS = {
    README: FileKind.README,
    PAGE: FileKind.CODEBOOK,
    DDI_CODEBOOK: FileKind.METADATA,
    DDI_LIFECYCLE: FileKind.METADATA,
    FORM: FileKind.QUESTIONNAIRE,
}
_AT_ONCE = 2**20


def write_release(
    folder: Path, table: Callable[[], Table], own: Callable[[], Table], owner: Owner, today: date, style: Style
) -> Table:
    """Write a release of the rows of `table()`, which is called for each file anew; gives the last table written.

    `own()` is the same with each response's own period, for the counts. Raises `BadInput` where `folder` holds
    something, and what `write_table` does.
    """
    folder = folder.resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadInput(f"{folder} is there already; choose a folder that is empty or not there")
    language = style.language
    with _whole_folder(folder) as place:
        for name in DATA:
            written = table()
            write_table(place / name, written, style)
        counted = frequencies(own())
        description = _description(written, owner, today)
        text = readme(description, written, language)
        page = codebook_page(description.title, text, written.codebook, written.properties, counted, today, language)
        for name, content in (
            (README, text.encode()),
            (PAGE, page.encode()),
            (DDI_CODEBOOK, ddi_codebook(description, written.codebook, language=language)),
            (DDI_LIFECYCLE, ddi_lifecycle(description, written.codebook, language)),
        ):
            atomic_bytes(place / name, content)
        write_xlsform(place / FORM, written.codebook.newest)
        with faults_of_files(f"cannot write {folder}"):
            sums = "".join(f"{_sum(file)}  {file.name}\n" for file in sorted(place.iterdir()))
        atomic_bytes(place / SUMS, sums.encode("ascii"))
    return written


def _description(table: Table, owner: Owner, today: date) -> ReleaseDescription:
    told = [ReportingPeriod.parse(text) for text in set(table.periods.values())]
    first = min((period.first_day for period in told), default=today)
    last = max((period.last_day for period in told), default=today)
    newest = table.codebook.newest
    columns = len(table.properties) + len(table.codebook.variables)
    in_parquet = columns + len(table.codebook.variables)  # why each value is missing stands beside it
    files = [
        ReleaseFile(name, kind, in_parquet if kind is FileKind.PARQUET else columns) for name, kind in DATA.items()
    ]
    facts = ReleaseFacts(
        identifier=f"{owner.id}.{newest.id}.{first}.{last}",
        offices=(owner.name,),
        place=owner.place,
        first=first,
        last=last,
        produced=today,
        responses=table.written,
        threshold=THRESHOLD,
        software=f"okienko {__version__}",
        files=(*files, *(ReleaseFile(name, kind) for name, kind in DOCUMENTS.items())),
        properties=table.properties,
    )
    return ReleaseDescription.of(facts, newest)


@contextmanager
def _whole_folder(folder: Path) -> Iterator[Path]:
    doing = f"cannot write {folder}"
    with faults_of_files(doing):
        for left in folder.parent.glob(f".{glob.escape(folder.name)}.*{PART}"):
            clear_remains(left)
        place = folder.parent / f".{folder.name}.{secrets.token_hex(4)}{PART}"
        place.mkdir(mode=0o700)
        descriptor = os.open(place, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield place
        with faults_of_files(doing):
            sync_folder(place)
            os.replace(place, folder)  # noqa: PTH105  # Path.replace says the same, less plainly, of a folder
            sync_folder(folder.parent)
    finally:
        os.close(descriptor)
        shutil.rmtree(place, ignore_errors=True)


def _sum(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while some := opened.read(_AT_ONCE):
            digest.update(some)
    return digest.hexdigest()
