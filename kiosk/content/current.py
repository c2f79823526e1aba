"""The pack a terminal shows now: the one on disk if it is faultless, else the last good one.

Imports neither pydantic nor yaml unless the files have changed: a terminal starts in a fraction of the time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.compiled import CompiledPack, keep_compiled, load_compiled
from kiosk.content.files import PackFiles, read_files
from kiosk.content.media import unchanged_media
from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.domain.pack import Pack


@dataclass(frozen=True, slots=True)
class CurrentContent:
    """A pack, what should be logged about it (nothing when all is well), and where its media lie.

    `is_last_good` tells that the files are faulty and the pack is a copy from before. `media` holds the sounds, films
    and drawings that may be shown, by their path within the pack: those that are there and are the ones that were
    checked. With a last good pack some may be gone or changed: they are simply not offered.
    """

    pack: Pack
    faults: tuple[str, ...]
    media: Mapping[str, Path]
    is_last_good: bool = False


def current_pack(folder: Path, keep_in: Path) -> tuple[Pack, tuple[str, ...]]:
    """The pack and the faults of `current_content`, for those who show no media."""
    content = current_content(folder, keep_in)
    return content.pack, content.faults


def current_content(folder: Path, keep_in: Path) -> CurrentContent:
    """The content in `folder`.

    A good pack is kept compiled in `keep_in`. For a faulty one the copy kept last is given with every fault of the
    files; `BadInput` is raised where there is no such copy. A copy that cannot be written is only told.
    """
    files = read_files(folder)
    pack, faults, is_last_good = _current(files, keep_in)
    return CurrentContent(pack, faults, unchanged_media(pack.media, files.media), is_last_good)


def _current(files: PackFiles, keep_in: Path) -> tuple[Pack, tuple[str, ...], bool]:
    compiled = load_compiled(keep_in)
    if compiled is not None and _is_fresh(compiled, files):
        return compiled.pack, (), False
    try:
        pack = _checked(files)
    except BadInput as problem:
        if compiled is None:
            raise
        return compiled.pack, problem.faults, True
    try:
        keep_compiled(pack, keep_in)
    except EnvironmentFault as problem:
        return pack, (str(problem),), False
    return pack, (), False


def _is_fresh(compiled: CompiledPack, files: PackFiles) -> bool:
    return compiled.is_current_shape and not files.faults and compiled.pack.digest == files.digest


def _checked(files: PackFiles) -> Pack:
    # Imported here and not above: it brings pydantic and yaml (see the module's docstring).
    from kiosk.content.reader import checked_pack  # noqa: PLC0415

    return checked_pack(files)
