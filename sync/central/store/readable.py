"""Which responses and batches can be read: one that is damaged is told and passed over, and the others go on.

No checksum stands beside the centre's responses, as beside a terminal's rows (`kiosk.store.checksums`). Each was made
of a batch, and of the batch there is the hash of what the terminal has signed: whether a response still says what came
is judged by that (`ledger`), and it is made anew of it (`mending`). Here it is judged only whether a row has the shape
of a response at all, lest a single one keep all others out of a file. So is what stands beside a batch: whether that
is as it came its hash tells, once it can be read.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, func, literal_column, not_, select

from kiosk.domain.errors import BadInput
from kiosk.domain.period import Period
from kiosk.store.sql_functions import teach
from sync.central.store import tables

_FUNCTION = "okienko_readable"
_OF_BATCH = "okienko_readable_batch"
_ID = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_TEXTS = frozenset(column.name for column in tables.response.c) - {"version", "complete"}
_TEXTS_OF_BATCH = ("terminal", "epoch", "sha", "office", "received_on")
_ANSWERS = msgspec.json.Decoder(dict[str, list[str]])
_IN_POSTGRESQL = r"""
(CASE WHEN version >= 1 AND jsonb_typeof(answers) = 'object'
      AND id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'
      AND period ~ '^\d{4}-(W[0-5]\d|(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))$'
 THEN period = CASE WHEN substr(period, 6, 1) = 'W' THEN to_char(to_date(period, 'IYYY-"W"IW'), 'IYYY-"W"IW')
                    ELSE to_char(to_date(left(period, 7), 'YYYY-MM') + right(period, 2)::int - 1, 'YYYY-MM-DD') END
      AND NOT jsonb_path_exists(answers, 'strict $.* ? (@.type() <> "array")', '{}', true)
      AND NOT jsonb_path_exists(answers, 'strict $.*[*] ? (@.type() <> "string")', '{}', true)
 ELSE false END)
"""
"""There columns hold what they are made for, so that only JSON and periods can be something else."""


def prepare(connection: Any) -> None:
    """Teach SQLite's driver's `connection` to judge a response, and a batch."""
    teach(connection, _FUNCTION, len(tables.response.c), _is_readable, deterministic=True)
    teach(connection, _OF_BATCH, len(_TEXTS_OF_BATCH), _is_readable_batch, deterministic=True)


def readable(connection: Connection) -> ColumnElement[bool]:
    """The condition that a response can be read. Where it holds, no column of the row fails to be decoded."""
    return literal_column(_IN_POSTGRESQL if connection.dialect.name == "postgresql" else _IN_SQLITE)


def readable_batch(connection: Connection) -> ColumnElement[bool]:
    """The condition that no column of a row of the inbox fails to be decoded; a server's always can be."""
    return literal_column("true" if connection.dialect.name == "postgresql" else _BATCH_IN_SQLITE)


def count_unreadable(connection: Connection) -> int:
    """How many responses cannot be read; looks at all of them."""
    query = select(func.count()).select_from(tables.response).where(not_(readable(connection)))
    return connection.scalar(query) or 0


def _in_sqlite() -> str:
    """Texts are handed over as bytes: the driver decodes none that is damaged. Their type is a bit of the file, too."""
    are_texts = " AND ".join(f"typeof(response.{name}) = 'text'" for name in sorted(_TEXTS))
    columns = ["id", "answers", *(column.name for column in tables.response.c if column.name not in ("id", "answers"))]
    given = (f"CAST(response.{name} AS BLOB)" if name in _TEXTS else f"response.{name}" for name in columns)
    return f"({are_texts} AND {_FUNCTION}({', '.join(given)}))"


def _batch_in_sqlite() -> str:
    given = ", ".join(f"CAST(inbox.{name} AS BLOB)" for name in _TEXTS_OF_BATCH)
    types = dict.fromkeys(_TEXTS_OF_BATCH, "text") | {
        "n": "integer",
        "fmt": "integer",
        "rows": "integer",
        "body": "blob",
    }
    are_types = " AND ".join(f"typeof(inbox.{name}) = '{kind}'" for name, kind in types.items())
    return f"({are_types} AND {_OF_BATCH}({given}))"


_IN_SQLITE = _in_sqlite()
_BATCH_IN_SQLITE = _batch_in_sqlite()


def _is_readable(id_: bytes, answers: bytes, *properties: Any) -> bool:
    return _ID.fullmatch(id_) is not None and _are_properties(*properties) and _are_answers(answers)


@lru_cache(maxsize=4096, typed=True)
def _are_properties(
    office: bytes,
    questionnaire: bytes,
    version: object,
    language: bytes,
    period: bytes,
    channel: bytes,
    complete: object,
    flags: bytes,
) -> bool:
    """The other columns, as they stand in the table; the same few come again and again."""
    try:
        words = [word.decode() for word in (office, questionnaire, language, channel)]
        Period.parse(period.decode())
        rules = flags.decode()
    except (UnicodeDecodeError, BadInput):
        return False
    return (
        all(word and word.isprintable() for word in words)
        and rules.isprintable()
        and isinstance(version, int)
        and version >= 1
        and complete in (0, 1)
    )


def _are_answers(answers: bytes) -> bool:
    try:
        _ANSWERS.decode(answers)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def _is_readable_batch(*texts: bytes) -> bool:
    try:
        *words, day = (text.decode() for text in texts)
        date.fromisoformat(day)
    except (UnicodeDecodeError, ValueError):
        return False
    return all(word.isprintable() for word in words)
