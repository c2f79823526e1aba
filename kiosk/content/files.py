"""The files of a pack as bytes, media as digests: only what belongs to it, within limits, and the digest over all.

Whatever lies in the folder is somebody else's data: it is never followed out of the folder, never read without a
limit, and what is wrong with it is told, not raised.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from kiosk.content.fault import FaultAt, fault, quoted
from kiosk.content.media import LARGEST, LARGEST_MEDIA, MEDIA, MediaFile, media_file, suffix_of

OFFICE = "urzad.yaml"
CATALOGUE = "katalog.yaml"
CARDS = "karty"
PREVIOUS = f"{CARDS}/poprzednie"
"""Where an office may keep the versions of its cards that came before."""
QUESTIONNAIRES = "ankiety"

MOST_FILES = 5_000
LARGEST_FILE = 1024 * 1024
LARGEST_PACK = 64 * 1024 * 1024
"""Bytes of all files together: 5,000 files of the largest size would not fit in a terminal's memory."""

_MEDIA_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}\.[a-z0-9]{3,4}", re.ASCII)
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.yaml", re.ASCII)


@dataclass(frozen=True, slots=True)
class PackFiles:
    """Contents by name (`karty/REG-01.yaml`), sorted, media the same way, and what was wrong with the folder itself."""

    contents: Mapping[str, bytes]
    faults: tuple[FaultAt, ...] = ()
    media: Mapping[str, MediaFile] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """SHA-256 over names and bytes, each with its length so that no two packs share a stream.

        Of media it takes in their own digests: they were read once, piece by piece.
        """
        digest = hashlib.sha256()
        media = ((name, digest.encode()) for name, digest in self.media_digests.items())
        for name, content in (*sorted(self.contents.items()), *media):
            digest.update(f"{len(name)} {name} {len(content)} ".encode())
            digest.update(content)
        return digest.hexdigest()

    @property
    def media_digests(self) -> Mapping[str, str]:
        """SHA-256 of each sound, film and drawing by name, sorted."""
        return {name: file.digest for name, file in sorted(self.media.items())}


def read_files(folder: Path) -> PackFiles:
    """Everything in `folder` that belongs to a pack. Never raises: an unreadable folder is a fault of the answer."""
    return _Reading(folder).whole()


