"""Nothing in the terminal's file tells in which order comments came, nor which response each belongs to.

54 visits leave a response and a comment each, in a known order; whatever an insider with the file can sort by is held
against it, and the places of comments against those of the responses. The bounds are those of `test_anonymity`.
"""

from __future__ import annotations

import random
import statistics
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pysqlite3 import dbapi2

from kiosk.domain.comment import Comment
from kiosk.domain.period import Period, PeriodLength
from kiosk.store.engine import open_engines
from kiosk.store.folder import FILE_NAME
from kiosk.store.migrating import note_shape
from kiosk.store.store import Store
from tests.builders import FakeClock, response
from tests.integration.store.test_anonymity import ALLOWED, SURVEYS, VISITS, ranks, spearman

_WORDS = "kolejka krzesło winda okno bardzo miło długo szybko pokój formularz strona ciasno jasno dobrze źle"
WORDS = _WORDS.split()


def test_no_order_is_left_among_comments(tmp_path: Path) -> None:
    found = correlations(tmp_path, lambda store: store.responses.settle())
    assert set(found) >= {
        "select",
        "place in file",
        "place in log",
        "places together",
        "column id",
        "column text",
        "column period",
    }
    assert {name: rho for name, rho in found.items() if abs(rho) > ALLOWED} == {}


def test_order_would_be_found_if_the_file_were_not_settled(tmp_path: Path) -> None:
    found = correlations(tmp_path, lambda _store: None)
    assert max(abs(rho) for rho in found.values()) > ALLOWED


def test_order_would_be_found_in_a_table_with_rowids(tmp_path: Path) -> None:
    found = correlations(tmp_path, lambda store: store.responses.settle(), before=give_rowids)
    assert abs(found["select"]) > ALLOWED


def correlations(
    folder: Path, settle: Callable[[Store], None], before: Callable[[Path], None] | None = None
) -> dict[str, float]:
    found: dict[str, list[float]] = {}
    for seed in range(SURVEYS):
        survey = folder / str(seed)
        Store.open(survey).close()
        if before is not None:
            before(survey)
        for name, rho in one_survey(survey, seed, settle).items():
            found.setdefault(name, []).append(rho)
    return {name: statistics.fmean(values) for name, values in found.items()}


def one_survey(folder: Path, seed: int, settle: Callable[[Store], None]) -> dict[str, float]:
    """Let people answer and write in one week; how far whatever can be sorted by tells their order."""
    chance = random.Random(seed)
    clock = FakeClock(datetime(2026, 11, 23, 7, 5, tzinfo=UTC))
    came: list[tuple[str, str]] = []
    with Store.open(folder, clock) as store:
        for visit in range(VISITS):
            clock.time += timedelta(hours=17) if visit % 11 == 10 else timedelta(minutes=chance.randint(5, 60))
            answered = response({"ogolem": (chance.choice("12345"),)})
            week = Period.containing(clock.now().date(), PeriodLength.WEEK)
            text = " ".join(chance.choices(WORDS, k=chance.randint(2, 40)))
            written = Comment(str(uuid.uuid4()), "pilot", "uwagi", "pl", week, text)
            store.responses.close(answered)
            store.comments.add(written)
            came.append((answered.id, written.id))
            if visit % 5 == 0 or visit == VISITS - 1:
                settle(store)
        # While the store is open, as when its power is cut: closing it empties the log.
        return {name: spearman(keys) for name, keys in keys_of(folder, came).items()}


def keys_of(folder: Path, came: list[tuple[str, str]]) -> dict[str, list[float]]:
    ids = [written for _, written in came]
    contents = (folder / FILE_NAME).read_bytes()
    log = (folder / f"{FILE_NAME}-wal").read_bytes()
    connection = dbapi2.connect(folder / FILE_NAME)
    connection.row_factory = dbapi2.Row
    rows = connection.execute("SELECT * FROM comments").fetchall()
    connection.close()
    by_id = {row["id"]: row for row in rows}
    places = [contents.find(one.encode()) for one in ids]
    of_responses = [contents.find(answered.encode()) for answered, _ in came]
    in_order_of_responses = sorted(range(VISITS), key=of_responses.__getitem__)
    keys: dict[str, list[float]] = {
        "select": ranks([row["id"] for row in rows], ids),
        "place in file": [float(place) for place in places],
        "place in log": [float(log.find(one.encode())) for one in ids],
        "places together": [float(places[visit]) for visit in in_order_of_responses],
    }
    for column in rows[0].keys():  # noqa: SIM118  # a row iterates over its values
        values = sorted({str(row[column]) for row in rows})
        keys[f"column {column}"] = [values.index(str(by_id[one][column])) for one in ids]
    return keys


def give_rowids(folder: Path) -> None:
    """The known-bad shape: an ordinary table, whose hidden rowid grows with every visitor."""
    connection = dbapi2.connect(folder / FILE_NAME)
    shape = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'comments'").fetchone()[0]
    connection.execute("DROP TABLE comments")
    connection.execute(shape.replace("WITHOUT ROWID", ""))
    connection.commit()
    connection.close()
    engines = open_engines(folder / FILE_NAME)
    with engines.write.begin() as writing:
        note_shape(writing)
    engines.dispose()
