"""A copy of the centre is whole, fits either kind of database, and what came after it comes again."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, update

from kiosk.domain.errors import BadInput, FileFault, FileTrouble, StoreFault
from kiosk.store.store import Store
from sync.central.__main__ import main
from sync.central.store import CentralStore, tables
from sync.central.store.engine import reading, writing
from sync.protocol import Head
from tests.integration.small_disk import small_disk
from tests.integration.sync.lists import message, put
from tests.integration.sync.office import HandTerminal, Office, row
from tests.integration.sync.postgres import Postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A second database, of each kind, beside that of `office`."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'second.sqlite'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.create()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def filled(office: Office) -> HandTerminal:
    terminal = office.terminal()
    for _ in range(3):
        terminal.send([row(), row(flags=("burst-1",)), b"no row"], fmt=2)
    office.projector.catch_up()
    terminal.send([row()])  # waits
    put(terminal, message(terminal))
    office.code()
    return terminal


def everything(store: CentralStore) -> dict[str, list[object]]:
    skipped = {"enrolment_try", "readiness"}
    with reading(store._engine, one_state=True) as connection:
        return {
            table.name: [tuple(found) for found in connection.execute(select(table).order_by(*table.primary_key))]
            for table in tables.metadata.sorted_tables
            if table.name not in skipped
        }


def test_a_copy_holds_everything_and_fits_either_kind_of_database(
    office: Office, filled: HandTerminal, empty_url: str, tmp_path: Path
) -> None:
    contents = office.store.backup.write(tmp_path / "copy.sqlite")
    assert (contents.terminals, contents.batches, contents.responses, contents.audit_lines) == (1, 4, 6, 3)
    with Office.open(empty_url) as other:
        assert other.store.backup.put_back(tmp_path / "copy.sqlite") == contents
        assert everything(other.store) == everything(office.store)
        filled.office = other
        assert filled.head().json()["head"] == {"n": 4, "sha": filled.last.sha}
        assert filled.send([row()]).header.n == 5
        assert len(other.ids()) == 8


def test_copy_is_one_file_for_its_owner_alone_and_nothing_is_left_beside_it(
    office: Office, filled: HandTerminal, tmp_path: Path
) -> None:
    (tmp_path / "to").mkdir()
    office.store.backup.write(tmp_path / "to" / "copy.sqlite")
    office.store.backup.drill(tmp_path / "to" / "copy.sqlite")
    assert [each.name for each in (tmp_path / "to").iterdir()] == ["copy.sqlite"]
    assert (tmp_path / "to" / "copy.sqlite").stat().st_mode & 0o777 == 0o600
    assert filled.last != Head()


def test_copy_is_of_one_state_while_batches_come_in(office: Office, filled: HandTerminal, tmp_path: Path) -> None:
    def send_meanwhile(_share: float) -> None:
        filled.send([row()])

    contents = office.store.backup.write(tmp_path / "copy.sqlite", send_meanwhile)
    assert contents.batches == 4
    assert filled.last.n > 4
    assert office.store.backup.drill(tmp_path / "copy.sqlite") == contents


def test_what_came_after_the_copy_is_taken_again(
    office: Office, filled: HandTerminal, empty_url: str, tmp_path: Path
) -> None:
    office.store.backup.write(tmp_path / "copy.sqlite")
    after = filled.batch([row(), row()])
    assert filled.put(after).status_code == 201
    with Office.open(empty_url) as restored:
        restored.store.backup.put_back(tmp_path / "copy.sqlite")
        filled.office = restored
        assert filled.head().json()["head"]["n"] == 4, "by which the terminal sees that something is missing"
        assert filled.put(after).status_code == 201


def _change_body(store: CentralStore) -> None:
    with writing(store._engine) as connection:
        other = connection.scalar(select(tables.inbox.c.body).where(tables.inbox.c.n == 1))
        connection.execute(update(tables.inbox).where(tables.inbox.c.n == 2).values(body=other))


def _cut_body(store: CentralStore) -> None:
    with writing(store._engine) as connection:
        connection.execute(update(tables.inbox).where(tables.inbox.c.n == 2).values(body=b"cut"))


def _move_head(store: CentralStore) -> None:
    with writing(store._engine) as connection:
        connection.execute(update(tables.head).values(n=3))


@pytest.mark.parametrize("damage", [_change_body, _cut_body, _move_head])
def test_damage_is_found_when_the_copy_is_made_and_the_old_copy_stays(
    damage: Callable[[CentralStore], None], office: Office, filled: HandTerminal, tmp_path: Path
) -> None:
    (tmp_path / "copy.sqlite").write_text("old")
    damage(office.store)
    with pytest.raises(StoreFault, match=r"is damaged|chain|not those that it has acknowledged"):
        office.store.backup.write(tmp_path / "copy.sqlite")
    assert (tmp_path / "copy.sqlite").read_text() == "old"
    assert filled.epoch


def test_a_database_that_holds_something_is_not_filled(office: Office, filled: HandTerminal, tmp_path: Path) -> None:
    office.store.backup.write(tmp_path / "copy.sqlite")
    filled.send([row()])
    before = everything(office.store)
    with pytest.raises(BadInput, match="empty"):
        office.store.backup.put_back(tmp_path / "copy.sqlite")
    assert everything(office.store) == before


@pytest.mark.parametrize("size", ["64k", "300k"])
def test_full_stick_is_named_and_nothing_is_left_on_it(
    office: Office, filled: HandTerminal, tmp_path: Path, size: str
) -> None:
    for _ in range(2):
        filled.send([row() for _ in range(500)])
    office.projector.catch_up()
    with small_disk(tmp_path / "stick", size) as stick:
        copy = stick / "copy.sqlite"
        copy.write_text("old")
        with pytest.raises(FileFault, match=f"cannot write {copy}: there is no room left; free some") as told:
            office.store.backup.write(copy)
        assert told.value.trouble is FileTrouble.FULL
        assert [(each.name, each.read_text()) for each in stick.iterdir()] == [("copy.sqlite", "old")]


def test_stick_without_room_for_a_trial_keeps_the_copy_and_the_database_is_not_blamed(
    office: Office, filled: HandTerminal, tmp_path: Path
) -> None:
    contents = office.store.backup.write(tmp_path / "copy.sqlite")
    kilobytes = (tmp_path / "copy.sqlite").stat().st_size // 1024
    assert filled.epoch
    with small_disk(tmp_path / "stick", f"{kilobytes * 5 // 2}k") as stick:
        shutil.copy(tmp_path / "copy.sqlite", stick)
        with pytest.raises(FileFault, match=f"{stick}/copy.sqlite.*: there is no room left"):
            office.store.backup.drill(stick / "copy.sqlite")
        assert [each.name for each in stick.iterdir()] == ["copy.sqlite"]
    assert office.store.backup.drill(tmp_path / "copy.sqlite") == contents


def test_damage_is_told_as_damage_on_a_stick_that_is_nearly_full(
    office: Office, filled: HandTerminal, tmp_path: Path
) -> None:
    _move_head(office.store)
    assert filled.epoch
    with (
        small_disk(tmp_path / "stick", "1m") as stick,
        pytest.raises(StoreFault, match="not those that it has acknowledged"),
    ):
        office.store.backup.write(stick / "copy.sqlite")


@pytest.mark.parametrize("central_url", ["sqlite"], indirect=True)
def test_a_copy_is_not_written_over_the_database_itself(office: Office, filled: HandTerminal, tmp_path: Path) -> None:
    own = office.store._engine.url.database or ""
    (tmp_path / "link").symlink_to(own)
    for name in (Path(own), tmp_path / "link"):
        inode = name.stat().st_ino
        with pytest.raises(BadInput, match="is the central database itself"):
            office.store.backup.write(name)
        assert name.stat().st_ino == inode
    assert filled.send([row()]).header.n == 5


def test_terminals_database_is_not_said_to_be_damaged(office: Office, tmp_path: Path) -> None:
    Store.open(tmp_path / "terminal").close()
    file = tmp_path / "terminal" / "okienko.sqlite"
    with pytest.raises(BadInput) as told:
        office.store.backup.put_back(file)
    what = "is no copy of a central office but a terminal's database; name one that `kiosk-central backup` has written"
    assert str(told.value) == f"{file} {what}"


@pytest.mark.parametrize("what", ["none", "text", "other", "newer", "half"])
def test_what_is_no_copy_is_refused_in_a_sentence_and_not_touched(
    what: str, office: Office, migrated_sqlite: Path, tmp_path: Path
) -> None:
    file = tmp_path / "copy.sqlite"
    if what == "text":
        file.write_text("not a database")
    elif what == "other":
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("CREATE TABLE x (y)")
    elif what == "newer":
        file.write_bytes(migrated_sqlite.read_bytes())
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
    elif what == "half":
        office.store.backup.write(file)
        os.truncate(file, file.stat().st_size // 2)
    before = file.read_bytes() if file.exists() else None
    with pytest.raises(FileFault if what == "none" else BadInput, match=str(file)):
        office.store.backup.put_back(file)
    assert (file.read_bytes() if file.exists() else None) == before


def test_a_folder_that_is_not_there_is_told(office: Office, tmp_path: Path) -> None:
    with pytest.raises(FileFault, match="no such folder"):
        office.store.backup.write(tmp_path / "none" / "copy.sqlite")


def test_commands_tell_what_was_saved_and_tried_out(
    tmp_path: Path, migrated_sqlite: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, empty = tmp_path / "central", tmp_path / "empty"
    data.mkdir()
    (data / "central.sqlite").write_bytes(migrated_sqlite.read_bytes())
    with Office.open(f"sqlite:///{data / 'central.sqlite'}") as office:
        office.terminal().send([row() for _ in range(5)])
    copy = tmp_path / "kopia.sqlite"
    assert main(["backup", str(copy), "--drill", "--data", str(data)]) == 0
    assert main(["restore", str(copy), "--data", str(empty)]) == 0
    assert main(["restore", str(copy), "--data", str(empty)]) == 1
    told = capsys.readouterr()
    what = "1 terminal, 1 batch, 0 responses, 0 audit lines"
    assert told.out.splitlines() == [
        f"{what} written to {copy}",
        f"put back into an empty database for a trial: {what}, every chain whole",
        f"{what} put back; terminals send again what came after that",
    ]
    assert "empty" in told.err


def test_file_of_a_centre_that_was_killed_is_no_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, kept = tmp_path / "central.sqlite", tmp_path / "kept.sqlite"
    with Office.open(f"sqlite:///{file}") as office:
        office.terminal().send([row()])
        for name in ("", "-wal"):
            kept.with_name(kept.name + name).write_bytes(file.with_name(file.name + name).read_bytes())
    assert main(["restore", str(kept), "--data", str(tmp_path / "new")]) == 1
    assert "what came last is in kept.sqlite-wal" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_copy_of_a_centre_that_has_lost_all_takes_no_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "central.sqlite").touch()
    copy = tmp_path / "kopia.sqlite"
    copy.write_text("a good one")
    assert main(["backup", str(copy), "--data", str(tmp_path)]) == 1
    assert "is empty; put back a copy" in capsys.readouterr().err
    assert copy.read_text() == "a good one"


@pytest.mark.parametrize("damage", ["UPDATE inbox SET office = 'pnznan'", "UPDATE inbox SET fmt = 9"])
def test_no_copy_is_made_of_what_the_ledger_calls_damaged(office: Office, tmp_path: Path, damage: str) -> None:
    office.terminal().send([row()])
    with writing(office.store._engine) as connection:
        connection.exec_driver_sql(damage)
    with pytest.raises(
        StoreFault, match=r"batch 1 of terminal .* is damaged \(.*beside it.*\); kiosk-central ledger tells more"
    ):
        office.store.backup.write(tmp_path / "copy.sqlite")
    assert not (tmp_path / "copy.sqlite").exists()


@pytest.mark.parametrize("is_there", [False, True])
def test_what_is_no_copy_leaves_no_empty_centre_behind(tmp_path: Path, *, is_there: bool) -> None:
    file = tmp_path / "kopia.sqlite"
    if is_there:
        file.write_text("not a database")
    assert main(["restore", str(file), "--data", str(tmp_path / "central")]) == 1
    assert not (tmp_path / "central").exists()


def test_spoilt_copy_is_told_without_a_word_of_what_is_in_it(
    office: Office, filled: HandTerminal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy, target = tmp_path / "copy.sqlite", tmp_path / "target"
    office.store.backup.write(copy)
    good = copy.read_bytes()
    place = good.index(b'{"ogolem"')
    chance = random.Random(20261128)
    spoilt = [good[: place + 12] + b"\xff" + good[place + 13 :]]
    for _ in range(20):
        bad = bytearray(good)
        for _ in range(30):
            bad[chance.randrange(16, len(bad))] = chance.randrange(256)
        spoilt.append(bytes(bad))
    for number, content in enumerate(spoilt):
        copy.write_bytes(content)
        status = main(["restore", str(copy), "--data", str(target / str(number))])
        told = capsys.readouterr().err
        assert (status, told.count("\n")) == (1, 1)
        assert "Traceback" not in told
        assert "ogolem" not in told
    assert "damaged, and left out: 1" in first_told(spoilt[0], copy, target, capsys)
    elsewhere = good.replace(b"poznan", b"p\xffznan")
    assert "something in it is damaged" in first_told(elsewhere, copy, tmp_path / "other", capsys)


def first_told(content: bytes, copy: Path, target: Path, capsys: pytest.CaptureFixture[str]) -> str:
    copy.write_bytes(content)
    main(["restore", str(copy), "--data", str(target / "again")])
    return capsys.readouterr().err
