"""`kiosk import`: responses collected on paper."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from kiosk.commands.places import data, pack_folder
from kiosk.content.reader import read_pack
from kiosk.domain.audit import AuditEvent
from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.domain.pack import Pack
from kiosk.domain.paper import responses_from_table
from kiosk.domain.period import Period
from kiosk.domain.questionnaire import Questionnaire
from kiosk.domain.response import Channel
from kiosk.export.counted import counted
from kiosk.guarded_clock import guarded_clock
from kiosk.settings import read_settings
from kiosk.store.folder import FILE_NAME
from kiosk.store.store import Store

_SAME_FILE = (
    "a file with the same sheets in the same order was imported before, at this terminal, and they count once; "
    "if these are other sheets on which the same was answered, give each an id"
)
_NUMBERS = (
    "an id is a sheet's in the whole office: where sheets of two terminals have the same numbers, only those that "
    "reach the central office first count; begin them with something of the terminal's own, such as A-1"
)


def run(options: argparse.Namespace) -> int:
    pack = read_pack(pack_folder(options))
    questionnaire = _questionnaire(pack, options.questionnaire)
    channel = _channel(options.channel)
    folder = data(options)
    settings = read_settings(folder)
    clock = guarded_clock(folder, pack.office.time_zone)
    this_period = Period.containing(clock.now().date(), settings.period_length)
    table = list(_rows(options.file))
    responses = responses_from_table(table, pack.office.id, questionnaire, channel, this_period, settings.language)
    is_new_here = not (folder / FILE_NAME).exists()
    with Store.open(folder, clock, settings.holders) as store:
        store.encrypt_rest()
        added = store.responses.add(responses)
        store.audit.record(AuditEvent.IMPORTED, {"questionnaire": questionnaire.id})
        store.responses.settle()
    known = len(responses) - added
    print(f"{counted(added, 'response')} added" + (f", {known} were here already" if known else ""))
    if is_new_here:  # in a mistyped folder, perhaps
        print(f"kiosk import: a new terminal's data begins in {folder}", file=sys.stderr)
    ids = _ids(table)
    if known and not all(ids):
        print(f"kiosk import: {_SAME_FILE}", file=sys.stderr)
    if any(id_.isdecimal() for id_ in ids):
        print(f"kiosk import: {_NUMBERS}", file=sys.stderr)
    running = sum(1 for response in responses if response.period == this_period)
    if running and added:
        print(f"{running} of the file count for {this_period}, which runs now: a row without a period is of today")
    return 0


def _ids(table: Sequence[Sequence[str]]) -> list[str]:
    """What stands in the column `id` of each sheet, nothing where there is none."""
    header = [name.strip().lower() for name in table[0]]
    place = header.index("id") if "id" in header else None
    sheets = [row for row in table[1:] if any(cell.strip() for cell in row)]
    return ["" if place is None else row[place].strip() for row in sheets]


def _questionnaire(pack: Pack, asked: str) -> Questionnaire:
    for questionnaire in reversed(pack.questionnaires):
        if questionnaire.id == asked:
            return questionnaire
    allowed = ", ".join(sorted({questionnaire.id for questionnaire in pack.questionnaires}))
    raise BadInput(f"there is no questionnaire '{asked}'; allowed: {allowed}")


def _channel(text: str) -> Channel:
    allowed = [channel.value for channel in Channel if channel is not Channel.TERMINAL]
    if text not in allowed:
        raise BadInput(f"'{text}' is not a channel for import; allowed: {', '.join(allowed)}")
    return Channel(text)


def _rows(path: Path) -> Iterator[list[str]]:
    """Rows of a comma- or semicolon-separated file, as spreadsheets of different countries write it."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = file.readline()
            delimiter = ";" if header.count(";") > header.count(",") else ","
            yield from csv.reader(chain([header] if header else [], file), delimiter=delimiter, strict=True)
    except UnicodeDecodeError:
        raise BadInput(f"{path} is not UTF-8; save it as 'CSV UTF-8'") from None
    except csv.Error as fault:
        raise BadInput(f"{path} is not a CSV file: {fault}") from None
    except OSError as fault:
        raise EnvironmentFault(f"cannot read {path}: {fault.strerror}") from fault
