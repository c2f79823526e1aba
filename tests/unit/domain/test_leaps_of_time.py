"""When the centre's word is a leap, and how long it counts."""

from __future__ import annotations

from datetime import timedelta

from kiosk.domain.believed_time import is_leap, set_right
from tests.unit.domain.test_believed_time import DEAD, RELEASED, Machine


def test_what_the_centre_said_once_counts_no_more_when_a_person_has_spoken() -> None:
    machine = Machine()
    machine.hears()
    assert machine.mark is not None
    assert machine.mark.heard is not None
    machine.mark = set_right(machine.reading, RELEASED)
    assert machine.mark is not None
    assert machine.mark.heard is None


def test_what_the_centre_said_is_remembered_at_every_later_look() -> None:
    machine = Machine()
    machine.hears()
    assert machine.mark is not None
    heard = machine.mark.heard
    for _ in range(3):
        machine.look()
        machine.is_off(timedelta(days=1))
    assert machine.mark.heard == heard is not None


def test_a_word_far_from_what_nobody_doubts_is_a_leap() -> None:
    machine = Machine()
    machine.look()
    for away, leaps in ((timedelta(days=399), False), (timedelta(days=401), True)):
        assert is_leap(machine.reading, machine.mark, machine.truth + away, RELEASED) is leaps
    machine.shows(DEAD)
    assert not is_leap(machine.reading, machine.mark, machine.truth + timedelta(days=900), RELEASED)
    machine.hears()
    assert is_leap(machine.reading, machine.mark, machine.truth + timedelta(days=900), RELEASED)
