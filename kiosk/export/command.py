"""What `kiosk export` and `kiosk-central export` do alike, once their store is open."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date, timedelta

from kiosk.domain.errors import BadInput
from kiosk.domain.questionnaire import Questionnaire
from kiosk.domain.reporting import ReportingPeriod
from kiosk.export.formats import require_format
from kiosk.export.job import Job, Kind, Outcome, Request
from kiosk.export.owner import Owner
from kiosk.export.progress_line import ProgressLine
from kiosk.export.public_tables import require_public
from kiosk.export.source import Source
from kiosk.export.table import Style


def require_sense(options: argparse.Namespace) -> None:
    """Raise `BadInput` where the arguments do not go together, before any store is opened."""
    if (options.file is None) == (options.release is None):
        raise BadInput("name one place to write to: a FILE, or a folder with --release DIR")
    if options.public and options.release is not None:
        raise BadInput("--public writes one FILE of tables; leave --release out")
    if options.public:
        require_public(options.file)
    elif options.file is not None:
        require_format(options.file)


def run_export(
    source: Source,
    options: argparse.Namespace,
    known: Sequence[Questionnaire],
    owner: Owner,
    today: date,
    *,
    by_office: bool,
    late: timedelta = timedelta(),
) -> int:
    """Export, with progress on a terminal; prints what was written. Raises what `export_responses` does."""
    request = Request(
        options.file if options.file is not None else options.release,
        options.questionnaire,
        None if options.first is None else ReportingPeriod.parse(options.first),
        None if options.last is None else ReportingPeriod.parse(options.last),
        Style(options.language, options.labels, options.excel),
    )
    kind = Kind.PUBLIC if options.public else Kind.RELEASE if options.release is not None else Kind.ROWS
    with ProgressLine(sys.stderr) as line:
        job = Job(source, known, owner, today, by_office=by_office, late=late, progress=line)
        outcome = job.run(request, kind)
    for sentence in told(outcome, request, late):
        print(sentence)
    return 0


def told(outcome: Outcome, request: Request, late: timedelta = timedelta()) -> list[str]:
    """What an export did, in sentences."""
    what = f"{outcome.written} responses to" if outcome.tables is None else f"{outcome.tables} rows of tables of"
    sentences = [f"{what} questionnaire {outcome.questionnaire} written to {request.path}"]
    if outcome.inferred:
        versions = ", ".join(map(str, outcome.inferred))
        why = "no words, no skip logic, only the codes that were chosen; name the pack that has it with --pack"
        sentences.append(f"version {versions} of {outcome.questionnaire} is described from the data alone: {why}")
    if outcome.held_back:
        over = f"has not been over for {late.days} days" if late else "is not over"
        why = f"their week {over}, or fewer than five share it, and its month and year"
        sentences.append(f"some responses are held back: {why}; choose a longer time, or wait")
    elif outcome.written == 0 and outcome.tables is None:
        sentences.append("there are no responses in this time; look at --from and --to")
    if outcome.tables == 0:
        sentences.append(
            "tables are of whole months and years that are over and have ten responses; choose a longer time, or wait"
        )
    if outcome.others:
        sentences.append(f"there are responses to others, too: {', '.join(outcome.others)} (--questionnaire)")
    if outcome.invalid:
        sentences.append(f"codes that the questionnaire does not have are marked '?': {', '.join(outcome.invalid)}")
    return sentences
