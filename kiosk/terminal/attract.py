"""The attract loop: silent slides that invite who passes by, and say when a closed office opens again.

Slides change by the clock that is handed in, at `look`. Everything of the earlier visit is forgotten before the loop
begins, so all of it is in the office's own language. No results are ever shown, only what the office itself says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.clock import Clock
from kiosk.domain.office import Office, Place
from kiosk.domain.opening import OpeningTimes
from kiosk.domain.questionnaire import Questionnaire
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.navigation import ATTRACT, NavigationViewModel
from kiosk.terminal.opening import hours_text, opening_text, week_text
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import Row, RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

SLIDE_SECONDS = 8.0
"""How long one slide stays."""
_INVITATION = str(QT_TRANSLATE_NOOP("Attract", "Touch the screen to begin"))
_SHIFTS = ((0, 0), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))
"""Where the slides of a dark screen stand one after another, in steps from the middle: no pixel shines all night.

Where motion is reduced they stand still."""
_FACES = 5
translate = QCoreApplication.translate


@QmlElement
class AttractViewModel(QObject):
    """What is shown while nobody is here. GUI thread only."""

    changed = Signal()

    def __init__(
        self,
        office: Office,
        place: Place,
        questionnaire: Questionnaire,
        navigation: NavigationViewModel,
        language: LanguageViewModel,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._office = office
        self._place = place
        self._times = OpeningTimes.of(office, place)
        self._question = questionnaire.questions[0]
        self._navigation = navigation
        self._language = language
        self._clock = clock
        self._since: float | None = None
        self._number = 0
        self._shown: tuple[bool, str] = (True, "")
        self._slides = RowModel("kind", "drawing", "heading", "title", "sentence", "details", parent=self)
        self._invitations = RowModel("words", "language", parent=self)
        navigation.changed.connect(self.look)
        navigation.ticked.connect(self.look)
        language.changed.connect(self._speak)

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """Whether the office is open now; also where it says no hours at all."""
        return self._shown[0]

    @Property(str, notify=changed)
    def officeName(self) -> str:
        return self._language.text(self._office.name)

    @Property(QObject, notify=changed)
    def slides(self) -> RowModel:
        return self._slides

    @Property(int, notify=changed)
    def slide(self) -> int:
        """Which of the slides is shown, from 0."""
        return self._number % max(1, len(self._slides.rows))

    @Property(int, notify=changed)
    def shiftAcross(self) -> int:
        """Steps to the right of the middle, -1 to 1: a dark screen's words move from slide to slide."""
        return _SHIFTS[self._number % len(_SHIFTS)][0]

    @Property(int, notify=changed)
    def shiftDown(self) -> int:
        return _SHIFTS[self._number % len(_SHIFTS)][1]

    @Property(int, notify=changed)
    def faces(self) -> int:
        """How many faces the first question has."""
        scale = self._question.scale
        return min(_FACES, len(scale.codes - {scale.not_applicable})) if scale is not None else 0

    @Property(str, notify=changed)
    def invitation(self) -> str:
        """How to begin, in the language shown."""
        return self._language.set(translate("Attract", _INVITATION))

    @Property(QObject, notify=changed)
    def invitations(self) -> RowModel:
        """The same in the other languages of the office, each in its own words."""
        return self._invitations

    @Slot()
    def look(self) -> None:
        """Look at the clock; cheap, call it several times a second."""
        if self._navigation.page != ATTRACT:
            self._since = None
            return
        now = self._clock.monotonic()
        shown = self._opening()
        if self._since is None or shown != self._shown:
            self._since, self._shown = now, shown
            self._slides.show(list(self._day() if shown[0] else self._night()))
            self._number = 0
        elif (number := int((now - self._since) // SLIDE_SECONDS)) != self._number:
            self._number = number
        else:
            return
        self.changed.emit()

    @Slot()
    def _speak(self) -> None:
        words = self._language.in_each("Attract", _INVITATION)
        self._invitations.show(
            [
                {"words": self._language.set(text, code), "language": code}
                for code, text in words
                if code != self._language.code
            ]
        )
        self._since = None
        self.look()
        self.changed.emit()

    def _opening(self) -> tuple[bool, str]:
        """Whether the office is open, and what is said of today: its hours, or when it opens next."""
        now = self._clock.now()
        if not self._place.hours or self._times.closes(now) is not None:
            return True, ", ".join(hours_text(each) for each in self._times.on(now.date()))
        opens = self._times.opens_next(now)
        return False, "" if opens is None else opening_text(opens, now, self._language.code)

    def _day(self) -> Iterator[Row]:
        text = self._language.text
        yield _slide(
            "faces",
            "",
            title=text(self._question.text),
            sentence=translate("Attract", "Please rate your visit: one touch, anonymously."),
        )
        yield _slide(
            "catalogue",
            "catalogue",
            title=translate("Attract", "How do I settle my matter?"),
            sentence=translate(
                "Attract", "Here you can see which documents you need, what it costs and how long it takes."
            ),
        )
        for each in self._office.improvements:
            yield _slide("improvement", "check", translate("Attract", "What we have changed"), title=text(each))
        hours = self._shown[1]
        title = translate("Attract", "Open today %1").replace("%1", hours) if hours else text(self._place.name)
        yield _slide("office", "clock" if hours else "pin", title=title, details=list(self._details()))

    def _night(self) -> Iterator[Row]:
        closed = translate("Attract", "The office is closed now")
        yield _slide("closed", "clock", title=closed, sentence=self._shown[1])
        yield _slide("office", "pin", title=self._language.text(self._place.name), details=list(self._details()))

    def _details(self) -> Iterator[Row]:
        place = self._place
        if place.hours:
            yield {"drawing": "clock", "words": self._language.set(week_text(place.hours, self._language.code))}
        yield {"drawing": "pin", "words": self._language.set(place.address)}
        yield {"drawing": "telephone", "words": translate("Attract", "tel. %1").replace("%1", place.telephone)}


def _slide(
    kind: str,
    drawing: str,
    heading: str = "",
    *,
    title: str,
    sentence: str = "",
    details: list[Mapping[str, object]] | None = None,
) -> Row:
    return {
        "kind": kind,
        "drawing": drawing,
        "heading": heading,
        "title": title,
        "sentence": sentence,
        "details": details or [],
    }
