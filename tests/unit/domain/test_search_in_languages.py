"""A word is looked for in the language of the desk first, in others only where no card there has all the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from kiosk.domain.search.in_languages import Found, found_in_languages
from kiosk.domain.search.index import Match
from tests.unit.domain.test_search import EMPTY

ALL, SOME = (Match(EMPTY, is_complete=True),), (Match(EMPTY, is_complete=False),)


@pytest.mark.parametrize(
    ("there", "found", "asked"),
    [
        ({"pl": ALL, "en": ALL}, Found("pl", ALL), ["pl"]),
        ({"pl": (), "en": ALL, "uk": ALL}, Found("en", ALL), ["pl", "en"]),
        ({"pl": SOME, "en": SOME, "uk": ALL}, Found("uk", ALL), ["pl", "en", "uk"]),
        ({"pl": SOME, "en": SOME, "uk": ()}, Found("pl", SOME), ["pl", "en", "uk"]),
        ({"pl": SOME, "en": None, "uk": ALL}, Found("uk", ALL), ["pl", "en", "uk"]),
        ({"pl": (), "en": None, "uk": ()}, Found("pl"), ["pl", "en", "uk"]),
        ({"pl": None, "en": ALL}, Found("pl", is_ready=False), ["pl"]),
    ],
)
def test_other_languages_are_asked_only_where_the_first_has_no_card_with_all_words(
    there: Mapping[str, Sequence[Match] | None], found: Found, asked: list[str]
) -> None:
    languages: list[str] = []

    def find(language: str) -> Sequence[Match] | None:
        languages.append(language)
        return there[language]

    assert found_in_languages(find, "pl", ("en", "uk")) == found
    assert languages == asked


def test_some_words_are_not_all() -> None:
    assert [Found("pl", matches).is_complete for matches in (ALL, SOME, ())] == [True, False, True]
