"""The sounds, films and drawings of a pack: size, digest and first bytes, never the whole of a film in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MEDIA = "media"
"""The one folder they lie in."""
_MEBIBYTE = 1024 * 1024
LARGEST: Mapping[str, int] = {
    ".wav": 20 * _MEBIBYTE,
    ".mp4": 200 * _MEBIBYTE,
    ".webm": 200 * _MEBIBYTE,
    ".mkv": 200 * _MEBIBYTE,
    ".svg": _MEBIBYTE,
    ".png": _MEBIBYTE,
}
"""Bytes a file with this ending may have; files with other endings are not part of a pack."""
LARGEST_MEDIA = 2048 * _MEBIBYTE
"""Bytes of all of them together."""
_HEAD = 16 * 1024
_READ_AT_ONCE = _MEBIBYTE


@dataclass(frozen=True, slots=True)
class MediaFile:
    """One file as it was when it was read. `head` is its beginning; of a drawing, the whole."""

    path: Path
    size: int
    digest: str
    head: bytes


def media_file(path: Path) -> MediaFile:
    """What is in a file. Stops a little after the largest size allowed. Raises `OSError`."""
    suffix = path.suffix
    kept = LARGEST[suffix] if suffix in (".svg", ".png") else _HEAD
    digest = hashlib.sha256()
    with path.open("rb") as file:
        head = file.read(kept)
        digest.update(head)
        size = len(head)
        while size <= LARGEST[suffix] and (piece := file.read(_READ_AT_ONCE)):
            digest.update(piece)
            size += len(piece)
    return MediaFile(path, size, digest.hexdigest(), head)


def unchanged_media(kept: Mapping[str, str], found: Mapping[str, MediaFile]) -> Mapping[str, Path]:
    """Where each file lies that is still what was checked: `kept` holds digests by name (`Pack.media`).

    A pack kept from before may be shown while its folder is broken or gone: what is missing there or was changed since
    is not offered, for nobody has checked it.
    """
    return {name: found[name].path for name, digest in kept.items() if name in found and found[name].digest == digest}


def suffix_of(name: str) -> str:
    """The ending of a file's name, such as `.wav`."""
    return PurePosixPath(name).suffix
