"""What the terminal and its process for films tell each other: one line of JSON for each message.

Pictures go by memory that both see: `SLOTS` of them side by side, each of `SLOT` bytes, 32 bits a pixel (RGB32). A slot
belongs to the process until it tells of a picture there, and then to the terminal until that gives it back.
"""

from __future__ import annotations

import msgspec

SLOTS = 4
"""One that is shown, two on their way, one that is drawn in."""
SLOT_PIXELS = 4 * 2**20
"""More than a panel of 2560x1600 has. What nobody writes to takes no memory."""
SLOT = 4 * SLOT_PIXELS


class Open(msgspec.Struct, frozen=True, tag="open"):
    """The first order: this file, its pictures no larger than `width` and `height` in pixels."""

    path: str
    width: int
    height: int
    is_playing: bool


class Room(msgspec.Struct, frozen=True, tag="room"):
    """From now on pictures are so large at most."""

    width: int
    height: int


class Play(msgspec.Struct, frozen=True, tag="play"):
    """Go on; `from_beginning` after going back to the first picture."""

    from_beginning: bool = False


class Pause(msgspec.Struct, frozen=True, tag="pause"):
    pass


class Free(msgspec.Struct, frozen=True, tag="free"):
    """The picture in this slot is not shown any more."""

    slot: int


class Opened(msgspec.Struct, frozen=True, tag="opened"):
    """The file is a film of so many seconds; 0 if it does not tell."""

    seconds: float


class Picture(msgspec.Struct, frozen=True, tag="picture"):
    """There is a picture in this slot."""

    slot: int
    width: int
    height: int


class Ended(msgspec.Struct, frozen=True, tag="ended"):
    pass


class Broken(msgspec.Struct, frozen=True, tag="broken"):
    """Nothing more comes, and why: for the operator."""

    reason: str


Order = Open | Room | Play | Pause | Free
"""What the terminal sends."""
Report = Opened | Picture | Ended | Broken
"""What it is told."""
