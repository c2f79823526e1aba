"""What a rule says of a response travels with it from the terminal's file to the centre's export, on both engines."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
import sqlalchemy

from sync.central.projector import read_format_1
from sync.central.store import database_url
from sync.central.store.engine import open_engine
from sync.central.store.upgrade import downgrade
from sync.protocol import Header, encode_row, read_header
from tests.builders import response
from tests.integration.sync.office import Office, row
from tests.integration.sync.terminal import enrolled
from tests.integration.sync.test_projection import quarantined


def flags(office: Office) -> dict[str, str]:
    """The exported flags by id."""
    header, *cells = office.exported()
    return {cell[0]: cell[header.index("flags")] for cell in cells}


def test_flags_arrive_at_the_centre_as_they_were_given(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = [response(flags=("burst-1",) if number > 2 else ()) for number in range(6)]
        for one in given:
            terminal.store.responses.close(one)
        terminal.once()
        assert flags(office) == {one.id: " ".join(one.flags) for one in given}


def test_batch_sealed_by_a_program_without_flags_goes_on_in_a_new_epoch(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(5)
        with monkeypatch.context() as patch:
            patch.setattr("sync.agent.sealing.Header", partial(Header, fmt=1))
            terminal.sealing().seal(terminal.road)
        given += [response(flags=("burst-1",)) for _ in range(5)]
        for one in given[5:]:
            terminal.store.responses.close(one)
        terminal.sealing().seal(terminal.road)
        terminal.sealing().reissue(terminal.road)
        batches = terminal.store.outbox.batches_after(terminal.road.epoch, 0, 9)
        assert [read_header(batch.body or b"").fmt for batch in batches] == [2, 2]
        terminal.once()
        assert flags(office) == {one.id: " ".join(one.flags) for one in given}
        assert office.store.status().quarantined == 0


def test_flags_come_through_and_change_nothing_else(office: Office) -> None:
    plain, one, two = row(), row(flags=("burst-1",)), row(flags=("burst-1", "line-2"))
    office.terminal().send([plain, one, two, encode_row(row(flags=("Burst",)))], fmt=2)

    _, *cells = office.exported()

    assert flags(office) == {plain.id: "", one.id: "burst-1", two.id: "burst-1 line-2"}
    assert {tuple(cell[1:8]) for cell in cells} == {("poznan", "pilot", "1", "pl", "2026-W48", "terminal", "1")}
    assert [reason for _, reason in quarantined(office)] == ["flags: not the id of a rule"]


def test_batch_with_flags_waits_at_a_centre_that_does_not_know_them(central_url: str) -> None:
    flagged = row(flags=("burst-1",))
    with Office.open(central_url, {1: read_format_1}) as office:
        office.terminal().send([flagged], fmt=2)
        assert office.ids() == []
        assert office.projector.waiting().deferred == 1
        assert quarantined(office) == []
    with Office.open(central_url) as office:
        assert office.ids() == [flagged.id]


def test_same_row_with_another_flag_is_another_row(office: Office) -> None:
    first = row(flags=("burst-1",))
    terminal = office.terminal()
    terminal.send([first], fmt=2)
    office.projector.catch_up()
    terminal.send([row(first.id)], fmt=2)

    assert flags(office) == {first.id: "burst-1"}
    assert [reason for _, reason in quarantined(office)] == ["another row with this id is there already"]


def test_responses_of_a_centre_without_flags_are_kept_and_have_none(own_url: str) -> None:
    engine = open_engine(database_url(own_url, Path()))
    downgrade(engine, "base")
    with Office.open(own_url) as office:
        office.terminal().send([row() for _ in range(3)])
        before = office.exported()
    downgrade(engine, "0001")
    assert "flags" not in {column["name"] for column in sqlalchemy.inspect(engine).get_columns("response")}
    engine.dispose()
    with Office.open(own_url) as office:
        assert office.exported() == before
        office.terminal().send([row(flags=("burst-1",))], fmt=2)
        assert sorted(flags(office).values()) == ["", "", "", "burst-1"]
