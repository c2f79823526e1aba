"""Cards on paper: one card, or the whole catalogue with cover and contents, as tagged A4 documents.

Knows neither Qt nor the disk but for the program's own template and drawings; whoever asks writes the bytes. Any
thread; a card takes tenths of a second.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import segno

from kiosk.domain.card import Card, CardStatus
from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.domain.pack import Pack
from kiosk.publish.paper_card import Data, PaperCard
from kiosk.publish.paper_press import pressed
from kiosk.publish.paper_text import in_polish, set_well, told, written
from kiosk.publish.paper_words import PaperWords, resources

_TEMPLATE_WORDS = ("page", "page_number", "card", "online", "contents")
_DRAWINGS = Path("qml") / "Kiosk" / "drawings"
_LEAST_CONTRAST = 4.5
"""Between words and white paper (WCAG 2.2, 1.4.3)."""
_INK = "#16181c"
_NO_MEDIA: Mapping[str, Path] = {}


def card_pdf(
    card: Card, pack: Pack, language: str, *, internal: bool = False, media: Mapping[str, Path] = _NO_MEDIA
) -> bytes:
    """One card for a reader of `language`. `internal` is a print for staff: it alone may be of a card that visitors do
    not see, and it alone holds the internal notes. `media` says where the pack's logo lies (`CurrentContent.media`).

    Raises `BadInput` for a card that is not for visitors, and `EnvironmentFault` where typefaces are missing.
    """
    if not internal and not card.is_public:
        raise BadInput(f"the card {card.code} is not for visitors; print it for staff")
    words = PaperWords(language)
    title = f"{card.code} {card.name.in_language(language)}"
    data = _document(pack, words, [card], title, internal=internal, media=media)
    data["description"] = card.summary.in_language(language)
    return pressed(data, card.modified)


def catalogue_pdf(pack: Pack, language: str, *, internal: bool = False, media: Mapping[str, Path] = _NO_MEDIA) -> bytes:
    """The paper catalogue: cover, contents with page numbers, each card from a new page, in the order of the groups.

    For staff (`internal`) with the cards of employees and the internal notes. Raises as `card_pdf` does, and `BadInput`
    where there is nothing to print.
    """
    words = PaperWords(language)
    shown = [
        card
        for group in pack.catalogue.groups
        for card in pack.catalogue.cards
        if card.group == group.id and (card.is_public or (internal and card.status is CardStatus.IN_FORCE))
    ]
    if not shown:
        raise BadInput("the catalogue has no card to print")
    day = max(card.modified for card in shown)
    office = pack.office
    title = f"{pack.catalogue.title.in_language(language)}: {office.name.in_language(language)}"
    data = _document(pack, words, shown, title, internal=internal, media=media)
    data["description"] = title
    data["groups"] = {group.id: written(group.name, language).as_data() for group in pack.catalogue.groups}
    seat = office.places[0]
    address = in_polish(seat.address)
    reached = " · ".join(
        part for part in (words.filled("telephone", seat.telephone), seat.email, office.website) if part
    )
    data["cover"] = {
        "title": written(pack.catalogue.title, language).as_data(),
        "lines": [words.filled("as_of", words.day(day)), words.filled("edition", str(pack.version))],
        "office": [address.as_data(), told(reached, language).as_data()],
    }
    return pressed(data, day)


def _document(
    pack: Pack, words: PaperWords, cards: list[Card], title: str, *, internal: bool, media: Mapping[str, Path]
) -> Data:
    office = pack.office
    name = office.name.in_language(words.language)
    colour = office.colour
    text_colour = colour if _contrast_to_white(colour) >= _LEAST_CONTRAST else _INK
    return {
        "title": set_well(title),
        "language": words.language,
        "words": {key: words(key) for key in _TEMPLATE_WORDS},
        "office": {
            "name": written(office.name, words.language).as_data(),
            "plain_name": set_well(name),
            "colour": colour,
            "text_colour": text_colour,
            "mark": _logo(media[office.logo]) if office.logo in media else None,
            "mark_alt": words.filled("mark_alt", name),
        },
        "internal": words("staff_copy") if internal else None,
        "cover": None,
        "cards": [_card(card, pack, words, internal=internal) for card in cards],
        "drawings": _drawings(text_colour),
    }


def _card(card: Card, pack: Pack, words: PaperWords, *, internal: bool) -> Data:
    data = PaperCard(card, pack, words, internal=internal).data()
    address = data["address"]
    data["code_picture"] = _code(address) if address else None
    data["code_alt"] = words.filled("code_alt", address)
    return data


def _code(address: str) -> str:
    """A QR code (ISO/IEC 18004) with its quiet zone, as SVG."""
    picture = BytesIO()
    segno.make_qr(address, error="m").save(picture, kind="svg", border=4, light="#fff", xmldecl=False)
    return picture.getvalue().decode()


def _logo(path: Path) -> str | list[int]:
    """SVG as text, PNG as its bytes: JSON holds nothing else."""
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise EnvironmentFault(f"cannot read the office's logo {path}: {problem.strerror}") from problem
    return list(content) if path.suffix == ".png" else content.decode()


def _drawings(colour: str) -> dict[str, str]:
    """The terminal's own, in the office's colour, so that a section looks the same on both."""
    try:
        return {
            path.stem: path.read_text("utf-8").replace("currentColor", colour)
            for path in sorted((resources() / _DRAWINGS).glob("*.svg"))
        }
    except OSError as problem:
        raise EnvironmentFault(f"cannot read the program's drawings: {problem.strerror}") from problem


def _contrast_to_white(colour: str) -> float:
    """WCAG 2.2's contrast ratio."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in (red, green, blue)]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
