"""What the centre says of the time: a leap is believed when it is said again, and no word of it is lost."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.guarded_clock import MarkFile
from tests.integration.machine import START, Machine

DEAD = datetime(1970, 1, 1, tzinfo=UTC)


def test_a_centre_whose_clock_is_wrong_for_a_moment_moves_nothing(tmp_path: Path) -> None:
    machine = Machine()
    clock = machine.guarded(tmp_path)
    clock.look()
    later = timedelta(days=20 * 365)
    for _ in range(2):  # an agent asks twice within a contact
        clock.vouch(START + later)
        assert clock.now() == START
    machine.seconds += 900
    clock.vouch(START + timedelta(seconds=900))
    assert (clock.belief().is_certain, clock.earliest()) == (True, START + timedelta(seconds=900))
    clock.vouch(START + later)
    machine.seconds += 900
    clock.vouch(START + later * 2)
    assert clock.now() == START + timedelta(seconds=1800), "it says something else each time"


def test_a_centre_that_stays_with_it_is_right_and_against_the_network_never(tmp_path: Path) -> None:
    machine = Machine()
    clock = machine.guarded(tmp_path)
    clock.look()
    ahead = timedelta(days=500)
    for by_network in (True, False):
        machine.is_synchronised = by_network
        for _ in range(2):
            assert clock.now() == machine.clock.time
            clock.vouch(machine.clock.time + ahead)
            machine.seconds += 900
            machine.clock.time += timedelta(seconds=900)
    assert clock.now() == machine.clock.time + ahead
    for _ in range(2):  # and when it has been set right, it is heard in the same way
        assert clock.now() == machine.clock.time + ahead
        clock.vouch(machine.clock.time)
        machine.seconds += 900
        machine.clock.time += timedelta(seconds=900)
    assert clock.now() == machine.clock.time


def test_the_centres_word_waits_for_another_process_that_writes(tmp_path: Path) -> None:
    machine = Machine(DEAD)
    terminal, agent = machine.guarded(tmp_path), machine.guarded(tmp_path)
    terminal.look()
    agent.look()
    taken, written = threading.Event(), threading.Event()

    def writes() -> None:
        with MarkFile(tmp_path)._alone(1):
            taken.set()
            written.wait(0.1)

    other = threading.Thread(target=writes)
    other.start()
    taken.wait()
    agent.vouch(START)
    other.join()
    terminal.look()
    assert terminal.now() == START
