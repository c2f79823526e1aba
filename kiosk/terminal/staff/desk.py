"""What the staff's window shows and where the keyboard is; how large its text is; what its keys do."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.errors import Fault
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel
from kiosk.terminal.staff.shortcuts import SEQUENCES, Action, key_list

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

LIST, CARD, FILTERS = "list", "card", "filters"
CODE, KEYS = "code", "keys"
_PANES = (LIST, CARD, FILTERS)
_SCALES = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
_USUAL = _SCALES.index(1.0)


@QmlElement
class DeskViewModel(QObject):
    """One window. Every action goes through `perform`, whether a key or a button asks for it."""

    changed = Signal()
    paneChanged = Signal()
    """The keyboard goes to `pane`, perhaps again."""
    asked = Signal(str)
    """An action that is not the window's own."""

    def __init__(self) -> None:
        super().__init__()
        self._pane = LIST
        self._overlay = ""
        self._step = _USUAL
        self._message, self._is_fault = "", False
        self._shortcuts = RowModel("action", "sequences", parent=self)
        self._shortcuts.show([{"action": str(each), "sequences": list(keys)} for each, keys in SEQUENCES.items()])
        self._keys = RowModel("keys", "words", parent=self)

    @Property(str, notify=changed)
    def pane(self) -> str:
        """Where the keyboard is: "filters", "list" or "card"."""
        return self._pane

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

    @Property(QObject, constant=True)
    def shortcuts(self) -> RowModel:
        return self._shortcuts

    @Property(QObject, constant=True)
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
        self.changed.emit()
        self.paneChanged.emit()

    @Slot(str)
    def notice(self, pane: str) -> None:
        """The keyboard has come to a pane by Tab or the mouse."""
        if pane != self._pane:
            self._pane = pane
            self.changed.emit()

    def cover(self, overlay: str) -> None:
        """Lay something over the window, or nothing; the keyboard comes back to where it was."""
        if overlay == KEYS:
            self._keys.show([{"keys": each.keys, "words": each.words} for each in key_list()])
        was, self._overlay = self._overlay, overlay
        self.changed.emit()
        if was and not overlay:
            self.paneChanged.emit()

    def tell(self, message: str = "", *, is_fault: bool = False) -> None:
        """Show what came of an action, instead of what was told before."""
        if (message, is_fault) != (self._message, self._is_fault):
            self._message, self._is_fault = message, is_fault
            self.changed.emit()

    def complain(self, sentence: str, fault: Fault) -> None:
        """Tell that something went wrong; `sentence` has %1 for what exactly."""
        self.tell(sentence.replace("%1", str(fault).splitlines()[0] if str(fault) else "?"), is_fault=True)

    def _resize(self, action: str) -> None:
        step = {Action.LARGER: self._step + 1, Action.SMALLER: self._step - 1}.get(Action(action), _USUAL)
        self._step = min(max(step, 0), len(_SCALES) - 1)
        self.changed.emit()
