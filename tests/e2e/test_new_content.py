"""A running terminal for which content is delivered shows it by itself, in the same process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

from kiosk.content.delivered import DeliveredContent
from tests.integration.commands.test_delivered_content import OFFICE, deliver

_HASTY = """
import runpy, sys
from kiosk.terminal import renewal
renewal._LOOK_SECONDS = renewal._QUIET_SECONDS = 0.4
sys.argv = ["puppet", *sys.argv[1:]]
runpy.run_module("tests.e2e.puppet", run_name="__main__")
"""
"""The terminal as it is, but it looks for news more often."""
NEW = "Urząd Statystyczny na Księżycu"


def hear(stdout: IO[str]) -> dict[str, Any]:
    heard: dict[str, Any] = json.loads(stdout.readline() or "{}")
    return heard


def words(heard: dict[str, Any]) -> list[str]:
    return [text.replace("\xa0", " ") for text in heard["ready"]["words"]]


def test_terminal_shows_what_was_delivered_while_it_ran(tmp_path: Path) -> None:
    first = deliver(tmp_path, 1, 1)
    with (tmp_path / "terminal.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", _HASTY, "--data", str(tmp_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env={**os.environ, "OKIENKO_DOUBLE_TAP_SECONDS": "0", "PYTHONPATH": str(Path(__file__).parents[2])},
            text=True,
        )
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            assert OFFICE in words(hear(process.stdout))
            deliver(tmp_path, 2, 2, "b", NEW)
            assert NEW in words(hear(process.stdout))
            assert process.poll() is None, "the same process: no supervisor is needed"
            assert DeliveredContent(tmp_path).previous == first
        finally:
            process.kill()
            process.wait()
            process.stdin.close()
            process.stdout.close()
    assert "begins again" in (tmp_path / "terminal.log").read_text("utf-8")
