"""`kiosk print`: a card, or the whole catalogue, as a PDF for paper."""

from __future__ import annotations

import argparse
import sys

from kiosk.commands.places import pack_folder
from kiosk.content.fault import unknown
from kiosk.content.files import read_files
from kiosk.content.media import unchanged_media
from kiosk.content.reader import checked_pack
from kiosk.domain.card import Card
from kiosk.domain.errors import BadInput
from kiosk.domain.pack import Pack
from kiosk.export.atomic import atomic_bytes
from kiosk.export.progress_line import ProgressLine
from kiosk.publish.paper import card_pdf, catalogue_pdf


def run(options: argparse.Namespace) -> int:
    if options.to.suffix.lower() != ".pdf":
        raise BadInput(f"cannot print to '{options.to.name}'; allowed: a name that ends in .pdf")
    files = read_files(pack_folder(options))
    pack = checked_pack(files)
    if options.language not in pack.office.languages:
        raise BadInput(
            f"the office has no '{options.language}'; allowed for --language: {', '.join(pack.office.languages)}"
        )
    media = unchanged_media(pack.media, files.media)
    if options.all:
        with ProgressLine(sys.stderr) as progress:
            progress.tell("  setting the catalogue …")
            pdf = catalogue_pdf(pack, options.language, internal=options.internal, media=media)
    else:
        card = _card(pack, options.card, internal=options.internal)
        pdf = card_pdf(card, pack, options.language, internal=options.internal, media=media)
    atomic_bytes(options.to, pdf)
    print(f"{'catalogue' if options.all else options.card.upper()} written to {options.to}")
    return 0


def _card(pack: Pack, code: str, *, internal: bool) -> Card:
    """Raises `BadInput` where there is no such card, with the nearest one, or where only staff may print it."""
    card = pack.catalogue.card(code.upper())
    if card is None:
        codes = [each.code for each in pack.catalogue.cards if internal or each.is_public]
        wrong, allowed = unknown("card", code.upper(), codes)
        raise BadInput(f"{wrong}; allowed: {allowed}")
    if not internal and not card.is_public:
        raise BadInput(f"the card {card.code} is not for visitors; allowed: with --internal, for staff")
    return card
