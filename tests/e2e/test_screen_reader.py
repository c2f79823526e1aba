"""The whole visit from outside, as a screen reader makes it: by names, roles, states and actions, and nothing else.

The real program as a process, on a screen in memory and an accessibility bus of its own.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.domain.pack import Pack
from kiosk.domain.questionnaire import Question, QuestionKind
from tests.e2e.poznan import CATALOGUE, HOME, ONWARD, ROOT, choose, group_of, kept, name_of, names_of, says, standing
from tests.e2e.screen_reader import PATIENCE, ScreenReader, Unusable, as_heard
from tests.integration.speech.sound_server import Recording, SoundServer

IDLE_SECONDS = 10
"""The least that a terminal can be set to."""
AUDIBLE = 300.0


@contextmanager
def running(
    desk: Mapping[str, str], data: Path, folder: Path | None = None, patience: float = PATIENCE, **settings: object
) -> Iterator[ScreenReader]:
    """A screen reader before a terminal of its own."""
    with standing(desk, data, folder, **settings) as terminal:
        reader = ScreenReader(desk, patience)
        try:
            reader.meet(terminal.process_id)
            yield reader
        finally:
            reader.close()


@pytest.fixture(scope="module")
def shared(desk: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScreenReader]:
    with running(desk, tmp_path_factory.mktemp("shared") / "data") as reader:
        yield reader


@pytest.fixture
def reader(shared: ScreenReader) -> ScreenReader:
    """Before the home page of a terminal that others have used."""
    if HOME in shared.offered():
        shared.press(HOME)
    shared.wait_for(CATALOGUE)
    return shared


def answer_everything(reader: ScreenReader, pack: Pack) -> dict[str, list[str]]:
    """Rate, answer every question by its words, reach the thanks; gives the codes of what was chosen."""
    questions = {as_heard(each.text.in_language("pl")): each for each in pack.questionnaire.questions}
    given: dict[str, list[str]] = {}
    while (heading := reader.heading()) in questions:
        question = questions[heading]
        if given:
            reader.hear_announcement(heading)
        if question.kind is QuestionKind.TEXT:
            reader.press("Pomiń")
            wait_for_other_heading(reader, heading)
            continue
        codes = choose(question)
        answer(reader, question, codes)
        wait_for_other_heading(reader, heading)
        given[question.key] = codes
    reader.hear_announcement("Gotowe!")
    return given


def answer(reader: ScreenReader, question: Question, codes: list[str]) -> None:
    names = names_of(question)
    assert set(names.values()) <= set(reader.offered())
    for code in codes:
        reader.press(names[code])
        if question.kind is QuestionKind.MULTIPLE:
            assert reader.control(names[code]).role == "check box"
            wait_for_state(reader, names[code], checked=True)
    if question.kind is QuestionKind.MULTIPLE:
        reader.press("Zatwierdź")


def wait_for_other_heading(reader: ScreenReader, heading: str) -> None:
    reader.wait(lambda: reader.heading() not in {heading, ""}, "the next question does not come")


def wait_for_state(reader: ScreenReader, name: str, *, checked: bool) -> None:
    reader.wait(lambda: ("checked" in reader.control(name).states) is checked, f"'{name}' does not tell its state")


def test_a_visit_is_kept_with_the_codes_of_what_was_heard_and_pressed(
    desk: Mapping[str, str], pack: Pack, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    with running(desk, data) as reader:
        given = answer_everything(reader, pack)
        assert as_heard(pack.questionnaire.thanks.in_language("pl")) in reader.words()
        one = kept(data)
        reader.press("Zakończ")
        reader.wait_for(CATALOGUE)
        reader.hear_announcement(reader.heading())
    assert {"wynik", "powod", "siedziba_co", "www"} <= set(given)
    assert one.complete
    assert {key: list(one.answers[key]) for key in given} == given


def test_a_card_is_found_in_the_catalogue_and_heard_to_its_end(reader: ScreenReader, pack: Pack) -> None:
    card = next(card for card in pack.catalogue.cards if card.code == "REG-03")
    reader.press(CATALOGUE)
    reader.press(group_of(card, pack))
    reader.hear_announcement(group_of(card, pack))
    reader.press(name_of(card))
    reader.hear_announcement(name_of(card))
    assert says(read_to_the_end(reader), card)


def read_to_the_end(reader: ScreenReader) -> str:
    """Every text of the page shown, and of those behind it."""
    heard = reader.words()
    page = 1
    while ONWARD in reader.offered():
        reader.press(ONWARD)
        page += 1
        reader.hear_announcement(f"{page} z ")
        heard += reader.words()
    assert page > 1
    return " ".join(heard)


def test_a_card_is_found_by_typing_on_the_keys_of_the_screen(reader: ScreenReader, pack: Pack) -> None:
    card = next(card for card in pack.catalogue.cards if card.code == "SKA-01")
    reader.press(CATALOGUE)
    reader.press("Szukaj w katalogu")
    for letter in "skargi":
        reader.press(letter)
    reader.hear(lambda event: event.words.startswith("Znaleziono"))
    reader.press("Pokaż wyniki")
    reader.press(name_of(card))
    reader.hear_announcement(name_of(card))
    assert as_heard(card.summary.in_language("pl")) in " ".join(reader.words())


def test_names_follow_the_language_that_is_chosen(reader: ScreenReader) -> None:
    polish = reader.offered()
    now = "Język: Polski"
    for language, following in (("Deutsch", "Sprache: Deutsch"), ("Українська", "Мова: Українська")):
        reader.press(now)
        reader.press(language)
        reader.wait_for(following)
        reader.hear_announcement(reader.heading())
        assert not set(polish) & set(reader.offered())
        assert len(reader.offered()) == len(polish)
        now = following
    reader.press(now)
    reader.press("Polski")
    reader.wait_for(CATALOGUE)
    assert reader.offered() == polish


def test_how_the_screen_is_wanted_is_told_as_states_and_values(reader: ScreenReader) -> None:
    first = reader.offered()[0]
    for name in ("Wysoki kontrast", "Obniż ekran", "Czytaj na głos"):
        above = reader.control(first).top
        assert {"checkable", "checked"} & reader.control(name).states == {"checkable"}
        reader.press(name)
        wait_for_state(reader, name, checked=True)
        reader.hear(lambda event: event.kind.endswith("checked") and event.detail == 1, name)
        if name == "Obniż ekran":
            wait_until_lower(reader, first, above)
        reader.press(name)
        wait_for_state(reader, name, checked=False)
    size = "Wielkość tekstu, teraz "
    for percent in (150, 200, 100):
        reader.press(size)
        reader.wait_for(f"{size}{percent}")


def wait_until_lower(reader: ScreenReader, name: str, above: int) -> None:
    reader.wait(lambda: reader.control(name).top > above, "the screen is not lowered")


def test_every_control_of_the_home_page_does_something(reader: ScreenReader) -> None:
    for control in [each for each in reader.look() if each.is_usable]:
        name = control.name.rstrip("0123456789 %")
        reader.focus(name)
        reader.press(name)
        if name == "Wielkość tekstu, teraz":
            reader.press(name)
            reader.press(name)
        elif "checkable" in control.states:
            reader.press(name)
        else:
            reader.press(HOME)
            reader.wait_for(CATALOGUE)


def test_what_is_not_in_sight_is_not_offered(reader: ScreenReader) -> None:
    assert all("showing" in each.states for each in reader.look())
    for name in ("Zatwierdź", ONWARD, "Zakończ", "Tak, potrzebuję więcej czasu", HOME):
        assert name not in reader.offered()
    assert "Wstecz" in [each.name for each in reader.look()]
    assert "Wstecz" not in reader.offered()  # there is nothing to go back to


def test_a_visit_without_a_single_touch_goes_on_while_one_that_stands_still_is_asked(
    desk: Mapping[str, str], tmp_path: Path
) -> None:
    stay = "Tak, potrzebuję więcej czasu"
    with (
        running(desk, tmp_path / "used", idle_seconds=IDLE_SECONDS) as used,
        running(desk, tmp_path / "left", idle_seconds=IDLE_SECONDS) as left,
    ):
        for reader in (used, left):
            reader.press(CATALOGUE)
            reader.wait_for(HOME)
        heading, end = left.heading(), time.monotonic() + 2 * IDLE_SECONDS
        while stay not in left.offered():
            assert time.monotonic() < end, "no warning comes"
            used.press("Wysoki kontrast")
        assert used.heading() == heading
        assert stay not in used.offered()
        left.hear_announcement("Czy potrzebują Państwo więcej czasu?")
        assert left.offered() == [stay]
        assert "alert" in [each.role for each in left.look()]
        left.press(stay)
        left.wait_for(HOME)
        assert left.heading() == heading


@pytest.fixture
def sound() -> Iterator[SoundServer]:
    # A short path: it holds sockets.
    with tempfile.TemporaryDirectory(prefix="okienko-") as folder:
        server = SoundServer(Path(folder))
        server.start()
        yield server
        server.kill()


def wait_for_sound(reader: ScreenReader, headset: Recording) -> None:
    reader.wait(lambda: headset.loudness() > AUDIBLE, "nothing is heard in the headset")


def test_a_headset_that_is_plugged_in_is_read_to_until_it_is_pulled_out(
    desk: Mapping[str, str], sound: SoundServer, tmp_path: Path
) -> None:
    heard = {**desk, "PULSE_SERVER": sound.environment["PULSE_SERVER"]}
    with running(heard, tmp_path / "data", audio_device="Headset", audio_is_headset="true") as reader:
        # What is connected before the process for sound has looked has not just come.
        log = tmp_path / "data.log"
        reader.wait(lambda: "'Headset' is not connected" in log.read_text("utf-8"), "the terminal waits for no headset")
        for _ in range(2):
            wait_for_state(reader, "Czytaj na głos", checked=False)
            module = sound.plug("Headset")
            wait_for_state(reader, "Czytaj na głos", checked=True)
            with sound.record("Headset", "A") as (headset, loudspeaker):
                wait_for_sound(reader, headset)
            assert loudspeaker.loudness() == 0
            sound.unplug(module)
        wait_for_state(reader, "Czytaj na głos", checked=False)


@pytest.mark.parametrize(
    ("file", "good", "bad", "told"),
    [
        ("TouchButton", "Accessible.onPressAction: control.click()", "Accessible.onPressAction: {}", "does nothing"),
        ("FaceButton", "padding: 0", 'padding: 0; Accessible.name: ""', "has no name"),
        ("FaceButton", "padding: 0", "padding: 0; Accessible.role: Accessible.Graphic", "does not say what it is"),
    ],
)
def test_a_control_that_cannot_be_used_fails_the_visit(
    desk: Mapping[str, str], pack: Pack, tmp_path: Path, file: str, good: str, bad: str, told: str
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(ROOT / "kiosk", broken / "kiosk")
    shutil.copytree(ROOT / "resources", broken / "resources")
    control = broken / "resources" / "qml" / "Kiosk" / "Controls" / f"{file}.qml"
    assert good in control.read_text("utf-8")
    control.write_text(control.read_text("utf-8").replace(good, bad), "utf-8")
    with running(desk, tmp_path / "data", broken, patience=2) as reader, pytest.raises(Unusable, match=told):
        answer_everything(reader, pack)
