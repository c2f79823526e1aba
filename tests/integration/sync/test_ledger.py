"""The centre's books balance by themselves, and whoever takes something away is found out."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sync.central.ledger import Ledger, Page
from sync.central.projector import READERS
from sync.central.store.engine import writing
from sync.protocol import Batch, Head, encode_batch, sha_of
from tests.integration.sync.office import HandTerminal, Office, row
from tests.integration.sync.test_commands import Run, run

__all__ = ["run"]


def reckoned(office: Office) -> tuple[bool, list[Page]]:
    ledger = Ledger(office.store)
    ledger.gaps()
    pages = list(ledger.pages())
    return ledger.all_balance, pages


def filled(office: Office) -> HandTerminal:
    """Two days of one terminal and one of another: bad lines, a repeated row, a batch that waits for a reader."""
    terminal, other = office.terminal(), office.terminal("gniezno")
    again = row()
    terminal.send([row(), row(), again])
    terminal.send([row(), b"rubbish", again])
    office.clock.time += timedelta(days=1)
    terminal.send([row()] * 2)
    other.send([row(), row()])
    other.send([row(), row()], fmt=99)
    office.projector.catch_up()
    return terminal


def test_every_row_that_came_is_accounted_for(office: Office) -> None:
    terminal = filled(office)

    balances, pages = reckoned(office)

    assert balances
    by_terminal = {
        (page.terminal == terminal.terminal, page.day - office.clock.now().date() == timedelta()): page
        for page in pages
    }
    first, second, others = by_terminal[True, False], by_terminal[True, True], by_terminal[False, True]
    assert (first.batches, first.rows, first.responses, first.quarantined, first.waiting) == (2, 6, 5, 1, 0)
    assert (second.batches, second.rows, second.responses) == (1, 2, 2)
    assert (others.office, others.rows, others.responses, others.waiting) == ("gniezno", 4, 2, 2)
    assert all(page.missing == 0 for page in pages)


def test_what_is_not_projected_yet_waits(office: Office) -> None:
    office.terminal().send([row(), row()])

    balances, (page,) = reckoned(office)

    assert balances
    assert (page.rows, page.waiting, page.responses) == (2, 2, 0)


@pytest.mark.parametrize(
    ("harm", "missing", "damaged", "gaps"),
    [
        ("DELETE FROM response WHERE id = (SELECT min(id) FROM response WHERE office = 'gniezno')", 1, 0, 0),
        ("DELETE FROM quarantine", 1, 0, 0),
        ("DELETE FROM inbox WHERE n = 1 AND office = 'poznan'", 0, 0, 1),
        ("UPDATE inbox SET sha = '00' WHERE n = 1 AND office = 'gniezno'", 0, 1, 0),
    ],
)
def test_whoever_takes_something_away_is_found_out(
    office: Office, harm: str, missing: int, damaged: int, gaps: int
) -> None:
    filled(office)
    with office.store._engine.begin() as connection:
        if "inbox WHERE n = 1" in harm:
            connection.exec_driver_sql("DELETE FROM quarantine WHERE n = 1")
        connection.exec_driver_sql(harm)

    ledger = Ledger(office.store)
    found, pages = ledger.gaps(), list(ledger.pages())

    assert not ledger.all_balance
    assert sum(page.missing for page in pages) == missing
    assert sum(page.damaged_batches for page in pages) == damaged
    assert [gap.told - gap.held for gap in found] == [1] * gaps


def test_batch_that_nobody_has_read_does_not_upset_the_books(office: Office) -> None:
    terminal = office.terminal()
    lines = [b"[" * 3000, b'{"id":"\\u0000"}', b'{"id":"\\ud800"}', *[b"{}"] * 600]
    batch = terminal.batch(lines)
    honest = encode_batch(replace(batch.header, rows=1), [], lambda _rows: None)
    body = honest.body.replace(b'"rows":0', b'"rows":1') + b"".join(line + b"\n" for line in lines)
    assert terminal.put(Batch(batch.header, body, sha_of(body))).status_code == 201
    terminal.last = Head(1, sha_of(body))
    terminal.send(lines[:3])
    office.projector.catch_up()

    balances, (page,) = reckoned(office)

    assert balances
    assert (page.rows, page.quarantined) == (606, 606)


def test_command_tells_people_and_programs_and_shouts(run: Run, central_url: str, tmp_path: Path) -> None:
    with Office.open(central_url, READERS) as office:
        filled(office)
        good = run("sync.central", "ledger", "--database", central_url, "--data", tmp_path)
        told = json.loads(run("sync.central", "ledger", "--json", "--database", central_url, "--data", tmp_path).stdout)
        with office.store._engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM response WHERE office = 'gniezno'")
        bad = run("sync.central", "ledger", "--database", central_url, "--data", tmp_path)

    assert good.returncode == 0
    assert len(good.stdout.splitlines()) == 4
    assert told["balances"] is True
    assert sum(page["rows"] for page in told["pages"]) == 12
    assert bad.returncode == 1
    assert "rows gone: 2" in bad.stdout
    assert "NOT balance" in bad.stderr


def test_head_that_is_not_of_its_last_batch_is_told(office: Office) -> None:
    office.terminal().send([row()])
    office.projector.catch_up()
    with writing(office.store._engine) as connection:
        connection.exec_driver_sql("UPDATE head SET sha = '00' || substr(sha, 3)")
    ledger = Ledger(office.store)
    list(ledger.pages())
    assert [(one.told, one.held) for one in ledger.gaps()] == [(1, 1)]
    assert (ledger.all_balance, ledger.needs_copy) == (False, True)
