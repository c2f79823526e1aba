"""The marks that a card carries: why it is not a card like the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from kiosk.domain.card import Card, CardStatus, Client
from kiosk.domain.card_filter import Need

translate = QCoreApplication.translate
"""Under its own name, because that is what lupdate looks for."""
Badge = dict[str, str]
"""`kind` decides the look, `words` say it."""


def badges(card: Card, needs: Iterable[Need], previous: Card | None) -> Sequence[Badge]:
    """In the program's language; those first that keep a card from visitors."""
    marks: list[tuple[str, str]] = []
    match card.status:
        case CardStatus.DRAFT:
            marks.append(("hidden", translate("StaffCard", "Draft")))
        case CardStatus.TO_APPROVE:
            marks.append(("hidden", translate("StaffCard", "To be approved")))
        case CardStatus.WITHDRAWN:
            marks.append(("withdrawn", translate("StaffCard", "Withdrawn")))
    if card.clients == (Client.INTERNAL,):
        marks.append(("internal", translate("StaffCard", "Employees only")))
    for need in needs:
        match need:
            case Need.OVERDUE:
                marks.append(("overdue", translate("StaffCard", "Review overdue")))
            case Need.CHANGED:
                version = str(previous.version) if previous is not None else "?"
                words = translate("StaffCard", "Changed since version %1").replace("%1", version)
                marks.append(("changed", words))
            case Need.TO_CONFIRM:
                marks.append(("question", translate("StaffCard", "To be confirmed")))
    return [{"kind": kind, "words": words} for kind, words in marks]
