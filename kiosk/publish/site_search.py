"""What `search.js` searches in one language: a short entry for each card.

Words are written as they are: the program folds them itself, those that it is asked for and those that it knows alike.
"""

from __future__ import annotations

import json

from kiosk.domain.card import Card
from kiosk.domain.text import DEFAULT_LANGUAGE, LocalisedText
from kiosk.publish.site_address import link
from kiosk.publish.site_whole import Site
from kiosk.publish.site_written import Reader


def search_index(site: Site, language: str) -> bytes:
    """`u` is the page, `n` the name, `s` the summary, `g` the group, `k` what else it is found by; `l` and `m` are
    the languages of name and summary where they are not the page's."""
    here = site.addresses.search(language)
    groups = {group.id: group.name for group in site.pack.catalogue.groups}
    reads = Reader(language).reads
    entries = []
    for card in site.public_cards:
        entry = {
            "u": link(here, site.addresses.card(card.code, language)),
            "n": reads(card.name).text,
            "s": reads(card.summary).text,
            "g": groups[card.group].in_language(language),
            "k": _others(card, language),
        }
        for key, text in (("l", card.name), ("m", card.summary)):
            if (shown := text.language_shown(language)) != language:
                entry[key] = shown
        entries.append(entry)
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()


def _others(card: Card, language: str) -> str:
    texts: list[LocalisedText | None] = [
        card.keywords,
        card.life_event,
        *(document.name for document in card.documents),
        *(form.name for form in card.forms),
        *(each.what_for for each in card.fees),
        *card.results,
    ]
    found = [text.in_language(language) for text in texts if text is not None]
    if language != DEFAULT_LANGUAGE:
        found += [text.in_language(DEFAULT_LANGUAGE) for text in (card.name, card.keywords) if text is not None]
    return " ".join([card.code, *(form.symbol for form in card.forms), *found])
