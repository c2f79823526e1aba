"""From batches to responses: once each, and nothing that is wrong holds up the rest. On both engines."""

from __future__ import annotations

import json
import random
import threading
import uuid

import pytest
import sqlalchemy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.central.ledger import Ledger
from sync.central.projector import READERS, Projector, read_format_1, read_format_2
from sync.central.store import Reading, Retried, tables
from sync.central.store.engine import writing
from sync.central.store.statements import insert_many_missing
from sync.protocol import Malformed, encode_row, read_row
from tests.integration.sync.office import Office, row


def quarantined(office: Office) -> list[tuple[int, str]]:
    with office.store._engine.connect() as connection:
        query = sqlalchemy.text("SELECT line, reason FROM quarantine ORDER BY n, line")
        return [(found.line, found.reason) for found in connection.execute(query)]


def everything(office: Office) -> list[list[str]]:
    """Responses and quarantine as one comparable value."""
    return [*office.exported(), *([str(line), reason] for line, reason in quarantined(office))]


def test_rows_become_responses_of_the_terminals_office(office: Office) -> None:
    rows = [row(), row(complete=False, answers={}, language="uk", channel="paper")]
    office.terminal("gniezno").send(rows)

    header, *cells = office.exported()

    fixed = ["id", "office", "questionnaire", "version", "language", "period", "channel", "complete", "flags"]
    assert header == [*fixed, "ogolem", "powod", "siedziba"]
    expected = [
        [rows[0].id, "gniezno", "pilot", "1", "pl", "2026-W48", "terminal", "1", "", "4", "czas dok", "-"],
        [rows[1].id, "gniezno", "pilot", "1", "uk", "2026-W48", "paper", "0", "", "", "", ""],
    ]
    assert cells == sorted(expected)


def test_responses_know_no_terminal_no_time_and_no_order(office: Office) -> None:
    office.terminal().send([row()])
    office.projector.catch_up()
    columns = {column["name"] for column in sqlalchemy.inspect(office.store._engine).get_columns("response")}

    assert columns == {
        "id", "office", "questionnaire", "version", "language", "period", "channel", "complete", "answers",
        "flags",
    }  # fmt: skip


BAD_LINES = [
    (b"no json", "not JSON"),
    (b"[1]", "not a JSON object"),
    (b"\xff\xfe", "not JSON"),
    (b"[" * 5000, "not JSON"),
    (b"{" + b" " * 9000 + b"}", "too long"),
    (b'{"id":"x"}', "missing: answers"),
    (encode_row(row(str(uuid.uuid1()))), "id: not a random UUID"),
    (encode_row(row("0190b5b2-7a3c-7def-8123-456789abcdef")), "id: not a random UUID"),
    (encode_row(row(period="2026-W54")), "period"),
    (encode_row(row(period="2026-W48-1")), "period"),
    (encode_row(row(period="2026-11-23T09:10")), "period"),
    (encode_row(row(version="1")), "version"),
    (encode_row(row(version=True)), "version"),
    (encode_row(row(version=2**31)), "version"),
    (encode_row(row(complete=1)), "complete"),
    (encode_row(row(language="polski język")), "language"),
    (encode_row(row(answers=[])), "answers: not an object"),
    (encode_row(row(answers={"ogolem": "4"})), "answers: codes are not in a list"),
    (encode_row(row(answers={"ogolem": [4]})), "answers, a code"),
    (encode_row(row(answers={"ogolem": ["=cmd()"]})), "answers, a code"),
    (encode_row(row(answers={"ogolem": ["a\0b"]})), "answers, a code"),
    (encode_row(row(answers={"": ["4"]})), "answers, a question"),
    (encode_row(row())[:-1] + b',"tapped_at":"2026-11-23T09:10"}', "unknown field"),
    (encode_row(row())[:-1] + b',"version":1}', "the same key twice"),
]


def test_bad_lines_go_to_quarantine_and_the_rest_becomes_responses(office: Office) -> None:
    good = [row() for _ in range(10)]
    terminal = office.terminal()
    batch = terminal.send([*good, *(line for line, _ in BAD_LINES)])
    terminal.send([row()])

    assert set(office.ids()) >= {one.id for one in good}
    assert len(office.ids()) == 11
    lines = batch.body.split(b"\n")
    found = {lines[number]: reason for number, reason in quarantined(office)}
    assert len(found) == len(BAD_LINES)
    for line, reason in BAD_LINES:
        assert reason in found[line], line[:80]


def test_quarantine_repeats_nothing_of_what_was_sent(office: Office) -> None:
    office.terminal().send([encode_row(row(answers={"ogolem": ["secret answer"]}))])
    office.projector.catch_up()

    assert "secret" not in str(quarantined(office))


