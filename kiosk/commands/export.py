"""`kiosk export`: the responses of this terminal, or the comments that were released, as a file for analysts."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from kiosk.commands.comments import told
from kiosk.commands.places import existing_data, pack_folder
from kiosk.commands.reading_keys import read_keys
from kiosk.content.current import current_pack
from kiosk.domain.audit import AuditEvent
from kiosk.export.command import require_sense, run_export
from kiosk.export.comments_file import require_comments_file, write_comments
from kiosk.export.counted import counted
from kiosk.export.owner import Owner
from kiosk.guarded_clock import guarded_clock
from kiosk.store.store import Store


def run(options: argparse.Namespace) -> int:
    if options.comments:
        return _export_comments(options)
    require_sense(options)
    folder = existing_data(options)
    pack, _ = current_pack(pack_folder(options), folder)
    today = guarded_clock(folder, pack.office.time_zone).now().date()
    keys = read_keys(options)
    with (
        Store.open(folder, keys=keys) as store,
        _written_down(store, _detail(options)),
        store.reading.opened() as source,
    ):
        return run_export(source, options, pack.questionnaires, Owner.of(pack.office), today, by_office=False)


@contextmanager
def _written_down(store: Store, detail: Mapping[str, str]) -> Iterator[None]:
    """An export stands in the audit list before it begins, and how it ended after it."""
    store.audit.record(AuditEvent.EXPORT_BEGUN, detail)
    outcome = AuditEvent.EXPORT_FAILED
    try:
        yield
        outcome = AuditEvent.EXPORT_DONE
    finally:
        store.audit.record(outcome, detail)


def _detail(options: argparse.Namespace) -> Mapping[str, str]:
    kind = (
        "public" if options.public else "release" if options.file is None else options.file.suffix.lstrip(".").lower()
    )
    detail = {
        "format": kind,
        "questionnaire": options.questionnaire,
        "first": options.first,
        "last": options.last,
    }
    return {key: value for key, value in detail.items() if value}


def _export_comments(options: argparse.Namespace) -> int:
    file = require_comments_file(options)
    folder = existing_data(options)
    pack, _ = current_pack(pack_folder(options), folder)
    today = guarded_clock(folder, pack.office.time_zone).now().date()
    keys = read_keys(options)
    with Store.open(folder, keys=keys) as store, _written_down(store, {"format": "comments"}):
        written = write_comments(file, store.comments.released(), today, excel=options.excel)
        waiting = told(store.comments.pending(), today)
    print(f"{counted(written.comments, 'comment')} written to {file}")
    if written.held_back:
        why = "their week, or the month or year told for a week of fewer than 5, is not over"
        print(f"some released comments are held back: {why}")
    if waiting:
        print("there are comments that wait to be read: kiosk comments list")
    return 0
