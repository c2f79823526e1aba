"""Prints how many frames a second the moving screen gets: change of page, press of a face; a bare window beside.

    .venv/bin/python -m tests.benchmarks.frames [--times 60] [--platform offscreen|xcb]

Drawn at 1080x1920 by the software renderer. A movement lasts some 0.2 s: its frames are counted from its first to its
last, over many movements. The floor is a window of the same size in which one rectangle moves: no program of ours can
get more frames than that.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QUrl
from PySide6.QtQuick import QQuickItem, QQuickView, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.commands.places import resources
from kiosk.commands.run import terminal_options
from kiosk.content.reader import read_pack
from kiosk.domain.comment import Comment
from kiosk.domain.response import Response
from kiosk.settings import Settings
from kiosk.system_clock import SystemClock
from kiosk.terminal.application import Terminal, build, make_application
from kiosk.terminal.scenes import find, settle_layout, use_offscreen_screen
from tests.qml.driving import middle, touch_device

PACK = resources() / "offices" / "poznan"
SIZE = (1080, 1920)
_QUIET = 0.1
"""Seconds without a frame after which a movement is over."""


class NoKeeper:
    """Keeps nothing: what the disk costs is measured elsewhere."""

    def keep(self, response: Response) -> None:
        pass

    def close(self, response: Response) -> None:
        pass

    def comment(self, comment: Comment) -> None:
        pass

    def settle(self) -> None:
        pass


class Frames:
    """The moments at which frames of one window were shown, movement by movement."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self._moments: list[float] = []
        self.gaps: list[float] = []
        self.first: list[float] = []
        window.frameSwapped.connect(lambda: self._moments.append(time.perf_counter()))

    def watch(self, movement: Callable[[], object]) -> None:
        """Begin a movement, and count until nothing moves any more."""
        self._moments.clear()
        begun = time.perf_counter()
        movement()
        while not self._moments or time.perf_counter() - self._moments[-1] < _QUIET:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            if time.perf_counter() - begun > 5:
                raise TimeoutError("nothing moved")
        self.first.append(self._moments[0] - begun)
        self.gaps += [after - before for before, after in zip(self._moments, self._moments[1:], strict=False)]

    def told(self) -> str:
        gaps = sorted(self.gaps)
        rate = len(gaps) / sum(gaps)
        p99 = gaps[int(len(gaps) * 0.99)] * 1000
        return (
            f"{rate:.1f} frames a second over {len(gaps)} frames "
            f"(between two: median {statistics.median(gaps) * 1000:.1f}, p99 {p99:.1f} ms; "
            f"first frame after {statistics.median(self.first) * 1000:.1f} ms)"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="Print the frames a second of the moving screen.")
    parser.add_argument("--times", type=int, default=60)
    parser.add_argument("--platform", choices=["offscreen", "xcb"], default="offscreen")
    options = parser.parse_args()
    os.environ["QT_QUICK_BACKEND"] = "software"
    if options.platform == "offscreen":
        use_offscreen_screen()
    else:
        os.environ["QT_QPA_PLATFORM"] = options.platform
    make_application()
    print_floor(options.times)
    print_terminal(options.times)


def print_floor(times: int) -> None:
    view = QQuickView(QUrl.fromLocalFile(str(Path(__file__).with_name("moving.qml"))))
    view.resize(*SIZE)
    view.show()
    QTest.qWaitForWindowExposed(view)
    frames = Frames(view)
    mover: QQuickItem = view.rootObject()
    for _ in range(times):
        frames.watch(lambda: mover.setProperty("moved", not mover.property("moved")))
    print(f"one rectangle that moves (floor): {frames.told()}")
    view.close()


def print_terminal(times: int) -> None:
    pack = read_pack(PACK)
    clock = SystemClock(pack.office.time_zone)
    terminal = build(pack, NoKeeper(), clock, terminal_options(Settings(double_tap_seconds=0), SIZE, full_screen=False))
    QTest.qWaitForWindowExposed(terminal.window)
    settle_layout(terminal.window)
    pages, presses = Frames(terminal.window), Frames(terminal.window)
    movements = change_of_pages(terminal)
    for _ in range(times):
        pages.watch(next(movements))
    terminal.navigation.goHome()
    settle_layout(terminal.window)
    for number in range(times):
        presses.watch(lambda number=number: press(terminal, f"face-{number % 5 + 1}"))  # type: ignore[misc]
        release(terminal)
        settle_layout(terminal.window)
    print(f"change of page: {pages.told()}")
    print(f"press of a face: {presses.told()}")
    terminal.close()


def change_of_pages(terminal: Terminal) -> Iterator[Callable[[], object]]:
    """Round and round through pages full of text and of tiles."""
    navigation, group = terminal.navigation, terminal.group
    while True:
        yield navigation.openCatalogue
        yield lambda: terminal.catalogue.open("regon")
        yield lambda: group.open("REG-01")
        yield navigation.goBack
        yield lambda: group.open("REG-06")
        yield navigation.goHome


def press(terminal: Terminal, name: str) -> None:
    QTest.touchEvent(terminal.window, touch_device()).press(
        0, middle(find(terminal.window, name)), terminal.window
    ).commit()


def release(terminal: Terminal) -> None:
    """Beside the face: nothing is answered."""
    beside = QPoint(5, 300)
    QTest.touchEvent(terminal.window, touch_device()).move(0, beside, terminal.window).commit()
    QTest.touchEvent(terminal.window, touch_device()).release(0, beside, terminal.window).commit()


if __name__ == "__main__":
    main()
