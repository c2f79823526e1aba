"""A clock that is not believed blindly: the machine's own, held against what was believed and what the centre says.

    clock.json       what was believed last (`kiosk.domain.believed_time.Mark`) and its checksum
    clock.lock       held while that is changed: terminal and agent both do

Whatever is the matter with these files, there is a time: the checks are then those of a first start.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from time import sleep

from kiosk import __released__
from kiosk.content.durable import replace_file
from kiosk.domain.believed_time import (
    LAST,
    TOLERATED,
    Belief,
    Doubt,
    Mark,
    Reading,
    advanced,
    believe,
    is_leap,
    is_news,
    set_right,
    vouched,
)
from kiosk.domain.clock import Clock
from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.domain.pin import Moment
from kiosk.system_clock import SystemClock, is_synchronised, running_since

FILE_NAME = "clock.json"
_LOCK_NAME = "clock.lock"
_LARGEST = 4096
_BETWEEN_LOOKS = 60.0
_PATIENCE = 2.0
_A_MOMENT = 0.02
"""Seconds; whoever holds the lock writes one small file meanwhile."""
_TRIES = 50
_SAID_APART = 300.0
"""Seconds between two words of the centre before a leap is believed: its clock may be wrong for a moment."""
_RELEASED = date.fromisoformat(__released__)
_log = logging.getLogger(__name__)

_SAID = {
    Doubt.BEHIND: "this machine's clock shows {shown}, which cannot be: it is not before {now}",
    Doubt.AHEAD: "this machine's clock shows {shown}, which nobody vouches for: {now} is believed",
}
_WHAT_TO_DO = "set it, by the network if there is one; if it is right, run: kiosk clock --is-right"


class MarkFile:
    """The mark on the disk of one data folder; any thread, any number of processes."""

    def __init__(self, data: Path) -> None:
        self._file = data / FILE_NAME
        self._lock = data / _LOCK_NAME

    def read(self) -> Mark | None:
        """What was put down last; None where there is nothing, or nothing that can be read."""
        try:
            with self._file.open("rb") as file:
                return _decoded(file.read(_LARGEST + 1))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def change(self, change: Callable[[Mark | None], Mark | None], tries: int = 1) -> Mark | None:
        """Put down what `change` makes of the mark there; what was written, None where nothing was.

        Nothing is written where `change` gives None, nor while another process is writing at every one of the `tries`:
        mostly that one looks at the same clock, and what only this one knows is worth some. Raises `EnvironmentFault`
        where it cannot be written; what was there is still there then.
        """
        try:
            with self._alone(tries) as is_alone:
                new = change(self.read()) if is_alone else None
                if new is not None:
                    replace_file(self._file, _encoded(new))
                return new
        except OSError as fault:
            raise EnvironmentFault(f"cannot write {self._file}: {fault.strerror}") from fault

    @contextmanager
    def _alone(self, tries: int) -> Iterator[bool]:
        lock = os.open(self._lock, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            yield any(_taken(lock, is_last=number == tries) for number in range(1, tries + 1))
        finally:
            os.close(lock)


def _taken(lock: int, *, is_last: bool) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if not is_last:
            sleep(_A_MOMENT)
        return False
    return True


class GuardedClock:
    """A `kiosk.domain.clock.Clock` whose `now` is what is believed; that never touches the disk, any thread.

    `look` does, and is for one thread: it puts down what is believed and learns what the agent has put down.
    """

    def __init__(
        self,
        clock: Clock,
        file: MarkFile,
        moment: Callable[[], Moment],
        synchronised: Callable[[], bool] = is_synchronised,
        released: date = _RELEASED,
    ) -> None:
        self._clock = clock
        self._file = file
        self._moment = moment
        self._synchronised = synchronised
        self._released = released
        self._mark = self._seen = file.read()
        self._told: Doubt | None = None
        self._leap: Mark | None = None
        self._fault = ""

    def now(self) -> datetime:
        return self.belief().now

    def monotonic(self) -> float:
        return self._clock.monotonic()

    def belief(self) -> Belief:
        """What time is believed to be, and what is the matter with the clock."""
        return believe(self._reading(), self._mark, self._released)

    def earliest(self) -> datetime:
        """Before this it cannot be, whatever clocks say: what the centre said last, else the day of this version."""
        heard = self._mark.heard if self._mark is not None else None
        return heard or datetime.combine(self._released, time(), UTC)

    def trouble(self) -> str:
        """What is the matter with the clock and what to do, in one sentence; empty where it is believed."""
        reading = self._reading()
        belief = believe(reading, self._mark, self._released)
        if belief.doubt is None:
            return ""
        said = _SAID[belief.doubt].format(shown=reading.clock.date(), now=belief.now.date())
        return f"{said}; {_WHAT_TO_DO}"

    def look(self) -> None:
        """Put down what is believed, take over what another process has put down, and log a doubt that is new.

        Where nothing can be written that is logged, and this process goes on with what it has in memory.
        """
        try:
            if (written := self._file.change(self._moved)) is not None:
                self._seen = written
            self._fault = ""
        except EnvironmentFault as fault:
            self._moved(self._file.read())
            self._tell_fault(str(fault))
        if (doubt := self.belief().doubt) != self._told:
            self._told = doubt
            if told := self.trouble():
                _log.warning("%s", told)

    def vouch(self, said: datetime) -> None:
        """The centre says that it is `said` now. What cannot be is passed over, and so is a disk that takes nothing.

        A leap against what nobody doubts is believed when it is said again; against the network never.
        """
        reading = self._reading()
        mark = vouched(reading, said, self._released)
        if mark is None:
            _log.warning("the centre's clock shows a time that cannot be; it is not believed")
            return
        if is_leap(reading, self._mark, said, self._released) and not self._is_said_again(reading, said):
            _log.warning("the centre says that it is %s, which is not believed yet: see to its clock", said.date())
            return
        self._leap = None
        self._mark = mark
        try:
            written = self._file.change(lambda old: mark if is_news(mark, old) else None, _TRIES)
        except EnvironmentFault as fault:
            self._tell_fault(str(fault))
        else:
            self._seen = written or self._seen

    def set_right(self) -> None:
        """A person says that the machine's clock is right. Raises `BadInput`, and `EnvironmentFault`."""
        reading = self._reading()
        if (mark := set_right(reading, self._released)) is None:
            shown = reading.clock.date()
            raise BadInput(f"the clock shows {shown}; this version is of {self._released}: set the clock first")
        if self._file.change(lambda _old: mark, _TRIES) is None:
            raise EnvironmentFault("the terminal is just putting down what time it is; try again")
        self._mark = self._seen = mark

    @contextmanager
    def watched(self, seconds: float = _BETWEEN_LOOKS) -> Iterator[None]:
        """Look now and every so often in a thread of its own, at times that have nothing to do with any visitor."""
        end = threading.Event()

        def watch() -> None:
            self.look()
            while not end.wait(seconds):
                self.look()

        thread = threading.Thread(target=watch, name="clock", daemon=True)
        thread.start()
        try:
            yield
        finally:
            end.set()
            thread.join(timeout=_PATIENCE)

    def _is_said_again(self, reading: Reading, said: datetime) -> bool:
        before, self._leap = self._leap, None if reading.is_synchronised else Mark(said, reading.moment)
        if before is None or self._leap is None or before.moment.boot != reading.moment.boot:
            return False
        apart = reading.moment.seconds_since(before.moment)
        if apart < _SAID_APART:
            self._leap = before
            return False
        return abs(before.carried_on(reading.moment) - said) <= TOLERATED

    def _moved(self, on_disk: Mark | None) -> Mark | None:
        """The mark moves on; what of it belongs on the disk, None where that knows it well enough.

        What this process has in memory counts for as long as nobody else has written: the disk may be read-only.
        """
        if on_disk is not None and on_disk != self._seen:
            self._mark = self._seen = on_disk
        self._mark = new = advanced(self._reading(), self._mark, self._released)
        return new if is_news(new, on_disk) else None

    def _reading(self) -> Reading:
        return Reading(self._clock.now(), self._moment(), self._synchronised())

    def _tell_fault(self, fault: str) -> None:
        if fault != self._fault:
            self._fault = fault
            _log.warning("what time is believed to be is not put down: %s", fault)


