"""The whole street of content over real sockets: published, served, fetched by an agent, shown."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kiosk.commands.places import pack_folder as place_of_pack
from kiosk.domain.errors import EnvironmentFault
from kiosk.store.road import Road
from sync.agent.content import Content, keep_root
from sync.agent.fetching import client_of
from sync.central.app import create_app
from sync.central.projector import Projector
from sync.central.store import CentralStore, database_url
from sync.protocol import Enrolment
from tests.builders import FakeClock
from tests.integration.sync.office import TOKEN, Office
from tests.integration.sync.publisher import OFFICE, Publisher
from tests.integration.sync.serving import bad_server, served
from tests.integration.sync.terminal import AgentTerminal


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    made = Publisher(tmp_path / "publisher")
    made.publish(1)
    return made


@pytest.fixture
def centre(tmp_path: Path, publisher: Publisher) -> Iterator[Office]:
    """On SQLite: nothing here touches a database but the enrolment."""
    with CentralStore.open(database_url(None, tmp_path / "central")) as store:
        yield office_of(store, publisher.served)


def office_of(store: CentralStore, content: Path | None = None) -> Office:
    clock, projector = FakeClock(), Projector(store.projection)
    return Office(store, clock, create_app(store, clock, projector, content=content), projector)


def test_only_files_of_the_repository_are_given(centre: Office, publisher: Publisher) -> None:
    (publisher.served / "metadata" / "2.targets.json").symlink_to("/etc/passwd")
    (publisher.folder / "secret.json").write_text("secret")
    (publisher.served / "targets" / "away").symlink_to(publisher.folder / "keys")
    good = [
        str(path.relative_to(publisher.served)) for path in publisher.served.rglob("*.json") if not path.is_symlink()
    ]
    for name in good:
        assert centre.ask("GET", f"/tuf/{name}").content == (publisher.served / name).read_bytes()
    assert len(good) == 4
    for name in (
        ".lock", "", "metadata", "metadata/", "metadata/2.targets.json", "metadata/../.lock", "..%2f..%2fsecret.json",
        "metadata/%2e%2e/.lock", "%2e%2e/secret.json", "//etc/passwd", "metadata/timestamp.json%00",
        "targets/away/root-1.pem",
        f"targets/away/{'0' * 64}.1.pack", "metadata/timestamp.json/", "metadata/9.root.json",
        "metadata\\timestamp.json",
    ):  # fmt: skip
        answer = centre.ask("GET", f"/tuf/{name}")
        assert answer.status_code == 404, name
        assert b"root:" not in answer.content
    assert centre.ask("PUT", "/tuf/metadata/timestamp.json", content=b"{}").status_code == 405


def test_a_centre_without_content_says_so(tmp_path: Path) -> None:
    with CentralStore.open(database_url(None, tmp_path)) as store:
        centre = office_of(store)
        assert centre.ask("GET", "/tuf/metadata/timestamp.json").status_code == 404
        enrolled = centre.ask("POST", "/v1/enrol", json={"code": centre.code(OFFICE), "token": TOKEN})
        assert Enrolment.read(enrolled.content).root == ""


def test_from_the_enrolment_to_the_screen(
    tmp_path: Path, centre: Office, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = centre.ask("POST", "/v1/enrol", json={"code": centre.code(OFFICE), "token": TOKEN})
    enrolment = Enrolment.read(answer.content)
    data = tmp_path / "terminal"
    keep_root(data, enrolment.root)
    with served(centre.app) as address:
        road = Road(enrolment.terminal, enrolment.office, address, TOKEN, "")
        content = Content(data, publisher.clock, partial(client_of, authority=""))
        delivered = asyncio.run(content.contact(road))
    assert delivered is not None
    assert (delivered.pack, delivered.release, delivered.version) == (OFFICE, 1, 1)
    options = type("Options", (), {"pack": None, "data": data})()
    assert place_of_pack(options) == data / "content" / "packs" / delivered.folder
    monkeypatch.setenv("OKIENKO_PACK", "/srv/pack")
    assert place_of_pack(options) == Path("/srv/pack")
    options.pack = Path("/asked/for")
    assert place_of_pack(options) == Path("/asked/for")


def test_an_agents_contact_brings_content_and_its_failure_costs_no_answer(
    tmp_path: Path, centre: Office, publisher: Publisher
) -> None:
    with AgentTerminal.open(tmp_path / "terminal", centre.transport(), centre.clock) as terminal:
        road = terminal.enrol(centre.code(OFFICE))
        terminal.answer(5)
        agent = terminal.agent()
        agent._content = Content(terminal.folder, publisher.clock, publisher.client)
        keep_root(terminal.folder, publisher.root)
        publisher.spoilt[".*"] = lambda _: b"{"
        assert asyncio.run(agent.once()).acknowledged == 1
        look = agent._content._delivered.last_look
        assert look is not None
        assert look.problem
        publisher.spoilt.clear()
        asyncio.run(agent.once())
        current = agent._content._delivered.current
        assert current is not None
        assert current.pack == road.office


@pytest.mark.parametrize("manner", ["drips", "is silent"])
def test_a_centre_that_never_ends_is_left(tmp_path: Path, publisher: Publisher, manner: str) -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n")
        while True:
            if manner == "drips":
                writer.write(b" ")
                await writer.drain()
            await asyncio.sleep(0.02)

    keep_root(tmp_path, publisher.root)

    async def look() -> None:
        async with bad_server(handle) as address:
            stop = threading.Event()
            clock = publisher.clock
            content = Content(tmp_path, clock, partial(client_of, authority=""), total_seconds=60)
            road = Road("t", OFFICE, address, TOKEN, "")
            work = asyncio.create_task(content.contact(road))
            await asyncio.sleep(0.2)
            if manner == "drips":
                clock.seconds += 61
            else:
                work.cancel()
            started = time.monotonic()
            with pytest.raises((EnvironmentFault, asyncio.CancelledError)):
                await work
            assert time.monotonic() - started < 5
            stop.set()

    asyncio.run(look())
