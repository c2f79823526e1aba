"""What only shows when a pack is laid out as a web site, told like every other fault: with file and line."""

from __future__ import annotations

from datetime import date

from kiosk.content.fault import FaultAt, fault, quoted
from kiosk.content.files import PackFiles
from kiosk.content.whereabouts import card_at, group_at
from kiosk.domain.pack import Pack
from kiosk.publish.site_address import Base
from kiosk.publish.site_manifest import PageKind
from kiosk.publish.site_plan import clashes


def site_faults(pack: Pack, files: PackFiles, base: Base | None, today: date) -> list[FaultAt]:
    """Cards and groups that would stand where another page of the site does, sorted by file and line."""
    found = []
    for clash in clashes(pack, base, today):
        is_card = clash.kind is PageKind.CARD
        file, line = (card_at if is_card else group_at)(files, clash.id)
        what, allowed = ("code", "another code") if is_card else ("id", "another id")
        taken = f"the site has {clash.other} already, so {clash.path} cannot be"
        found.append(
            fault(file, line, f"the {what} {quoted(clash.id)} gives a page an address that is taken: {taken}", allowed)
        )
    return sorted(found)
