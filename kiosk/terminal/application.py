"""Builds the terminal from what is handed in, and runs it.

Three threads: the GUI thread (pages, view-models, the idle clock), the store worker (every call of the keeper), and one
that makes the cards searchable.
Nothing on the GUI thread touches disk or network once the window is shown.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import SIGNAL, SLOT, QObject, Qt, QTimer, QtMsgType, QUrl, qInstallMessageHandler
from PySide6.QtGui import QCursor, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.domain.clock import Clock
from kiosk.domain.errors import EnvironmentFault
from kiosk.domain.pack import Pack
from kiosk.terminal.announcing import Announcer
from kiosk.terminal.attention import Attention
from kiosk.terminal.attract import AttractViewModel
from kiosk.terminal.bugs import OUR_BUG, end_on_bugs, without_words
from kiosk.terminal.card import CardViewModel
from kiosk.terminal.card_code import CardCodeViewModel
from kiosk.terminal.catalogue import CatalogueViewModel
from kiosk.terminal.codes import Codes
from kiosk.terminal.comfort import ComfortViewModel
from kiosk.terminal.double_taps import DoubleTaps
from kiosk.terminal.drawings import Drawings
from kiosk.terminal.film import FilmViewModel
from kiosk.terminal.film_screen import FilmScreen  # noqa: F401  # QML must know it
from kiosk.terminal.group import GroupViewModel
from kiosk.terminal.home import HomeViewModel
from kiosk.terminal.idle import SLOWLY, IdleClock
from kiosk.terminal.indexing import CardIndexes
from kiosk.terminal.keyboard import KeyboardViewModel
from kiosk.terminal.keypad import KeypadViewModel
from kiosk.terminal.keys import PLUGS, KeyAction
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.lock import Lock, let_go
from kiosk.terminal.logo import LogoPictures, OfficeLogo
from kiosk.terminal.navigation import NavigationViewModel
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.paged_column import PagedColumn
from kiosk.terminal.palette import readable_colour
from kiosk.terminal.physical_keys import PhysicalKeys
from kiosk.terminal.ports import ResponseKeeper
from kiosk.terminal.reading import Mouth, ReadingViewModel
from kiosk.terminal.related import RelatedViewModel
from kiosk.terminal.search import SearchViewModel
from kiosk.terminal.speech.speaker import Speaker
from kiosk.terminal.survey import SurveyViewModel
from kiosk.terminal.thanks import ThanksViewModel
from kiosk.terminal.typography import learn_hyphenation
from kiosk.terminal.visit import Visit
from kiosk.terminal.worker import StoreWorker

_TICK_MILLISECONDS = 250
_LEARNT_MILLISECONDS = 5000
_LAST_LOOK_MILLISECONDS = 300
"""How long "out of service" is shown before a bug ends the program: it has to be painted at least."""
_FONTS = ("Inter", "DejaVu Sans")
_log = logging.getLogger(__name__)
_qml_log = logging.getLogger("kiosk.qml")


@dataclass(slots=True)
class Terminal:
    """Every object of a running terminal, for tests, screenshots and benchmarks to drive. End it with `close`."""

    window: QQuickWindow
    engine: QQmlApplicationEngine
    visit: Visit
    worker: StoreWorker
    idle: IdleClock
    language: LanguageViewModel
    comfort: ComfortViewModel
    navigation: NavigationViewModel
    home: HomeViewModel
    catalogue: CatalogueViewModel
    group: GroupViewModel
    card: CardViewModel
    related: RelatedViewModel
    card_code: CardCodeViewModel
    film: FilmViewModel
    indexes: CardIndexes
    keyboard: KeyboardViewModel
    search: SearchViewModel
    survey: SurveyViewModel
    thanks: ThanksViewModel
    attract: AttractViewModel
    timer: QTimer
    reading: ReadingViewModel
    keypad: KeypadViewModel
    logo: OfficeLogo
    attention: QObject
    announcer: Announcer
    lock: Lock

    def close(self) -> None:
        """Keep an open interview as incomplete, finish the store's jobs, take the window down. Not repeatable."""
        self.timer.stop()
        self.reading.stop()
        self.announcer.stop()
        self.film.stop()
        self.visit.leave()
        self.worker.stop()
        self.indexes.stop()
        self.logo.stop()
        self.language.stop()
        self.lock.release()
        self.window.close()
        # The engine goes before the view-models, or QML evaluates its bindings against null.
        del self.window
        del self.engine


