"""The terminal's books balance whatever happens on the road, and whatever somebody takes out of its file is told.

OKIENKO_SEED=1 pytest -s -m nightly tests/integration/store/test_books.py      300 lives of a terminal
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import text

from kiosk.domain.books import Books
from kiosk.domain.response import Response
from kiosk.store import tables
from kiosk.store.checksums import insert_rows
from kiosk.store.folder import FILE_NAME
from kiosk.store.road import Road
from kiosk.store.store import Store
from sync.agent.sealing import Sealing
from tests.builders import FakeClock, response
from tests.integration.store.full_store import fill
from tests.integration.sync.terminal import SeededChance

LIVES, NIGHTLY_LIVES, STEPS = 15, 300, 30
SEED = int(os.environ.get("OKIENKO_SEED", "20261128"))
ROAD = Road("11111111-2222-4333-8444-555555555555", "office", "https://centrala.example", "key", "0" * 16)

TAKEN = {
    "a response that waits": "DELETE FROM responses WHERE id = (SELECT max(response) FROM outbox)",
    "a response of a batch": "DELETE FROM responses WHERE instr((SELECT max(body) FROM batches), CAST(id AS BLOB))",
    "a response of a forgotten batch": "DELETE FROM responses WHERE id = :forgotten",
    "an entry of the outbox": "DELETE FROM outbox WHERE response = (SELECT max(response) FROM outbox)",
    "a batch": "DELETE FROM batches WHERE body IS NOT NULL",
    "a forgotten batch": "DELETE FROM batches WHERE body IS NULL",
}
GONE = ("a response that waits", "a response of a batch", "a response of a forgotten batch")


def change(store: Store, statement: str, **values: str) -> None:
    with store._engines.write.begin() as connection:
        assert connection.execute(text(statement), values).rowcount == 1


def parts(books: Books) -> int:
    return books.waiting + books.sent + books.acknowledged + books.set_aside + books.unplaced


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    with Store.open(folder, FakeClock()) as opened:
        fill(opened)
    return folder


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Iterator[Store]:
    """Six that wait, one whose batch is not acknowledged, one whose batch has been forgotten."""
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    with Store.open(tmp_path, FakeClock()) as opened:
        yield opened


def forgotten(store: Store) -> str:
    """The response that is in no batch any more whose body is here."""
    waiting = {one.id for one in store.outbox.pending(100)}
    bodies = b"".join(batch.body or b"" for batch in store.outbox.held())
    [found] = [one.id for one in store.responses.stream() if one.id not in waiting and one.id.encode() not in bodies]
    return found


def test_books_tell_what_has_become_of_every_response(store: Store) -> None:
    assert store.bookkeeping.books() == Books(
        created=8, waiting=6, sent=1, acknowledged=1, set_aside=0, unplaced=0, gone=0, damaged_batches=0
    )


@pytest.mark.parametrize("what", TAKEN)
def test_what_is_taken_out_by_hand_is_told(store: Store, what: str) -> None:
    values = {"forgotten": forgotten(store)} if ":" in TAKEN[what] else {}
    change(store, TAKEN[what], **values)
    books = store.bookkeeping.books()
    assert not books.balances
    assert (books.unplaced, books.gone) == ((0, 1) if what in GONE else (1, 0))
    assert len(books.faults) == 1
    assert not any(character.isdigit() for told in books.faults for character in told)
    assert parts(books) == books.created


def test_loss_is_not_hidden_by_a_response_that_is_in_two_places(store: Store) -> None:
    """As many places as responses; only the ids tell."""
    held = store.outbox.held()[0].body or b""
    change(store, TAKEN["an entry of the outbox"])
    with store._engines.write.begin() as connection:
        insert_rows(connection, tables.outbox, {"response": held[7:43].decode()})
    books = store.bookkeeping.books()
    assert (books.waiting, books.sent, books.unplaced) == (6, 0, 1)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE responses SET answers = '[' WHERE id = (SELECT max(response) FROM outbox)",
        "UPDATE responses SET id = 'x' WHERE id = (SELECT max(response) FROM outbox)",
        "UPDATE responses SET id = CAST(X'ff' AS TEXT) WHERE id = (SELECT max(response) FROM outbox)",
        "UPDATE outbox SET response = 'x', checksum = 1 WHERE response = (SELECT max(response) FROM outbox)",
    ],
)
def test_damaged_rows_are_set_aside_and_the_books_balance(store: Store, harm: str) -> None:
    change(store, harm)
    books = store.bookkeeping.books()
    assert (books.balances, books.waiting, books.set_aside) == (True, 5, 1)
    assert parts(books) == books.created == 8
    assert store.damage()


def test_one_damaged_row_explains_one_missing_response_and_no_other(store: Store) -> None:
    change(store, "UPDATE responses SET id = 'x' WHERE id = (SELECT max(response) FROM outbox)")
    change(store, TAKEN["an entry of the outbox"])
    change(store, TAKEN["an entry of the outbox"])
    assert store.bookkeeping.books().unplaced == 1


def test_damaged_batch_is_told_until_its_responses_wait_again(tmp_path: Path) -> None:
    with Life(tmp_path).open() as life:
        life.answer(3)
        life.seal()
        change(life.store, "UPDATE batches SET sha = 'a' || sha")
        assert life.books().damaged_batches == 1
        assert not life.books().balances
        life.mend()
        assert (life.books().balances, life.books().waiting) == (True, 3)


def test_responses_of_another_batch_do_not_wait_again_for_a_damaged_one(tmp_path: Path) -> None:
    """Also where it no longer tells which were in it, and everything waits again that is in no batch."""
    with Life(tmp_path).open() as life:
        for number in (3, 2):
            life.answer(number)
            life.seal()
        change(life.store, "UPDATE batches SET body = CAST('x' AS BLOB) WHERE n = 1")
        life.mend()
        assert (life.books().balances, life.books().waiting, life.books().sent) == (True, 3, 2)


def test_forgotten_batches_are_counted_in_the_epochs_that_follow(tmp_path: Path) -> None:
    """The ones that were given before a terminal was enrolled anew, say, at another centre."""
    with Life(tmp_path).open() as life:
        life.answer(3)
        life.seal()
        life.acknowledge(9)
        life.forget()
        life.answer(2)
        life.seal()
        for _ in range(2):
            life.reissue()
            books = life.books()
            assert (books.balances, books.acknowledged, books.sent) == (True, 3, 2)


def test_what_the_centre_lost_after_it_was_forgotten_here_waits_again(tmp_path: Path) -> None:
    with Life(tmp_path).open() as life:
        life.answer(3)
        life.seal()
        life.acknowledge(9)
        life.forget()
        life.acknowledge(0)
        assert (life.books().balances, life.books().sent) == (True, 3)
        life.reissue()
        assert (life.books().balances, life.books().waiting) == (True, 3)


def give_one_of_a_batch_once_more(life: Life) -> None:
    """It is damaged when it is in the one, and waits then with another one for the next."""
    [one, *_] = life.answer(3)
    life.seal()
    change(life.store, "UPDATE responses SET language = 'xx' WHERE id = :id", id=one.id)
    life.store.responses.close(one)
    life.answer(1)


def test_response_that_is_in_two_batches_is_counted_once_when_they_are_forgotten(tmp_path: Path) -> None:
    with Life(tmp_path).open() as life:
        give_one_of_a_batch_once_more(life)
        assert (life.books().balances, life.books().waiting, life.books().sent) == (True, 2, 2)
        life.seal()
        life.acknowledge(1)
        life.forget()
        assert (life.books().balances, life.books().acknowledged) == (True, 2)
        life.acknowledge(2)
        life.forget()
        assert (life.books().balances, life.books().acknowledged) == (True, 4)


def test_response_that_is_in_two_batches_is_counted_once_when_both_are_forgotten_at_once(tmp_path: Path) -> None:
    """The batch that is forgotten first counts it; the other one, whose body goes with it, must not as well."""
    with Life(tmp_path).open() as life:
        give_one_of_a_batch_once_more(life)
        life.seal()
        life.acknowledge(2)
        life.forget()
        assert life.store.outbox.held() == []
        assert (life.books().balances, life.books().acknowledged) == (True, 4)


class Life:
    """A terminal's life, by the real store and the real sealing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = FakeClock()
        self.chance = SeededChance(1)
        self.created = 0

    def open(self) -> Life:
        self.store = Store.open(self.folder, self.clock)
        self.sealing = Sealing(self.store, self.clock, self.chance, rows_min=1, seconds_between=0)
        if self.store.road.read() is None:
            self.store.road.write(ROAD)
        return self

    def __enter__(self) -> Life:
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()

    @property
    def road(self) -> Road:
        road = self.store.road.read()
        assert road is not None
        return road

    def books(self) -> Books:
        return self.store.bookkeeping.books()

    def answer(self, number: int) -> list[Response]:
        given = [response() for _ in range(number)]
        for one in given:
            self.store.responses.close(one)
        self.created += number
        return given

    def seal(self) -> None:
        self.sealing.seal(self.sealing.mend(self.road))

    def mend(self) -> None:
        self.sealing.mend(self.road)

    def reissue(self) -> None:
        self.sealing.reissue(self.road)

    def acknowledge(self, n: int) -> None:
        """Also to fewer than before: the centre was set back, or an acknowledgement was lost."""
        self.store.outbox.acknowledge(self.road.epoch, n, self.clock.now().date())

    def forget(self) -> None:
        self.clock.time += timedelta(days=1)
        self.store.outbox.prune(self.clock.now().date())

    def salvage(self) -> None:
        self.store.close()
        (self.folder / f"{FILE_NAME}.suspect").touch()
        with (self.folder / FILE_NAME).open("r+b") as stream:
            stream.write(b"\xa5" * 4096)
        self.open()


