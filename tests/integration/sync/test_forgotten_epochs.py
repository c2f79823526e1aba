"""What was forgotten here in an earlier epoch comes back where the centre lacks it, and goes to no other centre."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.errors import StoreFault
from kiosk.domain.response import Response
from kiosk.store.folder import FILE_NAME
from kiosk.store.outbox import Outbox
from tests.integration.sync.carried import accept, carry, carrying, join, receipt_of
from tests.integration.sync.office import Office
from tests.integration.sync.terminal import CENTRAL, AgentTerminal, enrolled
from tests.integration.sync.test_books import STRAYED, forget
from tests.integration.sync.test_file_road import forget_everything


def change(terminal: AgentTerminal, statement: str) -> None:
    with terminal.store._engines.write.begin() as connection:
        assert connection.exec_driver_sql(statement).rowcount > 0


def two_epochs(terminal: AgentTerminal) -> list[str]:
    """Five responses of an epoch that is over, forgotten here, and five of the one that followed; both acknowledged."""
    given = terminal.answer(5)
    terminal.once()
    forget(terminal)
    given += terminal.answer(5)
    terminal.once()
    change(terminal, "UPDATE batches SET prev = 'a' || prev WHERE body IS NOT NULL")
    terminal.once()
    assert [n for _, n in terminal.store.outbox.forgotten_epochs(terminal.road.epoch)] == [1]
    return sorted(one.id for one in given)


@pytest.mark.parametrize("forgets_all", [True, False])
def test_centre_that_was_put_back_gets_what_earlier_epochs_had(
    office: Office, tmp_path: Path, *, forgets_all: bool
) -> None:
    """Also where the epoch of today has brought it nothing yet, so that it is not behind in that one."""
    with enrolled(office, tmp_path / "t") as terminal:
        given = two_epochs(terminal)
        if forgets_all:
            forget(terminal)
        else:
            terminal.sealing().reissue(terminal.road)
        forget_everything(office)
        terminal.once()
        assert sorted(office.ids()) == given
        books = terminal.store.bookkeeping.books()
        assert (books.balances, books.acknowledged) == (True, 10)
        assert terminal.store.outbox.forgotten_epochs(terminal.road.epoch) == []


def test_centre_that_was_not_put_back_is_asked_and_sent_nothing(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = two_epochs(terminal)
        road = terminal.sealing().reissue(terminal.road)
        assert terminal.once().acknowledged == 1
        assert terminal.road.epoch == road.epoch
        assert len(terminal.store.outbox.forgotten_epochs(road.epoch)) == 1
        assert sorted(office.ids()) == given


def test_terminal_of_many_epochs_asks_for_none_of_them(office: Office, tmp_path: Path) -> None:
    """So often it may not ask; it sends everything once, and knows of one epoch from then on."""
    with enrolled(office, tmp_path / "t") as terminal:
        given = []
        for _ in range(12):
            given += terminal.answer(5)
            terminal.once()
            forget(terminal)
            terminal.sealing().reissue(terminal.road)
        terminal.once()
        assert sorted(office.ids()) == sorted(one.id for one in given)
        assert len(terminal.store.outbox.forgotten_epochs(terminal.road.epoch)) == 1
        assert terminal.store.bookkeeping.books().acknowledged == 60


def test_enrolling_again_at_a_centre_that_was_put_back_loses_nothing(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = two_epochs(terminal)
        forget(terminal)
        forget_everything(office)
        terminal.enrol(office.code())
        terminal.once()
        assert sorted(office.ids()) == given
        assert terminal.store.bookkeeping.books().acknowledged == 10


OTHER = "http://127.0.0.1:2"


@pytest.fixture
def other(tmp_path: Path, migrated_sqlite: Path) -> Iterator[Office]:
    """Another centre."""
    shutil.copy(migrated_sqlite, tmp_path / "other.sqlite")
    with Office.open(f"sqlite:///{tmp_path / 'other.sqlite'}") as office:
        yield office


def move(terminal: AgentTerminal, centre: Office, central: str) -> None:
    terminal.transport = centre.transport()
    terminal.enrol(centre.code("gniezno"), central)


def test_another_centre_gets_nothing_of_what_the_first_has_whatever_comes(
    office: Office, tmp_path: Path, other: Office
) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        first = terminal.answer(20)
        terminal.once()
        forget(terminal)
        move(terminal, other, OTHER)
        second = terminal.answer(6)
        terminal.once()
        forget(terminal)
        forget(terminal)
        assert terminal.store.bookkeeping.books().acknowledged == 26
        change(terminal, STRAYED["a forgotten batch"])
        terminal.once()
        forget_everything(other)
        terminal.once()
        move(terminal, other, OTHER)
        terminal.once()
        terminal.sealing().reissue(terminal.road, everything=True)
        second += terminal.answer(5)
        terminal.once()
        assert sorted(other.ids()) == sorted(one.id for one in second)
        books = terminal.store.bookkeeping.books()
        assert (books.balances, books.acknowledged, terminal.store.outbox.unacknowledged()) == (True, 31, 0)
        assert terminal.store.damage() == ""
        assert len(office.ids()) == len(first)


def test_what_is_named_nowhere_at_a_move_is_not_left_behind(office: Office, tmp_path: Path, other: Office) -> None:
    """Rather too much at the other centre than one response nowhere."""
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(5)
        terminal.once()
        forget(terminal)
        given += terminal.answer(2)
        change(terminal, STRAYED["an entry"])
        move(terminal, other, OTHER)
        terminal.once()
        assert sorted(other.ids()) == sorted(one.id for one in given)


def test_terminal_that_comes_back_to_a_centre_brings_again_what_that_had(
    office: Office, tmp_path: Path, other: Office
) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(20)
        terminal.once()
        forget(terminal)
        move(terminal, other, OTHER)
        between = terminal.answer(6)
        terminal.once()
        forget(terminal)
        forget_everything(office)
        move(terminal, office, CENTRAL)
        terminal.once()
        assert sorted(office.ids()) == sorted(one.id for one in given)
        assert sorted(other.ids()) == sorted(one.id for one in between)
        books = terminal.store.bookkeeping.books()
        assert (books.balances, books.acknowledged) == (True, 26)


def test_what_was_left_with_another_centre_stays_there_after_a_salvage(
    office: Office, tmp_path: Path, other: Office
) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(20)
        terminal.once()
        forget(terminal)
        move(terminal, other, OTHER)
        given = terminal.answer(6)
        terminal.once()
    (tmp_path / "t" / f"{FILE_NAME}.suspect").touch()
    with (tmp_path / "t" / FILE_NAME).open("r+b") as file:
        file.write(b"\xa5" * 4096)
    with AgentTerminal.open(tmp_path / "t", other.transport(), office.clock) as terminal:
        terminal.once()
        assert sorted(other.ids()) == sorted(one.id for one in given)
        assert terminal.store.bookkeeping.books().acknowledged == 26


def test_look_back_that_is_cut_short_begins_again(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = two_epochs(terminal)
        terminal.sealing().reissue(terminal.road)
        forget_everything(office)
        with monkeypatch.context() as patch:

            def killed(*_arguments: object, **_options: object) -> None:
                raise StoreFault("killed")

            patch.setattr(Outbox, "reissue", killed)
            with pytest.raises(StoreFault, match="killed"):
                terminal.once()
        terminal.once()
        assert sorted(office.ids()) == given
        assert terminal.store.outbox.unacknowledged() == 0


def two_epochs_by_stick(office: Office, offline: AgentTerminal, stick: Path) -> list[Response]:
    join(office, offline, stick)
    given = offline.answer(5)
    carry(office, offline, stick)
    forget(offline)
    given += offline.answer(5)
    carry(office, offline, stick)
    change(offline, "UPDATE batches SET prev = 'a' || prev WHERE body IS NOT NULL")
    carry(office, offline, stick)
    return given


def test_stick_brings_what_earlier_epochs_had(office: Office, offline: AgentTerminal, stick: Path) -> None:
    given = two_epochs_by_stick(office, offline, stick)
    forget_everything(office)
    assert carrying(offline).take(stick, anew=True) == 2
    accept(office, stick)
    carrying(offline).receive(receipt_of(stick))
    assert sorted(office.ids()) == sorted(one.id for one in given)


def test_receipt_that_has_fallen_back_brings_what_earlier_epochs_had(
    office: Office, offline: AgentTerminal, stick: Path
) -> None:
    given = two_epochs_by_stick(office, offline, stick)
    forget_everything(office)
    given += offline.answer(5)
    for _ in range(2):
        carry(office, offline, stick)
    assert sorted(office.ids()) == sorted(one.id for one in given)


def test_enrolling_again_by_stick_at_a_centre_that_was_put_back_loses_nothing(
    office: Office, offline: AgentTerminal, stick: Path
) -> None:
    join(office, offline, stick)
    given = offline.answer(5)
    carry(office, offline, stick)
    forget(offline)
    forget_everything(office)
    join(office, offline, stick)
    carry(office, offline, stick)
    assert sorted(office.ids()) == sorted(one.id for one in given)


def test_stick_takes_what_nothing_names(office: Office, offline: AgentTerminal, stick: Path) -> None:
    join(office, offline, stick)
    given = offline.answer(5)
    change(offline, STRAYED["an entry"])
    given += offline.answer(5)
    carry(office, offline, stick)
    assert sorted(office.ids()) == sorted(one.id for one in given)
    assert offline.store.bookkeeping.books().balances


def test_new_epoch_that_could_not_be_begun_keeps_nothing_back_and_is_begun_within_the_hour(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(11)
        change(terminal, STRAYED["an entry"])
        agent = terminal.agent()
        with monkeypatch.context() as patch:

            def overtaken(*_arguments: object, **_options: object) -> None:
                raise StoreFault("cannot begin a new epoch: the batches have changed meanwhile")

            patch.setattr(Outbox, "reissue", overtaken)
            asyncio.run(agent.step())
        assert len(office.ids()) == 10
        terminal.answer(4)
        terminal.clock.seconds += 3601
        asyncio.run(agent.step())
        assert {one.id for one in given} < set(office.ids())
        assert not agent._books or not agent._books.balances, "told at the centre for a day"
        terminal.clock.seconds += timedelta(days=1).total_seconds()
        asyncio.run(agent.step())
        assert agent._books
        assert agent._books.balances
