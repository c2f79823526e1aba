"""Both engines for everything that the central office promises."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from sync.central.store import CentralStore, database_url
from tests.integration.sync.office import Office
from tests.integration.sync.postgres import Postgres, running_postgres
from tests.integration.sync.terminal import AgentTerminal


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real PostgreSQL."""
    with running_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def migrated_postgres(postgres: Postgres) -> str:
    """The name of a database with the newest tables and nothing in them."""
    name = postgres.create()
    CentralStore.open(database_url(postgres.url(name), Path())).close()
    return name


@pytest.fixture(scope="session")
def shared_postgres(postgres: Postgres, migrated_postgres: str) -> str:
    """The name of a database that is emptied before each test: to make one takes ten times as long."""
    return postgres.create(migrated_postgres)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a file; nobody has it open."""
    folder = tmp_path_factory.mktemp("migrated")
    CentralStore.open(database_url(None, folder)).close()
    return folder / "central.sqlite"


@pytest.fixture(params=["sqlite", "postgresql"])
def central_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty central database of each kind."""
    if request.param == "sqlite":
        return _sqlite(request, tmp_path)
    server: Postgres = request.getfixturevalue("postgres")
    url = server.url(request.getfixturevalue("shared_postgres"))
    with psycopg.connect(url) as connection:
        connection.execute("DELETE FROM waiting; DELETE FROM quarantine; DELETE FROM inbox; DELETE FROM head")
        connection.execute("DELETE FROM audit; DELETE FROM health; DELETE FROM response; DELETE FROM terminal")
        connection.execute("DELETE FROM enrolment_code; DELETE FROM enrolment_try")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def own_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The same for a test that changes the tables or copies the whole."""
    if request.param == "sqlite":
        return _sqlite(request, tmp_path)
    url: str = request.getfixturevalue("own_postgres")
    return url


@pytest.fixture
def own_postgres(postgres: Postgres, migrated_postgres: str) -> Iterator[str]:
    """That of PostgreSQL alone."""
    name = postgres.create(migrated_postgres)
    yield postgres.url(name)
    postgres.drop(name)


def _sqlite(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    file = tmp_path / "central" / "central.sqlite"
    file.parent.mkdir()
    shutil.copyfile(request.getfixturevalue("migrated_sqlite"), file)
    return f"sqlite:///{file}"


@pytest.fixture
def office(central_url: str) -> Iterator[Office]:
    """A central office over each kind of database."""
    with Office.open(central_url) as opened:
        yield opened


@pytest.fixture
def offline(office: Office, tmp_path: Path) -> Iterator[AgentTerminal]:
    """A terminal without a network that has not enrolled yet."""
    with AgentTerminal.open(tmp_path / "offline", None, office.clock) as terminal:
        yield terminal


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where its parcels lie."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "parcel"
