"""Damage to the centre's responses, putting it right, and what is seen of it afterwards."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Table, select, update

from sync.central.encrypted import reader_with
from sync.central.ledger import Ledger
from sync.central.mending import Mended, Mending, put_right
from sync.central.projector import READERS, BodyReader
from sync.central.store import Reading, tables
from sync.central.store.engine import reading, writing
from sync.protocol import ENCRYPTED_FORMAT
from tests.integration.sync.office import Office
from tests.keys import CENTRAL

ANSWERS = {"ogolem": ("4",)}
OTHERS = {"ogolem": ("1",)}
DAMAGED: Mapping[str, object] = {"answers": [1]}
WITH_KEY: Mapping[int, BodyReader] = {**READERS, ENCRYPTED_FORMAT: reader_with(CENTRAL)}


def change(central: Office, table: Table, where: ColumnElement[bool], **values: object) -> None:
    with writing(central.store._engine) as connection:
        assert connection.execute(update(table).where(where).values(**values)).rowcount > 0


def damage(central: Office, *ids: str, **values: object) -> None:
    change(central, tables.response, tables.response.c.id.in_(ids), **(values or DAMAGED))


def offices(office: Office) -> dict[str, str]:
    query = select(tables.response.c.id, tables.response.c.office)
    with reading(office.store._engine) as connection:
        return {one.id: one.office for one in connection.execute(query)}


def answers(office: Office, id_: str) -> object:
    with reading(office.store._engine) as connection:
        return connection.scalar(select(tables.response.c.answers).where(tables.response.c.id == id_))


def buggy(_body: bytes) -> Reading:
    """A reader that fails."""
    raise RuntimeError("a bug")


def mend(office: Office) -> Mended:
    return Mending(office.store, READERS).mend()


def retry(office: Office, readers: Mapping[int, BodyReader] = READERS) -> Mended:
    """As the command does."""
    return put_right(office.store, readers)[0]


def balances(office: Office) -> bool:
    ledger = Ledger(office.store)
    list(ledger.pages())
    return not ledger.gaps() and ledger.all_balance
