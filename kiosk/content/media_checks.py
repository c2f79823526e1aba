"""What must hold between the texts of a pack and its sounds, films and drawings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kiosk.content.fault import FaultAt, fault
from kiosk.content.files import CARDS, OFFICE, PREVIOUS, PackFiles
from kiosk.content.media import MEDIA, suffix_of
from kiosk.content.media_bytes import content_fault
from kiosk.content.references import Known, foreign_language_faults, unknown_faults
from kiosk.content.tree import Scalar, Table, child, scalar

_SOUND = re.compile(rf"{MEDIA}/[A-Za-z0-9_-]+\.wav", re.ASCII)
_FILM = re.compile(rf"{MEDIA}/[A-Za-z0-9_-]+\.(mp4|webm|mkv)", re.ASCII)
_DRAWING = re.compile(rf"{MEDIA}/[A-Za-z0-9_-]+\.(svg|png)", re.ASCII)
"""Other names are told by the shapes."""


def media_faults(files: PackFiles, trees: Mapping[str, Table], known: Known) -> Iterator[FaultAt]:
    """Files that are missing, that nobody uses or that are not what they seem, and recordings in foreign languages."""
    faulty = (told.file for told in files.faults if told.file.startswith(f"{MEDIA}/"))
    seen = frozenset(files.media).union(faulty)
    used: set[str] = set()
    for file, tree in trees.items():
        references = list(_references(file, tree))
        used.update(found.text for found in references)
        yield from unknown_faults(file, "file", references, seen)
        yield from foreign_language_faults(file, child(tree, "nagrania"), known.languages)
    if trees.keys() == files.contents.keys():  # an unreadable card may be the one that uses a file
        yield from _unused(name for name in files.media if name not in used)
    for name, media in files.media.items():
        if told := content_fault(suffix_of(name), media):
            yield fault(name, 1, *told)


def _references(file: str, tree: Table) -> Iterator[Scalar]:
    ways: list[tuple[re.Pattern[str], str, str]] = []
    if file == OFFICE and (logo := scalar(tree, "logo")) and _DRAWING.fullmatch(logo.text):
        yield logo
    # Sounds and films of a version that came before are played to nobody: they may be gone.
    if file.startswith(f"{CARDS}/") and not file.startswith(f"{PREVIOUS}/"):
        recordings = child(tree, "nagrania")
        languages = recordings.entries if isinstance(recordings, Table) else ()
        ways = [(_FILM, "film_pjm", "plik"), *((_SOUND, "nagrania", language) for language in languages)]
    for name, *way in ways:
        if (found := scalar(tree, *way)) and name.fullmatch(found.text):
            yield found


def _unused(names: Iterable[str]) -> Iterator[FaultAt]:
    for name in names:
        yield fault(name, 1, "no card and not the office uses this file", "files named by nagrania, film_pjm or logo")
