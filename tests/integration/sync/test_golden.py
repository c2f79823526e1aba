"""Every format that was ever shipped is read for ever: one golden file each, never changed.

A new format adds a file and a reader. When one of these fails, the program is wrong, not the file.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from sync.central.projector import READERS
from sync.protocol import Row, encode_batch, encode_row, read_batch

GOLDEN = Path(__file__).parent / "golden"
SHA_OF_FORMAT_1 = "c0377b575fd0a612670d6044eeade88b76405b8d504e2cfe546c027c15784e03"


def test_every_shipped_format_has_a_golden_file_and_a_reader() -> None:
    assert {path.name for path in GOLDEN.glob("*.batch")} == {f"format{fmt}.batch" for fmt in READERS}


def test_golden_batch_of_format_1_is_read_as_ever() -> None:
    body = (GOLDEN / "format1.batch").read_bytes()
    batch = read_batch(body)
    reading = READERS[1](body)

    assert batch.sha == SHA_OF_FORMAT_1
    assert (batch.header.fmt, batch.header.n, batch.header.rows) == (1, 42, 4)
    assert batch.header.clock == {"local": "2026-11-23", "quality": "unknown"}
    assert reading.bad == {}
    rows = json.loads((GOLDEN / "format1.json").read_text("utf-8"))
    assert json.loads(json.dumps([asdict(reading.rows[number]) for number in sorted(reading.rows)])) == rows


def test_this_program_still_writes_format_1_byte_for_byte() -> None:
    body = (GOLDEN / "format1.batch").read_bytes()
    rows = [
        Row(**fields | {"answers": {key: tuple(codes) for key, codes in fields["answers"].items()}})
        for fields in json.loads((GOLDEN / "format1.json").read_text("utf-8"))
    ]

    def keep_order(lines: list[bytes]) -> None:
        assert lines

    assert encode_batch(read_batch(body).header, [encode_row(row) for row in rows], keep_order).body == body
