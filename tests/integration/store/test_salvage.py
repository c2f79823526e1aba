"""A damaged file is moved aside, never deleted; every row in it that is as it was written goes on in a fresh one."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pysqlite3 import dbapi2

from kiosk.commands.keeping import OpeningKeeper
from kiosk.domain.audit import AuditEvent
from kiosk.domain.comment import CommentState
from kiosk.domain.errors import DamagedStore
from kiosk.store import salvage
from kiosk.store.comments import _decide
from kiosk.store.folder import FILE_NAME
from kiosk.store.store import Store
from tests.builders import FakeClock, response
from tests.integration.store.full_store import fill

ASIDE = f"{FILE_NAME}.corrupt.2026-11-23"


def rows(folder: Path) -> dict[str, set[tuple[object, ...]]]:
    """Every row of a file that nobody uses, by table."""
    connection = dbapi2.connect(folder / FILE_NAME)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {name: set(connection.execute(f"SELECT * FROM {name}")) for name in names}  # noqa: S608
    connection.close()
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed file with some hundred responses on many pages."""
    with Store.open(tmp_path / "t", FakeClock()) as store:
        fill(store)
        store.responses.add(response({"ogolem": tuple("12345" * 8)}) for _ in range(400))
    return tmp_path / "t"


def break_page(file: Path, page: int, data: bytes = b"\xa5" * 4096) -> None:
    with file.open("r+b") as stream:
        stream.seek(page * 4096)
        stream.write(data)


def reopened(folder: Path) -> None:
    (folder / f"{FILE_NAME}.suspect").touch()
    Store.open(folder, FakeClock()).close()


def test_everything_is_saved_from_a_file_whose_first_page_is_gone(folder: Path) -> None:
    """The first page has the shape of all the tables; the rows are all elsewhere."""
    before = rows(folder)
    break_page(folder / FILE_NAME, 0)
    damaged = (folder / FILE_NAME).read_bytes()
    Store.open(folder, FakeClock()).close()
    after = rows(folder)
    assert (folder / ASIDE).read_bytes() == damaged
    for table in ("responses", "tallies", "comments", "administrator", "alembic_version"):
        assert after[table] == before[table], table
    assert after["batches"] == {row for row in before["batches"] if row[5] is not None}, "the rest waits again"
    assert after["outbox"] >= before["outbox"]
    assert after["audit"] > before["audit"]
    with Store.open(folder, FakeClock()) as store:
        assert store.audit.last(1)[0].event is AuditEvent.DATABASE_SALVAGED
        assert store.damage() == ASIDE
        road = store.road.read()
        assert road is not None
        assert (road.terminal, road.epoch, road.acknowledged) == ("terminal", "", 0)
        assert store.outbox.mend(road.epoch)
        books = store.bookkeeping.books()
        assert (books.balances, books.created) == (True, len(before["responses"]))


def test_what_is_saved_is_a_subset_and_the_rest_of_the_file(folder: Path) -> None:
    before = rows(folder)
    file = folder / FILE_NAME
    pages = file.stat().st_size // 4096
    seed = random.randrange(2**32)
    print("seed", seed)
    for page in random.Random(seed).sample(range(1, pages), 5):
        break_page(file, page)
    reopened(folder)
    after = rows(folder)
    assert after["responses"] <= before["responses"]
    assert len(after["responses"]) > len(before["responses"]) / 2
    assert after["comments"] <= before["comments"]
    assert after["batches"] <= before["batches"]


