"""One export from beginning to end: which responses may be told, how they are described, where they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from itertools import count
from pathlib import Path

from kiosk.analysis.disclosure import THRESHOLD
from kiosk.domain.errors import BadInput
from kiosk.domain.questionnaire import Questionnaire
from kiosk.domain.record import PeriodCount
from kiosk.domain.reporting import ReportingPeriod
from kiosk.export.formats import require_format, write_table
from kiosk.export.inferred import inferred_questionnaire
from kiosk.export.owner import Owner
from kiosk.export.public_tables import write_public
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


class Kind(Enum):
    """What is made: a file with a row per response, a folder for the archive, or tables that may be published."""

    ROWS = "rows"
    RELEASE = "release"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an export did. `held_back` are responses of the span whose period may not be told yet.

    `others` are questionnaires with responses that were not asked for, `invalid` the questions with codes that their
    questionnaire does not have. `tables` is the number of rows of public tables.
    """

    questionnaire: str
    written: int
    held_back: int
    others: tuple[str, ...]
    invalid: tuple[str, ...]
    tables: int | None = None
    inferred: tuple[int, ...] = ()
    """Versions that no pack at hand describes: without words, skip logic and the codes that nobody chose."""


@dataclass(frozen=True, slots=True)
class Job:
    """Exports from one state of a store.

    `known` are the questionnaires at hand, the one that is asked now last; `owner` is whose responses they are.
    """

    source: Source
    known: Sequence[Questionnaire]
    owner: Owner
    today: date
    by_office: bool = False
    late: timedelta = timedelta()
    """How long after a period's end some of its responses may still be on their way here."""
    progress: Progress = lambda _done: None

    @property
    def told_until(self) -> date:
        """The day by which a period must be over to be told of."""
        return self.today - self.late

    def run(self, request: Request, kind: Kind = Kind.ROWS) -> Outcome:
        """Write what is asked for to `request.path`, whole or not at all.

        Raises `BadInput`, `EnvironmentFault`, `StoreFault`, and `Cancelled` where `progress` does.
        """
        require_order(request)
        match kind:
            case Kind.ROWS:
                require_format(request.path)
                table = self._table(request)
                write_table(request.path, table, request.style)
                return self._outcome(table)
            case Kind.PUBLIC:
                table = self._table(request, own_periods=True)
                written = write_public(
                    request.path, table, request.style, self.told_until, lambda period: _is_inside(period, request)
                )
                return self._outcome(table, written)
            case Kind.RELEASE:
                return self._release(request)

    def _release(self, request: Request) -> Outcome:
        from kiosk.export.release import DATA, write_release  # noqa: PLC0415  # brings what only a release needs

        parts = count()

        def part(*, own_periods: bool = False) -> Table:
            table, number, parts_in_all = self._table(request, own_periods=own_periods), next(parts), len(DATA) + 1
            table.progress = lambda share: self.progress((number + share) / parts_in_all)
            return table

        table = write_release(
            request.path,
            part,
            lambda: part(own_periods=True),
            self.owner,
            self.today,
            request.style,
        )
        return self._outcome(table)

    def _table(self, request: Request, *, own_periods: bool = False) -> Table:
        table = table_of(
            self.source, request, self.known, self.told_until, by_office=self.by_office, own_periods=own_periods
        )
        table.progress = self.progress
        return table

    def _outcome(self, table: Table, tables: int | None = None) -> Outcome:
        chosen = table.codebook.newest.id
        others = tuple(sorted({one.questionnaire for one in self.source.period_counts()} - {chosen}))
        described = {one.version for one in self.known if one.id == chosen}
        inferred = tuple(one.version for one in table.codebook.questionnaires if one.version not in described)
        return Outcome(chosen, table.written, table.held_back, others, table.invalid, tables, inferred)


def table_of(
    source: Source,
    request: Request,
    known: Sequence[Questionnaire],
    today: date,
    *,
    by_office: bool,
    own_periods: bool = False,
) -> Table:
    """The table that a request asks for.

    With `own_periods` every response has its own period, even one that few share, and the span of the request has no
    say: for tables that hide small counts, and must be the same for whoever asks. Of several offices only what is told
    of each is counted together: else one that is not would be what is left when the others are taken away.
    """
    counts = source.period_counts()
    chosen = _chosen(request, known, counts)
    mine = [one for one in counts if one.questionnaire == chosen]
    codebook = _codebook(source, chosen, known, mine)
    told = told_periods(mine, today, THRESHOLD if by_office or not own_periods else 1)
    inside = {one.period for one in mine}
    if own_periods:
        told = {key: key[1] for key in told}
    else:
        inside = {period for period in inside if _is_inside(ReportingPeriod.parse(period), request)}
        told = {
            key: text
            for key, text in told.items()
            if key[1] in inside and _is_inside(ReportingPeriod.parse(text), request)
        }
    return Table(
        codebook,
        source.records(chosen, None if len(inside) == len({one.period for one in mine}) else inside),
        sum(one.responses for one in mine if one.period in inside),
        told,
        by_office,
    )


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


def _codebook(source: Source, chosen: str, known: Sequence[Questionnaire], counts: Sequence[PeriodCount]) -> Codebook:
    described = {one.version: one for one in known if one.id == chosen}
    questions = {question.key: question for one in described.values() for question in one.questions}
    inferred = [
        inferred_questionnaire(chosen, version, source.given_answers(chosen, version), questions)
        for version in sorted({one.version for one in counts} - set(described))
    ]
    return Codebook.of(list(described.values()), inferred)
