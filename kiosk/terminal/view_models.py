"""The view-models of one terminal and what they tell one another; no window is needed for any of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain.clock import Clock
from kiosk.domain.pack import Pack
from kiosk.terminal.attract import AttractViewModel
from kiosk.terminal.card import CardViewModel
from kiosk.terminal.card_code import CardCodeViewModel
from kiosk.terminal.catalogue import CatalogueViewModel
from kiosk.terminal.comfort import ComfortViewModel
from kiosk.terminal.comment import CommentViewModel
from kiosk.terminal.film import FilmViewModel
from kiosk.terminal.film_text import FilmTextViewModel
from kiosk.terminal.group import GroupViewModel
from kiosk.terminal.home import HomeViewModel
from kiosk.terminal.idle import SLOWLY, IdleClock
from kiosk.terminal.indexing import CardIndexes
from kiosk.terminal.keyboard import KeyboardViewModel
from kiosk.terminal.keypad import KeypadViewModel
from kiosk.terminal.keys import KeyAction
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.navigation import NavigationViewModel
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.ports import ResponseKeeper
from kiosk.terminal.reading import Mouth, ReadingViewModel
from kiosk.terminal.related import RelatedViewModel
from kiosk.terminal.search import SearchViewModel
from kiosk.terminal.speech.speaker import Speaker
from kiosk.terminal.survey import SurveyViewModel
from kiosk.terminal.thanks import ThanksViewModel
from kiosk.terminal.visit import Visit
from kiosk.terminal.worker import StoreWorker


@dataclass(slots=True, kw_only=True)
class ViewModels:
    """Every view-model, and what stands right behind them. Lives on the GUI thread."""

    visit: Visit
    worker: StoreWorker
    idle: IdleClock
    language: LanguageViewModel
    comfort: ComfortViewModel
    navigation: NavigationViewModel
    home: HomeViewModel
    catalogue: CatalogueViewModel
    group: GroupViewModel
    card: CardViewModel
    related: RelatedViewModel
    card_code: CardCodeViewModel
    film: FilmViewModel
    film_text: FilmTextViewModel
    indexes: CardIndexes
    keyboard: KeyboardViewModel
    search: SearchViewModel
    survey: SurveyViewModel
    comment: CommentViewModel
    thanks: ThanksViewModel
    attract: AttractViewModel
    reading: ReadingViewModel
    keypad: KeypadViewModel

    def for_pages(self) -> dict[str, object]:
        """By the names under which `Main.qml` requires them."""
        return {
            "language": self.language,
            "comfort": self.comfort,
            "idle": self.idle,
            "navigation": self.navigation,
            "home": self.home,
            "catalogue": self.catalogue,
            "group": self.group,
            "card": self.card,
            "related": self.related,
            "cardCode": self.card_code,
            "film": self.film,
            "filmText": self.film_text,
            "keyboard": self.keyboard,
            "search": self.search,
            "survey": self.survey,
            "comment": self.comment,
            "commentKeyboard": self.comment.keyboard,
            "thanks": self.thanks,
            "attract": self.attract,
            "reading": self.reading,
            "keypad": self.keypad,
        }


def make_view_models(
    pack: Pack,
    keeper: ResponseKeeper,
    clock: Clock,
    options: TerminalOptions,
    new_id: Callable[[], str],
    mouth: Mouth | None = None,
) -> ViewModels:
    """All of them, connected; `mouth` speaks in place of the one that `options.speech` describes."""
    here = pack.office.place(options.place)
    worker = StoreWorker()
    visit = Visit(pack.questionnaire, keeper, worker, clock, options.period_length, new_id)
    language = LanguageViewModel(pack.office.languages, options.language, options.resources / "i18n")
    comfort = ComfortViewModel(options)
    idle = IdleClock(clock)
    navigation = NavigationViewModel(visit, language, comfort, idle, options)
    card = CardViewModel(pack.catalogue, pack.office, here, language, options.media)
    film_text = FilmTextViewModel(pack.catalogue, language)
    public = [card for each in pack.catalogue.public_groups() for card in pack.catalogue.public_cards(each.id)]
    indexes = CardIndexes(public)
    keyboard = KeyboardViewModel(language)
    reading = ReadingViewModel(mouth or Speaker(options.speech), language, options.resources / "sounds" / "chime.wav")
    views = ViewModels(
        visit=visit,
        worker=worker,
        idle=idle,
        language=language,
        comfort=comfort,
        navigation=navigation,
        home=HomeViewModel(pack.office, here, pack.questionnaire, visit, navigation, language, clock),
        catalogue=CatalogueViewModel(pack.catalogue, language, navigation),
        group=GroupViewModel(pack.catalogue, language, navigation),
        card=card,
        related=RelatedViewModel(pack.catalogue, card, language, navigation),
        card_code=CardCodeViewModel(pack.catalogue, pack.office, card, language, navigation),
        film=FilmViewModel(
            film_text,
            options.media,
            navigation,
            idle,
            clock,
            lambda: reading.isOn,
            is_still=options.reduced_motion,
        ),
        film_text=film_text,
        indexes=indexes,
        keyboard=keyboard,
        search=SearchViewModel(indexes, keyboard, language, navigation),
        survey=SurveyViewModel(visit, language),
        comment=CommentViewModel(visit, KeyboardViewModel(language, has_space=False), language),
        thanks=ThanksViewModel(pack.questionnaire, language),
        attract=AttractViewModel(pack.office, here, pack.questionnaire, navigation, language, clock),
        reading=reading,
        keypad=KeypadViewModel(options.keys, _key_actions(navigation, comfort, reading)),
    )
    _connect(views, is_private=options.speech.is_private)
    return views


def _connect(views: ViewModels, *, is_private: bool) -> None:
    """What one tells another."""
    language, comfort, idle, reading, keypad = views.language, views.comfort, views.idle, views.reading, views.keypad
    home, survey, card, film_text = views.home, views.survey, views.card, views.film_text
    views.visit.speak(language.code)
    views.navigation.forgets(reading, keypad, card, film_text)
    keypad.answer_with(lambda number: home.rateNumber(number) or survey.answerNumber(number))
    views.catalogue.groupOpened.connect(views.group.show)
    views.group.cardOpened.connect(card.show)
    views.search.cardOpened.connect(card.show)
    card.changed.connect(lambda: film_text.show(card.code))
    for told in (comfort.changed, comfort.panelChanged):
        told.connect(lambda: language.allow(comfort.longest_word))
    # Whoever needs more time has it: larger text, listening, keys.
    comfort.changed.connect(lambda: idle.setPatience(SLOWLY if comfort.textScale > 1 else 1.0, "text"))
    reading.changed.connect(lambda: idle.setPatience(SLOWLY if reading.isOn else 1.0, "speech"))
    keypad.changed.connect(lambda: idle.setPatience(SLOWLY if keypad.isUsed else 1.0, "keys"))
    idle.warned.connect(reading.sound_chime)
    reading.plugged.connect(views.navigation.rouse)
    if is_private:
        keypad.began.connect(lambda: reading.turn(on=True))


def _key_actions(
    navigation: NavigationViewModel, comfort: ComfortViewModel, reading: ReadingViewModel
) -> dict[KeyAction, Callable[[], None]]:
    return {
        KeyAction.HOME: navigation.goHome,
        KeyAction.BACK: navigation.goBack,
        KeyAction.REPEAT: reading.repeat,
        KeyAction.LOUDER: reading.mouth.louder,
        KeyAction.QUIETER: reading.mouth.quieter,
        KeyAction.SPEECH: reading.toggle,
        KeyAction.TEXT: comfort.enlarge,
        KeyAction.CONTRAST: comfort.toggleContrast,
        KeyAction.LOWER: comfort.toggleLowered,
        KeyAction.LANGUAGE: navigation.openLanguages,
        KeyAction.HEADSET_IN: reading.begin,
        KeyAction.HEADSET_OUT: reading.end,
    }
