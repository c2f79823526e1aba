"""What every file of a pack is made of: texts by language, names, numbers, days, addresses.

A shape is a pydantic model with English names and Polish keys. Its descriptions are written for the clerk: editors
show them beside the file, by way of the JSON Schemas (`schema.py`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from kiosk.domain.card_address import CODE_FIELD, LONGEST_ADDRESS, filled
from kiosk.domain.text import LANGUAGE_NAMES, LocalisedText

OWN_FAULT = "own_fault"
"""Type of the errors that `wrong` makes; they carry both halves of their message."""


def wrong(what: str, allowed: str) -> PydanticCustomError:
    """An error to raise in a validator: what is found and what may stand there instead."""
    return PydanticCustomError(OWN_FAULT, "{what}; allowed: {allowed}", {"what": what, "allowed": allowed})


_CODE = r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$"
_NAME = r"^[a-z][a-z0-9_]*$"
_ANSWER = r"^[A-Za-z0-9_]+$"
_LANGUAGE = r"^[a-z]{2,3}$"
_COLOUR = r"^#[0-9A-Fa-f]{6}$"
_URL = r"^https?://[A-Za-z0-9][^\s<>\"{}|\\^`]*$"
_SITE = r"^https?://[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*(:[0-9]{1,5})?"
"""ASCII, and a site that cannot hold a user's name: what stands before an @ looks like the site and is not."""
_SIGN = r"[!#$%&'()*+,./0-9:;=?@A-Z_a-z~-]"
_PAGE = rf"{_SITE}([/?]{_SIGN}*)?$"
_TEMPLATE = rf"{_SITE}([/?]({_SIGN}|\{{kod\}}|\{{jezyk\}})*)?$"
_MEDIA = r"^media/[A-Za-z0-9][A-Za-z0-9_-]{0,80}"
_SOUND = rf"{_MEDIA}\.wav$"
_FILM = rf"{_MEDIA}\.(mp4|webm|mkv)$"
_DRAWING = rf"{_MEDIA}\.(svg|png)$"
_EMAIL = r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
_TELEPHONE = r"^[+0-9][0-9 ()/-]{2,30}$"
_POSTCODE = r"^[0-9]{2}-[0-9]{3}$"

PATTERN_WORDS = {
    _CODE: "capital letters A to Z, digits and hyphens, such as REG-01",
    _NAME: "small letters a to z, digits and _, beginning with a letter",
    _ANSWER: "letters a to z, digits and _",
    _LANGUAGE: "a language code such as pl",
    _COLOUR: "a colour such as #1f4e8c",
    _URL: "an address beginning with https://",
    _PAGE: "an address such as https://urzad.pl/karty/REG-01, of plain letters and without a user's name",
    _TEMPLATE: "an address such as https://urzad.pl/karty/{kod}?jezyk={jezyk}, with no other fields",
    _SOUND: "a file such as media/REG-01-pl.wav (letters a to z, digits, - and _)",
    _FILM: "a file such as media/REG-01.mp4, .webm or .mkv (letters a to z, digits, - and _)",
    _DRAWING: "a file such as media/logo.svg or .png (letters a to z, digits, - and _)",
    _EMAIL: "an e-mail address",
    _TELEPHONE: "a telephone number",
    _POSTCODE: "a postcode such as 60-624",
}
"""What each pattern asks for, in words."""

