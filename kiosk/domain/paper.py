"""Responses collected on paper: rows of a table become responses, or every fault is named by row and column.

Columns are question keys, and optionally `period`, `language` and `id`. A cell holds choice codes, several separated
by a space; an empty cell is a question that was not answered, `-` one that was declined.

The id of a response is derived from the file's content, so that the same file twice gives the same responses. It looks
like a random UUID and holds no time. Who has the file can recompute it, and where the file gives an `id`, so can who
guesses that: numbers that count up in the order of the visits should not be written on sheets.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Iterator, Sequence

from kiosk.domain.errors import BadInput
from kiosk.domain.period import Period, PeriodLength
from kiosk.domain.questionnaire import QuestionKind, Questionnaire
from kiosk.domain.response import Channel, Response, answer_faults
from kiosk.domain.text import LANGUAGE_NAMES

DECLINED_CELL = "-"
_OTHER_COLUMNS = ("period", "language", "id")
_MOST_FAULTS = 200


def responses_from_table(
    rows: Iterable[Sequence[str]],
    office: str,
    questionnaire: Questionnaire,
    channel: Channel,
    this_period: Period,
    language: str,
) -> list[Response]:
    """Read a whole table, header first; raises `BadInput` with every fault (up to 200) and then gives nothing.

    The same file of one `office` gives the same responses, whichever terminal reads it; that of another office gives
    others. `this_period` and `language` stand in where the table has no such column or an empty cell.
    """
    table = [[cell.strip() for cell in row] for row in rows]
    # A spreadsheet adds empty rows when it saves a file again; it stays the same file.
    filled = [(number, row) for number, row in enumerate(table, start=1) if number == 1 or any(row)]
    if not filled:
        raise BadInput("the file is empty; its first row must hold question keys")
    header = [name.lower() for name in filled[0][1]]
    if faults := list(_header_faults(header, questionnaire)):
        raise BadInput(faults)
    reader = _RowReader(header, office, questionnaire, channel, this_period, language, _fingerprint(filled))
    responses: list[Response] = []
    found: list[str] = []
    for place, (number, row) in enumerate(filled[1:], start=1):
        outcome = reader.read(number, row, place)
        if isinstance(outcome, Response):
            responses.append(outcome)
        else:
            found.extend(outcome)
    found.extend(reader.duplicate_faults())
    if found:
        rest = [f"… and {len(found) - _MOST_FAULTS} more faults"] if len(found) > _MOST_FAULTS else []
        raise BadInput(found[:_MOST_FAULTS] + rest)
    return responses


def _header_faults(header: Sequence[str], questionnaire: Questionnaire) -> Iterator[str]:
    codes = [question.key for question in questionnaire.questions if question.kind is not QuestionKind.TEXT]
    allowed = [*codes, *_OTHER_COLUMNS]
    for position, name in enumerate(header, start=1):
        if name in questionnaire.by_key and name not in codes:
            yield f"row 1, column {position}: '{name}' is free text, which is not taken in; leave the column out"
        elif name not in allowed:
            yield f"row 1, column {position}: '{name}' is not a column; allowed: {', '.join(allowed)}"
        elif name in header[: position - 1]:
            yield f"row 1, column {position}: '{name}' stands there twice"
    if not any(name in codes for name in header):
        yield f"row 1: there is no question; allowed: {', '.join(codes)}"


class _RowReader:
    def __init__(
        self,
        header: Sequence[str],
        office: str,
        questionnaire: Questionnaire,
        channel: Channel,
        this_period: Period,
        language: str,
        fingerprint: str,
    ) -> None:
        self._header = header
        self._office = office
        self._questionnaire = questionnaire
        self._questions = questionnaire.by_key
        self._channel = channel
        self._period = this_period
        self._language = language
        self._fingerprint = fingerprint
        self._rows_by_id: dict[str, list[int]] = {}

    def read(self, number: int, row: Sequence[str], place: int) -> Response | list[str]:
        """One row's response, or everything wrong with it. `place` counts filled rows, `number` all of them."""
        if len(row) != len(self._header):
            return [f"row {number}: {len(row)} cells where the header has {len(self._header)}"]
        cells = dict(zip(self._header, row, strict=True))
        faults: list[str] = []
        answers = self._answers(number, cells, faults)
        period = self._period
        if text := cells.get("period"):
            try:
                period = self._as_coarse_as_here(Period.parse(text))
            except BadInput as fault:
                faults.append(f"row {number}, column period: {fault}")
            if period.first_day > self._period.last_day:
                faults.append(f"row {number}, column period: '{text}' has not begun; allowed: up to {self._period}")
        language = cells.get("language") or self._language
        if language not in LANGUAGE_NAMES:
            allowed = ", ".join(LANGUAGE_NAMES)
            faults.append(f"row {number}, column language: '{language}' is not a language; allowed: {allowed}")
        if given := cells.get("id", ""):
            self._rows_by_id.setdefault(given, []).append(number)
        if faults:
            return faults
        return Response(
            id=self._id(given or f"{self._fingerprint} row {place}"),
            questionnaire=self._questionnaire.id,
            version=self._questionnaire.version,
            language=language,
            period=period,
            channel=self._channel,
            complete=self._is_complete(answers),
            answers=answers,
        )

    def _as_coarse_as_here(self, period: Period) -> Period:
        """A day that a sheet is dated by counts for its week where the office keeps weeks, as at the screen."""
        if self._period.length is PeriodLength.WEEK:
            return Period.containing(period.first_day, PeriodLength.WEEK)
        return period

    def duplicate_faults(self) -> list[str]:
        return [
            f"rows {', '.join(map(str, rows))}, column id: the same id '{given}'"
            for given, rows in self._rows_by_id.items()
            if len(rows) > 1
        ]

    def _answers(self, number: int, cells: dict[str, str], faults: list[str]) -> dict[str, tuple[str, ...]]:
        answers: dict[str, tuple[str, ...]] = {}
        for question in self._questionnaire.questions:
            cell = cells.get(question.key, "")
            if not cell:
                continue
            codes = () if cell == DECLINED_CELL else tuple(cell.split())
            where = f"row {number}, column {question.key}"
            wrong = [fault.partition(": ")[2] for fault in answer_faults(question, codes)]
            if not wrong and not question.is_asked(answers):
                wrong = ["answered although the earlier answers skip it; allowed: an empty cell here"]
            faults.extend(f"{where}: {fault}" for fault in wrong)
            answers[question.key] = codes
        return answers

    def _is_complete(self, answers: dict[str, tuple[str, ...]]) -> bool:
        return all(
            question.key in answers
            for question in self._questions.values()
            if question.kind is not QuestionKind.TEXT and question.is_asked(answers)
        )

    def _id(self, source: str) -> str:
        scope = f"{self._office}\n{self._questionnaire.id}\n{self._channel.value}\n{source}"
        return str(uuid.UUID(bytes=hashlib.sha256(scope.encode()).digest()[:16], version=4))


def _fingerprint(filled: Sequence[tuple[int, Sequence[str]]]) -> str:
    digest = hashlib.sha256()
    for _, row in filled:
        digest.update(("\x1f".join(row) + "\x1e").encode())
    return digest.hexdigest()
