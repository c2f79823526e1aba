"""The administrator's PIN in the terminal's file: a try is written down before it is known whether it was right.

So whoever pulls the plug while a PIN is being verified has used up that try, and a restart forgets no wrong one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import Connection, RowMapping, delete, func, select, update

from kiosk.domain.errors import StoreFault
from kiosk.domain.pin import Moment, Tries
from kiosk.store import tables
from kiosk.store.checksums import changed, fits, insert_rows
from kiosk.store.engine import Engines, faults_translated, transaction
from kiosk.store.pin_hash import hash_pin, is_pin


@dataclass(frozen=True, slots=True)
class PinStanding:
    """Whether there is a PIN at all, and how its tries stand."""

    has_pin: bool
    tries: Tries = field(default_factory=Tries)


class PinStore:
    """Every method is durable when it returns and raises `StoreFault`. Any one thread at a time."""

    def __init__(self, engines: Engines, verify: Callable[[str, str], bool] = is_pin) -> None:
        self._engines = engines
        self._verify = verify

    def standing(self) -> PinStanding:
        """How things stand; nothing is tried."""
        with faults_translated("read the PIN"), self._engines.read.connect() as connection:
            row = _administrator(connection)
        return PinStanding(has_pin=False) if row is None else PinStanding(has_pin=True, tries=_tries(row))

    def set(self, pin: str) -> None:
        """From now on `pin`, which is no weak one, opens the area; wrong tries of an earlier one are forgotten."""
        row = {"id": 1, "pin_hash": hash_pin(pin), **_columns(Tries())}
        with transaction(self._engines.write, "set the PIN") as connection:
            connection.execute(delete(tables.administrator))
            insert_rows(connection, tables.administrator, row)

    def clear(self) -> bool:
        """From now on nothing opens the area. Tells whether there was a PIN."""
        with transaction(self._engines.write, "clear the PIN") as connection:
            return connection.execute(delete(tables.administrator)).rowcount > 0

    def open_with(self, pin: str, now: Moment) -> bool:
        """Whether `pin` is the right one. Takes some tenths of a second.

        Never so where there is no PIN, or the wait that wrong ones have brought is not over: then nothing is tried.
        """
        table = tables.administrator
        with transaction(self._engines.write, "try a PIN") as connection:
            row = _administrator(connection)
            if row is None or _tries(row).wait_left(now) > 0:
                return False
            hashed: str = row["pin_hash"]
            connection.execute(
                update(table).where(fits(table)).values(changed(table, _columns(_tries(row).one_more(now))))
            )
        if not self._verify(hashed, pin):
            return False
        with transaction(self._engines.write, "accept a PIN") as connection:
            # Only if it is still the PIN: it may have been changed at the command line meanwhile.
            accepted = (
                update(table).where(table.c.pin_hash == hashed, fits(table)).values(changed(table, _columns(Tries())))
            )
            return connection.execute(accepted).rowcount == 1


def _administrator(connection: Connection) -> RowMapping | None:
    """The row, None where there is no PIN; raises `StoreFault` for a damaged one, which opens nothing."""
    table = tables.administrator
    row = connection.execute(select(table).where(fits(table))).mappings().first()
    if row is None and connection.scalar(select(func.count()).select_from(table)):
        raise StoreFault("the PIN in the file is damaged; set a new one with: kiosk admin set-pin")
    return row


def _columns(tries: Tries) -> dict[str, object]:
    since = tries.since or Moment("", 0.0)
    return {"failed": tries.failed, "wait": tries.wait, "boot": since.boot, "seconds": since.seconds}


def _tries(row: RowMapping) -> Tries:
    return Tries(row["failed"], row["wait"], Moment(row["boot"], row["seconds"]) if row["wait"] else None)
