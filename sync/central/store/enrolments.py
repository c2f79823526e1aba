"""One-time codes and the terminals that have used them; of codes only SHA-256 is kept, of keys the public half."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from sqlalchemy import Connection, Engine, delete, insert, select, text, update

from sync.central.store import tables
from sync.central.store.engine import writing
from sync.central.store.statements import insert_missing

TRIES = 5
"""Wrong codes that one address may send within `TRIES_SECONDS`."""

TRIES_SECONDS = 60
_LOCK = 0x656E726F6C  # "enrol"


class Refusal(Enum):
    """Why a code was not accepted."""

    UNKNOWN = auto()
    USED = auto()
    EXPIRED = auto()
    TOO_MANY_TRIES = auto()


@dataclass(frozen=True, slots=True)
class Terminal:
    """An enrolled terminal."""

    id: str
    office: str


class Enrolments:
    """Gives out codes and takes them back for a terminal's identity."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def offer(self, code: str, office: str, expires: datetime) -> None:
        """Remember a new code for a terminal of `office`."""
        row = {"code_sha": secret_sha(code), "office": office, "expires": int(expires.timestamp())}
        with writing(self._engine) as connection:
            connection.execute(insert(tables.enrolment_code).values(row))

    def redeem(self, code: str, public_key: str, address: str, now: datetime) -> Terminal | Refusal:
        """Make a terminal that signs with `public_key`; the same code with the same key gives the same terminal.

        A wrong code counts against `address`, durably, whichever process it came to.
        """
        moment = int(now.timestamp())
        with writing(self._engine) as connection:
            if connection.dialect.name == "postgresql":  # one enrolment at a time, so that tries are counted right
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            slot = _free_slot(connection, address, moment)
            if slot is None:
                return Refusal.TOO_MANY_TRIES
            answer = _redeem(connection, secret_sha(code), public_key, now)
            if isinstance(answer, Refusal):
                wrong = {"address": address, "slot": slot, "at": moment}
                connection.execute(insert(tables.enrolment_try).values(wrong))
            return answer

    def central_secret(self, fresh: str) -> str:
        """The secret half of the centre's own key; `fresh` becomes it where there is none yet."""
        with writing(self._engine) as connection:
            connection.execute(insert_missing(connection, tables.centre).values(id=1, private_key=fresh))
            return str(connection.scalar(select(tables.centre.c.private_key)))

    def exchange(self, terminal: str, old: str, new: str) -> bool:
        """Let `terminal` sign with `new` in place of `old`; False when neither is its key. Safe to repeat."""
        table = tables.terminal
        if old == new:
            return True
        with writing(self._engine) as connection:
            changed = connection.execute(
                update(table)
                .where(table.c.id == terminal, table.c.public_key == old)
                .values(public_key=new, previous_key=old)
            )
            if changed.rowcount == 1:
                return True
            present = connection.scalar(select(table.c.public_key).where(table.c.id == terminal))
            return present == new

    def revoke(self, terminal: str) -> bool:
        """Accept nothing more from `terminal`; what it has sent stays. False where there is no such terminal."""
        with writing(self._engine) as connection:
            query = update(tables.terminal).where(tables.terminal.c.id == terminal).values(revoked=True)
            return connection.execute(query).rowcount == 1


def secret_sha(secret: str) -> str:
    """What is kept of a code."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _redeem(connection: Connection, code_sha: str, public_key: str, now: datetime) -> Terminal | Refusal:
    code = connection.execute(select(tables.enrolment_code).where(tables.enrolment_code.c.code_sha == code_sha)).first()
    if code is None:
        return Refusal.UNKNOWN
    if code.terminal is not None:
        user = connection.execute(select(tables.terminal).where(tables.terminal.c.id == code.terminal)).one()
        return Terminal(user.id, user.office) if user.public_key == public_key else Refusal.USED
    if code.expires <= now.timestamp():
        return Refusal.EXPIRED
    terminal = Terminal(str(uuid.uuid4()), code.office)
    connection.execute(
        insert(tables.terminal).values(
            id=terminal.id, office=terminal.office, public_key=public_key, enrolled_on=now.date(), revoked=False
        )
    )
    connection.execute(
        update(tables.enrolment_code).where(tables.enrolment_code.c.code_sha == code_sha).values(terminal=terminal.id)
    )
    return terminal


def _free_slot(connection: Connection, address: str, moment: int) -> int | None:
    """The number under which another wrong try of `address` is written down; None when it has had enough."""
    tries = tables.enrolment_try
    connection.execute(delete(tries).where(tries.c.at <= moment - TRIES_SECONDS))
    taken = set(connection.scalars(select(tries.c.slot).where(tries.c.address == address)))
    return min(set(range(TRIES)) - taken, default=None)
