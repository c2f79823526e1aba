"""Passages with the language they are in, and links: what the templates write."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from kiosk.domain.text import DEFAULT_LANGUAGE, LocalisedText

_ONE_LETTER = re.compile(r"(?<![^\s(„«])([aiouwzвзіуйоя]) (?=\S)", re.IGNORECASE)
"""A word of one letter, which stands at no end of a line in Polish and Ukrainian."""
_POLISH_NUMBER = 9
"""Digits of a Polish telephone number."""
_CONTACTS = re.compile(
    r"(?P<mail>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6})|(?P<tel>\+?\d[\d ()/-]{6,20}\d)"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """`text`; `lang` is empty where it is in the language of the page, and `href` where it leads nowhere."""

    text: str
    lang: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads `language`, and Polish where there is nothing else."""

    language: str

    def reads(self, text: LocalisedText) -> Passage:
        shown = text.language_shown(self.language)
        return Passage(glued(text.in_language(self.language), shown), "" if shown == self.language else shown)

    def in_polish(self, text: str, href: str = "") -> Passage:
        """What is Polish in every language: titles of Polish law, addresses in Poland."""
        return Passage(text, "" if self.language == DEFAULT_LANGUAGE else DEFAULT_LANGUAGE, href)


def glued(text: str, language: str) -> str:
    """`text` with its words of one letter on the line of the word that follows."""
    return _ONE_LETTER.sub("\\1\N{NO-BREAK SPACE}", text) if language in ("pl", "uk") else text


def web_address(address: str) -> str:
    """`address` if a browser may follow it, else empty: only the web, whatever a pack says."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


def telephone_address(number: str) -> str:
    """Such as `tel:+48612798301`: a Polish number can be called from abroad too."""
    digits = "".join(sign for sign in number if sign.isdigit() and sign.isascii())
    if not digits:
        return ""
    if number.strip().startswith("+"):
        return f"tel:+{digits}"
    return f"tel:+48{digits}" if len(digits) == _POLISH_NUMBER else f"tel:{digits}"


def mail_address(address: str) -> str:
    found = _CONTACTS.fullmatch(address)
    return f"mailto:{address}" if found and found["mail"] else ""


def with_contacts(text: str) -> list[Passage]:
    """The same text in pieces, telephone numbers and e-mail addresses as links."""
    pieces, end = [], 0
    for found in _CONTACTS.finditer(text):
        if not found["mail"] and sum(sign.isdigit() for sign in found[0]) < _POLISH_NUMBER:
            continue  # a date or the number of a room
        pieces.append(Passage(text[end : found.start()]))
        href = mail_address(found[0]) if found["mail"] else telephone_address(found[0])
        pieces.append(Passage(found[0], href=href))
        end = found.end()
    return [piece for piece in (*pieces, Passage(text[end:])) if piece.text]
