"""What `kiosk export` and `kiosk-central export` do alike, once their store is open."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date

from kiosk.domain.questionnaire import Questionnaire
from kiosk.domain.reporting import ReportingPeriod
from kiosk.export.job import Outcome, Request, export_responses
from kiosk.export.progress_line import ProgressLine
from kiosk.export.source import Source
from kiosk.export.table import Style


def request_of(options: argparse.Namespace) -> Request:
    """The request that was typed; raises `BadInput`."""
    return Request(
        options.file,
        options.questionnaire,
        ReportingPeriod.parse(options.first) if options.first else None,
        ReportingPeriod.parse(options.last) if options.last else None,
        Style(options.language, options.labels, options.excel),
    )


def run_export(
    source: Source, options: argparse.Namespace, known: Sequence[Questionnaire], today: date, *, by_office: bool
) -> int:
    """Export, with progress on a terminal; prints what was written. Raises what `export_responses` does."""
    request = request_of(options)
    line = ProgressLine(sys.stderr, sum(one.responses for one in source.period_counts()))
    try:
        outcome = export_responses(source, request, known, today, by_office=by_office, progress=line)
    finally:
        line.end()
    for sentence in told(outcome, request):
        print(sentence)
    return 0


def told(outcome: Outcome, request: Request) -> list[str]:
    """What an export did, in sentences."""
    sentences = [f"{_responses(outcome.written)} to questionnaire {outcome.questionnaire} written to {request.path}"]
    if outcome.held_back:
        sentences.append(
            f"{_responses(outcome.held_back)} held back: their week, or the month or year that stands in for a week of "
            "fewer than 5, is not over or not wholly in the span"
        )
    if outcome.others:
        sentences.append(f"there are responses to others, too: {', '.join(outcome.others)} (--questionnaire)")
    if outcome.invalid:
        sentences.append(f"codes that the questionnaire does not have are marked '?': {', '.join(outcome.invalid)}")
    return sentences


def _responses(number: int) -> str:
    return f"{number} {'response' if number == 1 else 'responses'}"
