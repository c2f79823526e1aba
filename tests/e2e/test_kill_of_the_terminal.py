"""`kill -9` at a random moment of a visit loses no answer whose feedback was shown.

The terminal is the real one, touched by a visitor that never rests, and killed again and again over the same data.
Terminals that cheat are caught by the same test: one that saves only finished questionnaires, and one that says
"saved" before it has.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.commands.places import resources
from kiosk.store.store import Store

PACK = resources() / "offices" / "poznan"
LONGEST_LIFE = 24
"""How many things a terminal shows at the most before it is killed: two to three visits."""
LONGEST_WAIT = 0.04
"""Seconds from the last of them to the kill: somewhere between two answers, on a machine of any speed."""


@dataclass
class Shown:
    """What visitors saw: the last codes shown for each question of each response, and the visits that were thanked."""

    answers: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    thanked: set[str] = field(default_factory=set)

    def add(self, line: str) -> None:
        fact = json.loads(line)
        if "shown" in fact:
            self.answers.setdefault(fact["shown"], {})[fact["question"]] = fact["codes"]
        elif "thanked" in fact:
            self.thanked.add(fact["thanked"])


def test_no_shown_answer_is_lost(tmp_path: Path) -> None:
    assert lost(tmp_path, after_kills(tmp_path, kills=12, seed=20110901)) == []


@pytest.mark.nightly
def test_no_shown_answer_is_lost_in_200_kills(tmp_path: Path) -> None:
    assert lost(tmp_path, after_kills(tmp_path, kills=200, seed=20110902)) == []


@pytest.mark.parametrize("cheat", ["at-end", "late"])
def test_a_terminal_that_cheats_is_caught(tmp_path: Path, cheat: str) -> None:
    assert any(lost(tmp_path, shown) for shown in kill_again_and_again(tmp_path, 8, 20110903, cheat))


def after_kills(data: Path, kills: int, seed: int) -> Shown:
    *_, shown = kill_again_and_again(data, kills, seed)
    count = sum(map(len, shown.answers.values()))
    print(f"{count} answers shown in {len(shown.answers)} visits, {len(shown.thanked)} of them thanked")
    assert count >= kills
    return shown


def kill_again_and_again(data: Path, kills: int, seed: int, cheat: str = "") -> Iterator[Shown]:
    """Start the terminal, let it be used, kill it at a random moment; as often as told, on the same data.

    Gives after each kill what has been seen until then.
    """
    print(f"seed {seed}, {kills} kills")
    chance = random.Random(seed)
    shown = Shown()
    for _ in range(kills):
        program = [sys.executable, "-m", "tests.e2e.visitor", "--data", str(data), "--pack", str(PACK)]
        program += ["--seed", str(chance.randrange(2**32)), "--cheat", cheat]
        with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as terminal:
            assert terminal.stdout is not None
            assert "ready" in terminal.stdout.readline()
            for _ in range(chance.randint(1, LONGEST_LIFE)):
                shown.add(terminal.stdout.readline())
            time.sleep(chance.uniform(0, LONGEST_WAIT))  # real time: the moment of the kill is what is random
            os.kill(terminal.pid, signal.SIGKILL)
            for line in terminal.stdout:
                if line.endswith("\n"):
                    shown.add(line)
        assert terminal.returncode == -signal.SIGKILL
        yield shown


def lost(data: Path, shown: Shown) -> list[str]:
    """What was shown and is not in the file."""
    with Store.open(data) as store:
        store.responses.recover()
        kept = {one.id: one for one in store.responses.stream()}
    missing = [
        f"{identity} {question}"
        for identity, answers in shown.answers.items()
        for question, codes in answers.items()
        if identity not in kept or list(kept[identity].answers.get(question, ("not there",))) != codes
    ]
    return missing + [one for one in shown.thanked if one not in kept or not kept[one].complete]
