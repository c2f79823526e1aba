"""`kiosk import`: responses collected on paper."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
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
from kiosk.guarded_clock import guarded_clock
from kiosk.settings import read_settings
from kiosk.store.store import Store


def run(options: argparse.Namespace) -> int:
    pack = read_pack(pack_folder(options))
    questionnaire = _questionnaire(pack, options.questionnaire)
    channel = _channel(options.channel)
    folder = data(options)
    settings = read_settings(folder)
    clock = guarded_clock(folder, pack.office.time_zone)
    this_period = Period.containing(clock.now().date(), settings.period_length)
    responses = responses_from_table(
        _rows(options.file), pack.office.id, questionnaire, channel, this_period, settings.language
    )
    with Store.open(folder, clock, settings.holders) as store:
        store.encrypt_rest()
        added = store.responses.add(responses)
        store.audit.record(AuditEvent.IMPORTED, {"questionnaire": questionnaire.id})
        store.responses.settle()
    known = len(responses) - added
    told = f"{added} {'response' if added == 1 else 'responses'} added"
    print(told + (f", {known} were here already" if known else ""))
    running = sum(1 for response in responses if response.period == this_period)
    if running:
        print(f"{running} of the file count for {this_period}, which runs now: a row without a period is of today")
    return 0


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
