"""The command `kiosk-central`."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import platformdirs

from kiosk import interrupts
from kiosk.domain.errors import BadInput, Fault
from kiosk.domain.text import LocalisedText
from kiosk.export.arguments import add_arguments
from kiosk.export.counted import counted
from kiosk.export.owner import Owner
from kiosk.system_clock import SystemClock
from sync.central.accepting import Accepting
from sync.central.app import create_app
from sync.central.book_commands import add_commands as add_books
from sync.central.book_commands import add_key, left_out, unknown
from sync.central.content import require_repository
from sync.central.encrypted import readers
from sync.central.enrolling import new_code
from sync.central.logs import log_to_stderr
from sync.central.projector import Projector
from sync.central.publishing.commands import add_commands as add_publishing
from sync.central.receiving import Manners
from sync.central.serving import address_of, listen, serve
from sync.central.store import CentralStore, Ruling, database_url, require_existing, take_away, to_be_made
from sync.central.telling import (
    fleet_for_people,
    fleet_for_programs,
    told_to_people,
    told_to_programs,
)
from sync.protocol import LEAST_ENCODED, LEAST_ROWS, Asked, fingerprint, plain_code

_ALL_OFFICES = Owner(
    "centrala",
    LocalisedText({"pl": "wszystkie urzędy", "en": "all offices", "uk": "усі установи", "de": "alle Ämter"}),
    LocalisedText({"pl": "Polska", "en": "Poland", "uk": "Польща", "de": "Polen"}),
)
_LATE = timedelta(days=14)
"""A terminal sends its last few responses of a week when others have joined them: mostly in the week after."""
_BEGIN = frozenset({"serve", "code", "restore"})
"""Commands with which a central office begins; all others must find one."""
_FOR_WHAT = "for a key (kiosk-central serve --key FILE, or retry --key FILE) or a newer program"
_EXAMPLE = "0f8fad5b-d9cb-469f-a165-70867728950e"
_OFFICE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}", re.ASCII)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status: 0 done, 1 bad input or a fault, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    log_to_stderr(as_json=getattr(options, "log", "plain") == "json")
    try:
        with interrupts.remembered():
            return _done(options)
    except Fault as fault:
        print(f"kiosk-central {options.command}: {fault}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1  # whoever read our output, `head` for one, has seen enough
    except KeyboardInterrupt:
        return 130


def _done(options: argparse.Namespace) -> int:
    if alone := getattr(options, "run_alone", None):
        alone(options)
        return 0
    url = database_url(options.database, _data_folder(options.data))
    if options.command not in _BEGIN:
        require_existing(url)
    if look := getattr(options, "look_first", None):  # else what is refused would leave an empty database behind
        look(options)
    begins = to_be_made(url)
    try:
        with CentralStore.open(url) as store:
            status: int = options.run(options, store)
            if begins is not None and options.command == "code":  # in a wrong folder, perhaps
                print(f"kiosk-central code: a new central office begins in {begins}", file=sys.stderr)
    except BaseException:
        if begins is not None and options.command == "restore":
            take_away(begins)
        raise
    return status


def _serve(options: argparse.Namespace, store: CentralStore) -> int:
    if options.content is not None:
        require_repository(options.content)
    with listen(options.host, options.port) as listener:
        address = address_of(listener)
        projector = Projector(store.projection, readers(options.key))
        asked = Asked(options.batch_rows, options.batch_bytes, options.batches)
        if projector.waiting().deferred:
            print(f"kiosk-central serve: batches wait {_FOR_WHAT}", file=sys.stderr)
        app = create_app(
            store, SystemClock(), projector, Manners(next_s=options.interval, asked=asked), options.content
        )
        serve(app, listener, lambda: print(f"kiosk-central listens on {address}", flush=True))
    return 0


def _code(options: argparse.Namespace, store: CentralStore) -> int:
    _require_office(options.office)
    code = new_code()
    expires = SystemClock().now() + timedelta(hours=options.hours)
    store.enrolments.offer(plain_code(code), options.office, expires)
    print(code)
    first = "" if store.fleet.has_office(options.office) else ", the first of that office"
    print(f"for one terminal of {options.office}{first}, until {expires:%Y-%m-%d %H:%M %Z}", file=sys.stderr)
    return 0


def _accept(options: argparse.Namespace, store: CentralStore) -> int:
    receipt = options.receipt or options.file.with_name(f"{options.file.name}.receipt")
    accepted = Accepting(store, SystemClock()).accept(options.file, receipt)
    if accepted.ruling is None:
        print(f"terminal {accepted.terminal} of {accepted.office} is enrolled")
    elif accepted.ruling in (Ruling.NEW, Ruling.SAME):
        print(f"{counted(accepted.batches, 'batch', 'es')} of terminal {accepted.terminal} now here")
    else:
        print("the parcel does not go on from what is here; its terminal will see so from the receipt and send anew")
    print(f"carry {receipt} back to the terminal: kiosk-sync receive FILE")
    if accepted.ruling is None:
        print(f"the centre's key, to be compared there: {fingerprint(accepted.central_key)}")
    if accepted.fault:
        print(f"kiosk-central accept: nothing after that was taken: {accepted.fault}", file=sys.stderr)
        return 1
    return 0


def _revoke(options: argparse.Namespace, store: CentralStore) -> int:
    if not store.enrolments.revoke(options.terminal):
        raise BadInput(unknown(options.terminal))
    print(f"nothing more is taken from terminal {options.terminal}; what it has sent stays")
    return 0


def _status(options: argparse.Namespace, store: CentralStore) -> int:
    waiting = Projector(store.projection).waiting()
    facts = asdict(store.status()) | {
        "unreadable_responses": store.export.unreadable(),
        "waiting_batches": waiting.next,
        "deferred_batches": waiting.deferred,
        "quarantined_because": store.reasons(),
    }
    if options.json:
        print(json.dumps(facts, indent=2, ensure_ascii=False))
    else:
        reasons = facts.pop("quarantined_because")
        for name, value in facts.items():
            print(f"{name.replace('_', ' '):<20} {value}")
        for reason, number in reasons.items():
            print(f"{'in quarantine':<20} {number}: {reason}")
    if waiting.deferred:
        print(f"kiosk-central status: batches wait {_FOR_WHAT}", file=sys.stderr)
    return 0


def _audit(options: argparse.Namespace, store: CentralStore) -> int:
    if options.office is not None:
        _require_office(options.office)
    records = store.audits.lines(options.office, options.since)
    for line in (told_to_programs if options.json else told_to_people)(records):
        print(line)
    return 0


def _terminals(options: argparse.Namespace, store: CentralStore) -> int:
    if options.office is not None:
        _require_office(options.office)
    members = store.fleet.members(options.office)
    for line in (fleet_for_programs if options.json else fleet_for_people)(members):
        print(line)
    return 0


def _export(options: argparse.Namespace, store: CentralStore) -> int:
    # Two tenths of a second of libraries, which no other command needs.
    from kiosk.content.reader import read_pack  # noqa: PLC0415
    from kiosk.export.command import require_sense, run_export  # noqa: PLC0415

    require_sense(options)
    known = read_pack(options.pack).questionnaires if options.pack is not None else ()
    projector = Projector(store.projection, readers(options.key))
    projector.catch_up()
    if waiting := projector.waiting().deferred:
        print(f"kiosk-central export: batches: {waiting} wait {_FOR_WHAT}, and are left out", file=sys.stderr)
    if bad := store.status().quarantined:
        print(f"kiosk-central export: {_lines(bad)} in quarantine, and left out: kiosk-central ledger", file=sys.stderr)
    with store.export.opened() as source:
        if source.unreadable:
            print(f"kiosk-central export: {left_out(source.unreadable)}", file=sys.stderr)
        today = SystemClock().now().date()
        status = run_export(source, options, known, _ALL_OFFICES, today, by_office=True, late=_LATE)
        return 1 if source.unreadable else status


def _lines(number: int) -> str:
    return "1 line of a batch is" if number == 1 else f"{number} lines of batches are"


def _require_office(text: str) -> None:
    if not _OFFICE.fullmatch(text):
        raise BadInput(f"'{text}' is not an office; allowed: up to 64 letters a to z, digits and . _ -")


def _data_folder(given: Path | None) -> Path:
    return given if given is not None else Path(platformdirs.user_data_dir("okienko-central", appauthor=False))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk-central",
        description="Okienko's central office: takes in what terminals send, and gives it out.",
        epilog="example: kiosk-central serve --port 8321",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, metavar="DIR", help="folder of central.sqlite (default: the user's data)")
    common.add_argument("--database", metavar="URL", help="postgresql://user@host/name (default: SQLite in --data)")

    def alone(name: str, summary: str, example: str, **more: Any) -> argparse.ArgumentParser:
        description = summary[0].upper() + summary[1:] + "."
        epilog = f"example: kiosk-central {example}"
        return commands.add_parser(name, help=summary, description=description, epilog=epilog, **more)

    def command(name: str, summary: str, example: str) -> argparse.ArgumentParser:
        return alone(name, summary, example, parents=[common])

    one = command("serve", "listen for terminals until SIGTERM", "serve --database postgresql://okienko@db/okienko")
    one.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1, behind a proxy)")
    one.add_argument("--port", type=_port, default=8321, help="port to listen on, 0 for any (default: 8321)")
    one.add_argument(
        "--interval",
        type=_between(1, 24 * 3600),
        default=900,
        metavar="S",
        help="seconds between two contacts (default: 900)",
    )
    usual = Asked()
    for name, least, most, meaning in (
        ("--batch-rows", LEAST_ROWS, usual.rows, "rows of one batch"),
        ("--batch-bytes", LEAST_ENCODED, usual.encoded, "bytes of one batch, compressed"),
        ("--batches", 1, usual.batches, "batches in one request"),
    ):
        told = f"most {meaning} that terminals are asked to send (default: {most})"
        one.add_argument(name, type=_between(least, most), default=most, metavar="N", help=told)
    one.add_argument("--content", type=Path, metavar="DIR", help="repository of signed content to serve under /tuf/")
    add_key(one)
    one.add_argument("--log", choices=("plain", "json"), default="plain", help="how lines of the log look")
    one.set_defaults(run=_serve)

    _add_terminals(command)

    one = command("status", "tell what is here and what waits", "status --json")
    one.add_argument("--json", action="store_true", help="for programs")
    one.set_defaults(run=_status)

    one = command(
        "audit", "list what administrators did at the terminals", "audit --office us_poznan --since 2026-11-01"
    )
    one.add_argument("--office", metavar="ID", help="terminals of this office only")
    one.add_argument("--since", type=_day, metavar="DATE", help="done or received on this day (UTC) or later")
    one.add_argument("--json", action="store_true", help="for programs")
    one.set_defaults(run=_audit)

    one = command("export", "write one row per response", "export ankiety.sav --pack resources/offices/poznan")
    one.add_argument("--pack", type=Path, metavar="DIR", help="content pack whose questionnaires describe the data")
    add_key(one)
    add_arguments(one)
    one.set_defaults(run=_export)
    add_books(command)
    add_publishing(alone)
    return parser


def _add_terminals(command: Callable[[str, str, str], argparse.ArgumentParser]) -> None:
    """The commands about terminals: who they are, who may send, and what came on a stick."""
    one = command("code", "print a one-time code with which one terminal enrols", "code --office us_poznan")
    one.add_argument("--office", required=True, metavar="ID", help="office to which the terminal belongs")
    one.add_argument(
        "--hours", type=_between(1, 24 * 30), default=24, metavar="H", help="how long it is good for (default: 24)"
    )
    one.set_defaults(run=_code)

    one = command("accept", "take in what a terminal without a network has written", "accept /media/stick/a.parcel")
    one.add_argument("file", type=Path, metavar="FILE", help="what `kiosk-sync take` has written")
    one.add_argument("--receipt", type=Path, metavar="FILE", help="to be carried back (default: FILE.receipt)")
    one.set_defaults(run=_accept)

    one = command("revoke", "take nothing more from a terminal that was stolen or given away", f"revoke {_EXAMPLE}")
    one.add_argument("terminal", metavar="TERMINAL", help="its UUID, as `kiosk-sync status` tells it")
    one.set_defaults(run=_revoke)

    one = command("terminals", "list the terminals, and when each last sent something", "terminals --office us_poznan")
    one.add_argument("--office", metavar="ID", help="those of this office only")
    one.add_argument("--json", action="store_true", help="for programs")
    one.set_defaults(run=_terminals)


def _port(text: str) -> int:
    if not (text.isdecimal() and int(text) < 65536):
        raise argparse.ArgumentTypeError(f"'{text}' is not a port; allowed: 0 to 65535")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day; allowed: YYYY-MM-DD") from None


def _between(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not (text.isdecimal() and least <= int(text) <= most):
            raise argparse.ArgumentTypeError(f"'{text}' is not allowed; allowed: {least} to {most}")
        return int(text)

    return number


if __name__ == "__main__":
    sys.exit(main())
