"""What exports cost: time and memory of each format for a million responses, beside a bare cursor into `csv.writer`.

    .venv/bin/python -m tests.benchmarks.export [--responses 1000000]

Each runs as a process of its own on the same file, made once from a fixed seed with the Poznań questionnaire: the floor
writes the rows as they lie in the table, and once more with each question taken out by SQL, which are the same cells as
ours. Memory is the peak of the resident set.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from kiosk.content.reader import read_pack
from kiosk.domain.period import Period
from kiosk.domain.questionnaire import QuestionKind, Questionnaire
from kiosk.domain.response import Channel, Response
from kiosk.store.folder import FILE_NAME
from kiosk.store.store import Store

PACK = Path(__file__).parents[2] / "resources" / "offices" / "poznan"
ENDINGS = (".csv", ".jsonl", ".sav", ".dta", ".parquet", ".xlsx")
_STARTED = time.process_time()
"""What importing this took, the same for all."""
_WEEKS = [Period.parse(f"2025-W{week:02}") for week in range(1, 53)]


def responses(questionnaire: Questionnaire, number: int, seed: int = 20110902) -> Iterator[Response]:
    """Visits as the questionnaire allows them, one in six left before the end."""
    dice = random.Random(seed)
    for _ in range(number):
        answers: dict[str, tuple[str, ...]] = {}
        left = dice.random() < 1 / 6
        for question in questionnaire.questions:
            if question.scale is None or not question.is_asked(answers):
                continue
            if left and dice.random() < 0.2:
                break
            codes = [choice.code for choice in question.scale.choices]
            if dice.random() < 0.03:
                answers[question.key] = ()
            elif question.kind is QuestionKind.MULTIPLE:
                answers[question.key] = tuple(sorted(dice.sample(codes, dice.randint(1, min(3, len(codes))))))
            else:
                answers[question.key] = (dice.choice(codes),)
        yield Response(
            _uuid4(dice),
            questionnaire.id,
            questionnaire.version,
            dice.choice(("pl", "pl", "pl", "uk", "en", "de")),
            dice.choice(_WEEKS),
            Channel.TERMINAL,
            not left,
            answers,
        )


def _uuid4(dice: random.Random) -> str:
    digits = f"{dice.getrandbits(128):032x}"
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{'89ab'[dice.getrandbits(2)]}{digits[17:20]}-{digits[20:]}"


def main() -> None:
    options = _options()
    if options.floor:
        _floor(options.folder, by_question=options.floor == "questions")
    elif options.one:
        _one(options.folder, options.one)
    else:
        _all(options.responses)


def _all(number: int) -> None:
    questionnaire = read_pack(PACK).questionnaire
    with tempfile.TemporaryDirectory(dir=".") as folder:
        began = time.perf_counter()
        with Store.open(Path(folder)) as store:
            store.responses.add(responses(questionnaire, number))
        size = (Path(folder) / FILE_NAME).stat().st_size
        print(f"{number:,} responses, {size / 2**20:,.0f} MiB in SQLite, made in {time.perf_counter() - began:.0f} s")
        print(f"{'':<34}{'time':>9}{'processor':>11}{'memory':>12}{'file':>11}")
        bare = _run(folder, "bare cursor into csv.writer", "--floor", "rows")
        _run(folder, "the same, questions by SQL", "--floor", "questions")
        for ending in ENDINGS:
            took = _run(folder, f"kiosk export {ending}", "--one", ending)
            if ending == ".csv":
                print(f"{'':<34}{took / bare:>18.2f}× the bare cursor, in processor time")


def _run(folder: str, name: str, *arguments: str) -> float:
    program = [sys.executable, "-m", "tests.benchmarks.export", "--folder", folder, *arguments]
    told = json.loads(subprocess.run(program, check=True, capture_output=True, text=True).stdout.splitlines()[-1])
    figures = f"{told['seconds']:>7.1f} s{told['processor']:>9.1f} s{told['mib']:>8.0f} MiB{told['file_mib']:>7.0f} MiB"
    print(f"{name:<34}{figures}", flush=True)
    return float(told["processor"])


def _tell(began: float, file: Path) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    used = resource.getrusage(resource.RUSAGE_SELF)
    told = {
        "seconds": time.perf_counter() - began,
        "processor": used.ru_utime + used.ru_stime - _STARTED,
        "mib": peak,
        "file_mib": file.stat().st_size / 2**20,
    }
    print(json.dumps(told))
    file.unlink()


def _floor(folder: Path, *, by_question: bool) -> None:
    import csv  # noqa: PLC0415  # what is measured is this process

    from pysqlite3 import dbapi2  # noqa: PLC0415

    keys = [question.key for question in read_pack(PACK).questionnaire.questions if question.scale is not None]
    questions = "".join(f", json_extract(answers, '$.{key}')" for key in keys) if by_question else ", answers"
    out = folder / "floor.csv"
    began = time.perf_counter()
    connection = dbapi2.connect(str(folder / FILE_NAME))
    columns = f"id, questionnaire, version, language, period, channel, complete, flags{questions}"
    query = f"SELECT {columns} FROM responses"  # noqa: S608  # our own keys
    with out.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(connection.execute(query))
    _tell(began, out)


def _one(folder: Path, ending: str) -> None:
    from kiosk.commands.line import run_line  # noqa: PLC0415

    out = folder / f"out{ending}"
    began = time.perf_counter()
    status = run_line(["export", str(out), "--data", str(folder)])
    if status:
        sys.exit(status)
    _tell(began, out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time and memory of exports.")
    parser.add_argument("--responses", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--floor", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
