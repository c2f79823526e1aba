"""Encrypted answers travel as they lie, and only a centre with its key turns them into responses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.response import Response
from kiosk.encryption import Holders
from sync.agent.rows import row_of
from sync.central.__main__ import main
from sync.central.encrypted import OTHER_KEY, reader_with, readers
from sync.central.ledger import Ledger
from sync.central.projector import READERS, Projector
from sync.central.store import Retried
from sync.protocol import ENCRYPTED_FORMAT, FORMAT, Limits, Malformed, decompress, encode_row, read_header, read_row
from tests.builders import FakeClock, response
from tests.integration.sync.office import Office, row
from tests.integration.sync.terminal import AgentTerminal, copy_folder
from tests.keys import CENTRAL, HOLDERS, OFFICE, STRANGER, key_file

CANARY = "kanarek7f3a"
WITH_KEY = {**READERS, ENCRYPTED_FORMAT: reader_with(CENTRAL)}


@pytest.fixture
def terminal(office: Office, tmp_path: Path) -> Iterator[AgentTerminal]:
    with AgentTerminal.open(tmp_path / "terminal", office.transport(), FakeClock(), HOLDERS) as terminal:
        terminal.enrol(office.code())
        yield terminal


def answer(terminal: AgentTerminal, number: int = 7) -> list[Response]:
    given = [response({"ogolem": (CANARY,)}) for _ in range(number)]
    for one in given:
        terminal.store.responses.close(one)
    return given


def stored(office: Office) -> dict[str, str]:
    with office.store.export.opened() as source:
        return {record.id: record.answers for record in source.records("pilot")}


def bodies(office: Office) -> list[bytes]:
    with office.store.accounts.one_state() as state:
        return [decompress(account.compressed, Limits()) for account in state.batches()]


def test_centre_without_its_key_keeps_them_until_it_has_it(office: Office, terminal: AgentTerminal) -> None:
    given = answer(terminal)
    terminal.once()
    office.projector.catch_up()
    (body,) = bodies(office)
    assert read_header(body).fmt == ENCRYPTED_FORMAT
    assert CANARY.encode() not in body
    assert stored(office) == {}
    assert office.projector.waiting().deferred == 1
    ledger = Ledger(office.store)
    assert [(page.rows, page.waiting) for page in ledger.pages()] == [(7, 7)]
    assert ledger.all_balance

    Projector(office.store.projection, WITH_KEY).catch_up()
    assert {key: json.loads(answers) for key, answers in stored(office).items()} == {
        one.id: {"ogolem": [CANARY]} for one in given
    }
    ledger = Ledger(office.store)
    assert [(page.responses, page.waiting) for page in ledger.pages()] == [(7, 0)]
    assert ledger.all_balance


def test_wrong_key_puts_them_into_quarantine_from_where_the_right_one_takes_them(
    office: Office, terminal: AgentTerminal
) -> None:
    answer(terminal)
    terminal.once()
    Projector(office.store.projection, {**READERS, ENCRYPTED_FORMAT: reader_with(STRANGER)}).catch_up()
    assert stored(office) == {}
    assert office.store.status().quarantined == 7
    assert office.projector.retry() == Retried(read=0, passed_over=1), "it has no key"
    assert office.store.status().quarantined == 7
    assert Projector(office.store.projection, WITH_KEY).retry() == Retried(read=1, passed_over=0)
    assert len(stored(office)) == 7
    assert office.store.status().quarantined == 0


def test_right_key_is_enough_beside_a_centre_that_serves_with_another(
    central_url: str,
    office: Office,
    terminal: AgentTerminal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    serving = Projector(office.store.projection, {**READERS, ENCRYPTED_FORMAT: reader_with(STRANGER)})
    for _ in range(3):
        answer(terminal)
        terminal.once()
    serving.catch_up()
    assert office.store.status().quarantined == 21
    catch_up = Projector.catch_up

    def later(projector: Projector) -> None:
        catch_up(serving)  # which is always quicker to take what waits
        catch_up(projector)

    monkeypatch.setattr(Projector, "catch_up", later)
    key = key_file(tmp_path / "key", 1)
    assert main(["retry", "--key", str(key), "--database", central_url]) == 0
    assert capsys.readouterr().out == "batches read once more: 3; lines in quarantine before: 21, now: 0\n"
    assert len(stored(office)) == 21


def test_batch_of_the_day_on_which_the_key_was_changed_needs_both_keys_and_is_then_whole(office: Office) -> None:
    """What was closed before waits at the terminal with what is closed after, and both go into one batch."""
    rows = [row(), row()]
    closed = [
        replace(one, answers={}, encrypted=Holders(OFFICE.public, key.public).encrypted(one.id, '{"ogolem":["4"]}'))
        for one, key in zip(rows, (STRANGER, CENTRAL), strict=True)
    ]
    office.terminal().send([encode_row(one) for one in closed], fmt=ENCRYPTED_FORMAT)
    old, new = (
        Projector(office.store.projection, {**READERS, ENCRYPTED_FORMAT: reader_with(key)})
        for key in (STRANGER, CENTRAL)
    )
    new.catch_up()
    assert stored(office).keys() == {rows[1].id}
    for again in (old, new, old):
        again.retry()
        assert stored(office).keys() == {one.id for one in rows}
        assert office.store.status().quarantined == 0
    assert Ledger(office.store).all_balance


def test_same_row_in_clear_and_encrypted_is_one_response(office: Office, terminal: AgentTerminal) -> None:
    """A terminal that encrypts from today sends in a new epoch what the centre knows in clear, and the reverse."""
    with AgentTerminal.open(terminal.folder, office.transport(), terminal.clock) as plain:
        before = answer(plain)
        plain.once()
        assert plain.store.outbox.readable_batches() == 1
    after = answer(terminal)
    terminal.once()
    terminal.sealing().reissue(terminal.road)
    terminal.once()
    Projector(office.store.projection, WITH_KEY).catch_up()
    assert stored(office).keys() == {one.id for one in before + after}
    assert office.store.status().quarantined == 0
    assert sorted(read_header(body).fmt for body in bodies(office)) == [FORMAT, FORMAT, 3, 3]


def test_agent_with_keys_sends_nothing_readable_of_a_terminal_begun_without(
    office: Office, terminal: AgentTerminal
) -> None:
    with AgentTerminal.open(terminal.folder, office.transport(), terminal.clock) as begun_before:
        answer(begun_before, 6)
        terminal.once()
        (body,) = bodies(office)
        assert CANARY.encode() not in body
        assert terminal.store.outbox.readable_batches() == 0
    terminal.store.encrypt_rest()
    terminal.sealing().reissue(terminal.road)
    terminal.once()
    Projector(office.store.projection, WITH_KEY).catch_up()
    assert len(stored(office)) == 6
    assert office.store.status().quarantined == 0


@pytest.mark.parametrize("codes", [6, 8])
def test_longest_answers_arrive_encrypted_as_they_do_in_clear(
    office: Office, terminal: AgentTerminal, codes: int
) -> None:
    """Encryption makes a row longer; what is held to the limit is what it says."""
    given = {f"pytanie_{number:02}": tuple(f"odpowiedz_{code}" for code in range(codes)) for number in range(60)}
    for _ in range(5):
        terminal.store.responses.close(response(given))
    terminal.once()
    Projector(office.store.projection, WITH_KEY).catch_up()
    assert len(encode_row(row_of(response(given)))) > 6000
    assert len(stored(office)) == 5


def test_answers_too_long_in_clear_are_too_long_encrypted() -> None:
    id_ = "1c9e7d34-2a6b-4f80-9d15-6e3b8a0c4f51"
    inside = json.dumps({f"q{number}": ["x" * 60] for number in range(140)})
    header = json.dumps({"fmt": 3, "terminal": id_, "epoch": "0" * 16, "n": 1, "prev": "0" * 64, "rows": 1}).encode()
    assert len(inside) > Limits().row
    found = reader_with(CENTRAL)(header + b"\n" + row_line(encrypted=HOLDERS.encrypted(id_, inside)) + b"\n")
    assert found.bad == {1: "the row is too long"}


def test_clone_of_an_encrypting_terminal_doubles_nothing(
    office: Office, terminal: AgentTerminal, tmp_path: Path
) -> None:
    answer(terminal)
    terminal.store.responses.settle()
    with AgentTerminal.open(
        copy_folder(terminal.folder, tmp_path / "clone"), office.transport(), terminal.clock, HOLDERS
    ) as clone:
        answer(terminal)
        terminal.once()
        answer(clone)
        for _ in range(3):
            clone.once()
            terminal.once()
    Projector(office.store.projection, WITH_KEY).catch_up()
    assert len(stored(office)) == 21
    assert office.store.status().quarantined == 0


def test_full_batches_stay_within_the_limits(office: Office, terminal: AgentTerminal) -> None:
    answer(terminal, 1100)
    terminal.once()
    Projector(office.store.projection, WITH_KEY).catch_up()
    assert len(stored(office)) == 1100
    assert len(bodies(office)) >= 3


def row_line(**changed: object) -> bytes:
    fields = {
        "id": "1c9e7d34-2a6b-4f80-9d15-6e3b8a0c4f51",
        "questionnaire": "pilot",
        "version": 1,
        "language": "pl",
        "period": "2026-W48",
        "channel": "terminal",
        "complete": True,
        "answers": {},
        "encrypted": "enc1.x",
    }
    return json.dumps(fields | changed).encode()


@pytest.mark.parametrize(
    "changed",
    [{"answers": {"ogolem": ["4"]}}, {"encrypted": 1}, {"encrypted": ""}, {"encrypted": "ą"}, {"encrypted": "x\n"}],
)
def test_bad_line_of_the_format_is_malformed(changed: dict[str, object]) -> None:
    read_row(row_line(), fmt=ENCRYPTED_FORMAT)
    with pytest.raises(Malformed):
        read_row(row_line(**changed), fmt=ENCRYPTED_FORMAT)
    with pytest.raises(Malformed, match="unknown field"):
        read_row(row_line(), fmt=FORMAT)


@pytest.mark.parametrize("inside", ["", "null", "[]", '{"ogolem":4}', '{"ogolem":["' + "x" * 500 + '"]}'])
def test_whoever_encrypts_nonsense_delays_one_line(inside: str) -> None:
    id_ = "1c9e7d34-2a6b-4f80-9d15-6e3b8a0c4f51"
    good = replace(read_row(row_line(), fmt=3), encrypted=HOLDERS.encrypted(id_, '{"ogolem":["4"]}'))
    lines = [row_line(encrypted=HOLDERS.encrypted(id_, inside)), row_line(encrypted=good.encrypted)]
    header = json.dumps({"fmt": 3, "terminal": id_, "epoch": "0" * 16, "n": 1, "prev": "0" * 64, "rows": 2}).encode()
    found = reader_with(CENTRAL)(b"\n".join([header, *lines]) + b"\n")
    assert found.bad.keys() == {1}
    assert found.bad[1] != OTHER_KEY
    assert found.rows[2].answers == {"ogolem": ("4",)}
    assert found.rows[2].encrypted == ""


def test_key_is_read_from_its_file(tmp_path: Path) -> None:
    assert readers(None) is READERS
    assert readers(key_file(tmp_path / "key", 1)).keys() == {1, 2, 3}
