"""Whatever a visitor presses, holds, drags or plugs in: the window stays, and shows the visitor's pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby, product
from operator import itemgetter
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.terminal import navigation
from kiosk.terminal.scenes import settle_layout, wait_until
from tests.qml.conftest import Lobby, lobbies
from tests.qml.driving import touch_device
from tests.qml.lock_down import (
    ATTRACT_SECONDS,
    VISITORS_PAGES,
    WAYS,
    WITH_EMPTY_PLACES,
    Guard,
    empty_places,
    places,
    stand_before,
    state,
)
from tests.qml.sample_pack import FILM, sample_pack

Modifier = Qt.KeyboardModifier
MODIFIERS = (
    Modifier.NoModifier,
    Modifier.ShiftModifier,
    Modifier.ControlModifier,
    Modifier.AltModifier,
    Modifier.MetaModifier,
    Modifier.ControlModifier | Modifier.AltModifier,
    Modifier.ControlModifier | Modifier.ShiftModifier,
)
KEYS = {member.value: name for name, member in Qt.Key.__members__.items()}
"""Every key that Qt knows: letters, F1 to F35, Print Screen, SysReq, Power, Sleep, media, launch and browser keys."""
EVERY_KEY = [*product(MODIFIERS, KEYS)]
"""With every modifier."""
EACH_KEY_ONCE = [
    (modifier, key) for number, modifier in enumerate(MODIFIERS) for key in list(KEYS)[number :: len(MODIFIERS)]
]
"""With one modifier each."""
WRITING = (Modifier.NoModifier, Modifier.ShiftModifier, Modifier.ControlModifier | Modifier.AltModifier)
"""With these a key may write (AltGr comes as Control and Alt); with no other may it do anything at all."""
MUCH = "x" * 2_000_000
"""Text that somebody drops."""


@pytest.fixture(scope="module")
def lobby(qapp: QGuiApplication, resources: Path) -> Iterator[Lobby]:
    """One terminal for all of it: whoever tries to get out does not start it anew."""
    with lobbies(resources) as opening:
        # The film is gone: its page says so, which is a page like any other.
        pack = sample_pack(has_comments=True)
        yield opening(pack=pack, attract_seconds=ATTRACT_SECONDS, media={FILM: resources / "gone.mp4"})


@pytest.fixture
def guard(lobby: Lobby) -> Iterator[Guard]:
    standing = Guard(lobby)
    yield standing
    standing.leave()


@pytest.fixture
def open_two_questions(qapp: QGuiApplication, resources: Path) -> Iterator[Lobby]:
    """A terminal that asks for the same scale twice, and somebody before the first of these questions."""
    pack = sample_pack()
    (asked,) = pack.questionnaires
    (again,) = [question for question in asked.questions if question.key == "kompetencje"]
    twice = tuple(
        each for one in asked.questions for each in ((one, replace(one, key="znowu")) if one is again else (one,))
    )
    two = replace(pack, questionnaires=(replace(asked, questions=twice),))
    with lobbies(resources) as opening:
        lobby = opening(pack=two)
        stand_before(lobby, "survey of a scale")
        yield lobby


def test_every_page_there_is_is_tried(lobby: Lobby) -> None:
    named = {value for name, value in vars(navigation).items() if name.isupper() and isinstance(value, str)}
    assert named - {navigation.QML_IMPORT_NAME, navigation.ADMINISTRATION} == VISITORS_PAGES
    assert len(KEYS) >= 120


@pytest.mark.parametrize("name", WAYS)
def test_no_key_leads_out(lobby: Lobby, guard: Guard, name: str) -> None:
    # Where every key leads away, the way back takes its time: each key with one modifier, and by night with all.
    tried = EACH_KEY_ONCE if name in ("asleep", "warning") else EVERY_KEY
    assert min(Counter(modifier for modifier, _ in tried).values()) >= 60
    assert {key for _, key in tried} == {*KEYS}
    try_keys(lobby, guard, name, tried)


@pytest.mark.nightly
@pytest.mark.parametrize("name", ["asleep", "warning"])
def test_no_key_at_all_leads_out(lobby: Lobby, guard: Guard, name: str) -> None:
    try_keys(lobby, guard, name, EVERY_KEY)


def try_keys(lobby: Lobby, guard: Guard, name: str, tried: Iterable[tuple[Qt.KeyboardModifier, int]]) -> None:
    """One key after another, each with its modifier."""
    stand_before(lobby, name)
    before = state(lobby)
    for modifier, pressed in groupby(tried, itemgetter(0)):
        for _, key in pressed:
            called = KEYS[key]
            click_key(lobby, key, modifier)
            assert guard.is_on_a_visitors_page, f"{called} with {modifier}"
            if name == "asleep":
                assert lobby.visitor.page in ("attract", "home")  # any key wakes, and does nothing else
                assert state(lobby)[1:] == before[1:]
                WAYS[name][1](lobby)
                continue
            if lobby.terminal.visit.is_busy or state(lobby)[:2] != before[:2] or name == "warning":
                assert modifier in WRITING or state(lobby) == before, f"{called} with {modifier} did something"
                WAYS[name][1](lobby)
            elif state(lobby) != before:
                assert modifier in WRITING or lobby.visitor.page in ("search", "comment"), (
                    f"{called} with {modifier} did something"
                )
            before = state(lobby)
        assert guard.faults() == []


def click_key(lobby: Lobby, key: int, modifier: Qt.KeyboardModifier) -> None:
    writes = modifier in WRITING and key < 0x1000 and chr(key).isprintable()
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, modifier, chr(key).lower() if writes else "")
        QCoreApplication.sendEvent(lobby.terminal.window, event)


@pytest.mark.parametrize("name", WAYS)
def test_a_long_press_is_no_more_than_a_press(lobby: Lobby, guard: Guard, name: str) -> None:
    hints = QGuiApplication.styleHints()
    usual = hints.mousePressAndHoldInterval()
    hints.setMousePressAndHoldInterval(1)
    try:
        stand_before(lobby, name)
        nowhere = [] if name == "warning" else empty_places(lobby)[::5]
        for point in nowhere:
            before = state(lobby)
            hold(lobby, point)
            assert state(lobby) == before
        there = len(places(lobby))
        for number in range(0, there, 1 + there // 12):
            stand_before(lobby, name)
            hold(lobby, places(lobby)[number])
            assert guard.faults() == []
    finally:
        hints.setMousePressAndHoldInterval(usual)


def hold(lobby: Lobby, point: QPoint) -> None:
    """Longer than a long press takes, which is a millisecond here."""
    lobby.visitor.land(0, point)
    QTest.qWait(3)
    lobby.visitor.leave(0, point)
    wait_until(lambda: not lobby.terminal.visit.is_busy)


def right_click(lobby: Lobby, point: QPoint) -> None:
    QTest.mouseClick(lobby.terminal.window, Qt.MouseButton.RightButton, Modifier.NoModifier, point)


def middle_click(lobby: Lobby, point: QPoint) -> None:
    QTest.mouseClick(lobby.terminal.window, Qt.MouseButton.MiddleButton, Modifier.NoModifier, point)


def right_double_click(lobby: Lobby, point: QPoint) -> None:
    QTest.mouseDClick(lobby.terminal.window, Qt.MouseButton.RightButton, Modifier.ControlModifier, point)


def hover(lobby: Lobby, point: QPoint) -> None:
    QTest.mouseMove(lobby.terminal.window, point)


def wheel(lobby: Lobby, point: QPoint) -> None:
    for held in (Modifier.NoModifier, Modifier.ControlModifier):
        turned = QWheelEvent(
            QPointF(point), QPointF(point), QPoint(0, -900), QPoint(0, -900), Qt.MouseButton.NoButton, held,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QCoreApplication.sendEvent(lobby.terminal.window, turned)


def context_menu(lobby: Lobby, point: QPoint) -> None:
    for reason in QContextMenuEvent.Reason:
        QCoreApplication.sendEvent(lobby.terminal.window, QContextMenuEvent(reason, point, point))


def native_gesture(lobby: Lobby, point: QPoint) -> None:
    where = QPointF(point)
    for kind in Qt.NativeGestureType:
        event = QNativeGestureEvent(
            kind, QPointingDevice.primaryPointingDevice(), 2, where, where, where, 2.0, QPointF(9, 9)
        )
        QCoreApplication.sendEvent(lobby.terminal.window, event)


def drop(lobby: Lobby, point: QPoint) -> None:
    carried = QMimeData()
    carried.setText(MUCH)
    carried.setUrls([QUrl.fromLocalFile("/etc/passwd"), QUrl("https://example.org")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(point, copy, carried, left, Modifier.NoModifier)
    QCoreApplication.sendEvent(lobby.terminal.window, enter)
    assert not enter.isAccepted()
    QCoreApplication.sendEvent(lobby.terminal.window, QDragMoveEvent(point, copy, carried, left, Modifier.NoModifier))
    dropped = QDropEvent(QPointF(point), copy, carried, left, Modifier.NoModifier)
    QCoreApplication.sendEvent(lobby.terminal.window, dropped)
    assert not dropped.isAccepted()


def input_method(lobby: Lobby, point: QPoint) -> None:
    for receiver in (lobby.terminal.window, lobby.terminal.window.focusObject()):
        event = QInputMethodEvent("preedit", [])
        event.setCommitString("z" * 1000)
        QCoreApplication.sendEvent(receiver, event)


WITHOUT_EFFECT: tuple[Callable[[Lobby, QPoint], None], ...] = (
    right_click,
    middle_click,
    right_double_click,
    hover,
    wheel,
    context_menu,
    native_gesture,
    drop,
    input_method,
)


@pytest.mark.parametrize("name", WAYS)
def test_what_is_no_touch_does_nothing(lobby: Lobby, guard: Guard, name: str) -> None:
    stand_before(lobby, name)
    before = state(lobby)
    points = (*places(lobby), *empty_places(lobby)[::11])
    for attempt in WITHOUT_EFFECT:
        for point in points:
            attempt(lobby, point)
            assert state(lobby) == before, attempt.__name__
    settle_layout(lobby.terminal.window)
    assert guard.faults() == []


@pytest.mark.parametrize("name", WITH_EMPTY_PLACES)
def test_a_finger_drawn_in_from_an_edge_does_nothing(lobby: Lobby, guard: Guard, name: str) -> None:
    stand_before(lobby, name)
    before = state(lobby)
    width, height = lobby.terminal.window.width() - 1, lobby.terminal.window.height() - 1
    centre, free = QPoint(width // 2, height // 2), empty_places(lobby)[0]
    for part in range(1, 4):
        x, y = width * part // 4, height * part // 4
        for edge in (QPoint(0, y), QPoint(width, y), QPoint(x, 0), QPoint(x, height)):
            lobby.visitor.land(0, edge)
            for step in range(1, 9):
                lobby.visitor.shift(0, edge + (centre - edge) * step / 8)
            # Lifted where nothing is, and not on the very target where it may have landed.
            lobby.visitor.shift(0, free)
            lobby.visitor.leave(0, free)
            assert state(lobby) == before
    assert guard.faults() == []


@pytest.mark.parametrize("name", WITH_EMPTY_PLACES)
def test_many_fingers_on_empty_places_do_nothing(lobby: Lobby, guard: Guard, name: str) -> None:
    stand_before(lobby, name)
    before = state(lobby)
    free = empty_places(lobby)
    for count in (2, 3, 5, 10):
        spread = [free[number * len(free) // count] for number in range(count)]
        together(lobby, spread, QPoint(3, 3))
        assert state(lobby) == before
    assert guard.faults() == []


@pytest.mark.parametrize("name", WAYS)
def test_many_fingers_on_targets_stay_on_the_visitors_pages(lobby: Lobby, guard: Guard, name: str) -> None:
    for count in (2, 3, 5, 10):
        stand_before(lobby, name)
        there = places(lobby)
        together(lobby, (there * count)[:count], QPoint(0, 0))
        wait_until(lambda: not lobby.terminal.visit.is_busy)
        assert guard.faults() == []


def test_a_second_finger_on_one_question_is_no_answer_to_the_next(open_two_questions: Lobby) -> None:
    lobby = open_two_questions
    first, second = lobby.visitor.place("answer-2"), lobby.visitor.place("answer-4")
    before = lobby.terminal.survey.key
    lobby.visitor.land(0, first)
    lobby.visitor.land(1, second, 0)
    lobby.visitor.leave(0, first, 1)
    wait_until(lambda: not lobby.terminal.visit.is_busy)
    following = lobby.terminal.survey.key
    assert following != before
    lobby.visitor.leave(1, second)
    wait_until(lambda: not lobby.terminal.visit.is_busy)
    assert lobby.terminal.survey.key == following


def test_a_choice_of_the_question_before_is_no_answer(lobby: Lobby) -> None:
    stand_before(lobby, "survey of one")
    before = state(lobby)
    lobby.terminal.survey.choose("4")
    assert state(lobby) == before


def together(lobby: Lobby, points: list[QPoint], drift: QPoint) -> None:
    """Several fingers land at once, drift apart or together, and are lifted."""
    window = lobby.terminal.window
    for moment in ("press", "move", "release"):
        sequence = QTest.touchEvent(window, touch_device())
        for finger, point in enumerate(points):
            getattr(sequence, moment)(finger, point if moment == "press" else point + drift * finger, window)
        sequence.commit()


def test_keys_that_reach_a_field_are_caught(lobby: Lobby, guard: Guard) -> None:
    component = QQmlComponent(lobby.terminal.engine)
    component.setData(b'import QtQuick; TextInput { text: "sekret"; focus: true }', "")
    field = component.create()
    assert isinstance(field, QQuickItem)
    field.setParentItem(lobby.terminal.window.contentItem())
    field.forceActiveFocus()
    for letter in (Qt.Key.Key_A, Qt.Key.Key_C):
        QTest.keyClick(lobby.terminal.window, letter, Modifier.ControlModifier)
    assert guard.faults() == [], "the keys go no further than the keypad"
    lobby.terminal.window.removeEventFilter(lobby.terminal.attention)
    for letter in (Qt.Key.Key_A, Qt.Key.Key_C):
        QTest.keyClick(lobby.terminal.window, letter, Modifier.ControlModifier)
    assert guard.faults() == ["the clipboard has changed", "text is selected: sekret"]
    field.deleteLater()
    QCoreApplication.sendPostedEvents(field, QEvent.Type.DeferredDelete.value)


def test_a_page_of_staff_would_be_caught(lobby: Lobby, guard: Guard) -> None:
    lobby.terminal.navigation.open("administration")
    assert guard.faults() == ["the page administration is shown"]
    stand_before(lobby, "home")
