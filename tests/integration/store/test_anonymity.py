"""Nothing in the terminal's file tells in which order people came.

54 visits, as in the first survey of 2011, are made in a known order. Then everything an insider with the file could
sort by is tried: columns, keys, the order of a plain SELECT, the place of each response in the bytes of the file,
what the tallies say of the hour. Spearman's rank correlation with the true order, averaged over ten such surveys,
has a standard deviation of 1 / sqrt(53 * 10) = 0.043 when there is no trace; five of them are allowed.
"""

from __future__ import annotations

import logging
import random
import statistics
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pysqlite3 import dbapi2

from kiosk.domain.bursts import BURST_1
from kiosk.domain.response import Response
from kiosk.store.engine import open_engines
from kiosk.store.folder import FILE_NAME
from kiosk.store.migrating import note_shape
from kiosk.store.store import Store
from tests.builders import FakeClock, response

VISITS, SURVEYS, ALLOWED = 54, 10, 0.22
BURSTS = 3
"""Visits follow each other too fast so often in each survey; from the 4th on they are flagged."""

Keys = dict[str, list[float]]
Flag = Callable[[int], str]
"""What a flagged visit of the burst with this number carries."""


def burst_1(_burst: int) -> str:
    return BURST_1.id


def numbered(burst: int) -> str:
    """The known-bad flag, which tells one burst from the next."""
    return f"burst-{burst}"


def test_no_order_is_left_in_the_file(tmp_path: Path) -> None:
    found = correlations(tmp_path, settle=lambda store: store.responses.settle())
    columns = {"column id", "column answers", "column flags", "flags of the flagged"}
    assert set(found) >= columns | {"select", "outbox", "place in file", "hour by tally"}
    assert {name: rho for name, rho in found.items() if abs(rho) > ALLOWED} == {}


def test_order_would_be_found_if_the_file_were_not_settled(tmp_path: Path) -> None:
    found = correlations(tmp_path, settle=lambda _store: None)
    assert max(abs(rho) for rho in found.values()) > ALLOWED


def test_order_would_be_found_if_flags_told_one_burst_from_the_next(tmp_path: Path) -> None:
    found = correlations(tmp_path, settle=lambda store: store.responses.settle(), flag=numbered)
    assert abs(found["flags of the flagged"]) > ALLOWED


def test_order_would_be_found_in_a_table_with_rowids(tmp_path: Path) -> None:
    found = correlations(tmp_path, settle=lambda store: store.responses.settle(), before=give_rowids)
    assert abs(found["select"]) > ALLOWED


OURS = (FILE_NAME, "store.lock")


def test_settled_log_is_empty_and_nothing_else_lies_in_the_folder(tmp_path: Path) -> None:
    one_survey(tmp_path, 1, lambda store: store.responses.settle(), None)
    assert {file.name: file.stat().st_size for file in tmp_path.iterdir() if file.name not in OURS} in (
        {},
        {f"{FILE_NAME}-wal": 0, f"{FILE_NAME}-shm": 32768},
    )


