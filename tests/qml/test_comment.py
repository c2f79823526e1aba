"""Whoever has answered may write a comment, or pass it with one tap; what is written leaves no trace but itself."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.commands.keeping import OpeningKeeper
from kiosk.domain.comment import MOST_CHARACTERS, Comment
from kiosk.store.folder import FILE_NAME
from kiosk.store.store import Store
from kiosk.terminal.application import build
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.scenes import find, settle_layout, wait_until
from tests.qml.conftest import LANDSCAPE, PORTRAIT, STILL, Lobby, OpenLobby
from tests.qml.driving import Visitor, touch_device
from tests.qml.fakes import FakeClock, Listener
from tests.qml.sample_pack import sample_pack

ANSWERS = ("face-4", "answer-firma", "answer-5", "answer-tak")


@pytest.fixture
def lobby(open_lobby: OpenLobby) -> Lobby:
    """At the question, every answer given."""
    return at_comment(open_lobby())


@pytest.fixture
def open_lobby(open_lobby: OpenLobby) -> OpenLobby:
    return lambda *arguments, **others: open_lobby(*arguments, pack=sample_pack(has_comments=True), **others)


def at_comment(lobby: Lobby) -> Lobby:
    for name in ANSWERS:
        lobby.clock.advance(1)
        lobby.visitor.touch(name)
    return lobby


def write(visitor: Visitor, text: str) -> None:
    """By touch, key by key."""
    for letter in text:
        visitor.touch("space" if letter == " " else f"key-{letter}")


def only_comment(lobby: Lobby) -> str:
    (one,) = lobby.keeper.comments.values()
    return one.text


def test_comment_is_asked_when_the_response_is_closed_as_complete(lobby: Lobby) -> None:
    assert lobby.visitor.page == "comment"
    assert lobby.visitor.reads("question").startswith("Co możemy poprawić? Prosimy nie podawać danych osobowych")
    assert lobby.keeper.closed[lobby.keeper.only.id].complete
    assert "uwagi" not in lobby.keeper.only.answers


def test_skipping_takes_one_tap_and_is_thanked(lobby: Lobby) -> None:
    lobby.visitor.touch("skip")
    assert lobby.visitor.page == "thanks"
    assert lobby.keeper.comments == {}


def test_skipping_is_as_easy_when_one_has_begun_to_write(lobby: Lobby) -> None:
    lobby.visitor.touch("write")
    write(lobby.visitor, "nie")
    skip, send = find(lobby.visitor.window, "skip"), find(lobby.visitor.window, "send")
    assert (skip.width(), skip.height()) == (send.width(), send.height())
    lobby.visitor.touch("skip")
    assert lobby.visitor.page == "thanks"
    assert lobby.keeper.comments == {}


def test_what_is_written_is_kept_apart_and_then_thanked(lobby: Lobby) -> None:
    lobby.visitor.touch("write")
    write(lobby.visitor, "za mało krzeseł. brak wody")
    lobby.keeper.let_pass.clear()
    lobby.visitor.tap("send")
    lobby.visitor.tap("send")
    lobby.visitor.tap("skip")
    assert lobby.visitor.page == "comment"
    assert lobby.keeper.comments == {}
    lobby.keeper.let_pass.set()
    wait_until(lambda: lobby.visitor.page == "thanks")
    (one,) = lobby.keeper.comments.values()
    assert (one.text, one.language, str(one.period)) == ("Za mało krzeseł. Brak wody", "pl", "2026-W48")
    assert (one.questionnaire, one.question) == ("pilot", "uwagi")
    assert one.id != lobby.keeper.only.id


def test_personal_data_are_gone_before_the_store_sees_them(lobby: Lobby) -> None:
    lobby.visitor.touch("write")
    write(lobby.visitor, "pani kowalska 44051401359")
    lobby.visitor.touch("send")
    assert only_comment(lobby) == "Pani [NAZWISKO] [PESEL]"


def test_letters_are_erased_and_counted(lobby: Lobby) -> None:
    lobby.visitor.touch("write")
    assert not find(lobby.visitor.window, "send").isEnabled()
    write(lobby.visitor, "abc")
    lobby.visitor.touch("erase")
    assert lobby.visitor.reads("written") == "Ab"
    assert lobby.visitor.reads("charactersLeft") == f"Pozostało {MOST_CHARACTERS - 2} znaków"
    assert find(lobby.visitor.window, "send").isEnabled()


def test_last_letters_are_counted_on_the_smallest_panel_too(open_lobby: OpenLobby) -> None:
    lobby = at_comment(open_lobby((1280, 800), 5.9))
    lobby.terminal.comment.write()
    for _ in range(MOST_CHARACTERS):
        lobby.terminal.comment.keyboard.press("a")
    settle_layout(lobby.visitor.window)
    assert lobby.visitor.reads("charactersLeft") == "Pozostało 0 znaków"
    lobby.visitor.touch("key-a")
    assert len(lobby.terminal.comment.text) == MOST_CHARACTERS


def test_keyboard_that_is_plugged_in_writes_at_once(lobby: Lobby) -> None:
    for key in (Qt.Key.Key_Z, Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_T, Qt.Key.Key_L, Qt.Key.Key_O, Qt.Key.Key_X):
        lobby.visitor.type(key)
    QTest.keyClick(lobby.visitor.window, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    lobby.visitor.type(Qt.Key.Key_Backspace)
    lobby.visitor.type(Qt.Key.Key_Backspace)
    assert lobby.visitor.reads("written") == "Za tlo"
    assert lobby.terminal.search.typed == ""
    lobby.visitor.touch("send")
    assert only_comment(lobby) == "Za tlo"


def test_second_half_of_a_double_tap_presses_no_key(open_lobby: OpenLobby) -> None:
    lobby = at_comment(open_lobby(*LANDSCAPE, double_tap_seconds=0.5))
    lobby.clock.advance(1)
    point = lobby.visitor.press("write")
    lobby.visitor.lift(point)
    settle_layout(lobby.visitor.window)
    assert lobby.visitor.sees("key-e")
    for letters in (0, 1):
        sequence = QTest.touchEvent(lobby.visitor.window, touch_device())
        sequence.press(0, point, lobby.visitor.window).commit()
        lobby.visitor.lift(point)
        assert len(lobby.terminal.comment.text) == letters
        lobby.clock.advance(1)


def test_search_and_comment_have_keyboards_of_their_own(lobby: Lobby) -> None:
    lobby.visitor.touch("write")
    write(lobby.visitor, "abc")
    assert lobby.terminal.search.typed == ""


def test_idle_visitor_is_told_that_the_text_goes_and_it_goes(lobby: Lobby) -> None:
    lobby.visitor.touch("write")
    write(lobby.visitor, "sekret")
    lobby.wait(61)
    assert lobby.visitor.reads("unsent") == "Niewysłany tekst zostanie usunięty."
    lobby.wait(60)
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert lobby.keeper.comments == {}
    assert lobby.keeper.closed[lobby.keeper.only.id].complete
    assert lobby.terminal.comment.text == ""
    at_comment(lobby)
    assert lobby.visitor.sees("write")
    lobby.visitor.touch("write")
    assert lobby.visitor.reads("written") == "Bez nazwisk i numerów"


def test_warning_says_nothing_of_a_text_where_there_is_none(lobby: Lobby) -> None:
    lobby.wait(61)
    assert lobby.visitor.sees("stay")
    assert not lobby.visitor.sees("unsent")


def test_home_leaves_everything_unsent(lobby: Lobby) -> None:
    lobby.visitor.touch("write")
    write(lobby.visitor, "sekret")
    lobby.visitor.touch("home")
    assert lobby.visitor.page == "home"
    assert (lobby.terminal.comment.text, lobby.keeper.comments) == ("", {})
    lobby.visitor.touch("face-1")
    assert lobby.visitor.page == "survey"


def test_choosing_a_language_keeps_what_is_written(lobby: Lobby) -> None:
    lobby.visitor.touch("write")
    write(lobby.visitor, "abc")
    lobby.visitor.choose_language("de")
    assert lobby.visitor.page == "comment"
    assert lobby.visitor.reads("written") == "Abc"
    lobby.visitor.touch("send")
    (one,) = lobby.keeper.comments.values()
    assert one.language == "de"


def test_comment_that_the_store_refuses_is_kept_later_without_its_secrets(lobby: Lobby) -> None:
    lobby.visitor.touch("write")
    write(lobby.visitor, "tel 501123457")
    lobby.keeper.is_broken = True
    lobby.visitor.touch("send")
    assert lobby.visitor.page == "outOfService"
    assert lobby.terminal.comment.text == ""
    lobby.keeper.is_broken = False
    for _ in range(3):
        lobby.wait(30)
        lobby.rest()
    assert lobby.visitor.page == "home"
    assert only_comment(lobby) == "Tel [TELEFON]"


def test_visitor_who_gives_up_while_it_is_saved_loses_nothing(lobby: Lobby) -> None:
    lobby.visitor.touch("write")
    write(lobby.visitor, "abc")
    lobby.keeper.let_pass.clear()
    lobby.visitor.tap("send")
    for _ in range(4):
        lobby.wait(60)
    lobby.keeper.let_pass.set()
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert only_comment(lobby) == "Abc"


def test_text_of_nothing_that_is_seen_is_not_kept(lobby: Lobby) -> None:
    lobby.terminal.comment.press("\u200b")
    lobby.terminal.comment.send()
    wait_until(lambda: lobby.visitor.page == "thanks")
    assert lobby.keeper.comments == {}


def test_question_is_read_aloud_and_what_was_written_is_not_said_later(lobby: Lobby) -> None:
    lobby.terminal.reading.turn(on=True)
    wait_until(lambda: any("Co możemy poprawić?" in said.text for said in lobby.listener.heard))
    lobby.visitor.touch("write")
    wait_until(lambda: "Bez nazwisk i numerów" in lobby.listener.words)
    write(lobby.visitor, "a")
    wait_until(lambda: lobby.listener.words == ["A", "Wyślij, przycisk"])
    write(lobby.visitor, "bc")
    wait_until(lambda: lobby.listener.words == ["Abc"])  # and not, at each letter, how many more there may be
    lobby.visitor.touch("send")
    lobby.listener.heard.clear()
    lobby.terminal.reading.repeat()
    wait_until(lambda: bool(lobby.listener.heard))
    assert not any("Abc" in said.text for said in lobby.listener.heard)


@pytest.mark.parametrize("shape", [PORTRAIT, LANDSCAPE, ((1280, 800), 5.9)])
@pytest.mark.parametrize("steps", [0, 2])
def test_every_key_is_on_one_page(open_lobby: OpenLobby, shape: tuple[tuple[int, int], float], steps: int) -> None:
    lobby = open_lobby(*shape, language="de")
    for _ in range(steps):
        lobby.terminal.comfort.enlarge()
    for name in ANSWERS:
        while not lobby.visitor.sees(name):
            lobby.visitor.touch("nextPage")
        lobby.visitor.touch(name)
    while not lobby.visitor.sees("write"):
        lobby.visitor.touch("nextPage")
    lobby.visitor.touch("write")
    assert all(lobby.visitor.sees(name) for name in ("written", "erase", "key-e", "space", "skip", "send"))
    assert not lobby.visitor.sees("nextPage")


def test_digits_never_touch_the_disk(open_lobby: OpenLobby, resources: Path, tmp_path: Path) -> None:
    """The real store behind real pages: the bytes of the file and its log, before anything is tidied up and after."""
    clock = FakeClock()
    keeper = OpeningKeeper(tmp_path, clock)
    options = TerminalOptions(resources, size=PORTRAIT[0], pixels_per_millimetre=PORTRAIT[1], language="pl", **STILL)  # type: ignore[arg-type]
    terminal = build(sample_pack(has_comments=True), keeper, clock, options, mouth=Listener())
    visitor = Visitor(terminal)
    settle_layout(terminal.window)
    try:
        for name in (*ANSWERS, "write"):
            visitor.touch(name)
        write(visitor, "501 123 457, 44051401359 kanarek")
        visitor.touch("send")
        wait_until(lambda: visitor.page == "thanks")
        on_disk = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert b"kanarek" in on_disk
        assert (tmp_path / f"{FILE_NAME}-wal").stat().st_size > 0
        for secret in (b"501 123 457", b"501123457", b"44051401359", b"123 457", b"4405140"):
            assert secret not in on_disk
    finally:
        terminal.close()
        keeper.end()
    with Store.open(tmp_path) as store:
        assert [one.text for one in store.comments.pending()] == ["[TELEFON], [PESEL] kanarek"]
        assert len(list(store.responses.stream())) == 1


def test_nothing_written_stays_in_memory_when_it_is_sent(lobby: Lobby) -> None:
    lobby.visitor.touch("write")
    write(lobby.visitor, "tel 501123457")
    lobby.visitor.touch("send")
    assert lobby.visitor.page == "thanks"
    gc.collect()
    there = gc.get_objects()
    words = [value for each in there if type(each) is dict for value in each.values() if type(value) is str]
    words += [each.text for each in there if type(each) is Comment]
    assert "Tel [TELEFON]" in words
    assert [value for value in words if "501123457" in value] == []
