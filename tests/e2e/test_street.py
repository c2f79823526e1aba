"""The whole street as processes: 25 visitors touch the terminal, the agent is killed three times and the central
office twice on the way, and exactly the 25 responses that were thanked for come out at the other end, each once.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.commands.places import resources
from kiosk.domain.record import Record
from sync.central.store import CentralStore, database_url
from tests.e2e.programs import Program, ask, ask_json, wait_until
from tests.integration.sync.postgres import running_postgres

PACK = resources() / "offices" / "poznan"
VISITS, GROUP, SEED = 25, 5, 20111123
AGENT_KILLS, CENTRE_KILLS = {1, 2, 4}, {2, 3}
"""After which groups of visitors who is killed."""


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.nightly)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[list[str | Path]]:
    """How the central office is told where its database is."""
    if request.param == "sqlite":
        yield ["--data", tmp_path / "central"]
        return
    with running_postgres() as server:
        yield ["--database", server.url(server.create()), "--data", tmp_path / "central"]


def test_25_visits_in_25_responses_out(tmp_path: Path, database: list[str | Path]) -> None:
    print(f"seed {SEED}")
    chance = random.Random(SEED)
    terminal_data = tmp_path / "terminal"
    street = Street(tmp_path, terminal_data, database)
    visitor = Program(
        "tests.e2e.visitor", "--data", terminal_data, "--pack", PACK, "--visits", str(VISITS),
        "--seed", str(SEED), "--groups-of", str(GROUP), log=tmp_path / "terminal.log",
    )  # fmt: skip
    thanked: dict[str, dict[str, list[str]]] = {}
    answers: dict[str, dict[str, list[str]]] = {}
    group = 0
    while group < VISITS // GROUP:
        fact = json.loads(visitor.read())
        if "shown" in fact:
            answers.setdefault(fact["shown"], {})[fact["question"]] = fact["codes"]
        elif "thanked" in fact:
            thanked[fact["thanked"]] = answers[fact["thanked"]]
        elif "group" in fact:
            group += 1
            street.carry(chance, kill_agent=group in AGENT_KILLS, kill_centre=group in CENTRE_KILLS)
            visitor.write("next")
    wait_until(lambda: street.arrived() == VISITS)
    street.close()
    visitor.end()

    records = arrived(database)
    assert len(thanked) == VISITS
    assert sorted(record.id for record in records) == sorted(thanked)
    for record in records:
        given = {key: codes for key, codes in thanked[record.id].items() if codes}
        held = json.loads(record.answers)
        assert {key: held[key] for key in given} == given
    assert street.logs_hold_none_of(thanked)


def arrived(database: list[str | Path]) -> list[Record]:
    """What the centre's exports are made from. The files themselves tell nothing of a week that is not over."""
    name, value = database[:2]
    url = database_url(str(value), Path()) if name == "--database" else database_url(None, Path(value))
    with CentralStore.open(url) as store, store.export.opened() as source:
        counts = source.period_counts()
        return list(source.records("pilot", {one.period for one in counts}))


class Street:
    """The agent and the central office, and what happens to them."""

    def __init__(self, folder: Path, terminal_data: Path, database: list[str | Path]) -> None:
        self._folder = folder
        self._terminal = terminal_data
        self._database = database
        self._port = "0"
        self._centre = self._start_centre()
        code = ask("sync.central", "code", "--office", "us_poznan", *database).strip()
        ask("sync.agent", "enrol", code, "--central", self._address, "--data", terminal_data)
        self._agent = self._start_agent()

    def carry(self, chance: random.Random, *, kill_agent: bool, kill_centre: bool) -> None:
        """Bring a group's responses to the centre, with the kills of this group at random moments on the way."""
        if kill_agent:
            time.sleep(chance.uniform(0, 1.0))  # real time: the moment of the kill is what is random
            self._agent.kill()
        if kill_centre:
            time.sleep(chance.uniform(0, 0.5))
            self._centre.kill()
            self._centre = self._start_centre()
        if kill_agent:
            self._agent = self._start_agent()
        wait_until(lambda: ask_json("kiosk", "status", "--data", self._terminal)["in_no_batch"] == "0")

    def arrived(self) -> int:
        """How many responses the centre holds as rows."""
        return int(ask_json("sync.central", "status", *self._database)["responses"])

    def close(self) -> None:
        assert self._agent.end() == 0
        assert self._centre.end() == 0

    def logs_hold_none_of(self, identities: dict[str, dict[str, list[str]]]) -> bool:
        written = "".join(log.read_text("utf-8") for log in self._folder.glob("*.log"))
        return not any(identity in written for identity in identities)

    def _start_centre(self) -> Program:
        centre = Program(
            "sync.central", "serve", "--port", self._port, "--interval", "1", *self._database,
            log=self._folder / "centre.log",
        )  # fmt: skip
        self._address = centre.read().split()[-1]
        self._port = self._address.rpartition(":")[2]
        return centre

    def _start_agent(self) -> Program:
        return Program("sync.agent", "run", "--data", self._terminal, log=self._folder / "agent.log")
