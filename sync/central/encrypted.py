"""Reads batches of encrypted answers, where the centre has its private key; without it they wait in the inbox."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kiosk.encryption import KeyFile
from sync.central.projector import READERS, BodyReader, read_lines
from sync.central.store import Reading
from sync.protocol import ENCRYPTED_FORMAT, Malformed, with_answers

OTHER_KEY = "the answers are encrypted for another key, or have been altered"


def readers(key_file: Path | None) -> Mapping[int, BodyReader]:
    """Every reader that works with this key, or with none. Raises `BadInput`, `EnvironmentFault`."""
    if key_file is None:
        return READERS
    return {**READERS, ENCRYPTED_FORMAT: reader_with(KeyFile.read(key_file))}


def reader_with(key: KeyFile) -> BodyReader:
    """The reader of the format that has encrypted answers."""

    def read(body: bytes) -> Reading:
        found = read_lines(body, ENCRYPTED_FORMAT)
        rows, bad = dict(found.rows), dict(found.bad)
        for number, row in found.rows.items():
            if not row.encrypted:
                continue
            answers = key.opened(row.id, row.encrypted)
            try:
                if answers is None:
                    raise Malformed(OTHER_KEY)
                rows[number] = with_answers(row, answers.encode())
            except Malformed as fault:
                del rows[number]
                bad[number] = str(fault)
        return Reading(rows, bad)

    return read
