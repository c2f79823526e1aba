"""Every error this program raises on purpose, split by whose fault it is.

    Fault
    ├── EnvironmentFault      the machine, the disk, the network, a database: tell the operator, keep going
    │   ├── StoreFault        the terminal's or the centre's database cannot be opened, read or written
    │   │   └── DamagedStore  the terminal's file itself is broken: close it, and open it anew to have it saved
    │   ├── FileFault         a file cannot be written where somebody wants it; `trouble` is why
    │   └── RoadFault         the central office cannot be reached or refuses
    └── BadInput              content, settings, arguments, files: every fault is named, nothing is changed

Catch `EnvironmentFault` to go on working without what is missing, `BadInput` to show its text and stop,
`Fault` at the outermost edge of a command. Anything else is our own bug and is never caught to be hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class Fault(Exception):
    """Base of all errors raised on purpose; `str(fault)` is one sentence for a person."""


class EnvironmentFault(Fault):
    """Something outside the program is missing, full, slow or broken."""


class StoreFault(EnvironmentFault):
    """A database cannot be opened, read or written."""


class DamagedStore(StoreFault):
    """The file itself is broken: whoever has it open closes it; opening it anew saves what can be read of it."""


class FileTrouble(StrEnum):
    """Why a file cannot be written, as far as a person can do something about it."""

    FULL = "full"
    TOO_LARGE = "too_large"
    READ_ONLY = "read_only"
    GONE = "gone"
    REFUSED = "refused"
    NO_KEY = "no_key"
    OTHER = "other"


class FileFault(EnvironmentFault):
    """A file or folder cannot be written; nothing of it is left there, as far as that can still be reached."""

    def __init__(self, trouble: FileTrouble, sentence: str) -> None:
        super().__init__(sentence)
        self.trouble = trouble


class RoadFault(EnvironmentFault):
    """The central office cannot be reached, or does not accept what was sent."""


class BadInput(Fault):
    """Content, settings, arguments or a file are wrong.

    `faults` names every fault found, one line each, so that a person mends them in one go.
    """

    def __init__(self, faults: str | Sequence[str]) -> None:
        self.faults: tuple[str, ...] = (faults,) if isinstance(faults, str) else tuple(faults)
        super().__init__("\n".join(self.faults))
