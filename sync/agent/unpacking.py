"""An archive that has proved its signatures becomes a folder with a checked pack, or nothing.

A signature says who has sent something, not that it is good: what comes down is unpacked within caps, pictures are
written anew, and the house's own gate has the last word.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from kiosk.content.durable import sync_folder
from kiosk.content.files import read_files
from kiosk.content.media import LARGEST, suffix_of
from kiosk.content.picture import plain_picture
from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.domain.pack import Pack
from sync.protocol import Caps, Malformed, Packed, read_archive

RESERVE = 256 * 1024 * 1024
"""Bytes that stay free on the disk: answers of visitors come before new content."""


def unpack(archive: Path, to: Path, caps: Caps | None = None, goes_on: Callable[[], bool] = lambda: True) -> Pack:
    """Unpack into the new folder `to` and check it; everything is on the disk then.

    Raises `BadInput` for what is wrong with the archive or the pack, `EnvironmentFault` for the disk or when it is not
    to go on; what lies in `to` then is worthless.
    """
    from kiosk.content.reader import checked_pack  # noqa: PLC0415  # a tenth of a second, and few contacts bring content

    try:
        to.mkdir(mode=0o700)
        with archive.open("rb") as stream:
            for file in read_archive(stream, caps or Caps()):
                require_room(to, file.size)
                if not goes_on():
                    raise EnvironmentFault("the agent is to end")
                _write(file, to / file.name)
        for folder in (to, *(path for path in to.rglob("*") if path.is_dir())):
            sync_folder(folder)
    except Malformed as fault:
        raise BadInput(f"the archive is refused: {fault}") from fault
    except OSError as fault:
        raise EnvironmentFault(f"the content cannot be unpacked: {fault.strerror}") from fault
    return checked_pack(read_files(to))


def require_room(folder: Path, size: int) -> None:
    """Raises `EnvironmentFault` where `size` bytes more would leave less than the reserve; raises `OSError`."""
    if shutil.disk_usage(folder).free < size + RESERVE:
        raise EnvironmentFault("there is too little room on this terminal's disk for new content")


def _write(file: Packed, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    pieces = file.pieces
    if suffix_of(file.name) == ".png":
        if file.size > LARGEST[".png"]:
            raise BadInput(f"{file.name}: the picture is too large; allowed: {LARGEST['.png']} bytes")
        content = b"".join(pieces)
        try:
            pieces = (plain_picture(content),)
        except BadInput as fault:
            raise BadInput(f"{file.name}: {fault}") from fault
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600), "wb") as written:
        for piece in pieces:
            written.write(piece)
        written.flush()
        os.fsync(written.fileno())
