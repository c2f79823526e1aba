"""The pack of Poznań is faultless and holds what a visitor needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.content.reader import read_pack
from kiosk.domain.pack import Pack
from kiosk.domain.questionnaire import QuestionKind
from tests.unit.content.test_schemas import complaints

POZNAN = Path(__file__).parents[3] / "resources" / "offices" / "poznan"
SCHEMA_OF = {"urzad.yaml": "urzad", "katalog.yaml": "katalog", "karty": "karta", "ankiety": "ankieta"}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(POZNAN)


def test_every_group_has_cards(pack: Pack) -> None:
    assert {group.id for group in pack.catalogue.groups} == {card.group for card in pack.catalogue.cards}


def test_questionnaire_starts_with_one_tap_and_ends_with_comments(pack: Pack) -> None:
    questions = pack.questionnaire.questions

    assert questions[0].key == "ogolem"
    assert questions[-1].kind is QuestionKind.TEXT
    assert sum(question.show_if is not None for question in questions) == 5


def test_places_are_the_seat_and_four_branches(pack: Pack) -> None:
    assert [place.town for place in pack.office.places] == ["Poznań", "Kalisz", "Konin", "Leszno", "Piła"]
    assert all(place.to_confirm for place in pack.office.places), "Monday hours are not confirmed"


@pytest.mark.parametrize("path", sorted(POZNAN.rglob("*.yaml")), ids=lambda path: path.stem)
def test_file_names_the_schema_that_editors_check_it_by_and_fits_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", text.splitlines()[0])
    kind = path.relative_to(POZNAN).parts[0]

    assert named is not None
    assert (path.parent / named[1]).resolve() == POZNAN.parent / "schema" / f"{SCHEMA_OF[kind]}.json"
    assert complaints(f"{SCHEMA_OF[kind]}.json", text) == []
