"""An office without a network: parcels on a stick, receipts back; late, repeated, and after mishaps at either end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.errors import BadInput
from sync.agent.carrying import FILE_ROAD
from sync.agent.trouble import Rejected
from sync.central.store import Ruling
from sync.protocol import Parcel, TerminalKey, compress, write_parcel
from tests.integration.sync.carried import accept, carry, carrying, join, receipt_of
from tests.integration.sync.office import Office
from tests.integration.sync.terminal import AgentTerminal, SeededChance, copy_folder, enrolled


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where parcels lie."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "parcel"


@pytest.fixture
def terminal(office: Office, tmp_path: Path) -> Iterator[AgentTerminal]:
    with AgentTerminal.open(tmp_path / "t", None, office.clock) as one:
        yield one


def test_office_without_a_network_enrols_sends_and_learns_what_has_arrived(
    office: Office, terminal: AgentTerminal, stick: Path
) -> None:
    given = terminal.answer(7)
    join(office, terminal, stick)
    assert (terminal.road.office, terminal.road.central) == ("gniezno", FILE_ROAD)

    assert carrying(terminal).take(stick) == 1
    accepted = accept(office, stick)
    assert (accepted.ruling, accepted.batches, accepted.head.n) == (Ruling.NEW, 1, 1)
    assert terminal.road.acknowledged == 0
    carried = carrying(terminal).receive(receipt_of(stick))

    assert carried.head == accepted.head
    assert terminal.road.acknowledged == 1
    assert terminal.road.last_upload is not None
    assert sorted(office.ids()) == sorted(one.id for one in given)
    stick.unlink()
    assert carrying(terminal).take(stick) == 0
    assert not stick.exists()


def test_same_parcel_twice_and_the_network_between_change_nothing(office: Office, tmp_path: Path, stick: Path) -> None:
    with enrolled(office, tmp_path / "online") as terminal:
        terminal.answer(5)
        carrying(terminal).take(stick)
        assert terminal.once().acknowledged == 1
        again = [accept(office, stick) for _ in range(2)]
        assert {one.ruling for one in again} == {Ruling.SAME}
        carrying(terminal).receive(receipt_of(stick))
        terminal.answer(5)
        assert terminal.once().acknowledged == 1
        assert len(office.ids()) == 10


def test_hundred_and_twenty_batches_go_in_one_parcel(office: Office, terminal: AgentTerminal, stick: Path) -> None:
    join(office, terminal, stick)
    for _ in range(120):
        terminal.answer(5)
        terminal.sealing().seal(terminal.road)

    assert carrying(terminal).take(stick) == 120
    assert accept(office, stick).batches == 120
    carrying(terminal).receive(receipt_of(stick))

    assert terminal.road.acknowledged == 120
    assert len(office.ids()) == 600


def test_centre_that_was_put_back_is_filled_up_by_stick(office: Office, terminal: AgentTerminal, stick: Path) -> None:
    join(office, terminal, stick)
    terminal.answer(5)
    carry(office, terminal, stick)
    forget_everything(office)
    terminal.answer(5)

    assert carrying(terminal).take(stick) == 1
    assert accept(office, stick).ruling is Ruling.GAP
    carrying(terminal).receive(receipt_of(stick))
    assert carrying(terminal).take(stick) == 2
    accept(office, stick)

    assert len(office.ids()) == 10


def test_centre_set_back_further_than_batches_are_held_gets_everything_that_the_terminal_has(
    office: Office, terminal: AgentTerminal, stick: Path
) -> None:
    join(office, terminal, stick)
    terminal.answer(5)
    carry(office, terminal, stick)
    terminal.store.outbox.prune(office.clock.now().date() + timedelta(days=1))
    forget_everything(office)
    for _ in range(3):
        terminal.answer(5)
        carry(office, terminal, stick)

    assert len(office.ids()) == 20
    assert terminal.store.bookkeeping.books().acknowledged == 20


def test_receipt_from_the_bottom_of_a_drawer_strands_nothing(
    office: Office, terminal: AgentTerminal, stick: Path
) -> None:
    join(office, terminal, stick)
    for _ in range(3):
        terminal.answer(5)
        carrying(terminal).take(stick)
        accept(office, stick)
        if terminal.road.acknowledged == 0:
            first = receipt_of(stick).read_bytes()
        carrying(terminal).receive(receipt_of(stick))
    terminal.store.outbox.prune(office.clock.now().date() + timedelta(days=1))
    receipt_of(stick).write_bytes(first)

    carrying(terminal).receive(receipt_of(stick))
    terminal.answer(5)
    carrying(terminal).take(stick)
    accept(office, stick)

    assert len(office.ids()) == 20


@pytest.mark.parametrize("harm", ["UPDATE batches SET prev = 'x' WHERE n = 2", "UPDATE road SET epoch = ''"])
def test_damaged_terminal_without_a_network_begins_anew_and_goes_on(
    office: Office, terminal: AgentTerminal, stick: Path, harm: str
) -> None:
    join(office, terminal, stick)
    for _ in range(3):
        terminal.answer(5)
        terminal.sealing().seal(terminal.road)
    if "road" in harm:
        terminal.store.road.write(replace(terminal.road, epoch=""))
    else:
        with terminal.store._engines.write.begin() as connection:
            connection.exec_driver_sql(harm)

    carrying(terminal).take(stick)
    assert accept(office, stick).ruling is Ruling.NEW
    carrying(terminal).receive(receipt_of(stick))
    if terminal.store.outbox.waiting():
        carrying(terminal).take(stick)
        accept(office, stick)

    assert len(office.ids()) == 15


def test_batches_before_a_bad_one_are_taken_and_told(office: Office, terminal: AgentTerminal, stick: Path) -> None:
    join(office, terminal, stick)
    road, key = terminal.road, TerminalKey(terminal.road.private_key)
    terminal.answer(5)
    terminal.sealing().seal(road)
    good = terminal.store.outbox.last(road.epoch)
    assert good is not None
    with stick.open("wb") as file:
        parcel = Parcel(public_key=key.public, terminal=road.terminal, epoch=road.epoch)
        write_parcel(file, parcel, iter([compress(good.body or b""), b"rubbish"]), key)

    accepted = accept(office, stick)

    assert accepted.fault
    assert accepted.batches == 1
    carrying(terminal).receive(receipt_of(stick))
    assert terminal.road.acknowledged == 1


def test_clone_begins_a_new_epoch_at_its_receipt(office: Office, tmp_path: Path, stick: Path) -> None:
    with AgentTerminal.open(tmp_path / "t", None, office.clock) as terminal:
        join(office, terminal, stick)
    copy_folder(tmp_path / "t", tmp_path / "clone")
    for seed, name in enumerate(("t", "clone"), 2):
        with AgentTerminal.open(tmp_path / name, None, office.clock) as terminal:
            terminal.chance = SeededChance(seed)
            terminal.answer(5)
            for _ in range(2):
                if carrying(terminal).take(stick):
                    accept(office, stick)
                    carrying(terminal).receive(receipt_of(stick))

    assert len(office.ids()) == 10


def test_agent_of_such_an_office_does_not_look_for_a_network(
    office: Office, terminal: AgentTerminal, stick: Path
) -> None:
    join(office, terminal, stick)
    with pytest.raises(Rejected, match="kiosk-sync take"):
        terminal.once()


def test_terminal_that_is_not_enrolled_says_how(terminal: AgentTerminal, stick: Path) -> None:
    with pytest.raises(BadInput, match="--code"):
        carrying(terminal).take(stick)


def forget_everything(office: Office) -> None:
    """As after `kiosk-central restore` of a copy from before the first batch."""
    with office.store._engine.begin() as connection:
        for table in ("waiting", "quarantine", "inbox", "head", "response"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
