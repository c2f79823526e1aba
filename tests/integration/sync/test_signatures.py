"""Nobody speaks for a terminal but itself, once: forged, altered, foreign, stale and repeated requests."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest

from sync.agent.trouble import Rejected
from sync.central.receiving import Manners
from sync.central.senders import SKEW_SECONDS
from sync.protocol import KeyExchange, batch_path, compress, epoch_path, fingerprint, keys_path
from tests.integration.sync.office import HandTerminal, Office, problem, row
from tests.integration.sync.signing import Signed, new_key
from tests.integration.sync.terminal import AgentTerminal, enrolled


def put(terminal: HandTerminal, auth: Signed | None, content: bytes) -> httpx2.Response:
    path = batch_path(terminal.terminal, terminal.epoch, 1)
    options: dict[str, Any] = {} if auth is None else {"auth": auth}
    return terminal.office.ask("PUT", path, content=content, headers=terminal.headers, **options)


def first(terminal: HandTerminal) -> bytes:
    return compress(terminal.batch([row()]).body)


def test_unsigned_and_foreign_requests_are_401_before_anything_is_read(office: Office) -> None:
    terminal, other = office.terminal(), office.terminal()

    answers = [put(terminal, auth, b"rubbish") for auth in (None, other.auth, Signed(new_key(), office.clock))]

    assert {answer.status_code for answer in answers} == {401}
    assert {answer.headers["www-authenticate"] for answer in answers} == {"Signature"}
    assert {problem(answer).kind for answer in answers} == {"unknown-terminal"}
    assert all(problem(answer).head is None for answer in answers)


def test_signature_is_good_for_its_own_request_alone(office: Office) -> None:
    terminal = office.terminal()
    body = first(terminal)
    path = batch_path(terminal.terminal, terminal.epoch, 1)
    head = epoch_path(terminal.terminal, terminal.epoch)
    auth = terminal.auth

    def ask(method: str, where: str, headers: dict[str, str], content: bytes | None = None) -> int:
        return office.ask(method, where, headers=terminal.headers | headers, content=content).status_code

    signed = auth.headers("PUT", f"http://central{path}", body)
    assert ask("PUT", path.removesuffix("1") + "2", signed, body) == 401
    assert ask("PUT", path, auth.headers("POST", f"http://central{path}", body), body) == 401
    assert ask("PUT", path, auth.headers("PUT", f"http://elsewhere{path}", body), body) == 401
    assert ask("PUT", path, auth.headers("PUT", f"http://central{path}", None), body) == 401
    assert ask("GET", head, auth.headers("GET", f"http://central{head}x", None)) == 401
    assert office.store.status().batches == 0
    assert ask("PUT", path, signed, body) == 201


def test_altered_body_is_401_and_leaves_nothing(office: Office) -> None:
    terminal = office.terminal()
    body, path = first(terminal), batch_path(terminal.terminal, terminal.epoch, 1)
    signed = terminal.auth.headers("PUT", f"http://central{path}", body)
    other = first(terminal)

    swapped = office.ask("PUT", path, content=other, headers=terminal.headers | signed)
    redigested = terminal.auth.headers("PUT", f"http://central{path}", other)["Content-Digest"]
    forged = office.ask("PUT", path, content=other, headers=terminal.headers | signed | {"Content-Digest": redigested})

    assert [problem(swapped).kind, problem(forged).kind] == ["altered", "unknown-terminal"]
    assert office.store.status().batches == 0


@pytest.mark.parametrize("header", ["Signature", "Signature-Input"])
@pytest.mark.parametrize(
    "value",
    [
        "",
        "sig",
        "okienko=:AAAA:",
        "okienko=()",
        "a" * 8000,
        'okienko=("@method")',
        "zażółć",
        "pyhms=:",
        "pyhms=?1, b=2",
    ],
)
def test_broken_signature_is_a_refusal_and_no_crash(office: Office, header: str, value: str) -> None:
    terminal = office.terminal()
    path = epoch_path(terminal.terminal, terminal.epoch)
    signed = terminal.auth.headers("GET", f"http://central{path}", None)

    answer = office.ask("GET", path, headers=signed | {header: value.encode()})

    assert answer.status_code == 401


@pytest.mark.parametrize("host", ["", "central/v1/enrol?", "central#", "a b", "[::1", "central:x", "zażółć"])
def test_host_that_is_none_cannot_stand_for_a_path(office: Office, host: str) -> None:
    terminal = office.terminal()
    path = epoch_path(terminal.terminal, terminal.epoch)
    signed = terminal.auth.headers("GET", f"http://central{path}", None)

    answer = office.ask("GET", path, headers=signed | {"Host": host.encode()})

    assert problem(answer).status == 400


def test_rubbish_of_a_revoked_terminal_is_not_remembered(office: Office) -> None:
    terminal = office.terminal()
    office.store.enrolments.revoke(terminal.terminal)
    once = Signed(terminal.key, office.clock, nonce="once")
    path = epoch_path(terminal.terminal, terminal.epoch)

    assert [problem(office.ask("GET", path, auth=once)).kind for _ in range(2)] == ["revoked"] * 2


def test_request_sent_again_as_it_was_is_refused(office: Office) -> None:
    terminal = office.terminal()
    body, path = first(terminal), batch_path(terminal.terminal, terminal.epoch, 1)
    signed = terminal.headers | terminal.auth.headers("PUT", f"http://central{path}", body)
    assert office.ask("PUT", path, content=body, headers=signed).status_code == 201

    soon = office.ask("PUT", path, content=body, headers=signed)
    office.clock.time += timedelta(seconds=SKEW_SECONDS + 1)
    office.clock.seconds += SKEW_SECONDS + 1
    later = office.ask("PUT", path, content=body, headers=signed)

    assert [problem(soon).kind, problem(later).kind] == ["replayed", "clock-skew"]
    assert problem(later).now == int(office.clock.now().timestamp())
    assert put(terminal, terminal.auth, body).status_code == 200  # signed anew it is the same batch again


@pytest.mark.parametrize("ahead", [SKEW_SECONDS, -SKEW_SECONDS])
def test_signature_may_be_five_minutes_off_and_no_more(office: Office, ahead: int) -> None:
    terminal = office.terminal()
    path = epoch_path(terminal.terminal, terminal.epoch)
    more = ahead + (1 if ahead > 0 else -1)

    good = office.ask("GET", path, auth=Signed(terminal.key, office.clock, timedelta(seconds=ahead)))
    bad = office.ask("GET", path, auth=Signed(terminal.key, office.clock, timedelta(seconds=more)))

    assert [good.status_code, problem(bad).kind] == [200, "clock-skew"]


@pytest.mark.parametrize("year", [1970, 2046])
def test_terminal_with_a_dead_clock_enrols_sends_and_says_how_far_it_is_off(
    office: Office, tmp_path: Path, year: int
) -> None:
    now = office.clock.now()
    wrong = type(office.clock)()
    wrong.time = datetime(year, 1, 2, 3, 4, tzinfo=now.tzinfo)
    with AgentTerminal.open(tmp_path / "t", office.transport(), wrong) as terminal:
        terminal.enrol(office.code())
        terminal.answer(5)
        terminal.once()
        off = int((now - wrong.time).total_seconds())
        assert terminal.road.clock_off == off
        terminal.answer(5)
        terminal.once()
        assert len(office.ids()) == 10
        last = terminal.store.outbox.last(terminal.road.epoch)
        assert last is not None
        assert f'"off_s":{off},"quality":"centre"'.encode() in (last.body or b"").partition(b"\n")[0]


def test_clock_that_is_set_right_makes_nothing_old(office: Office, tmp_path: Path) -> None:
    """What was acknowledged in what a dead clock took for 1970 was acknowledged today."""
    wrong = type(office.clock)()
    wrong.time = datetime(1970, 1, 2, tzinfo=office.clock.now().tzinfo)
    with AgentTerminal.open(tmp_path / "t", office.transport(), wrong) as terminal:
        terminal.enrol(office.code())
        terminal.answer(5)
        terminal.once()
        wrong.time = office.clock.now()
        terminal.answer(5)
        terminal.once()

        held = terminal.store.outbox.batches_after(terminal.road.epoch, 0, 9)
        assert [batch.body is not None for batch in held] == [True, True]


def test_one_terminal_may_ask_thirty_times_a_minute_and_others_are_not_kept_waiting(central_url: str) -> None:
    with Office.open(central_url, manners=Manners()) as office:
        terminal, other = office.terminal(), office.terminal()
        answers = [terminal.head() for _ in range(31)]

        assert [answer.status_code for answer in answers] == [200] * 30 + [429]
        assert problem(answers[-1]).kind == "too-often"
        assert answers[-1].headers["retry-after"] == "2"
        assert other.head().status_code == 200
        office.clock.seconds += 2
        assert [terminal.head().status_code, terminal.head().status_code] == [200, 429]


def test_rubbish_under_a_terminals_name_does_not_silence_it(central_url: str) -> None:
    with Office.open(central_url, manners=Manners()) as office:
        terminal = office.terminal()
        for _ in range(40):
            assert put(terminal, Signed(new_key(), office.clock), b"").status_code == 401

        assert terminal.head().status_code == 200


def exchange(terminal: HandTerminal, new: object, proof: str, auth: Signed) -> httpx2.Response:
    body = KeyExchange(public_key=str(new), proof=proof).encode()
    return terminal.office.ask("POST", keys_path(terminal.terminal), content=body, auth=auth)


def test_exchanged_key_is_good_and_the_old_one_only_for_saying_it_again(office: Office) -> None:
    terminal, new, third = office.terminal(), new_key(), new_key()
    old_auth, new_auth = terminal.auth, Signed(new, office.clock)
    path = epoch_path(terminal.terminal, terminal.epoch)

    answers = [exchange(terminal, new.public, new.prove(terminal.terminal), old_auth) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [204, 204]
    assert office.ask("GET", path, auth=old_auth).status_code == 401
    assert office.ask("GET", path, auth=new_auth).status_code == 200
    again = exchange(terminal, new.public, new.prove(terminal.terminal), new_auth)
    assert again.status_code == 204
    stolen = exchange(terminal, third.public, third.prove(terminal.terminal), old_auth)
    assert problem(stolen).kind == "replaced"
    assert office.ask("GET", path, auth=new_auth).status_code == 200


def test_key_is_exchanged_only_for_one_whose_holder_asks(office: Office) -> None:
    terminal, other, new = office.terminal(), office.terminal(), new_key()

    for proof in ("", "x", new.prove(other.terminal), other.key.prove(terminal.terminal)):
        assert exchange(terminal, new.public, proof or "-", terminal.auth).status_code == 401
    assert exchange(terminal, "x" * 43, "y", terminal.auth).status_code == 400
    assert terminal.head().status_code == 200


def test_agent_exchanges_its_key_also_when_the_answer_is_lost(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(5)
        terminal.once()
        before = terminal.road

        network, terminal.transport = terminal.transport, Deaf(office.transport())
        with pytest.raises(Exception, match="cannot be reached"):
            terminal.rotate_key()
        assert terminal.road.private_key == before.private_key
        assert terminal.road.next_private_key
        terminal.transport = network
        terminal.answer(5)
        terminal.once()

        assert terminal.road.private_key not in ("", before.private_key)
        assert not terminal.road.next_private_key
        assert len(office.ids()) == 10
        assert repr(terminal.road).count(terminal.road.private_key) == 0


def test_of_two_clones_the_one_that_has_not_exchanged_its_key_is_shut_out(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        stale = terminal.road
        terminal.rotate_key()
        terminal.store.road.write(stale)
        with pytest.raises(Rejected, match="not known here"):
            terminal.once()


def test_new_epoch_does_not_bring_an_old_key_back(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(5)
        terminal.once()
        known_to_the_agent = terminal.road
        terminal.rotate_key()
        key = terminal.road.private_key

        terminal.sealing().reissue(known_to_the_agent)

        assert terminal.road.private_key == key
        terminal.once()
        assert len(office.ids()) == 5


def test_terminal_of_before_the_keys_is_told_to_enrol_anew(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(5)
        terminal.store.road.write(replace(terminal.road, private_key=""))
        with pytest.raises(Rejected, match="enrol it anew"):
            terminal.once()
        terminal.enrol(office.code())
        terminal.once()
        assert len(office.ids()) == 5


def test_fingerprint_is_short_enough_to_be_read_out() -> None:
    assert len(fingerprint(new_key().public)) == 16


class Deaf(httpx2.AsyncBaseTransport):
    """Everything arrives; no answer does."""

    def __init__(self, inner: httpx2.AsyncBaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        await self._inner.handle_async_request(request)
        raise httpx2.ReadError("answer lost")
