"""`kiosk screenshots`: every page and state as a picture."""

from __future__ import annotations

import argparse
import logging
import os
import sys

from kiosk.commands.places import pack_folder, resources
from kiosk.content.files import read_files
from kiosk.content.media import unchanged_media
from kiosk.content.reader import checked_pack
from kiosk.domain.errors import BadInput
from kiosk.system_clock import SystemClock

_DIAGONAL_INCHES = 21.5


def run(options: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Imported only now: Qt reads its platform from the environment when it is loaded.
    from kiosk.terminal.contact_sheet import write_contact_sheet  # noqa: PLC0415
    from kiosk.terminal.screenshots import PANELS, Panel, take_screenshots  # noqa: PLC0415
    from kiosk.terminal.tour import MODES  # noqa: PLC0415

    # One picture shows a store that fails; it fails on purpose.
    logging.getLogger("kiosk.terminal.worker").setLevel(logging.CRITICAL)
    files = read_files(pack_folder(options))
    pack = checked_pack(files)
    media = unchanged_media(pack.media, files.media)
    languages = options.language or pack.office.languages
    if unknown := [code for code in languages if code not in pack.office.languages]:
        raise BadInput(f"the pack has no language '{unknown[0]}'; allowed: {', '.join(pack.office.languages)}")
    names = [mode.name for mode in MODES]
    if unknown := [name for name in options.mode or () if name not in names]:
        raise BadInput(f"there is no mode '{unknown[0]}'; allowed: {', '.join(names)}")
    modes = [mode for mode in MODES if not options.mode or mode.name in options.mode]
    sizes: list[tuple[int, int]] = options.size or []
    panels = [Panel.of_diagonal(size, _DIAGONAL_INCHES) for size in sizes] or PANELS
    now = SystemClock(pack.office.time_zone).now()
    number = 0
    for mode in modes:
        pictures = take_screenshots(options.out, pack, resources(), now, panels, languages, [mode], _tell, media)
        number += len(pictures)
        if options.sheets is not None:
            options.sheets.mkdir(parents=True, exist_ok=True)
            write_contact_sheet(pictures, options.sheets / f"{mode.name}.png")
    print(f"{number} pictures written to {options.out}")
    return 0


def _tell(told: str) -> None:
    if sys.stderr.isatty():
        print(told, file=sys.stderr)
