"""The file road of a terminal without a network: a parcel leaves on a stick, a receipt comes back.

Same batches, same rules as over the network, and both may be used in turn: the centre passes over what it has, and only
what a receipt's head proves counts as received.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.domain.errors import BadInput
from kiosk.export.atomic import atomic_path, faults_of_reading
from kiosk.store.outbox import SealedBatch
from kiosk.store.road import Road
from kiosk.store.store import Store
from sync.agent.chance import Chance
from sync.agent.enrolling import join, secret_for
from sync.agent.sealing import Sealing
from sync.agent.uploading import Uploading
from sync.protocol import Carried, Enrolment, Malformed, Parcel, TerminalKey, compress, read_receipt, write_parcel

FILE_ROAD = "file:"
"""What stands for the centre's address where there is no network."""

_AT_ONCE = 20


class Carrying:
    """Writes parcels and reads receipts. Everything raises `BadInput`, `FileFault` and `StoreFault`."""

    def __init__(self, store: Store, sealing: Sealing, uploading: Uploading, chance: Chance) -> None:
        self._store = store
        self._sealing = sealing
        self._uploading = uploading
        self._chance = chance

    def ask(self, file: Path, code: str) -> None:
        """Write a parcel to `file` that asks for an enrolment with `code`."""
        key = TerminalKey(secret_for(self._store, self._chance, code, FILE_ROAD))
        with atomic_path(file) as place, place.open("wb") as parcel:
            write_parcel(parcel, Parcel(public_key=key.public, code=code), iter(()), key)

    def take(self, file: Path, *, anew: bool = False) -> int:
        """Write to `file` every batch that the centre has not proved to hold; how many. No file is written for none.

        `anew`: everything that this terminal has, in a new epoch: for a centre that was put back from a copy, which
        would tell that only in its next receipt.
        """
        road = self._sealing.mend(self._road())
        if anew:
            road = self._uploading.anew(road)
        elif self._store.bookkeeping.books().named_nowhere:
            road = self._sealing.reissue(road)
        self._sealing.seal(road)
        first = self._first(road)
        if first is not None and first.body is None:
            road = self._sealing.reissue(road)  # the centre was set back further than batches are held: the others anew
            self._sealing.seal(road)
            first = self._first(road)
        if first is None:
            return 0
        key = TerminalKey(road.private_key)
        parcel = Parcel(public_key=key.public, terminal=road.terminal, epoch=road.epoch)
        with atomic_path(file) as place, place.open("wb") as written:
            return write_parcel(written, parcel, self._batches(road), key)

    def receive(self, file: Path, code: str = "") -> Carried:
        """Believe the receipt in `file`, as far as it proves something.

        `code` for the answer to an enrolment: the one that was asked with.
        """
        with faults_of_reading(file, "kiosk-central accept"), file.open("rb") as receipt:
            try:
                carried = read_receipt(receipt, lambda key: bool(code) or key == self._road().central_key)
            except Malformed as fault:
                anew = "write it anew at the central office: kiosk-central accept FILE"
                raise BadInput(f"{file} is not taken as a receipt: {fault}; {anew}") from None
        if code:
            return self._enrolled(file, carried, code)
        road = self._road()
        if (carried.terminal, carried.office) != (road.terminal, road.office):
            raise BadInput(f"{file} is the receipt of another terminal, or the answer to an enrolment: add --code CODE")
        if carried.epoch != road.epoch:
            raise BadInput(f"{file} is the receipt of an older parcel; carry the newest one")
        self._uploading.carried(road, carried.head)
        return carried

    def _enrolled(self, file: Path, carried: Carried, code: str) -> Carried:
        road, _ = self._store.road.known()
        if road is not None and road.terminal == carried.terminal:
            raise BadInput(f"{file} has been taken in before: this is terminal {road.terminal} of office {road.office}")
        secret = secret_for(self._store, self._chance, code, FILE_ROAD)
        if TerminalKey(secret).public != carried.public_key:
            raise BadInput(f"{file} is not the answer to an enrolment of this terminal with this code")
        enrolment = Enrolment(carried.terminal, carried.office, carried.central_key)
        join(self._store, self._sealing, secret, FILE_ROAD, enrolment)
        return carried

    def _first(self, road: Road) -> SealedBatch | None:
        return next(iter(self._store.outbox.batches_after(road.epoch, road.acknowledged, 1)), None)

    def _batches(self, road: Road) -> Iterator[bytes]:
        n = road.acknowledged
        while batches := self._store.outbox.batches_after(road.epoch, n, _AT_ONCE):
            yield from (compress(batch.body) for batch in batches if batch.body is not None)
            n = batches[-1].n

    def _road(self) -> Road:
        road = self._store.road.read()
        if road is None or not road.terminal:
            raise BadInput("this terminal is not enrolled; get a code from the central office and add --code CODE")
        return road
