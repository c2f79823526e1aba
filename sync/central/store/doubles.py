"""Responses under a damaged key, told by half of their id: half of a random id is told from all others there are.

Ids are bytes here, as they stand in the file: there need be no letters in a damaged one any more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, func, or_, select

from sync.central.store import tables
from sync.central.store.statements import as_it_stands, bytes_of

_HALF = 18
"""Of the 36 signs of an id."""
_AT_ONCE = 500
_STREAMED = 10_000


class Halves:
    """Finds out of which of some ids another one may have come by damage."""

    def __init__(self, ids: Iterable[bytes]) -> None:
        self._whole = {half: id_ for id_ in ids for half in _halves(id_)}

    def whole(self, id_: bytes) -> bytes | None:
        """The one that shares a half with `id_`."""
        found = (self._whole.get(half) for half in _halves(id_))
        return next((one for one in found if one is not None), None)


def twins(connection: Connection) -> set[bytes]:
    """The responses that share a half of their id with another one; looks at all of them."""
    id_ = _stands(connection)
    halves = func.substr(id_, 1, _HALF), func.substr(id_, 1 + _HALF)
    shared = (half.in_(select(half).group_by(half).having(func.count() > 1)) for half in halves)
    return set(_ids(connection, select(id_).where(or_(*shared))))


def beside(connection: Connection, ids: Collection[bytes]) -> dict[bytes, bytes]:
    """Responses that share a half of their id with one of `ids`, none of which is found by its key, and with which.

    Looks at all of them. It may share both halves: a wrong bit can make its key something else than a text.
    """
    if not ids:
        return {}
    halves = Halves(ids)
    found = ((id_, halves.whole(id_)) for id_ in _ids(connection, select(_stands(connection))))
    return {id_: whole for id_, whole in found if whole is not None}


def offices_of(connection: Connection, ids: Collection[bytes], known: Collection[str]) -> dict[bytes, str]:
    """For which office each of these responses is, where that is one of `known`: another one may be damaged."""
    query = select(_stands(connection), tables.response.c.office).where(tables.response.c.office.in_(known))
    rows = (row for which in _each(connection, ids) for row in connection.execute(query.where(which)))
    return {bytes_of(id_): office for id_, office in rows}


def take_away(connection: Connection, ids: Collection[bytes]) -> int:
    """How many there were."""
    return sum(connection.execute(delete(tables.response).where(which)).rowcount for which in _each(connection, ids))


def _halves(id_: bytes) -> tuple[bytes, bytes]:
    return id_[:_HALF], id_[_HALF:]


def _stands(connection: Connection) -> ColumnElement[Any]:
    return as_it_stands(connection, tables.response.c.id)


def _ids(connection: Connection, query: Select[Any]) -> Iterator[bytes]:
    return map(bytes_of, connection.scalars(query, execution_options={"yield_per": _STREAMED}))


def _each(connection: Connection, ids: Collection[bytes]) -> Iterator[ColumnElement[bool]]:
    """The condition that a response is one of `ids`, of some at a time: a statement takes so many parameters only."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), _AT_ONCE):
        some: list[Any] = ordered[start : start + _AT_ONCE]
        if connection.dialect.name == "postgresql":
            some = [one.decode() for one in some]
        yield _stands(connection).in_(some)
