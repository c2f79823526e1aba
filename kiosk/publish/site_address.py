"""Where each page of the site stands: its file within the folder, its address on the web, and the way between two."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from kiosk.domain.card_address import CODE_FIELD, LANGUAGE_FIELD, filled
from kiosk.domain.errors import BadInput
from kiosk.domain.office import Office

INDEX = "index.html"
_USUAL = f"{LANGUAGE_FIELD}/{CODE_FIELD}.html"
_SAFE_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]{0,99}(/[A-Za-z0-9][A-Za-z0-9._~-]{0,99}){0,9}", re.ASCII)
_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*(?::[0-9]{{1,5}})?", re.ASCII)
_FOLDERS = re.compile(r"/(?:[A-Za-z0-9._~-]+/)*", re.ASCII)


def is_safe_path(path: str) -> bool:
    """Whether a file of this name stays within the site's folder, and is plain enough for every file server."""
    return _SAFE_PATH.fullmatch(path) is not None


def link(here: str, there: str) -> str:
    """The address of the file `there` as the page `here` writes it: relative, so that the site may stand anywhere."""
    return posixpath.relpath(there, posixpath.dirname(here) or ".")


class TakenNames:
    """Names of a site's files. A file server that does not tell capitals apart would show one page for the other."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._names.values())

    def take(self, name: str) -> str:
        """Empty where `name` was free; else the name of the file that stands there."""
        key = name.casefold()
        taken = self._names.get(key, "")
        self._names.setdefault(key, name)
        return taken


@dataclass(frozen=True, slots=True)
class Base:
    """The address of the folder on the web, such as `https://urzad.pl/katalog/`."""

    url: str

    @classmethod
    def of(cls, text: str) -> Base:
        """Raises `BadInput` for what is not the address of a folder."""
        base = cls.fit(text)
        if base is None:
            such = f"https://{_ascii_host(text) or 'urzad.pl'}/katalog/"
            raise BadInput(f"'{text}' cannot be the address of the site; allowed: such as {such}")
        return base

    @classmethod
    def fit(cls, text: str) -> Base | None:
        """None for what is not the address of a folder; a page is none."""
        try:
            parts = urlsplit(text)
            folder = parts.path if parts.path.endswith("/") else f"{parts.path}/"
            is_fit = (
                parts.scheme in ("http", "https")
                and _HOST.fullmatch(parts.netloc)
                and parts.port != 0
                and _FOLDERS.fullmatch(folder)
                and not re.search(r"/\.{1,2}/|\.html?/$", folder)
                and "?" not in text
                and "#" not in text
            )
        except ValueError:  # the port, too
            return None
        return cls(f"{parts.scheme}://{parts.netloc}{folder}") if is_fit else None

    @property
    def folder(self) -> str:
        """Its path on the host, such as `/katalog/`."""
        return urlsplit(self.url).path

    @property
    def is_host(self) -> bool:
        """Whether it is the whole host."""
        return self.folder == "/"

    def address(self, path: str) -> str:
        """Of a file of the site; a folder's own page has the folder's address."""
        return self.url + (path.removesuffix(INDEX) if posixpath.basename(path) == INDEX else path)


def base_of(office: Office, given: str | None) -> Base | None:
    """The one that was `given`, else that of the office's card addresses, else its web site if a folder, else None.

    Raises `BadInput` where the given one is no address.
    """
    if given is not None:
        return Base.of(given)
    template = office.card_address
    if template:
        before_fields = re.split(f"{re.escape(CODE_FIELD)}|{re.escape(LANGUAGE_FIELD)}|[?#]", template)[0]
        return Base.of(before_fields[: before_fields.rindex("/") + 1])
    return Base.fit(office.website)


@dataclass(frozen=True, slots=True)
class Addresses:
    """The files of one site. A file whose name ends in `index.html` is also found by its folder's address.

    `card_pattern` has the fields of the office's template (`kiosk.domain.card_address`); so has `door_pattern`, the
    page to which the office's codes lead where its template does not tell languages apart. It is empty where there is
    none. `is_as_told` says whether the addresses that the terminal gives lead to this site.
    """

    base: Base | None
    card_pattern: str = _USUAL
    door_pattern: str = ""
    is_as_told: bool = True

    @classmethod
    def of(cls, office: Office, base: Base | None) -> Addresses:
        """Those that fit the office's own template of card addresses, where such files can be written."""
        template = office.card_address
        if not template:
            return cls(base)
        pattern = _file_pattern(template, base) if base is not None else ""
        if not pattern:
            return cls(base, is_as_told=False)
        if LANGUAGE_FIELD in pattern:
            return cls(base, card_pattern=pattern)
        return cls(base, door_pattern=pattern)

    def card(self, code: str, language: str) -> str:
        return filled(self.card_pattern, code, language)

    def doors(self, code: str, own: str = "") -> tuple[str, ...]:
        """Where else a card is found, without a language; `own` is the address that the card itself tells."""
        told = _file(own, self.base) if own and self.base is not None else ""
        found = (filled(self.door_pattern, code, ""), told)
        return tuple(dict.fromkeys(path for path in found if path and is_safe_path(path)))

    def group(self, group: str, language: str) -> str:
        return f"{language}/grupa-{group}.html"

    def page(self, name: str, language: str) -> str:
        """Of any other page: `index`, `a-z`, `zmiany`, `kontakt`."""
        return f"{language}/{name}.html"

    def search(self, language: str) -> str:
        return f"{language}/szukaj.json"

    def feed(self, language: str) -> str:
        return f"{language}/zmiany.xml"

    def address(self, path: str) -> str:
        """On the web, or empty where the site's own address is not known."""
        return self.base.address(path) if self.base is not None else ""


def _ascii_host(text: str) -> str:
    """A host with letters such as ą as the web writes it (RFC 3490); empty where `text` has none."""
    try:
        host = urlsplit(text).hostname or ""
        return "" if host.isascii() else host.encode("idna").decode()
    except ValueError:  # that of the codec is one
        return ""


def _file_pattern(template: str, base: Base) -> str:
    """The file that a plain server gives for addresses of this template; empty where it can give none."""
    path = _file(template, base)
    return path if CODE_FIELD in path and is_safe_path(filled(path, "X-1", "pl")) else ""


def _file(address: str, base: Base) -> str:
    """What lies at an address; a server gives a folder's own page with and without the slash at the end."""
    if not address.startswith(base.url):
        return ""
    path = re.split("[?#]", address[len(base.url) :])[0]
    if not path or path.endswith("/"):
        return path + INDEX
    return path if path.endswith((".html", ".htm")) else f"{path}/{INDEX}"
