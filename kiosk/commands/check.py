"""`kiosk check`: every fault of a content pack, one a line; with `--publish` also what keeps it from publication."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.commands.site_faults import site_faults
from kiosk.content.files import read_files
from kiosk.content.publication_checks import publication_faults
from kiosk.content.reader import checked_pack
from kiosk.domain.errors import BadInput
from kiosk.domain.pack import Pack
from kiosk.publish.site_address import base_of
from kiosk.system_clock import SystemClock


def run(options: argparse.Namespace) -> int:
    files = read_files(options.pack)
    pack: Pack | None = None
    faults: list[str] = []
    try:
        pack = checked_pack(files)
    except BadInput as bad:
        faults += bad.faults
    if options.publish:
        # A pack that cannot be read has no zone yet: whoever mends it asks again.
        clock = SystemClock(pack.office.time_zone) if pack is not None else SystemClock()
        today = clock.now().date()
        found = publication_faults(files, today)
        if pack is not None:
            found += site_faults(pack, files, base_of(pack.office, None), today)
        faults += map(str, sorted(found))
    if pack is None or faults:
        rest = "" if pack is None else "; terminals may show it, but it is not ready to be published"
        tell_faults("check", faults, options.pack, rest)
        return 1
    questions = len(pack.questionnaire.questions)
    ready = " Ready to be published." if options.publish else ""
    print(
        f"{options.pack}: no faults. {pack.office.name.in_language('pl')}, pack version {pack.version}: "
        f"{len(pack.catalogue.cards)} cards, questionnaire {pack.questionnaire.id} version "
        f"{pack.questionnaire.version} with {questions} questions.{ready}"
    )
    return 0


def tell_faults(command: str, faults: Sequence[str], pack: Path, rest: str = "") -> None:
    """Each fault of a pack on a line of the output, and how many there are as the command's complaint."""
    for fault in faults:
        print(fault)
    number = f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}"
    print(f"kiosk {command}: {number} in {pack}{rest}", file=sys.stderr)
