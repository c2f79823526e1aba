"""Draws the administrator's pages for the documents: the real pack, a store with made-up responses, one stick.

python -m tests.qml.administration_pictures OUT [--language pl] [--language de]
"""

from __future__ import annotations

import argparse
import random
import tempfile
import uuid
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.commands.administering.behind import Behind
from kiosk.commands.places import resources
from kiosk.content.current import current_pack
from kiosk.domain.interview import Interview
from kiosk.domain.pack import Pack
from kiosk.domain.period import Period
from kiosk.domain.pin import Moment
from kiosk.domain.questionnaire import Question
from kiosk.domain.response import Channel, Response
from kiosk.store.store import Store
from kiosk.terminal.administration.ports import Administration
from kiosk.terminal.application import build, make_application
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.scenes import settle_layout, wait_until
from kiosk.terminal.screenshots import LANDSCAPE, PORTRAIT, Panel
from kiosk.terminal.visit import NOT_ASKED_HERE
from tests.qml.administering import PIN, STICK, WRONG, Administrator, FakeTargets
from tests.qml.conftest import STILL, Lobby
from tests.qml.driving import Visitor
from tests.qml.fakes import FakeClock, FakeKeeper, Listener

_POZNAN = resources() / "offices" / "poznan"
_SHOWN = {PORTRAIT: ("pin", "overview", "export"), LANDSCAPE: ("pin-wrong", "overview", "audit", "touch")}
_HEIGHT = {PORTRAIT: 1100, LANDSCAPE: 520}


def collect(pack: Pack, store: Store, chance: random.Random) -> None:
    """What some weeks of an office may bring."""
    for week in range(40, 49):
        period = Period.parse(f"2026-W{week}")
        store.responses.add(_response(pack, period, chance) for _ in range(chance.randint(25, 60)))


def _response(pack: Pack, period: Period, chance: random.Random) -> Response:
    interview = Interview(pack.questionnaire, left_out=NOT_ASKED_HERE)
    while (question := interview.question) is not None:
        interview = interview.answer(_codes(question, chance))
    given = dict(interview.answers)
    questionnaire = pack.questionnaire
    return Response(
        str(uuid.uuid4()), questionnaire.id, questionnaire.version, "pl", period, Channel.TERMINAL, True, given
    )


def _codes(question: Question, chance: random.Random) -> tuple[str, ...]:
    codes = list(question.scale.codes) if question.scale is not None else []
    return tuple(chance.choices(codes, [1 + 2 * place for place in range(len(codes))]))


def draw(panel: Panel, language: str, data: Path) -> dict[str, QImage]:
    """Each page by its name."""
    pack, _ = current_pack(_POZNAN, data)
    clock = FakeClock()
    with Store.open(data, clock) as store:
        collect(pack, store, random.Random(48))
        store.pins.set(PIN)
    behind = Behind(data, pack, clock, moment=lambda: Moment("boot", clock.monotonic()))

    def opening() -> Administration:
        return replace(behind(), targets=FakeTargets([STICK]))

    options = TerminalOptions(
        resources(),
        size=(panel.width, panel.height),
        pixels_per_millimetre=panel.pixels_per_millimetre,
        language=language,
        **STILL,  # type: ignore[arg-type]
    )
    terminal = build(pack, FakeKeeper(), clock, options, mouth=Listener(), administration=opening)
    admin = Administrator(Lobby(terminal, Visitor(terminal), FakeKeeper(), clock, Listener()))
    found: dict[str, QImage] = {}

    def take(name: str) -> None:
        settle_layout(terminal.window)
        found[name] = terminal.window.grabWindow()

    admin.knock()
    for digit in PIN[:4]:
        admin.lobby.visitor.touch(f"digit-{digit}")
    take("pin")
    admin.area.pin.forget()
    admin.type(WRONG)
    take("pin-wrong")
    admin.type(PIN)
    wait_until(lambda: not admin.area.overview.isReading)
    take("overview")
    admin.touch("tab-export")
    admin.area.exporting.pick("first")
    admin.area.exporting.choose("2026-W44")
    take("export")
    admin.touch("tab-audit")
    take("audit")
    admin.touch("tab-tests")
    admin.touch("testTouch")
    for number, off in enumerate((6, 14, 3, 9, 31, 5, 8, 12, 4)):
        test = admin.area.touch_test
        test.touch(test.targetX + off, test.targetY - off * (number % 2))
    take("touch")
    terminal.close()
    behind.end()
    return found


def side_by_side(pictures: list[QImage], height: int, columns: int) -> QImage:
    """In rows of `columns`, each picture so high."""
    scaled = [picture.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation) for picture in pictures]
    width, gap = scaled[0].width(), 12
    rows = -(-len(scaled) // columns)
    sheet = QImage(columns * (width + gap) - gap, rows * (height + gap) - gap, QImage.Format.Format_RGB32)
    sheet.fill(0x8A96A6)
    painter = QPainter(sheet)
    for number, picture in enumerate(scaled):
        painter.drawImage(number % columns * (width + gap), number // columns * (height + gap), picture)
    painter.end()
    return sheet


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", action="append")
    options = parser.parse_args()
    make_application()
    options.out.mkdir(parents=True, exist_ok=True)
    for language in options.language or ["pl"]:
        for panel, names in _SHOWN.items():
            with tempfile.TemporaryDirectory() as folder:
                pictures = draw(panel, language, Path(folder))
            shape = "portrait" if panel is PORTRAIT else "landscape"
            sheet = side_by_side([pictures[name] for name in names], _HEIGHT[panel], 3 if panel is PORTRAIT else 2)
            sheet.save(str(options.out / f"admin-{shape}-{language}.png"))


if __name__ == "__main__":
    main()
