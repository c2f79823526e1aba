"""Plays visitors on the real terminal by touch, as a process of its own that others may kill.

Tells on stdout, one JSON object a line and at once, what each visitor was shown: an answer is told when the screen has
moved on, which is the visitor's sign that it was taken; a visit is told when its thank-you stands there.

    python -m tests.e2e.visitor --data DIR --pack DIR --visits 25 --seed 7 [--groups-of 5] [--cheat late|at-end]
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import threading
import uuid
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.commands.keeping import OpeningKeeper
from kiosk.commands.run import terminal_options
from kiosk.content.current import current_pack
from kiosk.domain.questionnaire import Question, QuestionKind
from kiosk.domain.response import Response
from kiosk.settings import read_settings
from kiosk.store.folder import only_terminal
from kiosk.system_clock import SystemClock
from kiosk.terminal.application import Terminal, build, make_application
from kiosk.terminal.scenes import find, settle_layout, use_offscreen_screen, wait_until

SIZE = (1080, 1920)


class AtTheEnd(OpeningKeeper):
    """The known-bad terminal that saves only finished questionnaires."""

    def keep(self, response: Response) -> None:
        pass


class Late(OpeningKeeper):
    """The known-bad terminal that says "saved" and saves a little later, as `synchronous=OFF` does to the disk."""

    def keep(self, response: Response) -> None:
        threading.Timer(0.3, super().keep, [response]).start()


KEEPERS: dict[str, type[OpeningKeeper]] = {"": OpeningKeeper, "at-end": AtTheEnd, "late": Late}


class Visitor:
    """One finger on one terminal."""

    def __init__(
        self, terminal: Terminal, device: QPointingDevice, chance: random.Random, identities: Sequence[str]
    ) -> None:
        self._terminal = terminal
        self._device = device
        self._chance = chance
        self._identities = identities

    def visit(self) -> None:
        """Answer every question that is asked, sometimes declining; then wait for the thanks."""
        terminal = self._terminal
        self._touch(f"face-{self._chance.randint(1, 5)}")
        identity = self._identities[-1]
        while terminal.navigation.page == "survey":
            answered = terminal.visit.interview
            assert answered is not None
            key, codes = list(answered.answers.items())[-1]
            tell({"shown": identity, "question": key, "codes": codes})
            question = answered.question
            assert question is not None
            self._answer(question)
        if terminal.navigation.page == "comment":
            self._touch("skip")
        if terminal.navigation.page != "thanks":
            raise RuntimeError(f"the visit ended on the page {terminal.navigation.page}")
        tell({"thanked": identity})
        terminal.navigation.goHome()
        settle_layout(terminal.window)

    def _answer(self, question: Question) -> None:
        if self._chance.random() < 0.1:
            self._touch("decline")
            return
        codes = [choice.code for choice in question.scale.choices] if question.scale is not None else []
        if question.scale is not None and question.scale.not_applicable is not None:
            codes.remove(question.scale.not_applicable)
        if question.kind is QuestionKind.MULTIPLE:
            settle_layout(self._terminal.window)
            for code in self._chance.sample(codes, 2):
                self._press(find(self._terminal.window, f"answer-{code}"))
            self._touch("confirm")
        else:
            self._touch(f"answer-{self._chance.choice(codes)}")

    def _touch(self, name: str) -> None:
        """Touch and wait until the screen has moved on."""
        terminal = self._terminal
        before = (terminal.navigation.page, terminal.survey.key)
        settle_layout(terminal.window)
        self._press(find(terminal.window, name))
        wait_until(lambda: not terminal.visit.is_busy and (terminal.navigation.page, terminal.survey.key) != before)

    def _press(self, item: QQuickItem) -> None:
        """Tap the middle of what is painted there: a new page has its places only once it has been drawn."""
        window = self._terminal.window
        settle_layout(window)
        centre = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        QTest.touchEvent(window, self._device).press(0, centre, window).commit()
        QTest.touchEvent(window, self._device).release(0, centre, window).commit()


def tell(fact: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(fact) + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--visits", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--groups-of", type=int, default=0, help="after so many visits, wait for a line on stdin")
    parser.add_argument("--cheat", choices=list(KEEPERS), default="")
    options = parser.parse_args()

    settings = read_settings(options.data)
    pack, _ = current_pack(options.pack, options.data)
    clock = SystemClock(pack.office.time_zone)
    keeper = KEEPERS[options.cheat](options.data, clock)
    identities: list[str] = []

    def new_identity() -> str:
        identities.append(str(uuid.uuid4()))
        return identities[-1]

    use_offscreen_screen()
    make_application()
    with only_terminal(options.data):
        terminal = build(
            pack,
            keeper,
            clock,
            replace(terminal_options(settings, SIZE, full_screen=False), double_tap_seconds=0),
            new_identity,
        )
        device = QTest.createTouchDevice()
        visitor = Visitor(terminal, device, random.Random(options.seed), identities)
        settle_layout(terminal.window)
        tell({"ready": True})
        for number in range(1, options.visits + 1):
            visitor.visit()
            if options.groups_of and number % options.groups_of == 0:
                tell({"group": number})
                sys.stdin.readline()
        terminal.close()
        keeper.end()


if __name__ == "__main__":
    main()
