"""Damage in the terminal's file never stops the agent: what can be read arrives at the centre, once."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.domain.errors import DamagedStore
from kiosk.store.folder import FILE_NAME
from kiosk.store.road import Road, RoadStore
from kiosk.store.store import Store
from sync.agent.__main__ import main
from tests.builders import response
from tests.integration.sync.office import Office
from tests.integration.sync.terminal import AgentTerminal, enrolled

BATCH = [
    "body = CAST(replace(CAST(body AS TEXT), 'pilot', 'pilos') AS BLOB)",
    "body = CAST(replace(CAST(body AS TEXT), '-', '_') AS BLOB)",
    "sha = 'a' || sha",
    "prev = 'a' || prev",
    "row_count = row_count + 1",
    "n = n + 16",
    "epoch = 'a' || epoch",
]


def damage(terminal: AgentTerminal, statement: str) -> None:
    with terminal.store._engines.write.begin() as connection:
        assert connection.execute(text(statement)).rowcount == 1


@pytest.mark.parametrize("change", BATCH)
@pytest.mark.parametrize("n", [2, *(pytest.param(n, marks=pytest.mark.nightly) for n in (1, 3))])
def test_responses_of_a_damaged_batch_arrive_in_another_one(
    office: Office, tmp_path: Path, n: int, change: str
) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(5)
        terminal.once()
        for _ in range(2):
            given += terminal.answer(5)
            terminal.sealing().seal(terminal.road)
        damage(terminal, f"UPDATE batches SET {change} WHERE n = {n}")  # noqa: S608  # our own words
        terminal.once()
        given += terminal.answer(5)
        terminal.once()
        epoch = terminal.road.epoch
        terminal.once()
        assert terminal.road.epoch == epoch, "one new epoch is enough"
        assert sorted(office.ids()) == sorted(one.id for one in given)
        assert terminal.store.damage() == "batches: 1"


def test_damaged_response_stays_and_the_others_arrive(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        bad, *rest = terminal.answer(7)
        damage(terminal, f"UPDATE responses SET answers = '[1' WHERE id = '{bad.id}'")  # noqa: S608
        terminal.once()
        assert sorted(office.ids()) == sorted(one.id for one in rest)
        assert terminal.store.damage() == "outbox without response: 1, responses: 1"


def test_entries_of_the_outbox_arrive_when_they_are_damaged(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(7)
        for one in given[:3]:
            damage(terminal, f"UPDATE outbox SET response = 'g' || response WHERE response = '{one.id}'")  # noqa: S608
        terminal.once()
        assert sorted(office.ids()) == sorted(one.id for one in given)
        assert terminal.store.damage() == ""


def test_agent_that_meets_damage_as_it_starts_gives_the_file_back_to_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where it cannot even tell what it waits for it begins all the same: what is to be done, it does in its round."""

    def broken(_road: RoadStore) -> Road | None:
        raise DamagedStore("cannot read the road: database disk image is malformed")

    with Store.open(tmp_path) as store:
        given = response()
        store.responses.close(given)
    monkeypatch.setenv("OKIENKO_START_SPREAD_SECONDS", "0")
    monkeypatch.setattr(RoadStore, "read", broken)
    assert main(["run", "--data", str(tmp_path)]) == 1
    assert capsys.readouterr().err == "kiosk-sync run: cannot read the road: database disk image is malformed\n"
    assert (tmp_path / f"{FILE_NAME}.suspect").exists()
    monkeypatch.undo()
    with Store.open(tmp_path) as store:
        assert [one.id for one in store.responses.stream()] == [given.id]
