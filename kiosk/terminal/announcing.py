"""Tells a screen reader of its own accord what is new: the heading of another page, and what changes by itself."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.terminal.rest import Rest
from kiosk.terminal.typography import as_spoken

_ENDS = (".", "?", "!", "…", ":")


class Announcer(QObject):
    """Announces on the accessibility bus what came into sight; costs nothing where nobody listens there.

    Told are the first heading, and every label with the property `isLive`: those whose words were not there before. A
    warning that lies over the page is told at once, before whatever is being said.
    """

    def __init__(self) -> None:
        super().__init__()
        self._window: QQuickWindow | None = None
        self._told: list[str] = []
        self._rest = Rest()
        self._rest.came.connect(self._tell)

    def watch(self, window: QQuickWindow) -> None:
        """Announce what `window` shows."""
        self._window = window
        window.frameSwapped.connect(self._drawn)

    def stop(self) -> None:
        """The window goes: nothing is looked at any more."""
        self._rest.stop()
        if self._window is not None:
            self._window.frameSwapped.disconnect(self._drawn)
        self._window = None

    @Slot()
    def _drawn(self) -> None:
        if QAccessible.isActive():
            self._rest.drawn()

    @Slot()
    def _tell(self) -> None:
        if self._window is None:
            return
        shown = announced(self._window)
        news = [words for words in shown if words not in self._told]
        self._told = shown
        if news:
            event = QAccessibleAnnouncementEvent(self._window, _sentences(news))
            if self._window.property("isVeiled"):
                event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)


def announced(window: QQuickWindow) -> list[str]:
    """What a screen reader is to be told of what is in sight, in reading order."""
    heading = ""
    told = []
    for item in _labels(window.contentItem(), is_veiled=bool(window.property("isVeiled"))):
        words = as_spoken(str(item.property("text") or ""))
        is_first_heading = not heading and _is_heading(item)
        if is_first_heading:
            heading = words
        if words and (is_first_heading or item.property("isLive")):
            told.append(words)
    return told


def _labels(item: QQuickItem, *, is_veiled: bool) -> Iterator[QQuickItem]:
    if not item.isVisible() or item.inherits("QQuickAbstractButton"):
        return
    if item.inherits("QQuickText") and (item.isEnabled() or not is_veiled):
        yield item
    for child in item.childItems():
        yield from _labels(child, is_veiled=is_veiled)


def _is_heading(item: QQuickItem) -> bool:
    return QAccessible.queryAccessibleInterface(item).role() == QAccessible.Role.Heading


def _sentences(parts: list[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    return " ".join(part if part.endswith(_ENDS) else f"{part}." for part in parts)
