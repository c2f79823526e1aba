"""What the centre promises to a terminal, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import resource
import uuid
import zlib

import httpx2
import pytest
from starlette.types import Message

from sync.central.projector import READERS
from sync.central.receiving import Manners
from sync.protocol import GENESIS, Head, batch_path, compress, epoch_path
from tests.integration.sync.office import HandTerminal, Office, problem, row


def test_new_batch_is_201_and_moves_the_head(office: Office) -> None:
    terminal = office.terminal()
    batch = terminal.batch([row() for _ in range(5)])

    answer = terminal.put(batch)

    assert answer.status_code == 201
    assert answer.json() == {
        "head": {"n": 1, "sha": batch.sha},
        "next_s": 900,
        "now": int(office.clock.now().timestamp()),
        "asked": {"rows": 500, "encoded": 256 * 1024, "batches": 50},
    }
    assert batch.sha == hashlib.sha256(batch.body).hexdigest()
    assert terminal.head().json()["head"] == {"n": 1, "sha": batch.sha}


def test_same_batch_again_is_200_and_changes_nothing(office: Office) -> None:
    terminal = office.terminal()
    batch = terminal.send([row() for _ in range(5)])

    again = [terminal.put(batch) for _ in range(3)]

    assert [answer.status_code for answer in again] == [200, 200, 200]
    assert again[0].json()["head"] == {"n": 1, "sha": batch.sha}
    assert len(office.ids()) == 5
    assert office.store.status().batches == 1


def test_old_batch_again_is_200_with_the_newest_head(office: Office) -> None:
    terminal = office.terminal()
    first = terminal.send([row()])
    terminal.send([row()])

    answer = terminal.put(first)

    assert answer.status_code == 200
    assert answer.json()["head"] == {"n": 2, "sha": terminal.last.sha}


def test_another_batch_in_a_taken_place_is_a_fork(office: Office) -> None:
    terminal = office.terminal()
    first = terminal.send([row()])

    answer = terminal.put(terminal.batch([row()], n=1, prev=GENESIS))

    assert answer.status_code == 409
    assert problem(answer).kind == "fork"
    assert problem(answer).head == Head(1, first.sha)


def test_next_batch_with_another_history_is_a_fork(office: Office) -> None:
    terminal = office.terminal()
    first = terminal.send([row()])

    answer = terminal.put(terminal.batch([row()], n=2, prev="f" * 64))

    assert answer.status_code == 409
    assert problem(answer).kind == "fork"
    assert problem(answer).head == Head(1, first.sha)


def test_batch_out_of_order_is_a_gap(office: Office) -> None:
    terminal = office.terminal()
    first = terminal.send([row()])

    answer = terminal.put(terminal.batch([row()], n=3, prev="f" * 64))

    assert answer.status_code == 409
    assert problem(answer).kind == "gap"
    assert problem(answer).head == Head(1, first.sha)
    assert office.store.status().batches == 1


def test_first_batch_must_follow_nothing(office: Office) -> None:
    terminal = office.terminal()

    assert problem(terminal.put(terminal.batch([row()], prev="a" * 64))).kind == "fork"
    assert terminal.head().json()["head"] == {"n": 0, "sha": GENESIS}


def test_epochs_are_chains_of_their_own(office: Office) -> None:
    terminal = office.terminal()
    terminal.send([row()])
    terminal.epoch, terminal.last = "0123456789abcdef", Head()
    terminal.send([row()])

    assert len(office.ids()) == 2


def test_two_hundred_simultaneous_identical_batches_are_one(office: Office) -> None:
    terminal = office.terminal()
    batch = terminal.batch([row() for _ in range(20)])
    request = ("PUT", batch_path(terminal.terminal, terminal.epoch, 1))

    answers = office.ask_all([request] * 200, content=compress(batch.body), **terminal.signed)

    assert sorted(answer.status_code for answer in answers) == [200] * 199 + [201]
    assert {answer.json()["head"]["sha"] for answer in answers} == {batch.sha}
    assert office.store.status().batches == 1
    assert len(set(office.ids())) == len(office.ids()) == 20


def test_simultaneous_different_batches_for_one_place_leave_one_chain(office: Office) -> None:
    terminal = office.terminal()
    batches = [terminal.batch([row()]) for _ in range(10)]

    async def send() -> list[httpx2.Response]:
        async with office.client() as client:
            path = batch_path(terminal.terminal, terminal.epoch, 1)
            calls = (client.put(path, content=compress(one.body), **terminal.signed) for one in batches)
            return await asyncio.gather(*calls)

    assert sorted(answer.status_code for answer in asyncio.run(send())) == [201] + [409] * 9
    assert len(office.ids()) == 1


def test_key_of_one_terminal_opens_no_other(office: Office) -> None:
    one, other = office.terminal(), office.terminal()
    path = epoch_path(one.terminal, one.epoch)

    assert office.ask("GET", path, **other.signed).status_code == 401
    assert office.ask("GET", epoch_path(str(uuid.uuid4()), one.epoch), **one.signed).status_code == 401


def test_revoked_terminal_is_403_and_what_it_sent_stays(office: Office) -> None:
    terminal = office.terminal()
    terminal.send([row()])
    office.store.enrolments.revoke(terminal.terminal)

    assert problem(terminal.put(terminal.batch([row()]))).kind == "revoked"
    assert terminal.head().status_code == 403
    assert len(office.ids()) == 1


def test_zip_bomb_is_413_with_little_memory(office: Office) -> None:
    terminal = office.terminal()
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(100)) + packer.flush()
    assert len(bomb) < 256 * 1024
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    answer = office.ask(
        "PUT",
        batch_path(terminal.terminal, terminal.epoch, 1),
        content=bomb,
        **terminal.signed,
    )

    assert answer.status_code == 413
    assert problem(answer).head == Head()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30 * 1024  # KiB


def test_oversize_body_is_413_whether_or_not_it_says_so(office: Office) -> None:
    terminal = office.terminal()
    path = batch_path(terminal.terminal, terminal.epoch, 1)
    pieces = 0

    async def endless() -> object:
        nonlocal pieces
        while True:
            pieces += 1
            yield bytes(16 * 1024)

    declared = office.ask("PUT", path, content=bytes(300 * 1024), **terminal.signed)
    streamed = office.ask("PUT", path, content=endless(), **terminal.signed)

    assert [declared.status_code, streamed.status_code] == [413, 413]
    assert problem(declared).kind == "too-large"
    assert pieces < 20


def test_more_rows_than_allowed_is_413(office: Office) -> None:
    terminal = office.terminal()

    assert terminal.put(terminal.batch([row() for _ in range(501)])).status_code == 413
    assert terminal.put(terminal.batch([row() for _ in range(500)])).status_code == 201


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 400),
        (b"not gzip", 400),
        (gzip.compress(b"", mtime=0), 400),
        (gzip.compress(b"not json\n", mtime=0), 400),
        (gzip.compress(b"[]\n", mtime=0), 400),
        (gzip.compress(b'{"fmt":1}\n', mtime=0), 400),
        (gzip.compress(b"{}", mtime=0), 400),
        (gzip.compress(b'{"fmt":1}\n', mtime=0)[:-4], 400),
        (gzip.compress(b'{"fmt":1}\n', mtime=0) + b"more", 400),
        (gzip.compress(b"[" * 100_000, mtime=0), 413),
        (gzip.compress(b"[" * 7_000 + b"\n", mtime=0), 413),
    ],
)
def test_what_is_no_batch_is_refused_and_leaves_nothing(office: Office, content: bytes, status: int) -> None:
    terminal = office.terminal()

    answer = office.ask(
        "PUT",
        batch_path(terminal.terminal, terminal.epoch, 1),
        content=content,
        **terminal.signed,
    )

    assert answer.status_code == status
    assert problem(answer).head == Head()
    assert office.store.status().batches == 0


def test_batch_must_be_the_one_its_address_names(office: Office) -> None:
    terminal = office.terminal()
    other = HandTerminal(office, terminal.terminal)
    body = compress(terminal.batch([row()]).body)

    for path in (
        batch_path(terminal.terminal, terminal.epoch, 2),
        batch_path(terminal.terminal, other.epoch, 1),
    ):
        answer = office.ask("PUT", path, content=body, **terminal.signed)
        assert answer.status_code == 422
        assert problem(answer).kind == "address"


def test_uncompressed_batch_is_415(office: Office) -> None:
    terminal = office.terminal()
    path = batch_path(terminal.terminal, terminal.epoch, 1)

    answer = office.ask("PUT", path, content=b"x", auth=terminal.auth)

    assert answer.status_code == 415


def test_unknown_addresses_and_methods_are_problems_too(office: Office) -> None:
    terminal = office.terminal()

    assert problem(office.ask("GET", "/nothing")).status == 404
    assert problem(office.ask("DELETE", "/v1/enrol")).status == 405
    assert problem(office.ask("GET", f"/v1/terminals/{terminal.terminal}/epochs/xyz")).status == 404


def test_request_id_is_kept_when_well_formed_and_made_otherwise(office: Office) -> None:
    good = office.ask("GET", "/healthz", headers={"X-Request-ID": "req-0123456789"})
    evil = office.ask("GET", "/healthz", headers={"X-Request-ID": "req-<script>alert(1)"})

    assert good.headers["x-request-id"] == "req-0123456789"
    assert "script" not in evil.headers["x-request-id"]
    assert evil.headers["x-request-id"].startswith("req-")
    assert good.headers["cache-control"] == "no-store"


def test_ready_means_that_it_can_commit(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    assert office.ask("GET", "/readyz").status_code == 200
    monkeypatch.setattr(office.store, "_engine", _BrokenEngine())
    office.clock.seconds += 2

    answer = office.ask("GET", "/readyz")

    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "30"
    assert problem(answer).kind == "unavailable"
    assert office.ask("GET", "/healthz").status_code == 200


class _BrokenEngine:
    def get_execution_options(self) -> dict[str, object]:
        return {}

    def connect(self) -> None:
        from sqlalchemy.exc import OperationalError  # noqa: PLC0415

        raise OperationalError("SELECT", {}, Exception("the disk is gone"))


def test_a_bug_on_our_side_is_a_500_problem(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = office.terminal()
    monkeypatch.setattr(office.store.inbox, "_engine", None)

    answer = terminal.head()

    assert answer.status_code == 500
    assert problem(answer).kind == "fault"
    assert "NoneType" not in answer.text


def test_sender_that_leaves_half_way_harms_nobody(office: Office) -> None:
    """Ten clients that left early made every later request fail elsewhere."""
    terminal = office.terminal()
    path = batch_path(terminal.terminal, terminal.epoch, 1)

    async def cut_off() -> None:
        headers = terminal.headers | {"Host": "central"} | terminal.auth.headers("PUT", f"http://central{path}", b"abc")
        sent: list[Message] = [{"type": "http.request", "body": b"abc", "more_body": True}, {"type": "http.disconnect"}]
        scope = {
            "type": "http",
            "method": "PUT",
            "path": path,
            "query_string": b"",
            "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
            "client": ("192.0.2.7", 1),
            "server": ("central", 80),
            "scheme": "http",
            "http_version": "1.1",
        }

        async def receive() -> Message:
            return sent.pop(0)

        async def ignore(_message: Message) -> None: ...

        await office.app(scope, receive, ignore)

    for _ in range(10):
        asyncio.run(cut_off())

    assert terminal.put(terminal.batch([row()])).status_code == 201


def test_centre_told_to_be_stricter_still_says_so(central_url: str) -> None:
    with Office.open(central_url, READERS, Manners(next_s=60, per_minute=1000)) as office:
        assert office.terminal().head().json()["next_s"] == 60


def test_senseless_addresses_are_404_and_reach_no_database(office: Office) -> None:
    terminal = office.terminal()
    batch = terminal.batch([row()])
    good = batch_path(terminal.terminal, terminal.epoch, 1)
    for bad in [
        good.replace(terminal.terminal, "%00"),
        good.replace(terminal.terminal, "A" * 36),
        good.replace(terminal.epoch, "x" * 16),
        good.removesuffix("1") + "9" * 5000,
        good.removesuffix("1") + "0",
        good.removesuffix("1") + "-1",
        good.removesuffix("1") + "%D9%A1",
    ]:
        answer = office.ask("PUT", bad, content=compress(batch.body), **terminal.signed)
        assert answer.status_code == 404, bad[:100]


def test_connection_of_a_body_that_is_too_large_is_closed(office: Office) -> None:
    """Else what is left of an endless one would be read and thrown away for ever."""
    terminal = office.terminal()
    path = batch_path(terminal.terminal, terminal.epoch, 1)

    answer = office.ask("PUT", path, content=bytes(300_000), **terminal.signed)

    assert (answer.status_code, answer.headers["Connection"]) == (413, "close")
