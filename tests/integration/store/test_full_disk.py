"""A full disk takes the last responses, and then says that it takes no more; a read-only one says so at once."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.commands.keeping import OpeningKeeper
from kiosk.content.current import current_content
from kiosk.domain.errors import StoreFault
from kiosk.store.reserve import Reserve
from kiosk.store.store import Store
from tests.builders import FakeClock, response
from tests.integration.loop_disk import fail, make_image, mounted, repair
from tests.integration.small_disk import fill_up, small_disk

PACK = Path(__file__).parents[3] / "resources" / "offices" / "poznan"
RESERVE = 2**20


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 8 MiB of its own."""
    with small_disk(tmp_path / "disk", "8m") as mounted:
        yield mounted


def close_until_full(keeper: OpeningKeeper, most: int = 5000) -> set[str]:
    """Ids of those responses for which somebody was thanked."""
    thanked = set[str]()
    for _ in range(most):
        one = response()
        try:
            keeper.keep(one)
            keeper.close(one)
        except StoreFault:
            return thanked
        thanked.add(one.id)
    pytest.fail("the disk never became full")


def test_last_responses_have_the_room_that_was_kept_for_them(disk: Path) -> None:
    data = disk / "data"
    keeper = OpeningKeeper(data, FakeClock(), reserve=RESERVE)
    keeper.close(first := response())
    assert (data / "reserve").stat().st_blocks * 512 >= RESERVE, "really allocated"
    ballast = fill_up(disk)
    thanked = close_until_full(keeper) | {first.id}
    assert not Reserve(data).is_there
    assert len(thanked) > 20
    with pytest.raises(StoreFault):
        keeper.close(response())

    ballast.unlink()
    keeper.close(last := response())
    keeper.settle()
    assert Reserve(data).is_there
    keeper.end()
    with Store.open(data) as store:
        found = {one.id for one in store.responses.stream() if one.complete}
        assert found >= thanked | {last.id}
        assert store.damage() == ""


def test_without_a_reserve_it_ends_at_once(disk: Path) -> None:
    """So the test above can fail."""
    keeper = OpeningKeeper(disk / "data", FakeClock(), reserve=10**9)
    keeper.settle()
    assert not Reserve(disk / "data").is_there
    fill_up(disk)
    thanked = close_until_full(keeper)
    keeper.end()
    assert len(thanked) < 20


def test_settling_does_not_take_what_is_kept_for_answers(disk: Path) -> None:
    keeper = OpeningKeeper(disk / "data", FakeClock(), reserve=RESERVE)
    for _ in range(30):
        keeper.close(response())
    fill_up(disk)
    with pytest.raises(StoreFault):
        keeper._do(lambda store: store.responses.add(response() for _ in range(5000)), is_answer=False)
    with suppress(StoreFault):  # it may have room enough in the log
        keeper.settle()
    assert Reserve(disk / "data").is_there
    keeper.close(response())
    keeper.end()


def test_terminal_that_starts_on_a_full_disk_takes_what_it_can(disk: Path) -> None:
    keeper = OpeningKeeper(disk / "data", FakeClock(), reserve=RESERVE)
    keeper.close(one := response())
    keeper.end()
    fill_up(disk)
    again = OpeningKeeper(disk / "data", FakeClock(), reserve=RESERVE)
    again.close(other := response())
    again.end()
    with Store.open(disk / "data") as store:
        assert {found.id for found in store.responses.stream()} == {one.id, other.id}


def test_read_only_disk_is_a_fault_in_one_sentence_and_the_content_is_shown(disk: Path) -> None:
    data = disk / "data"
    Store.open(data).close()
    shown = current_content(PACK, data)
    before = {file.name: file.read_bytes() for file in data.iterdir() if file.is_file()}
    subprocess.run(["/bin/mount", "-o", "remount,ro", disk], check=True)
    keeper = OpeningKeeper(data, FakeClock())
    for _ in range(2):
        with pytest.raises(StoreFault, match="Read-only file system"):
            keeper.close(response())
    assert current_content(PACK, data).pack == shown.pack
    assert {file.name: file.read_bytes() for file in data.iterdir() if file.is_file()} == before


def test_disk_that_fails_under_a_running_terminal_is_told_and_loses_nothing(tmp_path: Path) -> None:
    image, folder = make_image(tmp_path / "disk.ext4", 32), tmp_path / "disk"
    folder.mkdir()
    keeper = OpeningKeeper(folder / "data", FakeClock(), reserve=RESERVE)
    thanked = set[str]()
    with mounted(image, folder):
        for _ in range(20):
            keeper.keep(one := response())
            keeper.close(one)
            thanked.add(one.id)
        with Store.open(folder / "data") as other:
            fail(folder)
            for _ in range(3):
                with pytest.raises(StoreFault):
                    keeper.close(response())
            with suppress(StoreFault):
                keeper.settle()
            assert other.counting.count([]).total == 20, "what is there is still read"
        keeper.end()
    repair(image)
    with mounted(image, folder):
        keeper.close(last := response())
        keeper.end()
        with Store.open(folder / "data") as store:
            assert {found.id for found in store.responses.stream()} == thanked | {last.id}
            assert store.damage() == ""
