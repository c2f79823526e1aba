"""A questionnaire as XLSForm, the spreadsheet that ODK, KoboToolbox and others make forms of.

Source of sheets, columns and types: XLSForm reference (xlsform.org), version of 2023.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

from kiosk.content.condition_text import condition_text
from kiosk.domain.questionnaire import Question, QuestionKind, Questionnaire, Scale
from kiosk.domain.text import DEFAULT_LANGUAGE, LANGUAGE_NAMES, LocalisedText
from kiosk.export.atomic import atomic_path

_TYPES = {
    QuestionKind.RATING: "select_one",
    QuestionKind.SINGLE: "select_one",
    QuestionKind.MULTIPLE: "select_multiple",
    QuestionKind.TEXT: "text",
}
_INTRO, _THANKS = "okienko_wstep", "okienko_podziekowanie"
"""Names of the rows with what is said before and after the questions."""
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""What the file says about when it was made: the same questionnaire gives the same file."""


_WIDE, _NARROW = 45, 22
"""Widths of columns in letters."""
_LINE, _TALLEST = 15, 409
"""Heights of a line of text and of the tallest row that Excel allows, in points."""


def write_xlsform(path: Path, questionnaire: Questionnaire) -> None:
    """Write the three sheets atomically. Raises `EnvironmentFault`."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        book.set_properties({"title": questionnaire.title.in_language(DEFAULT_LANGUAGE), "created": _NO_DATE})
        bold, plain = (
            book.add_format({"bold": is_bold, "text_wrap": True, "valign": "top"}) for is_bold in (True, False)
        )
        for name, rows in _sheets(questionnaire).items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for column, header in enumerate(rows[0]):
                sheet.set_column(column, column, _WIDE if header.startswith(("label", "relevant")) else _NARROW)
            for number, row in enumerate(rows):
                sheet.set_row(number, min(_TALLEST, _LINE * max(math.ceil(len(cell) / _WIDE) for cell in row)))
                for column, cell in enumerate(row):
                    if cell:  # always as a text: never a formula, an address or a number that it only looks like
                        sheet.write_string(number, column, cell, plain if number else bold)
    with atomic_path(path) as place:
        place.write_bytes(data.getvalue())


def _sheets(questionnaire: Questionnaire) -> dict[str, list[Sequence[str]]]:
    """Each sheet's rows, the header first."""
    languages = _languages(questionnaire)
    labels = [f"label::{_called(language)}" for language in languages]
    several = {one.key for one in questionnaire.questions if one.kind is QuestionKind.MULTIPLE}
    lists, list_of = _lists(questionnaire)
    survey: list[Sequence[str]] = [
        ("type", "name", *labels, "required", "relevant", "appearance"),
        ("note", _INTRO, *_in(languages, questionnaire.intro)),
    ]
    for one in questionnaire.questions:
        kind = f"{_TYPES[one.kind]} {list_of.get(one.key, '')}".rstrip()
        relevant = "" if one.show_if is None else condition_text(one.show_if, several)
        survey.append((kind, one.key, *_in(languages, one.text), "false", relevant, _appearance(one)))
    survey.append(("note", _THANKS, *_in(languages, questionnaire.thanks)))
    choices: list[Sequence[str]] = [("list_name", "name", *labels)]
    choices += [
        (name, choice.code, *_in(languages, choice.label)) for name, scale in lists.items() for choice in scale.choices
    ]
    settings: list[Sequence[str]] = [
        ("form_title", "form_id", "version", "default_language"),
        (
            questionnaire.title.in_language(DEFAULT_LANGUAGE),
            questionnaire.id,
            str(questionnaire.version),
            _called(DEFAULT_LANGUAGE),
        ),
    ]
    return {"survey": survey, "choices": choices, "settings": settings}


def _appearance(question: Question) -> str:
    """A rating stands on one line, worst to best, as the faces on the terminal do."""
    return "likert" if question.kind is QuestionKind.RATING else ""


def _lists(questionnaire: Questionnaire) -> tuple[dict[str, Scale], dict[str, str]]:
    """Each list of choices by its name, and the list of each question; scales that differ never share one."""
    lists: dict[str, Scale] = {}
    list_of: dict[str, str] = {}
    for question in questionnaire.questions:
        if question.scale is not None:
            name = question.scale.id
            while lists.setdefault(name, question.scale) != question.scale:
                name = f"{name}_{question.key}"
            list_of[question.key] = name
    return lists, list_of


def _languages(questionnaire: Questionnaire) -> list[str]:
    """Every language that some text is there in: those of the program in its order, then others."""
    spoken = {language for text in _texts(questionnaire) for language, words in text.texts.items() if words}
    return [*(one for one in LANGUAGE_NAMES if one in spoken), *sorted(spoken - LANGUAGE_NAMES.keys())]


def _texts(questionnaire: Questionnaire) -> Iterable[LocalisedText]:
    yield from (questionnaire.title, questionnaire.intro, questionnaire.thanks)
    for question in questionnaire.questions:
        yield question.text
        if question.scale is not None:
            yield from (choice.label for choice in question.scale.choices)


def _called(language: str) -> str:
    """A language as XLSForm names it: its own name and its code."""
    return f"{LANGUAGE_NAMES.get(language, language)} ({language})"


def _in(languages: Sequence[str], text: LocalisedText) -> list[str]:
    """A text in each language; Polish where there is no translation, as on the terminal."""
    return [text.in_language(language) for language in languages]
