"""What differs between two versions of a card: field by field, the items of a list matched with one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from itertools import product

from kiosk.domain.card import Card
from kiosk.domain.text import LocalisedText

_ALIKE = 0.4
"""How much two items of a list must have in common to be one that was changed, rather than one gone and one new."""


class ChangeKind(StrEnum):
    """What happened to a field, or to one item of a list."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    """The same item stands elsewhere in its list."""
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `field` is the name of the field of `Card`.

    `place` counts from 0 in the list as it is now: where the item stands, or, if it was removed, before which item it
    would stand; it is 0 for what is no list. `before` is None for what is new, `after` for what was removed; None, an
    empty text and an empty mapping of a field that is no list are nothing, so that filling one in is new.
    """

    field: str
    kind: ChangeKind
    place: int
    before: object
    after: object


def card_changes(before: Card, after: Card) -> tuple[Change, ...]:
    """Every change from `before` to `after`, in the order of the fields of `Card`, then by place. Pure."""
    return tuple(change for field in fields(Card) for change in _changes(field.name, before, after))


def _changes(field: str, before: Card, after: Card) -> Iterator[Change]:
    old, new = getattr(before, field), getattr(after, field)
    if old == new:
        return
    if isinstance(new, tuple):
        yield from _list_changes(field, old, new)
    elif not old:
        yield Change(field, ChangeKind.NEW, 0, None, new)
    elif not new:
        yield Change(field, ChangeKind.REMOVED, 0, old, None)
    else:
        yield Change(field, ChangeKind.CHANGED, 0, old, new)


def _list_changes(field: str, old: Sequence[object], new: Sequence[object]) -> Iterator[Change]:
    found = {now: before for before, now in _matched(old, new)}
    moved = _moved(old, new, found)
    removed = sorted(set(range(len(old))) - {*found.values(), *moved.values()})
    following = [min((now for now, before in found.items() if before > gone), default=len(new)) for gone in removed]
    for now in range(len(new) + 1):
        for place, gone in zip(following, removed, strict=True):
            if place == now:
                yield Change(field, ChangeKind.REMOVED, now, old[gone], None)
        if now in found:
            if old[found[now]] != new[now]:
                yield Change(field, ChangeKind.CHANGED, now, old[found[now]], new[now])
        elif now in moved:
            yield Change(field, ChangeKind.MOVED, now, new[now], new[now])
        elif now < len(new):
            yield Change(field, ChangeKind.NEW, now, None, new[now])


def _moved(old: Sequence[object], new: Sequence[object], found: Mapping[int, int]) -> dict[int, int]:
    """For each item that stands elsewhere now, where it stood."""
    left = [place for place in range(len(old)) if place not in found.values()]
    moved: dict[int, int] = {}
    for now in range(len(new)):
        if now not in found and (same := next((place for place in left if old[place] == new[now]), None)) is not None:
            left.remove(same)
            moved[now] = same
    return moved


def _matched(old: Sequence[object], new: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Pairs of places, both rising, such that the paired items have as much in common as is possible.

    Equal items count more than any that are merely alike, so that what stays is never called changed.
    """
    words = [_words(item) for item in old], [_words(item) for item in new]
    worth = {
        (i, j): _worth(old[i], new[j], words[0][i], words[1][j]) for i, j in product(range(len(old)), range(len(new)))
    }
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, j in product(reversed(range(len(old))), reversed(range(len(new)))):
        best[i][j] = max(best[i + 1][j], best[i][j + 1], worth[i, j] + best[i + 1][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        if worth[i, j] > 0 and best[i][j] == worth[i, j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _worth(old: object, new: object, old_words: frozenset[str], new_words: frozenset[str]) -> float:
    if old == new:
        return 2.0
    together = len(old_words) + len(new_words)
    alike = 2 * len(old_words & new_words) / together if together else 0.0
    return alike if alike >= _ALIKE else 0.0


def _words(item: object) -> frozenset[str]:
    return frozenset(word for text in _texts(item) for word in text.casefold().split())


def _texts(item: object) -> Iterator[str]:
    if isinstance(item, LocalisedText):
        yield from item.texts.values()
    elif is_dataclass(item):
        for field in fields(item):
            yield from _texts(getattr(item, field.name))
    elif isinstance(item, str):
        yield item
