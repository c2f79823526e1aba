"""Serves the repository of signed content, for reading only, and nothing that lies beside it.

The files prove themselves, so anybody may read them and any mirror may hold them; what is asked for is matched letter
by letter before it becomes a path.
"""

from __future__ import annotations

import logging
import re
import stat
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from kiosk.domain.errors import BadInput
from sync.central.publishing.repository import newest_root
from sync.central.refusals import Refused
from sync.central.threads import Threads

_NAMES = re.compile(
    r"metadata/(timestamp|[1-9]\d{0,11}\.(root|targets|snapshot))\.json"
    r"|targets/[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}/[0-9a-f]{64}\.[1-9]\d{0,9}\.pack",
    re.ASCII,
)
_log = logging.getLogger(__name__)
_LARGEST = 2048 * 1024 * 1024


def require_repository(folder: Path) -> None:
    """Raise `BadInput` where `folder` is none into which content is published; log it where nothing has been yet."""
    what_to_do = "name the one that `kiosk-central publish PACK --keys DIR --to DIR` fills, or leave out --content"
    try:
        names = {path.name for path in folder.iterdir()}
    except FileNotFoundError:
        raise BadInput(
            f"there is no folder {folder}; {what_to_do}, or make it where nothing is published yet"
        ) from None
    except OSError as fault:
        raise BadInput(f"cannot read {folder}: {fault.strerror}; {what_to_do}") from fault
    if names and not names & {"metadata", "targets"}:
        raise BadInput(f"{folder} is no repository of content, for it has no folder 'metadata'; {what_to_do}")
    if not newest_root(folder):
        _log.warning("nothing is published in %s yet; terminals that enrol before it is get no content", folder)


class Content:
    """`GET /tuf/…`; `folder` None where the centre publishes nothing."""

    def __init__(self, folder: Path | None, threads: Threads) -> None:
        self._folder = folder
        self._threads = threads

    async def give(self, request: Request) -> Response:
        """200 with the file; 404 for whatever is not a file of the repository."""
        file = await self._threads.run(self._file, request.path_params["path"])
        if file is None:
            raise Refused(404, "unknown-content", "there is no such file of content")
        return FileResponse(file, media_type="application/octet-stream")

    async def newest_root(self) -> str:
        """Root metadata for a terminal that enrols; empty where there is none."""
        return "" if self._folder is None else await self._threads.run(newest_root, self._folder)

    def _file(self, name: str) -> Path | None:
        if self._folder is None or not _NAMES.fullmatch(name):
            return None
        file = self._folder / name
        try:
            found = file.lstat()
            is_inside = file.resolve(strict=True).is_relative_to(self._folder.resolve())
        except (OSError, RuntimeError):
            return None
        return file if stat.S_ISREG(found.st_mode) and found.st_size <= _LARGEST and is_inside else None
