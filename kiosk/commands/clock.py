"""`kiosk clock`: what day is believed to be, and a person's word that the machine's clock is right."""

from __future__ import annotations

import argparse

from kiosk.commands.places import existing_data
from kiosk.guarded_clock import guarded_clock


def run(options: argparse.Namespace) -> int:
    clock = guarded_clock(existing_data(options))
    if options.is_right:
        clock.set_right()
    print(f"it is believed to be {clock.now():%Y-%m-%d %H:%M %Z}")
    if trouble := clock.trouble():
        print(trouble)
    return 0
