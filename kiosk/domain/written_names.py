"""Names of people in a text, and what stands in their place: as far as titles and given names betray them.

A Polish name has seven cases, and a screen's keyboard has no capital letters: this finds most of what stands behind
"pan", "pani" and their like, and common given names with the surname that follows. It does not find every name, and
cannot: a person reads each comment before it is released.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from kiosk.domain.given_names import ALSO_WORDS

NAME = "[NAZWISKO]"
_TITLE = re.compile(
    r"(?<![^\W_])(?:(?P<polish>pan(?:a|u|em|ie|i|ią|ów|om|owie)?|państw[oau]|państwem|p\.(?=\s?\w)|пан(?:а|у|ові|ом|і|ію)?)"
    r"|(?P<foreign>herrn?|frau|mr\.?|mrs\.?|ms\.?|miss))(?:(?<=\.)|(?![^\W_]))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’](?=[^\W\d_]))*(?:\s?-\s?[^\W\d_]+)?")
_BETWEEN = re.compile(r"\.?\s+|\s*[.,]\s*(?=[^\W\d_])|(?<=\.)")
_MOST_WORDS = 3
"""A name that is written out: given name, second one, surname."""
_OF_WOMEN = ("i", "y", "e", "ę", "ą", "o", "ie", "u")
_OF_MEN = ("a", "owi", "em", "iem", "u", "ie", "owie")
_OF_UKRAINIAN_WOMEN = ("и", "і", "ї", "у", "ю", "ою", "єю")
_OF_UKRAINIAN_MEN = ("а", "у", "ові", "ом", "я", "ю", "єві", "єм", "ем")
_SHORT = 3
"""Letters of a name whose cases are mostly words."""
_ROLES = re.compile(
    r"(?:kierowni|dyrektor|doktor|profesor|magister|mgr|dr$|inż|prof$|inspektor|urzędni|naczelni|prezes|sekretar"
    r"|referen|specjalist|ochroni|portier|pracowni|konsultant|direktor|doctor|professor|начальни|директор)\w*",
    re.IGNORECASE,
)
_SURNAME = re.compile(
    r"\w{2,}(?:(?:[sc]|dz)k(?:i|a|iego|iej|iemu|im|ą|ich|imi)|wicz(?:a|owi|em|u|owie|ów|owa)?|czyk(?:a|owi|iem|u)?"
    r"|cz(?:ak|ek|uk)(?:a|owi|iem|u)?|(?:i|ia)k(?:a|owi|iem)|(?:ow|ew|in)(?:ej|ą)|(?:enk|чук|юк|ук)(?:o|а|у|ові|ом)?"
    r"|енк[оаую]|ськ(?:ий|а|ого|ої|ому|ій|им|ою)|ович(?:а|у|ем)?)",
    re.IGNORECASE,
)
_SURNAMES = """
    nowak wójcik mazur krawczyk kaczmarek zając król wróbel dudek adamczyk wieczorek michalak pawlak walczak baran
    szymczak szewczyk duda kubiak bąk wilk lis sikora kołodziej kozioł kania bielak urban sowa kulesza kos
    szymańska musiał krupa marzec kurek stępień janik kowal
"""
_COMMON_SURNAMES = frozenset(_SURNAMES.split())
"""Of the most frequent ones those that no ending betrays; looked for behind a title or a given name only."""
_SMALL_WORDS = """
    w we z ze za na nad pod po przy przed przez do od dla o u i a ale oraz lub czy nie się to ta ten te tej tego tam tu
    co kto który która które jak gdy kiedy jest była był było byli są będzie ma miała miał mówi mówiła mówił powiedział
    powiedziała która ktora ktory jest bardzo nas mnie mi mu jej jego im nam wam ich bo że ze tylko już juz też tez
    bez obok zza spod znad miła miły niemiła niemiły pomogła pomógł obsługująca obsługujący odmówiła odmówił
    siedząca siedzący pracująca pracujący starsza starszy młoda młody można może proszę dziękuję nawet zawsze nigdy
    i й та на в у за з із до від про для по не це ця що яка який як була був є дуже мені нам
    am an in im auf aus bei mit von vor hinter zu zum zur und oder aber war ist hat hatte sagte sagt nicht sehr die der
    das den dem des eine ein ich mir uns wir wurde kann konnte will wollte
    at in on of who was is has had said and or but the a to for from with not very me us
