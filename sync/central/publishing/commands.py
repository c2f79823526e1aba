"""`kiosk-central keys`, `publish` and `refresh-timestamp`: none of them opens the centre's database."""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Any

from kiosk.domain.errors import BadInput
from kiosk.system_clock import SystemClock
from sync.central.publishing.keys import OTHER_KEYS, ROOT_KEYS, KeyFolder
from sync.central.publishing.repository import Repository
from sync.protocol import EVERY_TERMINAL, Release

AddCommand = Callable[[str, str, str], argparse.ArgumentParser]

_SHARE = re.compile(r"(\d{1,3}(?:[.,]\d)?) ?%", re.ASCII)


def add_commands(command: AddCommand) -> None:
    """Describe the commands to the command line; each sets `run_alone`, which needs no store."""
    one = command("keys", "make or renew the keys that sign content", "keys create /media/klucze")
    kinds = one.add_subparsers(dest="kind", required=True, metavar="WHAT")
    create = _kind(kinds, "create", "make every key and the first root metadata, in a new folder", "/media/klucze")
    create.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder, on a machine off the network")
    create.set_defaults(run_alone=_create)
    summary = "make new root metadata, signed by two of the root keys in the folder"
    renew = _kind(kinds, "renew", summary, "/media/klucze --replace root-3")
    renew.add_argument("folder", type=Path, metavar="DIR", help="the newest root metadata and two root keys or more")
    renew.add_argument(
        "--replace",
        action="append",
        default=[],
        choices=(*ROOT_KEYS, *OTHER_KEYS),
        help="a key that is lost or may have been seen: a new one takes its place (may be repeated)",
    )
    renew.set_defaults(run_alone=_renew)

    one = command(
        "publish", "check a pack and publish it, signed", "publish poznan --keys klucze --to repozytorium --share 5%"
    )
    one.add_argument("pack", type=Path, nargs="?", metavar="PACK", help="folder of the content pack")
    one.add_argument(
        "--rollback", metavar="ID", help="instead: publish again what the office ID had before; twice: one further back"
    )
    one.add_argument(
        "--share", type=_share, default=EVERY_TERMINAL, metavar="S%", help="part of its terminals (default: 100%%)"
    )
    one.add_argument("--anew", action="store_true", help="begin the list anew, after its keys have been renewed")
    _folders(one)
    one.set_defaults(run_alone=_publish)

    one = command(
        "refresh-timestamp",
        "sign that nothing newer exists, every night",
        "refresh-timestamp --keys klucze --to repozytorium",
    )
    _folders(one)
    one.set_defaults(run_alone=_refresh)


def _kind(kinds: Any, name: str, summary: str, example: str) -> argparse.ArgumentParser:
    description = f"{summary[0].upper()}{summary[1:]}. Who holds which key is told in docs/content-keys.md."
    epilog = f"example: kiosk-central keys {name} {example}"
    one: argparse.ArgumentParser = kinds.add_parser(name, help=summary, description=description, epilog=epilog)
    return one


def _folders(one: argparse.ArgumentParser) -> None:
    one.add_argument("--keys", type=Path, required=True, metavar="DIR", help="root metadata, and the keys needed here")
    one.add_argument("--to", type=Path, required=True, metavar="DIR", help="the repository: what `serve --content` has")


def _create(options: argparse.Namespace) -> None:
    root = KeyFolder(options.folder).create(SystemClock().now().astimezone(UTC)).signed
    print(f"{len(ROOT_KEYS) + len(OTHER_KEYS)} keys and 1.root.json made in {options.folder}")
    print(f"root metadata good until {root.expires:%Y-%m-%d}; now part the keys, see docs/content-keys.md")


def _renew(options: argparse.Namespace) -> None:
    root = KeyFolder(options.folder).renew(options.replace, SystemClock().now().astimezone(UTC)).signed
    print(f"{root.version}.root.json made in {options.folder}, good until {root.expires:%Y-%m-%d}")
    print("copy it to whoever publishes; with the next publication every terminal goes over to it")


def _publish(options: argparse.Namespace) -> None:
    from sync.central.publishing.packing import pack_up  # noqa: PLC0415  # reads packs, as no other command does

    if (options.pack is None) == (options.rollback is None):
        raise BadInput("name either a pack to publish, or an office to roll back with --rollback")
    repository = _repository(options)
    if options.pack is None:
        if options.share != EVERY_TERMINAL:
            raise BadInput("what is rolled back is rolled back for all: leave out --share")
        if options.anew:
            raise BadInput("a list that begins anew has nothing to go back to: leave out --anew")
        print(_told(repository.roll_back(options.rollback)))
        return
    with tempfile.TemporaryFile() as archive:
        pack = pack_up(options.pack, archive)
        print(_told(repository.publish(pack.office.id, pack.version, archive, options.share)))


def _refresh(options: argparse.Namespace) -> None:
    print(f"the timestamp is good until {_repository(options).refresh_timestamp():%Y-%m-%d %H:%M} UTC")


def _repository(options: argparse.Namespace) -> Repository:
    anew = getattr(options, "anew", False)
    return Repository(options.to, KeyFolder(options.keys), SystemClock(), anew=anew)


def _told(release: Release) -> str:
    what = f": what release {release.was} was" if release.was else ""
    share = f"{release.share / 10:g} % of its terminals" if release.share < EVERY_TERMINAL else "all its terminals"
    return f"release {release.number} of {release.pack}{what}, pack version {release.version}, for {share}"


def _share(text: str) -> int:
    found = _SHARE.fullmatch(text)
    share = round(float(found[1].replace(",", ".")) * 10) if found else 0
    if not 1 <= share <= EVERY_TERMINAL:
        raise argparse.ArgumentTypeError(f"'{text}' is not a share; allowed: 0.1% to 100%")
    return share
