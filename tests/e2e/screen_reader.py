"""Plays a screen reader and who listens to it: knows of the terminal only what the accessibility bus tells."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATIENCE = 20.0
"""Seconds of real time given to the terminal and to the bus."""
PYTHON = "/usr/bin/python3"
"""Debian's own: it has the libraries that can speak to buses."""
CONTROLS = ("push button", "button", "toggle button", "check box")
"""Roles. What at-spi2-core called a push button before 2.53 is a button since."""
PRESSES = ("Press", "Toggle")
_LISTENING = Path(__file__).with_name("listening.py")
_DRAWN_ONLY = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-"})


class Unusable(AssertionError):
    """A control that somebody who cannot see the screen could not use."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something in sight, as the bus tells of it."""

    number: int
    role: str
    name: str
    description: str
    states: frozenset[str]
    actions: tuple[str, ...]
    top: int
    """In pixels from the top of the screen."""

    @property
    def is_control(self) -> bool:
        return self.role in CONTROLS

    @property
    def is_usable(self) -> bool:
        """Whether it can be pressed now."""
        return self.is_control and "sensitive" in self.states


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the terminal told of its own accord."""

    kind: str
    name: str
    detail: int
    words: str


@contextmanager
def silent_desk(folder: Path, size: tuple[int, int]) -> Iterator[dict[str, str]]:
    """A screen in memory and a bus of its own; gives the environment in which programs find both."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    started: list[subprocess.Popen[bytes]] = []
    try:
        # A server that resets itself when its last client goes throws out whoever comes just then.
        screen = f"Xvfb -noreset -screen 0 {size[0]}x{size[1]}x24 -nolisten tcp -displayfd {{ready}}"
        bus = "dbus-daemon --session --nofork --nopidfile --print-address={ready}"
        own = {"XDG_RUNTIME_DIR": str(runtime), "XDG_CONFIG_HOME": str(folder), "HOME": str(folder)}
        own["DISPLAY"] = f":{_started(started, screen, runtime, own)}"
        yield {**own, "DBUS_SESSION_BUS_ADDRESS": _started(started, bus, runtime, own)}
    finally:
        for process in reversed(started):
            # With what it has started itself: the accessibility bus and its registry.
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(PATIENCE)


def _started(started: list[subprocess.Popen[bytes]], command: str, folder: Path, environment: Mapping[str, str]) -> str:
    """Start a server that writes a line to the descriptor `{ready}` once it is; gives the line."""
    reading, writing = os.pipe()
    words = command.format(ready=writing).split()
    journal = folder / f"{words[0]}.log"
    with journal.open("wb") as log, os.fdopen(reading) as line:
        process = subprocess.Popen(
            words,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=[writing],
            start_new_session=True,
        )
        started.append(process)
        os.close(writing)
        ready = line.readline().strip()
    if not ready:
        raise RuntimeError(f"{words[0]} does not start: {journal.read_text('utf-8')}")
    return ready


