"""A walk through every page and state of a terminal, for those who want to look at each: pictures and tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from kiosk.domain.card import Card
from kiosk.domain.errors import StoreFault
from kiosk.domain.pack import Pack
from kiosk.domain.questionnaire import Question, QuestionKind
from kiosk.domain.response import Response
from kiosk.terminal.application import Terminal, build
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.scenes import find, settle_layout, wait_until


class _Stage:
    """A clock and a keeper in one: time moves when told, nothing is kept, and it fails when told."""

    def __init__(self, now: datetime) -> None:
        self.seconds = 0.0
        self.is_broken = False
        self._now = now

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self.seconds

    def keep(self, response: Response) -> None:  # noqa: ARG002  # nothing is kept for a picture
        if self.is_broken:
            raise StoreFault("broken for a picture")

    def close(self, response: Response) -> None:
        self.keep(response)

    def settle(self) -> None:
        pass


class Tour:
    """One terminal in one language on one panel, led through everything there is. Needs an application."""

    def __init__(self, pack: Pack, options: TerminalOptions, now: datetime) -> None:
        self._pack = pack
        self._options = options
        self._stage = _Stage(now)
        self.terminal: Terminal = build(pack, self._stage, self._stage, options)

    def walk(self) -> Iterator[str]:
        """The name of each scene, once it is on the screen and has come to rest. The terminal ends with the walk."""
        try:
            for name, scene in self._scenes():
                scene()
                settle_layout(self.terminal.window)
                yield name
        finally:
            self.terminal.close()

    def _scenes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        terminal = self.terminal
        yield "home", lambda: None
        yield "home-pressed", lambda: find(terminal.window, "face-4").setProperty("down", True)
        find(terminal.window, "face-4").setProperty("down", False)
        yield "catalogue", terminal.home.openCatalogue
        for group in self._pack.catalogue.public_groups():
            yield f"group-{group.id}", lambda group=group: terminal.catalogue.open(group.id)  # type: ignore[misc]
        telling = self._telling_cards()
        for card in self._public_cards():
            yield f"card-{card.code}-1", lambda card=card: self._open_card(card)  # type: ignore[misc]
            for page in range(2, terminal.card.pager.pages + 1 if card in telling else 0):
                yield f"card-{card.code}-{page}", terminal.card.pager.next
        terminal.navigation.goHome()
        yield from self._survey_scenes()
        terminal.navigation.goHome()
        yield "idle-warning", self._wait_for_warning
        terminal.idle.touch()
        yield "out-of-service", self._break_down

    def _survey_scenes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        terminal = self.terminal
        self._do(lambda: terminal.home.rate(_worst(self._pack.questionnaire.questions[0])))
        while (interview := terminal.visit.interview) is not None and (question := interview.question) is not None:
            yield f"survey-{question.key}", lambda: None
            codes = _answer_for(question)
            if question.kind is QuestionKind.MULTIPLE:
                yield f"survey-{question.key}-chosen", lambda codes=codes: self._toggle(codes)  # type: ignore[misc]
                self._do(terminal.survey.confirm)
            else:
                self._do(lambda codes=codes: terminal.survey.choose(codes[0]))  # type: ignore[misc]
            if interview.position == 1:
                yield "survey-back", terminal.navigation.goBack
                self._do(lambda codes=codes: terminal.survey.choose(codes[0]))  # type: ignore[misc]
        yield "thanks", lambda: None

    def _do(self, action: Callable[[], object]) -> None:
        action()
        wait_until(lambda: not self.terminal.visit.is_busy)

    def _toggle(self, codes: Sequence[str]) -> None:
        for code in codes:
            self.terminal.survey.choose(code)

    def _open_card(self, card: Card) -> None:
        self.terminal.catalogue.open(card.group)
        self.terminal.group.open(card.code)

    def _public_cards(self) -> list[Card]:
        catalogue = self._pack.catalogue
        return [card for group in catalogue.public_groups() for card in catalogue.public_cards(group.id)]

    def _telling_cards(self) -> list[Card]:
        """The shortest, the longest, and one with something to confirm: these are read to their end."""
        cards = sorted(self._public_cards(), key=_length)
        uncertain = [each for each in cards if each.to_confirm]
        return [*cards[:1], *uncertain[len(uncertain) // 2 :][:1], *cards[-1:]]

    def _wait_for_warning(self) -> None:
        self.terminal.home.openCatalogue()
        self._stage.seconds += self._options.idle_seconds + 3
        self.terminal.navigation.tick()

    def _break_down(self) -> None:
        self.terminal.navigation.goHome()
        self._stage.is_broken = True
        self._do(lambda: self.terminal.home.rate(_worst(self._pack.questionnaire.questions[0])))


def _worst(question: Question) -> str:
    return question.scale.choices[0].code if question.scale is not None else ""


def _answer_for(question: Question) -> tuple[str, ...]:
    """An answer that leads to as many questions as possible: the middle of a list, the worst of a scale."""
    choices = question.scale.choices if question.scale is not None else ()
    match question.kind:
        case QuestionKind.MULTIPLE:
            return tuple(choice.code for choice in choices[:2])
        case QuestionKind.SINGLE if len(choices) == 3:  # such as yes, partly, no
            return (choices[1].code,)
        case _:
            return (choices[0].code,)


def _length(card: Card) -> int:
    texts = (card.summary, card.applies_to, card.appeal, *card.steps, *card.notes, *card.to_confirm)
    return sum(len(text.in_language("pl")) for text in texts)
