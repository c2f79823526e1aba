"""What the site says itself: complete in every language, dates, money and hours as each language has them."""

from __future__ import annotations

import re
from datetime import date, time

import pytest

from kiosk.commands.places import resources
from kiosk.domain.card import ChannelKind, Client, Deadline, DeadlineUnit, Fee
from kiosk.domain.office import OpeningHours
from kiosk.domain.text import LANGUAGE_NAMES
from kiosk.publish.site_manifest import Change
from kiosk.publish.site_words import Words
from tests.builders import text

WORDS = {language: Words.read(resources(), language) for language in LANGUAGE_NAMES}
FIELD = re.compile(r"\{\w+\}")


def plain(found: str) -> str:
    return found.replace("\N{NO-BREAK SPACE}", " ")


def test_every_language_has_every_word_with_the_same_fields() -> None:
    polish = WORDS["pl"]
    for words in WORDS.values():
        assert set(words.texts) == set(polish.texts)
        assert all(words.texts.values())
        for key, found in words.texts.items():
            assert sorted(FIELD.findall(found)) == sorted(FIELD.findall(polish[key])), key
        assert {name: len(found) for name, found in words.lists.items()} == {"months": 12, "weekdays": 7}


def test_every_word_that_a_template_or_a_card_asks_for_is_there() -> None:
    templates = (resources() / "site" / "templates").glob("*.html")
    asked = {key for file in templates for key in re.findall(r"\bw\.([a-z_]+)\b(?!\()", file.read_text("utf-8"))}
    asked |= {f"how_{kind}" for kind in ChannelKind} | {f"client_{client}" for client in Client}
    asked |= {f"kind_{change}" for change in Change}
    assert len(asked) > 60
    assert asked - set(WORDS["pl"].texts) == set()


@pytest.mark.parametrize(
    ("language", "day"),
    [("pl", "3 marca 2026 r."), ("en", "3 March 2026"), ("uk", "3 березня 2026 р."), ("de", "3. März 2026")],
)
def test_days_are_written_as_the_language_has_them(language: str, day: str) -> None:
    assert plain(WORDS[language].day(date(2026, 3, 3))) == day


@pytest.mark.parametrize(
    ("language", "amount", "written"),
    [
        ("pl", 1700, "17 zł"),
        ("en", 1700, "PLN 17"),
        ("pl", 1705, "17,05 zł"),
        ("en", 50, "PLN 0.50"),
        ("de", 50, "0,50 PLN"),
        ("uk", 0, "безкоштовно"),
        ("pl", None, "kwota zależy od sprawy"),
    ],
)
def test_money(language: str, amount: int | None, written: str) -> None:
    assert plain(WORDS[language].amount(Fee(text("Wpis"), amount))) == written


@pytest.mark.parametrize(
    ("amounts", "written"),
    [
        ((0,), "bezpłatnie"),
        ((1700, 1700), "17 zł"),
        ((0, 1700), "bezpłatnie lub 17 zł"),
        ((0, 1700, 500), "bezpłatnie lub odpłatnie"),
        ((0, None), "bezpłatnie lub odpłatnie"),
        ((1700, 500), "zależy od sprawy"),
    ],
)
def test_what_is_partly_free_says_both(amounts: tuple[int | None, ...], written: str) -> None:
    assert plain(WORDS["pl"].amounts(tuple(Fee(text("Wpis"), amount) for amount in amounts))) == written


@pytest.mark.parametrize(
    ("language", "unit", "number", "written"),
    [
        ("pl", DeadlineUnit.DAYS, 1, "do 1 dnia"),
        ("pl", DeadlineUnit.WORKING_DAYS, 21, "do 21 dni roboczych"),
        ("uk", DeadlineUnit.DAYS, 21, "до 21 дня"),
        ("uk", DeadlineUnit.DAYS, 11, "до 11 днів"),
        ("de", DeadlineUnit.MONTHS, 2, "bis zu 2 Monate"),
        ("en", DeadlineUnit.AT_ONCE, 0, "at once"),
    ],
)
def test_deadlines(language: str, unit: DeadlineUnit, number: int, written: str) -> None:
    assert plain(WORDS[language].briefly(Deadline(text("termin"), unit, number))) == written


def test_neighbouring_days_with_the_same_hours_stand_together() -> None:
    hours = [OpeningHours(day, time(7), time(15)) for day in (2, 3, 5)] + [OpeningHours(1, time(7), time(18, 30))]
    assert WORDS["pl"].week(tuple(hours)) == [
        ("poniedziałek", "7:00–18:30"),
        ("wtorek–środa", "7:00–15:00"),
        ("piątek", "7:00–15:00"),
    ]
