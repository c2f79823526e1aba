"""Periods, texts, responses and versions of SQLite say what they mean and refuse the rest."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import BadInput
from kiosk.domain.period import Period, PeriodLength
from kiosk.domain.response import response_faults
from kiosk.domain.text import LANGUAGE_NAMES, LocalisedText, is_right_to_left
from tests.builders import SURVEY, response


@given(st.dates(), st.sampled_from(PeriodLength))
def test_period_reads_back_what_it_writes(day: date, length: PeriodLength) -> None:
    period = Period.containing(day, length)
    assert Period.parse(str(period)) == period
    assert period.first_day <= day <= period.last_day
    assert 0 <= (day - period.first_day).days < (7 if length is PeriodLength.WEEK else 1)


def test_week_at_new_year_belongs_to_the_iso_year() -> None:
    assert str(Period.containing(date(2027, 1, 1), PeriodLength.WEEK)) == "2026-W53"


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-W54", "2026-W00", "2026-13-01", "20261123", "2026-W٤٨", "2026-W48-1"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is not a period"):
        Period.parse(text)


def test_button_begins_with_a_capital_letter_in_every_language() -> None:
    text = LocalisedText({"pl": "źle / trudno powiedzieć", "uk": "їжа", "de": "98 %", "en": ""})
    assert text.capitalised().texts == {"pl": "Źle / trudno powiedzieć", "uk": "Їжа", "de": "98 %", "en": ""}


def test_missing_translation_falls_back_to_polish_and_says_so() -> None:
    text = LocalisedText({"pl": "Zgłoszenie", "en": ""})
    assert (text.in_language("en"), text.language_shown("en")) == ("Zgłoszenie", "pl")


@pytest.mark.parametrize("code", ["ar", "fa", "he", "ur", "yi"])
def test_languages_written_from_right_to_left_are_known(code: str) -> None:
    assert is_right_to_left(code)


def test_languages_of_the_program_are_written_from_left_to_right() -> None:
    assert not any(is_right_to_left(code) for code in [*LANGUAGE_NAMES, "", "a", "arn"])


@pytest.mark.parametrize(
    "identity",
    ["1", str(uuid.uuid1()), str(uuid.UUID(int=5)), str(uuid.uuid4()).upper()],
    ids=["no UUID", "of a time and a machine", "of no version", "in capitals"],
)
def test_only_random_ids_are_taken(identity: str) -> None:
    with pytest.raises(BadInput, match="random UUID"):
        response(identity=identity)


@pytest.mark.parametrize(
    "flags", [("burst",), ("Burst-1",), ("burst-1 x-2",), ("",), ("x-1", "burst-1"), ("x-1", "x-1")]
)
def test_only_ids_of_rules_are_flags_sorted_and_each_once(flags: tuple[str, ...]) -> None:
    with pytest.raises(BadInput, match="flag"):
        response(flags=flags)


def test_every_fault_of_a_response_is_named() -> None:
    faults = response_faults(SURVEY, {"ogolem": ("7",), "wynik": ("tak",), "powod": ("dok",), "nowe": ("1",)})
    assert len(faults) == 3
