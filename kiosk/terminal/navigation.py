"""Which page is shown, where back and home lead, and what happens when nobody is here any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.terminal.comfort import ComfortViewModel
from kiosk.terminal.idle import IdleClock
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.properties import Property
from kiosk.terminal.visit import Visit

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

(
    ATTRACT,
    HOME,
    CATALOGUE,
    GROUP,
    CARD,
    CARD_CODE,
    FILM,
    SEARCH,
    LANGUAGES,
    HELP,
    SURVEY,
    COMMENT,
    THANKS,
    OUT_OF_SERVICE,
) = (
    "attract",
    "home",
    "catalogue",
    "group",
    "card",
    "cardCode",
    "film",
    "search",
    "languages",
    "help",
    "survey",
    "comment",
    "thanks",
    "outOfService",
)
ADMINISTRATION = "administration"
_BACK = {CATALOGUE: HOME, GROUP: CATALOGUE, CARD: GROUP, CARD_CODE: CARD, FILM: CARD, SEARCH: CATALOGUE, HELP: HOME}
_WAYS_TO = {CARD: (GROUP, SEARCH), SEARCH: (CATALOGUE, GROUP)}
"""Pages to which several others lead; back leads to the one that was come from."""
_NO_WAY_BACK = (THANKS,)
"""Pages that are not come back to from the choice of a language: home is shown instead."""
_SETTLE_AFTER = 2.0
"""Seconds of quiet on the home page before the store tidies up: the next visitor's first tap should not wait for it."""


class Forgetful(Protocol):
    """Something that knows of one visitor what the next must not find."""

    def forget(self) -> None:
        """The visit is over."""
        ...


