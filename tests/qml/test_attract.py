"""The attract loop begins when nobody is here, any sign of life ends it, and what wakes the screen presses nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest

from kiosk.domain.pack import Pack
from kiosk.terminal.attract import SLIDE_SECONDS
from kiosk.terminal.palette import contrast
from kiosk.terminal.scenes import find, find_all, settle_layout, wait_until
from kiosk.terminal.signs import MOST
from tests.qml.conftest import Lobby, OpenLobby
from tests.qml.sample_pack import sample_pack
from tests.qml.test_forgetting import first_screens, same, settle_in

WARSAW = ZoneInfo("Europe/Warsaw")
ARM = QPoint(200, 700)
ELSEWHERE = QPoint(800, 1200)


@pytest.fixture
def lobby(open_lobby: OpenLobby) -> Lobby:
    return open_lobby(attract_seconds=60)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


def asleep(lobby: Lobby) -> Lobby:
    lobby.wait(60)
    assert lobby.visitor.page == "attract"
    return lobby


def title(lobby: Lobby) -> str:
    """On the slide that is due, once the one before has gone."""
    window, attract = lobby.visitor.window, lobby.terminal.attract
    wait_until(lambda: [slide.property("index") for slide in find_all(window, "slide")] == [attract.slide])
    return lobby.visitor.reads("slideTitle").replace("\N{NO-BREAK SPACE}", " ")


def sentence(lobby: Lobby) -> str:
    title(lobby)
    return lobby.visitor.reads("slideSentence").replace("\N{NO-BREAK SPACE}", " ")


def tap(lobby: Lobby, place: QPoint) -> None:
    lobby.visitor.land(0, place)
    lobby.visitor.leave(0, place)
    settle_layout(lobby.visitor.window)


# When it begins


def test_it_begins_after_a_minute_without_a_touch_and_not_before(lobby: Lobby) -> None:
    lobby.wait(59)
    assert lobby.visitor.page == "home"
    lobby.wait(1)
    assert lobby.visitor.page == "attract"
    assert lobby.visitor.sees("wake")
    assert not lobby.visitor.sees("face-4")
    assert not lobby.visitor.sees("language"), "the strip is away"


def test_a_touch_on_the_home_page_begins_the_minute_again(lobby: Lobby) -> None:
    lobby.wait(40)
    tap(lobby, QPoint(540, 30))
    lobby.wait(59)
    assert lobby.visitor.page == "home"
    lobby.wait(1)
    assert lobby.visitor.page == "attract"


def test_it_never_begins_where_the_office_does_not_want_it(open_lobby: OpenLobby) -> None:
    lobby = open_lobby(attract_seconds=0)
    for _ in range(20):
        lobby.wait(60)
        assert lobby.visitor.page == "home"


@pytest.mark.parametrize("seconds", [10, 300])
def test_it_begins_late_where_the_office_wants_so_and_never_before_everything_is_forgotten(
    open_lobby: OpenLobby, seconds: float
) -> None:
    lobby = open_lobby(attract_seconds=seconds)
    lobby.visitor.choose_language("de")
    lobby.wait(59)
    assert (lobby.visitor.page, lobby.terminal.language.code) == ("home", "de")
    while lobby.visitor.page == "home":
        lobby.wait(1)
        assert lobby.terminal.language.code == "pl"
    assert lobby.clock.monotonic() == pytest.approx(1000 + max(60, seconds))


def test_large_text_and_speech_are_given_three_times_as_long(lobby: Lobby) -> None:
    lobby.visitor.touch("textSize")
    lobby.wait(179)
    assert lobby.visitor.page == "home"
    assert lobby.terminal.comfort.percent == 150
    lobby.wait(1)
    assert lobby.visitor.page == "attract"
    assert lobby.terminal.comfort.percent == 100


@pytest.mark.parametrize("name", ["face-3", "catalogue", "language"])
def test_it_begins_only_from_the_home_page(lobby: Lobby, name: str) -> None:
    lobby.visitor.touch(name)
    page = lobby.visitor.page
    for _ in range(79):
        lobby.wait(1)
        assert lobby.visitor.page == page
    lobby.wait(1)
    lobby.rest()
    assert lobby.visitor.page == "home"
    asleep(lobby)


def test_a_broken_store_is_not_hidden_by_it(lobby: Lobby) -> None:
    lobby.keeper.is_broken = True
    lobby.visitor.touch("face-3")
    for _ in range(10):
        lobby.wait(60)
        lobby.rest()
        assert lobby.visitor.page == "outOfService"


def test_a_store_that_is_slow_to_keep_a_rating_is_waited_for(lobby: Lobby) -> None:
    lobby.keeper.let_pass.clear()
    lobby.visitor.tap("face-3")
    lobby.wait(60)
    assert lobby.visitor.page != "attract"


def test_an_answer_that_cannot_be_kept_is_told_also_while_it_sleeps(lobby: Lobby) -> None:
    lobby.visitor.touch("face-3")
    lobby.keeper.is_broken = True
    lobby.keeper.let_pass.clear()
    lobby.visitor.touch("home")
    asleep(lobby)
    lobby.keeper.let_pass.set()
    lobby.rest()
    assert lobby.visitor.page == "outOfService"


def test_everything_of_the_visit_before_is_forgotten(lobby: Lobby) -> None:
    fresh = first_screens(lobby)
    settle_in(lobby)
    lobby.terminal.reading.turn(on=True)
    lobby.visitor.type(Qt.Key.Key_Tab)
    lobby.wait(180)
    assert lobby.visitor.page == "attract"
    assert lobby.terminal.language.code == "pl"
    assert not lobby.terminal.comfort.is_changed
    assert not lobby.terminal.reading.isOn
    assert not lobby.terminal.keypad.isUsed
    tap(lobby, ELSEWHERE)
    lobby.wait(1)
    assert all(same(now, then) for now, then in zip(first_screens(lobby), fresh, strict=True))


def test_the_store_tidies_up_while_it_sleeps(lobby: Lobby) -> None:
    lobby.keeper.is_broken = True
    lobby.wait(2)
    lobby.rest()
    assert (lobby.keeper.asked_to_settle, lobby.keeper.settled) == (1, 0)
    lobby.keeper.is_broken = False
    lobby.wait(58)
    assert lobby.visitor.page == "attract"
    lobby.rest()
    assert lobby.keeper.settled == 0, "it is asked again only after a minute"
    for _ in range(3):
        lobby.wait(3)
        lobby.rest()
    assert lobby.visitor.page == "attract"
    assert lobby.keeper.settled == 1


def test_it_is_silent(lobby: Lobby) -> None:
    asleep(lobby)
    for _ in range(20):
        lobby.wait(SLIDE_SECONDS)
    assert not lobby.listener.heard


# What wakes it


@pytest.mark.parametrize("face", ["face-1", "face-5", "catalogue", "textSize"])
def test_a_touch_where_a_target_will_be_wakes_and_presses_nothing(lobby: Lobby, face: str) -> None:
    place = lobby.visitor.place(face)
    asleep(lobby)
    lobby.visitor.land(0, place)
    assert lobby.visitor.page == "home", "at the touch, not when it is lifted"
    settle_layout(lobby.visitor.window)
    lobby.visitor.leave(0, place)
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert not lobby.keeper.kept
    assert not lobby.terminal.comfort.is_changed
    lobby.wait(1)
    lobby.visitor.touch("face-4")
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("4",)}


def test_the_second_of_two_quick_taps_presses_nothing(lobby: Lobby) -> None:
    place = lobby.visitor.place("face-1")
    asleep(lobby)
    tap(lobby, place)
    lobby.clock.advance(0.3)
    tap(lobby, place)
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert not lobby.keeper.kept
    lobby.clock.advance(1)
    tap(lobby, place)
    lobby.rest()
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("1",)}


def test_a_click_wakes_and_presses_nothing(lobby: Lobby) -> None:
    place = lobby.visitor.place("face-1")
    asleep(lobby)
    QTest.mouseClick(lobby.visitor.window, Qt.MouseButton.LeftButton, pos=place)
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert not lobby.keeper.kept


@pytest.mark.parametrize("key", [Qt.Key.Key_4, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_F4, Qt.Key.Key_F6])
def test_a_key_wakes_and_does_nothing_else(lobby: Lobby, key: Qt.Key) -> None:
    asleep(lobby)
    lobby.visitor.type(key)
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert not lobby.keeper.kept
    assert not lobby.terminal.comfort.is_changed
    assert not lobby.terminal.keypad.isUsed
    lobby.wait(1)
    lobby.visitor.type(Qt.Key.Key_4)
    assert dict(lobby.keeper.only.answers) == {"ogolem": ("4",)}


def test_a_screen_reader_finds_one_button_as_large_as_the_screen_and_its_press_wakes(lobby: Lobby) -> None:
    QAccessible.setActive(True)
    asleep(lobby)
    button = find(lobby.visitor.window, "wake")
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.text(QAccessible.Text.Name) == "Prosimy dotknąć ekranu, aby zacząć"
    assert (interface.rect().width(), interface.rect().height()) == (1080, 1920)
    interface.actionInterface().doAction("Press")
    lobby.rest()
    assert lobby.visitor.page == "home"
    assert not lobby.keeper.kept


# What leans on the glass


def test_a_finger_that_lies_there_does_not_wake_it(lobby: Lobby) -> None:
    lobby.visitor.land(0, ARM)
    asleep(lobby)
    for number in range(100):
        lobby.wait(1)
        lobby.visitor.shift(0, ARM + QPoint(number % 3, 0))
        assert lobby.visitor.page == "attract"
    lobby.visitor.leave(0, ARM)
    assert lobby.visitor.page == "attract"


def test_an_arm_that_leans_does_not_wake_it_over_and_over_and_a_touch_elsewhere_does(lobby: Lobby) -> None:
    pages: list[str] = []
    for number in range(3 * MOST):
        lobby.wait(20)
        pages.append(lobby.visitor.page)
        tap(lobby, ARM + QPoint(number % 5, 0))
    fallen = pages.index("attract")
    assert fallen > MOST, "for so long it may have been somebody"
    assert set(pages[fallen:]) == {"attract"}
    tap(lobby, ELSEWHERE)
    assert lobby.visitor.page == "home"


def test_where_an_arm_leant_is_free_again_a_minute_after_it_went(lobby: Lobby) -> None:
    while lobby.visitor.page == "home":
        tap(lobby, ARM)
        lobby.wait(20)
    tap(lobby, ARM)
    assert lobby.visitor.page == "attract"
    lobby.wait(61)
    tap(lobby, ARM)
    assert lobby.visitor.page == "home"


def test_passers_by_who_only_look_never_make_it_deaf(lobby: Lobby) -> None:
    for _ in range(MOST + 5):
        asleep(lobby)
        tap(lobby, ARM)
        assert lobby.visitor.page == "home"


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
