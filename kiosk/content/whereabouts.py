"""Where in the files of a pack a card or a group is named, for faults that only the whole pack shows."""

from __future__ import annotations

from pathlib import PurePosixPath

from kiosk.content.files import CARDS, CATALOGUE, PackFiles
from kiosk.content.tree import Scalar, Table, items, parse, scalar


def card_at(files: PackFiles, code: str) -> tuple[str, int]:
    """File and line of the code of a card; line 1 where it cannot be found."""
    name = str(PurePosixPath(CARDS) / f"{code}.yaml")
    return name, _line(scalar(_tree(files, name), "kod"))


def group_at(files: PackFiles, identity: str) -> tuple[str, int]:
    """File and line of the id of a group; line 1 where it cannot be found."""
    found = (scalar(group, "id") for group in items(_tree(files, CATALOGUE), "grupy"))
    return CATALOGUE, _line(next((each for each in found if each is not None and each.text == identity), None))


def _tree(files: PackFiles, name: str) -> Table | None:
    return parse(name, files.contents[name])[0] if name in files.contents else None


def _line(found: Scalar | None) -> int:
    return found.line if found is not None else 1
