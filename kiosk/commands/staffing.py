"""`kiosk run --staff`: the composition root of the staff's screen. It opens no database and takes no lock."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.commands.places import data, pack_folder, resources
from kiosk.commands.starting import refuse_wrong_settings
from kiosk.content.current import current_content
from kiosk.domain.card import Card
from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.domain.pack import Pack
from kiosk.settings import read_settings
from kiosk.system_clock import SystemClock
from kiosk.terminal.staff.application import run_staff
from kiosk.terminal.staff.options import StaffOptions
from kiosk.terminal.staff.ports import ReadPack

_log = logging.getLogger(__name__)


def run(options: argparse.Namespace) -> int:
    if options.kiosk:
        raise BadInput("--staff opens an ordinary window: leave out --kiosk")
    folder = data(options)
    settings = read_settings(folder)
    cards = _Cards(pack_folder(options), folder)
    read = cards.read()
    refuse_wrong_settings(settings, read.pack.office)
    return run_staff(
        read.pack,
        cards.read,
        cards.on_paper,
        SystemClock(read.pack.office.time_zone),
        StaffOptions(
            resources=resources(),
            size=options.size,
            language=settings.language,
            place=settings.place or None,
            review_months=read.pack.office.legal_state_months,
        ),
    )


@dataclass(slots=True)
class _Cards:
    """The pack as it was read last: a card is printed as it is shown."""

    folder: Path
    keep_in: Path
    pack: Pack | None = None
    media: Mapping[str, Path] = field(default_factory=dict)

    def read(self) -> ReadPack:
        """The pack as it is on the disk, or the last good one; raises `BadInput` where there is neither."""
        content = current_content(self.folder, self.keep_in)
        self.pack, self.media = content.pack, content.media
        if content.faults:
            told = "reading the content pack: %s (%s more; `kiosk check` names every fault)"
            _log.warning(told, content.faults[0], len(content.faults) - 1)
        return ReadPack(content.pack, is_last_good=content.is_last_good)

    def on_paper(self, card: Card, language: str) -> bytes:
        """The card as a PDF for visitors, without internal notes."""
        # Imported here: typst is large, and few cards that are looked up are printed.
        from kiosk.publish.paper import card_pdf  # noqa: PLC0415

        if self.pack is None:
            raise EnvironmentFault("there is no content pack to print from")
        return card_pdf(card, self.pack, language, media=self.media)
