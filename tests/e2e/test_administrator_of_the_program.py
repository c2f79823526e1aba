"""The real program, composed as `kiosk run` composes it, lets its administrator in, and asks to be started again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from kiosk.domain.audit import AuditEvent
from kiosk.store.store import Store
from tests.e2e.programs import PATIENCE

PIN = "482915"


def test_program_lets_its_administrator_in_and_asks_to_be_started_again(tmp_path: Path) -> None:
    set_pin = [sys.executable, "-m", "kiosk", "admin", "set-pin", "--data", str(tmp_path)]
    subprocess.run(set_pin, input=PIN, check=True, capture_output=True, text=True)
    play = [sys.executable, "-m", "tests.e2e.administrator", "--data", str(tmp_path), "--pin", PIN]
    played = subprocess.run(
        play, check=False, capture_output=True, text=True, timeout=PATIENCE, env={**os.environ, "OKIENKO_SPEECH": "off"}
    )
    assert played.returncode == 75, played.stderr
    told = [json.loads(line) for line in played.stdout.splitlines()]
    print(told)
    assert [each["seen"] for each in told] == ["pin", "inside"]
    with Store.open(tmp_path) as store:
        recorded = [entry.event for entry in reversed(store.audit.last(10))]
    assert recorded == [AuditEvent.PIN_SET, AuditEvent.ENTERED, AuditEvent.RESTARTED, AuditEvent.LEFT]