def run_terminal(pack: Pack, keeper: ResponseKeeper, clock: Clock, options: TerminalOptions) -> int:
    """Show the terminal until it is closed or asked to end; gives the exit status, `OUR_BUG` if a bug ended it.

    Raises `EnvironmentFault` if there is no window.
    """
    application = make_application()
    # Not `quit`, which asks the window first: a kiosk's window refuses.
    signal.signal(signal.SIGTERM, lambda *_: application.exit())
    signal.signal(signal.SIGINT, lambda *_: application.exit())
    terminal = build(pack, keeper, clock, options)
    end_on_bugs(partial(_end_of_a_bug, terminal))
    # Only after loading: a message of QML's loader thread would wait for the interpreter, and we for the loader.
    qInstallMessageHandler(_log_message)
    if options.full_screen:
        application.setOverrideCursor(QCursor(Qt.CursorShape.BlankCursor))
    terminal.window.frameSwapped.connect(terminal.visit.settle, Qt.ConnectionType.SingleShotConnection)
    terminal.window.frameSwapped.connect(
        partial(_learn, terminal.language, pack.office.languages), Qt.ConnectionType.SingleShotConnection
    )
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


def build(
    pack: Pack,
    keeper: ResponseKeeper,
    clock: Clock,
    options: TerminalOptions,
    new_id: Callable[[], str] = lambda: str(uuid.uuid4()),
    mouth: Mouth | None = None,
) -> Terminal:
    """Wire everything and show the window; the caller runs the event loop and calls `navigation.tick`."""
    here = next((place for place in pack.office.places if place.id == options.place), pack.office.places[0])
    worker = StoreWorker()
    visit = Visit(pack.questionnaire, keeper, worker, clock, options.period_length, new_id)
    language = LanguageViewModel(pack.office.languages, options.language, options.resources / "i18n")
    comfort = ComfortViewModel(options)
    idle = IdleClock(clock)
    navigation = NavigationViewModel(visit, language, comfort, idle, options)
    home = HomeViewModel(pack.office, here, pack.questionnaire, visit, navigation, language, clock)
    catalogue = CatalogueViewModel(pack.catalogue, language, navigation)
    group = GroupViewModel(pack.catalogue, language, navigation)
    card = CardViewModel(pack.catalogue, pack.office, here, language, options.media)
    related = RelatedViewModel(pack.catalogue, card, language, navigation)
    card_code = CardCodeViewModel(pack.catalogue, pack.office, card, language, navigation)
    public = [card for each in pack.catalogue.public_groups() for card in pack.catalogue.public_cards(each.id)]
    indexes = CardIndexes(public)
    keyboard = KeyboardViewModel(language)
    search = SearchViewModel(indexes, keyboard, language, navigation)
    survey = SurveyViewModel(visit, language)
    thanks = ThanksViewModel(pack.questionnaire, language)
    attract = AttractViewModel(pack.office, here, pack.questionnaire, navigation, language, clock)
    reading = ReadingViewModel(mouth or Speaker(options.speech), language, options.resources / "sounds" / "chime.wav")
    film = FilmViewModel(
        pack.catalogue, options.media, language, comfort, navigation, idle, clock, lambda: reading.isOn
    )
    keypad = KeypadViewModel(options.keys, _key_actions(navigation, comfort, reading))
    keypad.answer_with(lambda number: home.rateNumber(number) or survey.answerNumber(number))
    navigation.forgets(reading, keypad, card, film)
    catalogue.groupOpened.connect(group.show)
    group.cardOpened.connect(card.show)
    search.cardOpened.connect(card.show)
    card.changed.connect(lambda: film.show(card.code))
    comfort.changed.connect(lambda: language.allow(comfort.longest_word))
    comfort.changed.connect(lambda: idle.setPatience(SLOWLY if comfort.textScale > 1 else 1.0, "text"))
    visit.speak(language.code)
    pages: dict[str, object] = {
        "language": language,
        "comfort": comfort,
        "idle": idle,
        "navigation": navigation,
        "home": home,
        "catalogue": catalogue,
        "group": group,
        "card": card,
        "related": related,
        "cardCode": card_code,
        "film": film,
        "keyboard": keyboard,
        "search": search,
        "survey": survey,
        "thanks": thanks,
        "attract": attract,
        "reading": reading,
        "keypad": keypad,
    }
    logo = OfficeLogo(options.media.get(pack.office.logo))
    engine, window = _load(pages, pack.office.colour, logo, options)
    language.start(engine)
    window.frameSwapped.connect(logo.start, Qt.ConnectionType.SingleShotConnection)
    QObject.connect(_singleton(engine, "Clicks", options), SIGNAL("clicked()"), idle, SLOT("progress()"))
    navigation.forgotten.connect(partial(_put_back, window))
    visit.moved.connect(partial(let_go, window))
    double_taps = DoubleTaps(
        clock, lambda: f"{navigation.page} {survey.key} {card.code} {idle.isWarning}", options.double_tap_seconds
    )
    plugs = [code for code, action in options.keys.items() if action in PLUGS]
    attention = Attention(
        idle,
        lambda is_life: reading.interrupt() or navigation.wake(is_life=is_life),
        partial(keypad.take, window),
        double_taps,
        clock,
        options.pixels_per_millimetre,
        plugs,
    )
    keypad.type_with(PhysicalKeys(search, navigation, window).takes)
    lock = Lock(is_kiosk=options.full_screen)
    window.installEventFilter(attention)
    window.installEventFilter(lock)
    reading.watch(window)
    if options.speech.is_private:
        window.frameSwapped.connect(reading.listen, Qt.ConnectionType.SingleShotConnection)
        keypad.began.connect(lambda: reading.turn(on=True))
    announcer = Announcer()
    announcer.watch(window)
    reading.changed.connect(lambda: idle.setPatience(SLOWLY if reading.isOn else 1.0, "speech"))
    keypad.changed.connect(lambda: idle.setPatience(SLOWLY if keypad.isUsed else 1.0, "keys"))
    idle.warned.connect(reading.sound_chime)
    timer = QTimer()
    timer.timeout.connect(navigation.tick)
    return Terminal(
        window, engine, visit, worker, idle, language, comfort, navigation, home, catalogue, group, card,
        related, card_code, film, indexes, keyboard, search, survey, thanks, attract, timer, reading, keypad, logo,
        attention, announcer, lock,
    )  # fmt: skip


