"""The terminal's books on the real road to a real centre: they balance at both ends, and the agent says when not."""

from __future__ import annotations

import asyncio
import json
import logging
from datetime import timedelta
from pathlib import Path

import pytest

from sync.agent.__main__ import main
from sync.agent.status import status_of
from sync.central.ledger import Ledger
from tests.integration.sync.office import Office
from tests.integration.sync.terminal import AgentTerminal, copy_folder, enrolled
from tests.integration.sync.test_file_road import forget_everything

LOST = "DELETE FROM responses WHERE id = (SELECT max(response) FROM outbox)"


def take_out(terminal: AgentTerminal) -> None:
    with terminal.store._engines.write.begin() as connection:
        assert connection.exec_driver_sql(LOST).rowcount == 1


def test_both_ends_count_the_same(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(5)
        terminal.once()
        office.clock.time += timedelta(days=36)
        terminal.answer(6)
        terminal.once()
        terminal.answer(2)
        terminal.once()
        assert len(office.ids()) == 11
        books = terminal.store.bookkeeping.books()
        assert len([batch for batch in terminal.store.outbox.held() if batch.body]) == 1
        assert (books.balances, books.created, books.waiting, books.acknowledged) == (True, 13, 2, 11)
        ledger = Ledger(office.store)
        assert sum(page.responses for page in ledger.pages()) == books.acknowledged
        assert ledger.all_balance


def forget(terminal: AgentTerminal) -> None:
    """So many days pass that no acknowledged batch is held any more."""
    terminal.store.outbox.prune(terminal.clock.now().date() + timedelta(days=1))


def test_what_the_centre_lost_after_it_was_forgotten_here_arrives_in_one_contact(
    office: Office, tmp_path: Path
) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(5)
        terminal.once()
        forget(terminal)
        forget_everything(office)
        terminal.once()
        assert sorted(office.ids()) == sorted(one.id for one in given)
        assert terminal.store.bookkeeping.books().acknowledged == 5


def test_what_another_history_of_the_terminal_displaced_arrives_again(office: Office, tmp_path: Path) -> None:
    """The terminal was cloned, and the centre set back: its first batch is the clone's now."""
    with enrolled(office, tmp_path / "one"):
        pass
    copy_folder(tmp_path / "one", tmp_path / "two")
    with AgentTerminal.open(tmp_path / "one", office.transport(), office.clock) as one:
        given = one.answer(5)
        one.once()
        forget(one)
        forget_everything(office)
        with AgentTerminal.open(tmp_path / "two", office.transport(), office.clock) as two:
            given += two.answer(5)
            two.once()
        one.once()
        assert sorted(office.ids()) == sorted(each.id for each in given)
        assert one.store.bookkeeping.books().balances


def test_agent_says_once_a_day_that_the_books_do_not_balance(
    office: Office, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "sync.agent.bookkeeping")
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(3)
        agent = terminal.agent()
        asyncio.run(agent.once())
        take_out(terminal)
        for hours in (1, 22):
            terminal.clock.seconds += hours * 3600
            asyncio.run(agent.once())
        assert [one for one in caplog.messages if "books" in one] == []
        for _ in range(2):
            terminal.clock.seconds += 12 * 3600
            asyncio.run(agent.once())
        [line] = [one for one in caplog.messages if "books" in one]
        assert "do NOT balance: responses that waited" in line
        assert "kiosk-central ledger" in line
        assert not any(one.id in line for one in given)
        terminal.clock.seconds += 24 * 3600
        asyncio.run(agent.once())
        assert len([one for one in caplog.messages if "books" in one]) == 2


STRAYED = {
    "an entry": "DELETE FROM outbox WHERE response = (SELECT max(response) FROM outbox)",
    "an entry, damaged beyond knowing": (
        "UPDATE outbox SET response = 'x', checksum = 1 WHERE response = (SELECT max(response) FROM outbox)"
    ),
    "a batch": "DELETE FROM batches WHERE epoch = (SELECT epoch FROM road) AND n = 2",
    "a forgotten batch": "DELETE FROM batches WHERE epoch = (SELECT epoch FROM road) AND n = 1",
}


@pytest.mark.parametrize("what", STRAYED)
def test_responses_that_nothing_names_any_more_arrive_all_the_same(
    what: str, office: Office, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(5)
        terminal.once()
        forget(terminal)
        given += terminal.answer(5)
        terminal.sealing().seal(terminal.road)
        given += terminal.answer(5)
        agent = terminal.agent()
        with terminal.store._engines.write.begin() as connection:
            assert connection.exec_driver_sql(STRAYED[what]).rowcount == 1
        asyncio.run(agent.once())
        assert sorted(office.ids()) == sorted(one.id for one in given)
        books = terminal.store.bookkeeping.books()
        assert (books.balances, books.acknowledged) == (True, 15)
        told = [one for one in caplog.messages if "books do NOT balance" in one]
        assert len(told) == (what != "an entry, damaged beyond knowing"), "that is told as damage"
        assert not any("keep this terminal's data" in one for one in told)
        epoch = terminal.road.epoch
        terminal.clock.seconds += 25 * 3600
        asyncio.run(agent.once())
        assert terminal.road.epoch == epoch


def test_enrolling_anew_sends_what_nothing_named_any_more(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(5)
        with terminal.store._engines.write.begin() as connection:
            connection.exec_driver_sql(STRAYED["an entry"])
        terminal.enrol(office.code())
        terminal.once()
        assert sorted(office.ids()) == sorted(one.id for one in given)


def test_agent_says_so_also_where_the_centre_cannot_be_reached(
    office: Office, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(1)
        take_out(terminal)
        terminal.transport = None
        asyncio.run(terminal.agent().step())
        assert any("do NOT balance" in one for one in caplog.messages)


def test_damage_that_can_be_mended_is_no_reason_to_shout(
    office: Office, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(5)
        terminal.sealing().seal(terminal.road)
        with terminal.store._engines.write.begin() as connection:
            connection.exec_driver_sql("UPDATE batches SET sha = 'a' || sha")
        assert not status_of(terminal.store).books_balance
        terminal.once()
        assert not any("books" in one for one in caplog.messages)
        assert status_of(terminal.store).books_balance


def test_status_of_the_agent_shouts(tmp_path: Path, capsys: pytest.CaptureFixture[str], office: Office) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(2)
    status = ["status", "--json", "--data", str(tmp_path / "t")]
    assert main(status) == 0
    assert json.loads(capsys.readouterr().out)["books_balance"] is True
    with AgentTerminal.open(tmp_path / "t", None, office.clock) as terminal:
        take_out(terminal)
    assert main(status) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["books_balance"] is False
    assert told.err.startswith("kiosk-sync status: the books do NOT balance; keep")
