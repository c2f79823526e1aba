"""The whole street of content over real sockets: published, served, fetched by an agent, shown."""

from __future__ import annotations

import asyncio
import fcntl
import threading
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
from tests.integration.sync.office import Office
from tests.integration.sync.publisher import OFFICE, Publisher
from tests.integration.sync.serving import bad_server, served
from tests.integration.sync.signing import new_key
from tests.integration.sync.terminal import AgentTerminal
from tests.integration.sync.test_commands import Run, run, serving

__all__ = ["run"]


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
    (publisher.folder / "keys" / f"{'0' * 64}.1.pack").write_text("secret")
    (publisher.served / "metadata" / "3.targets.json").symlink_to(publisher.file("metadata/*.targets.json"))
    (publisher.served / "metadata" / "5.root.json").mkdir()
    good = [
        str(path.relative_to(publisher.served))
        for path in publisher.served.rglob("*.json")
        if path.is_file() and not path.is_symlink()
    ]
    for name in good:
        assert centre.ask("GET", f"/tuf/{name}").content == (publisher.served / name).read_bytes()
    assert len(good) == 4
    for name in (
        ".lock", "", "metadata", "metadata/", "metadata/2.targets.json", "metadata/../.lock", "..%2f..%2fsecret.json",
        "metadata/%2e%2e/.lock", "%2e%2e/secret.json", "//etc/passwd", "metadata/timestamp.json%00",
        "targets/away/root-1.pem",
        f"targets/away/{'0' * 64}.1.pack", "metadata/timestamp.json/", "metadata/9.root.json",
        "metadata/3.targets.json", "metadata/5.root.json",
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
        enrolled = centre.enrol(OFFICE, new_key())
        assert Enrolment.read(enrolled.content).root == ""


def test_centre_does_not_start_with_a_folder_that_has_no_content(
    run: Run, tmp_path: Path, publisher: Publisher
) -> None:
    (tmp_path / "file").write_text("")
    for folder, told in (
        (tmp_path / "gone", f"there is no folder {tmp_path / 'gone'}; name the one that `kiosk-central publish"),
        (tmp_path / "file", f"cannot read {tmp_path / 'file'}: Not a directory; name"),
        (publisher.folder / "keys", "is no repository of content, for it has no folder 'metadata'; name"),
    ):
        ended = run("sync.central", "serve", "--port", "0", "--content", folder, "--data", tmp_path / "central")
        assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1)
        assert told in ended.stderr
        assert "or leave out --content" in ended.stderr


def test_centre_that_has_published_nothing_yet_starts_and_says_so(tmp_path: Path, publisher: Publisher) -> None:
    (tmp_path / "empty").mkdir()
    told = {}
    for name, folder in (("empty", tmp_path / "empty"), ("filled", publisher.served)):
        with serving("--content", folder, "--data", tmp_path / "central") as (_, process):
            process.terminate()
            _, told[name] = process.communicate(timeout=20)
    assert f"nothing is published in {tmp_path / 'empty'} yet" in told["empty"]
    assert told["filled"] == ""


def test_from_the_enrolment_to_the_screen(
    tmp_path: Path, centre: Office, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = centre.enrol(OFFICE, new_key())
    enrolment = Enrolment.read(answer.content)
    data = tmp_path / "terminal"
    keep_root(data, enrolment.root)
    with served(centre.app) as address:
        road = Road(enrolment.terminal, enrolment.office, address, "", "")
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
        contact = asyncio.run(agent.once())
        assert contact.acknowledged == 1
        look = agent._content._delivered.last_look
        assert look is not None
        assert look.problem
        assert contact.content_problem == look.problem
        publisher.spoilt.clear()
        assert asyncio.run(agent.once()).content_problem == ""
        current = agent._content._delivered.current
        assert current is not None
        assert current.pack == road.office


def test_once_fails_when_content_is_refused_and_not_beside_an_agent_that_looks(
    run: Run, tmp_path: Path, publisher: Publisher
) -> None:
    central, data = ("--data", tmp_path / "central"), ("--data", tmp_path / "terminal")
    with serving("--content", publisher.served, *central) as (address, _):
        code = run("sync.central", "code", "--office", OFFICE, *central).stdout.strip()
        assert run("sync.agent", "enrol", code, "--central", address, *data).returncode == 0
        taken = run("sync.agent", "once", *data)
        publisher.publish(2)
        timestamp = publisher.served / "metadata" / "timestamp.json"
        timestamp.write_bytes(timestamp.read_bytes().replace(b'"sig":"', b'"sig":"00'))
        with (tmp_path / "terminal" / "content" / ".lock").open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            beside = run("sync.agent", "once", *data)
        refused = run("sync.agent", "once", *data)
    assert (taken.returncode, taken.stderr) == (0, "")
    assert (beside.returncode, beside.stderr) == (0, "")
    assert (refused.returncode, refused.stdout) == (1, "0 batches acknowledged\n")
    assert refused.stderr == (
        "kiosk-sync once: the content stays as it is: the list of content is not signed by the keys that this terminal "
        "trusts; tell the central office\n"
    )


@pytest.mark.parametrize("end", ["time is up", "the agent ends"])
def test_a_centre_that_never_ends_is_left(tmp_path: Path, publisher: Publisher, end: str) -> None:
    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n")
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.02)

    keep_root(tmp_path, publisher.root)

    async def look() -> None:
        async with bad_server(drip) as address:
            stop = threading.Event()
            content = Content(tmp_path, publisher.clock, partial(client_of, authority=""), total_seconds=60)
            work = asyncio.create_task(asyncio.to_thread(content.look, Road("t", OFFICE, address, "", ""), stop))
            await asyncio.sleep(0.2)
            assert not work.done()
            if end == "time is up":
                publisher.clock.seconds += 61
            else:
                stop.set()
            with pytest.raises(EnvironmentFault, match="too slowly"):
                await asyncio.wait_for(work, 5)

    asyncio.run(look())


def test_an_agent_that_ends_tells_its_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[threading.Event] = []
    begun = threading.Event()

    def look(_self: Content, _road: Road, stop: threading.Event) -> None:
        told.append(stop)
        begun.set()
        assert stop.wait(5)

    monkeypatch.setattr(Content, "look", look)

    async def end() -> None:
        content = Content(tmp_path, FakeClock(), partial(client_of, authority=""))
        work = asyncio.create_task(content.contact(Road("t", OFFICE, "https://c", "", "")))
        await asyncio.to_thread(begun.wait, 5)
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work

    asyncio.run(end())
    assert told[0].is_set()
