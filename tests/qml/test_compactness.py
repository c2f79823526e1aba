"""A page draws together before its blocks go on pages, and its head stays on each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaObject, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.terminal.scenes import find, settle_layout, wait_until

COLUMN = """
import QtQuick
import QtQuick.Layouts
import Kiosk
Window {
    width: 100; height: 400; visible: true
    PagedColumn {
        id: column
        objectName: "column"
        anchors.fill: parent
        turner: Item { implicitHeight: 50 }
        Item {
            id: head

            objectName: "head"
            property bool isPinned: true
            property int compactness: 0
            implicitHeight: [200, 100, 60][compactness]
        }
        Repeater {
            model: COUNT
            Item { required property int index; objectName: "block" + index; implicitHeight: EACH }
        }
        Item {
            objectName: "confirm"
            property bool isForOnePage: true
            implicitHeight: 10
        }
        Item {
            objectName: "extra"
            property int compactness: 0
            property bool isWanted: compactness < 2
            implicitHeight: 10
        }
        MORE
    }
}
"""
LATE = """RowLayout {
    property bool isCell: true
    property int beside: head.compactness === 2 ? 1 : 2
    Text { Layout.fillWidth: true; wrapMode: Text.WordWrap; font.pixelSize: 10; text: "one two three four five six" }
}"""
Show = Callable[..., QQuickWindow]


@pytest.fixture
def show(qapp: QGuiApplication, resources: Path) -> Iterator[Show]:
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(resources / "qml"))

    def with_blocks(count: int, height: int, more: str = "") -> QQuickWindow:
        text = COLUMN.replace("COUNT", str(count)).replace("EACH", str(height)).replace("MORE", more)
        engine.loadData(text.encode(), QUrl.fromLocalFile(str(resources / "qml" / "Scene.qml")))
        window = engine.rootObjects()[-1]
        assert isinstance(window, QQuickWindow)
        settle_layout(window)
        return window

    yield with_blocks
    for window in engine.rootObjects():
        window.deleteLater()


def seen(window: QQuickWindow) -> list[str]:
    names = ("head", *(f"block{number}" for number in range(20)), "confirm", "extra")
    items = {name: window.findChild(QQuickItem, name) for name in names}
    return [name for name, item in items.items() if item is not None and item.isVisible()]


def height_of_head(window: QQuickWindow) -> float:
    return find(window, "head").height()


@pytest.mark.parametrize(
    ("count", "head", "pages"),
    [(3, 200, 1), (5, 100, 1), (6, 60, 1)],
    ids=["as it is", "drawn together", "without what can be spared"],
)
def test_what_would_not_fit_draws_together(show: Show, count: int, head: int, pages: int) -> None:
    window = show(count, 55)
    assert (height_of_head(window), find(window, "column").property("pages")) == (head, pages)
    assert ("extra" in seen(window)) is (head > 60)
    assert "confirm" in seen(window)


def test_on_pages_it_is_no_closer_than_its_head_needs_to_be_on_each(show: Show) -> None:
    window = show(6, 120)
    assert height_of_head(window) == 100
    column = find(window, "column")
    for page in range(1, column.property("pages") + 1):
        assert column.property("page") == page
        assert "head" in seen(window)
        assert "confirm" not in seen(window)
        QMetaObject.invokeMethod(column, "next")
        settle_layout(window)


def test_blocks_that_never_agree_do_not_stop_the_terminal(show: Show, caplog: pytest.LogCaptureFixture) -> None:
    """A layout that is another width at each trial tells its height after it, and so begins the next one."""
    window = show(6, 52, LATE)
    assert find(window, "column").property("pages") >= 1
    wait_until(lambda: "does not come to rest" in caplog.text)
    for _ in range(5):
        settle_layout(window)
    assert caplog.text.count("does not come to rest") == 1, "it is left alone"


def test_it_takes_the_room_again_that_it_is_given(show: Show) -> None:
    window = show(5, 55)
    for height, head in ((400, 100), (700, 200), (300, 100), (400, 100), (395, 100)):
        window.setHeight(height)
        settle_layout(window)
        assert (height, height_of_head(window)) == (height, head)
