"""The administrator's whole way by touch: real pages, real store, real gate, and sticks that are really mounted.

Wrong PINs, the lock-out over a restart, the right PIN, an export to a stick; then a stick that is pulled out in the
middle, one that is full and one that cannot be written to.
"""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.commands.administering.behind import Behind
from kiosk.commands.keeping import OpeningKeeper
from kiosk.domain.audit import AuditEvent
from kiosk.domain.period import Period
from kiosk.domain.pin import Moment
from kiosk.store.store import Store
from kiosk.terminal.administration.ports import Administration, Exported, Exporter, ExportRequest, Offer
from kiosk.terminal.application import build
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.scenes import settle_layout, wait_until
from tests.builders import response
from tests.qml.administering import Administrator
from tests.qml.conftest import PORTRAIT, STILL, Lobby
from tests.qml.driving import Visitor
from tests.qml.fakes import FakeClock, FakeKeeper, Listener
from tests.qml.sample_pack import sample_pack
from tests.qml.sticks import Stick, run_where_one_may_mount, stick_place

PIN, WRONG = "482915", "905172"
RESPONSES = 3000


class HeldExporter:
    """The real one, stopped at a third of the way until it may go on."""

    def __init__(self, real: Exporter) -> None:
        self._real = real
        self.is_held = False
        self.is_there = threading.Event()
        self.let_pass = threading.Event()

    def hold(self) -> None:
        self.is_held = True
        self.is_there.clear()
        self.let_pass.clear()

    def go_on(self) -> None:
        self.is_held = False
        self.let_pass.set()

    def offer(self, language: str) -> Offer:
        return self._real.offer(language)

    def export(
        self, request: ExportRequest, progress: Callable[[float], None], is_cancelled: Callable[[], bool]
    ) -> Exported | None:
        def come_on(share: float) -> None:
            progress(share)
            if self.is_held and share > 0.3:
                self.is_there.set()
                self.let_pass.wait(20)

        return self._real.export(request, come_on, is_cancelled)


class Program:
    """What one start of the program has; another start has the same file and another of these."""

    def __init__(self, data: Path, stick: Stick, clock: FakeClock, resources: Path) -> None:
        pack = sample_pack()
        self.keeper = OpeningKeeper(data, clock)
        places = [stick.folder.parent]
        self.behind = Behind(data, pack, clock, moment=lambda: Moment("boot", clock.monotonic()), mounted_under=places)
        self.exporter: HeldExporter | None = None
        options = TerminalOptions(resources, size=PORTRAIT[0], pixels_per_millimetre=PORTRAIT[1], **STILL)  # type: ignore[arg-type]
        listener = Listener()
        terminal = build(pack, self.keeper, clock, options, mouth=listener, administration=self.open)
        settle_layout(terminal.window)
        self.administrator = Administrator(Lobby(terminal, Visitor(terminal), FakeKeeper(), clock, listener))

    def open(self) -> Administration:
        administration = self.behind()
        self.exporter = HeldExporter(administration.exporter)
        return replace(administration, exporter=self.exporter)

    def end(self) -> None:
        self.administrator.lobby.terminal.close()
        self.behind.end()
        self.keeper.end()


@contextmanager
def program(data: Path, stick: Stick, clock: FakeClock, resources: Path) -> Iterator[Program]:
    running = Program(data, stick, clock, resources)
    try:
        yield running
    finally:
        if running.exporter is not None:
            running.exporter.go_on()
        running.end()


def set_pin(data: Path) -> None:
    command = [sys.executable, "-m", "kiosk", "admin", "set-pin", "--data", str(data)]
    subprocess.run(command, input=PIN + "\n", check=True, capture_output=True, text=True)


def collect(data: Path) -> None:
    weeks = [Period.parse(f"2026-W{week}") for week in range(40, 48)]
    with Store.open(data) as store:
        store.responses.add(response(period=weeks[number % len(weeks)]) for number in range(RESPONSES))


def export(admin: Administrator) -> None:
    """Once more with the same choices, to its end."""
    if admin.lobby.visitor.sees("exportAgain"):
        admin.touch("exportAgain")
    admin.begin_export()
    admin.rest()


def told(admin: Administrator) -> tuple[str, str]:
    return admin.lobby.visitor.reads("exportResult"), admin.lobby.visitor.reads("exportAdvice")


