"""What the central office has delivered is what the terminal's commands use and tell of."""

from __future__ import annotations

import argparse
import json
import re
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.commands.places import pack_folder, resources
from kiosk.commands.run import News
from kiosk.content.delivered import Delivered, DeliveredContent, Look
from kiosk.domain.errors import EnvironmentFault
from kiosk.store.store import Store
from kiosk.system_clock import SystemClock

TODAY = SystemClock().now().date()
OFFICE = "Urząd Statystyczny w Poznaniu"


def deliver(data: Path, release: int, version: int, digit: str = "a", name: str = OFFICE) -> Delivered:
    content = DeliveredContent(data)
    one = Delivered(f"{release}-{digit * 16}", "us_poznan", release, version, TODAY - timedelta(days=3))
    folder = content.packs / one.folder
    shutil.copytree(resources() / "offices" / "poznan", folder)
    text = (folder / "urzad.yaml").read_text("utf-8")
    text = re.sub("wersja_pakietu: 1", f"wersja_pakietu: {version}", text).replace(OFFICE, name)
    (folder / "urzad.yaml").write_text(text, "utf-8")
    content.switch(one)
    return one


def status(data: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert main(["status", "--json", "--data", str(data)]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert isinstance(facts, dict)
    return facts


def test_status_tells_version_and_age_of_the_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Store.open(tmp_path).close()
    facts = status(tmp_path, capsys)
    assert (facts["content_release"], facts["content_problem"], facts["pack_version"]) == (None, "", 1)
    deliver(tmp_path, 7, 12)
    DeliveredContent(tmp_path).note(Look("2026-11-28T10:00Z", "the centre cannot be reached for content"))
    facts = status(tmp_path, capsys)
    assert (facts["content_release"], facts["content_version"], facts["pack_version"]) == (7, 12, 12)
    assert (facts["content_date"], facts["content_age_days"]) == ((TODAY - timedelta(days=3)).isoformat(), 3)
    assert facts["content_problem"] == "the centre cannot be reached for content"


def options(data: Path, pack: Path | None = None) -> argparse.Namespace:
    return argparse.Namespace(pack=pack, data=data)


def test_the_order_of_packs(tmp_path: Path) -> None:
    bundled = resources() / "offices" / "poznan"
    assert pack_folder(options(tmp_path)) == bundled
    one = deliver(tmp_path, 1, 2)
    assert pack_folder(options(tmp_path)) == tmp_path / "content" / "packs" / one.folder
    (tmp_path / "okienko.toml").write_text('pack = "/srv/pack"\n')
    assert pack_folder(options(tmp_path)) == Path("/srv/pack")
    assert pack_folder(options(tmp_path, Path("asked"))) == Path("asked")


@pytest.mark.parametrize(
    "pointer",
    [
        b"",
        b"{",
        b"[" * 10_000,
        b'{"packs": []}',
        b'{"packs": [7]}',
        b'{"packs": [{"folder": "../../etc", "pack": "x", "release": 1, "version": 1, "day": "2026-11-28"}]}',
        b'{"packs": [{"folder": "incomplete", "pack": "x", "release": 1, "version": 1, "day": "2026-11-28"}]}',
        b'{"packs": [{"folder": "9-bbbbbbbbbbbbbbbb", "pack": "x", "release": 9, "version": 1, "day": "2026-11-28"}]}',
        b'{"packs": [{"folder": "2-aaaaaaaaaaaaaaaa", "pack": "x", "release": 2, "version": 1, "day": "someday"}]}',
    ],
)
def test_without_a_readable_pointer_the_newest_pack_is_shown(tmp_path: Path, pointer: bytes) -> None:
    deliver(tmp_path, 2, 2)
    ten = deliver(tmp_path, 10, 3)
    content = DeliveredContent(tmp_path)
    (content.packs / "incomplete").mkdir()
    (content.root / "current.json").write_bytes(pointer)
    assert content.current is None
    assert content.folder == content.packs / ten.folder


def test_the_one_before_stays_the_one_before_when_a_switch_is_repeated(tmp_path: Path) -> None:
    first, second = deliver(tmp_path, 1, 1), deliver(tmp_path, 2, 2)
    content = DeliveredContent(tmp_path)
    content.switch(second)
    assert (content.current, content.previous) == (second, first)


def test_a_disk_that_does_not_take_the_pointer_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = deliver(tmp_path, 1, 1)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.content.durable.os.fsync", full)
    content = DeliveredContent(tmp_path)
    with pytest.raises(EnvironmentFault, match="No space left"):
        content.switch(Delivered("2-" + "a" * 16, "us_poznan", 2, 2, TODAY))
    assert content.current == one
    assert [path.name for path in content.root.glob(".*")] == []


def test_only_content_that_came_while_the_terminal_ran_is_news(tmp_path: Path) -> None:
    assert not News(tmp_path, is_wanted=True).are_there()
    before = News(tmp_path, is_wanted=True)
    deliver(tmp_path, 1, 1)
    assert before.are_there()
    running, set_up = News(tmp_path, is_wanted=True), News(tmp_path, is_wanted=False)
    assert not running.are_there(), "what it began with is no news, or it would begin again for ever"
    deliver(tmp_path, 2, 2, "b")
    assert running.are_there()
    assert not set_up.are_there(), "the pack is named in the settings or on the command line"
    (DeliveredContent(tmp_path).root / "current.json").unlink()
    assert not running.are_there()
