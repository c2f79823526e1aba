"""An office without a network: parcels on a stick, receipts back; late, repeated, and after mishaps at either end."""

from __future__ import annotations

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


def test_office_without_a_network_enrols_sends_and_learns_what_has_arrived(
    office: Office, offline: AgentTerminal, stick: Path
) -> None:
    given = offline.answer(7)
    join(office, offline, stick)
    assert (offline.road.office, offline.road.central) == ("gniezno", FILE_ROAD)

    assert carrying(offline).take(stick) == 1
    accepted = accept(office, stick)
    assert (accepted.ruling, accepted.batches, accepted.head.n) == (Ruling.NEW, 1, 1)
    assert offline.road.acknowledged == 0
    carried = carrying(offline).receive(receipt_of(stick))

    assert carried.head == accepted.head
    assert offline.road.acknowledged == 1
    assert offline.road.last_upload is not None
    assert sorted(office.ids()) == sorted(one.id for one in given)
    stick.unlink()
    assert carrying(offline).take(stick) == 0
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


def test_hundred_and_twenty_batches_go_in_one_parcel(office: Office, offline: AgentTerminal, stick: Path) -> None:
    join(office, offline, stick)
    for _ in range(120):
        offline.answer(5)
        offline.sealing().seal(offline.road)

    assert carrying(offline).take(stick) == 120
    assert accept(office, stick).batches == 120
    carrying(offline).receive(receipt_of(stick))

    assert offline.road.acknowledged == 120
    assert len(office.ids()) == 600


def test_centre_that_was_put_back_is_filled_up_by_stick(office: Office, offline: AgentTerminal, stick: Path) -> None:
    join(office, offline, stick)
    offline.answer(5)
    carry(office, offline, stick)
    forget_everything(office)
    offline.answer(5)

    assert carrying(offline).take(stick) == 1
    assert accept(office, stick).ruling is Ruling.GAP
    carrying(offline).receive(receipt_of(stick))
    assert carrying(offline).take(stick) == 2
    accept(office, stick)

    assert len(office.ids()) == 10


@pytest.mark.parametrize("are_held", [True, False])
def test_centre_that_was_put_back_is_filled_up_in_one_journey_where_one_asks_for_it(
    office: Office, offline: AgentTerminal, stick: Path, *, are_held: bool
) -> None:
    join(office, offline, stick)
    offline.answer(5)
    carry(office, offline, stick)
    if not are_held:
        offline.store.outbox.prune(office.clock.now().date() + timedelta(days=1))
    forget_everything(office)

    assert carrying(offline).take(stick) == 0
    for _ in range(2):
        assert carrying(offline).take(stick, anew=True) == 1
        accept(office, stick)
        carrying(offline).receive(receipt_of(stick))

    assert len(office.ids()) == 5
    books = offline.store.bookkeeping.books()
    assert (books.balances, books.acknowledged) == (True, 5)


def test_centre_set_back_further_than_batches_are_held_gets_everything_that_the_terminal_has(
    office: Office, offline: AgentTerminal, stick: Path
) -> None:
    join(office, offline, stick)
    offline.answer(5)
    carry(office, offline, stick)
    offline.store.outbox.prune(office.clock.now().date() + timedelta(days=1))
    forget_everything(office)
    for _ in range(3):
        offline.answer(5)
        carry(office, offline, stick)

    assert len(office.ids()) == 20
    assert offline.store.bookkeeping.books().acknowledged == 20


def test_receipt_from_the_bottom_of_a_drawer_strands_nothing(
    office: Office, offline: AgentTerminal, stick: Path
) -> None:
    join(office, offline, stick)
    for _ in range(3):
        offline.answer(5)
        carrying(offline).take(stick)
        accept(office, stick)
        if offline.road.acknowledged == 0:
            first = receipt_of(stick).read_bytes()
        carrying(offline).receive(receipt_of(stick))
    offline.store.outbox.prune(office.clock.now().date() + timedelta(days=1))
    receipt_of(stick).write_bytes(first)

    carrying(offline).receive(receipt_of(stick))
    offline.answer(5)
    carrying(offline).take(stick)
    accept(office, stick)

    assert len(office.ids()) == 20


@pytest.mark.parametrize("harm", ["UPDATE batches SET prev = 'x' WHERE n = 2", "UPDATE road SET epoch = ''"])
def test_damaged_terminal_without_a_network_begins_anew_and_goes_on(
    office: Office, offline: AgentTerminal, stick: Path, harm: str
) -> None:
    join(office, offline, stick)
    for _ in range(3):
        offline.answer(5)
        offline.sealing().seal(offline.road)
    if "road" in harm:
        offline.store.road.write(replace(offline.road, epoch=""))
    else:
        with offline.store._engines.write.begin() as connection:
            connection.exec_driver_sql(harm)

    carrying(offline).take(stick)
    assert accept(office, stick).ruling is Ruling.NEW
    carrying(offline).receive(receipt_of(stick))
    if offline.store.outbox.waiting():
        carrying(offline).take(stick)
        accept(office, stick)

    assert len(office.ids()) == 15


def test_batches_before_a_bad_one_are_taken_and_told(office: Office, offline: AgentTerminal, stick: Path) -> None:
    join(office, offline, stick)
    road, key = offline.road, TerminalKey(offline.road.private_key)
    offline.answer(5)
    offline.sealing().seal(road)
    good = offline.store.outbox.last(road.epoch)
    assert good is not None
    with stick.open("wb") as file:
        parcel = Parcel(public_key=key.public, terminal=road.terminal, epoch=road.epoch)
        write_parcel(file, parcel, iter([compress(good.body or b""), b"rubbish"]), key)

    accepted = accept(office, stick)

    assert accepted.fault
    assert accepted.batches == 1
    carrying(offline).receive(receipt_of(stick))
    assert offline.road.acknowledged == 1


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
    office: Office, offline: AgentTerminal, stick: Path
) -> None:
    join(office, offline, stick)
    with pytest.raises(Rejected, match="kiosk-sync take"):
        offline.once()


def test_terminal_that_is_not_enrolled_says_how(offline: AgentTerminal, stick: Path) -> None:
    with pytest.raises(BadInput, match="--code"):
        carrying(offline).take(stick)


def forget_everything(office: Office) -> None:
    """As after `kiosk-central restore` of a copy from before the first batch."""
    with office.store._engine.begin() as connection:
        for table in ("waiting", "quarantine", "inbox", "head", "response"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