def test_header_that_counts_wrongly_is_noted_and_no_row_is_lost(office: Office) -> None:
    terminal = office.terminal()
    batch = terminal.batch([row(), row()])
    lying = batch.body.replace(b'"rows":2', b'"rows":3')
    answer = terminal.put(type(batch)(batch.header, lying, batch.sha))

    assert answer.status_code == 201
    assert len(office.ids()) == 2
    assert quarantined(office) == [(0, "the header counts other rows than there are")]


def test_projection_from_nothing_gives_the_same_again(office: Office) -> None:
    terminal, other = office.terminal(), office.terminal("gniezno")
    for _ in range(5):
        terminal.send([*(row() for _ in range(7)), b"rubbish"])
        other.send([row() for _ in range(7)])
    before = everything(office)

    with writing(office.store._engine) as connection:
        for table in (tables.response, tables.quarantine):
            connection.exec_driver_sql(f"DELETE FROM {table.name}")  # noqa: S608 ours
        batch = tables.inbox.c
        again = sqlalchemy.select(batch.terminal, batch.epoch, batch.n, batch.fmt)
        connection.execute(sqlalchemy.insert(tables.waiting).from_select(["terminal", "epoch", "n", "fmt"], again))
    assert office.store.status().responses == 0
    for _ in range(2):
        assert everything(office) == before


def test_quarantined_lines_are_read_once_more_and_all_else_stays(office: Office) -> None:
    terminal, other = office.terminal(), office.terminal("gniezno")
    terminal.send([row(), b"rubbish", row()])
    other.send([row()])
    before = everything(office)

    for _ in range(2):
        assert office.projector.retry() == Retried(read=1, passed_over=0)
        assert office.projector.waiting().next == 0
        assert everything(office) == before


def test_what_another_program_could_not_read_at_all_is_read_once_more(central_url: str) -> None:
    def failing(_body: bytes) -> Reading:
        raise ZeroDivisionError

    with Office.open(central_url, {1: failing}) as office:
        terminal = office.terminal()
        for _ in range(45):
            terminal.send([row(), b"rubbish", row()])
        office.projector.catch_up()
        assert {line for line, _ in quarantined(office)} == {0}
        mended = Projector(office.store.projection)
        assert mended.retry() == Retried(read=45, passed_over=0)
        assert (len(office.ids()), len(quarantined(office))) == (90, 45)
        failed_again = Projector(office.store.projection, {1: failing})
        assert failed_again.retry().read == 45
        assert (len(office.ids()), len(quarantined(office))) == (90, 90), "line 0 and what was bad before"
        assert Ledger(office.store).all_balance
        mended.retry()
        assert len(quarantined(office)) == 45
        assert 0 not in {line for line, _ in quarantined(office)}


def test_rows_that_come_again_in_another_epoch_are_passed_over(office: Office) -> None:
    rows = [row() for _ in range(6)]
    terminal = office.terminal()
    terminal.send(rows)
    clone = office.terminal()
    clone.send([*rows, row()])

    assert len(office.ids()) == 7
    assert quarantined(office) == []


def test_another_row_under_a_taken_id_is_not_lost_silently(office: Office) -> None:
    first = row()
    terminal = office.terminal()
    terminal.send([first])
    office.projector.catch_up()
    terminal.send([row(first.id, answers={"ogolem": ("1",)})])
    terminal.send([row("6fa459ea-ee8a-4ca4-894e-db77e160355e"), row("6fa459ea-ee8a-4ca4-894e-db77e160355e", version=2)])

    assert sorted(office.ids()) == sorted([first.id, "6fa459ea-ee8a-4ca4-894e-db77e160355e"])
    assert [reason for _, reason in quarantined(office)] == ["another row with this id is there already"] * 2


def test_unknown_format_waits_for_a_centre_that_reads_it(central_url: str) -> None:
    with Office.open(central_url) as office:
        terminal = office.terminal()
        terminal.send([row()])
        terminal.send([b"a row of tomorrow"], fmt=99)
        terminal.send([row()])
        assert len(office.ids()) == 2
        assert office.projector.waiting().deferred == 1
        assert office.projector.waiting().next == 0
        assert quarantined(office) == []

    late = row()

    def read_format_99(body: bytes) -> Reading:
        assert b"a row of tomorrow" in body
        return Reading({1: late}, {})

    with Office.open(central_url, {**READERS, 99: read_format_99}) as office:
        assert late.id in office.ids()
        assert len(office.ids()) == 3
        assert office.projector.waiting().deferred == 0


