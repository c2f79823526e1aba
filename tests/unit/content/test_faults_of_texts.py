"""Texts that no screen can show are told before anybody sees them."""

from __future__ import annotations

import pytest

from tests.unit.content.conftest import faults_of, spoilt

CARD, SURVEY = "karty/REG-01.yaml", "ankiety/pilot-1.yaml"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ab" * 26, f"'{'ab' * 20}…' has 52 characters without a space or a hyphen; allowed: at most 50: "),
        (
            '"' + "12-" * 20 + '"',
            f"'{'12-' * 13}1…' has 60 characters without a space or a hyphen; allowed: at most 50: ",
        ),
        ('"\\u200b \\u2800"', "there is nothing to be seen in the text; allowed: letters, digits or signs"),
    ],
)
def test_what_no_screen_can_show_is_told(texts: dict[str, str], words: str, told: str) -> None:
    [fault] = faults_of(spoilt(texts, CARD, "kogo_dotyczy: {pl: Wszystkich}", f"kogo_dotyczy: {{pl: {words}}}"))
    assert fault.startswith(f"{CARD}:15: {told}")


@pytest.mark.parametrize("words", ["ab" * 25, "https://urzad.pl/" + "ab/" * 30, "-".join(["ab"] * 30)])
def test_what_breaks_into_lines_may_be_long(texts: dict[str, str], words: str) -> None:
    assert faults_of(spoilt(texts, CARD, "kogo_dotyczy: {pl: Wszystkich}", f"kogo_dotyczy: {{pl: {words}}}")) == ()


@pytest.mark.parametrize(
    ("good", "line", "most"), [("bardzo źle", 10, 20), ("średnio", 12, 34), ("nie dotyczy", 15, 34)]
)
def test_a_word_too_long_to_stand_below_a_face_is_told(texts: dict[str, str], good: str, line: int, most: int) -> None:
    long = ("ani źle " * 9)[:37].rstrip()
    [fault] = faults_of(spoilt(texts, SURVEY, f"pl: {good},", f"pl: {long},"))
    assert fault.startswith(f"{SURVEY}:{line}: ")
    assert fault.endswith(f"allowed: at most {most} characters: it stands below a face")


@pytest.mark.parametrize(("good", "line"), [("Jak było?", 25), ("Dziękujemy.", 5)])
def test_a_question_or_a_thank_you_too_long_for_the_smallest_panel_is_told(
    texts: dict[str, str], good: str, line: int
) -> None:
    faults = faults_of(spoilt(texts, SURVEY, f"pl: {good}", f"pl: {'Czy ' * 30}?"))
    assert faults == (f"{SURVEY}:{line}: 'pl' is too long (121 characters); allowed: at most 120 characters",)
