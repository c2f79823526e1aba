"""Batches of a broken or hostile terminal stop nothing; each of their lines is a response or in quarantine."""

from __future__ import annotations

import gzip
import json
import random
import uuid
from collections.abc import Callable

import httpx2
import pytest
from sqlalchemy import select

from sync.central.store import tables
from sync.central.store.engine import reading
from sync.protocol import Batch, Head, Limits, batch_path, compress, decompress, read_batch, split_lines
from tests.integration.sync.office import HandTerminal, Office, row

SEED = 20261128
ORDINARY, ALL = 200, 2000
REFUSED = {400, 409, 413, 415, 422}
Spoil = Callable[[random.Random, bytes], bytes]


def flip_bits(dice: random.Random, body: bytes) -> bytes:
    spoiled = bytearray(body)
    for _ in range(dice.randint(1, 8)):
        spoiled[dice.randrange(len(spoiled))] ^= 1 << dice.randrange(8)
    return bytes(spoiled)


def flip_bits_below_the_header(dice: random.Random, body: bytes) -> bytes:
    header, _, rest = body.partition(b"\n")
    return header + b"\n" + flip_bits(dice, rest)


def cut(dice: random.Random, body: bytes) -> bytes:
    return body[: dice.randrange(len(body))]


def repeat_lines(dice: random.Random, body: bytes) -> bytes:
    lines = body.splitlines(keepends=True)
    return b"".join(lines + dice.choices(lines, k=dice.randint(1, 700)))


def nest(dice: random.Random, body: bytes) -> bytes:
    depth = dice.choice([10, 1000, 100_000])
    return body + b"[" * depth + b"]" * depth + b"\n"


def put_in_place_of_a_value(dice: random.Random, body: bytes) -> bytes:
    lines = body.split(b"\n")
    place = dice.randrange(len(lines) - 1)
    value = json.loads(lines[place])
    value[dice.choice(list(value))] = dice.choice(
        [None, -1, 1e308, 10**400, "", "x" * 9000, "\x00", "\ud83d\ude00", [], {}, [[["a"]]], {"id": 1}, True]
    )
    lines[place] = json.dumps(value).encode()
    return b"\n".join(lines)


def add_a_field(dice: random.Random, body: bytes) -> bytes:
    lines = body.split(b"\n")
    place = dice.randrange(len(lines) - 1)
    value = json.loads(lines[place]) | {dice.choice(["time", "device", "__proto__", "id "]): "2026-11-28T10:00:01"}
    lines[place] = json.dumps(value).encode()
    return b"\n".join(lines)


def put_in_bytes(dice: random.Random, body: bytes) -> bytes:
    place = dice.randrange(len(body))
    return body[:place] + dice.choice([b"\xff\xfe", b"\r\n", b"\n\n\n", b"\x00" * 20, b"NaN"]) + body[place:]


SPOILERS: tuple[Spoil, ...] = (
    flip_bits,
    flip_bits_below_the_header,
    flip_bits_below_the_header,
    cut,
    repeat_lines,
    nest,
    put_in_place_of_a_value,
    add_a_field,
    put_in_bytes,
)


def packed(dice: random.Random, body: bytes) -> bytes:
    """Compressed as it should be, or not quite."""
    match dice.randrange(12):
        case 0:
            return flip_bits(dice, compress(body))
        case 1:
            return cut(dice, compress(body))
        case 2:
            return compress(body) + b"more"
        case 3:
            return body
        case 4:
            return gzip.compress(body + bytes(dice.choice([5_000, 5_000_000])))
    return compress(body)


def sent(terminal: HandTerminal, batch: Batch, content: bytes) -> httpx2.Response:
    path = batch_path(terminal.terminal, terminal.epoch, batch.header.n)
    return terminal.office.ask("PUT", path, content=content, **terminal.signed)


def lines_that_are_neither(office: Office, accepted: list[Batch]) -> list[str]:
    """Lines of accepted batches that are no response and not in quarantine, or are both."""
    with reading(office.store._engine) as connection:
        quarantined = {(one.n, one.line): one.reason for one in connection.execute(select(tables.quarantine)).all()}
        ids = set(connection.scalars(select(tables.response.c.id)))
    assert all(quarantined.values()), "each with a reason"
    found = []
    for batch in accepted:
        n = batch.header.n
        if "more than" in quarantined.get((n, 0), ""):
            continue  # none of it is read, and all of it is in the inbox
        for number, line in enumerate(split_lines(batch.body), start=1):
            is_response = any(one.encode() in line for one in ids)
            if is_response == ((n, number) in quarantined) and line:
                found.append(f"batch {n}, line {number}")
    return found


def fuzz(office: Office, number: int, seed: int) -> None:
    dice = random.Random(seed)
    random.seed(seed)  # batches are shuffled by it
    terminal = office.terminal()
    good: set[str] = set()
    accepted: list[Batch] = []
    for place in range(number):
        ids = [str(uuid.UUID(int=dice.getrandbits(128), version=4)) for _ in range(dice.randint(1, 6))]
        rows = [row(one) for one in ids]
        batch = terminal.batch(rows, fmt=2)
        is_good = place % 10 == 0
        body = batch.body if is_good else dice.choice(SPOILERS)(dice, batch.body)
        content = compress(body) if is_good else packed(dice, body)
        answer = sent(terminal, batch, content)
        told = f"seed {seed}, batch {place}: {answer.status_code} {answer.text[:200]}"
        if answer.status_code == 201:
            accepted.append(read_batch(decompress(content, Limits())))
            terminal.last = Head(batch.header.n, accepted[-1].sha)
        else:
            assert answer.status_code in REFUSED, told
            assert not is_good, told
        if is_good:
            good.update(ids)
    office.projector.catch_up()
    assert office.projector.waiting().next == 0, f"seed {seed}"
    assert good <= set(office.ids()), f"seed {seed}: something good was lost"
    assert lines_that_are_neither(office, accepted) == [], f"seed {seed}"
    refused = number - len(accepted)
    assert min(refused, len(accepted)) > number / 10, f"seed {seed}: {refused} refused, {len(accepted)} accepted"
    print(f"seed {seed}: {number} batches, {len(accepted)} accepted, {refused} refused, none crashed, none lost")


def test_some_spoiled_batches_stop_nothing(office: Office) -> None:
    fuzz(office, ORDINARY, SEED)


@pytest.mark.nightly
def test_many_spoiled_batches_stop_nothing(office: Office) -> None:
    fuzz(office, ALL, SEED + 1)
