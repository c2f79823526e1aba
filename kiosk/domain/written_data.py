"""Addresses, documents, plates, cases and written dates in a text, and what stands in their place."""

from __future__ import annotations

import re

_AT = (
    r"(?:@\s?|\s@\s|\s@(?=[\w-]+\.[a-z]{2})"
    r"|\s*(?:[({]\s*(?:at|ät|małpa|malpa|собака)\s*[)}])\s*|\s+(?:małpa|malpa|собака)\s+)"
)
_DOT_WORD = r"(?:\s*[({]\s*(?:kropka|punkt|dot|крапка)\s*[)}]\s*|\s+(?:kropka|punkt|dot|крапка)\s+)"
_DOT = rf"(?:\s?\.\s?|{_DOT_WORD})"
_STRICT_DOT = rf"(?:\.|{_DOT_WORD})"
_PART = r"(?:[\w+-]|\[[A-Z -]+\])+"
_TOP = r"(?:pl|com|eu|org|net|de|ua|gov|info|edu|io|biz|uk|me|ru|fr)"
_MONTHS = (
    r"(?:stycz|lut(?:y|ego)|mar(?:zec|ca)|kwie[ct]|maj|czerw|lip(?:iec|ca)|sierp|wrze[śs]|pa[źz]dz|listop|grud"
    r"|jan|feb|mär|mar|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[cz]"
    r"|січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд)\w*"
)
_YEAR = r"(?:(?:18|19|20)\d{2})"
_STREET = (
    r"(?:(?:ul|al|os|pl|вул|просп|пл)\.\s?"
    r"|(?:ul|al|os|вул|ulic[aąy]|alei|alej[aei]|osiedl[eu]|plac|placu|вулиц[яі])\s+)"
)
_HOUSE = r"\d{1,4}[a-zA-Z]?(?:\s?(?:/|m\.?|lok\.?|кв\.?)\s?\d{1,4}[a-zA-Z]?|\s[a-zA-Z](?![\w.]))?(?![^\W_])"
_POSTCODE = r"(?:,?\s*\d{2}\s?-\s?\d{3}(?!\d)(?:\s+[^\W\d_]+)?)?"
_STREET_OF_A_TOWN = r"[^\W\d_]+(?:sk|ck|dzk)"
"""Most streets that are written without "ul." are named after a place: Głogowska, na Głogowskiej."""
_MORE_DIGITS = r"(?:[ ./–-]{0,2}\d)*"
"""What follows belongs to the same number, or does no harm if it goes with it."""
_NOT_PLATES = r"(?!(?:PKD|GUS|ZUS|PIT|CIT|VAT|NIP|KRS|BDO|ISO|RODO|REG|RG|BDL)\b)"

_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, flags), label)
    for pattern, flags, label in (
        (rf"{_PART}(?:{_DOT}{_PART}){{0,5}}{_AT}{_PART}(?:{_DOT}{_PART}){{0,5}}", re.IGNORECASE, "[E-MAIL]"),
        (rf"{_PART}(?:{_DOT_WORD}{_PART}){{0,5}}\s+at\s+(?:{_PART}{_STRICT_DOT}){{1,5}}{_TOP}(?!\w)", re.IGNORECASE,
         "[E-MAIL]"),
        (r"(?:https?|ftp)\s?:\s?/\s?/\s?\S+|(?<!\w)www\s?\.\s?\S+", re.IGNORECASE, "[ADRES WWW]"),
        (rf"(?<!\w)[\w-]+(?:{_STRICT_DOT}[\w-]+){{0,4}}{_STRICT_DOT}{_TOP}(?!\w)(?:/\S*)?", re.IGNORECASE,
         "[ADRES WWW]"),
        (r"@\s?[\w.-]+", 0, "[NICK]"),
        (r"(?<![^\W_])poz\s?[-/.]\s?[\w/.-]*\d[\w/.-]*", re.IGNORECASE, "[NUMER SPRAWY]"),
        (r"(?<![^\W_])[A-ZŁŚŻ]{2,6}(?:[-.][A-Z0-9]{1,6}){0,4}\.\d+(?:\.\d+){0,3}[./]\d{2,4}(?![^\W_])", 0,
         "[NUMER SPRAWY]"),
        (r"(?<=\bspraw[aęyie]\s)(?:(?:nr|numer|znak)\.?\s?:?\s?)[\w/.-]*\d[\w/.-]*", re.IGNORECASE, "[NUMER SPRAWY]"),
        (rf"(?<![^\W_])(?:[a-z]{{3}}[\s-]?(?:\d[\s-]?){{5}}|[a-z]{{2}}[\s-]?(?:\d[\s-]?){{6}})\d(?!\d){_MORE_DIGITS}",
         re.IGNORECASE | re.ASCII, "[DOKUMENT]"),
        (rf"(?<!\d)\d{{1,2}}\.?\s+{_MONTHS}\.?,?\s+{_YEAR}(?!\d)", re.IGNORECASE, "[DATA]"),
        (rf"(?<=\bur\.\s){_YEAR}(?!\d)|(?<=\bur\s){_YEAR}(?!\d)|(?<=\burodzon[yaei]\sw\s){_YEAR}(?!\d)", re.IGNORECASE,
         "[DATA]"),
        (rf"(?<![^\W_]){_STREET}(?:[^\W\d_][\w’'.-]*\s+){{1,4}}(?:nr\.?\s*)?{_HOUSE}{_POSTCODE}", re.IGNORECASE,
         "[ADRES]"),
        (rf"(?<![^\W_]){_STREET_OF_A_TOWN}(?:a|iej)\s+\d{{1,4}}[a-zA-Z]?\s?/\s?\d{{1,4}}(?![^\W_])", re.IGNORECASE,
         "[ADRES]"),
        (rf"(?:(?<=\bna\s)|(?<=\bprzy\s)){_STREET_OF_A_TOWN}iej\s+{_HOUSE}", re.IGNORECASE, "[ADRES]"),
        (rf"(?<![^\W_])[^\W\d_]+(?:straße|strasse|str\.|weg|allee|platz)\s+{_HOUSE}", re.IGNORECASE, "[ADRES]"),
        (r"(?<!\d)\d{1,4}\s+[^\W\d_]+\s+(?:street|road|avenue)(?![^\W_])", re.IGNORECASE, "[ADRES]"),
        (rf"(?<![^\W_]){_NOT_PLATES}[A-Z]{{2,3}}[ -]?(?=[A-Z]*\d[A-Z]*\d)[A-Z0-9]{{4,5}}(?![^\W_]){_MORE_DIGITS}",
         0, "[TABLICA]"),
        (r"(?<![^\W_])[a-z]{2,3}\s\d{1,2}[a-z]{1,2}\d{2,3}(?![^\W_])", re.ASCII, "[TABLICA]"),
        (r"(?<![^\W_])(?!pkd|reg|iso)[a-z]{2,3}(?=[a-z0-9]*\d[a-z0-9]*\d[a-z0-9]*\d)\d[a-z0-9]{3,4}(?![^\W_])", 0,
         "[TABLICA]"),
        (r"(?<=rejestracyjny\s)[a-z]{1,3}\s?[a-z0-9]{3,5}(?![^\W_])|(?<=rejestracji\s)[a-z]{1,3}\s?\d[a-z0-9]{2,4}(?![^\W_])",
         re.IGNORECASE, "[TABLICA]"),
    )
)  # fmt: skip


def without_written_data(text: str) -> str:
    """`text`, normalised before, with a label in the place of each."""
    for pattern, label in _PATTERNS:
        text = pattern.sub(label, text)
    return text
