"""Pages of text: nothing is lost, nothing is cut, no heading stands alone at the bottom."""

from __future__ import annotations

import random

import pytest

from kiosk.terminal.paging import highest_chain, page_starts, stretched
from kiosk.terminal.scenes import find, items
from kiosk.terminal.typography import well_set
from tests.qml.conftest import Lobby


@pytest.mark.parametrize("seed", range(200))
def test_pages_hold_every_block_once_and_never_more_than_fits(seed: int) -> None:
    chance = random.Random(seed)
    room = chance.uniform(50, 400)
    heights = [chance.uniform(1, room * 0.45) for _ in range(chance.randint(1, 60))]
    stays = [False] * len(heights)
    starts = page_starts(heights, stays, room)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    for start, end in zip(starts, [*starts[1:], len(heights)], strict=True):
        assert sum(heights[start:end]) <= room + 1e-6, f"seed {seed}"


def test_a_heading_goes_with_what_it_heads() -> None:
    assert page_starts([30, 30, 30, 30], [False, False, True, False], 100) == [0, 2]


def test_a_heading_stands_alone_rather_than_cutting_what_it_heads() -> None:
    assert page_starts([50, 30, 90, 20], [False, True, False, False], 100) == [0, 1, 2, 3]


def test_rows_that_belong_together_are_measured_together() -> None:
    assert highest_chain([50, 30, 90, 20], [False, True, False, False], 5) == 125


def test_a_block_higher_than_the_page_gets_its_own() -> None:
    assert page_starts([30, 300, 30], [False, False, False], 100) == [0, 1, 2]


def test_spacing_counts_between_rows_only() -> None:
    assert page_starts([30, 30, 30], [False] * 3, 100, spacing=5) == [0]
    assert page_starts([30, 30, 30], [False] * 3, 98, spacing=5) == [0, 2]


@pytest.mark.parametrize("seed", range(50))
def test_spare_room_is_given_by_weight_up_to_the_limits_and_no_further(seed: int) -> None:
    chance = random.Random(seed)
    heights = [chance.uniform(1, 50) for _ in range(8)]
    weights = [chance.choice((0.0, 1.0, 2.0)) for _ in heights]
    limits = [height + chance.uniform(0, 60) for height in heights]
    spare = chance.uniform(0, 300)
    grown = stretched(heights, weights, limits, spare)
    for before, after, weight, limit in zip(heights, grown, weights, limits, strict=True):
        assert before <= after <= limit + 1e-6, f"seed {seed}"
        assert weight or before == after
    capacity = sum(limit - height for height, weight, limit in zip(heights, weights, limits, strict=True) if weight)
    assert sum(grown) - sum(heights) == pytest.approx(min(spare, capacity), abs=1)


def open_first_card(lobby: Lobby) -> None:
    for name in ("catalogue", "group-regon", "card-REG-01"):
        lobby.visitor.touch(name)


def blocks_in_sight(lobby: Lobby) -> list[str]:
    return [
        str(item.property("text"))
        for item in items(lobby.visitor.window)
        if item.property("staysWithNext") is not None and item.property("mark") is not None and item.isVisible()
    ]


def test_a_card_is_read_to_its_end_by_one_button(lobby: Lobby) -> None:
    open_first_card(lobby)
    seen = blocks_in_sight(lobby)
    while find(lobby.visitor.window, "nextPage").isEnabled():
        lobby.visitor.touch("nextPage")
        seen += blocks_in_sight(lobby)
    assert seen == [row["text"] for row in lobby.terminal.card.blocks.rows]


def test_another_card_begins_on_its_first_page(lobby: Lobby) -> None:
    open_first_card(lobby)
    lobby.visitor.touch("nextPage")
    lobby.visitor.touch("back")
    lobby.visitor.touch("card-REG-02")
    assert blocks_in_sight(lobby)[0] == lobby.terminal.card.blocks.rows[0]["text"]


@pytest.mark.parametrize("button", ["textSize", "lower"])
def test_what_is_read_stays_in_sight_when_the_screen_changes(lobby: Lobby, button: str) -> None:
    open_first_card(lobby)
    lobby.visitor.touch("nextPage")
    lobby.visitor.touch("nextPage")
    first = blocks_in_sight(lobby)[0]
    lobby.visitor.touch(button)
    assert first in blocks_in_sight(lobby)


def test_language_switch_stays_on_the_card_near_the_same_words(lobby: Lobby) -> None:
    open_first_card(lobby)
    lobby.visitor.touch("nextPage")
    rows = lobby.terminal.card.blocks.rows
    first = [row["text"] for row in rows].index(blocks_in_sight(lobby)[0])
    lobby.visitor.choose_language("de")
    assert lobby.visitor.page == "card"
    assert lobby.terminal.card.blocks.rows[first]["text"] in blocks_in_sight(lobby)


def test_no_one_letter_word_ends_a_line_and_no_ending_is_torn_off() -> None:
    assert well_set("wizyty w Urzędzie", "pl") == "wizyty w\N{NO-BREAK SPACE}Urzędzie"
    assert well_set("zadowolona/-y", "pl") == "zadowolona/\N{NON-BREAKING HYPHEN}y"
    assert well_set("przez e-Doręczenia", "pl") == "przez e\N{NON-BREAKING HYPHEN}Doręczenia"
    assert well_set("REGON-Nummer", "pl") == "REGON\N{NON-BREAKING HYPHEN}Nummer"
    assert well_set("9-cyfrowy", "pl") == "9\N{NON-BREAKING HYPHEN}cyfrowy"
    assert well_set("art. 45", "pl") == "art.\N{NO-BREAK SPACE}45"
    assert well_set("Online-Formular", "pl") == "Online-Formular"


def test_a_time_limit_is_said_in_the_right_plural(lobby: Lobby) -> None:
    lobby.terminal.group.cardOpened.emit("REG-01")
    assert "Do 7 dni roboczych" in [str(row["text"]).replace("\xa0", " ") for row in lobby.terminal.card.facts.rows]
    lobby.visitor.choose_language("de")
    assert "Bis zu 7 Arbeitstage" in [str(row["text"]).replace("\xa0", " ") for row in lobby.terminal.card.facts.rows]
