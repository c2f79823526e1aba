"""A response that is damaged in the centre's database holds up no other, is told, and is made anew of its batch."""

from __future__ import annotations

import csv
import json
import signal
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, text

from sync.central.store import tables
from sync.central.store.engine import reading, writing
from sync.central.store.readable import count_unreadable
from sync.central.store.rows import columns_of
from sync.central.store.statements import insert_many_missing
from sync.protocol import ENCRYPTED_FORMAT, Malformed, Row, encode_row, read_row
from tests.integration.sync.office import Office, row
from tests.integration.sync.test_commands import Ended, Run, run
from tests.keys import HOLDERS, key_file

__all__ = ["run"]
OVER = "2026-W36"
ROWS = 18
ANYWHERE = [
    "answers = '[1]'",
    "answers = '\"x\"'",
    "answers = 'null'",
    'answers = \'{"ogolem": "4"}\'',
    "answers = '{\"ogolem\": [4]}'",
    'answers = \'{"ogolem": [["4"]]}\'',
    "period = '2026-W99'",
    "period = '2025-W53'",
    "period = '2026-02-30'",
    "period = 'x'",
    "version = 0",
    "id = 'x' || substr(id, 2)",
    "id = substr(id, 1, 35) || 'x'",
]
"""One wrong value, such as somebody makes by hand or a disk by a single bit."""
IN_SQLITE = [
    "answers = substr(answers, 1, 9)",
    "answers = CAST(X'7BFF7D' AS TEXT)",
    "answers = CAST(answers AS BLOB)",
    "answers = ''",
    "office = CAST(X'FF' AS TEXT)",
    "office = X'706F7A'",
    "office = ''",
    "language = CAST('p' || X'01' AS TEXT)",
    "channel = CAST(X'C3' AS TEXT)",
    "questionnaire = CAST(X'70FF' AS TEXT)",
    "flags = CAST(X'80' AS TEXT)",
    "period = CAST(X'FF' AS TEXT)",
    "version = 'one'",
    "version = 1.5",
    "complete = 7",
    "complete = 'x'",
    "id = CAST(X'FF' || substr(id, 2) AS TEXT)",
    "id = CAST(substr(id, 1, 35) || X'00' AS TEXT)",
]
READABLE = [
    "answers = replace(CAST(answers AS TEXT), '4', '5')",
    "language = 'uk'",
    "period = '2026-W35'",
    "channel = 'paper'",
    "office = 'pnznan'",
    "questionnaire = 'pilou'",
    "version = 2",
    "flags = 'burst-1'",
    "complete = NOT complete",
    "id = 'ffffffff' || substr(id, 9)",
    "id = substr(id, 1, 24) || 'ffffffffffff'",
]
"""What looks like a response all the same, and is none that came."""


@pytest.fixture
def filled(office: Office) -> Office:
    terminal = office.terminal()
    for _ in range(2):
        terminal.send([*(row(period=OVER) for _ in range(6)), b"no row"])
    office.terminal("gniezno").send([row(period=OVER) for _ in range(6)])
    office.projector.catch_up()
    return office


def damage(office: Office, change: str, which: str = "office = 'poznan'") -> None:
    """Change the first response of those."""
    is_postgresql = office.store._engine.dialect.name == "postgresql"
    if is_postgresql and change.startswith("answers"):
        change = change.replace("answers = ", "answers = (", 1) + ")::jsonb"
    with writing(office.store._engine) as connection:
        first = connection.scalar(select(func.min(tables.response.c.id)).where(text(which)))
        query = f"UPDATE response SET {change} WHERE id = '{first}'"  # noqa: S608  # ours
        assert connection.exec_driver_sql(query).rowcount == 1


def harms(office: Office) -> list[str]:
    return ANYWHERE + IN_SQLITE * (office.store._engine.dialect.name == "sqlite")


