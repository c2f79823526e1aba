"""What of a terminal's data is damaged: told in numbers, never in what it was."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DamagedRows:
    """`number` rows of `table` are not as they were written: they are kept, reported and used for nothing."""

    table: str
    number: int

    def __str__(self) -> str:
        return f"{self.table}: {self.number}"
