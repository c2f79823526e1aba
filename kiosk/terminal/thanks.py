"""The thank-you page: a receipt, shown only once every answer is durable."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.questionnaire import Questionnaire
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.properties import Property

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ThanksViewModel(QObject):
    """The office's own words of thanks."""

    changed = Signal()

    def __init__(self, questionnaire: Questionnaire, language: LanguageViewModel) -> None:
        super().__init__()
        self._questionnaire = questionnaire
        self._language = language
        language.changed.connect(self.changed)

    @Property(str, notify=changed)
    def thanks(self) -> str:
        return self._language.text(self._questionnaire.thanks)
