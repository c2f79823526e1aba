"""The batch is the unit of anonymity on the road: inside it nothing tells in which order people came."""

from __future__ import annotations

import json
import statistics
from pathlib import Path

from kiosk.store.road import Road
from kiosk.store.store import Store
from sync.agent.chance import Chance, SystemChance
from sync.agent.sealing import Sealing
from tests.builders import FakeClock, response

VISITS, BATCHES, ALLOWED = 54, 10, 0.22
"""Ten batches of 54: the mean rank correlation has a standard deviation of 0.043; five of them are allowed."""

BURST, ALLOWED_IN_A_BURST = range(20, 40), 0.37
"""Visits that a rule has flagged, and the same bound for ten times twenty of them."""


class Unshuffled(SystemChance):
    """The known-bad agent, which sends rows as they lie."""

    def shuffle(self, items: list[bytes]) -> None:
        items.sort(key=lambda line: json.loads(line)["answers"]["visit"])


def test_rows_of_a_batch_are_in_no_order(tmp_path: Path) -> None:
    assert abs(mean_correlation(tmp_path, SystemChance())) < ALLOWED


def test_flagged_rows_of_a_batch_are_in_no_order_either(tmp_path: Path) -> None:
    assert abs(mean_correlation(tmp_path, SystemChance(), BURST)) < ALLOWED_IN_A_BURST
    assert mean_correlation(tmp_path / "bad", Unshuffled(), BURST) > ALLOWED_IN_A_BURST


def test_order_would_be_found_in_a_batch_that_is_not_shuffled(tmp_path: Path) -> None:
    assert mean_correlation(tmp_path, Unshuffled()) > ALLOWED


def test_a_batch_says_no_more_of_the_time_than_the_day(tmp_path: Path) -> None:
    lines = sealed_lines(tmp_path, SystemChance())
    header = json.loads(lines[0])
    rows = [json.loads(line) for line in lines[1:]]
    plain = {"id", "questionnaire", "version", "language", "period", "channel", "complete", "answers"}
    assert {frozenset(row) for row in rows} == {frozenset(plain), frozenset(plain | {"flags"})}
    assert {tuple(row.get("flags", ())) for row in rows} == {(), ("burst-1",)}
    assert header["clock"]["local"] == "2026-11-23"


def mean_correlation(folder: Path, chance: Chance, among: range = range(VISITS)) -> float:
    found = []
    for seed in range(BATCHES):
        lines = sealed_lines(folder / str(seed), chance)
        visits = [int(json.loads(line)["answers"]["visit"][0]) for line in lines[1:]]
        assert sorted(visits) == list(range(VISITS))
        some = [visit for visit in visits if visit in among]
        found.append(statistics.correlation(some, range(len(some))))
    return statistics.fmean(found)


def sealed_lines(folder: Path, chance: Chance) -> list[bytes]:
    """The lines of one batch with everybody in it."""
    road = Road("00000000-0000-4000-8000-000000000001", "office", "http://127.0.0.1", "token", "0" * 16)
    with Store.open(folder, FakeClock()) as store:
        for visit in range(VISITS):
            store.responses.close(response({"visit": (str(visit),)}, flags=("burst-1",) if visit in BURST else ()))
        store.responses.settle()
        Sealing(store, FakeClock(), chance, seconds_between=0).seal(road)
        sealed = store.outbox.last(road.epoch)
        assert sealed is not None
        assert sealed.body is not None
        return sealed.body.splitlines()
