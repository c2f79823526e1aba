"""Line breaks that read well: no lonely letter at the end of a line, no number or ending torn from its word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_FOR_THE_EYE = str.maketrans({SOFT_HYPHEN: None, "\N{NO-BREAK SPACE}": " ", "\N{NON-BREAKING HYPHEN}": "-"})
_learnt: dict[str, Pyphen] = {}

_LONELY = re.compile(r"(?<![^\s(„“«])([aiouwzAIOUWZ]|[вузіоаяйВУЗІОАЯЙ]|\d{1,3}|%n|(?:ani|ні)(?= \w{1,6}\b)) (?=\S)")
_REFERENCE = re.compile(
    r"(?<![\w.§])((?:[Aa]rt\.|[Uu]st\.|[Pp]oz\.|Pos\.|Abs\.|[Nn]r\.?|№|[Tt]el\.|Dz\.U\.|pkt|lit\.|cz\.|kol\.|zał\.|§+"
    r"|[Uu]l\.|[Aa]l\.|[Pp]l\.|[Oo]s\.|ст\.|ч\.|п\.|[Пп]оз\.|[Тт]ел\.|[Вв]ул\.|[Пп]росп\.|[Пп]л\.|[Bb]ud\."
    r")(?= [\w%])|(?:PKD|PLN|EUR|articles?|items?)(?= [\d%])) "
)
_UNIT = re.compile(
    r"(?<=\d) (?=(?:%(?!\d)|‰|(?:r\.|р\.|рр\.|ust\.|godz\.|zł|gr|grn|грн|PLN|EUR|Uhr|mm|cm|m|km|мм|см|м|км"
    r"|rok\w{0,2}|рок\w{0,2}|рік|dni\w?|dzień|дн\w{1,3}|день|lat\w?|miesi\w{2,5}|місяц\w{1,3}"
    r"|sekund\w?|секунд\w?|minut\w?|хвилин\w?|złot\w{1,3}|злот\w{1,3}|days?|Tagen?|months?|Monaten?|seconds?|Sekunden?"
    r")(?!\w)))|(?<=%\d) (?=%(?!\d))"
)
"""Before a unit, where `_LONELY` leaves the space: a long number, a fraction, the end of a range."""
_POSTCODE = re.compile(r"(?<=\b\d\d-\d{3}) (?=[^\W\d])")
_ENDING = re.compile(r"(?<=/)-(?=\w)|(?<=\d)-(?=[^\W\d])")
_COMPOUND = re.compile(r"(?<![\w-])([A-Z]{2,6}|[A-Za-z])-(?=\w{1,10}\b)")


_WORD = re.compile(r"[^\W\d_]{9,}")
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"@|://|\w\.\w")
"""In what people copy letter by letter a hyphen would be one letter more."""
_DICTIONARIES = {"pl": "pl_PL", "en": "en_GB", "uk": "uk_UA", "de": "de_DE"}
_NARROW = 8
"""Where only words so short may stay whole, every space must be able to break."""
_LEAST_PART = 4
"""Letters left on either side of a hyphen: shorter parts are hard to read."""


def learn_hyphenation(languages: Iterable[str]) -> None:
    """Read the patterns of these languages, some tenths of a second each; until then long words do not break.

    Call it off the GUI thread. Safe to repeat.
    """
    import pyphen  # noqa: PLC0415  # no work at import

    for language in languages:
        if language in _DICTIONARIES and language not in _learnt:
            _learnt[language] = pyphen.Pyphen(lang=_DICTIONARIES[language], left=_LEAST_PART, right=_LEAST_PART)


def well_set(text: str, language: str, longest: int | None = None) -> str:
    """`text` with spaces and hyphens made unbreakable where a break would look torn.

    Words of more than `longest` letters may break at a hyphen; shorter ones do not, because whole words read better.
    """
    if longest is None or longest > _NARROW:
        text = held_together(text)
    text = _COMPOUND.sub("\\1\N{NON-BREAKING HYPHEN}", _ENDING.sub("\N{NON-BREAKING HYPHEN}", text))
    patterns = _learnt.get(language)
    if patterns is None or longest is None:
        return text
    return _TOKEN.sub(
        lambda token: token[0] if _ADDRESS.search(token[0]) else _breaking(token[0], patterns, longest), text
    )


def held_together(text: str) -> str:
    """`text` with no-break spaces after words of one letter and after what a number or a name belongs to (art., ul.,
    nr), and between a number and its unit. Safe to repeat.

    The translations of the program's own words in `resources/i18n` are written so: QML shows them as they are.
    """
    for before_space in (_LONELY, _REFERENCE):
        text = before_space.sub("\\1\N{NO-BREAK SPACE}", text)
    return _POSTCODE.sub("\N{NO-BREAK SPACE}", _UNIT.sub("\N{NO-BREAK SPACE}", text))


def _breaking(token: str, patterns: Pyphen, longest: int) -> str:
    return _WORD.sub(lambda word: patterns.inserted(word[0], SOFT_HYPHEN) if len(word[0]) > longest else word[0], token)


def as_spoken(text: str) -> str:
    """`text` without what is only there for the eye: soft hyphens, unbreakable spaces and hyphens."""
    return text.translate(_FOR_THE_EYE)
