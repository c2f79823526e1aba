"""Keys, revocation and the file road, as administrators use them: by commands."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kiosk.store.store import Store
from tests.builders import response
from tests.integration.sync.test_commands import Ended, Run, run, serving
from tests.keys import SETTINGS

__all__ = ["run"]


def answer(data: Path, number: int = 5) -> None:
    with Store.open(data) as store:
        store.responses.add(response() for _ in range(number))


def test_key_is_exchanged_and_a_stolen_terminal_shut_out(run: Run, central_url: str, tmp_path: Path) -> None:
    central = ("--database", central_url)
    data = ("--data", tmp_path / "terminal")
    with serving(*central) as (address, _):
        code = run("sync.central", "code", "--office", "us_poznan", *central).stdout.strip()
        assert "not enrolled" in run("sync.agent", "rotate-key", *data).stderr
        first = run("sync.agent", "enrol", code, "--central", address, *data)
        assert (first.returncode, "before, which will send" in first.stderr) == (0, False)
        answer(tmp_path / "terminal")
        assert run("sync.agent", "once", *data).returncode == 0
        with Store.open(tmp_path / "terminal") as store:
            road = store.road.read()
        assert road is not None

        other = run("sync.central", "code", "--office", "us_poznan", *central)
        assert re.search(r"until \d{4}-\d\d-\d\d \d\d:\d\d CES?T$", other.stderr.strip())

        rotated = run("sync.agent", "rotate-key", *data)
        answer(tmp_path / "terminal")
        after = run("sync.agent", "once", *data)
        revoked = run("sync.central", "revoke", road.terminal, *central)
        answer(tmp_path / "terminal")
        refused = run("sync.agent", "once", *data)
        anew = run("sync.agent", "enrol", other.stdout.strip(), "--central", address, *data)

    assert re.fullmatch(r"this terminal signs with a new key: [0-9a-f]{16}\n", rotated.stdout)
    assert after.returncode == 0, after.stderr
    assert road.terminal in revoked.stdout
    assert refused.returncode == 1
    assert "may not send any more" in refused.stderr
    assert f"it was terminal {road.terminal} of us_poznan before, which will send nothing more" in anew.stderr
    told = json.loads(run("sync.central", "terminals", "--json", *central).stdout)
    [gone] = [one for one in told if one["revoked"]]
    assert (len(told), gone["id"], gone["office"]) == (2, road.terminal, "us_poznan")
    assert (gone["batches"], gone["epochs"]) == (2, 1)
    assert gone["public_key"] in rotated.stdout
    assert "revoked" in run("sync.central", "terminals", "--office", "us_poznan", *central).stdout
    assert run("sync.central", "terminals", "--office", "nobody", *central).stdout.count("\n") == 1
    unknown = run("sync.central", "revoke", "00000000-0000-4000-8000-000000000000", *central)
    assert (unknown.returncode, "no terminal" in unknown.stderr) == (1, True)


def test_office_without_a_network_by_commands_alone(run: Run, central_url: str, tmp_path: Path) -> None:
    central = ("--database", central_url)
    data = ("--data", tmp_path / "terminal")
    parcel = tmp_path / "a.parcel"
    receipt = tmp_path / "a.parcel.receipt"
    code = run("sync.central", "code", "--office", "us_poznan", *central).stdout.strip()

    asked = run("sync.agent", "take", parcel, "--code", code, *data)
    enrolled = run("sync.central", "accept", parcel, *central)
    joined = run("sync.agent", "receive", receipt, "--code", code, *data)
    again = run("sync.agent", "receive", receipt, "--code", code, *data)
    nothing = run("sync.agent", "take", tmp_path / "b.parcel", *data)
    answer(tmp_path / "terminal")
    taken = run("sync.agent", "take", parcel, *data)
    accepted = run("sync.central", "accept", parcel, *central)
    received = run("sync.agent", "receive", receipt, *data)

    assert [one.returncode for one in (asked, enrolled, joined, nothing, taken, accepted, received)] == [0] * 7
    assert "asks for an enrolment" in asked.stdout
    assert "is enrolled" in enrolled.stdout
    assert f"of office us_poznan; its data is in {tmp_path / 'terminal'}" in joined.stdout
    assert (again.returncode, "has been taken in before: this is terminal" in again.stderr) == (1, True)
    assert "nothing waits" in nothing.stdout
    assert not (tmp_path / "b.parcel").exists()
    assert "1 batch in" in taken.stdout
    assert "1 batch of terminal" in accepted.stdout
    assert "holds 1 batch of this terminal" in received.stdout
    status = json.loads(run("sync.agent", "status", "--json", *data).stdout)
    assert (status["unacknowledged_batches"], status["central"]) == (0, "file:")
    books = json.loads(run("sync.central", "ledger", "--json", *central).stdout)
    assert "for a new key enrol it anew: kiosk-sync take" in run("sync.agent", "rotate-key", *data).stderr
    assert books["balances"]
    assert sum(page["rows"] for page in books["pages"]) == 5


@pytest.mark.parametrize("by_stick", [False, True])
def test_terminal_whose_enrolment_is_damaged_enrols_anew(run: Run, tmp_path: Path, *, by_stick: bool) -> None:
    central, data = ("--data", tmp_path / "central"), ("--data", tmp_path / "terminal")
    parcel = tmp_path / "a.parcel"

    def enrol(address: str) -> Ended:
        code = run("sync.central", "code", "--office", "us_poznan", *central).stdout.strip()
        if not by_stick:
            return run("sync.agent", "enrol", code, "--central", address, *data)
        run("sync.agent", "take", parcel, "--code", code, *data)
        run("sync.central", "accept", parcel, *central)
        return run("sync.agent", "receive", tmp_path / "a.parcel.receipt", "--code", code, *data)

    run("sync.central", "code", "--office", "us_poznan", *central)
    with serving(*central) as (address, _):
        first = enrol(address)
        answer(tmp_path / "terminal")
        with Store.open(tmp_path / "terminal") as store, store._engines.write.begin() as connection:
            connection.exec_driver_sql("UPDATE road SET office = 'x'")
        anew = enrol(address)
        again = enrol(address)
    assert [(one.returncode, "enrolled as terminal" in one.stdout) for one in (first, anew, again)] == [(0, True)] * 3
    assert "before, which will send nothing more" not in first.stderr + anew.stderr
    assert "before, which will send nothing more" in again.stderr


def test_what_can_still_be_read_on_its_way_is_told(run: Run, tmp_path: Path) -> None:
    central, folder = ("--data", tmp_path / "central"), tmp_path / "terminal"
    parcel, data = tmp_path / "a.parcel", ("--data", folder)
    code = run("sync.central", "code", "--office", "us_poznan", *central).stdout.strip()
    run("sync.agent", "take", parcel, "--code", code, *data)
    run("sync.central", "accept", parcel, *central)
    run("sync.agent", "receive", tmp_path / "a.parcel.receipt", "--code", code, *data)
    answer(folder)
    before = run("sync.agent", "take", parcel, *data)
    (folder / "okienko.toml").write_text(SETTINGS, encoding="utf-8")
    after = run("sync.agent", "take", parcel, *data)
    assert (before.stderr, before.returncode, after.returncode) == ("", 0, 0)
    assert after.stderr.startswith("kiosk-sync take: 1 batch formed before answers were encrypted can be read")


def test_wrong_files_and_full_sticks_are_told_in_one_sentence(run: Run, central_url: str, tmp_path: Path) -> None:
    central = ("--database", central_url)
    data = ("--data", tmp_path / "terminal")
    (tmp_path / "rubbish").write_bytes(b"rubbish")

    for ended in (
        run("sync.central", "accept", tmp_path / "gone", *central),
        run("sync.central", "accept", tmp_path / "rubbish", *central),
        run("sync.central", "accept", tmp_path, *central),
        run("sync.agent", "receive", tmp_path / "gone", *data),
        run("sync.agent", "receive", tmp_path / "rubbish", *data),
        run("sync.agent", "receive", tmp_path / "rubbish", "--code", "BCDFGHJK", *data),
        run("sync.agent", "take", tmp_path / "parcel", *data),
        run("sync.agent", "take", tmp_path / "no" / "folder" / "parcel", "--code", "BCDFGHJK", *data),
    ):
        assert ended.returncode == 1
        assert len(ended.stderr.splitlines()) == 1, ended.stderr
        assert "Traceback" not in ended.stderr
