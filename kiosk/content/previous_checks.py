"""The versions of cards that came before: which of them is the newest, and what must hold between them and the cards.

What they refer to (groups, places, other cards, sounds) may be gone since: that is one of the things that change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from kiosk.content.fault import FaultAt, fault, quoted, unknown
from kiosk.content.references import Known
from kiosk.content.tree import Scalar, Table, scalar
from kiosk.domain.card import Card

_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)


def newest_by_code(versions: Iterable[Card]) -> Mapping[str, Card]:
    """The one with the highest number of each card, by code, in the order of codes."""
    in_order = sorted(versions, key=lambda card: (card.code, card.version))
    return {card.code: card for card in in_order}


def previous_faults(previous: Mapping[str, Table], cards: Mapping[str, Table], known: Known) -> Iterator[FaultAt]:
    """A code or a version that is not that of the file's name, is of no card, or did not come before the card's."""
    current = {code.text: scalar(card, "wersja") for card in cards.values() if (code := scalar(card, "kod"))}
    for file, card in previous.items():
        code, version = scalar(card, "kod"), scalar(card, "wersja")
        if code is None or version is None:
            continue  # the shape has told it
        yield from _name_faults(file, code, version)
        if code.text not in known.codes:
            yield fault(file, code.line, *unknown("card", code.text, known.codes))
        elif now := _number(current.get(code.text)):
            yield from _order_faults(file, version, now)


def _name_faults(file: str, code: Scalar, version: Scalar) -> Iterator[FaultAt]:
    name, meant = PurePosixPath(file).stem, f"{code.text}-{version.text}"
    if name != meant:
        yield fault(file, code.line, f"code and version are {quoted(meant)}, unlike the file's name", name)


def _order_faults(file: str, version: Scalar, now: int) -> Iterator[FaultAt]:
    before = _number(version)
    if before is not None and before >= now:
        allowed = f"1 to {now - 1}" if now > 1 else "none, as the card is in its first version"
        yield fault(file, version.line, f"version {before} did not come before the card's version {now}", allowed)


def _number(found: Scalar | None) -> int | None:
    return int(found.text) if found is not None and _NUMBER.fullmatch(found.text) else None
