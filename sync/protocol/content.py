"""What the signed list says of a release of content, and which release a terminal is to show.

A release is one archive (`archive`), a target of The Update Framework; what follows stands in the target's `custom`
part, signed with it. Nothing here is worth anything before those signatures have been checked.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sync.protocol.malformed import Malformed

CONTENT_PATH = "/tuf"
"""Under it the centre serves `metadata/` and `targets/`."""
EVERY_TERMINAL = 1000

_FORMAT = 1
_PACK = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}", re.ASCII)
_LARGEST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Release:
    """The `number`-th release of an office's content: its pack of `version`, published on `day`.

    `share` is the part of the office's terminals that is to show it, in thousandths. A number is never given again,
    also when an older pack is published once more: `was` is the release that had it before then, else 0.
    """

    pack: str
    number: int
    version: int
    day: date
    share: int = EVERY_TERMINAL
    was: int = 0

    @property
    def target(self) -> str:
        """The target's path."""
        return f"{self.pack}/{self.number}.pack"

    def custom(self) -> dict[str, Any]:
        """The target's `custom` part."""
        said = {
            "fmt": _FORMAT,
            "pack": self.pack,
            "release": self.number,
            "version": self.version,
            "date": self.day.isoformat(),
            "share": self.share,
        }
        return said | {"was": self.was} if self.was else said

    @classmethod
    def read(cls, target: str, custom: object) -> Release:
        """Raises `Malformed`, also where path and custom part do not fit each other or the format is a newer one."""
        match custom:
            case {
                "fmt": int(fmt),
                "pack": str(pack),
                "release": int(number),
                "version": int(version),
                "date": str(day),
                "share": int(share),
                **more,
            } if fmt == _FORMAT and _PACK.fullmatch(pack) and 1 <= number <= _LARGEST and 1 <= version <= _LARGEST:
                was = more.get("was", 0)
                if isinstance(was, int) and 0 <= was < number:
                    release = cls(pack, number, version, _day(day), share, was)
                    if release.target == target and 0 <= share <= EVERY_TERMINAL:
                        return release
        raise Malformed("what the list says of a release cannot be read")


def releases(targets: Mapping[str, object]) -> list[Release]:
    """Those that can be read, of custom parts by path; a newer program's are passed over. Newest last."""
    found = []
    for target, custom in targets.items():
        try:
            found.append(Release.read(target, custom))
        except Malformed:
            continue
    return sorted(found, key=lambda release: (release.pack, release.number))


def release_for(terminal: str, pack: str, offered: Iterable[Release]) -> Release | None:
    """The newest release of `pack` in whose share the terminal is; None where there is none."""
    mine = [one for one in offered if one.pack == pack and lot(terminal, one) < one.share]
    return max(mine, key=lambda release: release.number, default=None)


def lot(terminal: str, release: Release) -> int:
    """The terminal's place among all, 0 to 999, drawn anew for every release so that not always the same ones try."""
    drawn = hashlib.sha256(f"{terminal} {release.target}".encode()).digest()
    return int.from_bytes(drawn[:8], "big") % EVERY_TERMINAL


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Malformed("date: not a day") from None
