"""CSV: one row per response, codes as they are stored, UTF-8 with a byte order mark; memory stays flat."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kiosk.domain.response import Response
from kiosk.export.atomic import atomic_text

PROPERTIES = ("id", "questionnaire", "version", "language", "period", "channel", "complete", "flags")
"""The columns before the questions."""
DECLINED = "-"
"""The cell of a question that was declined; an empty cell is one that was not asked or not reached."""


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Write a table atomically; gives the number of rows. Raises `EnvironmentFault`."""
    written = 0
    with atomic_text(path) as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for row in rows:
            writer.writerow(row)
            written += 1
    return written


def response_row(questions: Sequence[str]) -> Callable[[Response], list[object]]:
    """How a response becomes a row: its properties, then one cell for each of `questions`."""

    def row(response: Response) -> list[object]:
        answers = response.answers
        cells = [
            response.id,
            response.questionnaire,
            response.version,
            response.language,
            str(response.period),
            response.channel.value,
            int(response.complete),
            " ".join(response.flags),
        ]
        return cells + [(" ".join(answers[key]) or DECLINED) if key in answers else "" for key in questions]

    return row
