"""Whoever takes data out, adds some or decides about comments by command is in the audit list, as at the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.domain.audit import AuditEntry, AuditEvent
from kiosk.domain.period import Period
from kiosk.store.store import Store
from sync.protocol import allowed_detail
from tests.builders import response
from tests.integration.commands.test_comments import comment

SHEET = "ogolem\n5\n"


def kiosk(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def recorded(data: Path) -> list[AuditEntry]:
    with Store.open(data) as store:
        return store.audit.last(9)[::-1]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "data") as store:
        store.responses.add(response(period=Period.parse("2025-W40")) for _ in range(20))
    return tmp_path / "data"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("{0}/a.csv",), "csv"),
        (("{0}/a.CSV", "--public"), "public"),
        (("--release", "{0}/r"), "release"),
        (("{0}/u.csv", "--comments"), "comments"),
    ],
)
def test_an_export_is_written_down_before_it_begins_and_when_it_has_ended(
    arguments: tuple[str, ...], told: str, data: Path, tmp_path: Path
) -> None:
    assert kiosk("export", *(each.format(tmp_path) for each in arguments), "--data", data) == 0
    lines = recorded(data)
    assert [line.event for line in lines] == [AuditEvent.EXPORT_BEGUN, AuditEvent.EXPORT_DONE]
    assert [line.detail for line in lines] == [{"format": told}] * 2


def test_what_was_asked_for_is_told_and_reaches_the_centre(data: Path, tmp_path: Path) -> None:
    asked = ("--questionnaire", "pilot", "--from", "2025-10", "--to", "2025")
    assert kiosk("export", tmp_path / "a.csv", *asked, "--data", data) == 0
    detail = {"format": "csv", "questionnaire": "pilot", "first": "2025-10", "last": "2025"}
    assert [line.detail for line in recorded(data)] == [detail] * 2
    assert allowed_detail(detail) == detail


def test_an_export_that_fails_is_told_as_such(data: Path, tmp_path: Path) -> None:
    assert kiosk("export", tmp_path / "none" / "a.csv", "--data", data) == 1
    assert [line.event for line in recorded(data)] == [AuditEvent.EXPORT_BEGUN, AuditEvent.EXPORT_FAILED]


def test_decisions_about_comments_and_sheets_read_in_are_written_down_without_a_count(
    data: Path, tmp_path: Path
) -> None:
    one, other = comment("a"), comment("b")
    with Store.open(data) as store:
        store.comments.add(one)
        store.comments.add(other)
    assert kiosk("comments", "release", one.id, "--data", data) == 0
    assert kiosk("comments", "reject", other.id, "--data", data) == 0
    (tmp_path / "sheets.csv").write_text(SHEET, "utf-8")
    asked = ("--questionnaire", "pilot")
    assert kiosk("import", tmp_path / "sheets.csv", *asked, "--data", data) == 0
    assert [(line.event, line.detail) for line in recorded(data)] == [
        (AuditEvent.COMMENTS_RELEASED, {}),
        (AuditEvent.COMMENTS_REJECTED, {}),
        (AuditEvent.IMPORTED, {"questionnaire": "pilot"}),
    ]
