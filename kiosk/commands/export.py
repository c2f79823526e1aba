"""`kiosk export`: the responses of this terminal as a file for analysts."""

from __future__ import annotations

import argparse

from kiosk.commands.places import existing_data, pack_folder
from kiosk.content.current import current_pack
from kiosk.export.command import require_sense, run_export
from kiosk.export.owner import Owner
from kiosk.store.store import Store
from kiosk.system_clock import SystemClock


def run(options: argparse.Namespace) -> int:
    require_sense(options)
    folder = existing_data(options)
    pack, _ = current_pack(pack_folder(options), folder)
    today = SystemClock(pack.office.time_zone).now().date()
    with Store.open(folder) as store, store.reading.opened() as source:
        return run_export(source, options, pack.questionnaires, Owner.of(pack.office), today, by_office=False)
