"""What most people want to know of a card: the fee, the time, the place, each in a few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.domain.card import Card, Deadline, DeadlineUnit, Fee
from kiosk.domain.office import Place
from kiosk.terminal.written import Reader, Written, as_sentence, in_polish

translate = QCoreApplication.translate
"""Under its own name, because that is what lupdate looks for."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing at a glance, with the drawing beside it. `language` is that of the text."""

    icon: str
    label: str
    text: str
    language: str = ""


class FactText:
    """Writes the facts of one card for `reader`; `places` are where the office does it, the nearest first."""

    def __init__(self, card: Card, places: Sequence[Place], reader: Reader) -> None:
        self._card = card
        self._places = places
        self._reader = reader

    def facts(self) -> list[Fact]:
        """Nothing is said that the card does not say in full."""
        card, facts = self._card, []
        if card.fees:
            facts.append(_fact("coin", translate("Card", "Fee"), self._reader.told(as_sentence(self._one_amount()))))
        if card.office_deadline is not None:
            words = self._reader.told(self._briefly(card.office_deadline))
            facts.append(_fact("clock", translate("Card", "Time"), words))
        if card.unit_address:
            facts.append(_fact("pin", translate("Card", "Where"), in_polish(card.unit_address)))
        elif self._places:
            facts.append(_fact("pin", translate("Card", "Where"), self._reader.reads(self._places[0].name)))
        return facts

    def _one_amount(self) -> str:
        """What the card costs in a few words; where some of it is free and some is not, it must say both."""
        first, *others = self._card.fees
        paid = [fee for fee in self._card.fees if fee.amount != 0]
        if all(fee.amount == first.amount for fee in others):
            return amount_text(first, self._reader.language)
        if len(paid) == len(self._card.fees):
            return translate("Card", "depends on the matter")
        if paid[0].amount is None or any(fee.amount != paid[0].amount for fee in paid):
            return translate("Card", "free of charge or for a fee")
        price = amount_text(paid[0], self._reader.language)
        return translate("Card", "free of charge or %1").replace("%1", price)

    def _briefly(self, deadline: Deadline) -> str:
        n = deadline.number
        match deadline.unit:
            case DeadlineUnit.AT_ONCE:
                return translate("Card", "At once")
            case DeadlineUnit.DAYS:
                return self.tr("Up to %n days", "", n)
            case DeadlineUnit.WORKING_DAYS:
                return self.tr("Up to %n working days", "", n)
            case DeadlineUnit.MONTHS:
                return self.tr("Up to %n months", "", n)

    def tr(self, text: str, comment: str, number: int) -> str:
        """Translate words with a number in them: lupdate sees plural forms in Python only in calls of this name."""
        return translate("FactText", text, comment, number)


def amount_text(fee: Fee, language: str) -> str:
    """Such as `17 zł` (`PLN 17` for those who do not read Polish), `0,50 zł` or `free of charge`."""
    if fee.amount is None:
        return translate("Card", "the amount depends on the matter")
    if fee.amount == 0:
        return translate("Card", "free of charge")
    zloty, grosze = divmod(fee.amount, 100)
    number = str(zloty) if grosze == 0 else QLocale(language).toString(fee.amount / 100, "f", 2)
    return {"pl": f"{number} zł", "en": f"PLN {number}"}.get(language, f"{number} PLN")


def _fact(icon: str, label: str, words: Written) -> Fact:
    return Fact(icon, label, words.text, words.language)
