"""`kiosk comments`: a person reads what visitors wrote, and releases or rejects each."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import date

from kiosk.commands.places import existing_data, pack_folder
from kiosk.commands.reading import store_to_read
from kiosk.commands.reading_keys import read_keys
from kiosk.content.current import current_pack
from kiosk.domain.audit import AuditEvent
from kiosk.domain.comment import Comment
from kiosk.domain.errors import BadInput
from kiosk.domain.reporting import ReportingPeriod
from kiosk.export.counted import counted
from kiosk.guarded_clock import guarded_clock
from kiosk.store.store import Store


def run(options: argparse.Namespace) -> int:
    _require_sense(options)
    folder = existing_data(options)
    keys = read_keys(options)
    if options.action == "list":
        with store_to_read(options, folder, keys) as store:
            pack, _ = current_pack(pack_folder(options), folder)
            _list(told(store.comments.pending(), guarded_clock(folder, pack.office.time_zone).now().date()), options)
        return 0
    with Store.open(folder, keys=keys) as store:
        if options.action == "release":
            released = store.comments.release(options.ids)
            store.audit.record(AuditEvent.COMMENTS_RELEASED)
            print(f"{counted(released, 'comment')} released")
        else:
            rejected = store.comments.reject(options.ids)
            store.audit.record(AuditEvent.COMMENTS_REJECTED)
            print(f"{counted(rejected, 'comment')} rejected, and what was written is deleted")
    return 0


def told(pending: Sequence[Comment], today: date) -> list[Comment]:
    """Those that may be read: of periods that are over, or one would know whom one has seen at the terminal."""
    return [one for one in pending if ReportingPeriod.of(one.period).is_over(today)]


def _require_sense(options: argparse.Namespace) -> None:
    if options.action == "list" and options.ids:
        raise BadInput("list shows every new comment; leave the ids out")
    if options.action != "list" and not options.ids:
        raise BadInput(f"name the comments to {options.action}; `kiosk comments list` shows their ids")
    if options.action != "list" and options.json:
        raise BadInput("--json belongs to list")


def _list(comments: Sequence[Comment], options: argparse.Namespace) -> None:
    """With neither week nor month: who decides about a text need not know when it was written."""
    if options.json:
        names = ("id", "questionnaire", "question", "language", "text")
        print(
            json.dumps([{name: getattr(one, name) for name in names} for one in comments], ensure_ascii=False, indent=2)
        )
        return
    for one in comments:
        print(f"{one.id}  {one.questionnaire}, {one.question}, {one.language}\n  {one.text}\n")
    if comments:
        print(
            "Read each for names and whatever else points at a person, then: kiosk comments release ID... (or reject)"
        )
    else:
        print("There is no new comment of a week that is over.")
