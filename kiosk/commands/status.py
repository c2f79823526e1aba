"""`kiosk status`: what is here, what waits, and whether all is well."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

from kiosk import __version__
from kiosk.analysis.roughly import roughly
from kiosk.commands.places import existing_data, pack_folder
from kiosk.commands.reading import store_to_read
from kiosk.commands.speaking import speech_options
from kiosk.commands.starting import refuse_wrong_settings
from kiosk.content.current import current_pack
from kiosk.content.delivered import DeliveredContent
from kiosk.domain.books import DO_NOT_BALANCE
from kiosk.domain.errors import BadInput
from kiosk.encryption import Holders
from kiosk.guarded_clock import guarded_clock
from kiosk.settings import read_settings
from kiosk.store.engine import SQLITE_VERSION
from kiosk.store.reserve import Reserve
from kiosk.store.store import Store
from kiosk.terminal.speech.description import describe_speech


def run(options: argparse.Namespace) -> int:
    folder = existing_data(options)
    facts: dict[str, object] = {"program": __version__, "sqlite": SQLITE_VERSION, "data": str(folder)}
    settings = read_settings(folder)
    faults: tuple[str, ...] = ()
    try:
        pack, faults = current_pack(pack_folder(options), folder)
        facts["office"] = pack.office.id
        facts["pack_version"] = pack.version
        facts["questionnaire"] = f"{pack.questionnaire.id} version {pack.questionnaire.version}"
    except BadInput as bad:
        facts["pack_version"] = None
        faults = bad.faults
    else:
        refuse_wrong_settings(settings, pack.office)
    facts["pack_faults"] = len(faults)
    with store_to_read(options, folder) as store:
        can_be_written = not store.obstacle
        counted = store.counting.count([])
        facts["responses"] = roughly(counted.total)
        books = store.bookkeeping.books()
        facts["in_no_batch"] = roughly(books.waiting)
        facts["in_batches_not_acknowledged"] = roughly(books.sent)
        facts["acknowledged"] = roughly(books.acknowledged)
        facts["set_aside"] = roughly(books.set_aside)
        facts["books_balance"] = books.balances
        facts["books"] = "; ".join(books.faults)
        facts["damage"] = store.damage()
        facts["encryption"] = _encryption(settings.holders, store)
        road, problem = store.road.known()
        facts["enrolled"] = bool(road and road.terminal)  # a road without a terminal is an enrolment not yet answered
        facts["central"] = road.central if road else None
        facts["unacknowledged_batches"] = store.outbox.unacknowledged()
        facts["last_upload_utc"] = (
            f"{road.last_upload.isoformat(timespec='minutes')}Z" if road and road.last_upload else None
        )
        facts["last_problem"] = road.last_problem if road else problem
    facts |= _delivered_facts(folder)
    facts["speech"] = describe_speech(speech_options(settings))
    facts["data_can_be_written"] = can_be_written
    facts["disk_free_mib"] = shutil.disk_usage(folder).free // 2**20
    facts["reserve"] = _reserve(Reserve(folder))
    if options.json:
        print(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        for name, value in facts.items():
            print(f"{name.replace('_', ' '):<24} {'–' if value in (None, '') else value}")
    if books.balances:
        return 0
    print(f"kiosk status: {DO_NOT_BALANCE}; {books.what_to_do}", file=sys.stderr)
    return 1


def _encryption(holders: Holders | None, store: Store) -> str:
    """For whom answers are encrypted, and what can be read by whoever has the file all the same."""
    if holders is None:
        return "off" + ("; some responses from before are encrypted" if store.counting.encrypted_for() else "")
    told = [f"for {' and '.join(holders.fingerprints)}"]
    if store.counting.readable():
        told.append(
            "some of what was said can still be read: start the terminal and its agent again; damaged rows stay so"
        )
    if batches := store.outbox.readable_batches():
        told.append(f"batches from before that can still be read: {batches}, until 35 days after the centre has them")
    return "; ".join(told)


def _reserve(reserve: Reserve) -> str:
    if reserve.is_there:
        return "there"
    return "none yet: made when the terminal runs" if reserve.has_room else "none: the disk is too full"


def _delivered_facts(folder: Path) -> dict[str, object]:
    """What the centre has delivered, how old it is by its signed date, how the last look went, and what day it is."""
    content, clock = DeliveredContent(folder), guarded_clock(folder)
    current, look = content.current, content.last_look
    return {
        "content_release": current.release if current else None,
        "content_version": current.version if current else None,
        "content_date": current.day.isoformat() if current else None,
        "content_age_days": (clock.now().date() - current.day).days if current else None,
        "content_looked_utc": look.at if look else None,
        "content_problem": look.problem if look else "",
        "today": clock.now().date().isoformat(),
        "clock_problem": clock.trouble(),
    }