def rows_of(file: Path) -> dict[str, dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return {one["id"]: one for one in csv.DictReader(opened)}


class Centre:
    """The commands of the centre over one database."""

    def __init__(self, run: Run, url: str, folder: Path) -> None:
        self._run, self._url, self._folder = run, url, folder

    def __call__(self, *arguments: str | Path) -> Ended:
        return self._run("sync.central", *arguments, "--database", self._url)

    def exported(self, *arguments: str) -> tuple[Ended, dict[str, dict[str, str]]]:
        """An export, and its rows."""
        file = self._folder / "out.csv"
        file.unlink(missing_ok=True)
        ended = self("export", file, "--questionnaire", "pilot", *arguments)
        return ended, rows_of(file)


@pytest.fixture
def centre(run: Run, central_url: str, tmp_path: Path) -> Centre:
    return Centre(run, central_url, tmp_path)


@pytest.fixture
def whole(filled: Office, centre: Centre) -> dict[str, dict[str, str]]:
    """What is exported while nothing is damaged."""
    ended, rows = centre.exported()
    assert ended.returncode == 0
    assert len(rows) == ROWS
    return rows


def test_export_carries_all_others_and_tells(filled: Office, whole: dict[str, object], centre: Centre) -> None:
    for harm in harms(filled):
        damage(filled, harm)
        ended, rows = centre.exported()
        assert ended.returncode == 1, harm
        assert "responses that are damaged, and left out: 1; kiosk-central ledger tells" in ended.stderr, harm
        assert "kiosk-central retry" in ended.stderr
        assert rows.items() <= whole.items(), harm
        assert len(rows) == ROWS - 1, harm
        told = json.loads(centre("status", "--json").stdout)
        assert (told["responses"], told["unreadable_responses"]) == (ROWS, 1), harm
        assert centre("terminals").returncode == 0
        retried = centre("retry")
        assert (retried.returncode, retried.stderr) == (0, ""), harm
        assert "gone: 1; made anew: 1" in retried.stdout, harm
        again, rows = centre.exported()
        assert (again.returncode, rows) == (0, whole), harm
        assert centre("ledger").returncode == 0, harm


@pytest.mark.parametrize("how", [("--pack", "resources/offices/poznan"), ("--public",), ("--labels",)])
def test_every_kind_of_export_does(
    filled: Office, whole: dict[str, object], centre: Centre, how: tuple[str, ...], tmp_path: Path
) -> None:
    damage(filled, "answers = '[1]'")
    ended = centre("export", tmp_path / "x.csv", *how)
    assert (ended.returncode, ended.stderr.count("left out: 1")) == (1, 1)
    assert (tmp_path / "x.csv").exists()


def test_release_does(filled: Office, whole: dict[str, object], centre: Centre, tmp_path: Path) -> None:
    damage(filled, "answers = '[1]'")
    ended = centre("export", "--release", tmp_path / "release", "--pack", "resources/offices/poznan")
    assert (ended.returncode, ended.stderr.count("left out: 1")) == (1, 1)
    assert len((tmp_path / "release" / "dane.csv").read_text("utf-8-sig").splitlines()) == ROWS


def test_ledger_finds_whatever_is_not_as_it_came(filled: Office, whole: dict[str, object], centre: Centre) -> None:
    for harm in [*harms(filled), *READABLE]:
        damage(filled, harm)
        ended = centre("ledger")
        assert ended.returncode == 1, harm
        assert (
            "rows gone: 1, not as they came: 0" if harm.startswith("id") else "rows gone: 0, not as they came: 1"
        ) in ended.stdout
        assert "kiosk-central retry" in ended.stderr
        told = json.loads(centre("ledger", "--json").stdout)
        assert sum(page["missing"] + page["altered"] for page in told["pages"]) == 1
        assert told["balances"] is False
        assert centre("retry").returncode == 0
        assert centre.exported()[1] == whole, harm
        assert filled.store.status().responses == ROWS, "and nothing is left beside it"
        assert centre("ledger").returncode == 0, harm


def test_what_is_gone_comes_again(filled: Office, whole: dict[str, object], centre: Centre) -> None:
    with writing(filled.store._engine) as connection:
        connection.exec_driver_sql("DELETE FROM response")
    assert "made anew: 18" in centre("retry").stdout
    assert centre.exported()[1] == whole


def test_week_that_few_share_is_not_told_because_one_more_cannot_be_read(office: Office, centre: Centre) -> None:
    office.terminal().send([row(period=OVER) for _ in range(10)])
    office.terminal("gniezno").send([row(period=OVER) for _ in range(5)])
    assert len(office.ids()) == 15
    damage(office, "answers = '[1]'", "office = 'gniezno'")

    ended, rows = centre.exported()

    assert ended.returncode == 1
    assert {one["office"] for one in rows.values()} == {"poznan"}
    assert "held back: their week has not been over for 14 days, or fewer than five share it" in ended.stdout


def test_nothing_is_made_of_a_batch_that_is_damaged_itself(filled: Office, centre: Centre) -> None:
    damage(filled, "answers = '[1]'", "office = 'gniezno'")
    with writing(filled.store._engine) as connection:
        connection.exec_driver_sql("UPDATE inbox SET sha = '00' WHERE office = 'gniezno'")

    ended = centre("retry")

    assert ended.returncode == 1
    assert "1 could not be made anew" in ended.stderr
    assert "kiosk-central restore" in ended.stderr
    assert filled.store.status().responses == ROWS, "what is there stays"
    assert len(centre.exported()[1]) == ROWS - 1


def test_batch_that_is_damaged_is_told_also_where_its_responses_are_gone(filled: Office, centre: Centre) -> None:
    with writing(filled.store._engine) as connection:
        connection.exec_driver_sql("DELETE FROM response WHERE office = 'gniezno'")
        connection.exec_driver_sql("UPDATE inbox SET sha = '00' WHERE office = 'gniezno'")
    for command in ("retry", "ledger"):
        ended = centre(command)
        assert (ended.returncode, "kiosk-central restore" in ended.stderr) == (1, True)


def test_encrypted_answers_are_made_anew_with_the_key_and_not_touched_without(
    office: Office, centre: Centre, tmp_path: Path
) -> None:
    came = [row(period=OVER, answers={}) for _ in range(6)]
    lines = [encode_row(_encrypted(one)) for one in came]
    terminal = office.terminal()
    terminal.send(lines, fmt=ENCRYPTED_FORMAT)
    key = key_file(tmp_path / "central.key", 1)
    assert len(centre.exported("--key", str(key))[1]) == 6
    damage(office, "answers = '[1]'")
    assert "not as they came: 1" in centre("ledger").stdout

    without = centre("retry")
    assert (without.returncode, "--key FILE" in without.stderr) == (1, True)
    assert office.store.status().responses == 6
    other = centre("retry", "--key", key_file(tmp_path / "other.key", 2))
    assert (other.returncode, "not by this key" in other.stderr) == (1, True)
    assert office.store.status().responses == 6
    assert centre("retry", "--key", key).returncode == 0
    ended, rows = centre.exported()
    assert (ended.returncode, len(rows), {one["ogolem"] for one in rows.values()}) == (0, 6, {"4"})


def _encrypted(one: Row) -> Row:
    fields = {name: getattr(one, name) for name in ("questionnaire", "language", "period")}
    return row(one.id, answers={}, encrypted=HOLDERS.encrypted(one.id, '{"ogolem":["4"]}'), **fields)


def test_copy_leaves_out_what_cannot_be_read_and_it_is_made_anew_there(
    filled: Office, whole: dict[str, object], centre: Centre, run: Run, tmp_path: Path
) -> None:
    for harm in [*harms(filled)[::9], "answers = '[1]'"]:
        damage(filled, harm)
        copied = centre("backup", tmp_path / "copy.sqlite", "--drill")
        assert (copied.returncode, copied.stderr.count("left out: 1")) == (1, 1), harm
        assert f"{ROWS - 1} responses" in copied.stdout
        assert centre("retry").returncode == 0
    target = tmp_path / "target"
    restored = run("sync.central", "restore", tmp_path / "copy.sqlite", "--data", target)
    assert restored.returncode == 0
    assert run("sync.central", "retry", "--data", target).returncode == 0
    assert run("sync.central", "export", tmp_path / "x.csv", "--data", target).returncode == 0
    assert rows_of(tmp_path / "x.csv") == whole


def test_ctrl_c_while_they_are_looked_for(
    filled: Office, whole: dict[str, object], centre: Centre, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if filled.store._engine.dialect.name != "sqlite":
        return  # nothing of ours runs inside the other
    monkeypatch.setattr("sync.central.store.readable._are_answers", lambda _answers: signal.raise_signal(signal.SIGINT))
    ended = centre("export", tmp_path / "x.csv")
    assert (ended.returncode, ended.stdout, "raised" in ended.stderr) == (130, "", False)
    assert not (tmp_path / "x.csv").exists()


words = st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,9}", fullmatch=True)
periods = st.dates().map(str) | st.builds("{:04}-W{:02}".format, st.integers(0, 9999), st.integers(0, 54))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "questionnaire": words,
                "version": st.integers(1, 2**31 - 1),
                "language": st.from_regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,1}", fullmatch=True),
                "period": periods,
                "channel": words,
                "complete": st.booleans(),
                "answers": st.dictionaries(words, st.lists(words, max_size=3).map(tuple), max_size=4),
                "flags": st.sets(st.from_regex(r"[a-z]{1,9}-[0-9]{1,3}", fullmatch=True), max_size=3).map(
                    lambda flags: tuple(sorted(flags))
                ),
            }
        ),
        max_size=20,
    )
)
def test_whatever_may_come_can_be_read(office: Office, given_rows: list[dict[str, object]]) -> None:
    """Else a whole response would be left out, and made anew for ever."""
    rows = [row(), *(one for one in (row(str(uuid.uuid4()), **fields) for fields in given_rows) if _may_come(one))]
    with writing(office.store._engine) as connection:
        insert_many_missing(connection, tables.response, [columns_of(one, "poznan") for one in rows])
    with reading(office.store._engine) as connection:
        assert count_unreadable(connection) == 0


def _may_come(one: Row) -> bool:
    try:
        read_row(encode_row(one))
    except Malformed:
        return False
    return True


@pytest.fixture(autouse=True)
def _log_is_quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No log holds an answer."""
    yield
    assert "ogolem" not in caplog.text