LONGEST_WORD = 50
_LINE_ENDS = re.compile(r"[ \t\n\N{SOFT HYPHEN}]|(?<=\w)[-/\N{EN DASH}\N{EM DASH}](?=[^\W\d_])")
"""Where a line may end: not at no-break spaces, nor between digits."""
_BLANK = frozenset("\u2800\u3164\u115f\u1160\uffa0")
"""Letters and signs of which nothing is seen."""
_DIGITS = re.compile(r"0|[1-9][0-9]{0,8}", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def matches_url(text: str) -> bool:
    return re.match(_URL, text) is not None


def matches_email(text: str) -> bool:
    return re.match(_EMAIL, text) is not None


def matches_telephone(text: str) -> bool:
    return re.match(_TELEPHONE, text) is not None


def _number(found: object) -> object:
    if isinstance(found, str) and not _DIGITS.fullmatch(found):
        raise wrong(f"'{found[:40]}' is not a whole number", "digits only, such as 14")
    return found


def _day(found: object) -> object:
    if not isinstance(found, str):
        return found
    try:
        if _DAY.fullmatch(found):
            return date.fromisoformat(found)
    except ValueError:
        pass
    raise wrong(f"'{found[:40]}' is not a day of the calendar", "a day such as 2026-11-23")


def _one_line(found: str) -> str:
    if "\n" in found:
        raise wrong("the text has more than one line", "one line")
    return found


def _legible(found: str) -> str:
    if not any(unicodedata.category(letter)[0] in "LNPS" and letter not in _BLANK for letter in found):
        raise wrong("there is nothing to be seen in the text", "letters, digits or signs")
    longest = max(_LINE_ENDS.split(found), key=len)
    if len(longest) > LONGEST_WORD:
        what = f"'{longest[:40]}…' has {len(longest)} characters without a space or a hyphen"
        raise wrong(what, f"at most {LONGEST_WORD}: no screen is wide enough for more")
    return found


def _template(found: str) -> str:
    if CODE_FIELD not in found:
        raise wrong(f"the addresses of all cards are the same without {CODE_FIELD}", f"{CODE_FIELD} in the address")
    if len(filled(found, "X" * LONGEST_CODE, max(LANGUAGE_NAMES, key=len))) > LONGEST_ADDRESS:
        raise wrong("the address of a card can become too long for a QR code", f"{LONGEST_ADDRESS} characters")
    return found


LONGEST_PROSE = 4_000
Prose = Annotated[str, Field(min_length=1, max_length=LONGEST_PROSE), AfterValidator(_legible)]
"""Any text; line breaks are kept, and what is longer than a page goes on overleaf."""
LONGEST_LINE = 300
Line = Annotated[str, Field(min_length=1, max_length=LONGEST_LINE), AfterValidator(_one_line)]
"""A text of one line."""
LONGEST_TITLE = 70
Title = Annotated[
    str, Field(min_length=1, max_length=LONGEST_TITLE), AfterValidator(_one_line), AfterValidator(_legible)
]
"""What stands on a tile or a button of the smallest panel, in the largest text."""
LONGEST_NAME = 200
ShortText = Annotated[
    str, Field(min_length=1, max_length=LONGEST_NAME), AfterValidator(_one_line), AfterValidator(_legible)
]
"""A name, or a thought in plain language."""
LONGEST_BRIEF = 300
Brief = Annotated[str, Field(min_length=1, max_length=LONGEST_BRIEF), AfterValidator(_legible)]
"""What fits on a slide of the smallest panel."""
LONGEST_SENTENCE = 120
Sentence = Annotated[
    str, Field(min_length=1, max_length=LONGEST_SENTENCE), AfterValidator(_one_line), AfterValidator(_legible)
]
"""What has room beside its buttons on the smallest panel, in the largest text."""
Number = Annotated[int, BeforeValidator(_number), Field(le=999_999_999)]
Counting = Annotated[int, BeforeValidator(_number), Field(ge=1, le=9_999)]
"""A version or a revision."""
Day = Annotated[date, BeforeValidator(_day)]
LONGEST_CODE = 20
Code = Annotated[str, Field(pattern=_CODE, max_length=LONGEST_CODE)]
Name = Annotated[str, Field(pattern=_NAME, max_length=32)]
Answer = Annotated[
    str,
    Field(pattern=_ANSWER, max_length=32),
    # An editor reads 98 as a number, we read it as a text: both are the same code.
    WithJsonSchema({"type": ["string", "integer"], "pattern": _ANSWER, "minimum": 0, "maxLength": 32}),
]
Language = Annotated[str, Field(pattern=_LANGUAGE)]
Colour = Annotated[str, Field(pattern=_COLOUR)]
Url = Annotated[str, Field(pattern=_URL, max_length=500)]
PageAddress = Annotated[str, Field(pattern=_PAGE, max_length=LONGEST_ADDRESS)]
"""A page that visitors open from a QR code."""
PageTemplate = Annotated[str, Field(pattern=_TEMPLATE, max_length=LONGEST_ADDRESS), AfterValidator(_template)]
"""The pages of all cards, with fields for what differs."""
SoundName = Annotated[str, Field(pattern=_SOUND)]
FilmName = Annotated[str, Field(pattern=_FILM)]
DrawingName = Annotated[str, Field(pattern=_DRAWING)]
Email = Annotated[str, Field(pattern=_EMAIL, max_length=200)]
Postcode = Annotated[str, Field(pattern=_POSTCODE)]
Telephone = Annotated[
    str, Field(pattern=_TELEPHONE), WithJsonSchema({"type": ["string", "integer"], "pattern": _TELEPHONE})
]


class Shape(BaseModel):
    """Base of all shapes: unknown keys are faults, and a shape does not change once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Texts(Shape):
    """Tekst w językach urzędu. Polski jest zawsze; brakujące tłumaczenie zastępuje tekst polski."""

    pl: Prose = Field(description="Po polsku (zawsze).")
    en: Prose | None = Field(default=None, description="Po angielsku.")
    uk: Prose | None = Field(default=None, description="Po ukraińsku.")
    de: Prose | None = Field(default=None, description="Po niemiecku.")

    def to_domain(self) -> LocalisedText:
        texts = {"pl": self.pl, "en": self.en, "uk": self.uk, "de": self.de}
        return LocalisedText({language: text for language, text in texts.items() if text is not None})


class Names(Texts):
    """Krótki tekst (nazwa, przycisk) w językach urzędu, w każdym jedna linia."""

    pl: ShortText = Field(description="Po polsku (zawsze).")
    en: ShortText | None = Field(default=None, description="Po angielsku.")
    uk: ShortText | None = Field(default=None, description="Po ukraińsku.")
    de: ShortText | None = Field(default=None, description="Po niemiecku.")


class Titles(Texts):
    """Nazwa na kafelku albo przycisku w językach urzędu, w każdym najwyżej 70 znaków."""

    pl: Title = Field(description="Po polsku (zawsze).")
    en: Title | None = Field(default=None, description="Po angielsku.")
    uk: Title | None = Field(default=None, description="Po ukraińsku.")
    de: Title | None = Field(default=None, description="Po niemiecku.")


class Briefs(Texts):
    """Tekst w językach urzędu, w każdym najwyżej 300 znaków: jest czytany jednym spojrzeniem."""

    pl: Brief = Field(description="Po polsku (zawsze).")
    en: Brief | None = Field(default=None, description="Po angielsku.")
    uk: Brief | None = Field(default=None, description="Po ukraińsku.")
    de: Brief | None = Field(default=None, description="Po niemiecku.")


class Sentences(Texts):
    """Jedno zdanie w językach urzędu, w każdym najwyżej 120 znaków: mieści się obok przycisków na małym ekranie."""

    pl: Sentence = Field(description="Po polsku (zawsze).")
    en: Sentence | None = Field(default=None, description="Po angielsku.")
    uk: Sentence | None = Field(default=None, description="Po ukraińsku.")
    de: Sentence | None = Field(default=None, description="Po niemiecku.")


class Signature(Names):
    """Kto: w językach urzędu, albo jeden tekst, taki sam we wszystkich językach."""

    @model_validator(mode="before")
    @classmethod
    def _same_in_all_languages(cls, found: object) -> object:
        return {"pl": found} if isinstance(found, str) and found else found

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        one_text = {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME}
        return {"anyOf": [one_text, handler(schema)]}


def in_domain(texts: Texts | None) -> LocalisedText | None:
    """An optional text as the domain holds it."""
    return None if texts is None else texts.to_domain()


def all_in_domain(texts: Sequence[Texts]) -> tuple[LocalisedText, ...]:
    """A list of texts as the domain holds it."""
    return tuple(text.to_domain() for text in texts)
