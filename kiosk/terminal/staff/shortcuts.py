"""Every key of the staff's screen, in the order in which they are listed: what is listed here is what works."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

translate = QCoreApplication.translate
"""Under its own name, because that is what lupdate looks for."""


class Action(StrEnum):
    """What a shortcut does, wherever the keyboard is."""

    SEARCH = "search"
    BACK = "back"
    NEXT_PANE = "nextPane"
    PREVIOUS_PANE = "previousPane"
    CLEAR_FILTERS = "clearFilters"
    OVERDUE = "overdue"
    NEXT_FOUND = "nextFound"
    PREVIOUS_FOUND = "previousFound"
    NEXT_CHANGE = "nextChange"
    CHANGES = "changes"
    LANGUAGE = "language"
    PRINT = "print"
    COPY = "copy"
    CODE = "code"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usualSize"
    RELOAD = "reload"
    HELP = "help"


SEQUENCES = {
    Action.SEARCH: ("Ctrl+F",),
    Action.BACK: ("Esc",),
    Action.NEXT_PANE: ("F6",),
    Action.PREVIOUS_PANE: ("Shift+F6",),
    Action.PRINT: ("Ctrl+P",),
    Action.COPY: ("Ctrl+Shift+C",),
    Action.CODE: ("Ctrl+Q",),
    Action.LANGUAGE: ("Ctrl+L",),
    Action.NEXT_FOUND: ("F3",),
    Action.PREVIOUS_FOUND: ("Shift+F3",),
    Action.NEXT_CHANGE: ("F4",),
    Action.CHANGES: ("F8",),
    Action.OVERDUE: ("F9",),
    Action.CLEAR_FILTERS: ("Ctrl+Shift+F",),
    # The key with the plus has it above the equals sign on many keyboards.
    Action.LARGER: ("Ctrl++", "Ctrl+="),
    Action.SMALLER: ("Ctrl+-",),
    Action.USUAL_SIZE: ("Ctrl+0",),
    Action.RELOAD: ("F5",),
    Action.HELP: ("F1", "?"),
}
"""The keys of each action, in Qt's notation. None of them is a key that a text field takes for itself."""


@dataclass(frozen=True, slots=True)
class ListedKey:
    """One line of the list: the keys as they are printed on a keyboard, and what they do."""

    keys: str
    words: str


def key_list() -> Sequence[ListedKey]:
    """Every key, in the program's language."""
    words = _words()
    shortcuts = [ListedKey(shown(action), words[action]) for action in SEQUENCES]
    return (
        ListedKey(translate("StaffKeys", "A, B, C …"), translate("StaffKeys", "find cards, wherever you are")),
        ListedKey("↓ ↑", translate("StaffKeys", "next or previous card; scroll the card")),
        ListedKey("Enter", translate("StaffKeys", "read the card; choose a filter")),
        ListedKey("Tab", translate("StaffKeys", "next control")),
        *shortcuts,
    )


def shown(action: Action) -> str:
    """The keys of an action in words, such as `Ctrl+P`."""
    return ", ".join(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in SEQUENCES[action])


def _words() -> dict[Action, str]:
    return {
        Action.SEARCH: translate("StaffKeys", "to the words you search for"),
        Action.BACK: translate("StaffKeys", "one step back; clear the words"),
        Action.NEXT_PANE: translate("StaffKeys", "next part of the window"),
        Action.PREVIOUS_PANE: translate("StaffKeys", "previous part of the window"),
        Action.PRINT: translate("StaffKeys", "print the card"),
        Action.COPY: translate("StaffKeys", "copy the card’s web address"),
        Action.CODE: translate("StaffKeys", "show the visitor a QR code"),
        Action.LANGUAGE: translate("StaffKeys", "the card in the next language"),
        Action.NEXT_FOUND: translate("StaffKeys", "to the next word found in the card"),
        Action.PREVIOUS_FOUND: translate("StaffKeys", "to the previous word found in the card"),
        Action.NEXT_CHANGE: translate("StaffKeys", "to the next change in the card"),
        Action.CHANGES: translate("StaffKeys", "mark what has changed, or not"),
        Action.OVERDUE: translate("StaffKeys", "only cards due for a review"),
        Action.CLEAR_FILTERS: translate("StaffKeys", "all cards again"),
        Action.LARGER: translate("StaffKeys", "larger text"),
        Action.SMALLER: translate("StaffKeys", "smaller text"),
        Action.USUAL_SIZE: translate("StaffKeys", "text of the usual size"),
        Action.RELOAD: translate("StaffKeys", "read the cards again from the disk"),
        Action.HELP: translate("StaffKeys", "this list"),
    }
