"""Released comments in a file of their own, with no key to the rows of responses, as coarsely dated as those.

A comment is told with its week where five or more of the same question share it, else with the month or the year
(`told_periods`), and not before that is over. The order is that of random ids, which are not in the file.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from kiosk.analysis.disclosure import THRESHOLD
from kiosk.domain.comment import Comment
from kiosk.domain.errors import BadInput
from kiosk.domain.record import PeriodCount
from kiosk.export.atomic import atomic_path
from kiosk.export.csv_file import write_rows
from kiosk.export.told_periods import told_periods

COLUMNS = ("questionnaire", "question", "language", "period", "text")
ENDINGS = (".csv", ".jsonl")


@dataclass(frozen=True, slots=True)
class Written:
    """How many comments are in the file, and how many released ones wait for a period that is over."""

    comments: int
    held_back: int


def require_comments_file(options: argparse.Namespace) -> Path:
    """The file that is asked for; raises `BadInput` where the arguments do not go together."""
    file: Path | None = options.file
    if file is None or file.suffix.lower() not in ENDINGS:
        raise BadInput(f"--comments writes one FILE; allowed: a name that ends in {' or '.join(ENDINGS)}")
    others = {
        "--release": options.release,
        "--public": options.public,
        "--questionnaire": options.questionnaire,
        "--from": options.first,
        "--to": options.last,
        "--labels": options.labels,
    }
    if wrong := [name for name, given in others.items() if given]:
        raise BadInput(f"--comments writes every released comment; leave {', '.join(wrong)} out")
    return file


def write_comments(path: Path, released: Sequence[Comment], today: date, *, excel: bool = False) -> Written:
    """Write those of the `released` comments that may be told, whole or not at all. Raises `EnvironmentFault`."""
    told = _told(released, today)
    rows = [
        (one.questionnaire, one.question, one.language, period, one.text)
        for one in sorted(released, key=lambda comment: comment.id)
        if (period := told.get((_series(one), str(one.period)))) is not None
    ]
    if path.suffix.lower() == ".jsonl":
        with atomic_path(path) as place:
            place.write_bytes(
                b"".join(msgspec.json.encode(dict(zip(COLUMNS, row, strict=True))) + b"\n" for row in rows)
            )
    else:
        write_rows(path, COLUMNS, rows, ";" if excel else ",")
    return Written(len(rows), len(released) - len(rows))


def _told(released: Sequence[Comment], today: date) -> Mapping[tuple[str, str], str]:
    """By question, language and period, what is told instead of the period."""
    counts = Counter((one.questionnaire, _series(one), str(one.period)) for one in released)
    # Each question and language takes the place of an office: only its own comments share a period with one another.
    # The language stands in the rows of answers, too: the only Ukrainian comment of a week that has one Ukrainian row
    # would be that row's.
    each = [PeriodCount(series, questionnaire, 0, period, n) for (questionnaire, series, period), n in counts.items()]
    return told_periods(each, today, THRESHOLD)


def _series(comment: Comment) -> str:
    return f"{comment.questionnaire} {comment.question} {comment.language}"
