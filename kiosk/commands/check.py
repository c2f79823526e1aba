"""`kiosk check`: every fault of a content pack, one a line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kiosk.content.reader import read_pack
from kiosk.domain.errors import BadInput


def run(options: argparse.Namespace) -> int:
    try:
        pack = read_pack(options.pack)
    except BadInput as bad:
        tell_faults("check", bad, options.pack)
        return 1
    questions = len(pack.questionnaire.questions)
    print(
        f"{options.pack}: no faults. {pack.office.name.in_language('pl')}, pack version {pack.version}: "
        f"{len(pack.catalogue.cards)} cards, questionnaire {pack.questionnaire.id} version "
        f"{pack.questionnaire.version} with {questions} questions."
    )
    return 0


def tell_faults(command: str, bad: BadInput, pack: Path) -> None:
    """Each fault of a pack on a line of the output, and how many there are as the command's complaint."""
    for fault in bad.faults:
        print(fault)
    number = f"{len(bad.faults)} {'fault' if len(bad.faults) == 1 else 'faults'}"
    print(f"kiosk {command}: {number} in {pack}", file=sys.stderr)