def _load(
    pages: dict[str, object], colour: str, logo: OfficeLogo, options: TerminalOptions
) -> tuple[QQmlApplicationEngine, QQuickWindow]:
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(options.resources / "qml"))
    engine.addImageProvider("drawing", Drawings(options.resources / "qml" / "Kiosk" / "drawings"))
    engine.addImageProvider("code", Codes())
    engine.addImageProvider("logo", LogoPictures(logo))
    theme = _singleton(engine, "Theme", options)
    theme.setProperty("pixelsPerMillimetre", options.pixels_per_millimetre)
    theme.setProperty("isReducedMotion", options.reduced_motion)
    theme.setProperty("officeColour", readable_colour(colour))
    theme.setProperty("family", next((name for name in _FONTS if QFontDatabase.hasFamily(name)), ""))
    logo.arrived.connect(lambda: theme.setProperty("logoShape", logo.shape))
    width, height = options.size or (1080, 1920)
    engine.setInitialProperties({**pages, "width": width, "height": height, "isFullScreen": options.full_screen})
    engine.load(QUrl.fromLocalFile(str(options.resources / "qml" / "Kiosk" / "Main.qml")))
    windows = engine.rootObjects()
    if not windows or not isinstance(windows[0], QQuickWindow):
        raise EnvironmentFault("the terminal's window could not be made")
    return engine, windows[0]


def _key_actions(
    navigation: NavigationViewModel, comfort: ComfortViewModel, reading: ReadingViewModel
) -> dict[KeyAction, Callable[[], None]]:
    return {
        KeyAction.HOME: navigation.goHome,
        KeyAction.BACK: navigation.goBack,
        KeyAction.REPEAT: reading.repeat,
        KeyAction.LOUDER: reading.mouth.louder,
        KeyAction.QUIETER: reading.mouth.quieter,
        KeyAction.SPEECH: reading.toggle,
        KeyAction.TEXT: comfort.enlarge,
        KeyAction.CONTRAST: comfort.toggleContrast,
        KeyAction.LOWER: comfort.toggleLowered,
        KeyAction.LANGUAGE: navigation.openLanguages,
        KeyAction.HEADSET_IN: reading.begin,
        KeyAction.HEADSET_OUT: reading.end,
    }


def _learn(language: LanguageViewModel, languages: Sequence[str]) -> None:
    """Long words may break once the patterns are read: some tenths of a second, on a thread of their own."""
    threading.Thread(target=learn_hyphenation, args=(languages,), name="hyphenation", daemon=True).start()
    QTimer.singleShot(_LEARNT_MILLISECONDS, language.refresh)


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


def _singleton(engine: QQmlApplicationEngine, name: str, options: TerminalOptions) -> QObject:
    found = engine.singletonInstance("Kiosk.Controls", name)
    if not isinstance(found, QObject):
        raise EnvironmentFault(f"the screens are missing in {options.resources / 'qml'}")
    return found


def _log_message(kind: QtMsgType, _context: object, message: str | None) -> None:
    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }
    _qml_log.log(levels.get(kind, logging.WARNING), "%s", message)
