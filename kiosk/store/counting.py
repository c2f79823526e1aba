"""Answers the one question of every measure: how many responses, by these columns."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence

import sqlalchemy
from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.types import String

from kiosk.domain.counts import CHOSEN, DECLINED, FLAGGED, NOT_ASKED, NOT_CHOSEN, Column, Counts
from kiosk.encryption import Keyring
from kiosk.store import tables
from kiosk.store.checksums import fits
from kiosk.store.engine import Engines, faults_translated
from kiosk.store.opened import encrypted, encrypted_for, opened, require_keys


class Counting:
    """Reads only; any thread. Raises `StoreFault`."""

    def __init__(self, engines: Engines, keys: Keyring) -> None:
        self._engines = engines
        self._keys = keys

    def count(self, columns: Sequence[Column], questionnaire: str | None = None) -> Counts:
        """How many closed responses there are by `columns`, of one questionnaire or of all.

        Raises `BadInput` where a column is a question and answers are encrypted for keys that are not at hand.
        """
        sources = dict.fromkeys((column.name, column.is_question) for column in columns)
        values = [_value(*source).label(f"c{number}") for number, source in enumerate(sources)]
        query = select(*values, func.count()).select_from(tables.responses).where(fits(tables.responses))
        if questionnaire is not None:
            query = query.where(tables.responses.c.questionnaire == questionnaire)
        if any(is_question for _, is_question in sources):  # one that was altered since cannot be read
            query = query.where(opened(tables.responses.c.answers).is_not(None))
        if values:
            query = query.group_by(*values)
        cells: defaultdict[tuple[str, ...], int] = defaultdict(int)
        with faults_translated("count responses"), self._engines.read.connect() as connection:
            if any(is_question for _, is_question in sources):
                require_keys(connection, tables.responses.c.answers, self._keys)
            for *found, number in connection.execute(query):
                given = dict(zip(sources, found, strict=True))
                cell = tuple(_told(column, given[column.name, column.is_question]) for column in columns)
                cells[cell] += number
        return Counts(tuple(columns), {cell: number for cell, number in cells.items() if number})

    def encrypted_for(self) -> dict[tuple[str, ...], int]:
        """How many responses are encrypted, by the fingerprints of the two keys that open them."""
        with faults_translated("count responses"), self._engines.read.connect() as connection:
            return encrypted_for(connection, tables.responses.c.answers)

    def readable(self) -> int:
        """How many texts that people gave are not encrypted: of responses, open interviews and comments.

        Damaged ones, too: nobody counts them, but who has the file can read them.
        """
        columns = tables.responses.c.answers, tables.open_interviews.c.answers, tables.comments.c.text
        with faults_translated("count responses"), self._engines.read.connect() as connection:
            return sum(connection.scalar(_readable(column)) or 0 for column in columns)

    def questionnaires(self) -> tuple[str, ...]:
        """Ids of the questionnaires that have responses."""
        known = tables.responses.c.questionnaire
        query = select(known).where(fits(tables.responses)).distinct().order_by(known)
        with faults_translated("count responses"), self._engines.read.connect() as connection:
            return tuple(connection.execute(query).scalars())


def _readable(column: sqlalchemy.Column[str]) -> Select[int]:
    return select(func.count()).where(column != "", ~encrypted(column))


def _value(name: str, is_question: bool) -> ColumnElement[str]:  # noqa: FBT001  # half of a key
    """A property as text, or the JSON list of a question's codes: read once, however many choices are told apart."""
    if is_question:
        return func.json_extract(opened(tables.responses.c.answers), f'$."{name}"')
    if name == FLAGGED.name:
        return sql_cast(tables.responses.c.flags != "", String)
    return sql_cast(tables.responses.c[name], String)


def _told(column: Column, found: str | None) -> str:
    if not column.is_question:
        return str(found)
    if found is None:
        return NOT_ASKED
    codes: list[str] = json.loads(found)
    if not codes:
        return DECLINED
    if column.code is None:
        return codes[0]
    return CHOSEN if column.code in codes else NOT_CHOSEN
