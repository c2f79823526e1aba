"""What the centre promises of an administrator's list, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
import gzip
import json
import uuid
from dataclasses import replace
from typing import Any

import httpx2
import pytest

from sync.protocol import AuditLine, AuditReceipt, audit_path, compress, encode_audit
from tests.integration.sync.lists import EXPORTED, hash_after, held, line, message, put, put_bytes
from tests.integration.sync.office import HandTerminal, Office, problem
from tests.integration.sync.signing import Signed, new_key

NAME = "Kowalski"


def test_new_lines_are_201_and_on_disk_with_all_they_say(office: Office) -> None:
    terminal = office.terminal("gniezno")
    sent = message(terminal, lines=[line(1), line(2, "export_done", EXPORTED)])

    answer = put(terminal, sent)

    assert answer.status_code == 201
    assert answer.json() == {"number": 2, "sha": hash_after(sent), "apart": False}
    first, second = office.store.audits.lines()
    assert (first.office, first.terminal, first.number, first.event) == ("gniezno", terminal.terminal, 1, "entered")
    assert (second.at, second.detail) == (sent.lines[1].at, EXPORTED)
    assert second.received_on == office.clock.now().date()
    assert not second.apart


def test_same_lines_again_are_200_and_add_nothing(office: Office) -> None:
    terminal = office.terminal()
    sent = message(terminal)
    put(terminal, sent)

    again = [put(terminal, sent) for _ in range(3)]

    assert [answer.status_code for answer in again] == [200, 200, 200]
    assert again[0].json() == {"number": 3, "sha": hash_after(sent), "apart": False}
    assert len(held(office)) == 3


def test_lines_that_overlap_add_what_is_new(office: Office) -> None:
    terminal = office.terminal()
    put(terminal, message(terminal, 1, 2))

    assert put(terminal, message(terminal, 1, 5)).status_code == 201
    assert [number for _, number, *_ in held(office)] == [1, 2, 3, 4, 5]


def test_lines_go_on_from_those_before(office: Office) -> None:
    terminal = office.terminal()
    first = message(terminal, 1, 2)
    put(terminal, first)
    second = message(terminal, 3, 4, hash_after(first))

    assert put(terminal, second).json()["sha"] == hash_after(second)
    assert put(terminal, first).status_code == 200, "an old message that comes late"
    assert [number for _, number, *_ in held(office)] == [1, 2, 3, 4]


@pytest.mark.parametrize("prev", ["0" * 63 + "1", "f" * 64])
def test_lines_without_those_before_are_a_gap_and_nothing_is_kept(office: Office, prev: str) -> None:
    terminal = office.terminal()
    put(terminal, message(terminal, 1, 2))

    answer = put(terminal, message(terminal, 3, 4, prev))

    assert answer.status_code == 409
    assert problem(answer).kind == "gap"
    assert problem(answer).head is None
    assert len(held(office)) == 2


def test_same_number_with_other_content_is_kept_apart_and_told(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("WARNING", "sync")
    terminal = office.terminal()
    start = message(terminal, 1, 1)
    put(terminal, start)
    put(terminal, message(terminal, 2, 3, hash_after(start)))
    other = message(terminal, 2, 3, hash_after(start), lines=[line(2, "wrong_pin"), line(3)])

    answer = put(terminal, other)

    assert (answer.status_code, answer.json()["apart"]) == (201, True)
    assert answer.json()["sha"] == hash_after(other)
    assert "a terminal was restored or cloned, its audit list forks" in caplog.text
    assert terminal.terminal not in caplog.text
    told = [(one.number, one.event, one.apart) for one in office.store.audits.lines()]
    assert sorted(told) == [
        (1, "entered", False),
        (2, "entered", True),
        (2, "wrong_pin", True),
        (3, "entered", True),
        (3, "entered", True),
    ]
    assert put(terminal, other).json() == answer.json()
    assert len(held(office)) == 5


def test_forty_simultaneous_identical_lists_are_one(office: Office) -> None:
    terminal = office.terminal()
    request = ("PUT", audit_path(terminal.terminal, 1))
    body = compress(encode_audit(message(terminal, 1, 50)))

    answers = office.ask_all([request] * 40, content=body, **terminal.signed)

    assert {answer.status_code for answer in answers} == {200, 201}
    assert len(held(office)) == 50


def test_rogue_terminal_is_401_before_anything_is_read(office: Office) -> None:
    terminal = office.terminal()
    path = audit_path(terminal.terminal, 1)

    answer = office.ask("PUT", path, content=b"rubbish", auth=Signed(new_key(), office.clock))

    assert answer.status_code == 401
    assert problem(answer).kind == "unknown-terminal"


def test_key_of_one_terminal_writes_in_no_other_list(office: Office) -> None:
    one, other = office.terminal(), office.terminal()
    disguised = HandTerminal(office, one.terminal, other.key)

    assert put(disguised, message(one)).status_code == 401
    assert problem(put_bytes(other, compress(encode_audit(message(one))))).kind == "address"
    assert put(HandTerminal(office, str(uuid.uuid4())), message(one)).status_code == 401
    assert held(office) == []


def test_revoked_terminal_is_403_and_its_list_stays(office: Office) -> None:
    terminal = office.terminal()
    put(terminal, message(terminal, 1, 1))
    office.store.enrolments.revoke(terminal.terminal)

    answer = put(terminal, message(terminal, 1, 2))

    assert (answer.status_code, problem(answer).kind) == (403, "revoked")
    assert len(held(office)) == 1


def test_too_much_is_413(office: Office) -> None:
    terminal = office.terminal()
    bomb = gzip.compress(bytes(30_000_000), mtime=0)

    assert put(terminal, message(terminal, 1, 200)).status_code == 201
    for answer in (
        put(terminal, message(terminal, 1, 201)),
        put_bytes(terminal, bytes(65 * 1024)),
        put_bytes(terminal, bomb),
    ):
        assert (answer.status_code, problem(answer).kind) == (413, "too-large")
    assert len(held(office)) == 200


def altered(terminal: HandTerminal, header: dict[str, Any] | None = None, **fields: Any) -> bytes:
    """One line and its header, with something else in them."""
    first, second = map(json.loads, encode_audit(message(terminal, 1, 1)).splitlines())
    return b"".join(
        json.dumps(value | (more or {}), sort_keys=True, separators=(",", ":")).encode() + b"\n"
        for value, more in ((first, header), (second, fields))
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"number": 0},
        {"number": True},
        {"number": 2**31},
        {"number": 2},
        {"at": NAME},
        {"at": "2026-13-45T10:30:00Z"},
        {"at": "2026-11-23T10:30:00.5Z"},
        {"at": "2026-11-23T10:30:00+01:00"},
        {"event": NAME},
        {"event": f"tea {NAME}"},
        {"event": "e" * 33},
        {"detail": []},
        {"detail": {NAME.lower(): "x"}},
        {"detail": {"answers": NAME}},
        {"detail": {"format": f"Mr {NAME}"}},
        {"detail": {"questionnaire": f"{NAME} said"}},
        {"detail": {"first": 5}},
        {"detail": {"last": "yesterday"}},
        {NAME: 1},
        {"header": {"fmt": 2}},
        {"header": {"fmt": True}},
        {"header": {"lines": 2}},
        {"header": {"terminal": NAME}},
        {"header": {"prev": "f" * 64}},
        {"header": {"prev": NAME}},
    ],
)
def test_what_is_no_list_is_400_and_its_values_are_not_repeated(office: Office, fields: dict[str, Any]) -> None:
    terminal = office.terminal()

    answer = put_bytes(terminal, compress(altered(terminal, **fields)))

    assert (answer.status_code, problem(answer).kind) == (400, "malformed")
    assert NAME.lower() not in answer.text.lower()
    assert held(office) == []


@pytest.mark.parametrize("content", [b"", b"no gzip", gzip.compress(b"", mtime=0), gzip.compress(b"{}\n", mtime=0)])
def test_bytes_that_are_nothing_are_400(office: Office, content: bytes) -> None:
    assert put_bytes(office.terminal(), content).status_code == 400


def test_another_spelling_of_the_same_line_is_refused(office: Office) -> None:
    """Or one line would have two hashes."""
    terminal = office.terminal()
    body = encode_audit(message(terminal, 1, 1))

    assert put_bytes(terminal, compress(body.replace(b'"detail":{}', b'"detail": {}'))).status_code == 400


def test_list_must_be_the_one_its_address_names(office: Office) -> None:
    terminal = office.terminal()

    assert problem(put_bytes(terminal, compress(encode_audit(message(terminal))), first=2)).kind == "address"
    assert put_bytes(terminal, b"x", first=0).status_code == 404
    path = audit_path(terminal.terminal, 1)
    plain = office.ask("PUT", path, content=b"x", auth=terminal.auth)
    assert plain.status_code == 415


def test_event_of_a_newer_terminal_is_taken(office: Office) -> None:
    terminal = office.terminal()

    assert put(terminal, message(terminal, lines=[line(1, "clock_set")])).status_code == 201
    assert [event for *_, event, _ in held(office)] == ["clock_set"]


def test_crash_between_commit_and_answer_loses_and_doubles_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = office.terminal()
    with monkeypatch.context() as patch:
        patch.setattr(AuditReceipt, "encode", lambda _receipt: 1 / 0)
        assert put(terminal, message(terminal)).status_code == 500
    assert len(held(office)) == 3
    assert put(terminal, message(terminal)).status_code == 200
    assert len(held(office)) == 3


def test_nothing_is_acknowledged_that_cannot_be_committed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = office.terminal()
    with monkeypatch.context() as patch:
        patch.setattr("sqlalchemy.engine.default.DefaultDialect.do_commit", _no_commit)
        answer = put(terminal, message(terminal))
    assert (answer.status_code, problem(answer).kind) == (503, "unavailable")
    assert held(office) == []


def _no_commit(_dialect: object, connection: Any) -> None:
    connection.rollback()
    from sqlalchemy.exc import OperationalError  # noqa: PLC0415

    raise OperationalError("COMMIT", {}, Exception("the disk is full"))


def test_line_is_neither_changed_nor_moved_by_one_before_it(office: Office) -> None:
    """A list that was rewritten has other hashes from there on: it does not go on from the old one."""
    terminal = office.terminal()
    put(terminal, message(terminal, 1, 3))
    rewritten = message(terminal, lines=[line(1, "left"), line(2), line(3)])

    after: list[AuditLine] = [line(4)]
    answer = put(terminal, message(terminal, prev=hash_after(rewritten), lines=after))

    assert answer.status_code == 409
    assert put(terminal, replace(rewritten, lines=[*rewritten.lines, *after])).json()["apart"]


def test_lists_of_two_terminals_at_once_do_not_wait_for_each_other_for_ever(office: Office) -> None:
    terminals = [office.terminal() for number in range(8)]

    async def send() -> list[httpx2.Response]:
        async with office.client() as client:
            calls = (
                client.put(
                    audit_path(one.terminal, 1),
                    content=compress(encode_audit(message(one, 1, 100))),
                    **one.signed,
                )
                for one in terminals
                for _ in range(3)
            )
            return await asyncio.gather(*calls)

    assert {answer.status_code for answer in asyncio.run(send())} <= {200, 201}
    assert len(held(office)) == 800
