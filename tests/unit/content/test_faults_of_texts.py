"""Texts that no screen can show are told before anybody sees them."""

from __future__ import annotations

import pytest

from tests.unit.content.conftest import faults_of, spoilt

CARD, SURVEY = "karty/REG-01.yaml", "ankiety/pilot-1.yaml"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ab" * 26, f"'{'ab' * 20}…' has 52 characters without a space or a hyphen; allowed: at most 50: "),
        ('"\\u200b \\u200b"', "there is nothing to be seen in the text; allowed: letters, digits or signs"),
    ],
)
def test_what_no_screen_can_show_is_told(texts: dict[str, str], words: str, told: str) -> None:
    [fault] = faults_of(spoilt(texts, CARD, "kogo_dotyczy: {pl: Wszystkich}", f"kogo_dotyczy: {{pl: {words}}}"))
    assert fault.startswith(f"{CARD}:15: {told}")


@pytest.mark.parametrize("words", ["ab" * 25, "https://urzad.pl/" + "ab/" * 30, "-".join(["ab"] * 30)])
def test_what_breaks_into_lines_may_be_long(texts: dict[str, str], words: str) -> None:
    assert faults_of(spoilt(texts, CARD, "kogo_dotyczy: {pl: Wszystkich}", f"kogo_dotyczy: {{pl: {words}}}")) == ()


@pytest.mark.parametrize(("good", "line"), [("Jak było?", 25), ("Dziękujemy.", 5)])
def test_a_question_or_a_thank_you_too_long_for_the_smallest_panel_is_told(
    texts: dict[str, str], good: str, line: int
) -> None:
    faults = faults_of(spoilt(texts, SURVEY, f"pl: {good}", f"pl: {'Czy ' * 30}?"))
    assert faults == (f"{SURVEY}:{line}: 'pl' is too long (121 characters); allowed: at most 120 characters",)
