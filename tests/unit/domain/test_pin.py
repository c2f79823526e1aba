"""What a PIN may be, and that no order of tries, restarts and clocks makes a wait shorter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import BadInput
from kiosk.domain.pin import FREE_TRIES, WAITS, Moment, Tries, refuse_weak_pin


@pytest.mark.parametrize(
    ("pin", "reason"),
    [
        ("", "digits only"),
        ("12345", "too short"),
        ("1234567890123", "too long"),
        ("48291a", "digits only"),
        (" 482915", "digits only"),
        ("٤٨٢٩١٥", "digits only"),
        ("000000", "the same"),
        ("111111", "the same"),
        ("1234567", "count up or down"),
        ("123456", "count up or down"),
        ("654321", "count up or down"),
        ("789012", "count up or down"),
        ("246802", "count up or down"),
        ("121212", "two different"),
        ("122122", "two different"),
        ("483483", "repeats"),
        ("48294829", "repeats"),
        ("112233", "many people"),
        ("147258", "many people"),
    ],
)
def test_weak_pin_is_refused_with_the_reason(pin: str, reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        refuse_weak_pin(pin)


@pytest.mark.parametrize("pin", ["482915", "905172", "100203", "740116250893"])
def test_other_pins_are_taken(pin: str) -> None:
    refuse_weak_pin(pin)


def test_five_tries_are_free_and_then_waits_grow() -> None:
    now, tries, waits = Moment("a", 0.0), Tries(), []
    for _ in range(FREE_TRIES + 6):
        tries = tries.one_more(now)
        waits.append(tries.wait_left(now))
        now = Moment("a", now.seconds + waits[-1])
        assert tries.wait_left(now) == 0
    assert waits == [0, 0, 0, 0, 60, 300, 900, 3600, 3600, 3600, 3600]


def test_tries_left_are_told_before_the_first_wait() -> None:
    tries, left = Tries(), []
    for _ in range(6):
        left.append(tries.left)
        tries = tries.one_more(Moment("a", 0.0))
    assert left == [5, 4, 3, 2, 1, 1]


def test_a_reboot_begins_the_count_anew_from_what_the_machine_has_been_running() -> None:
    locked = Tries(FREE_TRIES, WAITS[0], Moment("a", 5000.0))
    assert locked.wait_left(Moment("b", 10.0)) == 50
    assert locked.wait_left(Moment("b", 60.0)) == 0


@given(
    st.lists(
        st.tuples(st.booleans(), st.floats(0, 4000)),  # whether the machine is switched off and on; then time passes
        min_size=1,
        max_size=30,
    )
)
def test_waiting_takes_at_least_as_long_as_it_must_however_often_the_machine_is_restarted(
    steps: list[tuple[bool, float]],
) -> None:
    """An attacker tries whenever allowed; between two tries the machine has run for the whole wait."""
    boot, seconds, run_since_try = 0, 0.0, 0.0
    tries, due = Tries(), 0.0
    for restarts, passing in steps:
        if restarts:
            boot, seconds = boot + 1, 0.0
        seconds += passing
        run_since_try += passing
        now = Moment(str(boot), seconds)
        if tries.wait_left(now) == 0:
            assert run_since_try >= due - 1e-6
            tries = tries.one_more(now)
            due, run_since_try = tries.wait_left(now), 0.0
            assert due == (0 if tries.failed < FREE_TRIES else WAITS[min(tries.failed - FREE_TRIES, 3)])


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_seconds_that_run_backwards_count_for_nothing(first: float, second: float) -> None:
    wait = Tries(FREE_TRIES, WAITS[0], Moment("a", max(first, second)))
    assert wait.wait_left(Moment("a", min(first, second))) == WAITS[0]
