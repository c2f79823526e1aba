"""What the screen shows while nobody is here: what the office offers; where it is closed, when it opens next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QColor

from kiosk.domain.pack import Pack
from kiosk.terminal.attract import SLIDE_SECONDS
from kiosk.terminal.palette import contrast
from kiosk.terminal.scenes import find, find_all, settle_layout, wait_until
from tests.qml.conftest import Lobby, OpenLobby
from tests.qml.sample_pack import sample_pack
from tests.qml.sleeping import ELSEWHERE, asleep, at, sentence, tap, title


@pytest.fixture
def lobby(open_lobby: OpenLobby) -> Lobby:
    return open_lobby(attract_seconds=60)


# What it shows


def test_slides_go_round_with_what_the_office_changed_among_them(lobby: Lobby) -> None:
    asleep(lobby)
    seen = []
    for _ in range(6):
        seen.append(title(lobby))
        lobby.wait(SLIDE_SECONDS)
    assert seen[0] == "Jak bardzo są Państwo zadowoleni z dzisiejszej wizyty w Urzędzie?"
    assert seen[1] == "Jak załatwić sprawę?"
    assert seen[2] == "Od stycznia 2026 r. kasa jest czynna do 15:00."
    assert seen[3].startswith("Od marca 2026 r.")
    assert seen[4] == "Dziś czynne 7:00–18:00"
    assert seen[5] == seen[0]


def test_a_slide_stays_for_its_whole_time(lobby: Lobby) -> None:
    asleep(lobby)
    first = title(lobby)
    lobby.wait(SLIDE_SECONDS - 0.5)
    assert title(lobby) == first
    lobby.wait(0.5)
    assert title(lobby) != first


def test_it_always_begins_with_the_faces(lobby: Lobby) -> None:
    asleep(lobby)
    first = title(lobby)
    lobby.wait(SLIDE_SECONDS * 1.5)
    tap(lobby, ELSEWHERE)
    lobby.wait(1)
    lobby.wait(60)
    assert title(lobby) == first


def test_an_office_that_changed_nothing_claims_nothing(open_lobby: OpenLobby) -> None:
    pack = sample_pack()
    lobby = asleep(open_lobby(attract_seconds=60, pack=replace(pack, office=replace(pack.office, improvements=()))))
    kinds = [row["kind"] for row in lobby.terminal.attract.slides.rows]
    assert kinds == ["faces", "catalogue", "office"]


def test_every_language_of_the_office_invites_in_its_own_words(lobby: Lobby) -> None:
    asleep(lobby)
    assert lobby.visitor.reads("invitation").replace("\N{NO-BREAK SPACE}", " ") == "Prosimy dotknąć ekranu, aby zacząć"
    words = {code: lobby.visitor.reads(f"invitation-{code}") for code in ("en", "uk", "de")}
    assert words == {
        "en": "Touch the screen to begin",
        "uk": "Торкніться екрана, щоб почати",
        "de": "Zum Starten bitte berühren",
    }
    assert not lobby.visitor.sees("invitation-pl")


def test_the_home_language_is_the_large_one_whatever_was_chosen_before(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(attract_seconds=60, language="de")
    lobby.visitor.choose_language("uk")
    asleep(lobby)
    assert lobby.visitor.reads("invitation") == "Zum Starten bitte berühren"
    assert title(lobby) == "Wie zufrieden sind Sie mit Ihrem heutigen Besuch im Amt?"
    assert lobby.visitor.sees("invitation-pl")


def test_slides_fade_but_where_motion_is_reduced_the_next_is_there_at_once(open_lobby: OpenLobby) -> None:
    for reduced in (False, True):
        lobby = asleep(open_lobby(attract_seconds=60, reduced_motion=reduced))
        title(lobby)
        wait_until(lambda lobby=lobby: find(lobby.visitor.window, "slide").opacity() == 1)  # type: ignore[misc]
        lobby.clock.advance(SLIDE_SECONDS)
        lobby.terminal.navigation.tick()
        at_once = [(slide.property("index"), slide.opacity()) for slide in find_all(lobby.visitor.window, "slide")]
        assert (at_once == [(1, 1.0)]) is reduced


# When the office is closed


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2026-11-23 18:30", "Zapraszamy jutro od 7:00"),
        ("2026-11-24 05:00", "Zapraszamy dziś od 7:00"),
        ("2026-11-27 19:00", "Zapraszamy w poniedziałek od 7:00"),  # Friday evening
        ("2026-11-28 12:00", "Zapraszamy w poniedziałek od 7:00"),
        ("2026-11-29 12:00", "Zapraszamy jutro od 7:00"),
        ("2026-11-11 10:00", "Zapraszamy jutro od 7:00"),  # Independence Day
        ("2026-04-04 10:00", "Zapraszamy we wtorek od 7:00"),  # Saturday before Easter Monday
        ("2026-12-23 16:00", "Zapraszamy w poniedziałek od 7:00"),
    ],
)
def test_a_closed_office_says_when_it_opens_next(open_lobby: OpenLobby, now: str, told: str) -> None:
    lobby = asleep(open_lobby(attract_seconds=60, now=at(now)))
    assert title(lobby) == "Urząd jest teraz nieczynny"
    assert sentence(lobby) == told
    tap(lobby, ELSEWHERE)
    assert lobby.visitor.page == "home"


def closed_on(*days: str) -> Pack:
    pack = sample_pack()
    return replace(pack, office=replace(pack.office, closed=tuple(date.fromisoformat(day) for day in days)))


def test_days_that_the_office_names_are_closed_on_the_home_page_too(open_lobby: OpenLobby) -> None:
    pack = closed_on("2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27")
    lobby = open_lobby(attract_seconds=60, pack=pack)
    assert not lobby.terminal.home.isOpenToday
    asleep(lobby)
    assert sentence(lobby) == "Zapraszamy 30 listopada od 7:00"


def test_a_public_holiday_is_closed_on_the_home_page_too(open_lobby: OpenLobby) -> None:
    assert not open_lobby(now=at("2026-11-11 10:00")).terminal.home.isOpenToday
    assert open_lobby(now=at("2026-11-12 10:00")).terminal.home.hoursToday == "7:00–15:00"


def test_nothing_is_promised_when_it_opens_later_than_in_two_weeks(open_lobby: OpenLobby) -> None:
    days = [f"2026-{month}-{day:02}" for month, days in ((11, range(23, 31)), (12, range(1, 15))) for day in days]
    lobby = asleep(open_lobby(attract_seconds=60, pack=closed_on(*days)))
    assert title(lobby) == "Urząd jest teraz nieczynny"
    assert not lobby.visitor.sees("slideSentence")


def test_it_darkens_when_the_office_closes_and_lights_up_when_it_opens(open_lobby: OpenLobby) -> None:
    lobby = asleep(open_lobby(attract_seconds=60, now=at("2026-11-24 14:58")))
    assert title(lobby) != "Urząd jest teraz nieczynny"
    lobby.wait(60)
    assert title(lobby) == "Urząd jest teraz nieczynny"
    lobby.wait(16 * 3600)
    assert title(lobby) != "Urząd jest teraz nieczynny"


def test_an_office_that_gives_no_hours_is_not_called_closed(open_lobby: OpenLobby) -> None:
    pack = sample_pack()
    place = replace(pack.office.places[0], hours=())
    silent = replace(pack, office=replace(pack.office, places=(place,)))
    lobby = asleep(open_lobby(attract_seconds=60, pack=silent))
    assert lobby.terminal.attract.isOpen


def test_a_closed_screen_is_dark_all_over_and_its_words_stand_out(open_lobby: OpenLobby) -> None:
    lobby = asleep(open_lobby(attract_seconds=60, now=at("2026-11-28 12:00")))
    sentence(lobby)
    wait_until(lambda: find(lobby.visitor.window, "slide").opacity() == 1)
    settle_layout(lobby.visitor.window)
    picture = lobby.visitor.window.grabWindow()
    colours = {picture.pixel(x, y) for x in range(0, 1080, 2) for y in range(0, 1920, 2)}
    brightest = max(
        (QColor.fromRgb(colour) for colour in colours), key=lambda colour: contrast(colour, QColor("black"))
    )
    assert contrast(brightest, QColor("white")) > 2, "no bright spot"
    assert contrast(brightest, QColor("#0b1118")) > 4.5


def test_a_dark_screen_moves_from_slide_to_slide_and_stands_still_where_motion_is_reduced(
    open_lobby: OpenLobby,
) -> None:
    for reduced in (False, True):
        lobby = asleep(open_lobby(attract_seconds=60, now=at("2026-11-28 12:00"), reduced_motion=reduced))
        places = set()
        for _ in range(9):
            invitation = find(lobby.visitor.window, "invitation")
            where = invitation.mapToScene(invitation.position()).toPoint()
            places.add((where.x(), where.y()))
            lobby.wait(SLIDE_SECONDS)
        assert len(places) == (1 if reduced else 9)
