"""Whatever lies in the folder of a pack, it is told and never followed, executed or read without a limit."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.content import files
from kiosk.content.reader import read_pack
from kiosk.domain.errors import BadInput


def faults_of(folder: Path) -> tuple[str, ...]:
    try:
        read_pack(folder)
    except BadInput as problem:
        return problem.faults
    return ()


def test_missing_folder_is_told(tmp_path: Path) -> None:
    assert faults_of(tmp_path / "nowhere") == (
        "nowhere:1: the pack cannot be read: No such file or directory; allowed: a folder with a pack",
    )


def test_every_missing_file_is_told(tmp_path: Path) -> None:
    allowed = "allowed: urzad.yaml, katalog.yaml, karty/, ankiety/ in every pack"

    assert faults_of(tmp_path) == tuple(
        f"{name}:1: this is missing; {allowed}" for name in ("ankiety", "karty", "katalog.yaml", "urzad.yaml")
    )


def test_a_folder_inside_a_pack_is_told_from_a_pack_with_faults(tmp_path: Path) -> None:
    (tmp_path / "karty").mkdir()
    (tmp_path / "urzad.yaml").touch()
    assert faults_of(tmp_path / "karty") == (
        f"karty:1: this is a folder inside a pack; allowed: the pack itself, {tmp_path}",
    )


def test_empty_folders_are_told(tmp_path: Path) -> None:
    (tmp_path / "karty").mkdir()
    (tmp_path / "ankiety").mkdir()

    assert faults_of(tmp_path)[:2] == (
        "ankiety:1: the folder is empty; allowed: <id>-<version>.yaml for each questionnaire",
        "karty:1: the folder is empty; allowed: <KOD>.yaml for each card",
    )


def test_foreign_file_among_cards_is_told_and_editors_leavings_are_not(folder: Path) -> None:
    (folder / "karty" / "REG-99.yml").write_text("kod: REG-99\n")
    (folder / "karty" / "zażółć\n.yaml").write_text("")
    (folder / "karty" / ".REG-01.yaml.swp").write_text("")
    (folder / "karty" / "REG-01.yaml~").write_text("")
    (folder / "README.md").write_text("")
    (folder / "urzad2.yaml").write_text("")

    assert faults_of(folder) == (
        "karty/REG-99.yml:1: the file is not part of a pack; allowed: karty/<KOD>.yaml for each card",
        "karty/zażółć?.yaml:1: the file is not part of a pack; allowed: karty/<KOD>.yaml for each card",
        "urzad2.yaml:1: the file is not part of a pack; allowed: urzad.yaml, katalog.yaml",
    )


def test_link_out_of_the_pack_is_told_and_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("a: b\n")
    (folder / "katalog.yaml").unlink()
    (folder / "katalog.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "ankiety" / "pilot-1.yaml").unlink()
    (folder / "ankiety").rmdir()
    (folder / "ankiety").symlink_to(tmp_path)

    told = [fault for fault in faults_of(folder) if "link" in fault]

    assert told == [
        "ankiety:1: a link points out of the pack; allowed: files inside the pack",
        "katalog.yaml:1: a link points out of the pack; allowed: files inside the pack",
    ]


def test_loop_of_links_is_told(folder: Path) -> None:
    (folder / "urzad.yaml").unlink()
    (folder / "urzad.yaml").symlink_to("urzad.yaml")

    assert any(fault.startswith("urzad.yaml:1: this cannot be read: ") for fault in faults_of(folder))


def test_pack_reached_through_a_link_is_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "current").symlink_to(folder)

    assert faults_of(tmp_path / "current") == ()


def test_pipe_is_told_and_never_waited_for(folder: Path) -> None:
    (folder / "urzad.yaml").unlink()
    os.mkfifo(folder / "urzad.yaml")

    assert "urzad.yaml:1: this is not a plain file; allowed: a text file in UTF-8" in faults_of(folder)


def test_unreadable_file_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")  # by hand: tests may run as root, who may read everything

    monkeypatch.setattr(Path, "open", refused)

    assert "urzad.yaml:1: the file cannot be read: Permission denied; allowed: a text file in UTF-8" in faults_of(
        folder
    )


def test_huge_file_is_told_and_never_read_whole(folder: Path) -> None:
    with (folder / "urzad.yaml").open("wb") as file:
        file.truncate(10 * 1024**3)  # sparse: ten gigabytes that take no room

    assert "urzad.yaml:1: the file is too large; allowed: 1048576 bytes" in faults_of(folder)


def test_too_many_files_are_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_FILES", 1)

    assert "karty:1: the folder holds too many files; allowed: 1" in faults_of(folder)


def test_pack_larger_than_memory_allows_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_PACK", 2_000)

    assert any(
        "the pack is too large; allowed: 2000 bytes in all files together" in fault for fault in faults_of(folder)
    )


def test_versions_that_came_before_lie_in_a_folder_of_their_own_or_nowhere(folder: Path) -> None:
    digest = read_pack(folder).digest
    previous = folder / "karty" / "poprzednie"
    previous.mkdir()
    assert read_pack(folder).digest == digest

    card = folder / "karty" / "REG-01.yaml"
    (previous / "REG-01-1.yaml").write_bytes(card.read_bytes())
    (previous / "REG-01.txt").write_text("")
    card.write_text(card.read_text("utf-8").replace("wersja: 1", "wersja: 2"), "utf-8")

    allowed = "allowed: karty/poprzednie/<KOD>-<wersja>.yaml for each version that came before"
    assert faults_of(folder) == (f"karty/poprzednie/REG-01.txt:1: the file is not part of a pack; {allowed}",)
    (previous / "REG-01.txt").unlink()
    assert read_pack(folder).catalogue.previous["REG-01"].version == 1


def test_a_file_in_the_place_of_the_folder_of_previous_versions_is_told(folder: Path) -> None:
    (folder / "karty" / "poprzednie").write_text("")
    assert faults_of(folder) == ("karty/poprzednie:1: the folder cannot be read: Not a directory; allowed: a folder",)
