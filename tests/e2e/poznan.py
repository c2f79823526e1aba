"""A terminal of the office in Poznań: how it is started, what a visitor means to say there, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kiosk.commands.places import resources
from kiosk.domain.card import Card
from kiosk.domain.pack import Pack
from kiosk.domain.questionnaire import Question, QuestionKind
from kiosk.domain.response import Response
from tests.e2e.programs import Program
from tests.e2e.screen_reader import as_heard

ROOT = Path(__file__).parents[2]
POZNAN = resources() / "offices" / "poznan"
SIZE = (1080, 1920)
MEANT = {"klient": ["osoba"], "wynik": ["nie"], "siedziba": ["1"], "www_uzyta": ["tak"], "www": ["3"]}
"""What the visitor means to say, so that most kinds of questions come; to the others it is the last answer but one."""
HOME, CATALOGUE, ONWARD = "Start, strona główna", "Jak załatwić sprawę?", "Następna strona"


@contextmanager
def standing(desk: Mapping[str, str], data: Path, folder: Path | None = None, **settings: object) -> Iterator[Program]:
    """A terminal: the one that stands in `folder`, if that is given."""
    environment = {**desk, **{f"OKIENKO_{name.upper()}": str(value) for name, value in settings.items()}}
    arguments = ("--data", data, "--pack", POZNAN, "--size", f"{SIZE[0]}x{SIZE[1]}")
    log = data.with_suffix(".log")
    terminal = Program("kiosk", "run", *arguments, log=log, environment=environment, folder=folder)
    try:
        yield terminal
    finally:
        status = terminal.end()
    assert status == 0


def choose(question: Question) -> list[str]:
    assert question.scale is not None
    codes = [each.code for each in question.scale.choices if each.code != question.scale.not_applicable]
    return MEANT.get(question.key) or (codes[:2] if question.kind is QuestionKind.MULTIPLE else [codes[-2]])


def names_of(question: Question) -> dict[str, str]:
    """By the codes of its choices. What is not below a face begins with a capital letter."""
    assert question.scale is not None
    below = () if question.kind is not QuestionKind.RATING else question.scale.choices
    labels = {
        each.code: each.label
        if each in below and each.code != question.scale.not_applicable
        else each.label.capitalised()
        for each in question.scale.choices
    }
    return {code: as_heard(label.in_language("pl")) for code, label in labels.items()}


def kept(data: Path) -> Response:
    """The one visit that a terminal has kept."""
    from kiosk.store.store import Store  # noqa: PLC0415  # others look at what a terminal imports before it needs this

    with Store.open(data) as store:
        (one,) = store.responses.stream()
    return one


def name_of(card: Card) -> str:
    return as_heard(card.name.in_language("pl"))


def group_of(card: Card, pack: Pack) -> str:
    return next(as_heard(group.name.in_language("pl")) for group in pack.catalogue.groups if group.id == card.group)


def says(heard: str, card: Card) -> bool:
    texts = [card.name, card.summary, card.applies_to, *card.steps, *card.results, card.appeal, *card.to_confirm]
    texts += [each.name for each in card.documents]
    missing = [text for text in (as_heard(each.in_language("pl")) for each in texts) if text not in heard]
    missing += [law.title for law in card.legal_basis if as_heard(law.title) not in heard]
    return missing == []
