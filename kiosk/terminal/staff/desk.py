"""What the staff's window shows and where the keyboard is; how large its text is; what its keys do."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.errors import Fault
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel
from kiosk.terminal.staff.shortcuts import SEQUENCES, Action, key_list

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)
LIST, CARD, FILTERS = "list", "card", "filters"
CODE, KEYS = "code", "keys"
_PANES = (LIST, CARD, FILTERS)
_SCALES = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
_USUAL = _SCALES.index(1.0)
_OF_A_PAGE = 0.9
"""What a page key scrolls: a line or two stay in sight."""


@QmlElement
class DeskViewModel(QObject):
    """One window. Every action goes through `perform`, whether a key or a button asks for it."""

    changed = Signal()
    asked = Signal(str)
    """An action that is not the window's own."""

    def __init__(self) -> None:
        super().__init__()
        self._pane = LIST
        self._overlay = ""
        self._step = _USUAL
        self._turns = self._searches = 0
        self._message, self._is_fault = "", False
        self._shortcuts = RowModel("action", "combinations", parent=self)
        self._shortcuts.show([{"action": str(each), "combinations": list(keys)} for each, keys in SEQUENCES.items()])
        self._keys = RowModel("keys", "words", parent=self)

    @Property(str, notify=changed)
    def pane(self) -> str:
        """Where the keyboard is: "filters", "list" or "card"."""
        return self._pane

    @Property(int, notify=changed)
    def turns(self) -> int:
        """How many times the keyboard was sent to a pane: it goes there even if it has been there."""
        return self._turns

    @Property(int, notify=changed)
    def searches(self) -> int:
        """How many times a new search was asked for: whatever is typed next takes the place of the words."""
        return self._searches

    @Property(str, notify=changed)
    def overlay(self) -> str:
        """What lies over the whole window: "code", "keys" or nothing."""
        return self._overlay

    @Property(float, notify=changed)
    def textScale(self) -> float:
        return _SCALES[self._step]

    @Property(str, notify=changed)
    def message(self) -> str:
        """What came of the last action; empty where that is seen."""
        return self._message

    @Property(bool, notify=changed)
    def isFault(self) -> bool:
        """Whether the message tells that something went wrong."""
        return self._is_fault

    @Property(QObject, notify=changed)
    def shortcuts(self) -> RowModel:
        return self._shortcuts

    @Property(QObject, notify=changed)
    def keys(self) -> RowModel:
        """The list of keys, in words."""
        return self._keys

    @Slot(str)
    def perform(self, action: str) -> None:
        """Do what a shortcut or a button asks for."""
        match action:
            case Action.BACK:
                self.goBack()
            case Action.SEARCH:
                self._searches += 1
                self.enter(LIST)
            case Action.NEXT_PANE | Action.PREVIOUS_PANE:
                step = 1 if action == Action.NEXT_PANE else -1
                self.enter(_PANES[(_PANES.index(self._pane) + step) % len(_PANES)])
            case Action.HELP:
                self.cover("" if self._overlay == KEYS else KEYS)
            case Action.LARGER | Action.SMALLER | Action.USUAL_SIZE:
                self._resize(action)
            case _ if self._overlay in ("", CODE):
                self.asked.emit(action)

    @Slot()
    def goBack(self) -> None:
        """What lies over the window goes first, then the keyboard goes back to the list, then the words go."""
        if self._overlay:
            self.cover("")
        elif self._pane != LIST:
            self.enter(LIST)
        else:
            self.asked.emit(Action.BACK)

    @Slot(str)
    def enter(self, pane: str) -> None:
        """Take the keyboard to a pane."""
        self._overlay = ""
        self._pane = pane
        self._turns += 1
        self.changed.emit()

    @Slot(bool)
    def pick(self, is_alone: bool) -> None:  # noqa: FBT001  # QML has no keyword arguments
        """A card was chosen with the mouse: where there is no room for it beside the list, it takes its place."""
        if is_alone:
            self.enter(CARD)

    @Slot(str, result=bool)
    def takes(self, letters: str) -> bool:
        """Whether what is typed into the field is a shortcut instead of letters; then it is performed."""
        is_help = letters in SEQUENCES[Action.HELP]
        if is_help:
            self.perform(Action.HELP)
        return is_help

    @Slot(str)
    def notice(self, pane: str) -> None:
        """The keyboard has come to a pane by Tab or the mouse."""
        if pane != self._pane:
            self._pane = pane
            self.changed.emit()

    @Slot(int, float, float, result=float)
    def scrolled(self, key: int, position: float, size: float) -> float:
        """Where a text of which `size` is in sight stands after a key, both as shares of the whole."""
        step = {Qt.Key.Key_PageDown: size, Qt.Key.Key_Space: size, Qt.Key.Key_PageUp: -size}
        step |= {Qt.Key.Key_Home: -2.0, Qt.Key.Key_End: 2.0}
        return min(max(position + _OF_A_PAGE * step.get(Qt.Key(key), 0.0), 0.0), max(0.0, 1.0 - size))

    def cover(self, overlay: str) -> None:
        """Lay something over the window, or nothing; the keyboard comes back to where it was."""
        if overlay == KEYS:
            self._keys.show([{"keys": each.keys, "words": each.words} for each in key_list()])
        self._turns += bool(self._overlay and not overlay)
        self._overlay = overlay
        self.changed.emit()

    def tell(self, message: str = "", *, is_fault: bool = False) -> None:
        """Show what came of an action, instead of what was told before."""
        if (message, is_fault) != (self._message, self._is_fault):
            self._message, self._is_fault = message, is_fault
            self.changed.emit()

    def complain(self, sentence: str, fault: Fault) -> None:
        """Tell that something went wrong, and in the log what exactly: that is English and for whoever mends it."""
        _log.error("%s", fault)
        self.tell(sentence, is_fault=True)

    def _resize(self, action: str) -> None:
        step = {Action.LARGER: self._step + 1, Action.SMALLER: self._step - 1}.get(Action(action), _USUAL)
        self._step = min(max(step, 0), len(_SCALES) - 1)
        self.changed.emit()
