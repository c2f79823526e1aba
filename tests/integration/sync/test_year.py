"""A year of syncs over the real agent's store and the real centre: a terminal grows by its responses and stays quick.

Scaled: a thousand terminals that speak with the centre every quarter of an hour would take weeks of computing. Four
busy ones make six batches a day, where a terminal makes some eight, one an hour; the rest of the thousand speak with
the centre once a week and hand in what a week brings. A year has twelve months of thirty days. Time is the processor's,
both ends together, so that what else the machine does is not measured.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from statistics import median

import pytest
from sqlalchemy import func, select

from kiosk.store import tables
from kiosk.store.folder import FILE_NAME
from sync.agent.uploading import KEPT_DAYS
from tests.builders import response
from tests.integration.sync.office import Office
from tests.integration.sync.terminal import AgentTerminal, enrolled

MONTH = 30
ROWS = 10
"""Responses between two syncs of a busy terminal."""
WEEK, ROWS_A_WEEK = 7, 40
"""Days between two syncs of any other terminal, and its responses."""


@dataclass
class Busy:
    """A terminal that is open all year, and what was measured on it at the end of each month."""

    terminal: AgentTerminal
    seconds: list[float] = field(default_factory=list)
    file_bytes: list[int] = field(default_factory=list)
    held_bytes: list[int] = field(default_factory=list)

    def work(self) -> set[str]:
        given = [response() for _ in range(ROWS)]
        self.terminal.store.responses.add(given)
        before = time.process_time()
        self.terminal.once()
        self.seconds.append(time.process_time() - before)
        return {one.id for one in given}

    def measure(self) -> None:
        self.terminal.store.responses.settle()
        self.file_bytes.append((self.terminal.folder / FILE_NAME).stat().st_size)
        with self.terminal.store._engines.read.connect() as connection:
            held = connection.scalar(select(func.sum(func.length(tables.batches.c.body))))
        self.held_bytes.append(held or 0)


@dataclass
class Year:
    """How it went."""

    days: int
    given: set[str] = field(default_factory=set)
    arrived: list[str] = field(default_factory=list)
    busy: list[Busy] = field(default_factory=list)
    others_seconds: list[float] = field(default_factory=list)
    others_bytes: list[int] = field(default_factory=list)

    def month(self, number: int) -> float:
        """The median time of a sync of a busy terminal in a month, from 1."""
        length = len(self.busy[0].seconds) * MONTH // self.days
        return median(one for busy in self.busy for one in busy.seconds[(number - 1) * length : number * length])


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """In memory where there is such a place."""
    shared = Path("/dev/shm")  # noqa: S108
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else tmp_path) as folder:
        yield Path(folder)


def live(folder: Path, migrated: Path, *, days: int, busy: int, syncs_a_day: int, quiet: int) -> Year:
    """So many days of `busy` terminals, with `quiet` ones that speak once a week."""
    central = folder / "central.sqlite"
    shutil.copyfile(migrated, central)
    year = Year(days=days)
    with Office.open(f"sqlite:///{central}") as office, ExitStack() as stack:
        for number in range(busy):
            terminal = stack.enter_context(enrolled(office, folder / f"busy-{number}"))
            terminal.looks_into_books = False  # an agent does once a day, and here each contact is a new agent's
            year.busy.append(Busy(terminal))
        for number in range(quiet):
            with enrolled(office, folder / f"quiet-{number}"):
                pass
        for day in range(1, days + 1):
            office.clock.time += timedelta(days=1)
            for one in year.busy:
                for _ in range(syncs_a_day):
                    year.given |= one.work()
            for number in range(day % WEEK, quiet, WEEK):
                with AgentTerminal.open(folder / f"quiet-{number}", office.transport(), office.clock) as terminal:
                    terminal.looks_into_books = False
                    given = [response() for _ in range(ROWS_A_WEEK)]
                    terminal.store.responses.add(given)
                    before = time.process_time()
                    terminal.once()
                    year.others_seconds.append(time.process_time() - before)
                    year.given.update(one.id for one in given)
            office.projector.catch_up()
            if day % MONTH == 0:
                for one in year.busy:
                    one.measure()
        year.others_bytes = [(folder / f"quiet-{number}" / FILE_NAME).stat().st_size for number in range(quiet)]
        year.arrived = office.ids()
    return year


def check(year: Year) -> None:
    assert len(year.arrived) == len(set(year.arrived))
    assert set(year.arrived) == year.given
    for busy in year.busy:
        # What is held for a centre that was restored: the last 35 days' batches, and no more.
        a_month = busy.held_bytes[0]
        assert max(busy.held_bytes) < 1.1 * a_month * (KEPT_DAYS + 1) / MONTH
        # The rest grows with the responses alone, evenly.
        growth = [after - before for before, after in zip(busy.file_bytes[1:], busy.file_bytes[2:], strict=False)]
        assert not growth or max(growth) <= 1.2 * min(growth) + 4096 * 4


def test_two_months_of_batches_leave_five_weeks_of_them(memory: Path, migrated_sqlite: Path) -> None:
    check(live(memory, migrated_sqlite, days=60, busy=1, syncs_a_day=1, quiet=0))


@pytest.mark.nightly
def test_year_of_a_thousand_terminals_stays_quick_and_small(memory: Path, migrated_sqlite: Path) -> None:
    began = time.monotonic()
    year = live(memory, migrated_sqlite, days=360, busy=4, syncs_a_day=6, quiet=996)

    one = year.busy[0]
    print(f"{len(year.given)} responses, {sum(len(busy.seconds) for busy in year.busy)} syncs of busy terminals")
    print(f"milliseconds a sync by month: {[round(1000 * year.month(month), 1) for month in range(1, 13)]}")
    print(f"KiB of a busy terminal's file by month: {[size // 1024 for size in one.file_bytes]}")
    print(f"KiB of batches held by month: {[size // 1024 for size in one.held_bytes]}")
    month = len(year.others_seconds) // 12
    second, last = median(year.others_seconds[month : 2 * month]), median(year.others_seconds[-month:])
    told = f"{1000 * second:.1f} ms in month 2, {1000 * last:.1f} in month 12"
    print(f"the others: {len(year.others_seconds)} syncs, {told}")
    print(f"KiB of their files at the end: at most {max(year.others_bytes) // 1024}")
    print(f"seconds in all: {time.monotonic() - began:.0f}")
    check(year)
    assert year.month(12) <= 1.5 * year.month(2)
    assert last <= 1.5 * second
    assert max(year.others_bytes) <= 200_000 + 700 * 52 * ROWS_A_WEEK
