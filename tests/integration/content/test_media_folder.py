"""Sounds, films and drawings on disk: told and never followed, and shown only as they were when they were checked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.content import files, media
from kiosk.content.compiled import FILE, load_compiled
from kiosk.content.current import current_content
from kiosk.content.reader import read_pack
from kiosk.domain.errors import BadInput
from tests.unit.content.rich_pack import RICH_MEDIA, RICH_PACK, SVG, wav

ENDINGS = "names ending in .wav, .mp4, .webm, .mkv, .svg, .png"
SOUND = "media/REG-01-pl.wav"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "urzad"
    for name, content in {**{name: text.encode() for name, text in RICH_PACK.items()}, **RICH_MEDIA}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def faults_of(folder: Path) -> tuple[str, ...]:
    try:
        read_pack(folder)
    except BadInput as problem:
        return problem.faults
    return ()


def test_pack_with_media_is_read_and_its_digest_covers_every_byte_of_them(folder: Path) -> None:
    before = read_pack(folder)
    sound = folder / SOUND
    sound.write_bytes(sound.read_bytes()[:-1] + b"x")
    after = read_pack(folder)

    assert sorted(before.media) == sorted(RICH_MEDIA)
    assert before.digest != after.digest
    assert {name for name in before.media if before.media[name] != after.media[name]} == {SOUND}


def test_renamed_file_changes_the_digest(folder: Path) -> None:
    before = files.read_files(folder).digest
    (folder / "media" / "logo.svg").rename(folder / "media" / "Logo.svg")

    assert files.read_files(folder).digest != before


def test_foreign_file_is_told_and_editors_leavings_are_not(folder: Path) -> None:
    for name in ("film.avi", "ą.wav", "a b.wav", "LOGO.SVG", ".hidden.wav", "old.wav~"):
        (folder / "media" / name).write_bytes(wav())
    (folder / "media" / "more").mkdir()

    assert faults_of(folder) == tuple(
        f"media/{name}:1: the file is not part of a pack; allowed: {ENDINGS}"
        for name in ("LOGO.SVG", "a b.wav", "film.avi", "more", "ą.wav")
    )


def test_link_out_of_the_pack_is_told_and_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.wav").write_bytes(wav())
    (folder / SOUND).unlink()
    (folder / SOUND).symlink_to(tmp_path / "secret.wav")

    assert faults_of(folder) == (f"{SOUND}:1: a link points out of the pack; allowed: files inside the pack",)
    assert SOUND not in files.read_files(folder).media


def test_folder_that_is_a_link_out_of_the_pack_is_told(folder: Path, tmp_path: Path) -> None:
    (folder / "media").rename(tmp_path / "elsewhere")
    (folder / "media").symlink_to(tmp_path / "elsewhere")

    assert "media:1: a link points out of the pack; allowed: files inside the pack" in faults_of(folder)
    assert files.read_files(folder).media == {}


def test_link_within_the_pack_is_followed(folder: Path) -> None:
    (folder / SOUND).unlink()
    (folder / SOUND).symlink_to("REG-01-en.wav")

    assert faults_of(folder) == ()


def test_pipe_and_folder_are_told_and_never_waited_for(folder: Path) -> None:
    (folder / SOUND).unlink()
    os.mkfifo(folder / SOUND)
    (folder / "media" / "REG-01-en.wav").unlink()
    (folder / "media" / "REG-01-en.wav").mkdir()

    assert faults_of(folder) == tuple(
        f"media/{name}.wav:1: this is not a plain file; allowed: a sound, film or drawing"
        for name in ("REG-01-en", "REG-01-pl")
    )


def test_unreadable_file_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path) -> None:
        raise PermissionError(13, "Permission denied")  # by hand: tests may run as root, who may read everything

    monkeypatch.setattr(files, "media_file", refused)

    assert f"{SOUND}:1: the file cannot be read: Permission denied; allowed: a sound, film or drawing" in faults_of(
        folder
    )


@pytest.mark.parametrize(("name", "largest"), [(SOUND, 20), ("media/REG-01.mp4", 200), ("media/logo.svg", 1)])
def test_huge_file_is_told_and_never_read_whole(folder: Path, name: str, largest: int) -> None:
    with (folder / name).open("r+b") as file:
        file.truncate(10 * 1024**4)  # sparse: ten terabytes that take no room

    assert faults_of(folder) == (f"{name}:1: the file is too large; allowed: {largest * 1024**2} bytes",)


def test_more_media_than_a_disk_should_hold_are_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_MEDIA", len(wav()) + 1)

    told = "the media are too large"
    assert [fault.split(";")[0] for fault in faults_of(folder) if told in fault] == [f"{SOUND}:1: {told}"]


def test_film_is_never_held_in_memory_whole(folder: Path) -> None:
    film = folder / "media" / "REG-01.mp4"
    film.write_bytes(RICH_MEDIA["media/REG-01.mp4"] + bytes(3 * 1024 * 1024))

    read = files.read_files(folder).media["media/REG-01.mp4"]
    assert (read.size, len(read.head)) == (film.stat().st_size, 16 * 1024)
    assert read.digest == media.media_file(film).digest


def test_good_pack_offers_all_its_media_at_first_and_later_starts(folder: Path, kept: Path) -> None:
    expected = {name: folder / name for name in RICH_MEDIA}

    for _ in range(2):
        content = current_content(folder, kept)
        assert content.faults == ()
        assert content.media == expected
    copy = load_compiled(kept)
    assert copy is not None
    assert copy.pack == content.pack


def test_last_good_pack_offers_only_what_is_still_what_was_checked(folder: Path, kept: Path) -> None:
    good = current_content(folder, kept).pack
    (folder / "media" / "logo.svg").write_bytes(SVG.replace(b"<title>", b"<script/><title>"))
    (folder / "media" / "REG-01.mp4").unlink()
    content = current_content(folder, kept)

    assert content.pack == good
    assert [fault.split(";")[0] for fault in content.faults] == [
        "karty/REG-01.yaml:51: unknown file 'media/REG-01.mp4', perhaps 'media/REG-01-pl.wav'",
        "media/logo.svg:1: the drawing has the element <script>",
    ]
    assert sorted(content.media) == ["media/REG-01-en.wav", SOUND]


def test_vanished_pack_offers_no_media_and_is_shown(folder: Path, kept: Path, tmp_path: Path) -> None:
    good = current_content(folder, kept).pack
    content = current_content(tmp_path / "nowhere", kept)

    assert (content.pack, content.media) == (good, {})


def test_changed_recording_is_checked_anew(folder: Path, kept: Path) -> None:
    current_content(folder, kept)
    (folder / SOUND).write_bytes(wav(rate=44_100))
    content = current_content(folder, kept)

    assert content.faults == ()
    assert SOUND in content.media
    assert load_compiled(kept) is not None
    assert content.pack.media == files.read_files(folder).media_digests


def test_copy_of_an_older_program_is_ignored_and_written_anew(folder: Path, kept: Path) -> None:
    good = current_content(folder, kept).pack
    (kept / FILE).write_bytes(OLD_COPY.read_bytes())

    assert load_compiled(kept) is None
    assert current_content(folder, kept).pack == good
    assert load_compiled(kept) is not None


OLD_COPY = Path(__file__).parent / "golden" / "format1.pack.json"
"""The small pack as the program kept it when units had one name for all languages."""
