"""Builds the terminal from what is handed in, and runs it.

The GUI thread has pages, view-models and the idle clock; the store worker makes every call of the keeper. Others help
at the start and go: they make the cards searchable, draw the logo, and read what a later page needs.
Nothing on the GUI thread touches disk or network once the window is shown.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import SIGNAL, SLOT, QObject, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.domain.clock import Clock
from kiosk.domain.pack import Pack
from kiosk.terminal.announcing import Announcer
from kiosk.terminal.attention import Attention
from kiosk.terminal.bugs import OUR_BUG, end_on_bugs, without_words
from kiosk.terminal.codes import prepare_codes
from kiosk.terminal.door import Door
from kiosk.terminal.double_taps import DoubleTaps
from kiosk.terminal.keys import PLUGS
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.loading import load, singleton
from kiosk.terminal.lock import Lock, let_go
from kiosk.terminal.logo import OfficeLogo
from kiosk.terminal.navigation import COMMENT, SEARCH
from kiosk.terminal.options import TerminalOptions, pixels_per_millimetre
from kiosk.terminal.paged_column import PagedColumn
from kiosk.terminal.physical_keys import PhysicalKeys
from kiosk.terminal.ports import ResponseKeeper
from kiosk.terminal.reading import Mouth
from kiosk.terminal.renewal import RENEWED, Renewal
from kiosk.terminal.typography import learn_hyphenation
from kiosk.terminal.view_models import ViewModels, make_view_models

if TYPE_CHECKING:
    from kiosk.terminal.administration.ports import OpenAdministration

_TICK_MILLISECONDS = 250
_REST_SECONDS = 2.0
"""Before the patterns of other languages are read: German ones take half a second, and the screen would stutter."""
_LEARNT_MILLISECONDS = 6000
_LAST_LOOK_MILLISECONDS = 300
"""How long "out of service" is shown before a bug ends the program: it has to be painted at least."""
_log = logging.getLogger(__name__)
_qml_log = logging.getLogger("kiosk.qml")


@dataclass(slots=True, kw_only=True)
class Terminal(ViewModels):
    """Every object of a running terminal, for tests, screenshots and benchmarks to drive. End it with `close`."""

    window: QQuickWindow
    engine: QQmlApplicationEngine
    timer: QTimer
    logo: OfficeLogo
    attention: Attention
    announcer: Announcer
    lock: Lock
    door: Door

    def close(self) -> None:
        """Keep an open interview as incomplete, finish the store's jobs, take the window down. Not repeatable."""
        self.timer.stop()
        self.reading.stop()
        self.announcer.stop()
        self.film.stop()
        self.visit.leave()
        self.door.stop()
        self.worker.stop()
        self.indexes.stop()
        self.logo.stop()
        self.language.stop()
        self.lock.release()
        self.window.close()
        # The engine goes before the view-models, or QML evaluates its bindings against null.
        del self.window
        del self.engine


def run_terminal(
    pack: Pack,
    keeper: ResponseKeeper,
    clock: Clock,
    options: TerminalOptions,
    administration: OpenAdministration | None = None,
    has_news: Callable[[], bool] = lambda: False,
) -> int:
    """Show the terminal until it is closed or asked to end.

    Gives the exit status: `OUR_BUG` if a bug ended it, `RESTART` if its administrator wants it started again,
    `RENEWED` if `has_news`, asked on the store worker when nobody is here, says that there is newer content.

    Raises `EnvironmentFault` if there is no window.
    """
    application = make_application()
    # Not `quit`, which asks the window first: a kiosk's window refuses.
    signal.signal(signal.SIGTERM, lambda *_: application.exit())
    signal.signal(signal.SIGINT, lambda *_: application.exit())
    terminal = build(pack, keeper, clock, on_screen(options), administration=administration)
    end_on_bugs(partial(_end_of_a_bug, terminal))
    # Only after loading: a message of QML's loader thread would wait for the interpreter, and we for the loader.
    qInstallMessageHandler(_log_message)
    if options.full_screen:
        application.setOverrideCursor(QCursor(Qt.CursorShape.BlankCursor))
    terminal.window.frameSwapped.connect(terminal.visit.settle, Qt.ConnectionType.SingleShotConnection)
    terminal.window.frameSwapped.connect(
        partial(_learn, terminal.language, pack.office.languages), Qt.ConnectionType.SingleShotConnection
    )
    renewal = Renewal(has_news, terminal, clock, lambda: terminal.door.page)
    renewal.due.connect(partial(application.exit, RENEWED))
    terminal.timer.start(_TICK_MILLISECONDS)
    status = application.exec()
    try:
        terminal.close()
    except Exception as bug:
        if status != OUR_BUG:
            raise
        _log.error("what a bug has left could not be closed:\n%s", without_words(bug))
    return status


