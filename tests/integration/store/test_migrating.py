"""The file's shape goes up and down with its data, and a newer one is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, Table, inspect, text

from kiosk.domain.errors import StoreFault
from kiosk.domain.response import Response
from kiosk.store import migrating, tables
from kiosk.store.answers import to_row
from kiosk.store.engine import open_engines
from kiosk.store.folder import FILE_NAME
from kiosk.store.store import Store
from tests.builders import response


def test_head_is_the_newest_script() -> None:
    assert ScriptDirectory(str(migrating._SCRIPTS)).get_current_head() == migrating.HEAD


def test_migrated_file_is_the_shape_the_code_believes(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    engines = open_engines(tmp_path / FILE_NAME)
    with engines.read.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    engines.dispose()


def test_every_table_is_without_rowid(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    engines = open_engines(tmp_path / FILE_NAME)
    with engines.read.connect() as connection:
        rows = connection.execute(text("SELECT name, wr FROM pragma_table_list WHERE type = 'table'")).all()
    engines.dispose()
    with_rowid = {name for name, without in rows if not without}
    assert with_rowid == {"alembic_version", "sqlite_schema", "sqlite_temp_schema"}


def test_down_and_up_again_gives_the_same_shape(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    engines = open_engines(tmp_path / FILE_NAME)
    with engines.read.connect() as connection:
        before = connection.execute(text("SELECT name, sql FROM sqlite_schema ORDER BY name")).all()
    migrating.migrate(engines, "base")
    assert migrating.revision(engines) is None
    migrating.migrate(engines, migrating.HEAD)
    with engines.read.connect() as connection:
        assert connection.execute(text("SELECT name, sql FROM sqlite_schema ORDER BY name")).all() == before
    engines.dispose()


def test_file_without_flags_keeps_its_responses_and_they_have_none(tmp_path: Path) -> None:
    closed, opened = response(), response(complete=False)
    with Store.open(tmp_path) as store:
        store.responses.close(closed)
        store.responses.keep(opened)
        migrating.migrate(store._engines, "0001")
        columns = inspect(store._engines.read).get_columns("responses")
        assert "flags" not in {column["name"] for column in columns}
    with Store.open(tmp_path) as store:
        assert list(store.responses.stream()) == [closed]
        store.responses.recover()
        assert {one.id: one.flags for one in store.responses.stream()} == {closed.id: (), opened.id: ()}
        assert store.outbox.waiting() == 2


def test_nothing_tells_who_came_before_the_file_had_flags(tmp_path: Path) -> None:
    """SQLite leaves old rows one field shorter when a column is added; that would be a trace of the time."""
    many = [response() for _ in range(40)]
    for folder, before in (("half", many[:20]), ("all", many), ("none", [])):
        with Store.open(tmp_path / folder) as store:
            migrating.migrate(store._engines, "0001")
            with store._engines.write.begin() as connection:
                table = Table("responses", MetaData(), autoload_with=connection)
                for one in before:
                    row = {**to_row(one), "complete": True}
                    connection.execute(
                        table.insert().values({column.name: row[column.name] for column in table.columns})
                    )
        with Store.open(tmp_path / folder) as store:
            store.responses.add([one for one in many if one not in before])
            store.responses.settle()
    found = {folder: pages(tmp_path / folder / FILE_NAME, many) for folder in ("half", "all", "none")}
    assert found["half"] == found["all"] == found["none"]


def pages(file: Path, responses: list[Response]) -> list[bytes]:
    """The bytes of each response's row, with the row's header before its id."""
    content = file.read_bytes()
    rows = [content.find(one.id.encode() + one.questionnaire.encode()) for one in responses]
    assert min(rows) > 0
    return [content[place - 12 : place + 90] for place in rows]


def test_file_of_a_newer_program_is_refused_and_untouched(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.responses.close(response())
        with store._engines.write.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
            connection.execute(text("PRAGMA user_version = 9999"))
    with pytest.raises(StoreFault, match="newer version"):
        Store.open(tmp_path)


def test_two_processes_that_open_a_new_file_at_once_both_succeed(tmp_path: Path) -> None:
    script = "import sys; from pathlib import Path; from kiosk.store.store import Store; Store.open(Path(sys.argv[1]))"
    openers = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path)]) for _ in range(3)]
    assert [opener.wait(60) for opener in openers] == [0, 0, 0]


def test_start_of_a_migrated_file_does_not_import_alembic(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    script = (
        "import sys; from pathlib import Path; from kiosk.store.store import Store; Store.open(Path(sys.argv[1]));"
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False).returncode == 0
