"""`kiosk check`: every fault of a content pack, one a line."""

from __future__ import annotations

import argparse
import sys

from kiosk.content.reader import read_pack
from kiosk.domain.errors import BadInput


def run(options: argparse.Namespace) -> int:
    try:
        pack = read_pack(options.pack)
    except BadInput as bad:
        for fault in bad.faults:
            print(fault)
        print(
            f"kiosk check: {len(bad.faults)} {'fault' if len(bad.faults) == 1 else 'faults'} in {options.pack}",
            file=sys.stderr,
        )
        return 1
    questions = len(pack.questionnaire.questions)
    print(
        f"{options.pack}: no faults. {pack.office.name.in_language('pl')}, pack version {pack.version}: "
        f"{len(pack.catalogue.cards)} cards, questionnaire {pack.questionnaire.id} version "
        f"{pack.questionnaire.version} with {questions} questions."
    )
    return 0