def test_damage_while_in_use_is_saved_at_once_and_the_visitor_goes_on(folder: Path) -> None:
    keeper, one, other = OpeningKeeper(folder, FakeClock()), response(), response()
    keeper.close(one)
    for page in range(1, (folder / FILE_NAME).stat().st_size // 4096):
        break_page(folder / FILE_NAME, page)
    keeper._opened()._engines.dispose()  # what is in its cache would hide it
    keeper.close(other)
    keeper.settle()
    keeper.end()
    assert (folder / ASIDE).exists()
    with Store.open(folder) as store:
        assert {one.id, other.id} <= {found.id for found in store.responses.stream()}


@pytest.mark.parametrize("table", ["open_interviews", "responses"])
def test_damage_of_a_file_that_was_well_closed_is_saved_at_the_first_tap(folder: Path, table: str) -> None:
    """No log tells that the file is to be looked at: what a crash may have left open meets it, or the answer itself."""
    before = rows(folder)["responses"]
    with Store.open(folder, FakeClock()) as store, store._engines.read.connect() as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        root = connection.exec_driver_sql(query, (table,)).scalar_one()
    break_page(folder / FILE_NAME, root - 1)
    keeper, one = OpeningKeeper(folder, FakeClock()), response()
    keeper.close(one)
    keeper.end()
    assert (folder / ASIDE).exists()
    with Store.open(folder) as store:
        found = {found.id for found in store.responses.stream()}
    assert one.id in found
    if table == "open_interviews":
        assert {key for key, *_ in before} < found


def test_damage_is_noted_for_whoever_is_next_alone_with_the_file(folder: Path) -> None:
    with Store.open(folder, FakeClock()) as store, pytest.raises(DamagedStore), store.noting_damage():
        raise DamagedStore("cannot read: database disk image is malformed")
    assert (folder / f"{FILE_NAME}.suspect").exists()


def test_file_that_another_program_uses_stays_where_it_is(folder: Path) -> None:
    with Store.open(folder, FakeClock()) as store:
        store.suspect()
        with pytest.raises(DamagedStore, match="every program that uses it has ended"):
            Store.open(folder, FakeClock())
        with pytest.raises(DamagedStore, match="to be closed"):
            store.require_sound()
    Store.open(folder, FakeClock()).close()
    assert not (folder / f"{FILE_NAME}.suspect").exists()
    assert not (folder / ASIDE).exists()


@pytest.mark.parametrize("step", range(6))
def test_salvage_that_is_cut_short_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    before = rows(folder)
    with Store.open(folder, FakeClock()) as store:
        store.responses.settle()
        shutil.copytree(folder, folder.parent / "u")
    work = folder.parent / "u"
    (work / f"{FILE_NAME}-wal").write_bytes(b"a log that is none" * 500)
    (work / f"{FILE_NAME}-shm").touch()
    break_page(work / FILE_NAME, 0)
    rename, done = Path.rename, 0

    def cut(self: Path, target: Path) -> Path:
        nonlocal done
        if done == step:
            raise KeyboardInterrupt
        done += 1
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", cut)
        try:
            Store.open(work, FakeClock()).close()
        except KeyboardInterrupt:
            assert done == step
    with Store.open(work, FakeClock()) as store:
        assert len(list(store.responses.stream())) == len(before["responses"])
        assert store.damage() == ASIDE
    assert sorted(one.name for one in work.iterdir() if "salvag" in one.name) == []


def test_second_damage_of_a_day_has_a_name_of_its_own(folder: Path) -> None:
    for _ in range(2):
        break_page(folder / FILE_NAME, 0)
        Store.open(folder, FakeClock()).close()
    assert salvage.corrupt_files(folder / FILE_NAME) == [ASIDE, f"{ASIDE}.2"]


def test_rejected_comment_does_not_come_back(folder: Path) -> None:
    """Its text may still lie on a page that the log has a newer state of."""
    with Store.open(folder, FakeClock()) as store:
        store.responses.settle()
        [first] = store.comments.pending()
        with store._engines.write.begin() as connection:
            _decide(connection, [first.id], CommentState.REJECTED)
        shutil.copytree(folder, folder.parent / "u")
    work = folder.parent / "u"
    reopened_rows = {}
    for name, place in (("flip in the log", 32 + 24 + 4000), ("no flip", -1)):
        copy = folder.parent / name
        shutil.copytree(work, copy)
        log = bytearray((copy / f"{FILE_NAME}-wal").read_bytes())
        if place >= 0:
            log[place] ^= 1
        (copy / f"{FILE_NAME}-wal").write_bytes(log)
        break_page(copy / FILE_NAME, 0)
        Store.open(copy, FakeClock()).close()
        reopened_rows[name] = rows(copy)["comments"]
        assert all(first.text not in row for row in reopened_rows[name])


def test_healthy_file_after_a_crash_is_left_alone(folder: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from kiosk.store.store import Store; from tests.builders import "
        "response; store = Store.open(Path(sys.argv[1])); store.responses.close(response()); os._exit(1)"
    )
    before = rows(folder)["responses"]
    assert subprocess.run([sys.executable, "-c", script, str(folder)], check=False).returncode == 1
    assert (folder / f"{FILE_NAME}-wal").stat().st_size > 0
    with Store.open(folder, FakeClock()) as store:
        assert store.damage() == ""
        assert store.outbox.waiting() > 0
    assert len(rows(folder)["responses"]) == len(before) + 1
