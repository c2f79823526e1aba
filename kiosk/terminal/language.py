"""The language on the screen: the program's own words change at once, pages and answers stay where they are.

Translators are installed only while no QML is being loaded. A `QTranslator` made in Python takes the interpreter's
lock whenever any thread translates, QML's loader thread does so for its own messages, and the GUI thread that waits
for the loader holds that lock: with a translator installed, loading would never end.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTranslator, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QQmlEngine

from kiosk.domain.text import LANGUAGE_NAMES, LocalisedText
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel
from kiosk.terminal.typography import as_spoken, well_set

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)


@QmlElement
class LanguageViewModel(QObject):
    """Languages a visitor can choose. `changed` comes when every translator is in place."""

    changed = Signal()

    def __init__(self, offered: Sequence[str], home_language: str, translations: Path) -> None:
        super().__init__()
        self._home = home_language
        self._code = home_language
        self._offered = [code for code in LANGUAGE_NAMES if code in offered]
        self._languages = RowModel("code", "name", "chosen", parent=self)
        self._translators = {code: _translator(code, translations) for code in self._offered}
        self._engine: QQmlEngine | None = None
        self._longest = 24
        self._foreign: dict[str, str] = {}
        self._show_chosen()

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._code

    @Property(str, notify=changed)
    def name(self) -> str:
        """Its own name."""
        return LANGUAGE_NAMES[self._code]

    @Property(bool, notify=changed)
    def isRightToLeft(self) -> bool:
        return QLocale(self._code).textDirection() is Qt.LayoutDirection.RightToLeft

    @Property(QObject, notify=changed)
    def languages(self) -> RowModel:
        return self._languages

    @property
    def is_home_language(self) -> bool:
        return self._code == self._home

    def start(self, engine: QQmlEngine) -> None:
        """Translate the pages that `engine` has loaded, from now on."""
        self._engine = engine
        self._install()

    def stop(self) -> None:
        """Forget the engine and take the translator away."""
        self._engine = None
        QCoreApplication.removeTranslator(self._translators[self._code])

    def text(self, text: LocalisedText, longest: int | None = None) -> str:
        """What the visitor reads of `text`; words of more than `longest` letters may break."""
        shown = text.language_shown(self._code)
        words = self.set(text.in_language(self._code), shown, longest)
        if shown != self._code:
            self._foreign[as_spoken(words)] = shown
        return words

    def in_each(self, context: str, source: str, number: int = -1) -> list[tuple[str, str]]:
        """The program's own words `source` in every language offered: pairs of code and words.

        `number` stands for `%n` and decides the plural form. Asked of each translator itself, because no more than one
        is ever installed.
        """
        said = (
            (code, translator.translate(context, source, n=number)) for code, translator in self._translators.items()
        )
        return [(code, (words or source).replace("%n", str(number))) for code, words in said]

    def shown(self, text: LocalisedText) -> str:
        """The language in which `text` gives it: the one chosen, or Polish where it is not translated."""
        return text.language_shown(self._code)

    def set(self, words: str, language: str = "", longest: int | None = None) -> str:
        """`words`, which are in `language` or the one shown, as they stand on the screen."""
        return well_set(words, language or self._code, self._longest if longest is None else longest)

    def refresh(self) -> None:
        """Write every text again: how words may break has changed."""
        self.changed.emit()

    def language_of(self, spoken: str) -> str:
        """The language of words on the screen: the one chosen, but for a text that is not translated into it."""
        return self._foreign.get(spoken, self._code)

    def allow(self, longest: int) -> None:
        """From now on words of up to `longest` letters fit on a line; longer ones may break."""
        if longest != self._longest:
            self._longest = longest
            self.changed.emit()

    @Slot(str)
    def select(self, code: str) -> None:
        """Show everything in `code`."""
        if code == self._code or code not in self._offered:
            return
        QCoreApplication.removeTranslator(self._translators[self._code])
        self._code = code
        self._foreign.clear()
        self._show_chosen()
        self._install()

    def forget(self) -> None:
        """The next visitor starts in the office's own language."""
        self.select(self._home)

    def _install(self) -> None:
        if self._engine is not None:
            QCoreApplication.installTranslator(self._translators[self._code])
            QLocale.setDefault(QLocale(self._code))
            QGuiApplication.setLayoutDirection(QLocale(self._code).textDirection())
            self._engine.retranslate()
        self.changed.emit()

    def _show_chosen(self) -> None:
        self._languages.show(
            [{"code": each, "name": LANGUAGE_NAMES[each], "chosen": each == self._code} for each in self._offered]
        )


def _translator(code: str, folder: Path) -> QTranslator:
    translator = QTranslator()
    if not translator.load(str(folder / f"kiosk_{code}.qm")):
        _log.error("no translation of the program's words into '%s' in %s; showing English", code, folder)
    return translator
