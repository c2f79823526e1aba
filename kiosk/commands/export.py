"""`kiosk export`: one row per response."""

from __future__ import annotations

import argparse

from kiosk.commands.places import existing_data
from kiosk.domain.errors import BadInput
from kiosk.domain.period import Period
from kiosk.export.csv_file import PROPERTIES, response_row, write_csv
from kiosk.store.store import Store


def run(options: argparse.Namespace) -> int:
    if options.file.suffix.lower() != ".csv":
        raise BadInput(f"cannot export to '{options.file.name}'; allowed: a name that ends in .csv")
    first = Period.parse(options.first) if options.first else None
    last = Period.parse(options.last) if options.last else None
    if first is not None and last is not None and first.first_day > last.last_day:
        raise BadInput(f"--from {first} is later than --to {last}; allowed: a first period that is not after the last")
    with Store.open(existing_data(options)) as store:
        periods = _between(store.responses.periods(), first, last)
        questions = store.responses.question_keys()
        row = response_row(questions)
        written = write_csv(options.file, [*PROPERTIES, *questions], map(row, store.responses.stream(periods)))
    print(f"{written} responses written to {options.file}")
    return 0


def _between(periods: tuple[str, ...], first: Period | None, last: Period | None) -> list[str] | None:
    """The periods to write, or None for all: those that begin from the first day to the last day that was asked for."""
    if first is None and last is None:
        return None
    return [
        text
        for text in periods
        if (first is None or Period.parse(text).first_day >= first.first_day)
        and (last is None or Period.parse(text).first_day <= last.last_day)
    ]