class _Reading:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._root = folder
        self._contents: dict[str, bytes] = {}
        self._faults: list[FaultAt] = []
        self._room = LARGEST_PACK
        self._media: dict[str, MediaFile] = {}

    def whole(self) -> PackFiles:
        try:
            self._root = self._folder.resolve(strict=True)
        except (OSError, RuntimeError) as problem:
            # RuntimeError: how Python before 3.13 reports a loop of links.
            self._wrong(
                self._folder.name or ".", f"the pack cannot be read: {_reason(problem)}", "a folder with a pack"
            )
            return self._answer()
        if not (self._root / OFFICE).exists() and (self._root.parent / OFFICE).is_file():
            self._wrong(self._root.name, "this is a folder inside a pack", f"the pack itself, {self._folder.parent}")
            return self._answer()
        self._top()
        for name in (OFFICE, CATALOGUE):
            self._file(name)
        self._folder_of(CARDS, "<KOD>.yaml for each card")
        if os.path.lexists(self._root / PREVIOUS):
            self._folder_of(PREVIOUS, "<KOD>-<wersja>.yaml for each version that came before", may_be_empty=True)
        self._folder_of(QUESTIONNAIRES, "<id>-<version>.yaml for each questionnaire")
        self._media_folder()
        return self._answer()

    def _answer(self) -> PackFiles:
        return PackFiles(dict(sorted(self._contents.items())), tuple(self._faults), self._media)

    def _wrong(self, name: str, wrong: str, allowed: str) -> None:
        self._faults.append(fault(name, 1, wrong, allowed))

    def _top(self) -> None:
        """A misspelt file beside `urzad.yaml` must not be overlooked; a README may lie there."""
        for name in self._names("."):
            if name.endswith((".yaml", ".yml")) and name not in (OFFICE, CATALOGUE):
                self._wrong(_shown(name), "the file is not part of a pack", f"{OFFICE}, {CATALOGUE}")

    def _folder_of(self, folder: str, allowed: str, *, may_be_empty: bool = False) -> None:
        if not self._is_inside(folder):
            return
        names = sorted(name for name in self._names(folder) if f"{folder}/{name}" != PREVIOUS)
        if not names and not may_be_empty and not any(f.file == folder for f in self._faults):
            self._wrong(folder, "the folder is empty", allowed)
        for name in names:
            if _FILE_NAME.fullmatch(name):
                self._file(f"{folder}/{name}")
            else:
                self._wrong(f"{folder}/{_shown(name)}", "the file is not part of a pack", f"{folder}/{allowed}")

    def _media_folder(self) -> None:
        """Unlike the others it may be missing."""
        if not os.path.lexists(self._root / MEDIA) or not self._is_inside(MEDIA):
            return
        room = LARGEST_MEDIA
        for name in sorted(self._names(MEDIA)):
            path = f"{MEDIA}/{name}"
            if not _MEDIA_NAME.fullmatch(name) or suffix_of(name) not in LARGEST:
                endings = ", ".join(LARGEST)
                self._wrong(f"{MEDIA}/{_shown(name)}", "the file is not part of a pack", f"names ending in {endings}")
            elif file := self._one_media_file(path):
                room -= file.size
                if room < 0:
                    self._wrong(path, "the media are too large", f"{LARGEST_MEDIA} bytes in all files together")
                    return
                self._media[path] = file

    def _one_media_file(self, name: str) -> MediaFile | None:
        largest = LARGEST[suffix_of(name)]
        if not self._is_inside(name) or not self._is_plain(name, "a sound, film or drawing"):
            return None
        try:
            file = media_file(self._root / name)
        except OSError as problem:
            self._wrong(name, f"the file cannot be read: {_reason(problem)}", "a sound, film or drawing")
            return None
        if file.size > largest:
            self._wrong(name, "the file is too large", f"{largest} bytes")
            return None
        return file

    def _names(self, folder: str) -> Iterator[str]:
        """What is in a folder, without what editors and file managers leave behind."""
        try:
            with os.scandir(self._root / folder) as entries:
                names = [entry.name for entry in islice(entries, MOST_FILES + 1)]
        except OSError as problem:
            self._wrong(folder, f"the folder cannot be read: {_reason(problem)}", "a folder")
            return
        if len(names) > MOST_FILES:
            self._wrong(folder, "the folder holds too many files", f"{MOST_FILES}")
            return
        yield from (name for name in names if not name.startswith(".") and not name.endswith("~"))

    def _file(self, name: str) -> None:
        content = self._bytes(name) if self._is_inside(name) else None
        if content is None:
            return
        if len(content) > LARGEST_FILE:
            self._wrong(name, "the file is too large", f"{LARGEST_FILE} bytes")
        elif len(content) > self._room:
            self._wrong(name, "the pack is too large", f"{LARGEST_PACK} bytes in all files together")
        else:
            self._room -= len(content)
            self._contents[name] = content

    def _bytes(self, name: str) -> bytes | None:
        allowed = "a text file in UTF-8"
        if not self._is_plain(name, allowed):
            return None
        try:
            with (self._root / name).open("rb") as file:
                return file.read(LARGEST_FILE + 1)
        except OSError as problem:
            self._wrong(name, f"the file cannot be read: {_reason(problem)}", allowed)
        return None

    def _is_plain(self, name: str, allowed: str) -> bool:
        """A pipe or a device is refused before it is opened: opening it could wait for ever."""
        try:
            if stat.S_ISREG((self._root / name).stat().st_mode):
                return True
            self._wrong(name, "this is not a plain file", allowed)
        except OSError as problem:
            self._wrong(name, f"the file cannot be read: {_reason(problem)}", allowed)
        return False

    def _is_inside(self, name: str) -> bool:
        try:
            if (self._root / name).resolve(strict=True).is_relative_to(self._root):
                return True
            self._wrong(name, "a link points out of the pack", "files inside the pack")
        except FileNotFoundError:
            self._wrong(name, "this is missing", f"{OFFICE}, {CATALOGUE}, {CARDS}/, {QUESTIONNAIRES}/ in every pack")
        except (OSError, RuntimeError) as problem:
            self._wrong(name, f"this cannot be read: {_reason(problem)}", "files inside the pack")
        return False


def _reason(problem: OSError | RuntimeError) -> str:
    return (problem.strerror if isinstance(problem, OSError) else None) or "it is a loop of links"


def _shown(name: str) -> str:
    return quoted(name)[1:-1]
