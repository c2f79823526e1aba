"""The publisher's side: keys that are never overwritten, a repository that is valid at every instant."""

from __future__ import annotations

import hashlib
import io
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.content.durable import replace_file
from kiosk.content.media import MediaFile
from kiosk.domain.errors import BadInput, EnvironmentFault
from sync.agent.content import keep_root
from sync.central.__main__ import main
from sync.central.publishing import repository as repository_module
from sync.central.publishing.keys import KeyFolder
from sync.central.publishing.packing import _read, pack_up
from sync.central.publishing.repository import Repository, newest_root
from sync.protocol import Caps, Malformed, Packed, read_archive
from tests.integration.sync.publisher import OFFICE, POZNAN, Publisher, pack_folder


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return Publisher(tmp_path)


def test_keys_are_private_and_apart_and_never_overwritten(publisher: Publisher) -> None:
    folder = publisher.folder / "keys"
    keys = {path.name: path.read_bytes() for path in folder.glob("*.pem")}
    assert sorted(keys) == [
        f"{name}.pem" for name in ("root-1", "root-2", "root-3", "snapshot", "targets", "timestamp")
    ]
    assert len(set(keys.values())) == 6
    assert {path.stat().st_mode & 0o777 for path in folder.glob("*.pem")} == {0o600}
    with pytest.raises(BadInput, match="is not empty"):
        publisher.keys.create(publisher.clock.now())
    assert {path.name: path.read_bytes() for path in folder.glob("*.pem")} == keys


def test_one_root_key_renews_nothing(publisher: Publisher) -> None:
    folder = publisher.folder / "keys"
    (folder / "root-1.pem").unlink()
    (folder / "root-2.pem").unlink()
    before = sorted(folder.iterdir())
    with pytest.raises(BadInput, match="two of the root keys"):
        publisher.keys.renew(["targets"], publisher.clock.now())
    assert sorted(folder.iterdir()) == before


def test_what_is_no_key_is_named_and_not_repeated(publisher: Publisher) -> None:
    (publisher.folder / "keys" / "targets.pem").write_text("hunter2")
    with pytest.raises(BadInput, match=r"targets\.pem is not an Ed25519 key") as told:
        publisher.publish(1)
    assert "hunter2" not in str(told.value)


def test_an_archive_is_the_pack_and_nothing_beside_it(tmp_path: Path) -> None:
    folder = pack_folder(tmp_path / "pack", 1)
    (folder / "README.txt").write_text("for the clerk")
    (folder / "run.sh").write_text("#!/bin/sh")
    (folder / "run.sh").chmod(0o755)
    archives = [io.BytesIO(), io.BytesIO()]
    for archive, pack in zip(archives, (folder, POZNAN), strict=True):
        pack_up(pack, archive)
    assert archives[0].getvalue() == archives[1].getvalue()
    archives[0].seek(0)
    names = {file.name for file in read_archive(archives[0], Caps()) if b"".join(file.pieces)}
    assert names == {str(path.relative_to(POZNAN)) for path in POZNAN.rglob("*.yaml")}


def test_a_faulty_pack_is_not_published(publisher: Publisher, tmp_path: Path) -> None:
    publisher.publish(1)
    before = everything(publisher.served)
    folder = pack_folder(tmp_path / "pack", 2)
    (folder / "katalog.yaml").unlink()
    keys, served = str(tmp_path / "keys"), str(publisher.served)
    assert main(["publish", str(folder), "--keys", keys, "--to", served]) == 1
    assert everything(publisher.served) == before
    with pytest.raises(BadInput, match="larger than 1000 bytes"):
        pack_up(POZNAN, io.BytesIO(), Caps(encoded=1000))


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Killed(BaseException):
    pass


