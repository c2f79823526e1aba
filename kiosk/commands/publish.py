"""`kiosk publish`: the service catalogue as a web site for the office's own server."""

from __future__ import annotations

import argparse
import sys

from kiosk.commands.check import tell_faults
from kiosk.commands.places import resources
from kiosk.commands.site_faults import site_faults
from kiosk.content.files import read_files
from kiosk.content.media import unchanged_media
from kiosk.content.publication_checks import publication_faults
from kiosk.content.reader import checked_pack
from kiosk.domain.errors import BadInput
from kiosk.domain.office import Office
from kiosk.export.progress_line import ProgressLine
from kiosk.publish.linked import LinkedCatalogue
from kiosk.publish.site import Publication, publish_site
from kiosk.publish.site_address import Addresses, Base, base_of
from kiosk.publish.site_folder import published_before
from kiosk.publish.site_manifest import Change
from kiosk.publish.site_move import settled_base
from kiosk.system_clock import SystemClock

_TOLD = {
    Change.NEW: "new",
    Change.CHANGED: "changed",
    Change.WITHDRAWN: "withdrawn or gone",
    Change.BACK: "in force again",
}


def run(options: argparse.Namespace) -> int:
    files = read_files(options.pack)
    try:
        pack = checked_pack(files)
    except BadInput as bad:
        tell_faults("publish", bad.faults, options.pack)
        return 1
    named = base_of(pack.office, options.base_url)
    before = published_before(options.to)
    kept = before.base if before is not None else None
    base = settled_base(pack.office, options.base_url, kept, may_move=options.new_address)
    clock = SystemClock(pack.office.time_zone)
    if clashing := site_faults(pack, files, base, clock.now().date()):
        tell_faults("publish", list(map(str, clashing)), options.pack)
        return 1
    media = unchanged_media(pack.media, files.media)
    linked = LinkedCatalogue(pack, base.url if base is not None else "")
    started = clock.monotonic()
    with ProgressLine(sys.stderr) as progress:
        progress.tell("  describing the catalogue as linked data …")
        done = publish_site(
            pack,
            media,
            options.to,
            resources(),
            clock.now().date(),
            base,
            structured=linked.structured,
            whole=linked.whole,
            progress=progress,
        )
    languages = ", ".join(pack.office.languages)
    seconds = clock.monotonic() - started
    print(f"{options.to}: {done.pages} pages in {languages} ({done.files} files) in {seconds:.1f} s")
    if faults := sum(1 for _ in publication_faults(files, clock.now().date())):
        told = f"{faults} {'fault' if faults == 1 else 'faults'} in the cards that are now public"
        print(f"kiosk publish: {told}; see them with: kiosk check --publish {options.pack}", file=sys.stderr)
    is_given = options.base_url is not None or base != named
    for line in (
        *_changes(done),
        *_stays(base, named),
        *_moved(kept, base),
        *_addresses(pack.office, base, is_given=is_given),
    ):
        print(line)
    return 0


def _stays(base: Base | None, named: Base | None) -> list[str]:
    if base is None or base == named:
        return []
    return [f"the site's address is still {base.url}, as the last time; to move it: --base-url URL --new-address"]


def _moved(kept: Base | None, base: Base | None) -> list[str]:
    if kept is None or base is None or kept == base:
        return []
    return [f"the site now stands at {base.url}; let the server of {kept.url} redirect there for good (301)"]


def _changes(done: Publication) -> list[str]:
    if done.is_first:
        return ["published for the first time"]
    told = [f"{_TOLD[change]}: {', '.join(codes)}" for change, codes in done.changed.items()]
    return told or ["no card has changed since the last time"]


def _addresses(office: Office, base: Base | None, *, is_given: bool) -> list[str]:
    """What the one who puts the site on a server has to know of its address."""
    if base is None:
        return [
            "the site's address is not known, so it has no sitemap; give it with --base-url, such as https://urzad.pl/"
        ]
    told = []
    if not is_given and not office.card_address:
        told.append(
            f"the site is taken to stand at {base.url}, the office's web site; --base-url names another address"
        )
    if not Addresses.of(office, base).is_as_told:
        told.append(
            f"the codes on the terminal lead to {office.card_address}, which this site at {base.url} cannot answer; "
            "change 'adres_kart' in the pack or give --base-url"
        )
    return told
