"""What a visitor may rely on while answering."""

from __future__ import annotations

import pytest

from kiosk.terminal.scenes import find, find_all, settle_layout, wait_until
from kiosk.terminal.screenshots import TABLET
from tests.qml.conftest import Lobby, OpenLobby


def to_last_question(lobby: Lobby) -> None:
    for name in ("face-4", "answer-firma", "answer-5"):
        lobby.visitor.touch(name)


def test_one_tap_on_a_face_starts_the_visit_with_that_answer(lobby: Lobby) -> None:
    lobby.visitor.touch("face-2")
    assert lobby.visitor.page == "survey"
    assert lobby.visitor.reads("progress") == "Pytanie 2 z 5"
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("2",)}
    assert str(lobby.keeper.only.period) == "2026-W48"


def test_thank_you_is_shown_only_after_the_commit(lobby: Lobby) -> None:
    to_last_question(lobby)
    lobby.keeper.let_pass.clear()
    lobby.visitor.tap("answer-tak")
    settle_layout(lobby.visitor.window)
    assert lobby.visitor.page == "survey"
    lobby.keeper.let_pass.set()
    wait_until(lambda: lobby.visitor.page == "thanks")
    assert lobby.keeper.closed[lobby.keeper.only.id].complete


def test_next_question_is_shown_only_after_the_commit_but_the_tap_at_once(lobby: Lobby) -> None:
    lobby.visitor.touch("face-4")
    lobby.keeper.let_pass.clear()
    lobby.visitor.tap("answer-firma")
    assert find(lobby.visitor.window, "answer-firma").property("isChosen")
    settle_layout(lobby.visitor.window)
    assert lobby.visitor.reads("progress") == "Pytanie 2 z 5"
    lobby.keeper.let_pass.set()
    wait_until(lambda: lobby.visitor.reads("progress") == "Pytanie 3 z 5")


def test_pressed_shows_before_the_finger_is_lifted(lobby: Lobby) -> None:
    point = lobby.visitor.press("face-5")
    assert find(lobby.visitor.window, "face-5").property("isLit")
    lobby.visitor.lift(point)
    lobby.rest()
    assert lobby.visitor.page == "survey"


def test_sliding_off_before_lifting_answers_nothing(lobby: Lobby) -> None:
    lobby.visitor.slide("face-5", "question")
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert not lobby.keeper.kept


def test_double_tap_is_one_answer(lobby: Lobby) -> None:
    lobby.keeper.let_pass.clear()
    lobby.visitor.tap("face-4")
    lobby.visitor.tap("face-1")
    lobby.visitor.tap("face-1")
    lobby.keeper.let_pass.set()
    lobby.rest()
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("4",)}
    assert lobby.visitor.reads("progress") == "Pytanie 2 z 5"


def test_nothing_else_is_pressed_while_an_answer_is_on_its_way(lobby: Lobby) -> None:
    lobby.visitor.touch("face-4")
    lobby.keeper.let_pass.clear()
    lobby.visitor.tap("answer-firma")
    for name in ("home", "back", "decline"):
        lobby.visitor.tap(name)
    lobby.keeper.let_pass.set()
    lobby.rest()
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("4",), "klient": ("firma",)}
    assert lobby.visitor.page == "survey"


def test_back_changes_the_branch_and_drops_hidden_answers(lobby: Lobby) -> None:
    to_last_question(lobby)
    lobby.visitor.touch("answer-nie")
    lobby.visitor.touch("answer-dok")
    lobby.visitor.touch("answer-czas")
    lobby.visitor.touch("back")
    assert find(lobby.visitor.window, "answer-nie").property("isChosen")
    lobby.visitor.touch("answer-tak")
    assert lobby.visitor.page == "thanks"
    assert dict(lobby.keeper.only.answers) == {
        "ogolem": ("4",),
        "klient": ("firma",),
        "kompetencje": ("5",),
        "wynik": ("tak",),
    }


def test_several_answers_are_one_answer_after_next(lobby: Lobby) -> None:
    to_last_question(lobby)
    lobby.visitor.touch("answer-czesc")
    assert not find(lobby.visitor.window, "confirm").isEnabled()
    for name in ("answer-dok", "answer-czas", "answer-inne", "answer-czas"):
        lobby.visitor.touch(name)
    lobby.visitor.touch("confirm")
    assert lobby.keeper.only.answers["powod"] == ("dok", "inne")
    assert lobby.keeper.only.complete


