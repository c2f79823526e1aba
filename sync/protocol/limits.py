"""How large things may be on the wire; source: `field/reliability.md`, 2.5."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes unless said otherwise. A centre may raise them, never lower them: a sealed batch cannot be changed."""

    encoded: int = 256 * 1024
    """One batch as it travels, compressed."""
    decoded: int = 4 * 1024 * 1024
    """The same unpacked."""
    ratio: int = 100
    """How many times larger than its compressed form a batch may be."""
    rows: int = 500
    """Rows in one batch."""
    row: int = 8 * 1024
    """One row, as it says it in clear."""

    @property
    def encrypted_row(self) -> int:
        """One row whose answers are encrypted: base64 adds a third, filling up and keys less than a kilobyte."""
        return self.row * 3 // 2 + 1024


LEAST_ROWS = 5
"""A batch of fewer rows would tell of single visitors."""
LEAST_ENCODED = 64 * 1024
"""Bytes in which so many of the longest encrypted rows find room."""
MOST_BATCHES = 50
"""So many batches travel together."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a centre asks of those who form and send batches: less than `Limits` allow, never more.

    `rows` and `encoded` of a batch, as in `Limits`; `batches` that travel together. A terminal heeds it from the next
    batch on, and what it has formed before is taken all the same.
    """

    rows: int = 500
    encoded: int = 256 * 1024
    batches: int = MOST_BATCHES
