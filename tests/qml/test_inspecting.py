"""The inspector can fail: each fault is made on purpose on a good screen, and exactly that fault is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QKeyEvent
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.terminal.drawings import Drawings
from kiosk.terminal.keypad import KeypadViewModel
from kiosk.terminal.keys import key_map
from kiosk.terminal.palette import contrast
from kiosk.terminal.scenes import settle_layout, wait_until
from kiosk.terminal.spoken import Said, screen
from tests.qml.inspecting import spoken
from tests.qml.inspecting.actions import faults_of_actions
from tests.qml.inspecting.inspector import Inspector
from tests.qml.inspecting.sight import Sight

PIXELS_PER_MILLIMETRE = 4.03
WINDOW = """
import QtQuick
import QtQuick.Templates as T
import Kiosk.Controls
Window {{
    width: 700
    height: 500
    visible: true
    color: "{ground}"
    {blocks}
}}
"""
GOOD = {
    "words": 'PlainLabel { x: 40; y: 40; width: 500; text: "Czego dotyczy sprawa?" }',
    "drawing": 'Drawing { x: 600; y: 40; name: "globe" }',
    "one": 'ActionButton { x: 40; y: 200; width: 150; text: "One" }',
    "two": 'ActionButton { x: 240; y: 200; width: 150; text: "Two" }',
    "three": 'ActionButton { x: 440; y: 200; width: 200; text: "Three"; drawing: "back" }',
    "more": "",
}
# A button that brings its own ring, of some size and colour.
RINGED = """T.AbstractButton {{
    x: 40; y: 350; width: 150; height: 90; focusPolicy: Qt.StrongFocus; text: "Own"
    Accessible.role: Accessible.Button; Accessible.name: text; Accessible.onPressAction: click()
    contentItem: PlainLabel {{ text: "Own"; Accessible.ignored: true }}
    Rectangle {{
        objectName: "focusRing"; visible: {shown}; anchors.fill: parent; anchors.margins: -{size}; radius: 12
        color: "transparent"; border.width: {size}; border.color: "{colour}"
    }}
}}"""


def grey(ratio: float, ground: str) -> str:
    """The grey whose contrast to `ground` comes closest to `ratio` from below."""
    greys = [QColor(level, level, level) for level in range(256)]
    return max(
        (each for each in greys if contrast(each, QColor(ground)) <= ratio),
        key=lambda each: contrast(each, QColor(ground)),
    ).name()


BROKEN: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "too small": ({"two": 'ActionButton { x: 240; y: 200; width: 150; height: 75; text: "Two" }'}, ("too small",)),
    "gap too small": (
        {"two": 'ActionButton { x: 199; y: 200; width: 150; text: "Two" }'},
        ("'One' and 'Two' are too close", "the ring of 'One' is not seen whole at its right"),
    ),
    "off the screen": (
        {"three": 'ActionButton { x: 440; y: 430; width: 150; text: "Three" }'},
        ("'Three' is not wholly on the screen", "the ring of 'Three' leaves the screen"),
    ),
    "no name": ({"two": 'ActionButton { x: 240; y: 200; width: 150; drawing: "home" }'}, ("without a name",)),
    "a finger only, by handler": (
        {"more": 'Rectangle { x: 40; y: 350; width: 150; height: 90; color: "navy"; TapHandler {} }'},
        ("can be pressed at 150x90 at 40,350 is no target",),
    ),
    "a finger only, by area": (
        {"more": "MouseArea { x: 40; y: 350; width: 150; height: 90 }"},
        ("can be pressed at 150x90 at 40,350 is no target",),
    ),
    "no action": (
        {
            "more": "Rectangle { x: 40; y: 350; width: 150; height: 90; Accessible.role: Accessible.EditableText;"
            ' Accessible.name: "Field" }'
        },
        ("'Field' has no action", "'Field' is not said", "'Field' is not reached", "the ring of 'Field' is not seen"),
    ),
    "a small face": ({"more": "Item { property int step: 1; property real faceExtent: 110 }"}, ("face is too small",)),
    "cut by height": (
        {"words": 'PlainLabel { x: 40; y: 40; width: 200; height: 40; text: "Czego dotyczy sprawa?" }'},
        ("is cut", "partly covered"),
    ),
    "cut by width": (
        {"words": 'PlainLabel { x: 40; y: 40; width: 90; wrapMode: Text.NoWrap; text: "Jaka sprawa?" }'},
        ("is cut", "partly covered"),
    ),
    "elided": (
        {
            "words": "PlainLabel { x: 40; y: 40; width: 90; elide: Text.ElideRight; wrapMode: Text.NoWrap;"
            ' text: "Jaka sprawa?" }'
        },
        ("is cut", "partly covered"),
    ),
    "clipped": (
        {
            "words": "Item { x: 40; y: 40; width: 60; height: 60; clip: true;"
            ' PlainLabel { width: 200; text: "Wide words" } }'
        },
        ("is clipped", "partly covered"),
    ),
    "words on words": (
        {"more": 'PlainLabel { x: 100; y: 40; width: 300; text: "Other words" }'},
        ("lies on 'Other words'",),
    ),
    "words on a drawing": (
        {"words": 'PlainLabel { x: 40; y: 40; width: 590; text: "Czego dotyczy sprawa?" }'},
        ("lies on the drawing",),
    ),
    "words across a button": (
        {"more": 'PlainLabel { x: 200; y: 275; width: 200; text: "Across the edge" }'},
        ("lies across the edge of 'Two'", "the ring of 'Two' is not seen whole at its bottom"),
    ),
    "words off the screen": (
        {"words": 'PlainLabel { x: -20; y: 40; width: 500; text: "Czego dotyczy sprawa?" }'},
        ("leaves the screen", "partly covered"),
    ),
    "words under something": (
        {"more": 'Rectangle { x: 30; y: 30; width: 520; height: 60; color: "white" }'},
        ("there but not seen",),
    ),
    "words partly under something": (
        {"more": 'Rectangle { x: 30; y: 30; width: 100; height: 60; color: "white" }'},
        ("partly covered",),
    ),
    "words half under something": (
        {"more": 'Rectangle { x: 30; y: 30; width: 500; height: 28; color: "white" }'},
        ("partly covered",),
    ),
    "words that are transparent": (
        {"words": 'PlainLabel { x: 40; y: 40; width: 500; text: "Czego dotyczy sprawa?"; opacity: 0 }'},
        ("there but not seen",),
    ),
    "faint words": (
        {"words": f'PlainLabel {{ x: 40; y: 40; text: "Jaka sprawa?"; color: "{grey(4.45, "white")}" }}'},
        ("'Jaka sprawa.' has a contrast of 4.4., not 4.5",),
    ),
    "a faint drawing": (
        {"drawing": f'Drawing {{ x: 600; y: 40; name: "globe"; colour: "{grey(2.95, "white")}" }}'},
        ("the drawing .*globe.* has a contrast of 2.9., not 3.0",),
    ),
    "a hidden drawing": (
        {"more": 'Rectangle { x: 590; y: 30; width: 60; height: 60; color: "white" }'},
        ("the drawing .*globe.* is there but not seen",),
    ),
    "a trap": (
        {
            "two": 'ActionButton { x: 240; y: 200; width: 150; text: "Two";'
            " onActiveFocusChanged: forceActiveFocus(Qt.TabFocusReason) }"
        },
        ("trapped on 'Two'",),
    ),
    "skipped": (
        {"two": 'ActionButton { x: 240; y: 200; width: 150; text: "Two"; focusPolicy: Qt.NoFocus }'},
        ("'Two' is not reached by Tab",),
    ),
    "another order": (
        {"one": GOOD["two"], "two": GOOD["one"]},
        ("goes back from 'Two' to 'One'", "goes back from 'Three' to 'Two'"),
    ),
    "no ring": (
        {"more": RINGED.replace("focusRing", "other").format(shown="false", size=13, colour="black")},
        ("the ring of 'Own' is not seen whole", "no ring is shown at 'Own'"),
    ),
    "a ring that never shows": (
        {"more": RINGED.format(shown="false", size=13, colour="black")},
        ("no ring is shown at 'Own'",),
    ),
    "a thin ring": (
        {"more": RINGED.format(shown="parent.visualFocus", size=9, colour="black")},
        ("the ring of 'Own' is not seen whole",),
    ),
    "a faint ring": (
        {"more": RINGED.format(shown="parent.visualFocus", size=13, colour=grey(2.9, "white"))},
        ("the ring of 'Own' has a contrast of 2.[89]. at its .*, not 3",),
    ),
    "a covered ring": (
        {"more": 'Rectangle { x: 180; y: 230; width: 30; height: 20; color: "white" }'},
        ("the ring of 'One' is not seen whole at its right",),
    ),
    "a clipped ring": (
        {
            "two": "Item { x: 240; y: 180; width: 150; height: 140; clip: true;"
            ' ActionButton { y: 20; width: 150; text: "Two" } }'
        },
        ("the ring of 'Two' is not seen whole at its (left|right)",),
    ),
    "said with no word of it": (
        {"two": 'ActionButton { x: 240; y: 200; width: 150; text: "Two"; Accessible.name: "Second" }'},
        ("'Two' is shown but not said",),
    ),
    "English": ({"words": 'PlainLabel { x: 40; y: 40; text: "Choose a language" }'}, ("is English on a page in 'pl'",)),
    "English with a number": (
        {"words": 'PlainLabel { x: 40; y: 40; text: "Question 2 of 5" }'},
        ("is English on a page in 'pl'",),
    ),
}


Scene = Callable[..., QQuickWindow]


class Keys(QObject):
    """The keypad of the terminal: it moves the focus, not Qt."""

    def __init__(self) -> None:
        super().__init__()
        self._keypad = KeypadViewModel(key_map(), {})

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if isinstance(event, QKeyEvent) and isinstance(watched, QQuickWindow):
            self._keypad.take(watched, event)
            return True
        return False


@pytest.fixture
def scene(qapp: QGuiApplication, resources: Path) -> Iterator[Scene]:
    """Shows the good screen, on `ground`, with some of its blocks changed."""
    QAccessible.setActive(True)
    engine, keys = QQmlApplicationEngine(), Keys()
    engine.addImportPath(str(resources / "qml"))
    engine.addImageProvider("drawing", Drawings(resources / "qml" / "Kiosk" / "drawings"))

    def show(changed: dict[str, str], ground: str = "white") -> QQuickWindow:
        text = WINDOW.format(ground=ground, blocks="\n".join({**GOOD, **changed}.values()))
        engine.loadData(text.encode(), QUrl.fromLocalFile(str(resources / "qml" / "Scene.qml")))
        window = engine.rootObjects()[-1]
        assert isinstance(window, QQuickWindow)
        window.installEventFilter(keys)
        window.requestActivate()
        wait_until(window.isActive)
        settle_layout(window)
        return window

    yield show
    for window in engine.rootObjects():
        assert isinstance(window, QQuickWindow)
        window.close()


def faults(window: QQuickWindow, **options: bool | float) -> list[str]:
    return Inspector(PIXELS_PER_MILLIMETRE, **options).faults(Sight(window), "pl")  # type: ignore[arg-type]


def assert_told(found: list[str], expected: tuple[str, ...]) -> None:
    """Each of `expected` is told, and nothing else."""
    told = "\n".join(found)
    assert [each for each in expected if not re.search(each, told)] == [], told
    assert [each for each in found if not any(re.search(one, each) for one in expected)] == []


def test_a_good_screen_has_no_fault(scene: Scene) -> None:
    assert faults(scene({})) == []


@pytest.mark.parametrize(("changed", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_fault_is_told(scene: Scene, changed: dict[str, str], expected: tuple[str, ...]) -> None:
    assert_told(faults(scene(changed)), expected)


def test_words_that_name_their_language_may_be_english(scene: Scene) -> None:
    words = 'PlainLabel { x: 40; y: 40; text: "Choose a language"; property string spokenLanguage: "en" }'
    assert faults(scene({"words": words})) == []


def test_a_ring_that_is_thick_and_dark_enough_is_no_fault(scene: Scene) -> None:
    ring = RINGED.format(shown="parent.visualFocus", size=13, colour=grey(3.2, "white"))
    assert faults(scene({"more": ring})) == []


def test_what_is_out_of_reach_is_told_when_the_screen_is_lowered(scene: Scene) -> None:
    window = scene({})
    assert_told(faults(window, low_zone=200), ("'One' is out", "'Two' is out", "'Three' is out"))
    assert faults(window, low_zone=301) == []


def test_words_of_just_less_than_seven_to_one_are_told_in_high_contrast(scene: Scene) -> None:
    words = 'PlainLabel {{ x: 40; y: 40; text: "Jaka sprawa?"; color: "{}" }}'
    faint, strong = (words.format(grey(ratio, "black")) for ratio in (6.95, 7.2))
    buttons = {
        name: f'TouchButton {{ x: {x}; y: 200; width: 150; text: ""; Accessible.name: "{name}" }}'
        for x, name in ((40, "one"), (240, "two"), (440, "three"))
    }
    drawing = 'Drawing { x: 600; y: 40; name: "globe"; colour: "white" }'
    others = {**buttons, "drawing": drawing}
    assert_told(
        faults(scene({"words": faint, **others}, "black"), is_high=True), ("'Jaka sprawa.' has a contrast of 6.*not 7",)
    )
    assert faults(scene({"words": strong, **others}, "black"), is_high=True) == []
    assert faults(scene({"words": faint, **others}, "black")) == []


def test_what_is_said_and_not_shown_is_told(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    window = scene({})
    monkeypatch.setattr(spoken, "screen", lambda window: [*screen(window), Said("Only for the ear")])
    assert_told(faults(window), ("'only for the ear' is said but not shown",))


def test_what_is_said_twice_is_told(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    window = scene({})
    monkeypatch.setattr(spoken, "screen", lambda window: [*screen(window), *screen(window)[:1]])
    assert_told(faults(window), ("'czego dotyczy sprawa.' is said 2 times",))


def test_what_is_never_said_is_told(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    window = scene({})
    monkeypatch.setattr(spoken, "screen", lambda window: screen(window)[1:])
    assert_told(faults(window), ("'Czego dotyczy sprawa.' is shown but not said",))


def test_an_action_that_does_nothing_is_told(scene: Scene) -> None:
    answering = """ActionButton { x: 40; y: 350; width: 150; text: "Four"; onClicked: text = "Pressed" }"""
    deaf = """Rectangle { x: 440; y: 350; width: 150; height: 90; color: "navy"
        Accessible.role: Accessible.Button; Accessible.name: "Deaf" }"""
    window = scene({"one": "", "two": "", "three": "", "more": answering + "\n" + deaf})
    assert_told(faults_of_actions(window, lambda: None), ("'Deaf' says that it was pressed and does nothing",))
