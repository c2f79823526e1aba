"""What a contact costs does not grow with all that was ever said; the figures are in `test_year.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import event

from tests.integration.sync.office import Office
from tests.integration.sync.terminal import enrolled


def test_contact_does_not_look_through_all_responses_that_ever_were(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.looks_into_books = False  # which happens once a day
        terminal.answer(20)
        terminal.once()
        terminal.answer(7)
        seen: list[tuple[str, Any]] = []
        for engine in (terminal.store._engines.read, terminal.store._engines.write):
            event.listen(engine, "before_cursor_execute", lambda *said: seen.append((said[2], said[3])))
        assert terminal.once().acknowledged == 1
        asked = [one for one in seen if one[0].startswith(("SELECT", "UPDATE", "DELETE"))]
        with terminal.store._engines.read.connect() as connection:
            cursor = connection.connection.cursor()
            plans = [str(row) for query, given in asked for row in cursor.execute(f"EXPLAIN QUERY PLAN {query}", given)]
        assert len(plans) > 10
        assert not [plan for plan in plans if "SCAN responses" in plan]