def test_killed_at_any_step_a_publication_leaves_the_old_one_or_the_new_one(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.publish(1)
    kept = publisher.copy("kept")
    steps = 0
    shown = set()
    while True:
        publisher.put_back(kept)
        left = steps

        def step(*arguments: object, real: object = replace_file) -> None:
            nonlocal left
            if left == 0:
                raise Killed
            left -= 1
            assert callable(real)
            real(*arguments)

        with monkeypatch.context() as patch:
            patch.setattr(repository_module, "replace_file", step)
            try:
                publisher.publish(2)
                done = True
            except Killed:
                done = False
        terminal = publisher.terminal(f"terminal-{steps}")
        terminal.look()
        shown.add((steps, terminal.shown))
        publisher.publish(2)
        terminal.look()
        assert terminal.shown == (2, 2)
        if done:
            break
        steps += 1
    assert shown == {(0, (1, 1)), (1, (1, 1)), (2, (1, 1)), (3, (2, 2))}


def test_a_list_that_somebody_else_has_written_is_not_signed(publisher: Publisher, tmp_path: Path) -> None:
    publisher.publish(1)
    other = Publisher(tmp_path / "other")
    other.publish(9)
    publisher.put_back(other.served)
    before = everything(publisher.served)
    for attempt in (lambda: publisher.publish(2), publisher.repository.refresh_timestamp):
        with pytest.raises(BadInput, match="nothing has been changed"):
            attempt()
    assert everything(publisher.served) == before


def attempts(publisher: Publisher) -> list[Callable[[], object]]:
    """A publication with and without taking over what is there."""
    anew = Repository(publisher.served, publisher.keys, publisher.clock, anew=True)
    return [lambda: publisher.publish(2), lambda: anew.publish(OFFICE, 2, publisher.archive(2))]


@pytest.mark.parametrize("renewals", [0, 2])
def test_keys_of_another_ceremony_publish_nothing_also_anew(
    publisher: Publisher, tmp_path: Path, renewals: int
) -> None:
    publisher.publish(1)
    terminal = publisher.terminal()
    before = everything(publisher.served)
    publisher.keys = Publisher(tmp_path / "other").keys
    for _ in range(renewals):
        publisher.keys.renew(["targets"], publisher.clock.now())
    for attempt in (*attempts(publisher), publisher.repository.refresh_timestamp):
        with pytest.raises(BadInput, match=r"other keys than those of .* the folder whose 1\.root\.json is") as told:
            attempt()
        assert "--anew" not in str(told.value)
        assert "only if two root keys are lost, name a new folder with --to" in str(told.value)
    assert everything(publisher.served) == before
    terminal.look()
    assert terminal.shown == (1, 1)


def test_a_root_of_our_own_number_that_is_not_ours_publishes_nothing(publisher: Publisher, tmp_path: Path) -> None:
    """Two renewals of one root: terminals have gone over to the one that was published."""
    shutil.copytree(publisher.folder / "keys", tmp_path / "copy")
    publisher.keys.renew(["targets"], publisher.clock.now())
    publisher.publish(1)
    before = everything(publisher.served)
    publisher.keys = KeyFolder(tmp_path / "copy")
    publisher.keys.renew(["targets"], publisher.clock.now())
    for attempt in attempts(publisher):
        with pytest.raises(BadInput, match="other keys"):
            attempt()
    assert everything(publisher.served) == before


def test_older_root_metadata_publishes_nothing_but_signs_at_night(publisher: Publisher, tmp_path: Path) -> None:
    shutil.copytree(publisher.folder / "keys", tmp_path / "old")
    publisher.keys.renew(["root-3"], publisher.clock.now())
    publisher.publish(1)
    publisher.keys = KeyFolder(tmp_path / "old")
    before = everything(publisher.served)
    for attempt in attempts(publisher):
        with pytest.raises(BadInput, match=r"newer root metadata than .*; copy 2\.root\.json there"):
            attempt()
    assert everything(publisher.served) == before
    publisher.repository.refresh_timestamp()  # the server's folder has what it was given at the ceremony


def test_a_step_between_roots_that_is_missing_publishes_nothing(publisher: Publisher) -> None:
    publisher.publish(1)
    before = everything(publisher.served)
    for _ in range(2):
        publisher.keys.renew([], publisher.clock.now())
    step = publisher.folder / "keys" / "2.root.json"
    step.rename(publisher.folder / "2.root.json")
    for attempt in attempts(publisher):
        with pytest.raises(BadInput, match=r"without 2\.root\.json in .* copy it there"):
            attempt()
    assert everything(publisher.served) == before
    publisher.repository.refresh_timestamp()
    (publisher.folder / "2.root.json").rename(step)
    publisher.publish(2)
    terminal = publisher.terminal()
    terminal.look()
    assert terminal.shown == (2, 2)


def test_after_the_loss_of_two_root_keys_a_new_folder_serves_terminals_that_are_enrolled_again(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.publish(1)
    terminal = publisher.terminal()
    terminal.look()
    other = Publisher(tmp_path / "other")
    other.publish(2)
    terminal.publisher = other
    keep_root(terminal.data, newest_root(other.served))
    terminal.look()
    assert terminal.shown == (1, 2)


def test_the_same_pack_again_only_changes_its_share(publisher: Publisher) -> None:
    assert publisher.publish(1, share=50).number == 1
    again = publisher.publish(1, share=500)
    assert (again.number, again.share) == (1, 500)
    assert publisher.repository.releases() == [again]


def test_going_back_needs_something_to_go_back_to(publisher: Publisher) -> None:
    publisher.publish(1)
    before = everything(publisher.served)
    with pytest.raises(BadInput, match="to go back to before what release 1 shows; publish a good pack instead"):
        publisher.repository.roll_back(OFFICE)
    with pytest.raises(BadInput, match=r"no publication of 'us_nix' in \S+; published there: us_poznan$"):
        publisher.repository.roll_back("us_nix")
    assert everything(publisher.served) == before


def went_back(publisher: Publisher) -> tuple[int, int, int]:
    """The new release, its pack version, and which release it says it was."""
    release = publisher.repository.roll_back(OFFICE)
    assert publisher.repository.releases()[-1] == release
    return release.number, release.version, release.was


def test_going_back_twice_goes_one_further_and_never_to_the_bad_one(publisher: Publisher) -> None:
    for version in (1, 2, 3):
        publisher.publish(version)
    assert went_back(publisher) == (4, 2, 2)
    assert went_back(publisher) == (5, 1, 1)
    before = everything(publisher.served)
    with pytest.raises(BadInput, match="before what release 5 shows"):
        publisher.repository.roll_back(OFFICE)
    assert everything(publisher.served) == before


def test_what_was_rolled_back_from_is_passed_over_after_the_next_publication(publisher: Publisher) -> None:
    for version in (1, 2):
        publisher.publish(version)
    assert went_back(publisher) == (3, 1, 1)
    publisher.publish(4)
    assert went_back(publisher) == (5, 1, 3)
    publisher.publish(2)  # mended elsewhere: it is wanted again, and can be taken back again
    assert went_back(publisher) == (7, 1, 5)


def test_a_repository_does_not_grow_for_ever(publisher: Publisher) -> None:
    for version in range(1, 9):
        publisher.publish(version, share=1000 if version == 1 else 100)
    kept = [release.number for release in publisher.repository.releases()]
    assert kept == [1, 4, 5, 6, 7, 8]  # the last that all terminals may show stays
    assert len(list((publisher.served / "targets").rglob("*.pack"))) == len(kept)


def test_what_is_named_by_the_list_is_there_until_the_next_list_is(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in range(1, 7):
        publisher.publish(version)
    before = everything(publisher.served)

    def die(*_: object) -> None:
        raise Killed

    monkeypatch.setattr(repository_module.Repository, "_write_timestamp", die)
    with pytest.raises(Killed):
        publisher.publish(7)
    assert before.items() <= everything(publisher.served).items()


def test_two_publishers_at_once(publisher: Publisher) -> None:
    with publisher.repository._locked(), pytest.raises(EnvironmentFault, match="another program"):
        publisher.publish(1)


def test_an_expired_root_publishes_nothing(publisher: Publisher) -> None:
    publisher.clock.time += timedelta(days=3 * 365 + 1)
    with pytest.raises(BadInput, match="root metadata has expired"):
        publisher.publish(1)


def test_the_commands_without_a_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keys, to = str(tmp_path / "keys"), str(tmp_path / "repository")
    folders = ["--keys", keys, "--to", to]
    assert main(["keys", "create", keys]) == 0
    assert main(["publish", str(POZNAN), *folders, "--share", "5%"]) == 0
    assert "release 1 of us_poznan, pack version 1, for 5 % of its terminals" in capsys.readouterr().out
    assert main(["publish", str(pack_folder(tmp_path / "two", 2)), *folders]) == 0
    assert main(["publish", "--rollback", OFFICE, *folders]) == 0
    told = "release 3 of us_poznan: what release 1 was, pack version 1, for all its terminals\n"
    assert capsys.readouterr().out.endswith(told)
    assert main(["publish", "--rollback", OFFICE, *folders]) == 1
    assert main(["publish", "--rollback", "us_nix", *folders]) == 1
    assert "no publication of 'us_nix' in" in capsys.readouterr().err
    assert main(["keys", "create", str(tmp_path / "other")]) == 0
    assert main(["publish", str(POZNAN), "--keys", str(tmp_path / "other"), "--to", to, "--anew"]) == 1
    assert "are other keys than those of" in capsys.readouterr().err
    for name in ("root-1", "root-2", "root-3", "targets", "snapshot"):
        (tmp_path / "keys" / f"{name}.pem").unlink()  # what the centre has at night
    assert main(["refresh-timestamp", *folders]) == 0
    assert main(["publish", str(POZNAN), *folders]) == 1
    assert "the key 'targets'" in capsys.readouterr().err
    assert main(["publish", *folders]) == 1
    with pytest.raises(SystemExit, match="2"):
        main(["publish", str(POZNAN), *folders, "--share", "0%"])


def test_a_file_that_changes_while_it_is_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut = Packed("urzad.yaml", 10, (b"12345",))
    monkeypatch.setattr("sync.central.publishing.packing._packed", lambda _: iter([cut]))
    with pytest.raises(BadInput, match="changed while it was packed"):
        pack_up(POZNAN, io.BytesIO())
    sound = tmp_path / "a.wav"
    sound.write_bytes(b"other")
    with pytest.raises(Malformed, match="changed while it was packed"):
        list(_read(MediaFile(sound, 5, hashlib.sha256(b"sound").hexdigest(), b"sound")))
