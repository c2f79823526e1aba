"""Makes a visit through pyatspi, the library that screen readers are written with, in Debian's own Python.

Takes its plan as JSON on the standard input, prints what it met as one JSON object a line, and ends with a fault where
it cannot go on. `screen_reader.py` asks the bus itself and sees more; this shows that the usual library finds its way.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyatspi
from gi.repository import GLib

from tests.e2e.screen_reader import CONTROLS, PATIENCE, as_heard

TEXTS = ("label", "heading")
FOCUSING = "SetFocus"
"""The action that Qt gives to whatever can have the focus, and that a text has too."""


@dataclass(frozen=True)
class Thing:
    """Something in sight, and the first thing that can be done with it; empty where there is nothing."""

    accessible: Any
    name: str
    role: str
    action: str
    is_usable: bool
    is_checked: bool

    @property
    def is_control(self) -> bool:
        return self.role in CONTROLS or self.action not in {"", FOCUSING}


class Visitor:
    """Before the terminal of one process; tells of each control the first time that it is in sight."""

    def __init__(self, process: int) -> None:
        self._met: set[tuple[str, str, str]] = set()
        self._terminal = _find(process)
        # Nobody here listens to changes: what the library remembers of a page would outlive it.
        self._terminal.setCacheMask(pyatspi.cache.NONE)

    def answer(self, answers: Mapping[str, Sequence[str]]) -> None:
        """Press what belongs to each question, until something else than a question is shown."""
        question = _heading(self._see(lambda things: _heading(things) in answers, "no question is asked"))
        while question in answers:
            for name in answers[question]:
                self._press(name)
            tell(answered=question)
            question = self._wait_for_heading_after(question)

    def go(self, name: str) -> None:
        """Press it and come to another page."""
        left = _heading(self._look())
        self._press(name)
        self._wait_for_heading_after(left)

    def read(self, onward: str = "") -> None:
        """Tell every text in sight, and those that come with each press of `onward` while it is offered."""
        page = self._read_after([])
        while onward and _usable(self._look(), onward):
            self._press(onward)
            page = self._read_after(page)

    def _press(self, name: str) -> None:
        """Wait for the one control of this name and do its first action; a box is ticked then."""
        things = self._see(lambda things: len(_usable(things, name)) == 1, f"'{name}' is not offered once")
        (control,) = _usable(things, name)
        if not control.accessible.queryAction().doAction(0):
            raise SystemExit(f"'{name}' refuses to be pressed")
        if control.role == "check box":
            self._see(lambda things: any(each.is_checked for each in _usable(things, name)), f"'{name}' is not ticked")

    def _wait_for_heading_after(self, last: str) -> str:
        things = self._see(lambda things: _heading(things) not in {last, ""}, f"'{last}' stays")
        return _heading(things)

    def _read_after(self, last: list[str]) -> list[str]:
        """What is to be read once it is not the `last`, and the same in two looks."""
        looks: list[list[str]] = [last]

        def is_settled(things: Sequence[Thing]) -> bool:
            looks.append(_texts(things))
            return looks[-1] == looks[-2] != last

        self._see(is_settled, "nothing new is to be read")
        tell(read=looks[-1])
        return looks[-1]

    def _see(self, expected: Callable[[Sequence[Thing]], bool], fault: str) -> Sequence[Thing]:
        """Look until it is as `expected`; gives what is in sight then. Ends the visit with `fault`."""
        end = time.monotonic() + PATIENCE
        while not expected(things := self._look()):
            _wait(end, fault)
        return things

    def _look(self) -> Sequence[Thing]:
        """What is in sight, in reading order; looks again where something of it goes meanwhile."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                things = list(_in_sight(self._terminal))
            except (GLib.Error, LookupError):
                _wait(end, "the page never rests")
            else:
                break
        for each in things:
            if each.is_control and (met := (each.name, each.role, each.action)) not in self._met:
                self._met.add(met)
                tell(name=each.name, role=each.role, action=each.action)
        return things


def _find(process: int) -> Any:
    end = time.monotonic() + PATIENCE
    while True:
        for program in pyatspi.Registry.getDesktop(0):
            if program is not None and program.get_process_id() == process:
                return program
        _wait(end, "the terminal is not on the accessibility bus")


def _wait(end: float, fault: str) -> None:
    if time.monotonic() > end:
        raise SystemExit(fault)
    time.sleep(0.05)  # the terminal does the work


def _in_sight(parent: Any) -> Iterator[Thing]:
    for child in parent:
        if child is None:
            raise LookupError("gone meanwhile")
        states = child.getState()
        if states.contains(pyatspi.STATE_VISIBLE) and states.contains(pyatspi.STATE_SHOWING):
            yield Thing(
                child,
                as_heard(child.name),
                child.getRoleName(),
                _first_action(child),
                states.contains(pyatspi.STATE_SENSITIVE),
                states.contains(pyatspi.STATE_CHECKED),
            )
            yield from _in_sight(child)


def _first_action(accessible: Any) -> str:
    try:
        actions = accessible.queryAction()
    except NotImplementedError:
        return ""
    return str(actions.getName(0)) if actions.nActions else ""


def _usable(things: Sequence[Thing], name: str) -> list[Thing]:
    return [each for each in things if each.is_control and each.is_usable and each.name == name]


def _heading(things: Sequence[Thing]) -> str:
    return next((each.name for each in things if each.role == "heading"), "")


def _texts(things: Sequence[Thing]) -> list[str]:
    return [each.name for each in things if each.role in TEXTS and each.name]


def tell(**what: object) -> None:
    print(json.dumps(what), flush=True)


def main() -> None:
    plan = json.load(sys.stdin)
    visitor = Visitor(plan["process"])
    visitor.answer(plan["answers"])
    visitor.read()
    for name in plan["way"]:
        visitor.go(name)
    visitor.read(plan["onward"])


if __name__ == "__main__":
    main()
