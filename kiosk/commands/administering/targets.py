"""Where an export may go: what is mounted where desktops mount sticks, and one folder from the settings.

A stick's folder that stays when it is pulled out lies on the terminal's own disk: only what is a mount counts.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.terminal.administration.ports import Target

_DEPTH = 2
"""`/media/STICK`, or `/media/USER/STICK`."""
_UNIT = 2**20


class MountedTargets:
    """Looks anew each time it is asked."""

    def __init__(self, places: Sequence[Path], folder: str = "") -> None:
        self._folder = Path(folder) if folder else None
        self._places = places

    def find(self) -> Sequence[Target]:
        found = [target for place in self._places for target in _mounts(place, _DEPTH)]
        if self._folder is not None and (own := _target(self._folder, is_removable=False)) is not None:
            found.append(own)
        return found


def _mounts(place: Path, depth: int) -> Iterator[Target]:
    for folder in _folders(place):
        if folder.is_mount():
            if (target := _target(folder, is_removable=True)) is not None:
                yield target
        elif depth > 1:
            yield from _mounts(folder, depth - 1)


def _folders(place: Path) -> list[Path]:
    try:
        return sorted(each for each in place.iterdir() if each.is_dir() and not each.is_symlink())
    except OSError:
        return []


def _target(folder: Path, *, is_removable: bool) -> Target | None:
    try:
        free = shutil.disk_usage(folder).free // _UNIT
        flags = os.statvfs(folder).f_flag
        is_writable = folder.is_dir() and os.access(folder, os.W_OK) and not flags & os.ST_RDONLY
    except OSError:
        return None  # it has just gone
    name = folder.name if is_removable else str(folder)
    return Target(folder, name, is_removable, is_writable, free)
