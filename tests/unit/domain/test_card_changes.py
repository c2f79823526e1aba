"""What changed between two versions of a card is told completely, and nothing that did not change is."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.card import Card, CardStatus, Client, Deadline, DeadlineUnit, Fee, SignVideo
from kiosk.domain.card_changes import Change, ChangeKind, card_changes
from kiosk.domain.text import LocalisedText
from kiosk.domain.word_changes import word_changes
from tests.builders import text
from tests.unit.domain.test_search import EMPTY

STEPS = tuple(map(text, ("Wypełnij formularz RG-OP.", "Podpisz go.", "Złóż go w urzędzie.")))
CARD = replace(EMPTY, steps=STEPS)
SENTENCES = st.lists(st.sampled_from("abcdef"), max_size=4).map(lambda words: text(" ".join(words) or "-"))
LISTS = st.lists(SENTENCES, max_size=7).map(tuple)


def of_steps(before: tuple[LocalisedText, ...], after: tuple[LocalisedText, ...]) -> tuple[Change, ...]:
    return card_changes(replace(CARD, steps=before), replace(CARD, steps=after))


def other_value(card: Card, name: str) -> Any:
    """A value of this field that is not the present one."""
    value = getattr(card, name)
    others = {
        "status": CardStatus.DRAFT,
        "clients": (Client.COMPANY,),
        "sign_video": SignVideo("media/a.mp4", text("Dzień dobry")),
        "recordings": {"pl": "media/a.wav"},
        "not_applicable": {"c": text("Bez podpisu")},
        "client_deadline": Deadline(text("14 dni"), DeadlineUnit.DAYS, 14),
        "office_deadline": Deadline(text("7 dni"), DeadlineUnit.DAYS, 7),
    }
    if name in others:
        return others[name]
    match value:
        case int():
            return value + 1
        case date():
            return date(2020, 2, 29)
        case str():
            return value + "x"
        case tuple():
            return (*value, text("nowe"))
        case _:
            return text("inaczej")


@pytest.mark.parametrize("name", [field.name for field in fields(Card)])
def test_every_field_is_compared(name: str) -> None:
    changed = replace(CARD, **{name: other_value(CARD, name)})
    assert {change.field for change in card_changes(CARD, changed)} == {name}


def test_card_that_is_the_same_has_no_changes() -> None:
    assert card_changes(CARD, replace(CARD)) == ()


def test_item_that_was_edited_is_matched_with_itself_and_the_new_one_is_new() -> None:
    edited = text("Wypełnij formularz RG-OP albo RG-OF.")
    added = text("Zapłać.")
    assert of_steps(STEPS, (edited, added, *STEPS[1:])) == (
        Change("steps", ChangeKind.CHANGED, 0, STEPS[0], edited),
        Change("steps", ChangeKind.NEW, 1, None, added),
    )


def test_item_that_is_gone_stands_before_the_next_one_that_is_left() -> None:
    assert of_steps(STEPS, (STEPS[0], STEPS[2])) == (Change("steps", ChangeKind.REMOVED, 1, STEPS[1], None),)
    assert of_steps(STEPS, STEPS[:2]) == (Change("steps", ChangeKind.REMOVED, 2, STEPS[2], None),)
    assert [change.place for change in of_steps(STEPS, ())] == [0, 0, 0]


def test_item_that_changed_its_place_is_moved_and_neither_new_nor_gone() -> None:
    changes = of_steps(STEPS, (STEPS[1], STEPS[2], STEPS[0]))
    assert changes == (Change("steps", ChangeKind.MOVED, 2, STEPS[0], STEPS[0]),)


def test_change_of_one_translation_is_a_change() -> None:
    before, after = (LocalisedText({"pl": "Opłata", "de": german}) for german in ("Gebuehr", "Gebühr"))
    [change] = card_changes(replace(CARD, summary=before), replace(CARD, summary=after))
    assert (change.field, change.kind) == ("summary", ChangeKind.CHANGED)


def test_field_that_is_filled_in_is_new_and_one_that_is_emptied_is_gone() -> None:
    filled = replace(CARD, internal_notes="Pytać o KRS.", no_reply=text("Ponaglenie."))
    assert [change.kind for change in card_changes(CARD, filled)] == [ChangeKind.NEW, ChangeKind.NEW]
    assert [change.kind for change in card_changes(filled, CARD)] == [ChangeKind.REMOVED, ChangeKind.REMOVED]


def test_fee_that_costs_something_else_is_the_same_fee() -> None:
    dear, cheap = (Fee(text("Zaświadczenie"), amount) for amount in (1700, 0))
    [change] = card_changes(replace(CARD, fees=(dear,)), replace(CARD, fees=(cheap,)))
    assert (change.kind, change.before, change.after) == (ChangeKind.CHANGED, dear, cheap)


@given(LISTS, LISTS)
def test_changes_lead_from_one_list_to_the_other(
    before: tuple[LocalisedText, ...], after: tuple[LocalisedText, ...]
) -> None:
    changes = of_steps(before, after)
    told = {change.place: change for change in changes if change.kind is not ChangeKind.REMOVED}
    stayed = [item for place, item in enumerate(after) if place not in told]
    was = stayed + [change.before for change in changes if change.before is not None]
    assert Counter(map(str, was)) == Counter(map(str, before))
    assert all(after[place] == change.after for place, change in told.items())
    in_order = iter(before)
    assert all(item in in_order for item in stayed)
    assert not changes or before != after


@given(LISTS)
def test_nothing_changed_gives_no_changes(items: tuple[LocalisedText, ...]) -> None:
    assert of_steps(items, tuple(items)) == ()


def test_words_that_changed_are_told_and_those_that_stay_are_not() -> None:
    before, after = "Złóż wniosek w ciągu 7 dni od zmiany.", "Złóż wniosek w ciągu 14 dni roboczych od zmiany."
    gone, new = word_changes(before, after)
    assert [before[first:end] for first, end in gone] == ["7"]
    assert [after[first:end] for first, end in new] == ["14", "roboczych"]


def test_texts_without_anything_in_common_have_no_marked_words() -> None:
    assert word_changes("Zupełnie co innego", "Nie ma nic wspólnego") == ((), ())


@given(st.text(max_size=40), st.text(max_size=40))
def test_what_is_not_marked_is_the_same_on_both_sides(before: str, after: str) -> None:
    gone, new = word_changes(before, after)
    if gone or new:
        assert _without(before, gone) == _without(after, new)


def _without(words: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    for first, end in reversed(spans):
        words = words[:first] + " " + words[end:]
    return words.split()
