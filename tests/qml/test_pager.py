"""Pages of text: nothing is lost, nothing is cut, no heading stands alone at the bottom."""

from __future__ import annotations

import random

import pytest

from kiosk.terminal.pager import page_starts
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


def test_a_block_higher_than_the_page_gets_its_own() -> None:
    assert page_starts([30, 300, 30], [False, False, False], 100) == [0, 1, 2]


def test_a_card_is_read_to_its_end_by_one_button(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    lobby.visitor.touch("group-regon")
    lobby.visitor.touch("card-REG-01")
    seen: set[str] = set()
    for _ in range(lobby.terminal.card.pager.pages):
        seen |= {str(item.property("text")) for item in items(lobby.visitor.window) if item.property("isShown")}
        if find(lobby.visitor.window, "nextPage").isEnabled():
            lobby.visitor.touch("nextPage")
    assert seen == {row["text"] for row in lobby.terminal.card.blocks.rows}
    assert not find(lobby.visitor.window, "nextPage").isEnabled()


def test_language_switch_stays_on_the_card_near_the_same_words(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    lobby.visitor.touch("group-regon")
    lobby.visitor.touch("card-REG-01")
    lobby.visitor.touch("nextPage")
    lobby.visitor.touch("nextPage")
    first = lobby.terminal.card.firstBlock
    lobby.visitor.touch("language-de")
    assert lobby.visitor.page == "card"
    assert lobby.terminal.card.firstBlock <= first <= lobby.terminal.card.lastBlock


def test_no_one_letter_word_ends_a_line_and_no_ending_is_torn_off() -> None:
    assert well_set("wizyty w Urzędzie") == "wizyty w\N{NO-BREAK SPACE}Urzędzie"
    assert well_set("zadowolona/-y") == "zadowolona/\N{NON-BREAKING HYPHEN}y"
    assert well_set("przez e-Doręczenia") == "przez e\N{NON-BREAKING HYPHEN}Doręczenia"
    assert well_set("REGON-Nummer") == "REGON\N{NON-BREAKING HYPHEN}Nummer"
    assert well_set("9-cyfrowy") == "9\N{NON-BREAKING HYPHEN}cyfrowy"
    assert well_set("art. 45") == "art.\N{NO-BREAK SPACE}45"
    assert well_set("Online-Formular") == "Online-Formular"


def test_a_time_limit_is_said_in_the_right_plural(lobby: Lobby) -> None:
    lobby.terminal.group.cardOpened.emit("REG-01")
    assert "Do 7 dni roboczych" in [str(row["text"]).replace("\xa0", " ") for row in lobby.terminal.card.facts.rows]
    lobby.visitor.touch("language-de")
    assert "Bis zu 7 Arbeitstage" in [str(row["text"]).replace("\xa0", " ") for row in lobby.terminal.card.facts.rows]
