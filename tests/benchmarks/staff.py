"""Prints what the staff's screen costs: start to first frame, memory, every keystroke of searches in a thousand cards.

    .venv/bin/python -m tests.benchmarks.staff [--cards 1000] [--starts 5]

The cards are those of `tests/benchmarks/search.py`. A keystroke is timed until the window with its results is drawn.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import psutil
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.commands.places import resources
from kiosk.content.reader import read_pack
from kiosk.domain.pack import Pack
from kiosk.system_clock import SystemClock
from kiosk.terminal.scenes import use_offscreen_screen, wait_until
from kiosk.terminal.staff.application import StaffScreen, build_staff, make_staff_application
from kiosk.terminal.staff.options import StaffOptions
from kiosk.terminal.staff.ports import ReadPack
from tests.benchmarks.search import PACK, many_cards, summary

WORDS = ("zaswiadczenie o numerze", "regon spolka", "art 43 ust", "wydzial rejestrow", "klasyfikacja pkd", "zazalenie")


def main() -> None:
    parser = argparse.ArgumentParser(description="Print what the staff's screen costs.")
    parser.add_argument("--cards", type=int, default=1000)
    parser.add_argument("--starts", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as data:
        starts = [started(Path(data)) for _ in range(options.starts + 1)][1:]  # the first one compiles the pack
    print(f"start to first frame     {summary(starts)} (ms)")
    use_offscreen_screen()
    make_staff_application()
    pack = read_pack(PACK)
    cards = tuple(many_cards(options.cards, random.Random(1)))
    for each in (pack, replace(pack, catalogue=replace(pack.catalogue, cards=cards))):
        begun = time.perf_counter()
        screen = opened(each)
        ready = time.perf_counter() - begun
        keystrokes = [key_to_frame(screen, letter) for words in WORDS for letter in typed(screen, words)]
        memory = psutil.Process().memory_full_info().pss / 2**20
        print(f"{len(each.catalogue.cards)} cards: searchable after {ready * 1000:.0f} ms, PSS {memory:.0f} MiB")
        print(f"    keystroke to results {summary(keystrokes)} (ms)")
        screen.close()


def started(data: Path) -> float:
    """Seconds from the start of the process to its first frame."""
    command = [sys.executable, "-m", "tests.benchmarks.first_frame", "staff", str(data)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    begun = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        shown = float(process.stdout.readline())
        process.terminate()
    return shown - begun


def opened(pack: Pack) -> StaffScreen:
    options = StaffOptions(resources=resources(), size=(1920, 1080), pixels_per_millimetre=3.62)
    clock = SystemClock(pack.office.time_zone)
    screen = build_staff(pack, lambda: ReadPack(pack), lambda *_: b"", lambda _: None, clock, options)
    screen.window.requestActivate()
    wait_until(lambda: screen.window.isActive() and screen.shelf.indexes.find("pl", "a", 1) is not None)
    return screen


def typed(screen: StaffScreen, words: str) -> str:
    screen.search.clear()
    return words


def key_to_frame(screen: StaffScreen, letter: str) -> float:
    drawn: list[bool] = []
    begun = time.perf_counter()
    screen.window.frameSwapped.connect(lambda: drawn.append(True), Qt.ConnectionType.SingleShotConnection)
    QTest.keyClick(screen.window, letter)  # type: ignore[call-overload]  # the stubs forget letters
    wait_until(lambda: bool(drawn))
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
