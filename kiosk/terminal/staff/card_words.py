"""The program's words within a card, in the language in which the card is read to somebody."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QDate, QLocale

from kiosk.domain.card import CardStatus, ChannelKind, Client, Deadline, DeadlineUnit, DocumentKind, Fee
from kiosk.terminal.language import LanguageViewModel

_FREE = str(QT_TRANSLATE_NOOP("Card", "free of charge"))
_DEPENDS = str(QT_TRANSLATE_NOOP("Card", "the amount depends on the matter"))
_PAYMENT = str(QT_TRANSLATE_NOOP("Card", "Payment: %1"))
_TELEPHONE = str(QT_TRANSLATE_NOOP("Card", "tel. %1"))
_DOCUMENTS = {
    DocumentKind.REQUIRED: str(QT_TRANSLATE_NOOP("StaffCard", "required")),
    DocumentKind.TO_SHOW: str(QT_TRANSLATE_NOOP("StaffCard", "only to show")),
    DocumentKind.OPTIONAL: str(QT_TRANSLATE_NOOP("StaffCard", "if you have it")),
    DocumentKind.CONDITIONAL: str(QT_TRANSLATE_NOOP("StaffCard", "only in the case named")),
}
_CHANNELS = {
    ChannelKind.COUNTER: str(QT_TRANSLATE_NOOP("StaffCard", "in person")),
    ChannelKind.POST: str(QT_TRANSLATE_NOOP("StaffCard", "post")),
    ChannelKind.ELECTRONIC: str(QT_TRANSLATE_NOOP("StaffCard", "electronically")),
    ChannelKind.WEB: str(QT_TRANSLATE_NOOP("StaffCard", "web page")),
    ChannelKind.TELEPHONE: str(QT_TRANSLATE_NOOP("StaffCard", "telephone")),
    ChannelKind.EMAIL: str(QT_TRANSLATE_NOOP("StaffCard", "e-mail")),
}
_AT_A_GLANCE = str(QT_TRANSLATE_NOOP("StaffCard", "At a glance: %1"))
_AT_ONCE = str(QT_TRANSLATE_NOOP("Card", "At once"))
_LIMITS = {
    DeadlineUnit.DAYS: "Up to %n days",
    DeadlineUnit.WORKING_DAYS: "Up to %n working days",
    DeadlineUnit.MONTHS: "Up to %n months",
}
"""Messages of `card_facts.FactText`: staff read what visitors do."""
_CLIENTS = {
    Client.PERSON: str(QT_TRANSLATE_NOOP("StaffCard", "Private persons")),
    Client.COMPANY: str(QT_TRANSLATE_NOOP("StaffCard", "Companies and organisations")),
    Client.INSTITUTION: str(QT_TRANSLATE_NOOP("StaffCard", "Public institutions")),
    Client.INTERNAL: str(QT_TRANSLATE_NOOP("StaffCard", "Employees of the office")),
}
_STATUSES = {
    CardStatus.DRAFT: str(QT_TRANSLATE_NOOP("StaffCard", "Draft")),
    CardStatus.TO_APPROVE: str(QT_TRANSLATE_NOOP("StaffCard", "To be approved")),
    CardStatus.IN_FORCE: str(QT_TRANSLATE_NOOP("StaffCard", "In force")),
    CardStatus.WITHDRAWN: str(QT_TRANSLATE_NOOP("StaffCard", "Withdrawn")),
}


class CardWords:
    """Asks the translator of `language`, whatever the language of the program."""

    def __init__(self, program: LanguageViewModel, language: str) -> None:
        self._program = program
        self.language = language
        self._said: dict[str, str] = {}

    def client(self, client: Client) -> str:
        return self._say(_CLIENTS[client], "StaffCard")

    def status(self, status: CardStatus) -> str:
        return self._say(_STATUSES[status], "StaffCard")

    def document(self, kind: DocumentKind) -> str:
        """Whether it must be there."""
        return self._say(_DOCUMENTS[kind], "StaffCard")

    def channel(self, kind: ChannelKind) -> str:
        return self._say(_CHANNELS[kind], "StaffCard")

    def limit(self, deadline: Deadline) -> str:
        """Number and unit, as visitors read them among the facts of a card."""
        if deadline.unit is DeadlineUnit.AT_ONCE:
            briefly = self._say(_AT_ONCE)
        else:
            found = self._program.in_each("FactText", _LIMITS[deadline.unit], deadline.number)
            briefly = dict(found).get(self.language, "")
        return self._say(_AT_A_GLANCE, "StaffCard").replace("%1", briefly[:1].lower() + briefly[1:])

    @property
    def payment(self) -> str:
        """What stands around how a fee is paid."""
        return self._say(_PAYMENT)

    def telephone(self, number: str) -> str:
        return self._say(_TELEPHONE).replace("%1", number) if number else ""

    def amount(self, fee: Fee) -> str:
        """Such as `17 zł` (`PLN 17` for those who do not read Polish), `0,50 zł` or `free of charge`."""
        if not fee.amount:
            return self._say(_DEPENDS if fee.amount is None else _FREE)
        zloty, grosze = divmod(fee.amount, 100)
        number = QLocale(self.language).toString(fee.amount / 100, "f", 2) if grosze else str(zloty)
        return {"pl": f"{number} zł", "en": f"PLN {number}"}.get(self.language, f"{number} PLN")

    def day(self, day: date) -> str:
        """Such as 23 listopada 2026."""
        locale = QLocale("en_GB" if self.language == "en" else self.language)
        pattern = locale.dateFormat(QLocale.FormatType.LongFormat).replace("dddd, ", "").replace("dddd ", "")
        return locale.toString(QDate(day.year, day.month, day.day), pattern)

    def _say(self, source: str, context: str = "Card") -> str:
        if source not in self._said:
            self._said[source] = dict(self._program.in_each(context, source)).get(self.language, source)
        return self._said[source]
