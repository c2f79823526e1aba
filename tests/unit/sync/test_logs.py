"""What the centre's log says, and what it never does."""

from __future__ import annotations

import json
import logging
import sys

import pytest

from sync.central.logs import Lines


def record(message: str, *details: object, fault: bool = False) -> logging.LogRecord:
    made = logging.LogRecord("sync.central.projector", logging.ERROR, __file__, 1, message, details, None)
    if fault:
        try:
            raise KeyError("what somebody has answered")
        except KeyError:
            made.exc_info = sys.exc_info()
    return made


def test_line_of_json_has_time_level_place_and_message() -> None:
    line = Lines(as_json=True).format(record("projection waits: %s", "zażółć\n"))

    assert "\n" not in line
    told = json.loads(line)
    assert (told["level"], told["where"]) == ("error", "sync.central.projector")
    assert told["message"] == "projection waits: zażółć\n"
    assert told["time"].endswith("+00:00")


@pytest.mark.parametrize("as_json", [True, False])
def test_exception_tells_its_kind_and_place_and_not_its_words(as_json: bool) -> None:  # noqa: FBT001
    line = Lines(as_json=as_json).format(record("failed", fault=True))

    assert "KeyError at tests.unit.sync.test_logs:" in line
    assert "answered" not in line
    assert "Traceback" not in line


def test_plain_line_is_as_it_was() -> None:
    assert Lines(as_json=False).format(record("%s: gone", "x")) == "ERROR sync.central.projector: x: gone"
