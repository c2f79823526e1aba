"""However the terminal falls, its supervisor has it back: home, with nothing of the visitor, and no answer lost.

The supervisor is this test's own, and does what a service manager does: it starts what has ended.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands.places import resources
from kiosk.store.folder import FILE_NAME
from kiosk.store.store import Store
from kiosk.terminal.bugs import OUR_BUG
from tests.e2e.puppet import WORDS

PACK = resources() / "offices" / "poznan"
HANG = 60.0
"""Seconds after which something hangs, on a machine of any speed."""
SIGNALS = ("SIGSEGV", "SIGKILL", "SIGTERM", "SIGINT")
OTHER_SIGNALS = ("SIGABRT", "SIGBUS", "SIGILL", "SIGFPE", "SIGHUP", "SIGQUIT")
"""Nobody waits for these: they end a program as SIGSEGV does, or as SIGKILL."""
BUGS = ("slot", "tick", "filter", "deep", "memory")
SUDDEN = ("pointer", "exit")
STANDING = ("thread", "page")
"""Ways that do not end it: the visitor goes on."""
UNKEPT = ("store", "disk", "locked")
"""Ways in which an answer cannot be kept: out of service, until it is kept after all."""
ENDED: Mapping[str, tuple[int, ...]] = {"SIGTERM": (0,), "SIGINT": (0,), "exit": (3,), "pointer": (-signal.SIGSEGV,)}

Answer = tuple[tuple[str, tuple[str, ...]], ...]


class Supervised:
    """A terminal that is started whenever it has ended."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._log = (data / "terminal.log").open("ab")
        self._process = self._started()
        self.fresh = self.hear()["ready"]

    def say(self, order: Mapping[str, object]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        heard: dict[str, Any] = json.loads(self._process.stdout.readline() or "{}")
        return heard

    def do(self, **order: object) -> dict[str, Any]:
        self.say(order)
        return self.hear()

    def await_sight(self, name: str) -> dict[str, Any]:
        """Look until something with this name is in sight."""
        end = time.monotonic() + HANG
        while name not in (seen := self.do(look=True))["names"]:
            if time.monotonic() > end:
                raise TimeoutError(f"{name} never came")
            time.sleep(0.02)  # the other process does the work
        return seen

    def send(self, how: int) -> None:
        self._process.send_signal(how)

    def restart(self) -> tuple[int, float]:
        """Wait for the end, start again; gives the exit status, and the seconds from now to home."""
        begun = time.monotonic()
        status = self._process.wait(HANG)
        self._close_pipes()
        self._process = self._started()
        assert self.hear()["ready"] == self.fresh, "the next visitor sees what the first one saw"
        return status, time.monotonic() - begun

    @property
    def may_leave_a_core(self) -> bool:
        limits = Path(f"/proc/{self._process.pid}/limits").read_text("ascii")
        (core,) = [line for line in limits.splitlines() if "core file" in line]
        return core.split()[4] != "0"

    def end(self) -> None:
        self._process.kill()
        self._process.wait(HANG)
        self._close_pipes()
        self._log.close()

    def _started(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.e2e.puppet", "--data", str(self._data), "--pack", str(PACK)]
        # The visitor here taps faster than any finger: every tap is meant.
        environment = {**os.environ, "OKIENKO_DOUBLE_TAP_SECONDS": "0"}
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, env=environment, text=True
        )

    def _close_pipes(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()


@contextmanager
def supervised(data: Path) -> Iterator[Supervised]:
    terminal = Supervised(data)
    try:
        yield terminal
    finally:
        terminal.end()


def visit(terminal: Supervised, number: int) -> Answer:
    """Somebody with wishes of their own answers two questions and stands before the third; gives what was taken."""
    terminal.do(touch="language")
    terminal.do(touch="language-uk")
    terminal.do(touch="contrast")
    face = str(number % 5 + 1)
    terminal.do(touch=f"face-{face}")
    terminal.await_sight("answer-osoba")
    terminal.do(touch="answer-osoba")
    terminal.await_sight("answer-regon")
    return (("klient", ("osoba",)), ("ogolem", (face,)))


def kept(data: Path) -> Counter[Answer]:
    with Store.open(data) as store:
        store.responses.recover()
        return Counter(tuple(sorted((key, tuple(codes)) for key, codes in one.answers.items()))
                       for one in store.responses.stream())  # fmt: skip


@pytest.mark.parametrize(
    "ways", [(*SIGNALS, *BUGS, *SUDDEN), pytest.param(OTHER_SIGNALS, marks=pytest.mark.nightly)], ids=["all", "others"]
)
def test_the_terminal_comes_back_from_every_crash(tmp_path: Path, ways: tuple[str, ...]) -> None:
    shown: Counter[Answer] = Counter()
    with supervised(tmp_path) as terminal:
        assert not terminal.may_leave_a_core
        for number, way in enumerate(ways):
            shown[visit(terminal, number)] += 1
            if way.startswith("SIG"):
                terminal.send(getattr(signal, way))
            else:
                terminal.say({"break": way})
            status, seconds = terminal.restart()
            print(f"{way}: ended with {status}, home again after {seconds:.2f} s")
            usual = (OUR_BUG,) if way in BUGS else (-getattr(signal, way, 0),)
            assert status in ENDED.get(way, usual)
    assert kept(tmp_path) == shown
    written = (tmp_path / "terminal.log").read_text("utf-8")
    assert WORDS not in written
    assert ("in raise_bug" in written) == (BUGS[0] in ways)
    assert written.count("a bug ends the terminal") >= len({*BUGS} & {*ways})


@pytest.mark.parametrize("way", STANDING)
def test_what_breaks_beside_the_visit_does_not_end_it(tmp_path: Path, way: str) -> None:
    with supervised(tmp_path) as terminal:
        shown = visit(terminal, 3)
        terminal.do(**{"break": way})
        terminal.do(touch="home")
        terminal.await_sight("face-1")
    assert kept(tmp_path) == {shown: 1}
    assert WORDS not in (tmp_path / "terminal.log").read_text("utf-8")


@pytest.mark.parametrize("way", [UNKEPT[0], *(pytest.param(way, marks=pytest.mark.nightly) for way in UNKEPT[1:])])
def test_an_answer_that_cannot_be_kept_is_kept_in_the_end(tmp_path: Path, way: str) -> None:
    with supervised(tmp_path) as terminal:
        visit(terminal, 1)
        with locked(tmp_path) if way == "locked" else broken(terminal, way):
            begun = time.monotonic()
            terminal.do(touch="answer-regon")
            terminal.await_sight("outOfService")
            print(f"{way}: out of service after {time.monotonic() - begun:.2f} s")
        assert terminal.await_sight("face-1")["words"] == terminal.fresh["words"]
        print(f"{way}: home again after {time.monotonic() - begun:.2f} s")
    (answers,) = kept(tmp_path)
    assert len(answers) == 3
    assert WORDS not in (tmp_path / "terminal.log").read_text("utf-8")


@contextmanager
def broken(terminal: Supervised, way: str) -> Iterator[None]:
    terminal.do(**{"break": way})
    yield


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Another process holds the file, as a backup that went wrong would."""
    program = (
        "import sys\nfrom pysqlite3 import dbapi2\n"
        f"held = dbapi2.connect({str(data / FILE_NAME)!r}, isolation_level=None)\n"
        "held.execute('BEGIN IMMEDIATE')\nprint('held', flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield
