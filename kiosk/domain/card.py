"""A service card (karta usługi): how to settle one matter.

The fields are those of Polish offices' own cards and of article 10 of Regulation (EU) 2018/1724; article 12 of the
act on access to public information asks for who produced, answers for and published it, and when.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kiosk.domain.text import LocalisedText


class CardStatus(StrEnum):
    """Where a card stands in its life; visitors see only what is in force."""

    DRAFT = "projekt"
    TO_APPROVE = "do_zatwierdzenia"
    IN_FORCE = "obowiazujaca"
    WITHDRAWN = "wycofana"


class Client(StrEnum):
    """For whom a service is: three kinds of external clients, and the office's own employees."""

    PERSON = "osoba"
    COMPANY = "firma"
    INSTITUTION = "instytucja"
    INTERNAL = "wewnetrzny"


class DocumentKind(StrEnum):
    """What a client does with a document."""

    REQUIRED = "wymagany"
    TO_SHOW = "do_wgladu"
    OPTIONAL = "opcjonalny"
    CONDITIONAL = "warunkowy"
    """Required in the case that the document's name tells."""


class DeadlineUnit(StrEnum):
    """The unit in which a deadline is counted."""

    AT_ONCE = "od_reki"
    DAYS = "dni"
    WORKING_DAYS = "dni_robocze"
    MONTHS = "miesiace"


class ChannelKind(StrEnum):
    """How a matter can be brought to the office."""

    COUNTER = "lada"
    POST = "poczta"
    ELECTRONIC = "elektronicznie"
    WEB = "www"
    TELEPHONE = "telefon"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Document:
    """Something a client brings or encloses. `format` is what it must be: an original, a copy, a signed file."""

    name: LocalisedText
    kind: DocumentKind
    format: LocalisedText | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form to fill in, with its official symbol where it has one."""

    name: LocalisedText
    symbol: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Fee:
    """What a service costs, in grosze: 0 is a fee too. `amount` is None where a price list or an estimate decides.

    `payment` is how it can be paid: into which account, at the desk, online.
    """

    what_for: LocalisedText
    amount: int | None
    basis: str = ""
    exemptions: LocalisedText | None = None
    payment: LocalisedText | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit. `number` is 0 where the unit is `AT_ONCE`; `text` is what a person reads."""

    text: LocalisedText
    unit: DeadlineUnit
    number: int = 0


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to bring the matter: `address` is a URL, an e-mail address or a telephone number."""

    kind: ChannelKind
    text: LocalisedText
    address: str = ""


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """One act with the articles that apply. `journal` is its place in the Dziennik Ustaw."""

    title: str
    journal: str
    articles: str = ""
    eli: str = ""


@dataclass(frozen=True, slots=True)
class SignVideo:
    """The card in Polish Sign Language (PJM). `file` is a path within the pack, `captions` say all that is signed."""

    file: str
    captions: LocalisedText


@dataclass(frozen=True, slots=True)
class Card:
    """One service of one office. Lists are in reading order.

    `legal_state` is the day whose law the card describes; `to_confirm` lists what the office still has to confirm and
    is shown to every reader. `internal_notes` are for staff only.

    `produced_by`, `approved_by` and `published_by` name units and functions, never persons. `unit_address` is the
    postal address of a `unit` that belongs to another office; empty where the unit is this office's own.
    `plain` is the card in easy-to-read language, a thought a paragraph. `address` is the same card on the office's
    web site (`card_address.py` gives it by language). `recordings` are sound files of the card read aloud, by
    language of the reader. Files are named by their path within the pack (`media/REG-01-pl.wav`); one that is gone or
    is no longer the one that was checked is not offered.

    `authentication` says which proof of identity and which signatures are accepted. `not_applicable` holds, by letter,
    the points of article 10(2) of Regulation (EU) 2018/1724 that have no place on this card, each with the reason.
    """

    code: str
    version: int
    status: CardStatus
    group: str
    clients: tuple[Client, ...]
    legal_state: date
    modified: date
    produced_by: LocalisedText
    approved_by: LocalisedText
    published_by: LocalisedText
    name: LocalisedText
    summary: LocalisedText
    applies_to: LocalisedText
    steps: tuple[LocalisedText, ...]
    fees: tuple[Fee, ...]
    appeal: LocalisedText
    legal_basis: tuple[LegalBasis, ...]
    unit: LocalisedText
    places: tuple[str, ...]
    channels: tuple[Channel, ...]
    documents: tuple[Document, ...] = ()
    forms: tuple[Form, ...] = ()
    client_deadline: Deadline | None = None
    office_deadline: Deadline | None = None
    no_reply: LocalisedText | None = None
    results: tuple[LocalisedText, ...] = ()
    contact: str = ""
    service_languages: tuple[str, ...] = ("pl",)
    life_event: LocalisedText | None = None
    related: tuple[str, ...] = ()
    keywords: LocalisedText | None = None
    privacy: LocalisedText | None = None
    notes: tuple[LocalisedText, ...] = ()
    internal_notes: str = ""
    to_confirm: tuple[LocalisedText, ...] = ()
    unit_address: str = ""
    plain: tuple[LocalisedText, ...] = ()
    address: str = ""
    recordings: Mapping[str, str] = field(default_factory=dict)
    sign_video: SignVideo | None = None
    authentication: LocalisedText | None = None
    not_applicable: Mapping[str, LocalisedText] = field(default_factory=dict)

    @property
    def is_public(self) -> bool:
        """Whether visitors may see it: in force, and not for employees only."""
        return self.status is CardStatus.IN_FORCE and self.is_for_visitors

    @property
    def is_for_visitors(self) -> bool:
        """Whether it is, or once it is in force will be, for others than the office's own employees."""
        return self.clients != (Client.INTERNAL,)