def test_the_administrators_whole_way(
    qapp: QGuiApplication, resources: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if run_where_one_may_mount(request.node.nodeid):
        return
    data, clock = tmp_path / "data", FakeClock()
    set_pin(data)
    collect(data)
    with stick_place(tmp_path) as stick:
        with program(data, stick, clock, resources) as running:
            locked_out(running.administrator)
        with program(data, stick, clock, resources) as running:
            still_locked(running.administrator, clock)
            let_in(running.administrator, clock)
            taken_out(running.administrator, stick)
            pulled_out(running, stick)
            full(running.administrator, stick)
            read_only(running.administrator, stick)
            running.administrator.touch("tab-audit")
            assert "Eksport się nie udał (csv · 2026-W42)" in in_journal(running.administrator)
            running.administrator.touch("closePanel")
            assert running.administrator.lobby.visitor.page == "home"
    with Store.open(data) as store:
        recorded = [entry.event for entry in reversed(store.audit.last(50))]
        failed = [AuditEvent.EXPORT_BEGUN, AuditEvent.EXPORT_FAILED]
        wrong = [AuditEvent.WRONG_PIN] * 4
        done = [AuditEvent.ENTERED, AuditEvent.EXPORT_BEGUN, AuditEvent.EXPORT_DONE]
        assert recorded == [AuditEvent.PIN_SET, *wrong, AuditEvent.LOCKED_OUT, *done, *3 * failed, AuditEvent.LEFT]
        assert store.counting.count([]).total == RESPONSES


def locked_out(admin: Administrator) -> None:
    admin.knock()
    for left in (4, 3, 2, 1):
        admin.type(WRONG)
        assert admin.lobby.visitor.reads("pinMessage") == f"Błędny PIN. Pozostałe próby: {left}."
    admin.type(WRONG)
    assert admin.lobby.visitor.reads("pinMessage") == "Za dużo błędnych PIN-ów. Proszę poczekać: 1 min 0 s."


def still_locked(admin: Administrator, clock: FakeClock) -> None:
    clock.advance(10)
    admin.knock()
    assert admin.lobby.visitor.reads("pinMessage").startswith("Za dużo błędnych PIN-ów. Proszę poczekać: 4")
    for digit in PIN:
        admin.lobby.visitor.tap(f"digit-{digit}")
    assert admin.area.pin.count == 0
    admin.lobby.wait(21)
    assert admin.page == ""


def let_in(admin: Administrator, clock: FakeClock) -> None:
    clock.advance(60)
    admin.knock()
    admin.type(PIN)
    assert admin.page == "overview"


def taken_out(admin: Administrator, stick: Stick) -> None:
    stick.plug_in()
    admin.touch("tab-export")
    admin.touch("pick-first")
    admin.touch("choice-2026-W42")
    admin.touch("pick-target")
    admin.touch(f"choice-{stick.folder}")
    export(admin)
    result, advice = told(admin)
    (name,) = stick.files()
    assert name in result
    assert advice == "Wszystko zostało zapisane: pendrive można już wyjąć."
    rows = list(csv.DictReader(io.StringIO(stick.read(name))))
    assert len(rows) == RESPONSES * 6 // 8
    assert {row["period"] for row in rows} == {f"2026-W{week}" for week in range(42, 48)}


def pulled_out(running: Program, stick: Stick) -> None:
    before = stick.files()
    admin, exporter = running.administrator, running.exporter
    assert exporter is not None
    exporter.hold()
    admin.touch("exportAgain")
    admin.begin_export()
    wait_until(exporter.is_there.is_set)
    settle_layout(admin.lobby.visitor.window)
    assert 0.3 < admin.area.exporting.share < 1
    assert admin.lobby.visitor.sees("exportBar")
    assert len(stick.files()) == 2, "it is being written, beside its place"
    stick.pull_out()
    exporter.go_on()
    admin.rest()
    assert told(admin) == (
        "Nośnik odłączono, zanim wszystko zostało zapisane.",
        "Proszę włożyć go ponownie, poczekać, aż pojawi się na liście, i spróbować jeszcze raz.",
    )
    assert stick.files() == before, "nothing half-written lies on the stick"
    assert list(stick.folder.iterdir()) == [], "nor where it was plugged in"


def full(admin: Administrator, stick: Stick) -> None:
    stick.forget()
    stick.plug_in("64k")
    export(admin)
    assert told(admin)[0] == "Na nośniku skończyło się miejsce."
    assert stick.files() == []


def read_only(admin: Administrator, stick: Stick) -> None:
    stick.forbid_writing()
    export(admin)
    assert told(admin)[0] == "Nośnik można odczytać, ale nie można na nim zapisać."
    assert stick.files() == []


def in_journal(admin: Administrator) -> list[str]:
    return [str(row["what"]) for row in admin.area.auditing.rows.rows]
