"""`kiosk status` shouts when the terminal's books do not balance, and tells no number of single responses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.domain.books import MENDED_DAILY
from kiosk.store.store import Store
from tests.builders import response
from tests.integration.commands.test_commands import kiosk


def test_status_shouts_when_the_books_do_not_balance(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(tmp_path) as store:
        for _ in range(3):
            store.responses.close(response())
    assert kiosk("status", "--json", "--data", tmp_path) == 0
    before = json.loads(capsys.readouterr().out)
    with Store.open(tmp_path) as store, store._engines.write.begin() as connection:
        connection.exec_driver_sql("DELETE FROM outbox WHERE response = (SELECT max(response) FROM outbox)")
    assert kiosk("status", "--json", "--data", tmp_path) == 1
    told = capsys.readouterr()
    facts = json.loads(told.out)
    assert kiosk("status", "--data", tmp_path) == 1
    words = capsys.readouterr().out
    assert (before["books_balance"], before["books"]) == (True, "")
    assert (facts["books_balance"], facts["in_no_batch"], facts["acknowledged"]) == (False, "1+", "0")
    assert facts["books"] == "responses that neither wait for the central office nor are in a batch"
    assert facts["books"] in words
    assert told.err == f"kiosk status: the books do NOT balance; {MENDED_DAILY}\n"
    with Store.open(tmp_path) as store, store._engines.write.begin() as connection:
        connection.exec_driver_sql("DELETE FROM responses WHERE id = (SELECT max(response) FROM outbox)")
    assert kiosk("status", "--data", tmp_path) == 1
    assert "; keep this terminal's data as it is, and reckon at the central office with: kiosk-central ledger" in (
        capsys.readouterr().err
    )
