"""A small survey with everything that a file can get wrong, and by hand what each cell of it must hold."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.domain.branching import parse_condition
from kiosk.domain.period import Period
from kiosk.domain.questionnaire import Choice, Question, QuestionKind, Questionnaire, Scale
from kiosk.domain.response import Channel, Response
from kiosk.domain.text import LocalisedText
from kiosk.export.job import Job, Outcome, Request
from kiosk.export.owner import Owner
from kiosk.export.table import Style
from kiosk.store.store import Store

TODAY = date(2026, 11, 28)
OWNER = Owner("urzad", LocalisedText({"pl": "Urząd"}), LocalisedText({"pl": "Poznań"}))
LONG = "dlugi_klucz_pytania_o_dostepnosc_siedziby_urzedu"
"""A key longer than Stata's 32 characters."""


def words(polish: str, german: str = "") -> LocalisedText:
    return LocalisedText({"pl": polish, "de": german or f"{polish} (ß)", "uk": f"{polish} (їґ)", "en": f"{polish} “x”"})


RATING = Scale(
    "skala",
    tuple(
        Choice(code, words(label))
        for code, label in (
            ("1", "źle; „bardzo”"),
            ("2", "słabo, ćwierć"),
            ("3", "średnio"),
            ("4", "dość dobrze"),
            ("5", "świetnie\tna żółto"),
            ("98", "trudno powiedzieć"),
        )
    ),
    not_applicable="98",
)
ROLE = Scale("kto", (Choice("osoba", words("osoba prywatna")), Choice("firma", words("=SUMA(A1) firma"))))
ROLE_2 = Scale("kto", (Choice("gosc", words("gość")), *ROLE.choices))
WHY = Scale("powod", (Choice("czas", words("czas")), Choice("inny", words("inny powód"))))
WHY_2 = Scale("powod", (*WHY.choices, Choice("Czas", words("Czas świąt"))))


def question(key: str, kind: QuestionKind, scale: Scale, show_if: str = "") -> Question:
    condition = parse_condition(show_if) if show_if else None
    return Question(key, key, kind, words(f"Pytanie „{key}”: zażółć gęślą jaźń?"), scale, show_if=condition)


def questionnaire(version: int, *questions: Question) -> Questionnaire:
    return Questionnaire("próba".replace("ó", "o"), version, words("Próba ankiety"), words("w"), words("d"), questions)


FIRST = questionnaire(
    1,
    question("ocena", QuestionKind.RATING, RATING),
    question("kto", QuestionKind.SINGLE, ROLE),
    question("powod", QuestionKind.MULTIPLE, WHY, "${ocena} = '1' or ${ocena} = '2'"),
)
SECOND = questionnaire(
    2,
    question("ocena", QuestionKind.RATING, RATING),
    question("kto", QuestionKind.SINGLE, ROLE_2),
    question("powod", QuestionKind.MULTIPLE, WHY_2, "${ocena} = '1' or ${ocena} = '2'"),
    question(LONG, QuestionKind.RATING, RATING),
)
VERSIONS = (FIRST, SECOND)
DECLINED, NOT_ASKED, NO_ANSWER, NOT_OFFERED, NOT_APPLICABLE, INVALID = (
    "declined",
    "not_asked",
    "no_answer",
    "not_offered",
    "not_applicable",
    "invalid",
)
NAMES = ("ocena", "kto", "powod__czas", "powod__inny", "powod__Czas", LONG)
"""What was asked for, in order, before names are told apart."""
NUMBERS = {"osoba": 1, "firma": 2, "gosc": 3}
"""Which number each code of `kto` has: the first two from version 1, the third when it came."""


@dataclass(frozen=True)
class Case:
    """A response, and what must stand in each of `NAMES`: a code, or the word for why there is none."""

    version: int
    answers: Mapping[str, tuple[str, ...]]
    complete: bool
    cells: tuple[str, ...]


# fmt: off
CASES = (
    Case(1, {"ocena": ("5",), "kto": ("osoba",)}, True, ("5", "osoba", NOT_ASKED, NOT_ASKED, NOT_OFFERED, NOT_OFFERED)),
    Case(
        1, {"ocena": ("1",), "kto": (), "powod": ("czas",)}, True, ("1", DECLINED, "1", "0", NOT_OFFERED, NOT_OFFERED)
    ),
    Case(1, {"ocena": ("2",)}, False, ("2", NO_ANSWER, NO_ANSWER, NO_ANSWER, NOT_OFFERED, NOT_OFFERED)),
    Case(1, {}, False, (NO_ANSWER, NO_ANSWER, NO_ANSWER, NO_ANSWER, NOT_OFFERED, NOT_OFFERED)),
    Case(
        1, {"ocena": (), "kto": ("firma",)}, True, (DECLINED, "firma", *[NOT_ASKED] * 2, *[NOT_OFFERED] * 2)
    ),
    Case(2, {"ocena": ("98",), "kto": ("gosc",), LONG: ("3",)}, True, (NOT_APPLICABLE, "gosc", *[NOT_ASKED] * 3, "3")),
    Case(2, {"ocena": ("2",), "powod": ("Czas", "inny"), LONG: ()}, True, ("2", NO_ANSWER, "0", "1", "1", DECLINED)),
    Case(2, {"ocena": ("1",), "kto": ("osoba",), "powod": ()}, False, ("1", "osoba", *[DECLINED] * 3, NO_ANSWER)),
    Case(
        2, {"ocena": ("4",), "kto": ("prezes",), LONG: ("98",)}, True, ("4", INVALID, *[NOT_ASKED] * 3, NOT_APPLICABLE)
    ),
    Case(2, {"ocena": ("3",), "kto": ("firma",), LONG: ("4",)}, True, ("3", "firma", *[NOT_ASKED] * 3, "4")),
)
# fmt: on


def filled_store(folder: Path) -> dict[str, Case]:
    """A store with every case in one week that is over, by the ids that they were given."""
    cases = {str(uuid.uuid4()): case for case in CASES}
    with Store.open(folder) as store:
        store.responses.add(
            Response(
                identity,
                FIRST.id,
                case.version,
                "uk",
                Period.parse("2026-W40"),
                Channel.PAPER,
                case.complete,
                case.answers,
                ("burst-1",) if case.version == 2 else (),
            )
            for identity, case in cases.items()
        )
    return cases


def exported(folder: Path, path: Path, style: Style | None = None) -> Outcome:
    """Write the store's responses to `path`."""
    with Store.open(folder) as store, store.reading.opened() as source:
        return Job(source, VERSIONS, OWNER, TODAY).run(Request(path, style=style or Style()))
