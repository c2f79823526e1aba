"""The shape of `katalog.yaml`: the groups of the catalogue, in the order of the tiles."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from kiosk.content.shape import Name, Shape, Texts, Titles
from kiosk.domain.card import Card
from kiosk.domain.catalogue import Catalogue, Group


class Icon(StrEnum):
    """The program's own icons for groups."""

    REGISTER = "register"
    DATA = "data"
    CODES = "codes"
    REPORTS = "reports"
    COMPLAINT = "complaint"
    STAFF = "staff"


class GroupShape(Shape):
    """Jeden kafelek katalogu."""

    id: Name = Field(description="Identyfikator, którym karty wskazują grupę, np. regon.")
    name: Titles = Field(alias="nazwa", description="Nazwa, tak jak mówią klienci.")
    description: Texts = Field(alias="opis", description="Jedno zdanie: co tu jest.")
    icon: Icon = Field(alias="ikona", description="Jedna z ikon programu.")

    def to_domain(self) -> Group:
        return Group(self.id, self.name.to_domain(), self.description.to_domain(), str(self.icon))


class CatalogueShape(Shape):
    """Katalog usług: grupy, w których klienci szukają kart."""

    title: Titles = Field(alias="tytul", description="Tytuł katalogu.")
    groups: tuple[GroupShape, ...] = Field(
        alias="grupy", min_length=1, max_length=30, description="Grupy w kolejności kafelków."
    )

    def to_domain(self, cards: tuple[Card, ...]) -> Catalogue:
        return Catalogue(self.title.to_domain(), tuple(group.to_domain() for group in self.groups), cards)
