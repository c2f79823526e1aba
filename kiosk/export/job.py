"""One export from beginning to end: which responses may be told, how they are described, where they are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kiosk.analysis.disclosure import THRESHOLD
from kiosk.domain.errors import BadInput
from kiosk.domain.questionnaire import Questionnaire
from kiosk.domain.record import PeriodCount
from kiosk.domain.reporting import ReportingPeriod
from kiosk.export.formats import require_format, write_table
from kiosk.export.inferred import inferred_questionnaire
from kiosk.export.source import Source
from kiosk.export.table import Progress, Style, Table
from kiosk.export.told_periods import told_periods
from kiosk.export.variables import Codebook


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for. `questionnaire` None is the one that is asked now, else the only one there is.

    `first` and `last` are reporting periods, both included; None leaves that end open.
    """

    path: Path
    questionnaire: str | None = None
    first: ReportingPeriod | None = None
    last: ReportingPeriod | None = None
    style: Style = field(default_factory=Style)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an export did. `held_back` are responses of the span whose period may not be told yet.

    `others` are questionnaires with responses that were not asked for, `invalid` the questions with codes that their
    questionnaire does not have.
    """

    questionnaire: str
    written: int
    held_back: int
    others: tuple[str, ...]
    invalid: tuple[str, ...]


def export_responses(
    source: Source,
    request: Request,
    known: Sequence[Questionnaire],
    today: date,
    *,
    by_office: bool = False,
    progress: Progress = lambda _done: None,
) -> Outcome:
    """Write the responses of `source` to `request.path` in the format of its ending, atomically.

    `known` are the questionnaires at hand, the one that is asked now last. Raises `BadInput`, `EnvironmentFault`,
    `StoreFault`, and `Cancelled` where `progress` does.
    """
    require_format(request.path)
    require_order(request)
    table, chosen, others = table_of(source, request, known, today, by_office=by_office)
    table.progress = progress
    write_table(request.path, table, request.style)
    return Outcome(chosen, table.written, table.held_back, others, table.invalid)


def table_of(
    source: Source, request: Request, known: Sequence[Questionnaire], today: date, *, by_office: bool
) -> tuple[Table, str, tuple[str, ...]]:
    """The table that a request asks for, the questionnaire it is of, and which others there are."""
    counts = source.period_counts()
    chosen = _chosen(request, known, counts)
    mine = [one for one in counts if one.questionnaire == chosen]
    codebook = Codebook.of(_versions(source, chosen, known, mine))
    inside = {one.period for one in mine if _is_inside(ReportingPeriod.parse(one.period), request)}
    told = {
        key: text
        for key, text in told_periods(mine, today, THRESHOLD).items()
        if key[1] in inside and _is_inside(ReportingPeriod.parse(text), request)
    }
    table = Table(
        codebook,
        source.records(chosen, inside),
        sum(one.responses for one in mine if one.period in inside),
        told,
        by_office,
    )
    others = tuple(sorted({one.questionnaire for one in counts} - {chosen}))
    return table, chosen, others


def require_order(request: Request) -> None:
    """Raise `BadInput` where the first period is later than the last."""
    if request.first is not None and request.last is not None and request.first.first_day > request.last.last_day:
        allowed = "allowed: a first period that is not after the last"
        raise BadInput(f"--from {request.first} is later than --to {request.last}; {allowed}")


def _is_inside(period: ReportingPeriod, request: Request) -> bool:
    """Whether the whole period is in the span: of one that sticks out, part of a group would be told."""
    return (request.first is None or period.first_day >= request.first.first_day) and (
        request.last is None or period.last_day <= request.last.last_day
    )


def _chosen(request: Request, known: Sequence[Questionnaire], counts: Sequence[PeriodCount]) -> str:
    there = sorted({one.questionnaire for one in counts} | {one.id for one in known})
    if request.questionnaire is not None:
        if request.questionnaire not in there:
            allowed = ", ".join(there) or "none yet"
            raise BadInput(f"there is no questionnaire '{request.questionnaire}'; allowed: {allowed}")
        return request.questionnaire
    if known:
        return known[-1].id
    if len(there) == 1:
        return there[0]
    if not there:
        raise BadInput("there are no responses yet, so there is nothing to write")
    raise BadInput(f"there are several questionnaires; choose one with --questionnaire: {', '.join(there)}")


def _versions(
    source: Source, chosen: str, known: Sequence[Questionnaire], counts: Sequence[PeriodCount]
) -> list[Questionnaire]:
    described: Mapping[int, Questionnaire] = {one.version: one for one in known if one.id == chosen}
    inferred = [
        inferred_questionnaire(chosen, version, source.given_answers(chosen, version))
        for version in sorted({one.version for one in counts} - set(described))
    ]
    return [*described.values(), *inferred]
