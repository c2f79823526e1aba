"""Reads a pack and checks it: either the whole pack, or every fault of every file in one go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

from kiosk.content.card_checks import card_faults, catalogue_faults, office_faults
from kiosk.content.card_shape import CardShape
from kiosk.content.catalogue_shape import CatalogueShape
from kiosk.content.fault import FaultAt
from kiosk.content.files import CARDS, CATALOGUE, OFFICE, PREVIOUS, QUESTIONNAIRES, PackFiles, read_files
from kiosk.content.media_checks import media_faults
from kiosk.content.office_shape import OfficeShape
from kiosk.content.previous_checks import newest_by_code, previous_faults
from kiosk.content.questionnaire_checks import questionnaire_faults, version_faults
from kiosk.content.questionnaire_shape import QuestionnaireShape
from kiosk.content.references import Known
from kiosk.content.shape import Shape
from kiosk.content.shaping import shaped
from kiosk.content.tree import Table, parse, scalar
from kiosk.domain.errors import BadInput
from kiosk.domain.pack import Pack

S = TypeVar("S", bound=Shape)


def read_pack(folder: Path) -> Pack:
    """The pack in `folder`. Raises `BadInput` with every fault as `file:line: what is wrong; allowed: what`, sorted."""
    return checked_pack(read_files(folder))


def checked_pack(files: PackFiles) -> Pack:
    """The same for files that are read already. Pure: touches no disk (but the system's time zones)."""
    return _Checking(files).pack()


class _Checking:
    def __init__(self, files: PackFiles) -> None:
        self._files = files
        self._faults: set[FaultAt] = set(files.faults)
        self._trees: dict[str, Table] = {}

    def pack(self) -> Pack:
        for name, content in self._files.contents.items():
            tree, faults = parse(name, content)
            self._faults.update(faults)
            if tree is not None:
                self._trees[name] = tree
        offices = self._shapes(OfficeShape, OFFICE)
        catalogues = self._shapes(CatalogueShape, CATALOGUE)
        cards = self._shapes(CardShape, f"{CARDS}/")
        previous = self._shapes(CardShape, f"{PREVIOUS}/")
        questionnaires = self._shapes(QuestionnaireShape, f"{QUESTIONNAIRES}/")
        self._faults.update(self._cross_faults())
        if self._faults:
            raise BadInput([str(fault) for fault in sorted(self._faults)])
        return Pack(
            version=offices[0].pack_version,
            digest=self._files.digest,
            office=offices[0].to_domain(),
            catalogue=replace(
                catalogues[0].to_domain(tuple(card.to_domain() for card in cards)),
                previous=newest_by_code(card.to_domain() for card in previous),
            ),
            questionnaires=tuple(
                shape.to_domain() for shape in sorted(questionnaires, key=lambda shape: shape.version)
            ),
            media=self._files.media_digests,
        )

    def _trees_in(self, start: str) -> dict[str, Table]:
        """Those of one folder, or the one file of this name; not those of a folder within."""
        return {name: tree for name, tree in self._trees.items() if _is_in(name, start)}

    def _shapes(self, shape: type[S], start: str) -> list[S]:
        """Every readable file whose name has this start, as `shape`, in the order of names."""
        shapes = []
        for name, tree in self._trees_in(start).items():
            found, faults = shaped(shape, name, tree)
            self._faults.update(faults)
            if found is not None:
                shapes.append(found)
        return shapes

    def _cross_faults(self) -> Iterator[FaultAt]:
        office, catalogue = self._trees.get(OFFICE), self._trees.get(CATALOGUE)
        cards = self._trees_in(f"{CARDS}/")
        known = Known.of(office, catalogue, self._codes(cards))
        if office is not None:
            yield from office_faults(OFFICE, office, known)
        if catalogue is not None:
            yield from catalogue_faults(CATALOGUE, catalogue, known)
        yield from card_faults(cards, known)
        yield from previous_faults(self._trees_in(f"{PREVIOUS}/"), cards, known)
        questionnaires = self._trees_in(f"{QUESTIONNAIRES}/")
        for name, tree in questionnaires.items():
            yield from questionnaire_faults(name, tree, known)
        yield from version_faults(questionnaires)
        yield from media_faults(self._files, self._trees, known)

    def _codes(self, cards: dict[str, Table]) -> Iterator[str]:
        """Codes of all cards, and their file names: an unreadable or misnamed card costs no second fault elsewhere."""
        for name in self._files.contents:
            if _is_in(name, f"{CARDS}/"):
                yield PurePosixPath(name).stem
                if code := scalar(cards.get(name), "kod"):
                    yield code.text


def _is_in(name: str, start: str) -> bool:
    return name.startswith(start) and "/" not in name[len(start) :]
