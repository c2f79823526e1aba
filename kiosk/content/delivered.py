"""Content that the central office has delivered: which pack is current, which one came before, and how it went.

The agent writes here, the terminal only reads. A pack lies in a folder of its own, which is there under its name only
when it is whole and checked; one small file names the current one and is replaced in one step, so that whoever is
killed at any moment leaves the old pack or the new one. Nothing here is ever taken away before its successor is there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.content.durable import replace_file
from kiosk.domain.errors import EnvironmentFault

FOLDER = "content"
PACKS = "packs"

_POINTER = "current.json"
_LOOK = "looked.json"
_LARGEST = 16 * 1024
_NAME = re.compile(r"(\d{1,10})-[0-9a-f]{16}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A pack that was delivered. `release` counts the centre's publications, `day` is when it was published.

    `version` is the pack's own number; `folder` its name below `packs`.
    """

    folder: str
    pack: str
    release: int
    version: int
    day: date


@dataclass(frozen=True, slots=True)
class Look:
    """The agent's last look for new content: when (UTC, by this terminal's clock), and what was wrong, if anything."""

    at: str
    problem: str = ""


class DeliveredContent:
    """What lies in the data folder `data`; nothing needs to be there."""

    def __init__(self, data: Path) -> None:
        self.root = data / FOLDER
        self.packs = self.root / PACKS

    @property
    def current(self) -> Delivered | None:
        """The pack to be shown, or None where none was ever delivered."""
        return self._named(0)

    @property
    def previous(self) -> Delivered | None:
        """The one that was current before."""
        return self._named(1)

    @property
    def folder(self) -> Path | None:
        """Where the current pack lies. Without a readable pointer it is the newest."""
        if (current := self.current) is not None:
            return self.packs / current.folder
        numbered = [(int(found[1]), name) for name in _names(self.packs) if (found := _NAME.fullmatch(name))]
        return self.packs / max(numbered)[1] if numbered else None

    @property
    def last_look(self) -> Look | None:
        match _read(self.root / _LOOK):
            case {"at": str(at), "problem": str(problem)}:
                return Look(at, problem)
        return None

    def switch(self, to: Delivered) -> None:
        """Make `to`, whose folder must be there, the current one, in one step; raises `EnvironmentFault`."""
        before = self.current
        kept = [one for one in (to, before if before != to else self.previous) if one is not None]
        value = [asdict(one) | {"day": one.day.isoformat()} for one in kept]
        self._write(_POINTER, {"packs": value})

    def note(self, look: Look) -> None:
        """Keep how the last look went; raises `EnvironmentFault`."""
        self._write(_LOOK, asdict(look))

    def _write(self, name: str, value: object) -> None:
        try:
            self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
            replace_file(self.root / name, json.dumps(value).encode())
        except OSError as fault:
            raise EnvironmentFault(f"cannot write {self.root / name}: {fault.strerror}") from fault

    def _named(self, place: int) -> Delivered | None:
        match _read(self.root / _POINTER):
            case {"packs": [*kept]} if len(kept) > place:
                delivered = _delivered(kept[place])
                if delivered is not None and (self.packs / delivered.folder).is_dir():
                    return delivered
        return None


def _delivered(value: object) -> Delivered | None:
    match value:
        case {
            "folder": str(folder),
            "pack": str(pack),
            "release": int(release),
            "version": int(version),
            "day": str(day),
        } if _NAME.fullmatch(folder):
            try:
                return Delivered(folder, pack, release, version, date.fromisoformat(day))
            except ValueError:
                return None
    return None


def _read(file: Path) -> Mapping[str, Any] | None:
    try:
        with file.open("rb") as opened:
            value = json.loads(opened.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir() if path.is_dir() and not path.is_symlink()]
    except OSError:
        return []
