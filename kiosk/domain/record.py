"""A closed response as both stores keep it: text, ready to be written out a million times."""

from __future__ import annotations

from typing import NamedTuple


class Record(NamedTuple):
    """One response. `answers` is JSON of codes by question (`{"q":["4"],"r":[]}`), `flags` rule ids parted by spaces.

    An empty list is a question that was declined, a missing key one that was not asked or not reached. `office` is
    empty in a terminal's own file, which is one office's.
    """

    id: str
    office: str
    questionnaire: str
    version: int
    language: str
    period: str
    channel: str
    complete: bool
    answers: str
    flags: str


class PeriodCount(NamedTuple):
    """How many responses one office has to one version of a questionnaire in one period."""

    office: str
    questionnaire: str
    version: int
    period: str
    responses: int
