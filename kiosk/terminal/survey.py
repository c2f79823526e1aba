"""The survey page: one question a screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.questionnaire import Question, QuestionKind
from kiosk.terminal.choices import ChoiceRows
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel
from kiosk.terminal.visit import Visit

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SurveyViewModel(QObject):
    """The question shown, its choices, and what was tapped. Keeps showing the last one while the visit ends."""

    changed = Signal()

    def __init__(self, visit: Visit, language: LanguageViewModel) -> None:
        super().__init__()
        self._visit = visit
        self._language = language
        self._faces = ChoiceRows(language, self)
        self._answers = ChoiceRows(language, self, capital=True)
        self._rows = self._faces
        self._question: Question | None = None
        self._step = self._steps = 0
        self._declined = False
        self.is_confirming = False
        """Whether the button that turns pages has become the one that confirms the answers on them."""
        visit.moved.connect(self._ask)
        visit.busyChanged.connect(self.changed)
        language.changed.connect(self._speak)

    @Property(str, notify=changed)
    def question(self) -> str:
        return self._language.text(self._question.text) if self._question is not None else ""

    @Property(str, notify=changed)
    def key(self) -> str:
        return self._question.key if self._question is not None else ""

    @Property(bool, notify=changed)
    def isRating(self) -> bool:
        return self._question is not None and self._question.kind is QuestionKind.RATING

    @Property(bool, notify=changed)
    def isMultiple(self) -> bool:
        return self._question is not None and self._question.kind is QuestionKind.MULTIPLE

    @Property(QObject, notify=changed)
    def faces(self) -> RowModel:
        """The steps of a rating. They stay from one rating to the next, so that only the words are drawn anew."""
        return self._faces.model

    @Property(QObject, notify=changed)
    def choices(self) -> RowModel:
        """The answers of a list."""
        return self._answers.model

    @Property("QStringList", notify=changed)
    def words(self) -> list[str]:
        """The words below the faces, each of which may not break."""
        return self._faces.words

    @Property(int, notify=changed)
    def longestLabel(self) -> int:
        """Letters of the longest label below a face."""
        return self._faces.longest_label

    @Property(str, notify=changed)
    def firstLabel(self) -> str:
        """What is written below the first face."""
        return self._faces.ends[0]

    @Property(str, notify=changed)
    def lastLabel(self) -> str:
        """What is written below the last face."""
        return self._faces.ends[1]

    @Property(str, notify=changed)
    def notApplicable(self) -> str:
        """The words for "not applicable", empty where the question does not offer it."""
        return self._rows.not_applicable_label

    @Property(bool, notify=changed)
    def isNotApplicable(self) -> bool:
        return self._rows.not_applicable is not None and self._rows.not_applicable.code in self._rows.chosen

    @Property(bool, notify=changed)
    def isDeclined(self) -> bool:
        return self._declined

    @Property(bool, notify=changed)
    def canConfirm(self) -> bool:
        return bool(self._rows.chosen)

    @Property(int, notify=changed)
    def chosenCount(self) -> int:
        """How many answers are chosen: some may be on another page."""
        return len(self._rows.chosen)

    @Property(int, notify=changed)
    def step(self) -> int:
        return self._step

    @Property(int, notify=changed)
    def steps(self) -> int:
        return self._steps

    @Slot(str)
    def choose(self, code: str) -> None:
        """Tap one choice: an answer, or one more of several."""
        if self._question is None or self._visit.is_busy or not self._rows.offers(code):
            return
        if self._question.kind is QuestionKind.MULTIPLE:
            self._rows.toggle(code)
            self.changed.emit()
        else:
            self._answer(code)

    def answerNumber(self, number: int) -> bool:
        """Tap the choice of this number, counted from 1. Tells whether there is one to tap now."""
        codes = [str(row["code"]) for row in self._rows.model.rows]
        if self._visit.interview is None or not 1 <= number <= len(codes):
            return False
        self.choose(codes[number - 1])
        return True

    @Slot()
    def chooseNotApplicable(self) -> None:
        if self._rows.not_applicable is not None and not self._visit.is_busy:
            self._answer(self._rows.not_applicable.code)

    @Slot(bool)
    def setConfirming(self, confirming: bool) -> None:  # noqa: FBT001  # QML tells it
        self.is_confirming = confirming

    @Slot()
    def confirm(self) -> None:
        """Answer with everything that is chosen."""
        if self._rows.chosen:
            self._visit.answer(self._rows.chosen)

    @Slot()
    def decline(self) -> None:
        """Say "nie chcę odpowiadać"."""
        if not self._visit.is_busy:
            self._rows.choose(())
            self._declined = True
            self._visit.decline()

    def _answer(self, code: str) -> None:
        self._rows.choose((code,))
        self._declined = False
        self._visit.answer((code,))

    @Slot()
    def _ask(self) -> None:
        interview = self._visit.interview
        if interview is None:
            return
        self._question, self._step, self._steps = interview.question, interview.step, interview.steps
        answered = interview.answers.get(self.key)
        self._declined = answered == ()
        self._rows = self._faces if self.isRating else self._answers
        self._rows.ask(self._question, answered or ())
        self.changed.emit()

    @Slot()
    def _speak(self) -> None:
        self._visit.speak(self._language.code)
        self._faces.refresh()
        self._answers.refresh()
        self.changed.emit()
