"""A terminal never starts on a faulty pack, and never stops for one if it has had a good one."""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.content import compiled
from kiosk.content.compiled import FILE, load_compiled
from kiosk.content.current import current_content, current_pack
from kiosk.content.reader import read_pack
from kiosk.domain.errors import BadInput, EnvironmentFault
from tests.unit.content.conftest import CATALOGUE

GOOD_CATALOGUE = CATALOGUE.encode()
SPOILT = "katalog.yaml:1: the file is not a mapping; allowed: keys with their values"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where the compiled copy is kept."""
    return tmp_path / "kept"


def spoil(folder: Path) -> None:
    (folder / "katalog.yaml").write_text("- a\n")


def test_good_pack_is_compiled_and_the_copy_is_equal(folder: Path, kept: Path) -> None:
    pack, faults = current_pack(folder, kept)
    copy = load_compiled(kept)

    assert faults == ()
    assert pack == read_pack(folder)
    assert copy is not None
    assert copy.pack == pack
    assert [path.name for path in kept.iterdir()] == [FILE]


def test_unchanged_pack_starts_without_yaml_and_pydantic(folder: Path, kept: Path) -> None:
    current_pack(folder, kept)
    program = (
        "import sys; from pathlib import Path; from kiosk.content.current import current_pack;"
        f"pack, faults = current_pack(Path({str(folder)!r}), Path({str(kept)!r})); assert not faults;"
        "print(pack.digest, *(name for name in ('pydantic', 'yaml') if name in sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.split() == [read_pack(folder).digest]


def test_faulty_pack_gives_the_last_good_one_and_every_fault(folder: Path, kept: Path) -> None:
    good, _ = current_pack(folder, kept)
    spoil(folder)
    (folder / "karty" / "x.txt").write_text("")

    pack, faults = current_pack(folder, kept)

    assert pack == good
    assert faults == (
        "karty/x.txt:1: the file is not part of a pack; allowed: karty/<KOD>.yaml for each card",
        SPOILT,
    )


def test_vanished_pack_gives_the_last_good_one(folder: Path, kept: Path, tmp_path: Path) -> None:
    good, _ = current_pack(folder, kept)

    pack, faults = current_pack(tmp_path / "nowhere", kept)

    assert pack == good
    assert len(faults) == 1


def test_stray_file_is_told_although_the_pack_itself_is_unchanged(folder: Path, kept: Path) -> None:
    current_pack(folder, kept)
    (folder / "karty" / "REG-01.yml").write_text("")

    assert len(current_pack(folder, kept)[1]) == 1


def test_mended_pack_replaces_the_last_good_one(folder: Path, kept: Path) -> None:
    current_pack(folder, kept)
    office = folder / "urzad.yaml"
    office.write_text(office.read_text().replace("wersja_pakietu: 3", "wersja_pakietu: 4"))

    pack, faults = current_pack(folder, kept)

    assert (pack.version, faults) == (4, ())
    spoil(folder)
    assert current_pack(folder, kept)[0] == pack


def test_faulty_pack_without_a_last_good_one_is_refused(folder: Path, kept: Path) -> None:
    spoil(folder)

    with pytest.raises(BadInput) as refused:
        current_pack(folder, kept)

    assert refused.value.faults == (SPOILT,)


def damaged(content: bytes) -> list[bytes]:
    """Copies that a power cut, a bad disk or another program may leave."""
    data = content.partition(b"\n")[2]
    current = b'"format":%d' % compiled.FORMAT
    assert current in data
    foreign = [
        data.replace(current, b'"format":999'),
        b"{}",
        b"[" * 100_000,
        b'{"format":1}',
        b"null",
        b"\xff\xfe",
    ]
    sealed = [hashlib.sha256(other).hexdigest().encode() + b"\n" + other for other in foreign]
    return [b"", content[:-1], content[: len(content) // 2], content.replace(b"REGON", b"regon", 1), data, *sealed]


def test_damaged_copy_is_ignored_and_written_anew(folder: Path, kept: Path) -> None:
    good, _ = current_pack(folder, kept)
    content = (kept / FILE).read_bytes()

    for damage in damaged(content):
        (kept / FILE).write_bytes(damage)
        assert load_compiled(kept) is None
        assert current_pack(folder, kept) == (good, ())
        assert (kept / FILE).read_bytes() == content


def test_damaged_copy_of_a_faulty_pack_is_refused_with_the_faults(folder: Path, kept: Path) -> None:
    current_pack(folder, kept)
    (kept / FILE).write_bytes((kept / FILE).read_bytes()[:-1])
    spoil(folder)

    with pytest.raises(BadInput):
        current_pack(folder, kept)


def test_copy_from_before_a_field_was_added_is_checked_anew_but_still_saves_a_terminal(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, _ = current_pack(folder, kept)
    before = (kept / FILE).read_bytes()
    monkeypatch.setattr(compiled, "_shape", lambda: "another program")

    assert current_pack(folder, kept) == (good, ())
    assert (kept / FILE).read_bytes() != before

    (kept / FILE).write_bytes(before)
    spoil(folder)
    assert current_pack(folder, kept) == (good, (SPOILT,))


def test_full_disk_is_told_and_the_pack_is_shown(folder: Path, kept: Path) -> None:
    kept.write_text("a file where the folder should be")

    pack, faults = current_pack(folder, kept)

    assert pack == read_pack(folder)
    assert len(faults) == 1
    assert faults[0].startswith("the compiled pack cannot be kept in ")


def test_write_that_fails_leaves_the_old_copy(folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack, _ = current_pack(folder, kept)
    before = (kept / FILE).read_bytes()

    def no_room(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(EnvironmentFault):
        compiled.keep_compiled(pack, kept)

    assert (kept / FILE).read_bytes() == before
    assert [path.name for path in kept.iterdir()] == [FILE]


def test_folder_made_for_the_copy_is_private_for_answers_will_lie_there(folder: Path, kept: Path) -> None:
    current_pack(folder, kept)

    assert stat.S_IMODE(kept.stat().st_mode) == 0o700


def test_only_a_pack_from_before_is_told_to_be_one(folder: Path, kept: Path) -> None:
    assert not current_content(folder, kept).is_last_good
    assert not current_content(folder, kept).is_last_good, "nor is the compiled copy of what is there"
    spoil(folder)
    assert current_content(folder, kept).is_last_good
    (kept / FILE).unlink()
    kept.rmdir()
    kept.write_text("a file where the folder should be")
    (folder / "katalog.yaml").write_bytes(GOOD_CATALOGUE)
    content = current_content(folder, kept)
    assert content.faults
    assert not content.is_last_good, "a copy that cannot be kept makes no pack old"
