"""A release to describe, with figures that can be told from each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kiosk.domain.questionnaire import Questionnaire
from kiosk.domain.response import Channel
from kiosk.domain.text import LocalisedText
from kiosk.export.description import FileKind, ReleaseDescription, ReleaseFacts, ReleaseFile
from kiosk.export.variables import Codebook

OFFICE = LocalisedText({"pl": "Urząd Próbny w Łęczycy", "en": "Test Office in Łęczyca"})
LANGUAGES = ("pl", "en", "uk", "de")


def facts(
    *,
    offices: tuple[LocalisedText, ...] = (OFFICE,),
    channels: tuple[Channel, ...] = tuple(Channel),
    columns: int = 14,
) -> ReleaseFacts:
    return ReleaseFacts(
        identifier="leczyca-proba-2026",
        offices=offices,
        place=LocalisedText({"pl": "Łęczyca i okolice", "de": "Łęczyca und Umgebung"}),
        first=date(2026, 9, 28),
        last=date(2026, 10, 25),
        produced=date(2026, 11, 28),
        responses=1234,
        threshold=5,
        software="9.8.7",
        files=(
            ReleaseFile("dane.csv", FileKind.CSV, columns),
            ReleaseFile("dane.sav", FileKind.SAV, columns),
            ReleaseFile("dane.parquet", FileKind.PARQUET, columns + 6),
            ReleaseFile("ankieta.xlsx", FileKind.QUESTIONNAIRE),
        ),
        channels=channels,
    )


def described(versions: Sequence[Questionnaire]) -> tuple[ReleaseDescription, Codebook]:
    """The description and the codebook of a release with `versions` of one questionnaire."""
    codebook = Codebook.of(versions)
    return ReleaseDescription.of(facts(), codebook.newest), codebook
