"""An administrator before the terminal, and stand-ins for what stands behind the area."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.audit import AuditEntry, AuditEvent
from kiosk.domain.errors import EnvironmentFault
from kiosk.terminal.administration.area import AdministrationViewModel
from kiosk.terminal.administration.ports import (
    HIDDEN,
    Administration,
    Collected,
    CountRow,
    Ending,
    Exported,
    ExportRequest,
    Health,
    Offer,
    Overview,
    QuestionCounts,
    Sending,
    SpanCount,
    Standing,
    Target,
)
from kiosk.terminal.scenes import find_all, settle_layout, wait_until
from tests.qml.conftest import Lobby

PIN, WRONG = "482915", "905172"
CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass
class FakeGate:
    """Lets in with `PIN`; waits as long as it is told to."""

    has_pin: bool = True
    tries_left: int = 5
    wait_seconds: float = 0.0
    tried: list[str] = field(default_factory=list)
    is_broken: bool = False
    threads: set[str] = field(default_factory=set)

    def standing(self) -> Standing:
        self.threads.add(threading.current_thread().name)
        return Standing(self.has_pin, False, self.tries_left, self.wait_seconds)

    def enter(self, pin: str) -> Standing:
        if self.is_broken:
            raise EnvironmentFault("the fake is broken")
        self.tried.append(pin)
        if pin == PIN and not self.wait_seconds:
            return Standing(True, True, 5)
        self.tries_left -= 1
        return Standing(True, False, max(1, self.tries_left), 60.0 if self.tries_left <= 0 else 0.0)


@dataclass
class FakeAudit:
    """Remembers what was recorded."""

    recorded: list[tuple[AuditEvent, dict[str, str]]] = field(default_factory=list)

    def record(self, event: AuditEvent, detail: Mapping[str, str]) -> None:
        self.recorded.append((event, dict(detail)))

    def last(self, limit: int) -> Sequence[AuditEntry]:
        moment = datetime(2026, 11, 23, 8, 0)  # noqa: DTZ001  # naive UTC, as the port gives it
        lines = [AuditEntry(n, moment, event, detail) for n, (event, detail) in enumerate(self.recorded, start=1)]
        return lines[::-1][:limit]

    @property
    def events(self) -> list[AuditEvent]:
        return [event for event, _ in self.recorded]


@dataclass
class FakeOverview:
    """Reads the same each time."""

    is_broken: bool = False
    waiting: int = 15
    clock_off: float | None = None

    def read(self, language: str) -> Overview:  # noqa: ARG002  # the fake has one language
        if self.is_broken:
            raise EnvironmentFault("the fake is broken")
        question = "Jak ocenia Pani/Pan dzisiejszą wizytę w naszym urzędzie?"
        rows = tuple(CountRow(f"ocena {n}", HIDDEN if n < 3 else str(n * 40)) for n in range(1, 6))
        return Overview(
            Collected(
                SpanCount(date(2026, 11, 16), date(2026, 11, 22), "54"),
                SpanCount(date(2026, 11, 2), date(2026, 11, 22), "163"),
                SpanCount(date(2026, 9, 28), date(2026, 11, 1), "241"),
                (QuestionCounts(question, rows), QuestionCounts("Czy sprawę udało się załatwić?", rows[2:])),
            ),
            Sending(True, self.waiting, 1, datetime(2026, 11, 23, 7, 5), "the centre answered 503"),  # noqa: DTZ001
            Health(212, "", self.clock_off, "0.1.0", "3.53.3", 12, date(2026, 11, 3)),
        )


@dataclass
class FakeTargets:
    """The folders it is given."""

    targets: list[Target] = field(default_factory=list)

    def find(self) -> Sequence[Target]:
        return list(self.targets)


@dataclass
class FakeExporter:
    """Writes nothing; goes on for `rows` steps, held by `let_pass`, and breaks when told."""

    fault: EnvironmentFault | None = None
    has_held_back: bool = False
    requests: list[ExportRequest] = field(default_factory=list)
    let_pass: threading.Event = field(default_factory=threading.Event)
    threads: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.let_pass.set()

    def offer(self, language: str) -> Offer:  # noqa: ARG002  # the fake has one language
        periods = tuple(f"2026-W{week}" for week in range(40, 48))
        return Offer(("csv", "xlsx", "sav", "release"), (("pilot", "Ankieta pilotażowa"),), periods)

    def export(
        self, request: ExportRequest, progress: Callable[[float], None], is_cancelled: Callable[[], bool]
    ) -> Exported | None:
        self.threads.add(threading.current_thread().name)
        self.requests.append(request)
        progress(0.4)
        while not self.let_pass.wait(0.01):
            if is_cancelled():
                return None
        if is_cancelled():
            return None
        if self.fault is not None:
            raise self.fault
        progress(1.0)
        return Exported(f"okienko.{request.suffix}", 1_400_000, self.has_held_back)


@dataclass
class Behind:
    """All of it; called, it opens."""

    gate: FakeGate = field(default_factory=FakeGate)
    overview: FakeOverview = field(default_factory=FakeOverview)
    targets: FakeTargets = field(default_factory=FakeTargets)
    exporter: FakeExporter = field(default_factory=FakeExporter)
    audit: FakeAudit = field(default_factory=FakeAudit)

    def __call__(self) -> Administration:
        return Administration(self.gate, self.overview, self.targets, self.exporter, self.audit)


STICK = Target(Path("/media/STICK"), "STICK", is_removable=True, free_mib=7_431)
SHARE = Target(Path("/srv/ankiety"), "/srv/ankiety", is_removable=False, free_mib=120_000)


class FakeProgram:
    """Remembers how it was to end."""

    def __init__(self) -> None:
        self.ended: list[Ending] = []

    def end(self, how: Ending) -> None:
        self.ended.append(how)


class Administrator:
    """Knows the knock, the chord and the PIN."""

    def __init__(self, lobby: Lobby) -> None:
        self.lobby = lobby

    @property
    def area(self) -> AdministrationViewModel:
        area = self.lobby.terminal.door.area
        assert area is not None
        return area

    @property
    def page(self) -> str:
        return self.lobby.terminal.door.page

    def corners(self) -> tuple[QPoint, QPoint]:
        return QPoint(20, 20), QPoint(self.lobby.visitor.window.width() - 20, 20)

    def tap(self, place: QPoint, seconds: float = 0.2, pause: float = 0.5) -> None:
        self.lobby.visitor.land(0, place)
        self.lobby.clock.advance(seconds)
        self.lobby.visitor.leave(0, place)
        self.lobby.clock.advance(pause)

    def knock(self) -> None:
        """The whole of it, and wait for what comes of it."""
        left, right = self.corners()
        for place in (left, right, left, right):
            self.tap(place)
        self.tap(left, seconds=3.0, pause=0.0)
        self.rest()

    def press_chord(self) -> None:
        QTest.keyClick(self.lobby.visitor.window, Qt.Key.Key_A, CHORD)
        self.rest()

    def rest(self) -> None:
        """What was asked of the worker is done, and the screen shows it."""
        door = self.lobby.terminal.door
        if door.area is not None:
            done: list[bool] = []
            door.area._office.do(lambda _behind: None, lambda _done: done.append(True))
            wait_until(lambda: bool(done))
        if self.page:
            wait_until(
                lambda: any(self.lobby.visitor.sees(name) for name in ("enterPin", "closePanel", "cross", "leaveTouch"))
            )
        settle_layout(self.lobby.visitor.window)

    def type(self, pin: str) -> None:
        """On the pad, and confirm."""
        for digit in pin:
            self.lobby.visitor.touch(f"digit-{digit}")
        self.lobby.visitor.touch("enterPin")
        self.rest()
        settle_layout(self.lobby.visitor.window)

    def enter(self) -> None:
        """All the way in."""
        self.knock()
        self.type(PIN)
        self.rest()
        assert self.page == "overview"

    def touch(self, name: str) -> None:
        """Turn pages until it is there, and touch it."""
        self.turn_to(name)
        self.lobby.visitor.touch(name)
        self.rest()

    def turn_to(self, *names: str) -> str:
        """Turn pages until one of these is there, and tell which."""
        window = self.lobby.visitor.window
        settle_layout(window)
        if not any(find_all(window, name) for name in names):
            while any(turner.isEnabled() for turner in find_all(window, "previousPage")):
                self.lobby.visitor.touch("previousPage")
        while not any(find_all(window, name) for name in names):
            self.lobby.visitor.touch("nextPage")
        return next(name for name in names if find_all(window, name))

    def begin_export(self) -> None:
        """Touch the button that writes the file, wherever there is room for it; the file may be on its way."""
        self.lobby.visitor.touch(self.turn_to("beginExport", "confirmLast"))
