"""The knock opens for whoever knows it, and for nothing that visitors, children or a leaning palm do."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.terminal.knocking import CORNER, LONGEST_PAUSE, LONGEST_STAY, SHORTEST_PAUSE, SHORTEST_STAY, Knock
from kiosk.terminal.signs import Place

WIDTH = 268.0
LEFT, RIGHT = (8.0, 8.0), (WIDTH - 8.0, 8.0)
TAPS = (LEFT, RIGHT, LEFT, RIGHT)


def opens(*touches: tuple[Place, float], pause: float = 0.5) -> bool:
    """Touches of some seconds, one after another; whether any of them opens."""
    knock, now, opened = Knock(WIDTH), 100.0, False
    for place, stays in touches:
        knock.land(place, now)
        now += stays
        opened = knock.lift(place, now) or opened
        now += pause
    return opened


def whole(stays: float = 3.0) -> list[tuple[Place, float]]:
    return [*((place, 0.2) for place in TAPS), (LEFT, stays)]


def test_the_knock_opens() -> None:
    assert opens(*whole())
    assert opens(*whole(SHORTEST_STAY))
    assert opens((RIGHT, 0.2), (LEFT, 0.2), *whole()), "what came before does not matter"


def test_a_knock_can_be_made_anew_at_once() -> None:
    assert opens(*whole()[:3], *whole())


def test_each_step_is_needed() -> None:
    for missing in range(5):
        assert not opens(*[touch for number, touch in enumerate(whole()) if number != missing])


def test_the_last_touch_must_stay_and_must_not_lie_there() -> None:
    assert not opens(*whole(SHORTEST_STAY - 0.1))
    assert not opens(*whole(LONGEST_STAY + 0.1))


def test_too_fast_and_too_slow_is_no_knock() -> None:
    assert not opens(*whole(), pause=SHORTEST_PAUSE - 0.05)
    assert not opens(*whole(), pause=LONGEST_PAUSE + 0.1)


def test_a_second_finger_breaks_it_off() -> None:
    knock, now = Knock(WIDTH), 0.0
    for place in TAPS:
        knock.land(place, now)
        knock.lift(place, now + 0.2)
        now += 0.7
    knock.land(LEFT, now)
    knock.break_off()  # another finger has landed
    assert not knock.lift(LEFT, now + 3)


def test_a_swipe_from_one_corner_to_the_other_is_no_tap() -> None:
    knock = Knock(WIDTH)
    knock.land(LEFT, 0.0)
    assert not knock.lift(RIGHT, 0.3)
    assert knock._done == 0


places = st.tuples(st.floats(0, WIDTH), st.floats(0, 470))
corners = st.sampled_from([LEFT, RIGHT])


touches = st.tuples(st.one_of(places, corners), st.floats(0, 1.9)).map(lambda touch: [touch])
nearly = st.floats(0, 1.9).map(whole)


@given(st.lists(st.one_of(touches, nearly), max_size=12), st.floats(0, 5))
def test_short_touches_never_open(runs: list[list[tuple[Place, float]]], pause: float) -> None:
    """Children who drum on the corners, even in the right order: none of it stays."""
    assert not opens(*(touch for run in runs for touch in run), pause=pause)


@given(st.lists(st.tuples(places, st.floats(0, 10)), max_size=40), st.floats(0, 5))
def test_one_place_never_opens(touches: list[tuple[Place, float]], pause: float) -> None:
    """A palm that leans, slips and leans again around one corner."""
    near = [((place[0] % (2 * CORNER), place[1] % (2 * CORNER)), stays) for place, stays in touches]
    assert not opens(*near, pause=pause)


@given(st.lists(st.tuples(st.one_of(places, corners), st.floats(0, 10)), max_size=30), st.floats(0, 5))
def test_nothing_opens_but_the_knock(touches: list[tuple[Place, float]], pause: float) -> None:
    """Where it opens, the last five touches are the knock."""
    knock, now, ends = Knock(WIDTH), 0.0, []
    for place, stays in touches:
        knock.land(place, now)
        now += stays
        ends.append(knock.lift(place, now))
        now += pause
    for number, is_end in enumerate(ends):
        if is_end:
            last = touches[number - 4 : number + 1]
            assert len(last) == 5
            assert [place[0] < WIDTH / 2 for place, _ in last] == [True, False, True, False, True]
            assert all(place[1] <= CORNER for place, _ in last)
            assert all(stays <= 1 for _, stays in last[:4])
            assert last[4][1] + 1e-9 >= SHORTEST_STAY
            assert all(pause + 1e-9 >= SHORTEST_PAUSE for _ in pairwise(last))
