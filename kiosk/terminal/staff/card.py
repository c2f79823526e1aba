"""The right pane: one card with everything in it, in the language in which it is to be read to somebody."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.card import Card
from kiosk.domain.card_changes import ChangeKind
from kiosk.domain.search.highlights import TypedWords
from kiosk.domain.text import LANGUAGE_NAMES
from kiosk.domain.word_changes import word_changes
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel
from kiosk.terminal.staff.badges import badges
from kiosk.terminal.staff.card_summary import summary
from kiosk.terminal.staff.card_words import CardWords
from kiosk.terminal.staff.card_writer import CardWriter
from kiosk.terminal.staff.markup import Mark, marked_up
from kiosk.terminal.staff.passages import Passage, passages
from kiosk.terminal.staff.sections import sections
from kiosk.terminal.staff.shelf import Shelf

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate
"""Under its own name, because that is what lupdate looks for."""


@QmlElement
class StaffCardViewModel(QObject):
    """The language goes from card to card until it is changed; marks of what has changed are shown unless hidden."""

    changed = Signal()

    def __init__(self, shelf: Shelf, language: LanguageViewModel, here: str) -> None:
        super().__init__()
        self._shelf = shelf
        self._program = language
        self._here = here
        self._code = ""
        self._language = language.code
        self._typed = TypedWords("")
        self._openings = self._jumps = 0
        self._target = -1
        self._shows_changes = True
        self._facts = RowModel("icon", "label", "text", parent=self)
        self._languages = RowModel("code", "name", "chosen", parent=self)
        roles = (
            "text",
            "plain",
            "label",
            "bullet",
            "icon",
            "link",
            "isHeading",
            "change",
            "changeWords",
            "before",
            "isInternal",
            "isLabelled",
            "isFound",
        )
        self._passages = RowModel(*roles, parent=self)
        shelf.changed.connect(self._write)

    @Property(str, notify=changed)
    def code(self) -> str:
        """Empty if no card is chosen."""
        return self._code

    @Property(str, notify=changed)
    def name(self) -> str:
        card = self.card
        return card.name.in_language(self._language) if card is not None else ""

    @Property(str, notify=changed)
    def line(self) -> str:
        """Code, version and group."""
        card = self.card
        if card is None:
            return ""
        version = translate("StaffCard", "version %1").replace("%1", str(card.version))
        return f"{card.code} · {version} · {self._writer().written('group', card.group).text}"

    @Property(str, notify=changed)
    def language(self) -> str:
        """In which the card is shown."""
        return self._language

    @Property(int, notify=changed)
    def openings(self) -> int:
        """How many times another card was opened: each is read from its beginning."""
        return self._openings

    @Property(bool, notify=changed)
    def hasChanges(self) -> bool:
        """Whether the version before is known."""
        return self._shelf.previous(self._code) is not None

    @Property(bool, notify=changed)
    def showsChanges(self) -> bool:
        return self._shows_changes

    @Property("QVariantList", notify=changed)
    def badges(self) -> list[dict[str, str]]:
        card = self.card
        return list(badges(card, self._shelf.needs(card), self._shelf.previous(card.code))) if card is not None else []

    @Property(QObject, notify=changed)
    def facts(self) -> RowModel:
        return self._facts

    @Property(QObject, notify=changed)
    def passages(self) -> RowModel:
        return self._passages

    @Property(QObject, notify=changed)
    def languages(self) -> RowModel:
        return self._languages

    @property
    def card(self) -> Card | None:
        return self._shelf.card(self._code)

    def show(self, code: str, typed: TypedWords) -> None:
        """Open a card, with the words marked that it was found by."""
        if code != self._code:
            self._openings += 1
            self._target = -1
        self._code, self._typed = code, typed
        self._write()

    @Property(int, notify=changed)
    def jumps(self) -> int:
        """How many times somebody wanted to be taken to a passage."""
        return self._jumps

    @Property(int, notify=changed)
    def target(self) -> int:
        """The row of the passage that they were taken to last; -1 as long as there is none."""
        return self._target

    def jump_to_found(self, step: int) -> None:
        """Go to the next passage with one of the typed words, or the one before; round and round."""
        self._jump([place for place, row in enumerate(self._passages.rows) if row["isFound"]], step)

    def jump_to_change(self) -> None:
        """Go to the next passage that is not as it was; round and round."""
        self._jump([place for place, row in enumerate(self._passages.rows) if row["change"]], 1)

    @Slot()
    def nextLanguage(self) -> None:
        """The next one of the office's languages, round and round."""
        offered = self._offered()
        self.speak(offered[(offered.index(self._language) + 1) % len(offered)])

    @Slot(str)
    def speak(self, language: str) -> None:
        """Show the card in `language`."""
        self._language = language
        self._write()

    @Slot()
    def toggleChanges(self) -> None:
        """Mark what has changed since the version before, or show the card as it is now."""
        self._shows_changes = not self._shows_changes
        self._write()

    def _jump(self, places: list[int], step: int) -> None:
        if places:
            onward = [place for place in places[::step] if (place - self._target) * step > 0]
            self._target = onward[0] if onward else places[::step][0]
            self._jumps += 1
            self.changed.emit()

    def _offered(self) -> list[str]:
        return [code for code in LANGUAGE_NAMES if code in self._shelf.pack.office.languages]

    def _words(self) -> CardWords:
        return CardWords(self._program, self._language)

    def _writer(self) -> CardWriter:
        return CardWriter(self._shelf.pack.office, self._shelf.pack.catalogue, self._words())

    @Slot()
    def _write(self) -> None:
        offered, card = self._offered(), self.card
        if self._language not in offered:
            self._language = offered[0]
        self._languages.show(
            [{"code": code, "name": LANGUAGE_NAMES[code], "chosen": code == self._language} for code in offered]
        )
        if card is None:
            self._code = ""
            self._facts.show([])
            self._passages.show([])
        else:
            writer = self._writer()
            previous = self._shelf.previous(card.code) if self._shows_changes else None
            self._facts.show(summary(card, self._shelf.pack.office, self._here, writer, self._words()))
            self._passages.show([self._row(each) for each in passages(card, writer, sections(), previous)])
        self.changed.emit()

    def _row(self, passage: Passage) -> Mapping[str, object]:
        gone, new = word_changes(passage.before, passage.text) if passage.before else ((), ())
        marks = [(Mark.FOUND, span) for span in self._typed.spans(passage.text, passage.language)]
        is_found = bool(marks) and not passage.is_heading
        marks += [(Mark.NEW, span) for span in new]
        if passage.change is ChangeKind.REMOVED:
            marks = [(Mark.GONE, (0, len(passage.text)))]
        return {
            "text": marked_up(passage.text, marks),
            "plain": passage.text,
            "label": passage.label,
            "bullet": passage.bullet,
            "icon": passage.icon,
            "link": passage.link,
            "isHeading": passage.is_heading,
            "change": str(passage.change or ""),
            "changeWords": _change_words(passage),
            "before": marked_up(passage.before, [(Mark.GONE, span) for span in gone]) if passage.before else "",
            "isInternal": passage.is_internal,
            "isLabelled": passage.is_labelled,
            "isFound": is_found,
        }


def _change_words(passage: Passage) -> str:
    match passage.change:
        case ChangeKind.NEW:
            return translate("StaffCard", "New")
        case ChangeKind.MOVED:
            return translate("StaffCard", "Moved")
        case ChangeKind.REMOVED:
            return translate("StaffCard", "Removed")
        case ChangeKind.CHANGED if passage.elsewhere:
            names = ", ".join(LANGUAGE_NAMES[code] for code in passage.elsewhere)
            return translate("StaffCard", "Changed in: %1").replace("%1", names)
        case ChangeKind.CHANGED:
            return translate("StaffCard", "Changed")
    return ""
