"""In which order staff read the fields of a card, and what each is called. Every field stands in one section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
"""Under its own name, because that is what lupdate looks for."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with fields under it, and what those are called that the heading does not name."""

    heading: str
    icon: str
    fields: tuple[str, ...]
    labels: Mapping[str, str] = field(default_factory=dict)
    is_internal: bool = False
    """Whether visitors are never told."""

    def label(self, field: str) -> str:
        """What a line of the list of results calls this field."""
        return self.labels.get(field, self.heading)


NUMBERED = frozenset({"steps"})
LISTED = frozenset(
    {"documents", "forms", "fees", "channels", "results", "legal_basis", "places", "related", "to_confirm"}
)
"""Fields whose items have a mark each."""


def sections() -> Sequence[Section]:
    """In the program's language. What is for staff only comes first: it changes what they say to a visitor."""
    return (
        Section(translate("StaffCard", "For staff only"), "staff", ("internal_notes",), is_internal=True),
        Section(
            translate("StaffCard", "In short"),
            "info",
            ("summary", "applies_to", "clients"),
            {
                "applies_to": translate("StaffCard", "Who it is for"),
                "clients": translate("StaffCard", "Clients"),
            },
        ),
        Section(
            translate("StaffCard", "Documents"),
            "document",
            ("documents", "forms"),
            {"forms": translate("StaffCard", "Forms")},
        ),
        Section(translate("StaffCard", "Fees"), "coin", ("fees",)),
        Section(
            translate("StaffCard", "Time limits"),
            "clock",
            ("office_deadline", "client_deadline", "no_reply"),
            {
                "office_deadline": translate("StaffCard", "The office’s time limit"),
                "client_deadline": translate("StaffCard", "The client’s time limit"),
                "no_reply": translate("StaffCard", "If the office does not reply"),
            },
        ),
        Section(translate("StaffCard", "Steps"), "steps", ("steps",)),
        Section(
            translate("StaffCard", "Where and how"),
            "pin",
            ("unit", "unit_address", "contact", "channels", "places", "authentication", "service_languages"),
            {
                "unit": translate("StaffCard", "Unit"),
                "unit_address": translate("StaffCard", "Address of the unit"),
                "contact": translate("StaffCard", "Contact"),
                "places": translate("StaffCard", "Places"),
                "channels": translate("StaffCard", "Ways to apply"),
                "authentication": translate("StaffCard", "Proof of identity and signature"),
                "service_languages": translate("StaffCard", "Languages of service"),
            },
        ),
        Section(translate("StaffCard", "Result"), "check", ("results",)),
        Section(
            translate("StaffCard", "Notes"),
            "text",
            ("notes", "privacy"),
            {"privacy": translate("StaffCard", "Personal data")},
        ),
        Section(translate("StaffCard", "Appeal"), "scales", ("appeal",)),
        Section(translate("StaffCard", "Legal basis"), "book", ("legal_basis",)),
        Section(translate("StaffCard", "To be confirmed"), "question", ("to_confirm",)),
        Section(translate("StaffCard", "In plain language"), "plain", ("plain",)),
        Section(translate("StaffCard", "Related cards"), "catalogue", ("related",)),
        Section(translate("StaffCard", "About this card"), "building", tuple(_about()), _about()),
    )


def _about() -> Mapping[str, str]:
    return {
        "name": translate("StaffCard", "Name"),
        "code": translate("StaffCard", "Code"),
        "version": translate("StaffCard", "Version"),
        "status": translate("StaffCard", "State"),
        "group": translate("StaffCard", "Group"),
        "legal_state": translate("StaffCard", "Law as of"),
        "modified": translate("StaffCard", "Last changed"),
        "produced_by": translate("StaffCard", "Prepared by"),
        "approved_by": translate("StaffCard", "Approved by"),
        "published_by": translate("StaffCard", "Published by"),
        "life_event": translate("StaffCard", "Life event"),
        "keywords": translate("StaffCard", "Search words"),
        "address": translate("StaffCard", "Address of the card"),
        "recordings": translate("StaffCard", "Recordings"),
        "sign_video": translate("StaffCard", "Film in sign language"),
        "not_applicable": translate("StaffCard", "Not applicable (EU 2018/1724, article 10)"),
    }
