"""The file road's end at the centre: a parcel is taken in as if it had come over the network, a receipt goes back."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.domain.clock import Clock
from kiosk.domain.errors import BadInput
from kiosk.export.atomic import atomic_path, faults_of_files, faults_of_reading
from sync.central.enrolling import REFUSALS
from sync.central.store import CentralStore, Received, Refusal, Ruling
from sync.protocol import (
    Bomb,
    Carried,
    Head,
    Limits,
    Malformed,
    Parcel,
    TerminalKey,
    batches_of,
    decompress,
    encode_receipt,
    plain_code,
    read_batch,
    read_parcel,
)

_AT_ONCE = 50
_STICK = "parcel"
"""Whose wrong codes are counted together."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was in a parcel. `ruling` is on the last batch that was looked at; None for an enrolment.

    `fault` is what is wrong with a batch after which nothing was taken, `central_key` the key that signs the receipt.
    """

    terminal: str
    office: str
    batches: int
    head: Head
    ruling: Ruling | None
    central_key: str = ""
    fault: str = ""


class Accepting:
    """Takes parcels in. Safe to repeat; everything raises `BadInput`, `FileFault` and `StoreFault`."""

    def __init__(self, store: CentralStore, clock: Clock, limits: Limits | None = None) -> None:
        self._store = store
        self._clock = clock
        self._limits = limits or Limits()

    def accept(self, file: Path, receipt: Path) -> Accepted:
        """Take in what is in `file` and write the receipt that is to be carried back."""
        # A copy: a stick can be made so that what is read after its signature was checked is something else.
        with faults_of_files("cannot make a copy of the parcel"), tempfile.TemporaryFile() as parcel:
            with faults_of_reading(file, "kiosk-sync take"):
                stick = file.open("rb")
            with stick:
                shutil.copyfileobj(stick, parcel)
            size = parcel.tell()
            parcel.seek(0)
            try:
                told = read_parcel(parcel, size)
                bodies = batches_of(parcel, size, self._limits.encoded)
                accepted = self._enrol(told) if told.code else self._take(told, bodies)
            except (Malformed, Bomb) as fault:
                anew = "write it anew at the terminal: kiosk-sync take FILE"
                raise BadInput(f"{file} is not taken as a parcel: {fault}; {anew}") from None
        key = TerminalKey(self._store.enrolments.central_secret(secrets.token_urlsafe(32)))
        carried = Carried(told.public_key, accepted.terminal, accepted.office, key.public, told.epoch, accepted.head)
        with atomic_path(receipt) as place:
            place.write_bytes(encode_receipt(carried, key))
        return replace(accepted, central_key=key.public)

    def _enrol(self, told: Parcel) -> Accepted:
        answer = self._store.enrolments.redeem(plain_code(told.code), told.public_key, _STICK, self._clock.now())
        if isinstance(answer, Refusal):
            raise BadInput(REFUSALS[answer][2])
        return Accepted(answer.id, answer.office, 0, Head(), None)

    def _take(self, told: Parcel, bodies: Iterator[bytes]) -> Accepted:
        sender = self._store.inbox.sender(told.terminal, told.epoch)
        if sender is None or sender.public_key != told.public_key:
            what = "the parcel is of a terminal that is not known here, or is signed with another key"
            raise BadInput(f"{what}; enrol it anew: kiosk-sync take FILE --code CODE")
        if sender.revoked:
            raise BadInput("this terminal may not send any more; if it is back, enrol it anew with another code")
        head, number, ruling, fault = sender.head, 0, Ruling.SAME, ""
        while ruling in (Ruling.NEW, Ruling.SAME) and not fault:
            group, fault = self._group(told, bodies)
            if not group:
                break
            verdict = self._store.inbox.receive(group, sender.office, self._clock.now().date())
            head, ruling = verdict.head, verdict.ruling
            number += len(group)
        return Accepted(told.terminal, sender.office, number, head, ruling, fault=fault)

    def _group(self, told: Parcel, bodies: Iterator[bytes]) -> tuple[list[Received], str]:
        """The next batches of the parcel, as many as go into one transaction; and what is wrong with the one after."""
        group: list[Received] = []
        try:
            for body in bodies:
                batch = read_batch(decompress(body, self._limits))
                header = batch.header
                if (header.terminal, header.epoch) != (told.terminal, told.epoch) or header.rows > self._limits.rows:
                    return group, "a batch of the parcel is of another terminal, or too large"
                group.append(Received(header, batch.sha, body))
                if len(group) == _AT_ONCE:
                    break
        except (Malformed, Bomb) as fault:
            return group, str(fault)
        return group, ""