def test_readers_bug_holds_up_its_own_batch_only(central_url: str, caplog: pytest.LogCaptureFixture) -> None:
    def fragile(body: bytes) -> Reading:
        if b"poison" in body:
            raise ZeroDivisionError
        return read_format_1(body)

    with Office.open(central_url, {1: fragile}) as office:
        terminal = office.terminal()
        terminal.send([row()])
        terminal.send([b"poison"])
        terminal.send([row()])
        assert len(office.ids()) == 2
        assert quarantined(office) == [(0, "the reader of this format failed: ZeroDivisionError")]
    assert "cannot be read" in caplog.text


def test_changed_bytes_in_the_inbox_are_found(office: Office) -> None:
    office.terminal().send([row()])
    with office.store._engine.begin() as connection:
        connection.execute(sqlalchemy.text("UPDATE inbox SET sha = :sha"), {"sha": "0" * 64})

    assert office.ids() == []
    assert quarantined(office) == [(0, "the stored batch is damaged: its hash has changed")]


def test_several_projectors_at_once_store_each_row_once(office: Office) -> None:
    terminals = [office.terminal() for n in range(4)]
    shared = [row() for _ in range(30)]
    for terminal in terminals:
        for _ in range(5):
            random.shuffle(shared)
            terminal.send([*shared, row()])
    faults: list[BaseException] = []

    def project() -> None:
        try:
            Projector(office.store.projection).catch_up()
        except BaseException as fault:  # noqa: BLE001  # told to the test
            faults.append(fault)

    threads = [threading.Thread(target=project) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert faults == []
    assert office.store.status().responses == 30 + 20
    assert office.projector.waiting().next == 0


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(
    st.lists(
        st.one_of(
            st.binary(max_size=60).filter(lambda line: b"\n" not in line and b"\r" not in line),
            st.recursive(
                st.none() | st.booleans() | st.integers() | st.text(max_size=8),
                lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
            ).map(lambda value: json.dumps(value).encode()),
            st.fixed_dictionaries(
                {
                    "id": st.builds(uuid.uuid4).map(str),
                    "questionnaire": st.text(max_size=70) | st.just("pilot"),
                    "version": st.integers() | st.just(1),
                    "language": st.text(max_size=9) | st.just("pl"),
                    "period": st.text(max_size=10) | st.just("2026-W48"),
                    "channel": st.just("terminal"),
                    "complete": st.booleans() | st.none(),
                    "answers": st.dictionaries(st.text(max_size=5), st.lists(st.text(max_size=5)), max_size=3),
                }
            ).map(lambda value: json.dumps(value).encode()),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_every_line_is_a_response_or_in_quarantine(office: Office, lines: list[bytes]) -> None:
    terminal = office.terminal()
    terminal.send(lines)
    before = office.store.status()
    office.projector.catch_up()
    after = office.store.status()

    def is_row(line: bytes) -> bool:
        try:
            read_row(line)
        except Malformed:
            return False
        return True

    good = sum(map(is_row, lines))
    assert after.responses - before.responses + after.quarantined - before.quarantined == len(lines)
    assert after.responses - before.responses <= good


def test_row_that_one_engine_cannot_hold_delays_itself_only(office: Office) -> None:
    terminal = office.terminal()
    terminal.send([row(), row(language="abc-abcdefgh-abcdefgh")])

    office.projector.catch_up()

    assert len(office.ids()) == 1
    assert [reason for _, reason in quarantined(office)] == ["language: not a language tag"]


def test_millions_of_empty_rows_are_one_line_in_quarantine() -> None:
    reading = read_format_1(b"{}\n" + b"\n" * 4_000_000)

    assert reading == Reading({}, {0: "there are more than 500 rows"})
    assert read_format_2(b"{}\n" + b"\n" * 501) == reading


def test_centre_knows_how_many_rows_were_new(office: Office) -> None:
    """Else every row would be read again to be compared, and nobody would notice but by the time it takes."""
    plain = {"office": "poznan", "questionnaire": "p", "version": 1, "language": "pl", "period": "2026-W48"}
    more = {"channel": "terminal", "complete": True, "answers": {"ż\\\"'": ("4",), "b": ()}, "flags": ""}
    rows = [{"id": str(uuid.uuid4()), **plain, **more} for _ in range(7)]
    with writing(office.store._engine) as connection:
        added = [insert_many_missing(connection, tables.response, some) for some in (rows[:3], rows, rows)]
        stored = connection.execute(sqlalchemy.select(tables.response)).mappings().all()
    assert added == [3, 4, 0]
    assert {row["id"] for row in stored} == {row["id"] for row in rows}
    assert all(row["answers"] == {"ż\\\"'": ["4"], "b": []} and row["complete"] is True for row in stored)
