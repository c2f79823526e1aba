"""An office without a network: parcels on a stick, receipts back; cut, changed, foreign, old and repeated ones."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

import pytest

from kiosk.domain.errors import BadInput, Fault
from sync.agent.carrying import FILE_ROAD, Carrying
from sync.agent.trouble import Rejected
from sync.agent.uploading import Uploading
from sync.central import accepting
from sync.central.accepting import Accepted, Accepting
from sync.central.store import Ruling
from sync.protocol import Parcel, TerminalKey, compress, read_parcel, write_parcel
from tests.integration.sync.office import Office
from tests.integration.sync.signing import new_key
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


def carrying(terminal: AgentTerminal) -> Carrying:
    sealing = terminal.sealing()
    return Carrying(terminal.store, sealing, Uploading(terminal.store, sealing, terminal.clock), terminal.chance)


def receipt_of(parcel: Path) -> Path:
    return parcel.with_name("receipt")


def accept(office: Office, parcel: Path) -> Accepted:
    return Accepting(office.store, office.clock).accept(parcel, receipt_of(parcel))


def carry(office: Office, terminal: AgentTerminal, stick: Path) -> None:
    """A parcel there and its receipt back."""
    carrying(terminal).take(stick)
    accept(office, stick)
    carrying(terminal).receive(receipt_of(stick))


def join(office: Office, terminal: AgentTerminal, stick: Path) -> str:
    """Enrolled by stick; the code."""
    code = office.code("gniezno")
    carrying(terminal).ask(stick, code)
    accept(office, stick)
    carrying(terminal).receive(receipt_of(stick), code)
    return code


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


@pytest.mark.parametrize(
    "changed", [{"code": "\ud800"}, {"code": "\0"}, {"terminal": "\0", "code": ""}, {"epoch": "x" * 17, "code": ""}]
)
def test_parcel_with_impossible_words_is_told_so(office: Office, stick: Path, changed: dict[str, str]) -> None:
    key = new_key()
    words = {
        "public_key": key.public,
        "code": "A",
        "terminal": "",
        "epoch": "",
        "okienko": "parcel",
        "fmt": 1,
    } | changed
    data = json.dumps(words).encode() + b"\n"
    stick.write_bytes(data + key.private.sign(hashlib.sha256(b"okienko parcel\n" + data).digest()))

    with pytest.raises(BadInput):
        accept(office, stick)


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


def test_each_altered_byte_and_each_cut_of_a_parcel_is_found(
    office: Office, terminal: AgentTerminal, stick: Path
) -> None:
    join(office, terminal, stick)
    terminal.answer(12)
    carrying(terminal).take(stick)
    good = stick.read_bytes()
    chance = random.Random(20261128)
    places = chance.sample(range(len(good)), 60)

    for place in places:
        stick.write_bytes(good[:place] + bytes([good[place] ^ 1 << chance.randrange(8)]) + good[place + 1 :])
        with pytest.raises(Fault):
            accept(office, stick)
        stick.write_bytes(good[:place])
        with pytest.raises(Fault):
            accept(office, stick)
    stick.write_bytes(good + b"x")
    with pytest.raises(Fault):
        accept(office, stick)

    assert office.store.status().batches == 0
    stick.write_bytes(good)
    assert accept(office, stick).ruling is Ruling.NEW


def test_each_altered_byte_of_a_receipt_is_found(office: Office, terminal: AgentTerminal, stick: Path) -> None:
    join(office, terminal, stick)
    terminal.answer(12)
    carrying(terminal).take(stick)
    accept(office, stick)
    receipt = receipt_of(stick)
    good = receipt.read_bytes()

    for place in range(len(good)):
        receipt.write_bytes(good[:place] + bytes([good[place] ^ 4]) + good[place + 1 :])
        with pytest.raises(BadInput):
            carrying(terminal).receive(receipt)
    for bad in (good[:-1], good + b"x"):
        receipt.write_bytes(bad)
        with pytest.raises(BadInput):
            carrying(terminal).receive(receipt)

    assert terminal.road.acknowledged == 0


def test_receipt_of_another_centre_or_terminal_is_not_believed(
    office: Office, terminal: AgentTerminal, stick: Path, tmp_path: Path
) -> None:
    join(office, terminal, stick)
    terminal.answer(5)
    carrying(terminal).take(stick)
    with Office.open(f"sqlite:///{tmp_path / 'other.sqlite'}") as other:
        with AgentTerminal.open(tmp_path / "t2", None, office.clock) as stranger:
            join(other, stranger, stick)
            stranger.answer(5)
            carrying(stranger).take(stick)
            accept(other, stick)
        with pytest.raises(BadInput, match="another central office"):
            carrying(terminal).receive(receipt_of(stick))
    with AgentTerminal.open(tmp_path / "t3", None, office.clock) as neighbour:
        join(office, neighbour, stick)
        neighbour.answer(5)
        carrying(neighbour).take(stick)
        accept(office, stick)
    with pytest.raises(BadInput, match="another terminal"):
        carrying(terminal).receive(receipt_of(stick))


def test_parcel_of_a_stranger_or_a_revoked_terminal_is_refused(
    office: Office, terminal: AgentTerminal, stick: Path
) -> None:
    join(office, terminal, stick)
    terminal.answer(5)
    carrying(terminal).take(stick)
    office.store.enrolments.revoke(terminal.road.terminal)
    with pytest.raises(BadInput, match="may not send"):
        accept(office, stick)
    with Office.open(f"sqlite:///{stick.parent / 'other.sqlite'}") as other, pytest.raises(BadInput, match="not known"):
        accept(other, stick)


def test_parcel_in_anothers_name_is_refused(office: Office, terminal: AgentTerminal, stick: Path) -> None:
    join(office, terminal, stick)
    key = new_key()
    with stick.open("wb") as file:
        forged = Parcel(public_key=key.public, terminal=terminal.road.terminal, epoch=terminal.road.epoch)
        write_parcel(file, forged, iter([b"x"]), key)

    with pytest.raises(BadInput, match="another key"):
        accept(office, stick)


@pytest.mark.parametrize("content", [b"", b"{}", b"{}\n", b"x" * 5000, b"[]\n" + bytes(64), b'{"okienko":"parcel"}\n'])
def test_file_that_is_no_parcel_is_told_so(
    office: Office, terminal: AgentTerminal, stick: Path, content: bytes
) -> None:
    join(office, terminal, stick)
    stick.write_bytes(content)

    with pytest.raises(BadInput):
        accept(office, stick)
    with pytest.raises(BadInput):
        carrying(terminal).receive(stick)


def test_wrong_and_used_codes_are_refused_by_stick_too(office: Office, terminal: AgentTerminal, stick: Path) -> None:
    carrying(terminal).ask(stick, "ZZZZZZZZ")
    with pytest.raises(BadInput, match="no such code"):
        accept(office, stick)
    code = join(office, terminal, stick)
    assert accept(office, stick).terminal == terminal.road.terminal  # the same again: a receipt that was lost
    with AgentTerminal.open(stick.parent / "t2", None, office.clock) as other:
        other.chance = SeededChance(2)
        carrying(other).ask(stick, code)
    with pytest.raises(BadInput, match="has been used"):
        accept(office, stick)


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


def test_stick_that_changes_after_its_signature_was_checked_is_not_read_again(
    office: Office, terminal: AgentTerminal, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    join(office, terminal, stick)
    given = terminal.answer(5)
    carrying(terminal).take(stick)

    def read_and_change(file: BinaryIO, size: int) -> Parcel:
        parcel = read_parcel(file, size)
        stick.write_bytes(bytes(size))
        return parcel

    monkeypatch.setattr(accepting, "read_parcel", read_and_change)
    assert accept(office, stick).ruling is Ruling.NEW
    assert sorted(office.ids()) == sorted(one.id for one in given)
