"""A process that takes in the answers of many visitors as a terminal does, forms a batch, and dies with a core dump."""

from __future__ import annotations

import logging
import os
import sys
import uuid
from dataclasses import replace
from pathlib import Path

from kiosk.commands.keeping import OpeningKeeper
from kiosk.domain.comment import Comment
from kiosk.settings import read_settings
from kiosk.store.store import Store
from kiosk.terminal.bugs import end_on_bugs
from sync.agent.sealing import Sealing
from tests.builders import WEEK, FakeClock, response
from tests.integration.store.working_days import ROAD
from tests.integration.sync.terminal import SeededChance


def main(data: Path, canary: str, visitors: int, *, may_dump: bool) -> None:
    logging.basicConfig(level=logging.DEBUG, filename=data / "everything.log")
    if not may_dump:
        end_on_bugs(lambda: None)
    clock = FakeClock()
    keeper = OpeningKeeper(data, clock, holders=read_settings(data, {}).holders)
    for number in range(visitors):
        answers = {"ogolem": (canary,), "wynik": (f"{canary}-{number}",), "powod": (canary, "czas")}
        one = response(answers)
        keeper.keep(replace(one, answers={"ogolem": (canary,)}, complete=False))
        keeper.keep(replace(one, complete=False))
        keeper.close(one)
        if number % 10 == 0:
            keeper.comment(Comment(str(uuid.uuid4()), "pilot", "uwagi", "pl", WEEK, f"Widziałem {canary}."))
        if number == visitors // 2:
            keeper.settle()
            with Store.open(data, clock) as store:
                store.road.write(ROAD)
                Sealing(store, clock, SeededChance(1), seconds_between=0).seal(ROAD)
    keeper.keep(response({"wynik": (canary,)}, complete=False))  # somebody stands here, and the log is full
    os.abort()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), may_dump="--may-dump" in sys.argv)
