"""What happened to the cards and when, newest first: for the page of changes and the feed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.domain.text import LocalisedText
from kiosk.publish.site_manifest import Change
from kiosk.publish.site_whole import Site
from kiosk.publish.site_written import Passage, Reader

MOST_ENTRIES = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One card. `kind` is the word for its last change, None as long as none has been seen since the first time the
    site was published; then `day` is the one that the card tells itself."""

    code: str
    name: Passage
    summary: Passage | None
    day: date
    kind: Change | None


def changes(site: Site, language: str) -> list[Entry]:
    """At most 100 entries."""
    reads = Reader(language).reads
    cards = {card.code: card for card in site.public_cards}
    entries = []
    for code, record in site.records.items():
        card = cards.get(code)
        kind, day = record.change if record.change is not None else (None, None)
        summary: LocalisedText | None = card.summary if card is not None else None
        entries.append(
            Entry(
                code=code,
                name=reads(record.name),
                summary=reads(summary) if summary is not None else None,
                day=day or (card.modified if card is not None else site.today),
                kind=kind,
            )
        )
    entries.sort(key=lambda entry: entry.code)
    entries.sort(key=lambda entry: entry.day, reverse=True)
    return entries[:MOST_ENTRIES]
