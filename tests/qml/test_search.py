"""Search by touch: what is typed on the screen finds the card, and is forgotten with the visit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.terminal.scenes import items, settle_layout, wait_until
from tests.qml.conftest import Lobby


def open_search(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    lobby.visitor.touch("search")
    wait_until(lambda: lobby.terminal.search.isReady)


def write(lobby: Lobby, words: str) -> None:
    for letter in words:
        lobby.visitor.touch("space" if letter == " " else f"key-{letter}")
    wait_until(lambda: lobby.terminal.search.isReady)
    settle_layout(lobby.visitor.window)


def test_words_without_polish_letters_and_endings_find_the_card(lobby: Lobby) -> None:
    open_search(lobby)
    write(lobby, "zaswiadczenia regon")
    assert lobby.terminal.search.typed == "zaswiadczenia regon"
    lobby.visitor.touch("showResults")
    first = str(lobby.terminal.search.results.rows[0]["code"])
    lobby.visitor.touch(f"result-{first}")
    assert lobby.visitor.page == "card"
    assert "Zaświadczenie" in lobby.terminal.card.name


def test_back_from_a_card_leads_to_the_words_that_were_typed(lobby: Lobby) -> None:
    open_search(lobby)
    write(lobby, "regon")
    lobby.visitor.touch("showResults")
    lobby.visitor.touch(f"result-{lobby.terminal.search.results.rows[0]['code']}")
    lobby.visitor.touch("back")
    assert lobby.visitor.page == "search"
    assert lobby.terminal.search.typed == "regon"


def test_what_was_typed_is_nowhere_after_the_visit(lobby: Lobby) -> None:
    open_search(lobby)
    write(lobby, "wstydliwe")
    for _ in range(3):
        lobby.wait(100)
    assert lobby.visitor.page == "home"
    texts = [str(item.property("text")) for item in items(lobby.visitor.window)]
    assert not any("wstyd" in text for text in texts)
    assert lobby.terminal.search.typed == ""


def test_a_keyboard_that_is_plugged_in_writes_too(lobby: Lobby) -> None:
    open_search(lobby)
    for key in "REGOM":
        QTest.keyClick(lobby.visitor.window, Qt.Key[f"Key_{key}"])
    QTest.keyClick(lobby.visitor.window, Qt.Key.Key_Backspace)
    QTest.keyClick(lobby.visitor.window, Qt.Key.Key_N)
    assert lobby.terminal.search.typed == "regon"


def test_a_word_of_no_card_says_what_to_do(lobby: Lobby) -> None:
    open_search(lobby)
    write(lobby, "qqqqqqq")
    lobby.visitor.touch("showResults")
    assert lobby.visitor.reads("searchMessage") == "Nic nie znaleziono."
