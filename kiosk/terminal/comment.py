"""The comment page: a question in free text, what is written in answer to it, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.comment import MOST_CHARACTERS, last_words, written
from kiosk.domain.questionnaire import Question
from kiosk.terminal.keyboard import KeyboardViewModel
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.properties import Property
from kiosk.terminal.visit import Visit

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CommentViewModel(QObject):
    """First the question is asked, and most people pass it; the keyboard comes to those who want to write.

    Keeps showing the last question while the visit ends, and nothing of what was written.
    """

    changed = Signal()

    def __init__(self, visit: Visit, keyboard: KeyboardViewModel, language: LanguageViewModel) -> None:
        super().__init__()
        self._visit = visit
        self._keyboard = keyboard
        self._language = language
        self._question: Question | None = None
        self._text = ""
        self._is_writing = False
        self._room = MOST_CHARACTERS
        keyboard.typed.connect(self.press)
        visit.commentAsked.connect(self._ask)
        visit.moved.connect(self._forget)
        visit.completed.connect(self._forget)
        visit.failed.connect(self._forget)
        visit.busyChanged.connect(self.changed)
        language.changed.connect(self._speak)

    @Property(str, notify=changed)
    def question(self) -> str:
        return self._language.text(self._question.text) if self._question is not None else ""

    @property
    def keyboard(self) -> KeyboardViewModel:
        return self._keyboard

    @Property(bool, notify=changed)
    def isWriting(self) -> bool:
        """Whether the keyboard is shown, in place of the question."""
        return self._is_writing

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._text

    @Property(str, notify=changed)
    def end(self) -> str:
        """As many of the last words as the field has room for."""
        return last_words(self._text, self._room)

    @Property(int, notify=changed)
    def charactersLeft(self) -> int:
        return MOST_CHARACTERS - len(self._text)

    @Property(bool, notify=changed)
    def canSend(self) -> bool:
        return bool(self._text.strip()) and not self._visit.is_busy

    @Slot(int)
    def setRoom(self, letters: int) -> None:
        """The field has room for so many letters."""
        self._room = letters
        self.changed.emit()

    @Slot()
    def write(self) -> None:
        """Show the keyboard."""
        if self._visit.comment_question is not None:
            self._is_writing = True
            self.changed.emit()

    @Slot(str)
    def press(self, key: str) -> None:
        """Write a letter or a space. What would be too long, or one space too many, is ignored."""
        if self._can_change():
            self._is_writing = True
            self._text = written(self._text, key)
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last letter away."""
        if self._can_change():
            self._text = self._text[:-1]
            self.changed.emit()

    @Slot()
    def send(self) -> None:
        """Hand over what is written."""
        if self.canSend:
            self._visit.comment(self._text)

    @Slot()
    def skip(self) -> None:
        """Write nothing."""
        self._visit.skip_comment()

    def _can_change(self) -> bool:
        return self._visit.comment_question is not None and not self._visit.is_busy

    @Slot()
    def _ask(self) -> None:
        self._question = self._visit.comment_question
        self._forget()

    @Slot()
    def _forget(self) -> None:
        """What was written is sent or given up: nothing of it stays here."""
        self._text, self._is_writing = "", False
        self._keyboard.reset()
        self.changed.emit()

    @Slot()
    def _speak(self) -> None:
        self.changed.emit()
