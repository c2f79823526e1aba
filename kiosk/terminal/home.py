"""The home page: the first question with its five faces, the way to the catalogue, and when the office is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.clock import Clock
from kiosk.domain.office import Office, OpeningHours, Place
from kiosk.domain.opening import OpeningTimes
from kiosk.domain.questionnaire import Questionnaire
from kiosk.terminal.choices import ChoiceRows
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.navigation import CATALOGUE, HOME, NavigationViewModel
from kiosk.terminal.opening import hours_text
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel
from kiosk.terminal.visit import Visit

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HomeViewModel(QObject):
    """What passers-by read, and the tap that starts a visit."""

    changed = Signal()

    def __init__(
        self,
        office: Office,
        place: Place,
        questionnaire: Questionnaire,
        visit: Visit,
        navigation: NavigationViewModel,
        language: LanguageViewModel,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._office = office
        self._place = place
        self._times = OpeningTimes.of(office, place)
        self._questionnaire = questionnaire
        self._visit = visit
        self._navigation = navigation
        self._language = language
        self._clock = clock
        self._rows = ChoiceRows(language, self)
        navigation.changed.connect(self._refresh)
        language.changed.connect(self._speak)
        self._rows.ask(questionnaire.questions[0])

    @Property(str, notify=changed)
    def officeName(self) -> str:
        return self._language.text(self._office.name)

    @Property(str, notify=changed)
    def address(self) -> str:
        return self._language.set(self._place.address)

    @Property(str, notify=changed)
    def telephone(self) -> str:
        return self._place.telephone

    @Property(bool, notify=changed)
    def isOpenToday(self) -> bool:
        return bool(self._hours())

    @Property(str, notify=changed)
    def hoursToday(self) -> str:
        """Such as `7:00–15:00`; empty when closed."""
        return ", ".join(hours_text(each) for each in self._hours())

    @Property("QStringList", notify=changed)
    def words(self) -> list[str]:
        """The words below the faces, each of which may not break."""
        return self._rows.words

    @Property(int, notify=changed)
    def longestLabel(self) -> int:
        """Letters of the longest label below a face."""
        return self._rows.longest_label

    @Property(str, notify=changed)
    def firstLabel(self) -> str:
        """What is written below the first face."""
        return self._rows.ends[0]

    @Property(str, notify=changed)
    def lastLabel(self) -> str:
        """What is written below the last face."""
        return self._rows.ends[1]

    @Property(str, notify=changed)
    def question(self) -> str:
        return self._language.text(self._questionnaire.questions[0].text)

    @Property(str, notify=changed)
    def intro(self) -> str:
        return self._language.text(self._questionnaire.intro)

    @Property(QObject, notify=changed)
    def choices(self) -> RowModel:
        return self._rows.model

    @Slot(str)
    def rate(self, code: str) -> None:
        """Tap a face: the interview starts with this answer."""
        if not self._visit.is_busy and self._visit.interview is None:
            self._rows.choose((code,))
            self._visit.begin((code,))

    def rateNumber(self, number: int) -> bool:
        """Tap the face of this number, counted from 1. Tells whether there is one to tap now."""
        codes = [str(row["code"]) for row in self._rows.model.rows]
        if self._navigation.page != HOME or not 1 <= number <= len(codes):
            return False
        self.rate(codes[number - 1])
        return True

    @Slot()
    def openCatalogue(self) -> None:
        self._navigation.open(CATALOGUE)

    def _hours(self) -> tuple[OpeningHours, ...]:
        return self._times.on(self._clock.now().date())

    @Slot()
    def _refresh(self) -> None:
        if not self._visit.is_busy and (self._rows.chosen or self._navigation.page == HOME):
            self._rows.choose(())
            self.changed.emit()

    @Slot()
    def _speak(self) -> None:
        self._rows.refresh()
        self.changed.emit()
