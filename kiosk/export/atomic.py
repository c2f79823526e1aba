"""A file that is whole or not there: written beside its place, made durable, then moved into it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from kiosk.domain.errors import EnvironmentFault


@contextmanager
def atomic_text(path: Path, *, encoding: str = "utf-8-sig") -> Iterator[TextIO]:
    """Open `path` for writing; what was there before stays until the block ends well. Raises `EnvironmentFault`.

    The default encoding begins with a byte order mark, without which Excel reads Polish letters wrongly.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "w", encoding=encoding, newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        temporary = None
        _sync_folder(path.parent)
    except OSError as fault:
        raise EnvironmentFault(f"cannot write {path}: {fault.strerror or fault}") from fault
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def atomic_bytes(path: Path, content: bytes) -> None:
    """Write a whole file; what was there before stays until the new one is durable. Raises `EnvironmentFault`."""
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        temporary = None
        _sync_folder(path.parent)
    except OSError as fault:
        raise EnvironmentFault(f"cannot write {path}: {fault.strerror or fault}") from fault
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
