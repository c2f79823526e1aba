"""The gate before a catalogue is published: what a faultless pack may still lack for readers outside the office.

The terminal shows such a card and says what is to be confirmed; a web page or a printed catalogue goes out of hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.content.card_checks import ALWAYS_TRANSLATED
from kiosk.content.fault import FaultAt, fault, quoted
from kiosk.content.files import CARDS, CATALOGUE, OFFICE, PackFiles
from kiosk.content.gateway_checks import gateway_faults
from kiosk.content.link_checks import link_faults
from kiosk.content.placeholder import in_each_language, is_to_be_written
from kiosk.content.references import Known, texts_in
from kiosk.content.tree import Scalar, Table, child, items, line_of, parse, scalar, scalars
from kiosk.domain.card import CardStatus, Client
from kiosk.domain.office import LEGAL_STATE_MONTHS, MOST_LEGAL_STATE_MONTHS

_OWNERS = ("jednostka", "wytworzyl", "zatwierdzil", "udostepnil")
_MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class _Terms:
    """What the office itself says about publishing. `languages` are those in which every text must exist."""

    today: date
    months: int
    languages: tuple[str, ...]


def publication_faults(files: PackFiles, today: date) -> list[FaultAt]:
    """What keeps the public cards of a pack from being published on `today`, sorted by file and line.

    Says nothing of what `reader.checked_pack` says already. Pure: touches no disk.
    """
    trees = {name: tree for name, content in files.contents.items() if (tree := parse(name, content)[0]) is not None}
    office = trees.get(OFFICE)
    terms = _terms(office, today)
    faults: list[FaultAt] = []
    for name, tree in trees.items():
        if name in (OFFICE, CATALOGUE):
            faults += link_faults(name, tree)
        elif name.startswith(f"{CARDS}/") and _is_public(tree):
            faults += _card_faults(name, tree, terms)
    return sorted(set(faults))


def _card_faults(file: str, card: Table, terms: _Terms) -> Iterator[FaultAt]:
    yield from _day_faults(file, card, terms)
    yield from _owner_faults(file, card)
    yield from _appeal_faults(file, card)
    yield from _fee_faults(file, card)
    yield from _language_faults(file, card, terms)
    yield from link_faults(file, card)
    yield from gateway_faults(file, card)


def _terms(office: Table | None, today: date) -> _Terms:
    months = scalar(office, "stan_prawny_najwyzej_miesiecy")
    given = _months(months.text) if months is not None else 0
    fallbacks = {language.text for language in scalars(office, "jezyki_zastepcze")}
    languages = Known.of(office, None, ()).languages or ()
    return _Terms(today, given or LEGAL_STATE_MONTHS, tuple(each for each in languages if each not in fallbacks))


def _months(text: str) -> int:
    """What the office set; 0 where that cannot be, which `reader.checked_pack` says."""
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(MOST_LEGAL_STATE_MONTHS))
    return int(text) if is_number and int(text) <= MOST_LEGAL_STATE_MONTHS else 0


def _is_public(card: Table) -> bool:
    status = scalar(card, "status")
    clients = {client.text for client in scalars(card, "klienci")}
    return status is not None and status.text == CardStatus.IN_FORCE and clients != {Client.INTERNAL.value}


def _day_faults(file: str, card: Table, terms: _Terms) -> Iterator[FaultAt]:
    """Law changes: a card that nobody has compared with it for so long is not published as the law.

    A card that was changed tomorrow would stand before all others in the feed of changes until then.
    """
    changed = scalar(card, "data_modyfikacji")
    day = _day(changed)
    if changed is not None and day is not None and day > terms.today:
        yield fault(file, changed.line, f"the day of the last change {day} has not come yet", f"up to {terms.today}")
    found = scalar(card, "stan_prawny")
    state = _day(found)
    if found is None or state is None:
        return
    oldest = _months_before(terms.today, terms.months)
    if state < oldest:
        allowed = f"{oldest} or later ({terms.months} months, stan_prawny_najwyzej_miesiecy in {OFFICE})"
        yield fault(file, found.line, f"the legal state {state} is too old", allowed)
    elif state > terms.today:
        yield fault(file, found.line, f"the legal state {state} has not come yet", f"up to {terms.today}")


def _owner_faults(file: str, card: Table) -> Iterator[FaultAt]:
    for key in _OWNERS:
        for text in in_each_language(child(card, key)):
            if is_to_be_written(text.text):
                yield fault(file, text.line, f"{quoted(key)} names nobody: {quoted(text.text)}", "a unit or a function")


def _appeal_faults(file: str, card: Table) -> Iterator[FaultAt]:
    for text in in_each_language(child(card, "tryb_odwolawczy")):
        if is_to_be_written(text.text):
            allowed = "the means, the body and the time limit, or that there is no appeal and why"
            yield fault(file, text.line, f"'tryb_odwolawczy' says nothing: {quoted(text.text)}", allowed)


def _fee_faults(file: str, card: Table) -> Iterator[FaultAt]:
    """A fee of 0 is a fee; one without an amount must say what decides it."""
    for fee in items(card, "oplaty"):
        if isinstance(fee, Table) and not {"kwota_gr", "podstawa"} & set(fee.entries):
            allowed = "'kwota_gr' (0 where it is free), or 'podstawa' with the act or the price list that decides"
            yield fault(file, fee.line, "the fee has neither an amount nor a basis", allowed)


def _language_faults(file: str, card: Table, terms: _Terms) -> Iterator[FaultAt]:
    """Texts that the terminal shows in Polish to a reader of another language."""
    for steps, text in texts_in(card, ()):
        missing = [language for language in terms.languages if language not in text.entries]
        if missing and steps[0] not in ALWAYS_TRANSLATED:
            key = next(step for step in reversed(steps) if isinstance(step, str))
            allowed = f"a text in each of {', '.join(terms.languages)}, or {missing[0]} in jezyki_zastepcze of {OFFICE}"
            wrong = f"{quoted(key)} is not translated into {', '.join(missing)}"
            yield fault(file, line_of(card, steps), wrong, allowed)


def _day(found: Scalar | None) -> date | None:
    try:
        return date.fromisoformat(found.text) if found is not None else None
    except ValueError:
        return None


def _months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or the last of a month that has no such day."""
    year, month = divmod(day.year * _MONTHS_OF_A_YEAR + day.month - 1 - months, _MONTHS_OF_A_YEAR)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