class Lives(RuleBasedStateMachine):
    """Any order of what may happen; after each step all is accounted for."""

    newborn: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.newborn.parent))
        shutil.copy(self.newborn, self.folder / FILE_NAME)
        self.life = Life(self.folder).open()
        self.has_damaged_batch = False

    def teardown(self) -> None:
        self.life.store.close()
        shutil.rmtree(self.folder)

    @invariant()
    def balances(self) -> None:
        books = self.life.books()
        assert parts(books) == books.created == self.life.created
        assert bool(books.damaged_batches) == self.has_damaged_batch
        if not self.has_damaged_batch:
            assert books.balances, books

    @rule(number=st.integers(1, 3))
    def answer(self, number: int) -> None:
        self.life.answer(number)

    @rule(number=st.integers(1, 3))
    def paper(self, number: int) -> None:
        self.life.store.responses.add([response() for _ in range(number)])
        self.life.created += number

    @rule(number=st.integers(1, 3))
    def seal(self, number: int) -> None:
        self.life.answer(number)
        self.life.seal()
        self.has_damaged_batch = False

    @rule(n=st.integers(0, 5))
    def acknowledge(self, n: int) -> None:
        self.life.acknowledge(n)

    @rule()
    def forget(self) -> None:
        self.life.forget()

    @rule()
    def reissue(self) -> None:
        self.life.reissue()
        self.has_damaged_batch = False

    @rule()
    def enrol_elsewhere(self) -> None:
        self.life.store.road.write(Road(ROAD.terminal[::-1], "other", ROAD.central, "key", self.life.road.epoch))
        self.reissue()

    @rule()
    def mend(self) -> None:
        self.life.mend()
        self.has_damaged_batch = False

    @rule(harm=st.sampled_from(["prev = 'a' || prev", "row_count = row_count + 1", "body = CAST('x' AS BLOB)"]))
    def damage_a_batch(self, harm: str) -> None:
        one = "(epoch, n) = (SELECT epoch, n FROM batches WHERE epoch NOT LIKE '!%' ORDER BY n, epoch LIMIT 1)"
        with self.life.store._engines.write.begin() as connection:
            done = connection.execute(text(f"UPDATE batches SET {harm} WHERE {one}"))  # noqa: S608  # our own words
            self.has_damaged_batch = self.has_damaged_batch or bool(done.rowcount)

    @rule()
    def damage_an_entry(self) -> None:
        with self.life.store._engines.write.begin() as connection:
            connection.execute(
                text("UPDATE outbox SET checksum = checksum + 1 WHERE response = (SELECT min(response) FROM outbox)")
            )

    @rule()
    def take_an_entry_out(self) -> None:
        """By hand: the next look begins a new epoch, in which everything waits again that is named nowhere."""
        if not self.has_damaged_batch:
            with self.life.store._engines.write.begin() as connection:
                connection.execute(text("DELETE FROM outbox WHERE response = (SELECT max(response) FROM outbox)"))
            if self.life.books().named_nowhere:
                self.reissue()

    @rule()
    def salvage(self) -> None:
        if not self.has_damaged_batch:  # what is damaged is not saved: it stays in the file that is moved aside
            self.life.mend()
            self.life.salvage()


def live(folder: Path, lives: int) -> None:
    Store.open(folder / "newborn").close()
    Lives.newborn = folder / "newborn" / FILE_NAME
    (folder / "newborn" / "store.lock").unlink(missing_ok=True)
    machine = seed(SEED)(Lives)
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=lives,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.parametrize("lives", [LIVES, pytest.param(NIGHTLY_LIVES, marks=pytest.mark.nightly)])
def test_books_balance_whatever_happens(tmp_path: Path, lives: int) -> None:
    print(f"\nseed {SEED}: {lives} lives of up to {STEPS} steps")
    live(tmp_path, lives)
