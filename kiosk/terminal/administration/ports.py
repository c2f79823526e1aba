"""What the administrator's area needs from outside.

Every method is called on the area's one worker thread, never at the same time and never on the GUI thread, and may take
its time. Each raises `EnvironmentFault` with one sentence where it could not be done; then nothing was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Protocol

from kiosk.domain.audit import AuditEntry, AuditEvent

HIDDEN = "•"
"""Stands for a count that is small, or would give a small one away."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands at the gate. `tries_left` are those before the next wait, `wait_seconds` until the next try."""

    has_pin: bool
    is_open: bool = False
    tries_left: int = 0
    wait_seconds: float = 0.0


class PinGate(Protocol):
    """Lets in whoever knows the PIN."""

    def standing(self) -> Standing:
        """How it stands; tries nothing."""
        ...

    def enter(self, pin: str) -> Standing:
        """Try `pin`. The try is durable before it is known whether it was right."""
        ...


@dataclass(frozen=True, slots=True)
class CountRow:
    """One answer and how often it was given: digits, or `HIDDEN`."""

    label: str
    count: str


@dataclass(frozen=True, slots=True)
class QuestionCounts:
    """One question, in the language asked for, and its answers."""

    question: str
    rows: tuple[CountRow, ...]


@dataclass(frozen=True, slots=True)
class SpanCount:
    """How many responses there were from `first` to `last`: digits, or `HIDDEN`. Only weeks that are over count."""

    first: date
    last: date
    count: str


@dataclass(frozen=True, slots=True)
class Collected:
    """What was collected. `questions` are those of `whole_month`, and empty if it has none to show.

    `is_encrypted`: there are answers that cannot be read here, so no question is told.
    """

    week: SpanCount
    month: SpanCount
    whole_month: SpanCount
    questions: tuple[QuestionCounts, ...]
    is_encrypted: bool = False


@dataclass(frozen=True, slots=True)
class Sending:
    """What waits for the centre. `waiting` is a rough number that it is at least, so that no visitor is seen in it."""

    is_enrolled: bool
    waiting: int
    batches: int
    last_upload: datetime | None
    last_problem: str


@dataclass(frozen=True, slots=True)
class Health:
    """How the terminal is. `clock_off_seconds`: by how much this clock is ahead of the centre's; None where
    that has not told its time."""

    disk_free_mib: int
    database_fault: str
    clock_off_seconds: float | None
    program: str
    sqlite: str
    pack_version: int
    content_since: date | None


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the overview tells."""

    collected: Collected
    sending: Sending
    health: Health


class OverviewReader(Protocol):
    """Looks at what is here."""

    def read(self, language: str) -> Overview:
        """As it is now; texts of questions and answers in `language`. May take seconds where there is much."""
        ...


@dataclass(frozen=True, slots=True)
class Target:
    """A folder into which an export may go. `name` is what people call it, `free_mib` None where it is not told."""

    folder: Path
    name: str
    is_removable: bool
    is_writable: bool = True
    free_mib: int | None = None


class TargetFinder(Protocol):
    """Knows where an export may go now: sticks come and go."""

    def find(self) -> Sequence[Target]:
        """Sticks first. Takes no notice of one that cannot be looked at."""
        ...


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be exported: formats by their suffix (`csv`, `release`), questionnaires with their titles, periods.

    The questionnaire that is asked now comes first. A period is a week or day that is over.
    """

    formats: tuple[str, ...]
    questionnaires: tuple[tuple[str, str], ...]
    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """`questionnaire` None is the one asked now; `first` and `last` are periods, both included, None: no bound."""

    folder: Path
    suffix: str
    questionnaire: str | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What lies in the folder now, whole and durable: the name of the file or folder, and its size.

    `has_held_back`: some responses of the span are not in it, for their period may not be told yet.
    """

    name: str
    size_bytes: int
    has_held_back: bool = False


class Exporter(Protocol):
    """Takes data out."""

    def offer(self, language: str) -> Offer:
        """What can be chosen from; titles in `language`."""
        ...

    def export(
        self, request: ExportRequest, progress: Callable[[float], None], is_cancelled: Callable[[], bool]
    ) -> Exported | None:
        """Write a file, whole or not at all; None if it was cancelled. Raises `FileFault`.

        `progress` is told the share that is done, 0 to 1; `is_cancelled` is asked often. Both from this thread.
        """
        ...


class AuditTrail(Protocol):
    """Writes down what an administrator does."""

    def record(self, event: AuditEvent, detail: Mapping[str, str]) -> None:
        """It is durable when this returns."""
        ...

    def last(self, limit: int) -> Sequence[AuditEntry]:
        """The newest lines, newest first."""
        ...


class Ending(Enum):
    """How the program may be ended from here."""

    CLOSE = "close"
    RESTART = "restart"


class ProgramControl(Protocol):
    """Ends this program; the only port that is called on the GUI thread, and returns at once."""

    def end(self, how: Ending) -> None:
        """Come to an end soon, as one that was asked to."""
        ...


@dataclass(frozen=True, slots=True)
class Administration:
    """Everything that stands behind the area."""

    gate: PinGate
    overview: OverviewReader
    targets: TargetFinder
    exporter: Exporter
    audit: AuditTrail


OpenAdministration = Callable[[], Administration]
"""Called on the worker thread the first time somebody asks to be let in. Raises `EnvironmentFault`."""
