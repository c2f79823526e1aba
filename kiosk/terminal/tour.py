"""A walk through every page and state of a terminal, for those who want to look at each: pictures and tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QMetaObject

from kiosk.domain.card import Card
from kiosk.domain.comment import Comment
from kiosk.domain.errors import StoreFault
from kiosk.domain.opening import OpeningTimes
from kiosk.domain.pack import Pack
from kiosk.domain.questionnaire import Question, QuestionKind
from kiosk.domain.response import Response
from kiosk.terminal.application import Terminal, build
from kiosk.terminal.attract import SLIDE_SECONDS
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.scenes import find_all, settle_layout, wait_until


class _Stage:
    """A clock and a keeper in one: time moves when told, nothing is kept, and it fails when told."""

    def __init__(self, now: datetime) -> None:
        self.seconds = 0.0
        self.is_broken = False
        self._now = now

    def now(self) -> datetime:
        return self._now

    def turn_to(self, now: datetime) -> None:
        """The wall clock shows this."""
        self._now = now

    def monotonic(self) -> float:
        return self.seconds

    def keep(self, response: Response) -> None:  # noqa: ARG002  # nothing is kept for a picture
        if self.is_broken:
            raise StoreFault("broken for a picture")

    def comment(self, comment: Comment) -> None:  # nor this
        pass

    def close(self, response: Response) -> None:
        self.keep(response)

    def settle(self) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Mode:
    """What a visitor may have chosen for the screen. `steps` presses of the button for larger text."""

    name: str
    steps: int = 0
    is_high_contrast: bool = False
    is_lowered: bool = False


PLAIN = Mode("plain")
_HOURS_AHEAD = 14 * 24
_SAID = "Pani w pokoju 12 bardzo mi pomogła. Za mało krzeseł, czekałem 40 minut. " * 3
_IN_NO_CARD = "qxqxqxqx"
MODES = (
    PLAIN,
    Mode("contrast", is_high_contrast=True),
    Mode("text150", steps=1),
    Mode("text200", steps=2),
    Mode("lowered", is_lowered=True),
    Mode("text200-contrast-lowered", steps=2, is_high_contrast=True, is_lowered=True),
)


class Tour:
    """One terminal in one language and mode on one panel, led through everything there is. Needs an application."""

    def __init__(self, pack: Pack, options: TerminalOptions, now: datetime, mode: Mode = PLAIN) -> None:
        self._pack = pack
        self._options = options
        self._mode = mode
        self._stage = _Stage(now)
        # What is looked at stands still, and so does the clock: every key would be a bouncing one.
        still = replace(options, reduced_motion=True, double_tap_seconds=0.0)
        self.terminal: Terminal = build(pack, self._stage, self._stage, still)

    def walk(self) -> Iterator[str]:
        """The name of each scene, once it is on the screen and has come to rest. The terminal ends with the walk."""
        try:
            for name, scene in self._scenes():
                scene()
                yield from self._pages(name)
        finally:
            self.terminal.close()

    def _pages(self, name: str) -> Iterator[str]:
        """The scene, and its further pages where it has more than one. Cards are mostly read on their first page."""
        window = self.terminal.window
        settle_layout(window)
        yield name
        if name.startswith("card-") and name not in self._read_to_the_end():
            return
        number = 1
        while (turner := find_all(window, "nextPage")) and turner[0].isEnabled():
            QMetaObject.invokeMethod(turner[0], "click")
            number += 1
            settle_layout(window)
            yield f"{name}-page{number}"

    def _scenes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        terminal = self.terminal
        self._wait_for_logo()
        yield "home", self._set_mode
        yield "home-pressed", lambda: self._press("face-4", is_down=True)
        self._press("face-4", is_down=False)
        yield "languages", terminal.navigation.openLanguages
        yield "help", terminal.navigation.openHelp
        terminal.navigation.goBack()
        yield "catalogue", terminal.navigation.openCatalogue
        yield from self._search_scenes()
        for group in self._pack.catalogue.public_groups():
            yield f"group-{group.id}", partial(terminal.catalogue.open, group.id)
        for card in self._public_cards():
            yield f"card-{card.code}", partial(self._open_card, card)
        yield from self._card_scenes()
        terminal.navigation.goHome()
        yield from self._survey_scenes()
        terminal.navigation.goHome()
        self._set_mode()
        if self._mode == PLAIN and self._options.attract_seconds:  # it begins when every choice is forgotten
            yield from self._attract_scenes()
            terminal.navigation.goHome()
        yield "idle-warning", self._wait_for_warning
        terminal.idle.touch()
        yield "out-of-service", self._break_down

    def _card_scenes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """What else can be done with a card, once where there is one with it."""
        terminal = self.terminal
        for card in [each for each in self._public_cards() if each.plain][:1]:
            self._open_card(card)
            yield f"card-{card.code}-plain", terminal.card.togglePlain
            terminal.card.togglePlain()
        for card in self._public_cards()[:1]:
            self._open_card(card)
            if terminal.card_code.isOffered:
                yield f"card-{card.code}-code", terminal.card_code.open
        for card in [each for each in self._public_cards() if each.sign_video is not None][:1]:
            self._open_card(card)
            if terminal.film.isOffered:
                yield from self._film_scenes(card)

    def _film_scenes(self, card: Card) -> Iterator[tuple[str, Callable[[], object]]]:
        terminal = self.terminal
        yield f"card-{card.code}-film", self._open_film
        yield f"card-{card.code}-film-text", terminal.film_text.toggle
        terminal.navigation.goBack()

    def _open_film(self) -> None:
        """Its first picture, if it has one: a film that runs is another picture each time."""
        film = self.terminal.film
        film.open()
        wait_until(lambda: film.hasFailed or film.player.pictures > 0)
        film.pause()

    def _wait_for_logo(self) -> None:
        logo = self.terminal.logo
        wait_until(lambda: not logo.is_awaited)

    def _set_mode(self) -> None:
        comfort = self.terminal.comfort
        comfort.forget()
        for _ in range(self._mode.steps):
            comfort.enlarge()
        if self._mode.is_high_contrast:
            comfort.toggleContrast()
        if self._mode.is_lowered:
            comfort.toggleLowered()

    def _press(self, name: str, *, is_down: bool) -> None:
        for button in find_all(self.terminal.window, name):
            button.setProperty("down", is_down)

    def _survey_scenes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        terminal = self.terminal
        self._do(partial(terminal.home.rate, _worst(self._pack.questionnaire.questions[0])))
        while (interview := terminal.visit.interview) is not None and (question := interview.question) is not None:
            yield f"survey-{question.key}", _nothing
            codes = _answer_for(question)
            if question.kind is QuestionKind.MULTIPLE:
                yield f"survey-{question.key}-chosen", partial(self._toggle, codes)
                self._do(terminal.survey.confirm)
            else:
                self._do(partial(terminal.survey.choose, codes[0]))
            if interview.position == 1:
                yield "survey-back", terminal.navigation.goBack
                self._do(partial(terminal.survey.choose, codes[0]))
        if terminal.visit.comment_question is not None:
            yield from self._comment_scenes()
        yield "thanks", _nothing

    def _comment_scenes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        terminal = self.terminal
        yield "comment", _nothing
        yield "comment-writing", terminal.comment.write
        yield "comment-written", partial(self._write, _SAID)
        if find_all(terminal.window, "key-more"):
            yield "comment-other-keys", partial(terminal.comment.keyboard.press, "more")
        self._do(terminal.comment.send)

    def _write(self, letters: str) -> None:
        for letter in letters:
            self.terminal.comment.keyboard.press(letter)

    def _search_scenes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        terminal = self.terminal
        word = max(self._public_cards()[0].name.in_language(self._options.language).split(), key=len).lower()
        yield "search", terminal.navigation.openSearch
        wait_until(lambda: terminal.search.isReady)
        yield "search-typing", partial(self._type, word[:5])
        if find_all(terminal.window, "key-more"):
            yield "search-other-keys", partial(terminal.keyboard.press, "more")
            terminal.keyboard.press("more")
        yield "search-results", terminal.search.showResults
        yield "search-few-words", partial(self._type, f" {_IN_NO_CARD}")
        terminal.search.eraseAll()
        yield "search-nothing", partial(self._type, _IN_NO_CARD)
        terminal.search.changeWords()
        yield "search-nothing-typing", _nothing

    def _attract_scenes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Each slide of an open office, and the first of a closed one; hours decide at what time of which day."""
        if (moment := self._moment(is_open=True)) is not None:
            yield "attract", partial(self._fall_asleep, moment)
            for number in range(2, len(self.terminal.attract.slides.rows) + 1):
                yield f"attract-{number}", self._next_slide
        if (moment := self._moment(is_open=False)) is not None:
            self.terminal.navigation.goHome()
            yield "attract-closed", partial(self._fall_asleep, moment)

    def _moment(self, *, is_open: bool) -> datetime | None:
        """The next full hour at which the office is open, or closed."""
        office = self._pack.office
        times = OpeningTimes.of(office, office.place(self._options.place))
        start = self._stage.now().replace(minute=0, second=0, microsecond=0)
        hours = (start + timedelta(hours=ahead) for ahead in range(_HOURS_AHEAD))
        return next((hour for hour in hours if (times.closes(hour) is not None) == is_open), None)

    def _fall_asleep(self, moment: datetime) -> None:
        self._stage.turn_to(moment)
        self._stage.seconds += max(self._options.attract_seconds, self._options.idle_seconds) + 1
        self.terminal.navigation.tick()
        self._wait_for_slide()

    def _next_slide(self) -> None:
        self._stage.seconds += SLIDE_SECONDS
        self.terminal.navigation.tick()
        self._wait_for_slide()

    def _wait_for_slide(self) -> None:
        """Until the one before has faded out, and this one in."""
        window, attract = self.terminal.window, self.terminal.attract
        wait_until(
            lambda: [(s.property("index"), s.opacity()) for s in find_all(window, "slide")] == [(attract.slide, 1)]
        )

    def _type(self, letters: str) -> None:
        for letter in letters:
            self.terminal.keyboard.press(letter)
        wait_until(lambda: self.terminal.search.isReady)

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

    def _read_to_the_end(self) -> set[str]:
        """The shortest card, the longest, one with something to confirm, and what else can be done with a card."""
        cards = sorted(self._public_cards(), key=_length)
        uncertain = [each for each in cards if each.to_confirm]
        telling = [*cards[:1], *uncertain[len(uncertain) // 2 :][:1], *cards[-1:]]
        plain = [f"card-{card.code}-plain" for card in cards if card.plain]
        codes = [f"card-{card.code}-code" for card in cards]
        return {*(f"card-{card.code}" for card in telling), *plain, *codes}

    def _wait_for_warning(self) -> None:
        self.terminal.navigation.openCatalogue()
        self._stage.seconds += (self._options.idle_seconds + 3) * self.terminal.idle.patience
        self.terminal.navigation.tick()

    def _break_down(self) -> None:
        self.terminal.navigation.goHome()
        self._stage.is_broken = True
        self._do(partial(self.terminal.home.rate, _worst(self._pack.questionnaire.questions[0])))


def _nothing() -> None:
    """The scene is on the screen already."""


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
