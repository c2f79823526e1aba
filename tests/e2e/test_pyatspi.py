"""The visit once more, through the library that screen readers are written with."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from kiosk.domain.pack import Pack
from kiosk.domain.questionnaire import Question, QuestionKind
from tests.e2e.poznan import CATALOGUE, ONWARD, ROOT, choose, group_of, kept, name_of, names_of, says, standing
from tests.e2e.screen_reader import CONTROLS, PRESSES, PYTHON, as_heard

PATIENCE = 300.0
"""Seconds of real time given to the whole visit: the library asks for one thing after another."""


def test_a_visit_through_pyatspi_is_kept_and_a_card_read_and_every_control_says_what_it_is(
    desk: Mapping[str, str], pack: Pack, tmp_path: Path
) -> None:
    questions = {as_heard(each.text.in_language("pl")): each for each in pack.questionnaire.questions}
    answers = {text: presses_for(each) for text, each in questions.items()}
    card = next(card for card in pack.catalogue.cards if card.code == "REG-03")
    way = ["Zakończ", CATALOGUE, group_of(card, pack), name_of(card)]
    with standing(desk, tmp_path / "data", thanks_seconds=60) as terminal:
        met = make_visit(desk, process=terminal.process_id, answers=answers, way=way, onward=ONWARD)

    thanks, *pages = [each["read"] for each in met if "read" in each]
    assert as_heard(pack.questionnaire.thanks.in_language("pl")) in thanks
    assert len(pages) > 1
    heard = " ".join(chain.from_iterable(pages))
    assert says(heard, card)
    assert card.legal_basis
    assert [law.title for law in card.legal_basis if as_heard(law.title) not in heard] == []

    controls = [each for each in met if "action" in each]
    assert {*way, ONWARD} <= {each["name"] for each in controls}
    assert [each for each in controls if not says_what_it_is(each)] == []

    one = kept(tmp_path / "data")
    answered = [questions[each["answered"]] for each in met if "answered" in each]
    given = [each for each in answered if each.kind is not QuestionKind.TEXT]
    assert {"wynik", "powod", "siedziba_co", "www"} <= {each.key for each in given}
    assert one.complete
    assert {each.key: list(one.answers[each.key]) for each in given} == {each.key: choose(each) for each in given}


def presses_for(question: Question) -> list[str]:
    if question.kind is QuestionKind.TEXT:
        return ["Pomiń"]
    names = [names_of(question)[code] for code in choose(question)]
    return [*names, "Zatwierdź"] if question.kind is QuestionKind.MULTIPLE else names


def says_what_it_is(control: Mapping[str, str]) -> bool:
    return control["name"].strip() != "" and control["role"] in CONTROLS and control["action"] in PRESSES


def make_visit(desk: Mapping[str, str], **plan: object) -> list[dict[str, Any]]:
    """Let the visitor follow the plan; gives what it met, in order."""
    visit = subprocess.run(
        [PYTHON, "-m", "tests.e2e.pyatspi_visitor"],
        input=json.dumps(plan),
        stdout=subprocess.PIPE,
        env={**os.environ, **desk},
        cwd=ROOT,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert visit.returncode == 0, visit.stdout
    return [json.loads(line) for line in visit.stdout.splitlines()]