class ScreenReader:
    """Reads what one terminal shows, presses what it offers, and remembers what it told. End it with `close`."""

    def __init__(self, environment: Mapping[str, str], patience: float = PATIENCE) -> None:
        self._patience = patience
        self._listening = subprocess.Popen(
            [PYTHON, _LISTENING],
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._told: list[Event] = []

    def meet(self, process: int) -> None:
        """Find the terminal of this process id, and wait until it can be used."""
        self.wait(lambda: self._ask("find", process=process), "the terminal is not on the accessibility bus", PATIENCE)
        self.wait(lambda: len(self._ask("look")) > 1, "the terminal shows nothing", PATIENCE)

    def close(self) -> None:
        for stream in (self._listening.stdin, self._listening.stdout):
            assert stream is not None
            stream.close()
        self._listening.wait(PATIENCE)

    def look(self) -> list[Thing]:
        """What is in sight, in reading order. Raises `Unusable` for a control without a name or an action."""
        while isinstance(seen := self._ask("look"), dict):
            pass  # the page changed meanwhile
        things = [
            Thing(
                each["number"],
                each["role"],
                as_heard(each["name"]),
                as_heard(each["description"]),
                frozenset(each["states"]),
                tuple(each["actions"]),
                each["top"],
            )
            for each in seen
        ]
        for thing in things:
            _check(thing)
        return things

    def words(self) -> list[str]:
        """Every text in sight that is no control."""
        return [each.name for each in self.look() if each.role in {"label", "heading"} and each.name]

    def heading(self) -> str:
        """The first heading in sight; empty while there is none."""
        return next((each.name for each in self.look() if each.role == "heading"), "")

    def offered(self) -> list[str]:
        """The names of what can be pressed now."""
        return [each.name for each in self.look() if each.is_usable]

    def control(self, name: str) -> Thing:
        """The one usable control of this name, or whose name begins so. Raises `LookupError`."""
        return _one(self.look(), name)

    def press(self, name: str) -> None:
        """Wait for it, press it, and wait for anything else to be shown. Raises `Unusable` if nothing ever is."""
        things = self.wait_for(name)
        control = _one(things, name)
        if not self._ask("do", number=control.number, action=control.actions[0]):
            raise Unusable(f"'{name}' refuses to be pressed")
        self.wait(lambda: _shown(self.look()) != _shown(things), f"pressing '{name}' does nothing")

    def focus(self, name: str) -> None:
        """Bring the focus to it, and hear that it came."""
        self._ask("focus", number=self.control(name).number)
        self.hear(lambda event: event.kind == "object:state-changed:focused" and event.detail == 1, name)

    def wait_for(self, name: str, patience: float | None = None) -> list[Thing]:
        """Until a control of this name, or one that begins so, can be pressed; gives what is in sight then."""
        things: list[Thing] = []

        def is_there() -> bool:
            things[:] = self.look()
            return any(each.is_usable and each.name.startswith(name) for each in things)

        self.wait(is_there, f"'{name}' is never offered", patience)
        return things

    def hear(self, expected: Callable[[Event], bool], name: str = "") -> Event:
        """Wait for an event told since the last one that was heard here, of something whose name begins so."""

        def is_it(event: Event) -> bool:
            return expected(event) and event.name.startswith(name)

        self.wait(lambda: any(map(is_it, self._listen())), f"not told: {name}; told: {self._told}")
        number = next(number for number, event in enumerate(self._told) if is_it(event))
        event = self._told[number]
        del self._told[: number + 1]
        return event

    def hear_announcement(self, words: str) -> None:
        """Wait until these words, perhaps among others, are announced."""
        self.hear(lambda event: event.kind == "object:announcement" and words in event.words)

    def wait(self, holds: Callable[[], object], fault: str, patience: float | None = None) -> None:
        """Until it `holds`; raises `Unusable` saying the `fault` after so many seconds."""
        end = time.monotonic() + (self._patience if patience is None else patience)
        while not self._holds(holds, is_last=time.monotonic() > end):
            if time.monotonic() > end:
                raise Unusable(fault)
            time.sleep(0.03)  # the terminal does the work

    @staticmethod
    def _holds(holds: Callable[[], object], *, is_last: bool) -> bool:
        """A page that is just going is seen in pieces, controls without names among them: only what stays counts."""
        try:
            return bool(holds())
        except Unusable:
            if is_last:
                raise
            return False

    def _listen(self) -> list[Event]:
        for each in self._ask("events"):
            self._told.append(Event(each["kind"], as_heard(each["name"]), each["detail"], as_heard(each["words"])))
        return self._told

    def _ask(self, order: str, **details: object) -> Any:
        assert self._listening.stdin is not None
        assert self._listening.stdout is not None
        self._listening.stdin.write(json.dumps({"order": order, **details}) + "\n")
        self._listening.stdin.flush()
        answer = self._listening.stdout.readline()
        if not answer:
            raise RuntimeError(f"the screen reader ended with {self._listening.wait(PATIENCE)}")
        return json.loads(answer)


def as_heard(text: str) -> str:
    """`text` without what only the eye needs; a soft hyphen would be heard, and stays."""
    return text.translate(_DRAWN_ONLY)


def _one(things: Sequence[Thing], name: str) -> Thing:
    usable = [each for each in things if each.is_usable]
    found = [each for each in usable if each.name == name]
    found = found or [each for each in usable if each.name.startswith(name)]
    if len(found) != 1:
        raise LookupError(f"{len(found)} controls are named '{name}'; there are {[each.name for each in usable]}")
    return found[0]


def _shown(things: Sequence[Thing]) -> list[tuple[str, str, frozenset[str]]]:
    """What can tell a change: the focus that a press brings along is none, nor are seconds that run down."""
    return [
        (each.role, each.name if each.is_control else _without_digits(each.name), each.states - {"focused"})
        for each in things
    ]


def _without_digits(text: str) -> str:
    return "".join(letter for letter in text if not letter.isdigit())


def _check(thing: Thing) -> None:
    if "Press" in thing.actions and not thing.is_control:
        raise Unusable(f"{thing} can be pressed but does not say what it is")
    if not thing.is_control:
        return
    if not thing.name.strip() or "\u00ad" in thing.name:
        raise Unusable(f"{thing} has no name that can be read")
    if not any(action in thing.actions for action in PRESSES):
        raise Unusable(f"{thing} has no action")
    if thing.role == "check box" and "checkable" not in thing.states:
        raise Unusable(f"{thing} does not tell whether it is ticked")
