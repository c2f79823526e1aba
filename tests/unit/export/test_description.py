"""A release is told in four languages, with what its maker knows put in and nothing left open."""

from __future__ import annotations

from dataclasses import fields

import pytest

from kiosk.domain.questionnaire import Questionnaire
from kiosk.domain.response import Channel
from kiosk.domain.text import LocalisedText
from kiosk.export import description_words
from kiosk.export.description import ReleaseDescription, filled
from tests.builders import SURVEY
from tests.unit.export.releases import LANGUAGES, OFFICE, described, facts

DESCRIPTION, _ = described((SURVEY,))


def texts_of(description: ReleaseDescription) -> list[LocalisedText]:
    values = [getattr(description, field.name) for field in fields(description)]
    return [
        one
        for value in values
        for one in (value if isinstance(value, tuple) else (value,))
        if isinstance(one, LocalisedText) and one not in (OFFICE, description.place)
    ]


def standing_words() -> dict[str, LocalisedText]:
    found: dict[str, LocalisedText] = {}
    for name, value in vars(description_words).items():
        if isinstance(value, LocalisedText):
            found[name] = value
        elif name == "RULES":
            found |= {f"{name}[{place}]": one for place, one in enumerate(value)}
        elif name == "MODES":
            found |= {f"{name}[{channel}]": one for channel, one in value.items()}
    return found


@pytest.mark.parametrize(("name", "text"), standing_words().items())
def test_every_sentence_is_there_in_every_language_with_the_same_blanks(name: str, text: LocalisedText) -> None:
    assert tuple(text.texts) == LANGUAGES
    blanks = {language: sorted(_blanks(words)) for language, words in text.texts.items()}
    assert all(found == blanks["pl"] for found in blanks.values()), blanks
    if name != "TITLE":
        assert len(set(text.texts.values())) == len(LANGUAGES)


def _blanks(words: str) -> list[str]:
    return [part.split("}")[0] for part in words.split("{")[1:]]


def test_no_blank_is_left_and_the_facts_are_put_in() -> None:
    assert len(texts_of(DESCRIPTION)) > 12
    for text in texts_of(DESCRIPTION):
        assert not any("{" in words or "}" in words for words in text.texts.values())
    for language in LANGUAGES:
        abstract = DESCRIPTION.abstract.texts[language]
        assert all(word in abstract for word in ("1234", "2026-09-28", "2026-10-25", "Ankieta"))
        assert " 5 " in DESCRIPTION.rules[1].texts[language]
    assert DESCRIPTION.title.texts["en"] == "Ankieta – Test Office in Łęczyca, 2026-09-28 – 2026-10-25"


def test_release_of_many_offices_is_named_by_its_place() -> None:
    many = ReleaseDescription.of(facts(offices=(OFFICE, OFFICE)), SURVEY)
    assert many.title.texts["de"] == "Ankieta – Łęczyca und Umgebung, 2026-09-28 – 2026-10-25"
    assert len(many.producers) == 2


def test_only_the_ways_of_collecting_that_were_used_are_told() -> None:
    paper = ReleaseDescription.of(facts(channels=(Channel.PAPER,)), SURVEY)
    assert paper.modes == (description_words.MODES[Channel.PAPER],)


def test_braces_in_a_title_are_text() -> None:
    odd = Questionnaire("a", 1, LocalisedText({"pl": "{first} {0} }{"}), SURVEY.intro, SURVEY.thanks, SURVEY.questions)
    assert "{first} {0} }{" in ReleaseDescription.of(facts(), odd).abstract.texts["pl"]


def test_files_are_data_or_documents() -> None:
    assert [one.name for one in DESCRIPTION.data_files] == ["dane.csv", "dane.sav", "dane.parquet"]
    assert [one.name for one in DESCRIPTION.documents] == ["ankieta.xlsx"]


def test_field_without_a_translation_is_polish() -> None:
    told = filled(LocalisedText({"pl": "a {x}", "en": "b {x}"}), {"x": LocalisedText({"pl": "ż"})})
    assert told.texts == {"pl": "a ż", "en": "b ż"}
