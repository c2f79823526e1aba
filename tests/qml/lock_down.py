"""Every page a visitor may stand before, how to get there, and a guard who sees whether anybody got out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.terminal.scenes import items, settle_layout, wait_until
from tests.qml.conftest import Lobby
from tests.qml.driving import middle

ATTRACT_SECONDS = 100.0
MARK = "czyjś schowek"
"""In the clipboard before somebody tries to get at it."""


def _home(lobby: Lobby) -> None:
    """Whoever was here has gone, and nothing is open or broken."""
    terminal = lobby.terminal
    lobby.keeper.is_broken = False
    wait_until(lambda: not terminal.visit.is_busy)
    terminal.idle.touch()
    if terminal.visit.has_failed:
        terminal.visit.recover()
        wait_until(lambda: not terminal.visit.has_failed)
    terminal.navigation.goHome()
    terminal.comfort.forget()
    terminal.language.forget()


def _answering(*codes: str) -> Callable[[Lobby], None]:
    def answer(lobby: Lobby) -> None:
        _home(lobby)
        for code in codes:
            choose = lobby.terminal.survey.choose if lobby.terminal.visit.interview else lobby.terminal.home.rate
            choose(code)
            wait_until(lambda: not lobby.terminal.visit.is_busy)

    return answer


def _comment(lobby: Lobby) -> None:
    _answering("2", "firma", "3", "tak")(lobby)


def _writing(lobby: Lobby) -> None:
    _comment(lobby)
    lobby.terminal.comment.write()
    lobby.terminal.comment.keyboard.press("r")


def _thanks(lobby: Lobby) -> None:
    _comment(lobby)
    lobby.terminal.comment.skip()


def _catalogue(lobby: Lobby) -> None:
    _home(lobby)
    lobby.terminal.navigation.openCatalogue()


def _group(lobby: Lobby) -> None:
    _catalogue(lobby)
    lobby.terminal.catalogue.open("regon")


def _card(lobby: Lobby) -> None:
    _group(lobby)
    lobby.terminal.group.open("REG-01")


def _code(lobby: Lobby) -> None:
    _card(lobby)
    lobby.terminal.card_code.open()


def _film(lobby: Lobby) -> None:
    _card(lobby)
    lobby.terminal.film.open()


def _asleep(lobby: Lobby) -> None:
    _home(lobby)
    for _ in range(4):  # who went by keys is waited for three times as long
        lobby.clock.advance(ATTRACT_SECONDS + 1)
        lobby.terminal.navigation.tick()
    lobby.clock.advance(1)  # or a touch now would still belong to the one that woke the screen before


def _help(lobby: Lobby) -> None:
    _home(lobby)
    lobby.terminal.navigation.openHelp()


def _search(lobby: Lobby) -> None:
    _home(lobby)
    lobby.terminal.navigation.openSearch()
    wait_until(lambda: lobby.terminal.search.isReady)
    lobby.terminal.search.changeWords()
    lobby.terminal.search.eraseAll()


def _results(lobby: Lobby) -> None:
    _search(lobby)
    for letter in "regon":
        lobby.terminal.keyboard.press(letter)
    lobby.terminal.search.showResults()


def _languages(lobby: Lobby) -> None:
    _home(lobby)
    lobby.terminal.navigation.openLanguages()


def _warning(lobby: Lobby) -> None:
    if lobby.visitor.page != "catalogue" or lobby.terminal.idle.isWarning:
        _catalogue(lobby)
    lobby.terminal.idle.progress()
    lobby.clock.advance(65 * lobby.terminal.idle.patience)
    lobby.terminal.navigation.tick()
    assert lobby.terminal.idle.isWarning


def _out_of_service(lobby: Lobby) -> None:
    _home(lobby)
    lobby.keeper.is_broken = True
    lobby.terminal.home.rate("4")
    wait_until(lambda: not lobby.terminal.visit.is_busy)


WAYS: Mapping[str, tuple[str, Callable[[Lobby], None]]] = MappingProxyType(
    {
        "home": ("home", _home),
        "asleep": ("attract", _asleep),
        "survey of one": ("survey", _answering("2")),
        "survey of a scale": ("survey", _answering("2", "firma")),
        "survey of several": ("survey", _answering("2", "firma", "3", "nie")),
        "comment": ("comment", _comment),
        "comment that is written": ("comment", _writing),
        "thanks": ("thanks", _thanks),
        "catalogue": ("catalogue", _catalogue),
        "group": ("group", _group),
        "card": ("card", _card),
        "code of a card": ("cardCode", _code),
        "film of a card": ("film", _film),
        "search": ("search", _search),
        "results": ("search", _results),
        "languages": ("languages", _languages),
        "help": ("help", _help),
        "out of service": ("outOfService", _out_of_service),
        "warning": ("catalogue", _warning),
    }
)
"""Every page and state of one, as `navigation.page` names it, and the way there from wherever one is.

