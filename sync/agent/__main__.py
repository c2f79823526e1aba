"""The command `kiosk-sync`."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sys
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from kiosk import interrupts
from kiosk.content.compiled import load_compiled
from kiosk.domain.audit import AuditEvent
from kiosk.domain.books import DO_NOT_BALANCE
from kiosk.domain.errors import Fault, RoadFault, StoreFault
from kiosk.export.counted import counted
from kiosk.guarded_clock import GuardedClock, guarded_clock
from kiosk.pin_prompt import ask_for_pin
from kiosk.settings import Settings, data_folder, read_settings
from kiosk.store.road import Road
from kiosk.store.store import Store
from kiosk.system_clock import SystemClock
from sync.agent.auditing import Auditing
from sync.agent.bookkeeping import DailyLook
from sync.agent.carrying import FILE_ROAD, Carrying
from sync.agent.chance import SystemChance
from sync.agent.content import Content, keep_root
from sync.agent.courier import central_address, open_courier
from sync.agent.enrolling import enrol, rotate_key
from sync.agent.fetching import client_of
from sync.agent.living import again_after_damage, until_terminated
from sync.agent.reporting import Reporting
from sync.agent.rhythm import Rhythm
from sync.agent.running import NOT_ENROLLED, Agent, OpenCourier
from sync.agent.sealing import Sealing
from sync.agent.status import status_of
from sync.agent.uploading import Uploading
from sync.protocol import CODE_LENGTH, CODE_LETTERS, Carried, TerminalKey, fingerprint, is_code

_Result = TypeVar("_Result")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status: 0 done, 1 bad input or a fault, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    try:
        with interrupts.remembered():
            _run_command(options, data_folder(options.data))
    except Fault as fault:
        print(f"kiosk-sync {options.command}: {fault}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1  # whoever read our output, `head` for one, has seen enough
    except KeyboardInterrupt:
        return 130
    return 0


def _run(options: argparse.Namespace, store: Store, settings: Settings) -> None:
    with suppress(StoreFault):  # the agent finds it, too, and does what is to be done
        print(f"kiosk-sync run: {_to_come(store.road.read(), settings.start_spread_seconds)}", flush=True)
    until_terminated(_agent(options, store, settings).run())


def _to_come(road: Road | None, spread: int) -> str:
    """What somebody who has just started the agent is to expect."""
    if road is None or not road.terminal:
        return NOT_ENROLLED
    if road.central == FILE_ROAD:
        return "batches are made ready for the next stick: kiosk-sync take"
    why = "so that not all terminals of an office come at once after the mains were off"
    soon = f"within {counted(-(-spread // 60), 'minute')}, {why}" if spread else "at once"
    return f"the first contact comes {soon}; one now: kiosk-sync once"


def _once(options: argparse.Namespace, store: Store, settings: Settings) -> None:
    logging.getLogger("sync").setLevel(logging.ERROR)  # what goes wrong is told in the one sentence
    contact = _awaited(_agent(options, store, settings).once())
    _tell_readable(options, store, settings)
    status = status_of(store)
    if status.unacknowledged_batches:
        raise RoadFault(f"{counted(status.unacknowledged_batches, 'batch', 'es')} not acknowledged yet")
    company = "; some responses wait for company" if status.waiting != "0" else ""  # how many is nobody's business
    print(f"{counted(contact.acknowledged, 'batch', 'es')} acknowledged{company}")
    if contact.content_problem:
        raise RoadFault(f"the content stays as it is: {contact.content_problem}; tell the central office")


def _enrol(options: argparse.Namespace, store: Store, settings: Settings) -> None:
    central = central_address(options.central)
    pin = ask_for_pin() if options.set_pin else None  # first: a weak one must not cost the code
    chance = SystemChance()

    async def speak() -> Road:
        async with _courier(options, settings)(central) as courier:
            trust = partial(keep_root, data_folder(options.data))
            return await enrol(store, _sealing(store, settings), courier, chance, options.code, central, trust)

    before, _ = store.road.known()  # a damaged one is no obstacle: enrolling is the way out
    _tell_enrolled(options, _awaited(speak()), before)
    if pin is not None:
        store.pins.set(pin)
        store.audit.record(AuditEvent.PIN_SET)
        print("the PIN is set")


def _tell_enrolled(options: argparse.Namespace, new: Road | Carried, before: Road | None) -> None:
    """Who this terminal is now, where its data is, and what looks like a mistake: nothing else would, for ever."""
    folder = data_folder(options.data)
    print(f"enrolled as terminal {new.terminal} of office {new.office}; its data is in {folder}")
    _doubt_office(options, new.office)
    if before is not None and before.terminal not in ("", new.terminal):
        old = f"it was terminal {before.terminal} of {before.office} before, which will send nothing more"
        how = f"its centre may mark it so: kiosk-central revoke {before.terminal}"
        print(f"kiosk-sync {options.command}: {old}; {how}", file=sys.stderr)


def _doubt_office(options: argparse.Namespace, office: str) -> None:
    """Say when the code was for another office than the one that is shown."""
    shown = load_compiled(data_folder(options.data))
    if shown is not None and shown.pack.office.id != office:
        what = f"the code is of office {office}, and this terminal shows the content of {shown.pack.office.id}"
        how = f"if that is a mistake, enrol at once with a code of {shown.pack.office.id}, before answers are sent"
        print(f"kiosk-sync {options.command}: {what}; {how}", file=sys.stderr)


def _rotate_key(options: argparse.Namespace, store: Store, settings: Settings) -> None:
    road = store.road.read()
    if road is None or not road.terminal:
        raise RoadFault(NOT_ENROLLED)
    if road.central == FILE_ROAD:
        raise RoadFault("this terminal has no network; for a new key enrol it anew: kiosk-sync take FILE --code CODE")

    async def speak() -> Road:
        async with _courier(options, settings)(road.central) as courier:
            return await rotate_key(store, courier, SystemChance().secret(), road)

    key = TerminalKey(_awaited(speak()).private_key)
    print(f"this terminal signs with a new key: {fingerprint(key.public)}")


def _take(options: argparse.Namespace, store: Store, settings: Settings) -> None:
    carrying = _carrying(options, store, settings)
    if options.code:
        carrying.ask(options.file, options.code)
        print(f"{options.file} asks for an enrolment; carry it to the central office, and its receipt back here")
        return
    taken = carrying.take(options.file, anew=options.anew)
    _tell_readable(options, store, settings)
    if taken == 0:
        print("nothing waits for the central office; no file was written")
    else:
        what_to_do = "carry it to the central office, and its receipt back here"
        print(f"{counted(taken, 'batch', 'es')} in {options.file}; {what_to_do}")


def _tell_readable(options: argparse.Namespace, store: Store, settings: Settings) -> None:
    """That some of what travels is not encrypted although it is to be: it was formed before, and is what was signed."""
    if settings.holders is not None and (number := store.outbox.readable_batches()):
        when = "formed before answers were encrypted can be read, on the way too"
        print(f"kiosk-sync {options.command}: {counted(number, 'batch', 'es')} {when}", file=sys.stderr)


def _receive(options: argparse.Namespace, store: Store, settings: Settings) -> None:
    before, _ = store.road.known()
    carried = _carrying(options, store, settings).receive(options.file, options.code or "")
    if options.code:
        _tell_enrolled(options, carried, before)
        print(f"the centre's key, to be compared with what it told: {fingerprint(carried.central_key)}")
    else:
        print(f"the central office holds {counted(carried.head.n, 'batch', 'es')} of this terminal")


def _carrying(options: argparse.Namespace, store: Store, settings: Settings) -> Carrying:
    sealing = _sealing(store, settings)
    uploading = Uploading(store, sealing, SystemClock(), guarded_clock(data_folder(options.data)))
    return Carrying(store, sealing, uploading, SystemChance())


def _status(options: argparse.Namespace, store: Store, _settings: Settings) -> None:
    facts = status_of(store).facts()
    if options.json:
        print(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        for name, value in facts.items():
            print(f"{name.replace('_', ' '):<24} {'–' if value in (None, '') else value}")
    if not facts["books_balance"]:
        raise StoreFault(f"{DO_NOT_BALANCE}; {facts['books_what_to_do']}")


def _agent(options: argparse.Namespace, store: Store, settings: Settings) -> Agent:
    believed = guarded_clock(data_folder(options.data))
    sealing, books = _sealing(store, settings), DailyLook(store, believed)
    return Agent(
        store=store,
        sealing=sealing,
        uploading=Uploading(store, sealing, SystemClock(), believed),
        auditing=Auditing(store),
        open_courier=_courier(options, settings, believed),
        rhythm=Rhythm(SystemChance(), settings.start_spread_seconds),
        content=Content(
            data_folder(options.data),
            believed,
            partial(client_of, authority=settings.central_ca, believed=believed),
            settings.content_root,
        ),
        reporting=Reporting(
            store, data_folder(options.data), believed, books, is_to_encrypt=settings.holders is not None
        ),
        books=books,
        look_at_clock=believed.look,
    )


def _courier(options: argparse.Namespace, settings: Settings, believed: GuardedClock | None = None) -> OpenCourier:
    believed = believed or guarded_clock(data_folder(options.data))
    return partial(open_courier, clock=SystemClock(), authority=settings.central_ca, believed=believed)


def _sealing(store: Store, settings: Settings) -> Sealing:
    return Sealing(
        store,
        SystemClock(),
        SystemChance(),
        rows_min=settings.batch_rows_min,
        seconds_between=settings.batch_seconds,
    )


def _awaited(work: Coroutine[Any, Any, _Result]) -> _Result:
    with interrupts.left_to_asyncio():
        return asyncio.run(work)


def _run_command(options: argparse.Namespace, folder: Path) -> None:
    settings = read_settings(folder)
    if options.only_reads:
        with Store.open_to_read(folder) as store:
            if store.obstacle:
                print(f"kiosk-sync {options.command}: {store.obstacle}", file=sys.stderr)
            options.run(options, store, settings)
        return

    def work() -> None:
        with Store.open(folder, holders=settings.holders) as store:
            with store.noting_damage():
                store.encrypt_rest()  # the terminal may not have run since keys were set
            options.run(options, store, settings)

    if options.run is _run:
        again_after_damage(work, folder)
    else:
        work()


def _code(text: str) -> str:
    if not is_code(text):
        raise argparse.ArgumentTypeError(f"'{text}' is no code: it has {CODE_LENGTH} letters, of {CODE_LETTERS}")
    return text


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk-sync",
        description="Okienko's agent: carries responses from this terminal to the central office.",
        epilog="example: kiosk-sync once",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, summary: str, example: str) -> argparse.ArgumentParser:
        one = commands.add_parser(
            name,
            help=summary,
            description=summary[0].upper() + summary[1:] + ".",
            epilog=f"example: kiosk-sync {example}",
        )
        help_text = "where this terminal keeps its data (default: the user's data)"
        one.add_argument("--data", type=Path, metavar="DIR", help=help_text)
        one.set_defaults(only_reads=False)
        return one

    command("run", "carry responses until SIGTERM", "run").set_defaults(run=_run)
    command("once", "carry what waits, now, and tell whether all has arrived", "once").set_defaults(run=_once)

    one = command(
        "enrol",
        "join a central office with a code from it",
        "enrol BCDF-GHJK --central https://centrala.example",
    )
    one.add_argument("code", type=_code, metavar="CODE", help="what `kiosk-central code` has printed")
    one.add_argument("--central", required=True, metavar="URL", help="address of the central office, https://…")
    one.add_argument(
        "--set-pin",
        action="store_true",
        help="ask for the administrator's PIN as well, and set it once the terminal has joined",
    )
    one.set_defaults(run=_enrol)

    one = command("rotate-key", "exchange the key with which this terminal signs for a new one", "rotate-key")
    one.set_defaults(run=_rotate_key)

    one = command("take", "write what waits to a file, for an office without a network", "take /media/stick/a.parcel")
    one.add_argument("file", type=Path, metavar="FILE", help="for the central office: kiosk-central accept FILE")
    how = one.add_mutually_exclusive_group()
    how.add_argument("--code", type=_code, metavar="CODE", help="ask for an enrolment with this code instead")
    how.add_argument(
        "--anew",
        action="store_true",
        help="all that this terminal has, for a centre that was put back from a copy",
    )
    one.set_defaults(run=_take)

    one = command("receive", "take in the receipt of what was carried", "receive /media/stick/a.parcel.receipt")
    one.add_argument("file", type=Path, metavar="FILE", help="what `kiosk-central accept` has written")
    one.add_argument("--code", metavar="CODE", help="for the answer to an enrolment: the code that was asked with")
    one.set_defaults(run=_receive)

    one = command("status", "tell what waits and how the last contact went", "status --json")
    one.add_argument("--json", action="store_true", help="for programs")
    one.set_defaults(run=_status, only_reads=True)
    return parser


if __name__ == "__main__":
    sys.exit(main())