"""
_NO_NAMES = frozenset(_SMALL_WORDS.split())
"""What may stand behind a title and is no name."""


def without_names(text: str, given_names: Collection[str]) -> str:
    """`text`, normalised before, with a label in the place of each name that is found.

    `given_names` are in small letters and in the first case.
    """
    forms = _forms(frozenset(given_names))
    parts: list[str] = []
    end = 0
    for start, stop in _names(text, forms):
        parts += (text[end:start], NAME)
        end = stop
    return "".join((*parts, text[end:]))


def _names(text: str, forms: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where each name begins and ends, in order."""
    end = 0
    before: re.Match[str] | None = None
    while end < len(text):
        title = _TITLE.match(text, end)
        word = None if title else _WORD.match(text, end)
        start = end
        if title is not None:
            end, before = title.end(), None
            if (place := _after_title(text, end, forms, is_foreign=title["foreign"] is not None)) is not None:
                yield place
                end = place[1]
        elif word is not None and text[start - 1 : start] != "[":
            end = word.end()
            if _is_given_name(word[0], forms):
                end = _further(text, end, forms, _MOST_WORDS - 1)
                yield before.start() if before is not None and _is_surname_of(before, start) else start, end
                before = None
            else:
                before = word
        else:
            end = word.end() if word is not None else end + 1


def _is_surname_of(word: re.Match[str], given: int) -> bool:
    """Whether a word is the surname that stands before the given name that begins at `given`: "Kowalski Jan"."""
    is_beside = not word.string[word.end() : given].strip(" ")
    is_surname = word[0].lower() in _forms(_COMMON_SURNAMES) or _SURNAME.fullmatch(word[0]) is not None
    return is_beside and is_surname


def _after_title(text: str, start: int, forms: Collection[str], *, is_foreign: bool) -> tuple[int, int] | None:
    """Where the name behind a title begins and ends; what somebody is ("pani dyrektor") is no name and stays."""
    while (word := _next_word(text, start)) is not None and _ROLES.fullmatch(word[0]):
        start = word.end()
    if word is None or not (_may_be_name(word[0], forms) or (is_foreign and word[0].lower() not in _NO_NAMES)):
        return None
    return word.start(), _further(text, word.end(), forms, _MOST_WORDS - 1)


def _further(text: str, end: int, forms: Collection[str], most: int) -> int:
    """The end of the name whose first word ends at `end`."""
    for _ in range(most):
        word = _next_word(text, end)
        if word is None or text[end : word.start()].strip(" ") or not _may_be_name(word[0], forms):
            break
        end = word.end()
    return end


def _next_word(text: str, start: int) -> re.Match[str] | None:
    between = _BETWEEN.match(text, start)
    return _WORD.match(text, between.end()) if between is not None else None


def _may_be_name(word: str, forms: Collection[str]) -> bool:
    """Whether a word beside a title or a given name is a name: by its capital letter, or by its shape."""
    if word.lower() in _NO_NAMES:
        return False
    is_capitalised = word[0].isupper() and not (len(word) > 1 and word.isupper())
    is_known = word.lower() in forms or word.lower() in _forms(_COMMON_SURNAMES)
    return is_capitalised or is_known or _SURNAME.fullmatch(word) is not None


def _is_given_name(word: str, forms: Collection[str]) -> bool:
    """Whether a word that stands alone is a given name."""
    is_capitalised = word[0].isupper() and not word.isupper()
    return word.lower() in forms and (is_capitalised or word.lower() not in ALSO_WORDS)


@lru_cache(maxsize=4)
def _forms(given_names: frozenset[str]) -> frozenset[str]:
    """Every case of every name, as far as endings go; Polish and Ukrainian."""
    return frozenset(form for name in given_names for form in _cases(name))


def _cases(name: str) -> Iterator[str]:
    yield name
    last = name[-1]
    if len(name) <= _SHORT and last == "a":  # "ale" and "oli" are words, "olę" is not
        yield from (name[:-1] + ending for ending in (_OF_WOMEN if name == "ewa" else "ęą"))
    elif last in "aаяо":
        endings = _OF_WOMEN if last == "a" else _OF_UKRAINIAN_WOMEN
        yield from (name[:-1] + ending for ending in endings)
        yield from _softened(name[:-1])
    elif last in "yi":
        yield from (name.removesuffix("y") + ending for ending in ("ego", "emu", "m", "ym"))
    elif "а" <= last <= "ї":
        yield from (name.rstrip("йь") + ending for ending in _OF_UKRAINIAN_MEN)
    else:
        stem = name[:-2] + last if name.endswith(("ek", "ec", "eł")) else name
        yield from (stem + ending for ending in _OF_MEN)
        yield from _softened(stem)


def _softened(stem: str) -> Iterator[str]:
    """Before the ending -e a consonant is another one: Marta, Marcie."""
    for hard, soft in (("r", "rze"), ("t", "cie"), ("d", "dzie"), ("ł", "le"), ("k", "ce"), ("g", "dze")):
        if stem.endswith(hard):
            yield stem[:-1] + soft
