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
    """One row."""
