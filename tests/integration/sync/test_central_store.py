"""The central database itself: its tables, its safety, its birth."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from kiosk.domain.errors import BadInput, StoreFault
from sync.central.store import CentralStore, database_url
from sync.central.store.engine import faults_translated, open_engine
from sync.central.store.tables import metadata
from sync.central.store.upgrade import NEWEST, alembic_config, downgrade, upgrade
from tests.integration.sync.office import Office, row
from tests.integration.sync.postgres import Postgres
from tests.integration.sync.test_commands import Run, run

__all__ = ["run"]
HERE = Path(__file__).parents[3]


def test_migrations_make_exactly_the_tables_the_program_knows(central_url: str) -> None:
    engine = open_engine(database_url(central_url, Path()))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_newest_revision_is_the_one_the_program_asks_for() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_current_head() == NEWEST


def test_migrations_go_down_and_up_again(own_url: str) -> None:
    engine = open_engine(database_url(own_url, Path()))
    downgrade(engine, "base")
    assert set(sqlalchemy.inspect(engine).get_table_names()) == {"alembic_version"}
    upgrade(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()
    with Office.open(own_url) as office:
        office.terminal().send([row()])
        assert len(office.ids()) == 1


def test_migration_that_fails_half_way_leaves_nothing(own_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = open_engine(database_url(own_url, Path()))
    downgrade(engine, "base")

    def fail(*_args: object, **_options: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("alembic.operations.Operations.bulk_insert", fail)
        with pytest.raises(ZeroDivisionError):
            upgrade(engine)
    assert set(sqlalchemy.inspect(engine).get_table_names()) == {"alembic_version"}
    upgrade(engine)
    engine.dispose()


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_processes_that_start_at_once_migrate_once(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    arguments = ["--data", str(tmp_path)]
    if engine == "postgresql":
        postgres: Postgres = request.getfixturevalue("postgres")
        arguments = ["--database", postgres.url(postgres.create())]

    started = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "sync.central", "code", "--office", "poznan", *arguments],
            cwd=HERE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(4)
    ]
    ended = [(process.communicate()[1].decode(), process.returncode) for process in started]

    assert [status for _, status in ended] == [0] * 4
    told = r"for one terminal of poznan, [a-z ,]*until [-0-9: ]+ CES?T\n(.* a new central office begins in .*\n)?"
    assert all(re.fullmatch(told, said) for said, _ in ended), ended


def test_database_of_a_newer_program_is_left_alone(own_url: str) -> None:
    engine = open_engine(database_url(own_url, Path()))
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StoreFault, match="newer version"):
        upgrade(engine)
    engine.dispose()


def test_sqlite_is_set_to_lose_nothing_and_to_keep_no_traces(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        store = CentralStore.open(database_url(None, tmp_path / "new"))
    finally:
        os.umask(old)
    with store, store._engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "busy_timeout")
        }
        tables = {
            found.name: found.wr for found in connection.exec_driver_sql("PRAGMA table_list") if found.schema == "main"
        }
        modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "new").iterdir()}

    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "busy_timeout": 30000,
    }
    assert tables["response"] == 1
    assert set(modes.values()) == {0o600}


def test_postgresql_that_would_not_wait_for_the_disk_is_told_to(postgres: Postgres) -> None:
    name = postgres.create()
    url = database_url(postgres.url(name), Path())
    engine = open_engine(url)
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(f'ALTER DATABASE "{name}" SET synchronous_commit = off')
    engine.dispose()

    engine = open_engine(url)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"
    engine.dispose()


def test_unreachable_database_is_a_fault_in_one_sentence_without_secrets(tmp_path: Path) -> None:
    with pytest.raises(StoreFault) as caught:
        CentralStore.open(database_url(f"postgresql://me:secret@/x?host={tmp_path}", Path()))

    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("given", ["", "nonsense", "mysql://x/y", "sqlite://", "sqlite:///:memory:"])
def test_other_databases_are_refused(given: str) -> None:
    with pytest.raises(BadInput):
        database_url(given, Path())


def test_usual_spellings_of_postgresql_are_understood() -> None:
    for given in ("postgresql://u:p@h/d", "postgresql+psycopg2://u:p@h/d", "postgresql+psycopg://u:p@h/d"):
        assert database_url(given, Path()).render_as_string(hide_password=False) == "postgresql+psycopg://u:p@h/d"


def test_file_with_something_else_in_it_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "central.sqlite").write_bytes(b"not a database at all" * 100)

    with pytest.raises(StoreFault, match="not a database"):
        CentralStore.open(database_url(None, tmp_path))


@pytest.mark.parametrize(
    ("change", "commands"),
    [
        ("inbox SET received_on = '20x6-11-23'", ("terminals", "backup")),
        ("inbox SET received_on = '2026-13-23'", ("terminals",)),
        ("inbox SET received_on = X'00'", ("terminals",)),
        ("terminal SET enrolled_on = 'x'", ("terminals", "backup")),
        ("terminal SET office = CAST(X'FF' AS TEXT)", ("terminals", "ledger")),
    ],
)
def test_damage_that_stops_a_command_is_told_in_one_sentence(
    run: Run, tmp_path: Path, change: str, commands: tuple[str, ...]
) -> None:
    url = f"sqlite:///{tmp_path / 'central.sqlite'}"
    with Office.open(url) as office:
        office.terminal().send([row()])
        with office.store._engine.begin() as connection:
            connection.exec_driver_sql(f"UPDATE {change}")  # ours
    for command in commands:
        ended = run("sync.central", command, *([tmp_path / "copy"] if command == "backup" else []), "--database", url)
        assert ended.returncode == 1
        assert ended.stderr.count("\n") == 1
        assert (
            "something in it is damaged; put back a good copy into another folder: kiosk-central restore"
            in ended.stderr
        )


def test_bug_of_ours_is_not_called_damage() -> None:
    with pytest.raises(ValueError, match="ours"), faults_translated("work"):
        raise ValueError("ours")
    with pytest.raises(TypeError), faults_translated("work"):
        raise TypeError


@pytest.mark.parametrize("day", ["'20x6-11-23'", "'2026-13-23'", "X'00'"])
def test_batch_of_which_the_day_is_damaged_stops_neither_ledger_nor_retry(run: Run, tmp_path: Path, day: str) -> None:
    url = f"sqlite:///{tmp_path / 'central.sqlite'}"
    with Office.open(url) as office:
        office.terminal().send([row()])
        office.projector.catch_up()
        with office.store._engine.begin() as connection:
            connection.exec_driver_sql(f"UPDATE inbox SET received_on = {day}")  # noqa: S608 ours
    for command in ("ledger", "retry"):
        ended = run("sync.central", command, "--database", url)
        assert ended.returncode == 1
        assert "put back a good copy into another folder: kiosk-central restore" in ended.stderr
    told = json.loads(run("sync.central", "ledger", "--json", "--database", url).stdout)
    assert (told["unreadable_batches"], told["balances"]) == (1, False)
