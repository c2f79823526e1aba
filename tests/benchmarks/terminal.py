"""Prints what the terminal costs: start, memory, taps, size on disk; a bare Qt Quick window beside it as the floor.

    .venv/bin/python -m tests.benchmarks.terminal [--starts 7] [--visits 100]

Everything is drawn offscreen at 1080x1920 by the software renderer; answers go to a real file in the folder of
temporary files, with every commit synchronous.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtTest import QTest

from kiosk.commands.keeping import OpeningKeeper
from kiosk.commands.places import resources
from kiosk.commands.run import terminal_options
from kiosk.content.current import current_pack
from kiosk.domain.questionnaire import QuestionKind
from kiosk.settings import Settings
from kiosk.system_clock import SystemClock
from kiosk.terminal.application import Terminal, build, make_application
from kiosk.terminal.scenes import find, settle_layout, use_offscreen_screen, wait_until

PACK = resources() / "offices" / "poznan"


def main() -> None:
    parser = argparse.ArgumentParser(description="Print what the terminal costs.")
    parser.add_argument("--starts", type=int, default=7)
    parser.add_argument("--visits", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        current_pack(PACK, data)  # a first start checks and compiles the pack; the others find it done
        print_starts("bare Qt Quick window (floor)", ["floor"], options.starts)
        print_starts("terminal", ["terminal", folder], options.starts)
        print_taps(data, options.visits)
    print_sizes()


def print_starts(name: str, arguments: Sequence[str], times: int) -> None:
    starts, memories = [], []
    for _ in range(times):
        begun = time.monotonic()
        program = [sys.executable, "-m", "tests.benchmarks.first_frame", *arguments]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
        with subprocess.Popen(program, stdout=subprocess.PIPE, text=True, env=environment) as started:
            assert started.stdout is not None
            starts.append(float(started.stdout.readline()) - begun)
            time.sleep(3)  # real time: until the store has been opened and all is quiet
            memories.append(resident_mebibytes(started.pid))
            started.terminate()
    print(f"{name}: start to first frame {summary(starts, 1000, 'ms')}; memory {summary(memories, 1, 'MiB')} PSS")


def print_taps(data: Path, visits: int) -> None:
    """Tap to the pressed frame, and tap to the frame that shows the next question, its commit included."""
    use_offscreen_screen()
    make_application()
    pack, _ = current_pack(PACK, data)
    clock = SystemClock(pack.office.time_zone)
    keeper = OpeningKeeper(data, clock)
    keeper.settle()
    terminal = build(
        pack,
        keeper,
        clock,
        replace(terminal_options(Settings(), (1080, 1920), full_screen=False), double_tap_seconds=0),
    )
    finger = Finger(terminal)
    for _ in range(visits):
        finger.visit()
    print(f"tap to pressed frame: {summary(finger.pressed, 1000, 'ms')} over {len(finger.pressed)} taps")
    print(f"tap to next question painted, commit included: {summary(finger.painted, 1000, 'ms')}")
    terminal.close()
    keeper.end()


class Finger:
    """Touches answers and notes when frames come."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._device = QTest.createTouchDevice()
        self._chance = random.Random(1)
        self._frames = 0
        self.pressed: list[float] = []
        self.painted: list[float] = []
        terminal.window.frameSwapped.connect(self._count)

    def visit(self) -> None:
        terminal = self._terminal
        self._tap(f"face-{self._chance.randint(1, 5)}")
        while terminal.navigation.page == "survey":
            interview = terminal.visit.interview
            question = interview.question if interview is not None else None
            if question is None or question.scale is None:
                raise RuntimeError("the survey shows no question")
            code = self._chance.choice(question.scale.choices[:3]).code
            if question.kind is QuestionKind.MULTIPLE:
                terminal.survey.choose(code)
                self._tap("confirm")
            else:
                self._tap(f"answer-{code}")
        terminal.navigation.goHome()
        settle_layout(terminal.window)

    def _tap(self, name: str) -> None:
        terminal, window = self._terminal, self._terminal.window
        settle_layout(window)
        item = find(window, name)
        centre = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        before, frames = (terminal.navigation.page, terminal.survey.key), self._frames
        begun = time.perf_counter()
        QTest.touchEvent(window, self._device).press(0, centre, window).commit()
        wait_until(lambda: self._frames > frames)
        self.pressed.append(time.perf_counter() - begun)
        # A finger stays down for a while; what the visitor waits for begins when it is lifted.
        begun = time.perf_counter()
        QTest.touchEvent(window, self._device).release(0, centre, window).commit()
        while (terminal.navigation.page, terminal.survey.key) == before or terminal.visit.is_busy:
            QCoreApplication.processEvents()
        frames = self._frames
        wait_until(lambda: self._frames > frames)
        self.painted.append(time.perf_counter() - begun)

    def _count(self) -> None:
        self._frames += 1


def print_sizes() -> None:
    packages = Path(sysconfig.get_paths()["purelib"])
    everything, qt = folder_mebibytes(packages), folder_mebibytes(packages / "PySide6")
    print(f"size on disk: {everything:.0f} MiB of Python packages, {qt:.0f} MiB of them Qt (test tools included)")
    print(f"              {folder_mebibytes(resources()):.1f} MiB of screens, packs and translations")


def resident_mebibytes(process: int) -> float:
    """Proportional set size: shared pages are counted in proportion."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the kernel does not tell the memory of a process")


def folder_mebibytes(folder: Path) -> float:
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20


def summary(values: Sequence[float], factor: float, unit: str) -> str:
    ordered = sorted(values)
    figures = {
        "median": statistics.median(ordered),
        "p99": ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))],
        "worst": ordered[-1],
    }
    return ", ".join(f"{name} {figure * factor:.1f}" for name, figure in figures.items()) + f" {unit}"


if __name__ == "__main__":
    main()
