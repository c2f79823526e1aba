"""Opens the terminal's file; looks first whether it is sound where it may not be, and saves what can be saved.

It may not be sound after an unclean end (the log is not empty), and when somebody met damage while the file was in use,
which is written down beside it. Only who is alone with the file may move it: the others end, and open it anew.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.clock import Clock
from kiosk.domain.errors import DamagedStore, StoreFault
from kiosk.encryption import Keyring
from kiosk.store.engine import Engines, open_engines, quick_check
from kiosk.store.folder import make_private, note_suspicion, suspicion
from kiosk.store.holding import Hold
from kiosk.store.migrating import bring_up_to_date
from kiosk.store.salvage import finish, log_of, salvage
from kiosk.store.write_ahead_log import read_log

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class OpenFile:
    """The engines over the file, and the right to use them. `obstacle` is why it can only be read, if it is so."""

    file: Path
    engines: Engines
    hold: Hold
    obstacle: str = ""

    def close(self) -> None:
        """Give the file back; safe to repeat."""
        self.engines.dispose()
        self.hold.release()


def open_file(file: Path, clock: Clock, keys: Keyring) -> OpenFile:
    """The file, made, saved and migrated where needed. Raises `StoreFault`, `DamagedStore` if somebody else has it."""
    hold = Hold(file.parent)
    try:
        if hold.is_alone:
            finish(file, clock.now().date())
            if is_in_doubt(file) and (damage := damage_of(file, open_engines(file))):
                _log.error("%s", damage)
                salvage(file, clock)
            suspicion(file).unlink(missing_ok=True)
        elif suspicion(file).exists():
            raise DamagedStore(f"{file} is damaged; it is mended when every program that uses it has ended")
        make_private(file)
        try:
            engines = _opened(file, keys)
        except DamagedStore as damage:
            if not hold.is_alone:
                note_suspicion(file)
                raise
            _log.error("%s", damage)
            salvage(file, clock)
            engines = _opened(file, keys)
        if hold.is_alone:
            hold.share()
    except BaseException:
        hold.release()
        raise
    return OpenFile(file, engines, hold)


def is_in_doubt(file: Path) -> bool:
    """Whether the file is to be looked at before it is used; raises `StoreFault`."""
    try:
        return suspicion(file).exists() or log_of(file).stat().st_size > 0
    except FileNotFoundError:
        return False
    except OSError as fault:
        raise StoreFault(f"cannot read {file}: {fault.strerror}") from fault


def damage_of(file: Path, engines: Engines) -> str:
    """What is wrong with the file, by its log and by SQLite; nothing where all is well. Disposes of the `engines`."""
    if damage := read_log(log_of(file)).damage:  # before SQLite, which may take the log away
        return damage
    try:
        return quick_check(engines.read)
    except DamagedStore as fault:
        return str(fault)
    finally:
        engines.dispose()


def _opened(file: Path, keys: Keyring) -> Engines:
    engines = open_engines(file, keys)
    try:
        bring_up_to_date(engines, file)
    except BaseException:
        engines.dispose()
        raise
    return engines