The pack must have comments. A new page of the visitor's is added here, and every attempt is made on it.
"""
WITH_EMPTY_PLACES = tuple(name for name in WAYS if name not in ("warning", "asleep"))
"""Where not every touch means something."""
VISITORS_PAGES = frozenset(page for page, _ in WAYS.values())


def stand_before(lobby: Lobby, name: str) -> None:
    """Bring the terminal to a page of `WAYS`, as if somebody had just come there."""
    page, way = WAYS[name]
    way(lobby)
    assert lobby.visitor.page == page
    settle_layout(lobby.terminal.window)


def state(lobby: Lobby) -> tuple[object, ...]:
    """What a visitor can have changed."""
    terminal = lobby.terminal
    comfort = (terminal.comfort.textScale, terminal.comfort.isHighContrast, terminal.comfort.isLowered)
    typed = (terminal.search.typed, terminal.search.isShowingResults, terminal.comment.text, terminal.comment.isWriting)
    kept = len(lobby.keeper.kept), len(lobby.keeper.closed), len(lobby.keeper.comments)
    return terminal.navigation.page, terminal.survey.key, terminal.language.code, comfort, typed, kept


def pressable(window: QQuickWindow) -> list[QQuickItem]:
    """Everything that can be pressed now."""
    found, waiting = [], [window.contentItem()]
    while waiting:
        item = waiting.pop()
        if item.isVisible() and item.isEnabled():
            waiting.extend(item.childItems())
            if item.inherits("QQuickAbstractButton"):
                found.append(item)
    return found


def empty_places(lobby: Lobby) -> list[QPoint]:
    """Places of a grid where nothing can be pressed."""
    window = lobby.terminal.window
    taken = [item.mapRectToScene(item.boundingRect()) for item in pressable(lobby.terminal.window)]
    grid = [QPoint(x, y) for x in range(5, window.width(), 107) for y in range(5, window.height(), 191)]
    return [point for point in grid if not any(rect.contains(point.toPointF()) for rect in taken)]


def places(lobby: Lobby) -> list[QPoint]:
    """The middle of everything that can be pressed now."""
    return [middle(item) for item in pressable(lobby.terminal.window)]


class Guard:
    """Knows how everything was when it came, and what must never be."""

    def __init__(self, lobby: Lobby) -> None:
        self._lobby = lobby
        self._window = lobby.terminal.window
        self._ends: list[str] = []
        self._application = QGuiApplication.instance()
        assert isinstance(self._application, QGuiApplication)
        self._application.lastWindowClosed.connect(self._closed)
        self._application.aboutToQuit.connect(self._quit)
        QGuiApplication.clipboard().setText(MARK)
        self._before = self._standing()

    def leave(self) -> None:
        """No longer look."""
        assert isinstance(self._application, QGuiApplication)
        self._application.lastWindowClosed.disconnect(self._closed)
        self._application.aboutToQuit.disconnect(self._quit)

    @property
    def is_on_a_visitors_page(self) -> bool:
        return self._lobby.visitor.page in VISITORS_PAGES

    def faults(self) -> list[str]:
        """Every way in which somebody got out, or further than a visitor may."""
        found = list(self._ends)
        if not self.is_on_a_visitors_page:
            found.append(f"the page {self._lobby.visitor.page} is shown")
        if self._standing() != self._before:
            found.append(f"the window was {self._before} and is {self._standing()}")
        if QGuiApplication.clipboard().text() != MARK:
            found.append("the clipboard has changed")
        for item in items(self._window):
            if item.property("selectedText"):
                found.append(f"text is selected: {item.property('selectedText')}")
            if item.inherits("QQuickPopupItem") and item.isVisible():
                found.append("something has popped up")
            if item.inherits("QQuickFlickable") and (item.property("contentY") or item.property("contentX")):
                found.append("something has scrolled")
        return found

    def _standing(self) -> tuple[object, ...]:
        window = self._window
        windows = len(QGuiApplication.allWindows()), len(QGuiApplication.topLevelWindows())
        return window.isVisible(), window.isActive(), window.geometry().getRect(), window.windowState(), windows

    def _closed(self) -> None:
        self._ends.append("the last window has closed")

    def _quit(self) -> None:
        self._ends.append("the program is about to end")