def test_answers_on_several_pages_are_confirmed_where_the_last_page_has_no_next(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(size=(TABLET.width, TABLET.height), pixels_per_millimetre=TABLET.pixels_per_millimetre)
    to_last_question(lobby)
    lobby.visitor.touch("answer-czesc")
    lobby.visitor.touch("textSize")
    lobby.visitor.touch("textSize")
    window = lobby.visitor.window
    chosen = ["answer-dok", "answer-inne"]
    while not find_all(window, "confirmLast"):
        for name in [each for each in chosen if find_all(window, each)]:
            lobby.visitor.touch(name)
            chosen.remove(name)
        lobby.visitor.touch("nextPage")
    for name in chosen:
        lobby.visitor.touch(name)
    assert not find_all(window, "nextPage")
    assert not find_all(window, "confirm")
    assert find(window, "confirmLast").property("text") == "Zatwierdź (2)", "what is chosen stands on other pages"
    lobby.visitor.touch("confirmLast")
    assert lobby.keeper.only.answers["powod"] == ("dok", "inne")
    assert lobby.keeper.only.complete


def test_the_question_is_not_smaller_where_text_is_larger(open_lobby: OpenLobby) -> None:
    lobby = open_lobby()
    question = find(lobby.visitor.window, "question")
    plain = question.property("font").pixelSize()
    for _ in range(2):
        lobby.visitor.touch("textSize")
        assert question.property("font").pixelSize() > 0.75 * plain, "as large as its room allows"


def test_declining_and_not_applicable_are_kept_apart(lobby: Lobby) -> None:
    lobby.visitor.touch("face-4")
    lobby.visitor.touch("decline")
    lobby.visitor.touch("notApplicable")
    assert lobby.keeper.only.answers["klient"] == ()
    assert lobby.keeper.only.answers["kompetencje"] == ("98",)


def test_words_that_are_a_button_begin_with_a_capital_letter(lobby: Lobby) -> None:
    """The pack writes them in lower case."""
    lobby.visitor.touch("face-4")
    assert "Osoba prywatna" in lobby.visitor.reads("answer-osoba")
    lobby.visitor.touch("decline")
    assert lobby.visitor.reads("notApplicable") == "Nie dotyczy / trudno powiedzieć"


def test_leaving_by_home_keeps_what_was_answered_as_incomplete(lobby: Lobby) -> None:
    lobby.visitor.touch("face-1")
    lobby.visitor.touch("home")
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert not lobby.keeper.closed[lobby.keeper.only.id].complete


def test_each_visit_is_a_response_of_its_own(lobby: Lobby) -> None:
    for _ in range(3):
        lobby.visitor.touch("face-1")
        lobby.visitor.touch("home")
        lobby.rest()
    assert len(lobby.keeper.closed) == 3


def test_burst_is_kept_whole_and_flagged_from_the_fourth_on(lobby: Lobby) -> None:
    pages = set()
    for number in range(40):
        lobby.clock.advance(0.5)
        lobby.visitor.touch(f"face-{number % 5 + 1}")
        pages.add((lobby.visitor.page, lobby.visitor.reads("progress")))
        lobby.visitor.touch("home")
        lobby.rest()
    assert pages == {("survey", "Pytanie 2 z 5")}  # the visitor sees nothing of it
    given = list(lobby.keeper.closed.values())
    assert [one.answers["ogolem"] for one in given] == [(str(number % 5 + 1),) for number in range(40)]
    assert [one.flags for one in given] == [()] * 3 + [("burst-1",)] * 37


def test_flag_of_the_beginning_holds_to_the_end_and_not_for_the_next_visitor(lobby: Lobby) -> None:
    for _ in range(3):
        lobby.visitor.touch("face-1")
        lobby.visitor.touch("home")
    to_last_question(lobby)
    lobby.wait(30)
    lobby.visitor.touch("answer-tak")
    lobby.wait(30)
    assert lobby.visitor.page == "home"
    lobby.visitor.touch("face-5")
    *_, fourth, fifth = lobby.keeper.kept.values()
    assert (fourth.complete, fourth.flags) == (True, ("burst-1",))
    assert fifth.flags == ()


def test_queue_that_answers_the_whole_questionnaire_is_not_a_burst(lobby: Lobby) -> None:
    for _ in range(6):
        to_last_question(lobby)
        lobby.wait(14)
        lobby.visitor.touch("answer-tak")
        assert lobby.visitor.page == "thanks"
        lobby.wait(6)
        assert lobby.visitor.page == "home"
    assert [one.flags for one in lobby.keeper.closed.values()] == [()] * 6


@pytest.mark.parametrize("language", ["en", "uk", "de"])
def test_language_switch_keeps_the_place_and_the_answers(lobby: Lobby, language: str) -> None:
    to_last_question(lobby)
    lobby.visitor.touch("answer-nie")
    lobby.visitor.touch("answer-dok")
    before = lobby.visitor.reads("question")
    lobby.visitor.choose_language(language)
    assert lobby.visitor.reads("question") != before
    assert find(lobby.visitor.window, "answer-dok").property("isChosen")
    lobby.visitor.touch("confirm")
    assert lobby.keeper.only.language == language
    assert lobby.keeper.only.answers["powod"] == ("dok",)


def test_the_keeper_is_never_called_on_the_gui_thread(lobby: Lobby) -> None:
    to_last_question(lobby)
    lobby.visitor.touch("answer-tak")
    lobby.wait(10)
    lobby.wait(10)
    lobby.rest()
    assert lobby.keeper.settled == 1
    assert {name.partition("_")[0] for name in lobby.keeper.threads} == {"store"}
