"""A card is due when the law that it describes is older than the office allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.card import CardStatus
from kiosk.domain.review import in_review_order, is_overdue, months_before
from tests.unit.domain.test_search import EMPTY

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("legal_state", "months", "is_due"),
    [
        (date(2024, 11, 28), 24, False),
        (date(2024, 11, 27), 24, True),
        (date(2026, 10, 1), 1, True),
        (date(2026, 10, 28), 1, False),
        (date(2030, 1, 1), 24, False),
    ],
)
def test_limit_is_counted_in_months_from_the_legal_state(legal_state: date, months: int, is_due: bool) -> None:  # noqa: FBT001
    assert is_overdue(replace(EMPTY, legal_state=legal_state), TODAY, months) is is_due


def test_text_that_has_not_changed_for_long_is_not_due_if_its_law_was_checked() -> None:
    assert not is_overdue(replace(EMPTY, legal_state=TODAY, modified=date(2010, 1, 1)), TODAY)


def test_withdrawn_cards_are_never_due_and_drafts_are() -> None:
    old = replace(EMPTY, legal_state=date(2001, 1, 1))
    due = [status for status in CardStatus if is_overdue(replace(old, status=status), TODAY)]
    assert due == [CardStatus.DRAFT, CardStatus.TO_APPROVE, CardStatus.IN_FORCE]


def test_review_begins_with_the_oldest_law_and_keeps_the_order_of_equals() -> None:
    years = [2024, 2019, 2024, 2001]
    cards = [replace(EMPTY, code=str(place), legal_state=date(year, 1, 1)) for place, year in enumerate(years)]
    assert [card.code for card in in_review_order(cards)] == ["3", "1", "0", "2"]


def test_months_end_where_they_end() -> None:
    assert months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert months_before(date(2024, 3, 31), 1) == date(2024, 2, 29)
    assert months_before(date(2026, 1, 1), 1) == date(2025, 12, 1)
    assert months_before(date(2026, 12, 31), 12) == date(2025, 12, 31)
