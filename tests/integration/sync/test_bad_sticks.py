"""Parcels and receipts that were cut, changed, made up, or are somebody else's: told in a sentence, nothing changes."""

from __future__ import annotations

import hashlib
import json
import random
from pathlib import Path
from typing import BinaryIO

import pytest

from kiosk.domain.errors import BadInput, Fault
from sync.central import accepting
from sync.central.store import Ruling
from sync.protocol import Parcel, read_parcel, write_parcel
from tests.integration.sync.carried import accept, carrying, join, receipt_of
from tests.integration.sync.office import Office
from tests.integration.sync.signing import new_key
from tests.integration.sync.terminal import AgentTerminal, SeededChance


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


def test_each_altered_byte_and_each_cut_of_a_parcel_is_found(
    office: Office, offline: AgentTerminal, stick: Path
) -> None:
    join(office, offline, stick)
    offline.answer(12)
    carrying(offline).take(stick)
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


def test_each_altered_byte_of_a_receipt_is_found(office: Office, offline: AgentTerminal, stick: Path) -> None:
    join(office, offline, stick)
    offline.answer(12)
    carrying(offline).take(stick)
    accept(office, stick)
    receipt = receipt_of(stick)
    good = receipt.read_bytes()

    for place in range(len(good)):
        receipt.write_bytes(good[:place] + bytes([good[place] ^ 4]) + good[place + 1 :])
        with pytest.raises(BadInput):
            carrying(offline).receive(receipt)
    for bad in (good[:-1], good + b"x"):
        receipt.write_bytes(bad)
        with pytest.raises(BadInput):
            carrying(offline).receive(receipt)

    assert offline.road.acknowledged == 0


def test_receipt_of_another_centre_or_terminal_is_not_believed(
    office: Office, offline: AgentTerminal, stick: Path, tmp_path: Path
) -> None:
    join(office, offline, stick)
    offline.answer(5)
    carrying(offline).take(stick)
    with Office.open(f"sqlite:///{tmp_path / 'other.sqlite'}") as other:
        with AgentTerminal.open(tmp_path / "t2", None, office.clock) as stranger:
            join(other, stranger, stick)
            stranger.answer(5)
            carrying(stranger).take(stick)
            accept(other, stick)
        with pytest.raises(BadInput, match="another central office"):
            carrying(offline).receive(receipt_of(stick))
    with AgentTerminal.open(tmp_path / "t3", None, office.clock) as neighbour:
        join(office, neighbour, stick)
        neighbour.answer(5)
        carrying(neighbour).take(stick)
        accept(office, stick)
    with pytest.raises(BadInput, match="another terminal"):
        carrying(offline).receive(receipt_of(stick))


def test_parcel_of_a_stranger_or_a_revoked_terminal_is_refused(
    office: Office, offline: AgentTerminal, stick: Path
) -> None:
    join(office, offline, stick)
    offline.answer(5)
    carrying(offline).take(stick)
    office.store.enrolments.revoke(offline.road.terminal)
    with pytest.raises(BadInput, match="may not send"):
        accept(office, stick)
    with Office.open(f"sqlite:///{stick.parent / 'other.sqlite'}") as other, pytest.raises(BadInput, match="not known"):
        accept(other, stick)


def test_parcel_in_anothers_name_is_refused(office: Office, offline: AgentTerminal, stick: Path) -> None:
    join(office, offline, stick)
    key = new_key()
    with stick.open("wb") as file:
        forged = Parcel(public_key=key.public, terminal=offline.road.terminal, epoch=offline.road.epoch)
        write_parcel(file, forged, iter([b"x"]), key)

    with pytest.raises(BadInput, match="another key"):
        accept(office, stick)


@pytest.mark.parametrize("content", [b"", b"{}", b"{}\n", b"x" * 5000, b"[]\n" + bytes(64), b'{"okienko":"parcel"}\n'])
def test_file_that_is_no_parcel_is_told_so(office: Office, offline: AgentTerminal, stick: Path, content: bytes) -> None:
    join(office, offline, stick)
    stick.write_bytes(content)

    with pytest.raises(BadInput):
        accept(office, stick)
    with pytest.raises(BadInput):
        carrying(offline).receive(stick)


def test_wrong_and_used_codes_are_refused_by_stick_too(office: Office, offline: AgentTerminal, stick: Path) -> None:
    carrying(offline).ask(stick, "ZZZZZZZZ")
    with pytest.raises(BadInput, match="no such code"):
        accept(office, stick)
    code = join(office, offline, stick)
    assert accept(office, stick).terminal == offline.road.terminal  # the same again: a receipt that was lost
    with AgentTerminal.open(stick.parent / "t2", None, office.clock) as other:
        other.chance = SeededChance(2)
        carrying(other).ask(stick, code)
    with pytest.raises(BadInput, match="has been used"):
        accept(office, stick)


def test_stick_that_changes_after_its_signature_was_checked_is_not_read_again(
    office: Office, offline: AgentTerminal, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    join(office, offline, stick)
    given = offline.answer(5)
    carrying(offline).take(stick)

    def read_and_change(file: BinaryIO, size: int) -> Parcel:
        parcel = read_parcel(file, size)
        stick.write_bytes(bytes(size))
        return parcel

    monkeypatch.setattr(accepting, "read_parcel", read_and_change)
    assert accept(office, stick).ruling is Ruling.NEW
    assert sorted(office.ids()) == sorted(one.id for one in given)