def test_saving_writes_no_log_line(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        one_survey(tmp_path, 1, lambda store: store.responses.settle(), None)
    assert [record for record in caplog.records if not record.name.startswith("alembic")] == []


def test_declined_and_deleted_answers_leave_no_bytes_behind(tmp_path: Path) -> None:
    canary = "kanarek1234567890"
    with Store.open(tmp_path) as store:
        one = response({"ogolem": (canary,)}, complete=False)
        store.responses.keep(one)
        assert canary.encode() in b"".join(file.read_bytes() for file in tmp_path.iterdir())
        store.responses.close(replace(one, answers={"ogolem": ()}))
        store.responses.settle()
    assert canary.encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def correlations(
    folder: Path,
    settle: Callable[[Store], None],
    before: Callable[[Path], None] | None = None,
    flag: Flag = burst_1,
) -> dict[str, float]:
    """Mean rank correlation of each thing one can sort by with the true order."""
    found: dict[str, list[float]] = {}
    for seed in range(SURVEYS):
        survey = folder / str(seed)
        order = one_survey(survey, seed, settle, before, flag)
        for name, keys in everything_to_sort_by(survey, order).items():
            found.setdefault(name, []).append(spearman(keys))
    return {name: statistics.fmean(values) for name, values in found.items()}


def one_survey(
    folder: Path,
    seed: int,
    settle: Callable[[Store], None],
    before: Callable[[Path], None] | None,
    flag: Flag = burst_1,
) -> list[Response]:
    """Let 54 people answer over five days; gives their responses in the order in which they came."""
    chance = random.Random(seed)
    clock = FakeClock(datetime(2026, 11, 23, 7, 5, tzinfo=UTC))
    Store.open(folder).close()
    if before is not None:
        before(folder)
    came: list[Response] = []
    begun = sorted(random.Random(seed + 1000).sample(range(VISITS - 8), BURSTS))
    with Store.open(folder, clock) as store:
        for visit in range(VISITS):
            clock.time += timedelta(hours=17) if visit % 11 == 10 else timedelta(minutes=chance.randint(5, 60))
            burst = next((number for number in range(BURSTS) if 3 <= visit - begun[number] < 8), None)
            flags = () if burst is None else (flag(burst),)
            one = response({"ogolem": (chance.choice("12345"),)}, complete=False, flags=flags)
            store.responses.keep(one)
            for key in ("wynik", "siedziba")[: chance.randint(0, 2)]:
                one = replace(one, answers={**one.answers, key: (chance.choice("123"),)})
                store.responses.keep(one)
            store.responses.close(one)
            came.append(one)
            if visit % 5 == 0 or visit == VISITS - 1:
                settle(store)
    return came


def everything_to_sort_by(folder: Path, order: Sequence[Response]) -> Keys:
    """For each way of sorting: the key of every response, in the true order."""
    ids = [one.id for one in order]
    # Read as an insider would who has carried the file away: the bytes as they lie there, and SQL.
    contents = (folder / FILE_NAME).read_bytes()
    connection = dbapi2.connect(folder / FILE_NAME)
    connection.row_factory = dbapi2.Row
    rows = connection.execute("SELECT * FROM responses").fetchall()
    by_id = {row["id"]: row for row in rows}
    keys: Keys = {
        "select": ranks([row["id"] for row in rows], ids),
        "outbox": ranks([row[0] for row in connection.execute("SELECT response FROM outbox")], ids),
        "place in file": [contents.find(one.encode()) for one in ids],
        "last place in file": [contents.rfind(one.encode()) for one in ids],
    }
    for column in rows[0].keys():  # noqa: SIM118  # a row iterates over its values
        values = sorted({str(row[column]) for row in rows})
        keys[f"column {column}"] = [values.index(str(by_id[one][column])) for one in ids]
    flagged = [str(by_id[one]["flags"]) for one in ids if by_id[one]["flags"]]
    keys["flags of the flagged"] = [sorted(set(flagged)).index(flags) for flags in flagged]
    hours: dict[str, list[float]] = {}
    for row in connection.execute("SELECT weekday * 24 + hour AS moment, code, count FROM tallies"):
        hours.setdefault(row["code"], []).extend([row["moment"]] * row["count"])
    keys["hour by tally"] = [statistics.fmean(hours[one.answers["ogolem"][0]]) for one in order]
    connection.close()
    return keys


def ranks(listed: Sequence[str], ids: Sequence[str]) -> list[float]:
    return [float(listed.index(one)) for one in ids]


def spearman(keys: Sequence[float]) -> float:
    """Rank correlation of `keys` with 0, 1, 2, …; 0 where all keys are equal, for they say nothing."""
    if len(set(keys)) == 1:
        return 0.0
    ordered = sorted(keys)
    # Equal keys share the mean of their ranks.
    shared = [ordered.index(key) + (ordered.count(key) - 1) / 2 for key in keys]
    return statistics.correlation(shared, range(len(keys)))


def give_rowids(folder: Path) -> None:
    """The known-bad shape: an ordinary table, whose hidden rowid grows with every visitor."""
    connection = dbapi2.connect(folder / FILE_NAME)
    shape = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'responses'").fetchone()[0]
    connection.execute("DROP TABLE responses")
    connection.execute(shape.replace("WITHOUT ROWID", ""))
    connection.commit()
    connection.close()
    engines = open_engines(folder / FILE_NAME)
    with engines.write.begin() as writing:
        note_shape(writing)
    engines.dispose()
