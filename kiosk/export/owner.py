"""Whose responses a file holds."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.office import Office
from kiosk.domain.text import LocalisedText


@dataclass(frozen=True, slots=True)
class Owner:
    """One office, or all of them together. `id` goes into the names of releases, `place` is the area they cover."""

    id: str
    name: LocalisedText
    place: LocalisedText

    @classmethod
    def of(cls, office: Office) -> Owner:
        """One office, with the town of its seat."""
        return cls(office.id, office.name, LocalisedText({"pl": office.places[0].town}))
