"""From batches to responses, once each: a response whose id is there already is passed over.

Safe to repeat, and to run in several processes at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Select,
    Table,
    Tuple,
    delete,
    func,
    select,
    tuple_,
)

from sync.central.store import doubles, tables
from sync.central.store.engine import reading, writing
from sync.central.store.readable import readable, readable_batch
from sync.central.store.rows import columns_of, says
from sync.central.store.statements import (
    as_it_stands,
    bytes_of,
    hold_still,
    in_inbox,
    insert_many_missing,
    insert_missing,
)
from sync.central.store.stored_batch import StoredBatch, stored_batch
from sync.protocol import Row

DIFFERENT = "another row with this id is there already"
DAMAGED = "a response with this id is there already, and is damaged; make it anew with kiosk-central retry"
MISCOUNTED = "the header counts other rows than there are"
UNREADABLE = "the stored batch is damaged: what stands beside it cannot be read"
_AT_ONCE = 500
_Place: TypeAlias = tuple[str, str, int]
_WAITS, _HAS_LINES_ASIDE = in_inbox(tables.waiting), in_inbox(tables.quarantine)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a batch: rows by line number, and why the other lines are none (0 is the header)."""

    rows: Mapping[int, Row]
    bad: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Batches that are not yet rows: `next` can be read, `deferred` wait for a reader of their format."""

    next: int
    deferred: int


@dataclass(frozen=True, slots=True)
class Retried:
    """Batches with quarantined lines that were `read` once more, and those for whose format there is no reader."""

    read: int
    passed_over: int


@dataclass(frozen=True, slots=True)
class Anew:
    """What is made of a row once more: for which offices it has come, the first one first; whether the response was
    gone, and under which damaged ids it still stands."""

    row: Row
    offices: Sequence[str]
    was_gone: bool = False
    under: Collection[bytes] = ()

    def office(self, present: str | None) -> str:
        """For which the response is, where it is for `present` so far."""
        return present if present is not None and present in self.offices else self.offices[0]


Reader: TypeAlias = Callable[[StoredBatch], Reading]


@dataclass(frozen=True, slots=True)
class _Found:
    row: Row
    batch: StoredBatch
    line: int

    @property
    def columns(self) -> dict[str, Any]:
        return columns_of(self.row, self.batch.office)


class Projection:
    """Turns waiting batches into responses and quarantined lines."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def works_alone(self) -> bool:
        """Whether nobody holds what `project` has not found: SQLite has one writer at a time."""
        return self._engine.dialect.name == "sqlite"

    def waiting(self, formats: Collection[int]) -> Waiting:
        """How many batches wait, given the formats that can be read."""
        query = select(tables.waiting.c.fmt, func.count()).join(tables.inbox, _WAITS).group_by(tables.waiting.c.fmt)
        with reading(self._engine) as connection:
            counts = {row[0]: row[1] for row in connection.execute(query)}
        ready = sum(number for fmt, number in counts.items() if fmt in formats)
        return Waiting(next=ready, deferred=sum(counts.values()) - ready)

    def project(self, read: Reader, formats: Collection[int], limit: int) -> int:
        """Project up to `limit` waiting batches in one transaction; how many it was."""
        with writing(self._engine) as connection:
            places = _claim(connection, formats, limit)
            if not places:
                return 0
            its = select(tables.inbox).where(_key(tables.inbox).in_(places)).order_by(*_columns(tables.inbox))
            batches = _stored(connection, its)
            _keep(connection, [(batch, read(batch)) for batch in batches])
            damaged = set(places) - {_place(batch) for batch in batches}
            _quarantine(connection, [_quarantined(place, 0, UNREADABLE) for place in sorted(damaged)])
            # Where a key is damaged it may not be found again: who goes on while there are some would never end.
            return connection.execute(delete(tables.waiting).where(_key(tables.waiting).in_(places))).rowcount

    def retry(self, read: Reader, formats: Collection[int], limit: int) -> Retried:
        """Read every batch with quarantined lines once more, `limit` of them in one transaction.

        What was made of their other lines stays. They never wait meanwhile: another projector, which may have another
        key, would take them and put them back.
        """
        number, after = 0, ("", "", 0)
        while True:
            with writing(self._engine) as connection:
                batches = _claim_quarantined(connection, formats, after, limit)
                if not batches:
                    others = select(*_columns(tables.quarantine)).join(tables.inbox, _HAS_LINES_ASIDE).distinct()
                    others = others.where(tables.inbox.c.fmt.not_in(formats), readable_batch(connection))
                    left = connection.scalar(select(func.count()).select_from(others.subquery())) or 0
                    return Retried(number, left)
                before = _lines_of(connection, batches)
                outcomes = [(batch, _once_more(read(batch), before[_place(batch)])) for batch in batches]
                connection.execute(delete(tables.quarantine).where(_key(tables.quarantine).in_(before)))
                _keep(connection, outcomes)
            number, after = number + len(batches), _place(batches[-1])

    def renew(self, made: Collection[Anew]) -> set[str]:
        """Put each into the place of what was made of its row: it is damaged, or gone. The ids of those that were.

        A response keeps its own office where its row has come for that one, whatever else of it is damaged; else it
        gets the first. What has come back meanwhile is left alone.
        """
        response = tables.response.c
        wanted = {one.row.id: one for one in sorted(made, key=lambda one: one.row.id)}
        offices = {office for one in made for office in one.offices}
        with writing(self._engine) as connection:
            hold_still(connection, tables.response)
            there = set(connection.scalars(select(response.id).where(response.id.in_(wanted))))
            wanted = {id_: one for id_, one in wanted.items() if not (one.was_gone and id_ in there)}
            under = {damaged: id_ for id_, one in wanted.items() for damaged in one.under}
            known = {under[id_]: office for id_, office in doubles.offices_of(connection, under, offices).items()}
            # One that is not of these offices may be damaged, so that it cannot be decoded.
            its = select(response.id, response.office).where(response.id.in_(wanted), response.office.in_(offices))
            known |= {row.id: row.office for row in connection.execute(its)}
            doubles.take_away(connection, under)
            connection.execute(delete(tables.response).where(response.id.in_(wanted)))
            rows = [columns_of(one.row, one.office(known.get(id_))) for id_, one in wanted.items()]
            if rows:
                insert_many_missing(connection, tables.response, rows)
        return set(wanted)

    def set_aside(self, terminal: str, epoch: str, n: int, lines: Mapping[int, str]) -> None:
        """Put lines of a batch into quarantine, with the reason of each."""
        with writing(self._engine) as connection:
            _quarantine(connection, [_quarantined((terminal, epoch, n), line, why) for line, why in lines.items()])

    def take_away(self, ids: Collection[bytes]) -> int:
        """Take away doubles, by their ids as they stand; how many there were."""
        if not ids:
            return 0
        with writing(self._engine) as connection:
            return doubles.take_away(connection, ids)


