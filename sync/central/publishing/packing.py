"""One archive of a checked pack: what the house's gate has let through, and nothing else that lies in the folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kiosk.content.files import PackFiles, read_files
from kiosk.content.media import MediaFile, suffix_of
from kiosk.content.picture import plain_picture
from kiosk.content.reader import checked_pack
from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.domain.pack import Pack
from sync.protocol import Caps, Malformed, Packed, write_archive

_PIECE = 1024 * 1024


def pack_up(folder: Path, to: BinaryIO, caps: Caps | None = None) -> Pack:
    """Check the pack in `folder` and write its archive; equal packs are equal bytes.

    Raises `BadInput` with every fault, also for an archive beyond `caps`, and `EnvironmentFault`.
    """
    files = read_files(folder)
    pack = checked_pack(files)
    limits = caps or Caps()
    try:
        write_archive(_packed(files), to)
    except Malformed as fault:
        raise BadInput(f"{folder} cannot be published: {fault}") from fault
    except OSError as fault:
        raise EnvironmentFault(f"the archive of {folder} cannot be written: {fault.strerror}") from fault
    if to.tell() > limits.encoded:
        raise BadInput(f"{folder} cannot be published: its archive is larger than {limits.encoded} bytes")
    return pack


def _packed(files: PackFiles) -> Iterator[Packed]:
    for name, content in sorted(files.contents.items()):
        yield Packed(name, len(content), (content,))
    for name, media in sorted(files.media.items()):
        if suffix_of(name) == ".png":
            try:
                content = plain_picture(media.head)
            except BadInput as fault:
                raise BadInput(f"{name}:1: {fault}") from fault
            yield Packed(name, len(content), (content,))
        else:
            yield Packed(name, media.size, _read(media))


def _read(media: MediaFile) -> Iterator[bytes]:
    """The file once more, and only if it is still the one that was checked."""
    digest = hashlib.sha256()
    with media.path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            yield piece
    if digest.hexdigest() != media.digest:
        raise Malformed("a file has changed while it was packed")
