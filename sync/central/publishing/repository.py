"""The folder that the centre serves: signed metadata and archives, consistent whatever happens while it is written.

    metadata/<version>.root.json, <version>.targets.json, <version>.snapshot.json, timestamp.json
    targets/<pack>/<sha256>.<release>.pack

Every file has its version or its digest in its name and is written before the next one names it; `timestamp.json` is
replaced last, in one step, so that whoever is killed leaves the old repository, valid. Versions are minutes since 1970,
or one more than before: a centre restored from an old copy does not go on with numbers that terminals have seen.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO, TypeVar

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from kiosk.content.durable import replace_file, replacing, sync_folder
from kiosk.domain.clock import Clock
from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.export.atomic import faults_of_files
from sync.central.publishing.keys import KeyFolder, follows
from sync.protocol import EVERY_TERMINAL, Release, releases

PUBLICATION_DAYS = 400
"""How long a publication is good: it is renewed by the next one."""
TIMESTAMP_DAYS = 14
"""How long terminals believe that there is nothing newer; signed again every night."""

_KEPT = 5
_OLD_METADATA = 20
_PIECE = 1024 * 1024
_T = TypeVar("_T", Root, Snapshot, Targets, Timestamp)


@dataclass(frozen=True, slots=True)
class _State:
    """What was published last, its signatures checked."""

    targets: Targets
    snapshot: int
    timestamp: int


class Repository:
    """One writer at a time. Everything raises `BadInput` for keys and metadata, `EnvironmentFault` for the disk."""

    def __init__(self, folder: Path, keys: KeyFolder, clock: Clock, *, anew: bool = False) -> None:
        """`anew`: take nothing over from what lies there, whose keys do not count any more."""
        self._metadata = folder / "metadata"
        self._targets = folder / "targets"
        self._folder = folder
        self._keys = keys
        self._clock = clock
        self._anew = anew

    def publish(self, pack: str, version: int, archive: BinaryIO, share: int = EVERY_TERMINAL) -> Release:
        """Publish an archive as the newest release of `pack`; the very same content again only changes its share."""
        digest = _digest_of(archive)
        with self._writing() as state:
            known = [one for one in _releases(state.targets) if one.pack == pack]
            if known and _digest(state.targets, known[-1]) == digest:
                release = replace(known[-1], share=share)
            else:
                number = known[-1].number + 1 if known else 1
                release = Release(pack, number, version, self._clock.now().astimezone(UTC).date(), share)
            self._add(state, release, archive, digest)
        return release

    def roll_back(self, pack: str) -> Release:
        """Publish what was before the newest content once more, for every terminal and under a new number.

        What was rolled back from is never gone back to: the next time it is what was before the content of now.
        """
        with self._writing() as state:
            known = [one for one in _releases(state.targets) if one.pack == pack]
            if not known:
                raise BadInput(_no_publication(pack, _releases(state.targets), self._folder))
            before = _before(known)
            if before is None:
                told = f"before what release {known[-1].number} shows"
                raise BadInput(f"there is no publication of '{pack}' to go back to {told}; publish a good pack instead")
            digest = _digest(state.targets, before)
            day = self._clock.now().astimezone(UTC).date()
            release = Release(pack, known[-1].number + 1, before.version, day, was=before.number)
            with (self._targets / _stored(before, digest)).open("rb") as archive:
                self._add(state, release, archive, digest)
        return release

    def refresh_timestamp(self) -> datetime:
        """Sign again that what was published last is the newest; until when that is good."""
        nothing = f"nothing has been published in {self._folder}; name what `kiosk-central publish` fills"
        if not self._metadata.is_dir():  # a wrong name must not make a folder
            raise BadInput(nothing)
        with self._locked():
            root = self._root()
            self._require_our_keys(root, nightly=True)
            state = self._state(root)
            if state is None:
                raise BadInput(nothing)
            return self._write_timestamp(root, state)

    def releases(self) -> list[Release]:
        """What is published now, newest last."""
        with self._locked():
            state = self._state(self._root())
            return _releases(state.targets) if state else []

    @contextmanager
    def _writing(self) -> Iterator[_State]:
        with self._locked():
            root = self._root()
            self._require_our_keys(root)
            if root.signed.is_expired(self._clock.now().astimezone(UTC)):
                raise BadInput("the root metadata has expired: two holders of root keys must renew it")
            state = self._state(root) or _State(Targets(), 1, 1)
            yield state
            self._write(root, state)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        doing = f"cannot write {self._folder}"
        with faults_of_files(doing):
            for folder in (self._metadata, self._targets):
                folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self._folder / ".lock", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            with faults_of_files(doing):
                try:
                    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    raise EnvironmentFault(
                        f"another program is just publishing into {self._folder}; try again"
                    ) from None
                yield
        finally:
            os.close(descriptor)

    def _root(self) -> Metadata[Root]:
        return self._keys.root()

    def _require_our_keys(self, root: Metadata[Root], *, nightly: bool = False) -> None:
        """What terminals know must lead to `root`: else they would refuse all that it signs.

        `nightly`: the server's folder may lack root metadata, for none goes out with a timestamp.
        """
        published = KeyFolder(self._metadata)
        if not published.roots():
            return
        newest = published.root()
        there, here = newest.signed.version, root.signed.version
        unchanged = "nothing has been changed"
        if here < there and follows(newest, root, published.roots()):
            if nightly:
                return
            more = f"copy {there}.root.json there, and the keys that were made with it"
            raise BadInput(f"{self._metadata} has newer root metadata than {self._keys}: {unchanged}; {more}")
        roots = self._keys.roots()
        lacking = next((version for version in range(there + 1, here) if version not in roots), None)
        if lacking is not None:
            if nightly:
                return
            why = f"terminals cannot go from {there}.root.json to {here}.root.json"
            raise BadInput(f"without {lacking}.root.json in {self._keys} {why}: {unchanged}; copy it there")
        if not follows(root, newest, roots):
            more = f"name with --keys the folder whose {there}.root.json is the one in {self._metadata}"
            lost = "only if two root keys are lost, name a new folder with --to, and enrol every terminal again"
            told = f"the keys in {self._keys} are other keys than those of {self._folder}, and no terminal trusts them"
            raise BadInput(f"{told}: {unchanged}; {more}; {lost}")

    def _state(self, root: Metadata[Root]) -> _State | None:
        """What lies there, if it is ours: whoever has only the centre must not have his list signed by us."""
        if self._anew or not (self._metadata / "timestamp.json").exists():
            return None
        try:
            timestamp = self._read(root, Timestamp, "timestamp.json")
            version = timestamp.snapshot_meta.version
            snapshot = self._read(root, Snapshot, f"{version}.snapshot.json")
            targets = self._read(root, Targets, f"{snapshot.meta['targets.json'].version}.targets.json")
        except (RepositoryError, ValueError, KeyError, FileNotFoundError) as fault:
            told = (
                "is broken, or is not signed by the keys of the newest root metadata: nothing has been changed; if keys"
            )
            more = "were renewed, publish every office's pack again, the first of them with --anew"
            raise BadInput(f"the list in {self._metadata} {told} {more}") from fault
        return _State(targets, version, timestamp.version)

    def _read(self, root: Metadata[Root], kind: Callable[..., _T], name: str) -> _T:
        signed = Metadata[_T].from_bytes((self._metadata / name).read_bytes())
        if not isinstance(signed.signed, kind):  # type: ignore[arg-type]  # a class, which mypy takes for a function
            raise RepositoryError(f"{name} is of another kind")
        root.verify_delegate(signed.signed.type, signed)
        return signed.signed

    def _add(self, state: _State, release: Release, archive: BinaryIO, digest: str) -> None:
        stored = self._targets / _stored(release, digest)
        if not stored.exists():
            self._store(archive, stored)
        target = TargetFile.from_file(release.target, str(stored))
        target.unrecognized_fields["custom"] = release.custom()
        state.targets.targets[release.target] = target
        mine = [one for one in _releases(state.targets) if one.pack == release.pack]
        full = max((one.number for one in mine if one.share == EVERY_TERMINAL), default=0)
        for old in mine[:-_KEPT]:
            if old.number != full:
                del state.targets.targets[old.target]

    @staticmethod
    def _store(archive: BinaryIO, to: Path) -> None:
        to.parent.mkdir(exist_ok=True)
        archive.seek(0)
        with replacing(to, 0o644) as file:
            shutil.copyfileobj(archive, file, _PIECE)
        sync_folder(to.parent.parent)

    def _write(self, root: Metadata[Root], state: _State) -> None:
        now = self._clock.now().astimezone(UTC)
        expires = now.replace(microsecond=0) + timedelta(days=PUBLICATION_DAYS)
        for version, content in sorted(self._keys.roots().items()):
            if version <= root.signed.version and not (self._metadata / f"{version}.root.json").exists():
                replace_file(self._metadata / f"{version}.root.json", content, 0o644)
        targets = state.targets
        targets.version, targets.expires = _next(targets.version, now), expires
        described = MetaFile.from_data(targets.version, self._sign(root, targets, f"{targets.version}."), ["sha256"])
        version = _next(state.snapshot, now)
        snapshot = Snapshot(version=version, expires=expires, meta={"targets.json": described})
        self._sign(root, snapshot, f"{version}.")
        self._write_timestamp(root, replace(state, snapshot=version))
        self._clear(targets)

    def _write_timestamp(self, root: Metadata[Root], state: _State) -> datetime:
        now = self._clock.now().astimezone(UTC)
        expires = now.replace(microsecond=0) + timedelta(days=TIMESTAMP_DAYS)
        data = (self._metadata / f"{state.snapshot}.snapshot.json").read_bytes()
        described = MetaFile.from_data(state.snapshot, data, ["sha256"])
        timestamp = Timestamp(version=_next(state.timestamp, now), expires=expires, snapshot_meta=described)
        self._sign(root, timestamp, "")
        return expires

    def _sign(self, root: Metadata[Root], signed: _T, prefix: str) -> bytes:
        metadata = Metadata(signed)
        for signer in self._keys.signers_of(signed.type, root.signed):
            metadata.sign(signer, append=True)
        data = metadata.to_bytes()
        replace_file(self._metadata / f"{prefix}{signed.type}.json", data, 0o644)
        return data

    def _clear(self, targets: Targets) -> None:
        """Archives that are named no longer, and metadata of long ago; roots are kept for ever."""
        named = {str(self._targets / _stored(one, _digest(targets, one))) for one in _releases(targets)}
        old = [path for path in self._targets.glob("*/*") if str(path) not in named]
        for kind in ("targets", "snapshot"):
            files = self._metadata.glob(f"*.{kind}.json")
            old += sorted(files, key=lambda path: int(path.name.split(".")[0]))[:-_OLD_METADATA]
        for path in old:
            path.unlink(missing_ok=True)


def newest_root(folder: Path) -> str:
    """The newest root metadata of a repository as text, for terminals that enrol; empty where there is none."""
    versions = [int(path.name.split(".")[0]) for path in (folder / "metadata").glob("[0-9]*.root.json")]
    try:
        return (folder / "metadata" / f"{max(versions)}.root.json").read_text("utf-8") if versions else ""
    except (OSError, UnicodeDecodeError):
        return ""


def _releases(targets: Targets) -> list[Release]:
    custom: Mapping[str, object] = {path: target.custom for path, target in targets.targets.items()}
    return releases(custom)


def _digest(targets: Targets, release: Release) -> str:
    return targets.targets[release.target].hashes["sha256"]


def _before(known: list[Release]) -> Release | None:
    """The release that a rollback of the newest of `known` goes back to.

    One that was itself gone back to stands where that one stood: what came between them does not count.
    """
    path: list[Release] = []
    for release in known:
        if release.was:
            path = [one for one in path if one.number < release.was]
        path.append(release)
    return path[-2] if path[1:] else None


def _no_publication(pack: str, published: list[Release], folder: Path) -> str:
    offices = ", ".join(sorted({one.pack for one in published}))
    what_to_do = f"published there: {offices}" if offices else "name with --to the folder that was published into"
    return f"there is no publication of '{pack}' in {folder}; {what_to_do}"


def _stored(release: Release, digest: str) -> str:
    return f"{release.pack}/{digest}.{release.number}.pack"


def _digest_of(archive: BinaryIO) -> str:
    archive.seek(0)
    digest = hashlib.sha256()
    while piece := archive.read(_PIECE):
        digest.update(piece)
    return digest.hexdigest()


def _next(version: int, now: datetime) -> int:
    return max(version + 1, int(now.timestamp()) // 60)
