"""`kiosk run`: the composition root of the terminal."""

from __future__ import annotations

import argparse
import logging
from dataclasses import replace

from kiosk.commands.administering.behind import Behind
from kiosk.commands.keeping import OpeningKeeper
from kiosk.commands.places import data, pack_folder, resources
from kiosk.commands.speaking import speech_options
from kiosk.commands.starting import refuse_wrong_settings
from kiosk.content.current import current_content
from kiosk.guarded_clock import guarded_clock
from kiosk.settings import Settings, read_settings
from kiosk.store.folder import only_terminal
from kiosk.terminal.application import run_terminal
from kiosk.terminal.keys import key_map
from kiosk.terminal.options import TerminalOptions, pixels_per_millimetre

_log = logging.getLogger(__name__)
_FULL_HD = (1080, 1920)


def run(options: argparse.Namespace) -> int:
    folder = data(options)
    settings = read_settings(folder)
    content = current_content(pack_folder(options), folder)
    pack = content.pack
    if content.faults:
        told = "the content pack is faulty, the last good one is shown (`kiosk check` names all %s faults): %s"
        _log.warning(told, len(content.faults), content.faults[0])
    refuse_wrong_settings(settings, pack.office)
    clock = guarded_clock(folder, pack.office.time_zone)
    behind = Behind(folder, pack, clock, settings.export_folder)
    keeper = OpeningKeeper(folder, clock, release=behind.end)
    with only_terminal(folder), clock.watched():
        try:
            shape = terminal_options(settings, options.size, full_screen=options.kiosk)
            return run_terminal(pack, keeper, clock, replace(shape, media=content.media), behind)
        finally:
            behind.end()
            keeper.end()


def terminal_options(settings: Settings, size: tuple[int, int] | None, *, full_screen: bool) -> TerminalOptions:
    """How this terminal behaves, from its settings and the command line."""
    return TerminalOptions(
        resources=resources(),
        full_screen=full_screen,
        size=size,
        pixels_per_millimetre=pixels_per_millimetre(size or _FULL_HD, settings.screen_diagonal_inches),
        diagonal_inches=settings.screen_diagonal_inches,
        bottom_edge_mm=settings.bottom_edge_mm,
        reduced_motion=settings.reduced_motion,
        keys=key_map(settings.keypad),
        idle_seconds=settings.idle_seconds,
        warning_seconds=settings.warning_seconds,
        thanks_seconds=settings.thanks_seconds,
        double_tap_seconds=settings.double_tap_seconds,
        attract_seconds=settings.attract_seconds,
        admin_idle_seconds=settings.admin_idle_seconds,
        language=settings.language,
        period_length=settings.period_length,
        place=settings.place or None,
        speech=speech_options(settings),
    )
