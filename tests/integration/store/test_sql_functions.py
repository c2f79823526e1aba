"""SQLite's driver swallows what our functions raise inside a query; it comes out all the same, Ctrl-C too."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk import interrupts
from kiosk.domain.errors import EnvironmentFault, StoreFault
from kiosk.encryption import Keyring
from kiosk.store.engine import Engines, faults_translated, open_engines


class Breaking(Keyring):
    """Keys that raise something."""

    def __init__(self) -> None:
        super().__init__()
        self.fault: BaseException | None = None

    def opened(self, _id: str, text: str) -> str | None:
        if self.fault is not None:
            raise self.fault
        return text


@pytest.fixture
def keys() -> Breaking:
    return Breaking()


@pytest.fixture
def engines(tmp_path: Path, keys: Breaking) -> Iterator[Engines]:
    opened = open_engines(tmp_path / "okienko.sqlite", keys)
    yield opened
    opened.dispose()


def ask(engines: Engines, query: str = "SELECT okienko_opened('id', 'text')") -> object:
    with faults_translated("read"), engines.read.connect() as connection:
        return connection.exec_driver_sql(query).scalar_one()


def press_inside(engines: Engines) -> object:
    """A query in which Ctrl-C is pressed; by a function written in C, so that nothing of ours sees it being raised."""
    with faults_translated("read"), engines.read.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.create_function("press", 1, signal.raise_signal)
        return connection.exec_driver_sql(f"SELECT press({int(signal.SIGINT)})").scalar_one()


@pytest.mark.parametrize(
    "fault",
    [ZeroDivisionError("ours"), ValueError("no date"), OSError("no library"), EnvironmentFault("gone"), MemoryError()],
    ids=lambda fault: type(fault).__name__,
)
def test_what_a_function_raises_comes_out_as_itself(engines: Engines, keys: Breaking, fault: BaseException) -> None:
    keys.fault = fault
    with pytest.raises(type(fault)) as caught:
        ask(engines)
    assert caught.value is fault
    assert fault.__cause__ is None, "the database error may hold what was asked with"


def test_it_comes_out_of_a_bare_cursor_too(engines: Engines, keys: Breaking) -> None:
    keys.fault = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError), faults_translated("read"), engines.read.connect() as connection:
        connection.connection.cursor().execute("SELECT okienko_opened('id', 'text')").fetchall()


def test_what_was_raised_once_is_not_raised_again(engines: Engines, keys: Breaking) -> None:
    keys.fault = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        ask(engines)
    keys.fault = None
    assert ask(engines) == "text"
    with pytest.raises(StoreFault, match="syntax error"):
        ask(engines, "SELECT nothing")


def test_faults_of_one_thread_are_not_anothers(engines: Engines, keys: Breaking) -> None:
    keys.fault = ZeroDivisionError()
    found: list[BaseException] = []

    def work() -> None:
        try:
            ask(engines)
        except ZeroDivisionError as fault:
            found.append(fault)

    other = threading.Thread(target=work)
    other.start()
    other.join()
    assert found == [keys.fault]
    keys.fault = None
    assert ask(engines) == "text"


def test_ctrl_c_inside_a_query_is_ctrl_c(engines: Engines) -> None:
    with interrupts.remembered(), pytest.raises(KeyboardInterrupt):
        press_inside(engines)


def test_control_without_being_remembered_it_is_lost(engines: Engines) -> None:
    with pytest.raises(StoreFault, match="user-defined function raised exception"):
        press_inside(engines)


def test_who_wants_no_ctrl_c_or_has_taken_it_over_is_left_alone() -> None:
    before = signal.getsignal(signal.SIGINT)
    for other in (signal.SIG_IGN, lambda *_: None):
        signal.signal(signal.SIGINT, other)
        try:
            with interrupts.remembered():
                assert signal.getsignal(signal.SIGINT) is other
            with interrupts.left_to_asyncio():
                assert signal.getsignal(signal.SIGINT) is other
            interrupts.raise_swallowed()
        finally:
            signal.signal(signal.SIGINT, before)


def test_afterwards_ctrl_c_is_as_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    with suppress(KeyboardInterrupt), interrupts.remembered():
        ours = signal.getsignal(signal.SIGINT)
        with interrupts.left_to_asyncio():
            assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
        assert signal.getsignal(signal.SIGINT) is ours
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
    interrupts.raise_swallowed()
