"""Reads batches of encrypted answers, where the centre has its private key; without it they wait in the inbox."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from kiosk.encryption import KeyFile, holders_of
from sync.central.projector import READERS, BodyReader, read_lines
from sync.central.store import Reading
from sync.protocol import ENCRYPTED_FORMAT, Malformed, with_answers

_log = logging.getLogger(__name__)
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
        others: set[str] = set()
        for number, row in found.rows.items():
            if not row.encrypted:
                continue
            answers = key.opened(row.id, row.encrypted)
            if answers is None:
                others.update(holders_of(row.encrypted))
            try:
                if answers is None:
                    raise Malformed(OTHER_KEY)
                rows[number] = with_answers(row, answers.encode())
            except Malformed as fault:
                del rows[number]
                bad[number] = str(fault)
        if others:
            _log.error(
                "encrypted answers are not for the key %s; where no other has read them they are in quarantine: "
                "read them with one of %s: kiosk-central retry --key FILE",
                key.fingerprint,
                ", ".join(sorted(others)),
            )
        return Reading(rows, bad)

    return read
