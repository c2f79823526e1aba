"""`kiosk run`: the composition root of the terminal."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from dataclasses import replace
from pathlib import Path

from kiosk.commands.administering.behind import Behind
from kiosk.commands.keeping import OpeningKeeper
from kiosk.commands.places import data, pack_folder, resources
from kiosk.commands.speaking import speech_options
from kiosk.commands.starting import refuse_wrong_settings
from kiosk.content.current import current_content
from kiosk.content.delivered import DeliveredContent
from kiosk.guarded_clock import guarded_clock
from kiosk.settings import Settings, read_settings
from kiosk.store.folder import only_terminal
from kiosk.terminal.application import run_terminal
from kiosk.terminal.door import RESTART
from kiosk.terminal.keys import key_map
from kiosk.terminal.options import TerminalOptions, pixels_per_millimetre
from kiosk.terminal.renewal import RENEWED

_log = logging.getLogger(__name__)
_FULL_HD = (1080, 1920)


def run(options: argparse.Namespace) -> int:
    folder = data(options)
    settings = read_settings(folder)
    news = News(folder, is_wanted=options.pack is None and not settings.pack)
    content = current_content(pack_folder(options), folder)
    pack = content.pack
    if content.faults:
        told = "the content pack is faulty, the last good one is shown (`kiosk check` names all %s faults): %s"
        _log.warning(told, len(content.faults), content.faults[0])
    refuse_wrong_settings(settings, pack.office)
    clock = guarded_clock(folder, pack.office.time_zone)
    behind = Behind(folder, pack, clock, settings.export_folder)
    keeper = OpeningKeeper(folder, clock, release=behind.end, holders=settings.holders)
    with only_terminal(folder), clock.watched():
        try:
            shape = terminal_options(settings, options.size, full_screen=options.kiosk)
            status = run_terminal(pack, keeper, clock, replace(shape, media=content.media), behind, news.are_there)
        finally:
            behind.end()
            keeper.end()
    return begin_again() if status == RENEWED else status


class News:
    """Whether other content is current than when this was made: when the program began, before it read any."""

    def __init__(self, data: Path, *, is_wanted: bool) -> None:
        self._delivered = DeliveredContent(data)
        self._is_wanted = is_wanted
        self._seen = self._delivered.current

    def are_there(self) -> bool:
        return self._is_wanted and self._delivered.current not in (None, self._seen)


def begin_again() -> int:
    """Become this program anew, as it was called; gives an exit status where that cannot be done."""
    _log.warning("newer content has been delivered; the terminal begins again with it")
    try:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  # our own line, once more
    except OSError as fault:
        _log.error("cannot begin again: %s", fault)  # no place in the code is of interest
    return RESTART


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
