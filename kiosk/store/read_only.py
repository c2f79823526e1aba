"""Opens the terminal's file where nothing can be written, as after an error of the disk: all of it is read, or none.

    a log, and its index        SQLite reads both; where nobody vouches for the index it makes one in memory
    no log, or an empty one     the file alone is all that there is, and is read as one that does not change
    a log without its index     SQLite reads it only where it can write, or passes over it without a word: refused

Nothing is mended or migrated, and no copy is made: it would hold answers outside the data folder. Source:
sqlite.org/wal.html, "Read-Only Databases".
"""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

from kiosk.domain.errors import DamagedStore, StoreFault
from kiosk.encryption import Keyring
from kiosk.store.engine import Engines, open_reading_engines
from kiosk.store.folder import has_room, suspicion, what_to_do
from kiosk.store.holding import LOCK_NAME, Hold
from kiosk.store.migrating import is_up_to_date
from kiosk.store.opening import OpenFile, damage_of, is_in_doubt
from kiosk.store.salvage import index_of, is_unfinished, log_of

_PATIENCE = 30.0
_BETWEEN = 0.02


def obstacle_to_writing(file: Path) -> str:
    """Why nothing can be written where `file` lies, and what to do, in one sentence; empty where it can, or is missing.

    Makes the lock that whoever opens the file makes. The file itself is not opened: that would drop SQLite's locks.
    """
    try:
        os.close(os.open(file.parent / LOCK_NAME, os.O_CREAT | os.O_RDWR, 0o600))
    except FileNotFoundError:
        return ""
    except OSError as fault:
        # After an error of the disk only this tells: what the kernel says of rights stays as it was.
        return _told(file.parent, fault.errno or errno.EIO)
    if not all(os.access(one, os.W_OK, effective_ids=True) for one in (file.parent, file) if one.exists()):
        return _told(file.parent, errno.EACCES)
    return "" if has_room(file.parent) else _told(file.parent, errno.ENOSPC)


def open_file_to_read(file: Path, keys: Keyring, obstacle: str) -> OpenFile:
    """The file, for which there is this `obstacle` to writing; raises `StoreFault`, `DamagedStore` where damaged."""
    hold = _held(file)
    try:
        _require_readable(file, obstacle)
        if hold.is_alone and is_in_doubt(file) and (damage := damage_of(file, _engines(file, keys))):
            raise _damaged(damage, obstacle)
        engines = _engines(file, keys)
        try:
            if not is_up_to_date(engines, file):
                raise StoreFault(f"{file} was written by an older version and is to be migrated, but {obstacle}")
        except BaseException:
            engines.dispose()
            raise
        if not _is_still(file):
            hold.share()
    except BaseException:
        hold.release()
        raise
    return OpenFile(file, engines, hold, obstacle)


def _held(file: Path) -> Hold:
    """The right to read the file: alone where it is to be still, for nobody may begin a log meanwhile."""
    patience = time.monotonic() + _PATIENCE
    while True:
        hold = Hold(file.parent, writes=False)
        if hold.is_alone or not _is_still(file):
            return hold
        hold.release()
        if time.monotonic() > patience:
            raise StoreFault(f"another program has {file} just now; try again")
        time.sleep(_BETWEEN)


def _engines(file: Path, keys: Keyring) -> Engines:
    return open_reading_engines(file, keys, is_still=_is_still(file))


def _is_still(file: Path) -> bool:
    return not (log_of(file).exists() and index_of(file).exists())


def _require_readable(file: Path, obstacle: str) -> None:
    if not file.exists():
        raise StoreFault(f"there is no data in {file.parent}; {obstacle}")
    if suspicion(file).exists() or is_unfinished(file):
        raise _damaged(f"{file} is damaged", obstacle)
    if is_in_doubt(file) and _is_still(file):
        why = f"the newest responses are in {log_of(file)}, which is read only where something can be written beside it"
        copy = "or copy the folder, and name the copy with --data"
        raise StoreFault(f"{why}: {obstacle}, {copy}")


def _damaged(what: str, obstacle: str) -> DamagedStore:
    return DamagedStore(f"{what}; it is mended when a program opens it that can write, but {obstacle}")


def _told(folder: Path, number: int) -> str:
    return f"{folder} can only be read ({os.strerror(number)}): {what_to_do(number)}"