def _claim(connection: Connection, formats: Collection[int], limit: int) -> Sequence[_Place]:
    """Waiting batches that no other projector works on."""
    waiting = tables.waiting
    query = select(*_columns(waiting)).join(tables.inbox, _WAITS).where(waiting.c.fmt.in_(formats)).limit(limit)
    found = connection.execute(query.with_for_update(of=waiting, skip_locked=True))
    return [(row.terminal, row.epoch, row.n) for row in found]


def _claim_quarantined(
    connection: Connection, formats: Collection[int], after: _Place, limit: int
) -> Sequence[StoredBatch]:
    """The next batches with quarantined lines; who reads the same ones at once waits, and sees what became of them."""
    columns = _columns(tables.quarantine)
    its = select(*columns).distinct().join(tables.inbox, _HAS_LINES_ASIDE).where(_key(tables.quarantine) > after)
    its = its.where(tables.inbox.c.fmt.in_(formats), readable_batch(connection)).order_by(*columns).limit(limit)
    places = [(row.terminal, row.epoch, row.n) for row in connection.execute(its)]
    query = select(tables.inbox).where(_key(tables.inbox).in_(places)).order_by(*_columns(tables.inbox))
    return _stored(connection, query.with_for_update()) if places else ()


def _stored(connection: Connection, query: Select[Any]) -> Sequence[StoredBatch]:
    """Those that can be read."""
    return [stored_batch(row) for row in connection.execute(query.where(readable_batch(connection)))]


