"""Heard alone, the screen is whole: everything shown is said, in its language, and any touch interrupts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.pack import Pack
from kiosk.domain.text import LocalisedText
from kiosk.terminal.scenes import settle_layout, wait_until
from tests.qml.card_steps import open_card, turn_page
from tests.qml.conftest import Lobby, OpenLobby
from tests.qml.sample_pack import sample_pack

CALM = 0.2


def hear(lobby: Lobby) -> list[str]:
    """What is said once the screen has come to rest."""
    listener = lobby.listener
    settle_layout(lobby.visitor.window)
    wait_until(lambda: not lobby.terminal.reading._rest.is_awaited)
    return listener.words


def listen(lobby: Lobby) -> list[str]:
    lobby.visitor.touch("readAloud")
    return hear(lobby)


def test_nothing_is_said_until_somebody_asks(lobby: Lobby) -> None:
    lobby.visitor.touch("catalogue")
    lobby.visitor.touch("group-regon")
    assert lobby.listener.heard == []


def test_a_visit_by_ear_alone(lobby: Lobby) -> None:
    """A listener hears only the utterances, and answers by the numbers and names heard."""
    lobby.visitor.type(Qt.Key.Key_F2)
    heard = hear(lobby)
    assert any(words.startswith("Jak bardzo są Państwo zadowoleni") for words in heard)
    answered = 0
    while not any("Dziękujemy" in words or "Gotowe" in words for words in heard):
        choices = [words for words in heard if re.match(r"(\d) z 5: |\d\. ", words)]
        wanted = next(words for words in choices if re.search("bardzo zadow|firmy|dobrze|Tak", words))
        digit = int(wanted[0])
        lobby.visitor.type(Qt.Key(Qt.Key.Key_0.value + digit))
        heard = hear(lobby)
        answered += 1
        assert answered < 10
    response = lobby.keeper.only
    assert response.complete
    assert response.answers["ogolem"] == ("5",)
    assert response.answers["klient"] == ("firma",)


def test_a_card_is_found_by_ear_alone(lobby: Lobby) -> None:
    lobby.visitor.type(Qt.Key.Key_F2)
    hear(lobby)
    for wanted in ("załatwić sprawę", "Rejestr REGON", "Zaświadczenie o nadanym"):
        for _ in range(40):
            lobby.visitor.type(Qt.Key.Key_Down)
            if wanted in lobby.listener.words[0]:
                break
        else:
            raise AssertionError(f"'{wanted}' is never heard")
        lobby.visitor.type(Qt.Key.Key_Return)
        hear(lobby)
    assert lobby.visitor.page == "card"
    assert any("Wypełnij formularz" in words or "Zaświadczenie wydajemy" in words for words in lobby.listener.words)


def test_the_focus_says_name_role_and_state(lobby: Lobby) -> None:
    lobby.visitor.type(Qt.Key.Key_F2)
    hear(lobby)
    lobby.visitor.type(Qt.Key.Key_Tab)
    assert lobby.listener.words == ["1 z 5: bardzo niezadowolona/-y, przycisk"]


def test_what_is_ticked_is_told_alone(lobby: Lobby) -> None:
    listen(lobby)
    for name in ("face-4", "answer-firma", "answer-4", "answer-nie"):
        lobby.visitor.touch(name)
    hear(lobby)
    lobby.visitor.touch("answer-dok")
    heard = hear(lobby)
    assert len(heard) == 2
    assert "zaznaczone" in heard[0]
    assert "Zatwierdź" in heard[1]


@pytest.mark.parametrize("language", ["en", "uk", "de"])
def test_the_voice_speaks_the_language_shown(lobby: Lobby, language: str) -> None:
    listen(lobby)
    lobby.visitor.choose_language(language)
    hear(lobby)
    assert {utterance.language for utterance in lobby.listener.last} == {language}


def test_a_text_that_is_not_translated_is_said_in_polish(lobby: Lobby) -> None:
    listen(lobby)
    lobby.visitor.choose_language("de")
    lobby.visitor.touch("language")
    hear(lobby)
    by_language = {utterance.language for utterance in lobby.listener.last if "Українська" in utterance.text}
    assert by_language == {"uk"}


def test_polish_law_is_said_in_polish_on_a_german_card(lobby: Lobby) -> None:
    lobby.visitor.choose_language("de")
    said = heard_on_card(lobby, "REG-04")
    assert (
        said["ustawa z dnia 29 czerwca 1995 r. o statystyce publicznej (Dz.U. 2024 poz. 1799), art. 43 ust. 3"] == "pl"
    )
    assert said["Rechtsgrundlage"] == "de"


def test_what_is_not_translated_is_said_in_polish_on_a_german_card(lobby: Lobby) -> None:
    lobby.visitor.choose_language("de")
    said = heard_on_card(lobby, "REG-04")
    assert said["Każdy podmiot wpisany do rejestru REGON."] == "pl"
    assert said["Na postanowienie o odmowie przysługuje zażalenie do Prezesa GUS w ciągu 7 dni."] == "pl"
    assert said["dowód osobisty (nur zur Vorlage)"] == "pl"
    assert said["Siedziba w Poznaniu"] == "pl", "the fact that says where"
    assert {language for words, language in said.items() if "Wydział Organizacyjny" in words} == {"pl"}
    assert {language for words, language in said.items() if "Abteilung Register" in words} == {"de"}
    assert said["Firmen und Organisationen, öffentliche Einrichtungen."] == "de"


def test_thought_that_is_not_translated_is_said_in_polish(lobby: Lobby) -> None:
    lobby.visitor.choose_language("de")
    open_card(lobby, "REG-02")
    lobby.visitor.touch("plain")
    listen(lobby)
    said = {utterance.text: utterance.language for utterance in lobby.listener.last}
    assert said["Zaświadczenie jest bezpłatne. Wydajemy je w ciągu siedmiu dni roboczych."] == "pl"
    assert said["Den Antrag können Sie im Amt abgeben oder mit der Post schicken."] == "de"


def test_tile_whose_name_is_not_translated_is_said_in_polish(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(language="de", pack=only_polish_names())
    lobby.visitor.touch("catalogue")
    listen(lobby)
    assert {each.language for each in lobby.listener.last if "Rejestr REGON" in each.text} == {"pl"}
    lobby.visitor.touch("group-regon")
    hear(lobby)
    assert {each.language for each in lobby.listener.last if "Nieprzetłumaczona karta" in each.text} == {"pl"}
    assert {each.language for each in lobby.listener.last if "Vorlesen" in each.text} == {"de"}
    lobby.visitor.touch("card-REG-02")
    hear(lobby)
    while turn_page(lobby):
        hear(lobby)
    tiles = [
        each for each in lobby.listener.last if "Nieprzetłumaczona karta" in each.text and "Schaltfläche" in each.text
    ]
    assert {each.language for each in tiles} == {"pl"}, "related cards"


def only_polish_names() -> Pack:
    pack = sample_pack()
    catalogue = pack.catalogue
    name = LocalisedText({"pl": "Nieprzetłumaczona karta"})
    groups = tuple(replace(each, name=LocalisedText({"pl": each.name.texts["pl"]})) for each in catalogue.groups)
    cards = tuple(replace(each, name=name) for each in catalogue.cards)
    return replace(pack, catalogue=replace(catalogue, groups=groups, cards=cards))


def heard_on_card(lobby: Lobby, code: str) -> dict[str, str]:
    """Everything said on all pages of a card, with the voice that says it."""
    open_card(lobby, code)
    listen(lobby)
    while turn_page(lobby):
        hear(lobby)
    return {utterance.text: utterance.language for utterance in lobby.listener.heard}


def test_a_touch_interrupts_at_once(lobby: Lobby) -> None:
    listen(lobby)
    silenced = lobby.listener.silenced
    point = lobby.visitor.press("face-4")
    assert lobby.listener.silenced == silenced + 1
    lobby.visitor.lift(point)


def test_the_repeat_key_reads_the_page_again(lobby: Lobby) -> None:
    whole = listen(lobby)
    lobby.visitor.type(Qt.Key.Key_Tab)
    lobby.visitor.type(Qt.Key.Key_F1)
    assert hear(lobby) == whole


def test_the_warning_is_spoken_once_and_its_seconds_do_not_chatter(lobby: Lobby) -> None:
    listen(lobby)
    lobby.visitor.touch("catalogue")
    hear(lobby)
    for _ in range(40):
        lobby.wait(30)
        if lobby.visitor.sees("stay"):
            break
    heard = hear(lobby)
    assert heard[0] == "Czy potrzebują Państwo więcej czasu?"
    count = len(lobby.listener.heard)
    lobby.wait(1)
    hear(lobby)
    lobby.wait(1)
    hear(lobby)
    assert len(lobby.listener.heard) == count


def test_volume_and_reading_are_forgotten_with_the_visit(lobby: Lobby) -> None:
    listen(lobby)
    lobby.visitor.type(Qt.Key.Key_VolumeUp)
    assert lobby.listener.volume == 80
    for _ in range(10):
        lobby.wait(100)
    assert lobby.listener.volume == 70
    assert not lobby.terminal.reading.isOn
    assert lobby.listener.last == ()
