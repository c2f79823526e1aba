"""`kiosk admin` sets a PIN that is good and unseen, and takes it away again."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kiosk.domain.audit import AuditEvent
from kiosk.domain.pin import Moment
from kiosk.store.store import Store
from tests.integration.commands.test_commands import kiosk


def piped(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(line))


def has_pin(data: Path) -> bool:
    with Store.open(data) as store:
        return store.pins.standing().has_pin


def test_pin_is_set_from_one_line_and_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    piped(monkeypatch, "482915\n")
    assert kiosk("admin", "set-pin", "--data", tmp_path) == 0
    assert has_pin(tmp_path)
    assert "482915" not in capsys.readouterr().out
    assert kiosk("admin", "clear-pin", "--data", tmp_path) == 0
    assert not has_pin(tmp_path)
    assert kiosk("admin", "clear-pin", "--data", tmp_path) == 0
    with Store.open(tmp_path) as store:
        assert [entry.event for entry in store.audit.last(5)] == [AuditEvent.PIN_CLEARED, AuditEvent.PIN_SET]


@pytest.mark.parametrize("line", ["", "\n", "123456\n", "000000\n", "48291\n", "x" * 5000])
def test_weak_pin_is_refused_in_one_sentence_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    piped(monkeypatch, "482915\n")
    kiosk("admin", "set-pin", "--data", tmp_path)
    piped(monkeypatch, line)
    assert kiosk("admin", "set-pin", "--data", tmp_path) == 1
    told = capsys.readouterr().err
    assert told.startswith("kiosk admin: ")
    assert told.count("\n") == 1
    with Store.open(tmp_path) as store:
        assert store.pins.open_with("482915", Moment("a", 0.0))


def test_line_that_is_no_text_is_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe482915\n"), encoding="utf-8"))
    assert kiosk("admin", "set-pin", "--data", tmp_path) == 1
    assert capsys.readouterr().err == "kiosk admin: a PIN has digits only, 0 to 9\n"


def test_pin_is_not_cleared_in_a_folder_without_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever mistypes the folder must not believe that the area is closed, nor leave a file there."""
    assert kiosk("admin", "clear-pin", "--data", tmp_path / "typo") == 1
    assert "there is no data in" in capsys.readouterr().err
    assert not (tmp_path / "typo").exists()


@pytest.mark.parametrize(("typed", "status"), [(("482915", "482915"), 0), (("482915", "482916"), 1), (("111111",), 1)])
def test_pin_is_typed_twice_and_unseen_at_a_keyboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], status: int
) -> None:
    lines = iter(typed)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(lines))
    assert kiosk("admin", "set-pin", "--data", tmp_path) == status
    assert list(lines) == [], "a weak one is refused before it is typed again"
    assert (status == 0) == ((tmp_path / "okienko.sqlite").exists() and has_pin(tmp_path))
