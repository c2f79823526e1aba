"""Damage in the terminal's file never stops the agent: what can be read arrives at the centre, once."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.commands.keeping import OpeningKeeper
from kiosk.domain.errors import DamagedStore
from kiosk.domain.response import Response
from kiosk.store import opening
from kiosk.store.folder import FILE_NAME
from kiosk.store.road import Road, RoadStore
from kiosk.store.store import Store
from sync.agent import living
from sync.agent.__main__ import main
from tests.builders import FakeClock, response
from tests.integration.small_disk import fill_up, small_disk
from tests.integration.sync.office import Office
from tests.integration.sync.terminal import AgentTerminal, enrolled
from tests.integration.sync.test_commands import catches

ROOT = Path(__file__).parents[3]
BATCH = [
    "body = CAST(replace(CAST(body AS TEXT), 'pilot', 'pilos') AS BLOB)",
    "body = CAST(replace(CAST(body AS TEXT), '-', '_') AS BLOB)",
    "sha = 'a' || sha",
    "prev = 'a' || prev",
    "row_count = row_count + 1",
    "n = n + 16",
    "epoch = 'a' || epoch",
]


def damage(terminal: AgentTerminal, statement: str) -> None:
    with terminal.store._engines.write.begin() as connection:
        assert connection.execute(text(statement)).rowcount == 1


@pytest.mark.parametrize("change", BATCH)
@pytest.mark.parametrize("n", [2, *(pytest.param(n, marks=pytest.mark.nightly) for n in (1, 3))])
def test_responses_of_a_damaged_batch_arrive_in_another_one(
    office: Office, tmp_path: Path, n: int, change: str
) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(5)
        terminal.once()
        for _ in range(2):
            given += terminal.answer(5)
            terminal.sealing().seal(terminal.road)
        damage(terminal, f"UPDATE batches SET {change} WHERE n = {n}")  # noqa: S608  # our own words
        terminal.once()
        given += terminal.answer(5)
        terminal.once()
        epoch = terminal.road.epoch
        terminal.once()
        assert terminal.road.epoch == epoch, "one new epoch is enough"
        assert sorted(office.ids()) == sorted(one.id for one in given)
        assert terminal.store.damage() == "batches: 1"


def test_damaged_response_stays_and_the_others_arrive(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        bad, *rest = terminal.answer(7)
        damage(terminal, f"UPDATE responses SET answers = '[1' WHERE id = '{bad.id}'")  # noqa: S608
        terminal.once()
        assert sorted(office.ids()) == sorted(one.id for one in rest)
        assert terminal.store.damage() == "outbox without response: 1, responses: 1"


def test_entries_of_the_outbox_arrive_when_they_are_damaged(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(7)
        for one in given[:3]:
            damage(terminal, f"UPDATE outbox SET response = 'g' || response WHERE response = '{one.id}'")  # noqa: S608
        terminal.once()
        assert sorted(office.ids()) == sorted(one.id for one in given)
        assert terminal.store.damage() == ""


BROKEN = b"\xa5" * 4096


def break_all_but_the_first_page(folder: Path) -> None:
    file = folder / FILE_NAME
    pages = file.stat().st_size // 4096
    with file.open("r+b") as stream:
        stream.seek(4096)
        stream.write(BROKEN * (pages - 1))


def test_agent_that_meets_damage_as_it_starts_opens_the_file_anew_which_saves_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Where it cannot even tell what it waits for it begins all the same: what is to be done, it does in its round."""
    monkeypatch.setenv("OKIENKO_START_SPREAD_SECONDS", "0")
    monkeypatch.setattr(living, "_SHORTEST", 0.01)
    read, met = RoadStore.read, list[str]()

    def broken(road: RoadStore) -> Road | None:
        met.append("damage" if len(met) < 2 else "nothing")
        if met[-1] == "damage":
            raise DamagedStore("cannot read the road: database disk image is malformed")
        if len(met) == 4:  # in the second life's round
            signal.raise_signal(signal.SIGTERM)
        return read(road)

    with Store.open(tmp_path) as store:
        given = response()
        store.responses.close(given)
    monkeypatch.setattr(RoadStore, "read", broken)
    monkeypatch.setattr(opening, "damage_of", lambda _file, engines: engines.dispose() or "broken for a test")
    assert main(["run", "--data", str(tmp_path)]) == 0
    assert met[:2] == ["damage", "damage"]
    assert [one for one in caplog.messages if "opened anew" in one] == [
        "cannot read the road: database disk image is malformed; the file is opened anew in 0 seconds"
    ]
    assert list(tmp_path.glob(f"{FILE_NAME}.corrupt.*"))
    with Store.open(tmp_path) as store:
        assert [one.id for one in store.responses.stream()] == [given.id]


def test_terminal_takes_answers_again_soon_where_the_agent_has_the_damaged_file_open(tmp_path: Path) -> None:
    """It may rest for an hour; no visitor could answer for so long."""
    Store.open(tmp_path).close()
    command = [sys.executable, "-m", "sync.agent", "run", "--data", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as agent:
        try:
            assert agent.stdout is not None
            assert "not enrolled" in agent.stdout.readline()
            keeper, one = OpeningKeeper(tmp_path, FakeClock()), response()
            keeper.close(response())
            break_all_but_the_first_page(tmp_path)
            keeper._opened()._engines.dispose()  # what is in its cache would hide it
            with pytest.raises(DamagedStore, match="every program that uses it has ended"):
                keeper.close(one)
            end = time.monotonic() + 30
            while not kept(keeper, one) and time.monotonic() < end:
                time.sleep(0.1)
            assert time.monotonic() < end
            assert agent.poll() is None
        finally:
            agent.terminate()
            _, told = agent.communicate(timeout=30)
    assert "the file is opened anew in 5 seconds" in told
    assert agent.returncode == 0
    keeper.end()
    with Store.open(tmp_path) as store:
        assert one.id in {found.id for found in store.responses.stream()}


def test_agent_waits_on_a_full_disk_until_somebody_has_made_room(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sync.agent", "run", "--data", str(tmp_path / "disk" / "data")]
    with small_disk(tmp_path / "disk", "2m") as disk:
        (disk / "data").mkdir()
        ballast = fill_up(disk)
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as agent:
            try:
                assert agent.stdout is not None
                assert agent.stderr is not None
                told = agent.stderr.readline()
                ballast.unlink()
                assert "not enrolled" in agent.stdout.readline()
                end = time.monotonic() + 20
                while not catches(agent.pid, signal.SIGTERM) and time.monotonic() < end:
                    time.sleep(0.02)
            finally:
                agent.terminate()
            assert agent.wait(timeout=30) == 0
    assert "the file is opened anew in 5 seconds" in told


def kept(keeper: OpeningKeeper, one: Response) -> bool:
    try:
        keeper.close(one)
    except DamagedStore:
        return False
    return True