@QmlElement
class NavigationViewModel(QObject):
    """The shell around the pages."""

    changed = Signal()
    ticked = Signal()
    """The clocks were looked at."""
    forgotten = Signal()
    """A visit has ended: whatever else is one visitor's own (a volume, where a page was read) is to be put back."""

    def __init__(
        self,
        visit: Visit,
        language: LanguageViewModel,
        comfort: ComfortViewModel,
        idle: IdleClock,
        options: TerminalOptions,
    ) -> None:
        super().__init__()
        self._visit = visit
        self._language = language
        self._idle = idle
        self._options = options
        self._page = ""
        self._page_before = HOME
        self._came_from: dict[str, str] = {}
        self._forgetting: tuple[Forgetful, ...] = (language, comfort)
        self._steps: dict[str, Callable[[], bool]] = {}
        visit.moved.connect(self._visit_moved)
        visit.commentAsked.connect(self._comment_asked)
        visit.completed.connect(self._visit_completed)
        visit.failed.connect(self._visit_failed)
        visit.recovered.connect(self._visit_recovered)
        visit.busyChanged.connect(self.changed)
        idle.expired.connect(self._nobody_here)
        self._show(HOME)

    @Property(str, notify=changed)
    def page(self) -> str:
        return self._page

    @Property(bool, notify=changed)
    def canGoBack(self) -> bool:
        if self._page == SURVEY:
            return self._visit.interview is not None and self._visit.interview.can_go_back
        return self._page in _BACK or self._page == LANGUAGES

    @Property(bool, notify=changed)
    def canGoHome(self) -> bool:
        return self._page not in (ATTRACT, HOME, OUT_OF_SERVICE)

    @Slot()
    def goHome(self) -> None:
        """Leave whatever is open; an interview under way is kept as incomplete."""
        if not self._visit.is_busy:
            self._visit.leave()
            self._show(HOME)

    @Slot()
    def goBack(self) -> None:
        if self._page == SURVEY:
            self._visit.back()
        elif self._page == LANGUAGES:
            self._show(self._page_before)
        elif self._page in _BACK and not self._steps.get(self._page, _no_step)():
            self._show(self._came_from.get(self._page, _BACK[self._page]))

    @Slot()
    def openCatalogue(self) -> None:
        self.open(CATALOGUE)

    @Slot()
    def openSearch(self) -> None:
        self.open(SEARCH)

    @Slot()
    def openLanguages(self) -> None:
        """Offer the languages; choosing one, going back, and the same button again lead to where one was."""
        if self._page == LANGUAGES:
            self.goBack()
        else:
            self._page_before = HOME if self._page in _NO_WAY_BACK else self._page
            self.open(LANGUAGES)

    @Slot()
    def rouse(self) -> None:
        """Somebody is here, though nothing was touched: a headset was plugged in. A sleeping screen wakes."""
        if self._page == ATTRACT:
            self.goHome()
        else:
            self._idle.progress()

    @Slot()
    def openHelp(self) -> None:
        """Tell how to use the screen; back leads past the choice of a language, where one mostly comes from."""
        origin = self._page_before if self._page == LANGUAGES else self._page
        if origin != HELP:  # or back would lead to where one stands
            self._came_from[HELP] = origin
        self.open(HELP)

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        self._language.select(code)
        self._show(self._page_before)

    def open(self, page: str) -> None:
        """Show a page of the catalogue. Ignored while an answer is on its way to the disk."""
        if not self._visit.is_busy:
            if self._page in _WAYS_TO.get(page, ()):
                self._came_from[page] = self._page
            self._show(page)

    def administer(self) -> bool:
        """Show the administrator's area: who stood here is taken to have gone, and what they answered is kept.

        False, and nothing is changed, while an answer is on its way to the disk.
        """
        if self._visit.is_busy:
            return False
        self._visit.leave()
        self._forget()
        self._show(ADMINISTRATION)
        return True

    def break_down(self) -> None:
        """Something of ours broke: tell those who stand here, until the program has ended."""
        self._show(OUT_OF_SERVICE)

    def forgets(self, *those: Forgetful) -> None:
        """At the end of a visit these forget it too."""
        self._forgetting += those

    def steps_back(self, page: str, step: Callable[[], bool]) -> None:
        """On `page`, back first asks `step`: it goes back within the page, or tells that it cannot."""
        self._steps[page] = step

    @Slot()
    def tick(self) -> None:
        """Look at the clocks; call it several times a second."""
        self._idle.tick()
        if self._page in (ATTRACT, HOME) and self._idle.idle_seconds >= _SETTLE_AFTER:
            self._visit.settle()
        if self._page == HOME and self._is_deserted():
            self._forget()
            self._show(ATTRACT)
        self.ticked.emit()

    def wake(self, *, is_life: bool) -> bool:
        """A touch or key: a sleeping screen shows the home page if it is a sign of life. Tells whether it slept."""
        was_asleep = self._page == ATTRACT
        if was_asleep and is_life:
            self.goHome()
        return was_asleep

    def _is_deserted(self) -> bool:
        """Whether nobody has touched the home page for long, and nothing of a visit is left to wait for."""
        wanted = self._options.attract_seconds
        is_at_rest = not self._visit.is_busy and self._visit.interview is None and not self._visit.has_failed
        # Whoever chose a language and reads on is not hurried by it.
        least = max(wanted, self._options.idle_seconds) * self._idle.patience
        return wanted > 0 and is_at_rest and self._idle.quiet_seconds >= least

    def _show(self, page: str) -> None:
        if page == HOME and self._visit.has_failed:
            page = OUT_OF_SERVICE
        if page != self._page:
            self._idle.progress()
        if self._page == THANKS != page:
            self._forget()
        self._page = page
        if page == THANKS:
            self._idle.start(self._options.thanks_seconds, extendable=False)
        elif page == OUT_OF_SERVICE:
            self._idle.start(self._options.recovery_seconds, extendable=False)
        elif page == ATTRACT:
            self._idle.sleep()
        elif page == HOME:
            self._idle.start(self._options.idle_seconds)
        else:
            self._idle.start(self._options.idle_seconds, self._options.warning_seconds)
        self.changed.emit()

    @Slot()
    def _nobody_here(self) -> None:
        if self._page == OUT_OF_SERVICE:
            # Also while the store is down for long: whoever saw it fail has gone.
            if self._idle.quiet_seconds >= self._options.idle_seconds * self._idle.patience:
                self._forget()
            self._visit.recover()
        elif self._visit.is_busy and self._page != THANKS:
            self._visit.leave()
        else:
            self._visit.leave()
            self._forget()
            self._show(HOME)

    def _forget(self) -> None:
        """Nothing of one visitor is left for the next."""
        for each in self._forgetting:
            each.forget()
        self._page_before = HOME
        self.forgotten.emit()

    @Slot()
    def _visit_moved(self) -> None:
        if self._visit.interview is not None and self._page != SURVEY:
            self._show(SURVEY)
        else:
            self._idle.progress()
            self.changed.emit()

    @Slot()
    def _comment_asked(self) -> None:
        self._show(COMMENT)

    @Slot()
    def _visit_completed(self) -> None:
        self._show(THANKS)

    @Slot()
    def _visit_failed(self) -> None:
        if self._page != ADMINISTRATION:  # home leads there anyway
            self._show(OUT_OF_SERVICE)

    @Slot()
    def _visit_recovered(self) -> None:
        if self._page == OUT_OF_SERVICE and not self._visit.has_failed:
            self._forget()
            self._show(HOME)


def _no_step() -> bool:
    return False
