"""Every format that was ever shipped is read for ever: one golden file each, never changed.

A new format adds a file and a reader. When one of these fails, the program is wrong, not the file.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from sync.central.encrypted import readers
from sync.central.projector import READERS, read_lines
from sync.protocol import ENCRYPTED_FORMAT, FORMAT, Row, encode_batch, encode_row, read_batch

GOLDEN = Path(__file__).parent / "golden"
ALL_READERS = readers(GOLDEN / "format3.key")
SHA = {
    1: "c0377b575fd0a612670d6044eeade88b76405b8d504e2cfe546c027c15784e03",
    2: "4477d827591aa612673c23c6479a8d472422672b270f1b19d964c20024807d22",
    3: "00cf9adbd6142b313d36cd8b32014a7fd81a7e67e6ee9ab5cd789431d5ffc889",
}
N = {1: 42, 2: 43, 3: 44}
EVERY_FORMAT = pytest.mark.parametrize("fmt", sorted(SHA))


def expected(fmt: int) -> list[Row]:
    """What the batch says; format 1 knew no flags."""
    found: list[dict[str, Any]] = json.loads((GOLDEN / f"format{fmt}.json").read_text("utf-8"))
    assert all(("flags" in fields) is (fmt > 1) for fields in found)
    return [
        Row(
            **fields
            | {
                "answers": {key: tuple(codes) for key, codes in fields["answers"].items()},
                "flags": tuple(fields.get("flags", ())),
            }
        )
        for fields in found
    ]


def test_every_shipped_format_has_a_golden_file_and_a_reader() -> None:
    assert {path.name for path in GOLDEN.glob("*.batch")} == {f"format{fmt}.batch" for fmt in ALL_READERS}
    assert SHA.keys() == ALL_READERS.keys() == READERS.keys() | {ENCRYPTED_FORMAT}
    assert max(READERS) == FORMAT


@EVERY_FORMAT
def test_golden_batch_is_read_as_ever(fmt: int) -> None:
    body = (GOLDEN / f"format{fmt}.batch").read_bytes()
    batch = read_batch(body)
    reading = ALL_READERS[fmt](body)

    assert batch.sha == SHA[fmt]
    assert (batch.header.fmt, batch.header.n, batch.header.rows) == (fmt, N[fmt], 4)
    assert batch.header.clock == {"local": "2026-11-23", "quality": "unknown"}
    assert reading.bad == {}
    assert [asdict(reading.rows[number]) for number in sorted(reading.rows)] == list(map(asdict, expected(fmt)))


@EVERY_FORMAT
def test_this_program_still_writes_it_byte_for_byte(fmt: int) -> None:
    body = (GOLDEN / f"format{fmt}.batch").read_bytes()

    def keep_order(lines: list[bytes]) -> None:
        assert lines

    rows = expected(fmt) if fmt in READERS else list(read_lines(body, fmt).rows.values())
    lines = [encode_row(row) for row in rows]
    assert encode_batch(read_batch(body).header, lines, keep_order).body == body
