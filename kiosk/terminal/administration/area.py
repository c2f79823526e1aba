"""The area itself: who is let in, which page is shown, and that it is locked again whatever happens.

It is open only while the terminal shows it: home, idleness, a bug, or whatever else leads away has locked it. Nothing
that was read is kept for the next opening, and every opening asks for the PIN.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQml import QmlElement

from kiosk.domain.audit import AuditEvent
from kiosk.domain.clock import Clock
from kiosk.terminal.administration.auditing import SHOWN, AuditViewModel
from kiosk.terminal.administration.back_office import BackOffice
from kiosk.terminal.administration.exporting import ExportViewModel
from kiosk.terminal.administration.overview import OverviewViewModel
from kiosk.terminal.administration.pin import PinViewModel
from kiosk.terminal.administration.ports import (
    Administration,
    Ending,
    OpenAdministration,
    Overview,
    ProgramControl,
    Standing,
)
from kiosk.terminal.administration.program import ProgramViewModel
from kiosk.terminal.administration.sound_test import SoundTestViewModel
from kiosk.terminal.administration.touch_test import TouchTestViewModel
from kiosk.terminal.administration.work import Done
from kiosk.terminal.idle import IdleClock
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.navigation import ADMINISTRATION, NavigationViewModel
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.properties import Property
from kiosk.terminal.reading import Mouth

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

PIN_SECONDS = 20.0
"""Who came to the page of the PIN by accident, or gave up, is home again after this time."""
_WARNING_SECONDS = 20.0
"""Before it locks it asks, for so long (WCAG 2.2, 2.2.1)."""


class AreaPage(StrEnum):
    """What the area shows. `NONE` is locked."""

    NONE = ""
    PIN = "pin"
    OVERVIEW = "overview"
    EXPORT = "export"
    TESTS = "tests"
    TOUCH = "touch"
    PROGRAM = "program"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class Lobby:
    """What the area uses of the terminal around it."""

    navigation: NavigationViewModel
    language: LanguageViewModel
    idle: IdleClock
    mouth: Mouth
    clock: Clock
    options: TerminalOptions


@QmlElement
class AdministrationViewModel(QObject):
    """GUI thread only. `shown` and `locked` tell when its pages must be on the screen."""

    changed = Signal()
    shown = Signal()
    locked = Signal()

    def __init__(self, opening: OpenAdministration, lobby: Lobby, program: ProgramControl) -> None:
        super().__init__()
        self._lobby = lobby
        self._program_control = program
        self._office = BackOffice(opening)
        self._page = AreaPage.NONE
        self._is_asking = False
        zone = lobby.clock.now().tzinfo
        self.pin = PinViewModel(lobby.clock, self._try)
        self.overview = OverviewViewModel(self._read_overview, zone)
        self.exporting = ExportViewModel(self._office, lobby.clock, lambda: lobby.language.code)
        self.touch_test = TouchTestViewModel(lobby.clock, lobby.options.pixels_per_millimetre, self._touch_tested)
        self.sound_test = SoundTestViewModel(lobby.mouth, lobby.options.resources / "sounds" / "chime.wav")
        self.program = ProgramViewModel(self._end)
        self.auditing = AuditViewModel(
            lambda then: self._office.do(lambda behind: behind.audit.last(SHOWN), then),
            zone,
        )
        lobby.navigation.changed.connect(self._look_whether_left)
        lobby.navigation.ticked.connect(self._tick)

    @Property(str, notify=changed)
    def page(self) -> str:
        return self._page.value

    @property
    def is_inside(self) -> bool:
        """Whether somebody has been let in."""
        return self._page not in (AreaPage.NONE, AreaPage.PIN)

    @Slot()
    def ask(self) -> None:
        """Somebody asks to be let in. Where there is no PIN nothing happens, and nothing is seen of the asking."""
        if self._page is AreaPage.NONE and not self._is_asking:
            self._is_asking = True
            self._office.do(lambda behind: behind.gate.standing(), self._asked)

    @Slot(str)
    def open(self, page: str) -> None:
        """Show another page of the area, to whoever has been let in."""
        if not self.is_inside or self.exporting.isRunning:
            return
        self._forget_tests()
        self._page = AreaPage(page)
        if self._page is AreaPage.OVERVIEW:
            self.overview.refresh()
        elif self._page is AreaPage.EXPORT:
            self.exporting.refresh()
        elif self._page is AreaPage.AUDIT:
            self.auditing.refresh()
        elif self._page is AreaPage.TOUCH:
            self.touch_test.begin()
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Lock it, and show visitors their home page."""
        self._lobby.navigation.goHome()

    @Slot()
    def playSound(self) -> None:
        """Let the terminal be heard."""
        if self._page is AreaPage.TESTS:
            self.sound_test.play(self._lobby.language.code)
            self._office.record(AuditEvent.SOUND_TESTED)

    def takes(self, event: QKeyEvent) -> bool:
        """A key on the page of the PIN: digits, backspace, and Return unless the ring stands on a button."""
        if self._page is not AreaPage.PIN:
            return False
        if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
            self.pin.press(event.key() - Qt.Key.Key_0)
        elif event.key() == Qt.Key.Key_Backspace:
            self.pin.erase()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.pin.canEnter:
            self.pin.confirm()
        else:
            return False
        self._lobby.idle.progress()
        return True

    def stop(self) -> None:
        """The program ends: lock, cancel a running export, and finish what is to be written."""
        self._lock()
        self._office.stop()

    def _asked(self, done: Done[Standing]) -> None:
        self._is_asking = False
        is_welcome = done.fault is None and done.result.has_pin
        if not is_welcome or not self._lobby.navigation.administer():
            return
        self._page = AreaPage.PIN
        self.pin.begin(done.result)
        self._lobby.idle.start(PIN_SECONDS)
        self.changed.emit()
        self.shown.emit()

    def _try(self, pin: str) -> None:
        def enter(behind: Administration) -> Standing:
            before = behind.gate.standing()
            standing = behind.gate.enter(pin)
            if standing.is_open:
                behind.audit.record(AuditEvent.ENTERED, {})
            elif before.wait_seconds <= 0:
                behind.audit.record(AuditEvent.LOCKED_OUT if standing.wait_seconds > 0 else AuditEvent.WRONG_PIN, {})
            return standing

        self._office.do(enter, self._tried)

    def _tried(self, done: Done[Standing]) -> None:
        if self._page is not AreaPage.PIN:  # whoever tried has gone meanwhile
            if done.fault is None and done.result.is_open:
                self._office.record(AuditEvent.LEFT)
        elif done.fault is not None:
            self.pin.fail()
        elif done.result.is_open:
            self._let_in()
        else:
            self.pin.refuse(done.result)
            self._lobby.idle.start(PIN_SECONDS)

    def _let_in(self) -> None:
        self.pin.forget()
        seconds = max(0.0, self._lobby.options.admin_idle_seconds - _WARNING_SECONDS)
        self._lobby.idle.start(seconds, _WARNING_SECONDS)
        self._page = AreaPage.OVERVIEW
        self.overview.refresh()
        self.changed.emit()

    @Slot()
    def _look_whether_left(self) -> None:
        if self._page is not AreaPage.NONE and self._lobby.navigation.page != ADMINISTRATION:
            self._lock()

    def _lock(self) -> None:
        if self.is_inside:
            self._office.record(AuditEvent.LEFT)
        was_shown, self._page = self._page is not AreaPage.NONE, AreaPage.NONE
        self._forget_tests()
        self.pin.forget()
        self.overview.forget()
        self.exporting.forget()
        self.auditing.forget()
        if was_shown:
            self.changed.emit()
            self.locked.emit()

    def _forget_tests(self) -> None:
        self.program.forget()
        self.sound_test.forget()
        self.touch_test.forget()

    @Slot()
    def _tick(self) -> None:
        if self._page is AreaPage.PIN:
            self.pin.tick()
        elif self._page is AreaPage.EXPORT:
            self.exporting.tick()
            if self.exporting.isRunning:
                self._lobby.idle.progress()  # it is waited for; the screen shows a bar and nothing else
        elif self._page is AreaPage.TESTS:
            self.sound_test.tick()
        elif self._page is AreaPage.TOUCH:
            self.touch_test.tick()

    def _touch_tested(self) -> None:
        self._office.record(AuditEvent.TOUCH_TESTED)

    def _read_overview(self, then: Callable[[Done[Overview]], None]) -> None:
        language = self._lobby.language.code
        self._office.do(lambda behind: behind.overview.read(language), then)

    def _end(self, how: Ending) -> None:
        event = AuditEvent.RESTARTED if how is Ending.RESTART else AuditEvent.CLOSED
        # Only when it is written down; but a full disk does not keep anybody from restarting.
        self._office.do(lambda behind: behind.audit.record(event, {}), lambda _done: self._program_control.end(how))