def guarded_clock(data: Path, zone: str = "Europe/Warsaw") -> GuardedClock:
    """The clock of the terminal whose data are in `data`; nothing is written before somebody looks or vouches."""
    return GuardedClock(SystemClock(zone), MarkFile(data), running_since())


def _encoded(mark: Mark) -> bytes:
    line = json.dumps(
        {
            "at": mark.at.isoformat(timespec="milliseconds"),
            "boot": mark.moment.boot,
            "seconds": mark.moment.seconds,
            "is_vouched": mark.is_vouched,
            "was_wrong": mark.was_wrong,
            "heard": mark.heard.isoformat(timespec="milliseconds") if mark.heard is not None else "",
        }
    ).encode()
    return line + b"\n" + _checksum(line) + b"\n"


def _decoded(content: bytes) -> Mark:
    """Raises `ValueError`, `KeyError` and `TypeError` for what was not written by `_encoded`."""
    line, checksum, rest = content.split(b"\n")
    if rest or checksum != _checksum(line):
        raise ValueError("the mark is damaged")
    found = json.loads(line)
    at = datetime.fromisoformat(found["at"]).astimezone(UTC)
    heard = datetime.fromisoformat(found["heard"]).astimezone(UTC) if found["heard"] else None
    if at >= LAST:
        raise ValueError("the mark leaves the calendar")
    moment = Moment(str(found["boot"]), float(found["seconds"]))
    return Mark(at, moment, found["is_vouched"] is True, found["was_wrong"] is True, heard)


def _checksum(line: bytes) -> bytes:
    return hashlib.sha256(line).hexdigest().encode()