def make_application() -> QGuiApplication:
    """The one Qt application of this process, with rendering chosen for machines without a graphics card."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    application = QGuiApplication(["okienko"])
    application.setApplicationName("okienko")
    return application


def on_screen(options: TerminalOptions) -> TerminalOptions:
    """In full screen as many pixels per millimetre as the screen has, however many pixels that are."""
    screen = QGuiApplication.primaryScreen()
    if not options.full_screen or screen is None:
        return options
    size = (screen.size().width(), screen.size().height())
    return replace(options, size=size, pixels_per_millimetre=pixels_per_millimetre(size, options.diagonal_inches))


def build(
    pack: Pack,
    keeper: ResponseKeeper,
    clock: Clock,
    options: TerminalOptions,
    new_id: Callable[[], str] = lambda: str(uuid.uuid4()),
    mouth: Mouth | None = None,
    administration: OpenAdministration | None = None,
) -> Terminal:
    """Wire everything and show the window; the caller runs the event loop and calls `navigation.tick`."""
    views = make_view_models(pack, keeper, clock, options, new_id, mouth)
    navigation, reading = views.navigation, views.reading
    logo = OfficeLogo(options.media.get(pack.office.logo))
    engine, window = load(views.for_pages(), pack.office.colour, logo, options)
    views.language.start(engine)
    window.frameSwapped.connect(logo.start, Qt.ConnectionType.SingleShotConnection)
    QObject.connect(singleton(engine, "Clicks", options), SIGNAL("clicked()"), views.idle, SLOT("progress()"))
    navigation.forgotten.connect(partial(_put_back, window))
    views.visit.moved.connect(partial(let_go, window))
    door = Door(administration, views, clock, options)
    door.lead_into(engine, window)
    letters = PhysicalKeys({SEARCH: views.search, COMMENT: views.comment}, navigation, window)
    views.keypad.type_with(lambda event: door.takes(event) or letters.takes(event))
    attention, lock = _attention(views, window, door, clock, options), Lock(is_kiosk=options.full_screen)
    window.installEventFilter(attention)
    window.installEventFilter(lock)
    reading.watch(window)
    if options.speech.is_private:
        window.frameSwapped.connect(reading.listen, Qt.ConnectionType.SingleShotConnection)
    announcer = Announcer()
    announcer.watch(window)
    timer = QTimer()
    timer.timeout.connect(navigation.tick)
    return Terminal(
        **{field.name: getattr(views, field.name) for field in fields(views)},
        window=window,
        engine=engine,
        timer=timer,
        logo=logo,
        attention=attention,
        announcer=announcer,
        lock=lock,
        door=door,
    )


def _attention(
    views: ViewModels, window: QQuickWindow, door: Door, clock: Clock, options: TerminalOptions
) -> Attention:
    """What every touch and key passes first."""
    idle, navigation, reading, survey, card = views.idle, views.navigation, views.reading, views.survey, views.card
    double_taps = DoubleTaps(
        clock,
        lambda: (
            f"{navigation.page} {door.page} {survey.key} {survey.is_confirming} {card.code} {idle.isWarning} "
            f"{views.comment.isWriting}"
        ),
        options.double_tap_seconds,
    )
    return Attention(
        idle,
        lambda is_life: reading.interrupt() or navigation.wake(is_life=is_life),
        partial(views.keypad.take, window),
        double_taps,
        clock,
        options.pixels_per_millimetre,
        [code for code, action in options.keys.items() if action in PLUGS],
        door.notice,
    )


def _learn(language: LanguageViewModel, languages: Sequence[str]) -> None:
    """Long words may break once the patterns are read, on a thread of their own."""
    threading.Thread(target=_read_ahead, args=(language.code, languages), name="hyphenation", daemon=True).start()
    QTimer.singleShot(_LEARNT_MILLISECONDS, language.refresh)


def _read_ahead(home: str, languages: Sequence[str]) -> None:
    learn_hyphenation((home,))
    time.sleep(_REST_SECONDS)
    learn_hyphenation(languages)
    prepare_codes()


def _end_of_a_bug(terminal: Terminal) -> None:
    QTimer.singleShot(_LAST_LOOK_MILLISECONDS, partial(QGuiApplication.exit, OUR_BUG))
    terminal.timer.stop()
    terminal.window.contentItem().setEnabled(False)
    terminal.navigation.break_down()


def _put_back(window: QQuickWindow) -> None:
    """Every page begins at its beginning again, and no focus shows where somebody was."""
    for column in window.findChildren(PagedColumn):
        column.rewind()
    # Not forceActiveFocus() of the window's content: that gives the focus back to who had it.
    item: QQuickItem | None = window.activeFocusItem()
    if item is not None:
        item.setFocus(False, Qt.FocusReason.OtherFocusReason)


def _log_message(kind: QtMsgType, _context: object, message: str | None) -> None:
    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }
    _qml_log.log(levels.get(kind, logging.WARNING), "%s", message)
