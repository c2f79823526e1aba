"""`kiosk screenshots`: every page and state as a picture."""

from __future__ import annotations

import argparse
import logging
import os

from kiosk.commands.places import pack_folder, resources
from kiosk.commands.run import pixels_per_millimetre
from kiosk.content.reader import read_pack
from kiosk.domain.errors import BadInput
from kiosk.system_clock import SystemClock

_DIAGONAL_INCHES = 21.5


def run(options: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Imported only now: Qt reads its platform from the environment when it is loaded.
    from kiosk.terminal.screenshots import LANDSCAPE, PORTRAIT, Panel, take_screenshots  # noqa: PLC0415

    # One picture shows a store that fails; it fails on purpose.
    logging.getLogger("kiosk.terminal.worker").setLevel(logging.CRITICAL)
    pack = read_pack(pack_folder(options))
    languages = options.language or pack.office.languages
    if unknown := [code for code in languages if code not in pack.office.languages]:
        raise BadInput(f"the pack has no language '{unknown[0]}'; allowed: {', '.join(pack.office.languages)}")
    sizes: list[tuple[int, int]] = options.size or []
    panels = [Panel(size[0], size[1], pixels_per_millimetre(size, _DIAGONAL_INCHES)) for size in sizes]
    pictures = take_screenshots(
        options.out,
        pack,
        resources(),
        SystemClock(pack.office.time_zone).now(),
        panels or (PORTRAIT, LANDSCAPE),
        languages,
    )
    print(f"{len(pictures)} pictures written to {options.out}")
    return 0