def _lines_of(connection: Connection, batches: Sequence[StoredBatch]) -> Mapping[_Place, Mapping[int, str]]:
    """The lines in quarantine of each batch, and why."""
    found: dict[_Place, dict[int, str]] = {_place(batch): {} for batch in batches}
    line, reason = tables.quarantine.c.line, tables.quarantine.c.reason
    query = select(*_columns(tables.quarantine), line, as_it_stands(connection, reason).label("reason"))
    for row in connection.execute(query.where(_key(tables.quarantine).in_(found))):
        found[row.terminal, row.epoch, row.n][row.line] = bytes_of(row.reason).decode(errors="replace")
    return found


def _once_more(outcome: Reading, before: Mapping[int, str]) -> Reading:
    """What another reader makes of a batch of which the lines `before` were bad; line 0 may stand for all of them.

    What it cannot read but another could stays a response. What it does not come to stays in quarantine.
    """
    bad = {line: why for line, why in outcome.bad.items() if line == 0 or _is_open(line, before)}
    if 0 in bad:
        bad = {line: why for line, why in before.items() if line not in outcome.rows} | bad
    rows = {line: row for line, row in outcome.rows.items() if _is_open(line, before)}
    return Reading(rows, bad)


def _is_open(line: int, before: Mapping[int, str]) -> bool:
    """Whether nothing has been made of a line so far: of each has been, where only the header was wrong."""
    return line in before or before.get(0, MISCOUNTED) != MISCOUNTED


def _keep(connection: Connection, outcomes: Sequence[tuple[StoredBatch, Reading]]) -> None:
    """Store the rows, and the other lines as quarantined."""
    found = [_Found(row, batch, line) for batch, outcome in outcomes for line, row in outcome.rows.items()]
    bad = [_quarantined(_place(batch), line, why) for batch, outcome in outcomes for line, why in outcome.bad.items()]
    bad += [_quarantined(_place(doubtful.batch), doubtful.line, why) for doubtful, why in _store(connection, found)]
    _quarantine(connection, bad)


def _quarantine(connection: Connection, lines: Sequence[Mapping[str, Any]]) -> None:
    if lines:
        connection.execute(insert_missing(connection, tables.quarantine), lines)


def _key(table: Table) -> Tuple:
    return tuple_(*_columns(table))


def _columns(table: Table) -> tuple[Column[Any], ...]:
    return table.c.terminal, table.c.epoch, table.c.n


def _place(batch: StoredBatch) -> _Place:
    return batch.terminal, batch.epoch, batch.n


def _store(connection: Connection, found: Sequence[_Found]) -> Iterator[tuple[_Found, str]]:
    """Insert what is new; gives those whose id is taken, by a row that says something else or cannot be read, and why.

    A damaged one does not give way: whether it was made of this row only all its batches tell (`mending`).
    In the order of the ids: two projectors can then not lock each other out, and the order says nothing.
    """
    ordered = sorted(found, key=lambda one: one.row.id)
    first = {one.row.id: one for one in reversed(ordered)}
    again = [one for one in ordered if first[one.row.id] is not one]
    rows = [first[key].columns for key in sorted(first)]
    if rows and insert_many_missing(connection, tables.response, rows) != len(rows):
        again = ordered  # some were there; which, costs more to ask for than to compare them all
    for start in range(0, len(again), _AT_ONCE):
        some = again[start : start + _AT_ONCE]
        ids = {one.row.id for one in some}
        query = select(tables.response).where(tables.response.c.id.in_(ids), readable(connection))
        stored = {row["id"]: row for row in connection.execute(query).mappings()}
        for one in some:
            if one.row.id not in stored:
                yield one, DAMAGED
            elif not says(stored[one.row.id], one.row):
                yield one, DIFFERENT


def _quarantined(place: _Place, line: int, reason: str) -> dict[str, Any]:
    terminal, epoch, n = place
    return {"terminal": terminal, "epoch": epoch, "n": n, "line": line, "reason": reason}
