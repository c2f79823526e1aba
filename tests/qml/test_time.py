"""Nobody is hurried, and nobody finds what the one before left."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.qml.conftest import Lobby
from tests.qml.inspecting.sight import picture


def test_the_warning_comes_after_a_minute_and_not_before(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    lobby.wait(59)
    assert not lobby.visitor.sees("stay")
    lobby.wait(1)
    assert lobby.visitor.sees("stay")
    assert lobby.visitor.reads("countdown") == "Ta strona zamknie się za 20 sekund."
    lobby.wait(17)
    assert lobby.visitor.reads("countdown") == "Ta strona zamknie się za 3 sekundy."


def test_after_the_warning_the_visit_is_kept_incomplete_and_home_is_polish(lobby: Lobby) -> None:
    lobby.visitor.choose_language("uk")
    lobby.visitor.touch("face-3")
    lobby.wait(60)
    lobby.wait(19)
    assert lobby.visitor.page == "survey"
    lobby.wait(1)
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert lobby.terminal.language.code == "pl"
    response = lobby.keeper.closed[lobby.keeper.only.id]
    assert (response.complete, response.language, dict(response.answers)) == (False, "uk", {"ogolem": ("3",)})


def test_the_warning_dims_what_stands_above_a_lowered_screen_too(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    lobby.visitor.tap("lower")
    bright = picture(lobby.terminal.window).pixelColor(20, 20)
    lobby.wait(60)

    assert lobby.visitor.sees("stay")
    assert picture(lobby.terminal.window).pixelColor(20, 20).lightnessF() < 0.6 * bright.lightnessF()


def test_any_touch_extends_as_often_as_wanted_and_presses_nothing(lobby: Lobby) -> None:
    lobby.visitor.touch("face-3")
    for _ in range(12):
        lobby.wait(75)
        assert lobby.visitor.sees("stay")
        lobby.visitor.tap("answer-firma")
        assert not lobby.visitor.sees("stay")
    lobby.rest()
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("3",)}
    assert lobby.visitor.page == "survey"


def test_a_key_extends_too(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    lobby.wait(70)
    lobby.visitor.type(Qt.Key.Key_Tab)
    assert not lobby.visitor.sees("stay")


def test_touching_in_time_never_brings_the_warning(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    for _ in range(5):
        lobby.wait(40)
        lobby.visitor.touch("group-regon" if lobby.visitor.page == "catalogue" else "back")
        assert not lobby.visitor.sees("stay")


def test_thanks_counts_down_and_goes_home_by_itself(lobby: Lobby) -> None:
    lobby.visitor.choose_language("de")
    for name in ("face-4", "answer-firma", "answer-5", "answer-tak"):
        lobby.visitor.touch(name)
    assert lobby.visitor.reads("countdown") == "Zurück zur Startseite in 6 Sekunden"
    lobby.wait(5)
    assert lobby.visitor.reads("countdown") == "Zurück zur Startseite in 1 Sekunde"
    lobby.wait(1)
    assert lobby.visitor.page == "home"
    assert lobby.terminal.language.code == "pl"


def test_a_language_left_on_the_home_page_is_reset_without_a_warning(lobby: Lobby) -> None:
    lobby.visitor.choose_language("en")
    lobby.wait(59)
    assert lobby.terminal.language.code == "en"
    lobby.wait(1)
    assert lobby.terminal.language.code == "pl"
    assert not lobby.visitor.sees("stay")


def test_the_store_tidies_up_once_when_nobody_is_there(lobby: Lobby) -> None:
    lobby.visitor.touch("face-3")
    lobby.visitor.touch("home")
    lobby.wait(1)
    lobby.rest()
    assert lobby.keeper.settled == 0
    for _ in range(3):
        lobby.wait(2)
        lobby.rest()
    assert lobby.keeper.settled == 1


def test_the_store_is_tidied_up_before_the_first_visitor(lobby: Lobby) -> None:
    lobby.wait(2)
    lobby.rest()
    assert lobby.keeper.settled == 1


def test_a_store_that_cannot_tidy_up_is_asked_again_only_after_a_minute(lobby: Lobby) -> None:
    lobby.keeper.is_broken = True
    for _ in range(20):
        lobby.wait(2)
        lobby.rest()
    assert lobby.keeper.asked_to_settle == 1
    lobby.keeper.is_broken = False
    for _ in range(10):
        lobby.wait(3)
        lobby.rest()
    assert (lobby.keeper.asked_to_settle, lobby.keeper.settled) == (2, 1)


def test_a_thousand_seconds_at_home_change_nothing(lobby: Lobby) -> None:
    for _ in range(20):
        lobby.wait(50)
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert not lobby.keeper.kept
