"""`kiosk-central ledger`, `retry`, `backup` and `restore`: whether everything is there, and how it is put right."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.domain.errors import BadInput
from kiosk.export.counted import counted
from kiosk.export.progress_line import ProgressLine
from sync.central.encrypted import readers
from sync.central.ledger import Ledger
from sync.central.mending import put_right
from sync.central.projector import Projector
from sync.central.store import CentralStore, Contents, require_copy
from sync.central.telling import ledger_for_people, ledger_for_programs

AddCommand = Callable[[str, str, str], argparse.ArgumentParser]

_COPY = "put back a good copy into another folder: kiosk-central restore"


def add_commands(command: AddCommand) -> None:
    """Describe the commands to the command line; each sets `run`."""
    one = command(
        "ledger", "reckon row by row whether everything that came is still here; 1 when it is not", "ledger --json"
    )
    one.add_argument("--terminal", metavar="TERMINAL", help="this terminal only")
    one.add_argument("--json", action="store_true", help="for programs")
    one.set_defaults(run=_ledger)

    one = command(
        "backup", "write a copy of everything to one file, while the centre serves", "backup kopia.sqlite --drill"
    )
    one.add_argument("file", type=Path, metavar="FILE", help="the copy; one of that name is replaced when it is whole")
    one.add_argument("--drill", action="store_true", help="then put it into an empty database, check it, throw it away")
    one.set_defaults(run=_backup)

    one = command("restore", "fill an empty database from a copy", "restore kopia.sqlite --database postgresql://…")
    one.add_argument("file", type=Path, metavar="FILE", help="what `backup` has written, of either kind of database")
    one.set_defaults(run=_restore, look_first=lambda options: require_copy(options.file))

    one = command(
        "retry",
        "make responses anew that are not as they came, and read quarantined lines once more",
        "retry --key okienko.key",
    )
    one.description = (
        f"{one.description} `serve` may run meanwhile. Where the key has changed, start that with the new key first: "
        "what comes while it has the old one goes on into quarantine."
    )
    add_key(one)
    one.set_defaults(run=_retry)


def add_key(one: argparse.ArgumentParser) -> None:
    """The argument of those commands that read batches."""
    one.add_argument("--key", type=Path, metavar="FILE", help="the centre's private key, to read encrypted answers")


def left_out(number: int) -> str:
    """That so many responses cannot be read, and what can be done."""
    how = "kiosk-central ledger tells of which terminals and days, kiosk-central retry makes them anew of their batches"
    return f"responses that are damaged, and left out: {number}; {how}"


def unknown(terminal: str) -> str:
    """That there is no such terminal, and how to find the right one."""
    return f"there is no terminal {terminal} here; `kiosk-central terminals` lists those that there are"


def _ledger(options: argparse.Namespace, store: CentralStore) -> int:
    if options.terminal is not None and store.inbox.sender(options.terminal, "") is None:
        raise BadInput(unknown(options.terminal))
    ledger = Ledger(store)
    for line in (ledger_for_programs if options.json else ledger_for_people)(ledger, options.terminal):
        print(line)
    if ledger.all_balance:
        return 0
    print("kiosk-central ledger: the books do NOT balance; do not throw any terminal's data away", file=sys.stderr)
    if ledger.can_be_mended:
        print("kiosk-central ledger: responses are made anew of their batches by: kiosk-central retry", file=sys.stderr)
    if ledger.strangers:
        why = "were written by hand, or their batches were taken away: a good copy tells which (kiosk-central restore)"
        print(f"kiosk-central ledger: responses that no batch has brought {why}", file=sys.stderr)
    if ledger.needs_copy:
        print(f"kiosk-central ledger: batches themselves are damaged; {_COPY}", file=sys.stderr)
    return 1


def _retry(options: argparse.Namespace, store: CentralStore) -> int:
    reading = readers(options.key)
    before = store.status().quarantined
    mended, retried = put_right(store, reading)
    left = store.status().quarantined
    waiting = Projector(store.projection, reading).waiting().deferred
    if mended.anew or mended.left:
        print(f"responses not as they came, or gone: {mended.anew + mended.left}; made anew: {mended.anew}")
    if mended.set_aside:
        print(f"lines that are no responses, and in quarantine again: {mended.set_aside}")
    if mended.doubles:
        print(f"responses that were here twice, once under a damaged key, and are no more: {mended.doubles}")
    print(f"batches read once more: {retried.read}; lines in quarantine before: {before}, now: {left}")
    if retried.passed_over:
        print(f"batches in quarantine that need a key (--key FILE) or a newer program: {retried.passed_over}")
    if waiting:
        print(f"batches that wait for a key (--key FILE) or a newer program: {waiting}")
    unreadable = store.export.unreadable()
    key = "name the key of encrypted answers (--key FILE)" if options.key is None else "not by this key"
    others = max(mended.left, unreadable) - mended.unread
    for number, why in ((mended.unread, key), (others, "their batches are damaged or do not agree")):
        if number:
            print(f"kiosk-central retry: {number} could not be made anew; {why}, or {_COPY}", file=sys.stderr)
    if mended.damaged_batches:
        print(f"kiosk-central retry: damaged batches: {mended.damaged_batches}; {_COPY}", file=sys.stderr)
    return 1 if mended.left or unreadable or mended.damaged_batches else 0


def _backup(options: argparse.Namespace, store: CentralStore) -> int:
    with ProgressLine(sys.stderr) as line:
        contents = store.backup.write(options.file, line)
    print(f"{_told(contents)} written to {options.file}")
    if options.drill:
        with ProgressLine(sys.stderr) as line:
            line.tell("trying it out …")
            put_back = store.backup.drill(options.file)
        print(f"put back into an empty database for a trial: {_told(put_back)}, every chain whole")
    return _status(contents, "backup")


def _restore(options: argparse.Namespace, store: CentralStore) -> int:
    with ProgressLine(sys.stderr) as line:
        contents = store.backup.put_back(options.file, line)
    print(f"{_told(contents)} put back; terminals send again what came after that")
    return _status(contents, "restore")


def _status(contents: Contents, command: str) -> int:
    if not contents.unreadable:
        return 0
    print(f"kiosk-central {command}: {left_out(contents.unreadable)}", file=sys.stderr)
    return 1


def _told(contents: Contents) -> str:
    return (
        f"{counted(contents.terminals, 'terminal')}, {counted(contents.batches, 'batch', 'es')}, "
        f"{counted(contents.responses, 'response')}, {counted(contents.audit_lines, 'audit line')}"
    )
