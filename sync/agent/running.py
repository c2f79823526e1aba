"""The agent's life: seal, speak with the centre, rest; for ever, whatever happens."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import TypeAlias

from kiosk.domain.errors import DamagedStore, EnvironmentFault, StoreFault
from kiosk.store.road import Road
from kiosk.store.store import Store
from sync.agent.auditing import Auditing
from sync.agent.bookkeeping import DailyLook
from sync.agent.carrying import FILE_ROAD
from sync.agent.content import Content, LookedFor
from sync.agent.courier import Courier
from sync.agent.enrolling import rotate_key
from sync.agent.reporting import Reporting
from sync.agent.rhythm import Rhythm
from sync.agent.sealing import Sealing
from sync.agent.trouble import Rejected, Trouble
from sync.agent.uploading import Contact, Uploading

OpenCourier: TypeAlias = Callable[[str], AbstractAsyncContextManager[Courier]]
Sleep: TypeAlias = Callable[[float], Awaitable[None]]

NOT_ENROLLED = "this terminal is not enrolled; get a code from the central office and run: kiosk-sync enrol CODE"
_FILE_ROAD_SECONDS = 900
_WATCH_SECONDS = 5.0
_log = logging.getLogger(__name__)


class Agent:
    """Never gives up and never drops: whatever is not acknowledged is in the database and is tried again."""

    def __init__(
        self,
        store: Store,
        sealing: Sealing,
        uploading: Uploading,
        auditing: Auditing,
        open_courier: OpenCourier,
        rhythm: Rhythm,
        content: Content | None = None,
        reporting: Reporting | None = None,
        books: DailyLook | None = None,
        look_at_clock: Callable[[], None] = lambda: None,
    ) -> None:
        self._store = store
        self._sealing = sealing
        self._uploading = uploading
        self._auditing = auditing
        self._open_courier = open_courier
        self._rhythm = rhythm
        self._content = content
        self._reporting = reporting
        self._books = books
        self._look_at_clock = look_at_clock
        self._faults = 0
        self._told = False

    async def run(self, sleep: Sleep | None = None) -> None:
        """Work until cancelled; raises `DamagedStore` as `step` does."""
        rest = sleep or self._rest
        await rest(self._rhythm.first())
        while True:
            await rest(await self.step())

    async def step(self) -> float:
        """One round; the seconds to rest after it.

        Raises `DamagedStore`, so that the program ends and gives the file back: whoever opens it next saves what it
        holds.
        """
        self._look_at_clock()
        try:
            self._store.require_sound()
            road = self._road()
            if road is None:
                if not self._told:
                    _log.warning("%s", NOT_ENROLLED)
                self._told = True
                return self._rhythm.not_enrolled()
            if road.central == FILE_ROAD:
                await self._seal(road)
                return self._rhythm.next(_FILE_ROAD_SECONDS)
            try:
                contact = await self.contact(road)
            except Trouble as trouble:
                failures = self._note(trouble)
                return self._rhythm.after(trouble, failures)
        except DamagedStore:
            self._store.suspect()
            raise
        except EnvironmentFault as fault:
            self._faults += 1
            _log.warning("%s", fault)
            return self._rhythm.after_fault(self._faults)
        self._faults = 0
        return self._rhythm.next(contact.next_s)

    async def _rest(self, seconds: float) -> None:
        """Where another program has met damage it can save nothing, and no visitor answer, until this one has ended."""
        while seconds > 0:
            await asyncio.sleep(min(seconds, _WATCH_SECONDS))
            seconds -= _WATCH_SECONDS
            self._store.require_sound()

    async def once(self) -> Contact:
        """One round; raises `Trouble`, after noting it, and `StoreFault`."""
        self._look_at_clock()
        road = self._road()
        if road is None:
            raise Rejected(NOT_ENROLLED)
        if road.central == FILE_ROAD:
            raise Rejected("this terminal has no network; carry its batches with: kiosk-sync take FILE")
        try:
            return await self.contact(road)
        except Trouble as trouble:
            self._note(trouble)
            raise

    async def contact(self, road: Road) -> Contact:
        """Seal what may go, then bring the centre up to it; audit list and new content come last, may fail alone."""
        road = await self._seal(road)
        try:
            contact = await self._carry(road)
        except Rejected:
            await self._look_for_content(road)
            raise
        return replace(contact, content_problem=await self._look_for_content(road))

    async def _seal(self, road: Road) -> Road:
        road = self._sealing.mend(road)
        if self._books is not None and self._books.look():  # after flipped bits have been put right as far as can be
            try:
                road = self._sealing.reissue(road)
            except DamagedStore:
                raise
            except StoreFault as fault:  # the rest goes all the same
                _log.warning("%s", fault)
                self._books.look_again()
        for _ in self._sealing.one_by_one(road):
            await asyncio.sleep(0)  # tens of thousands may wait: what ends the program is heard after each batch
        return road

    async def _carry(self, road: Road) -> Contact:
        async with self._open_courier(road.central) as courier:
            if road.next_private_key:  # an exchange was begun whose answer has been lost
                road = await rotate_key(self._store, courier, road.next_private_key, road)
            try:
                contact = await self._uploading.contact(courier, road)
            except Rejected:
                await self._hand_in_audit(courier, road)  # what the centre has against a batch it may not have here
                raise
            await self._hand_in_audit(courier, road)
            await self._report(courier, self._road() or road)  # what this contact has shown, the clock for one
            return contact

    async def _hand_in_audit(self, courier: Courier, road: Road) -> None:
        try:
            await self._auditing.contact(courier, road)
        except EnvironmentFault as fault:
            _log.warning("the audit list waits for the next contact: %s", fault)

    async def _report(self, courier: Courier, road: Road) -> None:
        try:
            if self._reporting is not None:
                await self._reporting.contact(courier, road)
        except DamagedStore:
            raise
        except EnvironmentFault as fault:
            _log.warning("the health report waits for the next contact: %s", fault)

    async def _look_for_content(self, road: Road) -> str:
        """Why what is offered was not taken, if anything."""
        try:
            if self._content is not None and (new := await self._content.contact(road)) is not None:
                _log.warning("new content: release %s, pack version %s of %s", new.release, new.version, new.day)
        except LookedFor:
            return ""  # the other agent tells how it went
        except EnvironmentFault as fault:
            _log.warning("the content stays as it is: %s", fault)
            return str(fault)
        return ""

    def _road(self) -> Road | None:
        road = self._store.road.read()
        return road if road is not None and road.terminal else None

    def _note(self, trouble: Trouble) -> int:
        """Write down for the staff what is the matter; how many failures in a row that makes."""
        _log.warning("%s", trouble)
        road = self._store.road.read()
        if road is None:
            return 1
        self._store.outbox.note(replace(road, attempts=road.attempts + 1, last_problem=str(trouble)))
        return road.attempts + 1
