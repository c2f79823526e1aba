"""Content comes down: what is signed and good becomes current, and of everything else the reason is kept."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Snapshot, Targets

from kiosk.content.reader import read_pack
from kiosk.domain.errors import BadInput, EnvironmentFault
from sync.agent.content import ContentFault
from sync.agent.unpacking import unpack
from sync.central.publishing.repository import Repository, _State
from sync.protocol import Caps, Packed, lot, read_archive, write_archive
from tests.builders import FakeClock
from tests.integration.machine import Machine
from tests.integration.sync.publisher import OFFICE, POZNAN, ContentTerminal, Publisher


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    made = Publisher(tmp_path)
    made.publish(1)
    return made


@pytest.fixture
def terminal(publisher: Publisher) -> ContentTerminal:
    """It has taken release 1."""
    terminal = publisher.terminal()
    terminal.look()
    assert terminal.shown == (1, 1)
    return terminal


def refused(terminal: ContentTerminal, reason: str, shown: tuple[int, int] = (1, 1)) -> None:
    """Nothing new is taken, the last good content stays to the byte, and the staff can read why."""
    before = terminal.files()
    with pytest.raises(EnvironmentFault, match=reason):
        terminal.look()
    assert terminal.shown == shown
    assert terminal.files() == before
    look = terminal.delivered.last_look
    assert look is not None
    assert reason in look.problem
    assert not (terminal.delivered.root / "incoming").exists()


def test_what_was_published_is_what_a_terminal_shows(publisher: Publisher, terminal: ContentTerminal) -> None:
    folder = terminal.delivered.folder
    assert folder is not None
    assert terminal.files() == {str(path.relative_to(POZNAN)): path.read_bytes() for path in POZNAN.rglob("*.yaml")}
    assert read_pack(folder).version == 1
    current = terminal.delivered.current
    assert current is not None
    assert current.day == publisher.clock.now().date()


def test_a_look_without_news_asks_for_two_small_files(publisher: Publisher, terminal: ContentTerminal) -> None:
    publisher.asked.clear()
    assert terminal.look() is None
    assert publisher.asked == ["metadata/2.root.json", "metadata/timestamp.json"]


def test_a_new_release_is_taken_and_the_one_before_is_kept(publisher: Publisher, terminal: ContentTerminal) -> None:
    publisher.publish(2)
    assert terminal.look() is not None
    assert terminal.shown == (2, 2)
    previous = terminal.delivered.previous
    assert previous is not None
    assert read_pack(terminal.delivered.packs / previous.folder).version == 1


def test_the_centre_rolls_back(publisher: Publisher, terminal: ContentTerminal) -> None:
    before = terminal.files()
    publisher.publish(2)
    terminal.look()
    publisher.repository.roll_back(OFFICE)
    terminal.look()
    assert terminal.shown == (3, 1)
    assert terminal.files() == before


def test_a_share_of_the_terminals_takes_a_release_and_then_all(publisher: Publisher) -> None:
    release = publisher.publish(2, share=500)
    shown = set()
    for number in range(6):
        terminal = publisher.terminal(f"terminal-{number}")
        terminal.identity = f"0b6f2d7e-0000-4000-8000-{number:012}"
        terminal.look()
        assert terminal.shown == ((2, 2) if lot(terminal.identity, release) < 500 else (1, 1))
        shown.add(terminal.shown)
    assert len(shown) == 2
    publisher.publish(2)
    for number in range(6):
        terminal = ContentTerminal(publisher.folder / f"terminal-{number}", publisher)
        terminal.look()
        assert terminal.shown == (2, 2)


def test_another_offices_release_is_nothing_to_this_terminal(publisher: Publisher, terminal: ContentTerminal) -> None:
    publisher.publish(7, office="us_lodz")
    assert terminal.look() is None
    assert terminal.shown == (1, 1)


def test_rolled_back_by_whoever_holds_the_centre(publisher: Publisher, terminal: ContentTerminal) -> None:
    old = publisher.copy("old")
    publisher.publish(2)
    terminal.look()
    publisher.put_back(old)
    refused(terminal, "an older list of content", shown=(2, 2))


def test_frozen_by_whoever_holds_the_centre(publisher: Publisher, terminal: ContentTerminal) -> None:
    terminal.clock = FakeClock(publisher.clock.now() + timedelta(days=15))
    refused(terminal, "has expired")
    publisher.clock.time += timedelta(days=15)
    publisher.repository.refresh_timestamp()
    publisher.publish(2)
    terminal.look()
    assert terminal.shown == (2, 2)


def test_frozen_before_a_terminal_whose_clock_is_dead(publisher: Publisher, terminal: ContentTerminal) -> None:
    machine = Machine(publisher.clock.now() + timedelta(days=15))
    machine.guarded(terminal.data).look()
    machine.switch_off(datetime(1970, 1, 1, tzinfo=UTC))
    terminal.clock = machine.guarded(terminal.data)
    refused(terminal, "has expired")


def test_new_content_comes_to_a_terminal_whose_clock_is_years_ahead(
    publisher: Publisher, terminal: ContentTerminal
) -> None:
    machine = Machine(publisher.clock.now())
    machine.guarded(terminal.data).look()
    machine.switch_off(datetime(2046, 5, 5, tzinfo=UTC))
    publisher.publish(2)
    terminal.clock = machine.guarded(terminal.data)
    terminal.look()
    assert terminal.shown == (2, 2)


def test_metadata_of_two_publications_mixed(publisher: Publisher, terminal: ContentTerminal) -> None:
    old_snapshot = publisher.file("metadata/*.snapshot.json").read_bytes()
    old_targets = publisher.file("metadata/*.targets.json").read_bytes()
    publisher.publish(2)
    publisher.spoilt[r"metadata/.*\.targets\.json"] = lambda _: old_targets
    refused(terminal, "not the one that was signed")
    publisher.publish(3)
    publisher.spoilt.clear()
    publisher.spoilt[r"metadata/.*\.snapshot\.json"] = lambda _: old_snapshot
    refused(terminal, "not the one that was signed")


def test_an_archive_that_was_changed_or_exchanged(publisher: Publisher, terminal: ContentTerminal) -> None:
    old = publisher.file("targets/*/*").read_bytes()
    publisher.publish(2)
    publisher.spoilt[r"targets/.*"] = lambda body: body[:-1] + bytes([body[-1] ^ 1])
    refused(terminal, "not the one that was signed")
    publisher.spoilt[r"targets/.*"] = lambda body: old[: len(body)].ljust(len(body), b"\0")
    refused(terminal, "not the one that was signed")
    publisher.spoilt[r"targets/.*"] = lambda body: body[:-100]
    refused(terminal, "not the one that was signed")
    publisher.spoilt[r"targets/.*"] = lambda _: None
    refused(terminal, "does not give its content")


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_metadata_that_was_changed(publisher: Publisher, terminal: ContentTerminal, role: str) -> None:
    publisher.publish(2)
    publisher.spoilt[rf"metadata/(\d+\.)?{role}\.json"] = lambda body: body.replace(b'"version":', b'"version":1', 1)
    told = "not signed by the keys" if role == "timestamp" else "more than is signed or allowed"
    refused(terminal, told)


def endless(_: bytes) -> Iterator[bytes]:
    """Nobody may take as much of it as the largest metadata and one piece more."""
    yield from itertools.repeat(b" " * 65536, 4 * 1024 * 1024 // 65536 + 1)
    raise AssertionError


@pytest.mark.parametrize(
    "what", [r"metadata/2\.root\.json", r"metadata/timestamp\.json", r"metadata/.*", r"targets/.*"]
)
def test_data_without_end(publisher: Publisher, terminal: ContentTerminal, what: str) -> None:
    publisher.publish(2)
    publisher.spoilt[what] = endless
    refused(terminal, "more than is signed or allowed")


def test_an_archive_larger_than_a_terminal_takes(publisher: Publisher, terminal: ContentTerminal) -> None:
    publisher.publish(2)
    terminal.caps = Caps(encoded=1000)
    refused(terminal, "is larger than 1000 bytes")
    terminal.caps = Caps(decoded=100_000)
    refused(terminal, "holds more than a pack may")


def resigned(publisher: Publisher, signer: CryptoSigner) -> None:
    """The newest targets file under another signature; snapshot and timestamp are made to fit by their own keys."""
    file = publisher.file("metadata/*.targets.json")
    targets = Metadata[Targets].from_bytes(file.read_bytes())
    targets.sign(signer)
    file.write_bytes(targets.to_bytes())
    root, repository = publisher.keys.root(), publisher.repository
    snapshot = Metadata[Snapshot].from_bytes(publisher.file("metadata/*.snapshot.json").read_bytes()).signed
    snapshot.meta["targets.json"] = MetaFile(targets.signed.version)
    repository._sign(root, snapshot, f"{snapshot.version}.")
    repository._write_timestamp(root, _State(targets.signed, snapshot.version, snapshot.version))


def test_signed_with_a_key_that_nobody_knows(publisher: Publisher, terminal: ContentTerminal) -> None:
    """Even with the keys of snapshot and timestamp, which is more than the centre itself has."""
    publisher.publish(2)
    resigned(publisher, CryptoSigner.generate_ed25519())
    refused(terminal, "not signed by the keys")


def test_keys_of_another_repository(publisher: Publisher, terminal: ContentTerminal, tmp_path: Path) -> None:
    other = Publisher(tmp_path / "other")
    other.publish(9)
    publisher.put_back(other.served)
    refused(terminal, "not signed by the keys")


def renewed(publisher: Publisher, *signatures: str) -> None:
    """Root metadata 2, in which root-3 is another key, served with the signatures of these old keys only."""
    old = publisher.keys.root().signed
    names = {keyid: key.unrecognized_fields["x-okienko-name"] for keyid, key in old.keys.items()}
    metadata = publisher.keys.renew(["root-3"], publisher.clock.now())
    for keyid in list(metadata.signatures):
        if names.get(keyid) not in signatures:
            del metadata.signatures[keyid]
    (publisher.served / "metadata" / "2.root.json").write_bytes(metadata.to_bytes())


def test_new_root_with_one_of_two_signatures(publisher: Publisher, terminal: ContentTerminal) -> None:
    renewed(publisher, "root-1")
    refused(terminal, "not signed by the keys")


def test_new_root_with_two_of_three_signatures(publisher: Publisher, terminal: ContentTerminal) -> None:
    renewed(publisher, "root-1", "root-2")
    publisher.publish(2)
    terminal.look()
    assert terminal.shown == (2, 2)


def test_new_keys_for_everything_with_two_of_three(publisher: Publisher, terminal: ContentTerminal) -> None:
    """The third root key is lost; the others are renewed one after the other, and old ones count no longer."""
    (publisher.folder / "keys" / "root-3.pem").unlink()
    publisher.keys.renew(["root-3", "targets", "snapshot", "timestamp"], publisher.clock.now())
    publisher.keys.renew(["root-1", "root-2"], publisher.clock.now())
    with pytest.raises(BadInput, match="not signed by the keys of the newest root"):
        publisher.publish(2)
    publisher.clock.time += timedelta(minutes=1)
    Repository(publisher.served, publisher.keys, publisher.clock, anew=True).publish(OFFICE, 2, publisher.archive(2))
    terminal.look()
    assert terminal.shown == (1, 2)
    fresh = publisher.terminal("fresh")
    fresh.look()
    assert fresh.shown == terminal.shown


def test_new_root_with_a_wrong_number(publisher: Publisher, terminal: ContentTerminal) -> None:
    publisher.keys.renew([], publisher.clock.now())
    publisher.keys.renew([], publisher.clock.now())
    roots = publisher.keys.roots()
    for body in (roots[1], roots[3]):
        publisher.spoilt[r"metadata/2\.root\.json"] = lambda _, body=body: body  # type: ignore[misc]
        refused(terminal, "an older list of content than before, or another one")


def test_a_centre_restored_from_an_old_copy_goes_on(publisher: Publisher, terminal: ContentTerminal) -> None:
    old = publisher.copy("old")
    for version in (2, 3, 4):
        publisher.publish(version)
    terminal.look()
    publisher.put_back(old)
    publisher.clock.time += timedelta(minutes=10)
    publisher.publish(5)
    terminal.look()
    assert terminal.shown == (2, 5)


class Killed(BaseException):
    """Nothing that the program could catch."""


@pytest.mark.parametrize("step", ["unpack", "rename", "switch"])
def test_killed_between_download_and_switch(
    publisher: Publisher, terminal: ContentTerminal, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = terminal.files()
    publisher.publish(2)

    def die(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        if step == "unpack":
            patch.setattr("sync.agent.unpacking._write", die)
        elif step == "rename":
            patch.setattr("sync.agent.content.sync_folder", die)
        else:
            patch.setattr("kiosk.content.delivered.replace_file", die)
        patch.setattr("sync.agent.content.shutil.rmtree", lambda *_, **__: None)  # a killed process clears nothing
        with pytest.raises((Killed, FileExistsError)):
            terminal.look()
    assert terminal.shown == (1, 1)
    assert terminal.files() == before
    terminal.look()
    assert terminal.shown == (2, 2)


def test_a_signed_pack_with_faults_is_refused_by_the_house_gate(
    publisher: Publisher, terminal: ContentTerminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty = io.BytesIO()
    files = [Packed(file.name, file.size, list(file.pieces)) for file in read_archive(publisher.archive(2), Caps())]
    files = [file for file in files if file.name != "katalog.yaml"]
    write_archive([*files, Packed("katalog.yaml", 10, [b"grupy: []\n"])], faulty)
    publisher.repository.publish(OFFICE, 2, faulty)
    refused(terminal, "release 2 is refused: katalog.yaml:1: ")


def test_a_pack_of_another_office_or_version_than_the_list_says(
    publisher: Publisher, terminal: ContentTerminal
) -> None:
    publisher.repository.publish(OFFICE, 2, publisher.archive(3))
    refused(terminal, "not the pack that its list says")
    publisher.repository.publish(OFFICE, 4, publisher.archive(4, office="us_lodz"))
    refused(terminal, "not the pack that its list says")


def test_a_disk_that_is_nearly_full(
    publisher: Publisher, terminal: ContentTerminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.publish(2)
    monkeypatch.setattr("sync.agent.unpacking.shutil.disk_usage", lambda _: SimpleNamespace(free=200 * 2**20))
    publisher.asked.clear()
    refused(terminal, "too little room")
    assert not any(name.startswith("targets/") for name in publisher.asked)
    archive = publisher.folder / "archive"
    archive.write_bytes(publisher.archive(2).getvalue())
    with pytest.raises(EnvironmentFault, match="too little room"):
        unpack(archive, publisher.folder / "unpacked")


def test_a_lost_pointer_costs_nothing(publisher: Publisher, terminal: ContentTerminal) -> None:
    publisher.publish(2)
    terminal.look()
    before = terminal.files()
    (terminal.delivered.root / "current.json").write_bytes(b"{}")
    assert terminal.files() == before
    terminal.look()
    assert terminal.shown == (2, 2)


def test_two_agents_do_not_look_at_once(publisher: Publisher, terminal: ContentTerminal) -> None:
    with terminal.content._alone(), pytest.raises(ContentFault, match="another agent"):
        terminal.look()


def test_old_packs_are_cleared_away(publisher: Publisher, terminal: ContentTerminal) -> None:
    for version in range(2, 7):
        publisher.publish(version)
        terminal.look()
    assert terminal.shown == (6, 6)
    assert len(list(terminal.delivered.packs.iterdir())) == 4
