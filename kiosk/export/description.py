"""What a release of data is, in words: who made it, when, how, by which rules, and what is in its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kiosk.domain.questionnaire import Questionnaire
from kiosk.domain.response import Channel
from kiosk.domain.text import LocalisedText
from kiosk.export import description_words as words
from kiosk.export.table import PROPERTIES

COUNTRY_CODE = "PL"
"""ISO 3166-1."""


class FileKind(Enum):
    """What a file of a release holds, and in which format."""

    CSV = ("CSV", "UTF-8", True)
    SAV = ("SPSS", "UTF-8", True)
    PARQUET = ("Apache Parquet", "UTF-8", True)
    QUESTIONNAIRE = ("XLSForm", "", False)
    CODEBOOK = ("codebook", "", False)
    COUNTS = ("counts", "", False)
    README = ("readme", "", False)
    METADATA = ("DDI", "", False)

    def __init__(self, label: str, charset: str, is_data: bool) -> None:  # noqa: FBT001  # one row of the table above
        self.label = label
        self.charset = charset
        self.is_data = is_data


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """One file. `columns` says how many a data file has, and is 0 for one that holds no data."""

    name: str
    kind: FileKind
    columns: int = 0


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """What only the maker of a release knows. `place` says what area the data cover, such as the office's town.

    `identifier` names the release for good; the same data described again have the same one. `first` and `last` are
    the first and last day of the periods told. `threshold` is the smallest number of responses that a period may have.
    """

    identifier: str
    offices: tuple[LocalisedText, ...]
    place: LocalisedText
    first: date
    last: date
    produced: date
    responses: int
    threshold: int
    software: str
    files: tuple[ReleaseFile, ...]
    channels: tuple[Channel, ...] = tuple(Channel)
    properties: tuple[str, ...] = PROPERTIES


@dataclass(frozen=True, slots=True)
class ReleaseDescription:
    """A release as its documents tell it. Every text is there in every language that the program speaks.

    `software` is the program's version. `rules` are those by which the data were made anonymous, `cleaning` what was
    done to odd responses, `access` the conditions of use. `properties` are the columns before the questions.
    """

    identifier: str
    title: LocalisedText
    abstract: LocalisedText
    producers: tuple[LocalisedText, ...]
    country: LocalisedText
    place: LocalisedText
    first: date
    last: date
    produced: date
    modes: tuple[LocalisedText, ...]
    instrument: LocalisedText
    universe: LocalisedText
    unit: LocalisedText
    data_kind: LocalisedText
    sampling: LocalisedText
    rules: tuple[LocalisedText, ...]
    cleaning: LocalisedText
    access: LocalisedText
    responses: int
    software: str
    files: tuple[ReleaseFile, ...]
    properties: tuple[str, ...]

    @classmethod
    def of(cls, facts: ReleaseFacts, questionnaire: Questionnaire) -> ReleaseDescription:
        """The standing sentences, filled with `facts` and the title of the (newest) `questionnaire`."""
        whose = facts.offices[0] if len(facts.offices) == 1 else facts.place
        fields: dict[str, LocalisedText | str] = {
            "questionnaire": questionnaire.title,
            "whose": whose,
            "first": facts.first.isoformat(),
            "last": facts.last.isoformat(),
            "responses": str(facts.responses),
            "threshold": str(facts.threshold),
        }
        return cls(
            identifier=facts.identifier,
            title=filled(words.TITLE, fields),
            abstract=filled(words.ABSTRACT, fields),
            producers=facts.offices,
            country=words.COUNTRY,
            place=facts.place,
            first=facts.first,
            last=facts.last,
            produced=facts.produced,
            modes=tuple(words.MODES[channel] for channel in facts.channels),
            instrument=words.INSTRUMENT,
            universe=words.UNIVERSE,
            unit=words.UNIT,
            data_kind=words.DATA_KIND,
            sampling=words.SAMPLING,
            rules=tuple(filled(rule, fields) for rule in words.RULES),
            cleaning=words.CLEANING,
            access=words.ACCESS,
            responses=facts.responses,
            software=facts.software,
            files=facts.files,
            properties=facts.properties,
        )

    @property
    def data_files(self) -> tuple[ReleaseFile, ...]:
        return tuple(one for one in self.files if one.kind.is_data)

    @property
    def documents(self) -> tuple[ReleaseFile, ...]:
        return tuple(one for one in self.files if not one.kind.is_data)


def filled(template: LocalisedText, fields: Mapping[str, LocalisedText | str]) -> LocalisedText:
    """`template` with what its braces name, each language with the field's text in that language."""
    return LocalisedText(
        {
            language: text.format_map(
                {
                    name: field if isinstance(field, str) else field.in_language(language)
                    for name, field in fields.items()
                }
            )
            for language, text in template.texts.items()
        }
    )
