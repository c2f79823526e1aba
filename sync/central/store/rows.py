"""A row as it came in a batch, and the response that was made of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import RowMapping

from sync.protocol import Row


def columns_of(row: Row, office: str) -> dict[str, Any]:
    """What stands in the columns of the response."""
    return {
        "id": row.id,
        "office": office,
        "questionnaire": row.questionnaire,
        "version": row.version,
        "language": row.language,
        "period": row.period,
        "channel": row.channel,
        "complete": row.complete,
        "answers": {question: list(codes) for question, codes in row.answers.items()},
        "flags": " ".join(row.flags),
    }


def says(stored: Mapping[str, Any] | RowMapping, row: Row) -> bool:
    """Whether the response `stored` says what `row` does; of answers that are encrypted there nobody can tell.

    The office has no say: a terminal may have sent the same row for the one that it belonged to before.
    """
    passed_over = {"office", "answers"} if row.encrypted else {"office"}
    return all(stored[name] == value for name, value in columns_of(row, "").items() if name not in passed_over)
