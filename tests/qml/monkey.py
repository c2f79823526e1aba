"""A monkey before the terminal: thousands of seeded random touches, keys and pauses, on real screens and store."""

from __future__ import annotations

import gc
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.pack import Pack
from kiosk.terminal.application import Terminal
from kiosk.terminal.scenes import settle_layout, wait_until
from tests.qml.driving import middle, touch_device
from tests.qml.fakes import FakeClock
from tests.qml.lock_down import VISITORS_PAGES, pressable

KEYS = (*(getattr(Qt.Key, f"Key_F{number}") for number in range(1, 13)), *map(Qt.Key, range(0x30, 0x3A)))
MORE_KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Home, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Up)
PAUSES = (0.05, 0.2, 1.0, 3.0, 7.0, 16.0, 61.0, 65.0, 85.0, 250.0)
"""Seconds between two touches: hasty, thinking, long enough for thanks, warning, home and the tidying of the store."""


class Monkey:
    """Touches whatever there is. `pages` counts where it has been."""

    def __init__(self, terminal: Terminal, clock: FakeClock, seed: int) -> None:
        self._terminal = terminal
        self._clock = clock
        self._chance = random.Random(seed)
        self._ways: tuple[tuple[Callable[[], None], int], ...] = (
            (self._tap_a_target, 70),
            (self._tap_anywhere, 8),
            (self._hold, 4),
            (self._drag, 6),
            (self._many_fingers, 5),
            (self._key, 7),
        )
        self.pages: Counter[str] = Counter()

    def touch(self, times: int) -> None:
        """Touch so many times, and let time pass in between."""
        ways, weights = zip(*self._ways, strict=True)
        for _ in range(times):
            self._chance.choices(ways, weights)[0]()
            if self._chance.random() < 0.12:
                self._clock.advance(self._chance.choice(PAUSES))
            else:
                self._clock.advance(0.3)
            self._terminal.navigation.tick()
            QCoreApplication.processEvents()
            if self._chance.random() < 0.5:
                wait_until(lambda: not self._terminal.visit.is_busy)
            page = self._terminal.navigation.page
            assert page in VISITORS_PAGES, page
            self.pages["warning" if self._terminal.idle.isWarning else page] += 1

    def go_away(self) -> None:
        """Leave everything as the next visitor finds it: home, at rest, nothing in memory that could go."""
        terminal = self._terminal
        wait_until(lambda: not terminal.visit.is_busy)
        for _ in range(3):
            self._clock.advance(300)
            terminal.navigation.tick()
            done: list[bool] = []
            terminal.worker.submit(lambda: None, lambda _fault, done=done: done.append(True))  # type: ignore[misc]
            wait_until(lambda done=done: bool(done))  # type: ignore[misc]
            settle_layout(terminal.window)
        assert terminal.navigation.page in ("home", "attract")
        terminal.navigation.goHome()
        settle_layout(terminal.window)
        terminal.engine.collectGarbage()
        gc.collect()

    def _tap_a_target(self) -> None:
        targets = pressable(self._terminal.window)
        self._tap(middle(self._chance.choice(targets)) if targets else self._anywhere())

    def _tap_anywhere(self) -> None:
        self._tap(self._anywhere())

    def _tap(self, point: QPoint) -> None:
        self._sequence("press", [point])
        self._sequence("release", [point])

    def _hold(self) -> None:
        point = self._anywhere()
        self._sequence("press", [point])
        for _ in range(3):
            self._clock.advance(1)
            self._terminal.navigation.tick()
            QCoreApplication.processEvents()
        self._sequence("release", [point])

    def _drag(self) -> None:
        start, end = self._anywhere(), self._anywhere()
        self._sequence("press", [start])
        for step in range(1, 6):
            self._sequence("move", [start + (end - start) * step / 5])
        self._sequence("release", [end])

    def _many_fingers(self) -> None:
        points = [self._anywhere() for _ in range(self._chance.randint(2, 10))]
        self._sequence("press", points)
        if self._chance.random() < 0.5:
            points = [self._anywhere() for _ in points]
            self._sequence("move", points)
        self._sequence("release", points)

    def _key(self) -> None:
        keys = KEYS if self._chance.random() < 0.5 else MORE_KEYS
        held = self._chance.choice((Qt.KeyboardModifier.NoModifier,) * 3 + (Qt.KeyboardModifier.AltModifier,))
        QTest.keyClick(self._terminal.window, self._chance.choice(keys), held)

    def _anywhere(self) -> QPoint:
        window = self._terminal.window
        return QPoint(self._chance.randrange(window.width()), self._chance.randrange(window.height()))

    def _sequence(self, moment: str, points: list[QPoint]) -> None:
        window = self._terminal.window
        sequence = QTest.touchEvent(window, touch_device())
        for finger, point in enumerate(points):
            getattr(sequence, moment)(finger, point, window)
        sequence.commit()


def memory() -> int:
    """What this process takes of the machine's memory now, in bytes (PSS)."""
    for line in Path("/proc/self/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    raise LookupError("the kernel tells no PSS")


def foreign_codes(pack: Pack, answers: dict[str, tuple[str, ...]]) -> list[str]:
    """Answers that nobody can have given to this questionnaire."""
    questions = {question.key: question for question in pack.questionnaire.questions}
    found = [f"no question {key}" for key in answers if key not in questions]
    for key, codes in answers.items():
        scale = questions[key].scale if key in questions else None
        allowed = {choice.code for choice in scale.choices} if scale is not None else set()
        found += [f"{key}: {code}" for code in codes if code not in allowed]
    return found
