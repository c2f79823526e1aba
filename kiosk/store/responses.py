"""Saves what a visitor taps, at once and for good, and later takes away the traces of the order.

An answer is committed at the tap. The write-ahead log and the places of cells inside a page then still know who came
after whom; `settle` rewrites the file in key order, which is random, and empties the log.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, delete, select

from kiosk.domain.clock import Clock
from kiosk.domain.period import Period
from kiosk.domain.response import Channel, Response
from kiosk.store import tables
from kiosk.store.answers import from_row, to_row
from kiosk.store.checksums import fits, insert_rows, insertion, new_rows, replacing
from kiosk.store.encrypting import Encrypting
from kiosk.store.engine import Engines, faults_translated, transaction
from kiosk.store.settling import Settling

_LOT = 500
"""Responses written by one statement."""


class ResponseStore:
    """Every method is one transaction, durable when it returns; all raise `StoreFault`. Any one thread at a time."""

    def __init__(self, engines: Engines, clock: Clock, settling: Settling, encrypting: Encrypting) -> None:
        self._engines = engines
        self._clock = clock
        self._settling = settling
        self._encrypting = encrypting

    def keep(self, response: Response) -> None:
        """Save the answers given so far; may be repeated with more of them under the same id."""
        table = tables.open_interviews
        statement = insertion(table).on_conflict_do_update(index_elements=["id"], set_=replacing(table))
        with self._writing("save an answer") as connection:
            connection.execute(statement, new_rows(table, [self._encrypting.row(to_row(response))]))

    def close(self, response: Response) -> None:
        """The last word on a response: it counts from now on and waits for the office. Safe to repeat.

        It counts in the period that runs, where that is a later one than its own: what was told of a period that is
        over would else change by one visitor.
        """
        response = self._in_the_period_that_runs(response)
        with self._writing("save a response") as connection:
            connection.execute(delete(tables.open_interviews).where(tables.open_interviews.c.id == response.id))
            is_new = _insert_closed(connection, self._closed_row(response))
            if is_new and response.channel is Channel.TERMINAL and not self._encrypting.is_on:
                _count(connection, response, self._clock.now())

    def add(self, responses: Iterable[Response]) -> int:
        """Add closed responses, all or none; those already here are passed over. Gives how many were new."""
        with self._writing("add responses") as connection:
            return sum(self._insert_new(connection, some) for some in _in_lots(responses))

    def recover(self) -> int:
        """Close what a crash or a power cut left open, as incomplete. Call at start; gives how many there were."""
        whole = fits(tables.open_interviews)
        with self._writing("recover open interviews") as connection:
            rows = connection.execute(select(tables.open_interviews).where(whole)).mappings().all()
            for row in rows:
                closed = self._in_the_period_that_runs(from_row(row, complete=False))
                _insert_closed(connection, self._closed_row(closed))
            connection.execute(delete(tables.open_interviews).where(whole))
        return len(rows)

    def settle(self) -> None:
        """Remove every trace of order from the file. Does nothing when nothing was saved since the last time.

        A reader in another process only puts it off: it is tried again at the next call.
        """
        self._settling.settle()

    def stream(self) -> Iterator[Response]:
        """Closed responses in the order of their random ids; memory stays flat."""
        query = select(tables.responses).where(fits(tables.responses)).order_by(tables.responses.c.id)
        with faults_translated("read responses"), self._engines.read.connect() as connection:
            for row in connection.execution_options(yield_per=1000).execute(query).mappings():
                yield from_row(row, complete=row["complete"])

    def _in_the_period_that_runs(self, response: Response) -> Response:
        running = Period.containing(self._clock.now().date(), response.period.length)
        return replace(response, period=max(running, response.period))

    def _closed_row(self, response: Response) -> dict[str, Any]:
        return {**self._encrypting.row(to_row(response)), "complete": response.complete}

    def _insert_new(self, connection: Connection, responses: Sequence[Response]) -> int:
        """Write those closed responses that are not here yet; gives how many. In bulk: a terminal may wait for it."""
        ids = [response.id for response in responses]
        known = set(connection.scalars(select(tables.responses.c.id).where(tables.responses.c.id.in_(ids))))
        rows = {one.id: self._closed_row(one) for one in responses if one.id not in known}
        if rows:
            insert_rows(connection, tables.responses, *rows.values())
            insert_rows(connection, tables.outbox, *({"response": id_} for id_ in rows))
        return len(rows)

    @contextmanager
    def _writing(self, doing: str) -> Iterator[Connection]:
        self._settling.mark()
        with transaction(self._engines.write, doing) as connection:
            yield connection


def _insert_closed(connection: Connection, row: Mapping[str, Any]) -> bool:
    """Write a closed response and its place in the outbox; False when it was here already, and undamaged."""
    table = tables.responses
    statement = insertion(table).on_conflict_do_update(index_elements=["id"], set_=replacing(table), where=~fits(table))
    if connection.execute(statement, new_rows(table, [row])).rowcount == 0:
        return False
    waits = insertion(tables.outbox).on_conflict_do_update(index_elements=["response"], set_=replacing(tables.outbox))
    connection.execute(waits, new_rows(tables.outbox, [{"response": row["id"]}]))
    return True


def _in_lots(responses: Iterable[Response]) -> Iterator[list[Response]]:
    rest = iter(responses)
    while lot := list(islice(rest, _LOT)):
        yield lot


def _count(connection: Connection, response: Response, now: datetime) -> None:
    """Count the first question's code; its answer comes first because the home page asks it."""
    first = next(iter(response.answers.values()), ())
    for code in first:
        row = {
            "quarter": f"{now.year}-Q{(now.month + 2) // 3}",
            "questionnaire": response.questionnaire,
            "weekday": now.isoweekday(),
            "hour": now.hour,
            "code": code,
        }
        one_more = replacing(tables.tallies, {"count": "tallies.count + 1"})
        statement = insertion(tables.tallies).on_conflict_do_update(
            index_elements=list(row), set_=one_more, where=fits(tables.tallies)
        )
        connection.execute(statement, new_rows(tables.tallies, [{**row, "count": 1}]))
