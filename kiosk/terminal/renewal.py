"""Ends a terminal for which newer content has been delivered, between two visits, so that it begins again with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.domain.clock import Clock
from kiosk.domain.errors import Fault
from kiosk.terminal.navigation import ATTRACT, HOME
from kiosk.terminal.view_models import ViewModels

RENEWED = 76
"""Exit status of the event loop; `kiosk run` then begins again in the same process."""
_LOOK_SECONDS = 60.0
_QUIET_SECONDS = 60.0
"""Nobody has touched anything for so long: whoever stands there reads, and would see the picture go for a moment."""


class Renewal(QObject):
    """GUI thread only. `has_news` is asked on the store worker, for it looks at the disk."""

    due = Signal()
    """Newer content is there, and nobody is."""

    def __init__(self, has_news: Callable[[], bool], views: ViewModels, clock: Clock, area: Callable[[], str]) -> None:
        """`area` tells the page of the administrator's area, or nothing."""
        super().__init__()
        self._has_news = has_news
        self._views = views
        self._clock = clock
        self._area = area
        self._look_at = clock.monotonic() + _LOOK_SECONDS
        self._found = False
        views.navigation.ticked.connect(self._look)

    def _look(self) -> None:
        now = self._clock.monotonic()
        if now >= self._look_at and self._is_nobody_here():
            self._look_at = now + _LOOK_SECONDS
            self._views.worker.submit(self._ask, self._told)

    def _ask(self) -> None:
        self._found = self._has_news()

    def _told(self, fault: Fault | None) -> None:
        if fault is None and self._found and self._is_nobody_here():
            self.due.emit()

    def _is_nobody_here(self) -> bool:
        views = self._views
        return (
            views.navigation.page in (ATTRACT, HOME)
            and views.idle.quiet_seconds >= _QUIET_SECONDS
            and not self._area()
            and not views.visit.is_busy
            and not views.reading.isOn
        )
