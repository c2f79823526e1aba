"""Looks for new content at the centre and makes it current on this terminal, when everything about it is right.

    content/root.json             the root metadata that is trusted first, from the enrolment
    content/metadata-…/           what The Update Framework has proved since
    content/incoming/             being fetched and unpacked; thrown away at the next look
    content/packs/<release>-…/    whole, checked packs

Whatever is wrong, the pack that was current stays so, for ever; the reason is kept for the staff.
"""

from __future__ import annotations

import asyncio
import fcntl
import hashlib
import logging
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path

import httpx2
from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    SlowRetrievalError,
    UnsignedMetadataError,
)
from tuf.api.metadata import Metadata, Root, TargetFile, Targets
from tuf.ngclient import Updater, UpdaterConfig

from kiosk.content.delivered import Delivered, DeliveredContent, Look
from kiosk.content.durable import replace_file, sync_folder
from kiosk.domain.clock import Clock
from kiosk.domain.errors import BadInput, EnvironmentFault, RoadFault
from kiosk.store.road import Road
from sync.agent.fetching import Fetching
from sync.agent.unpacking import require_room, unpack
from sync.protocol import CONTENT_PATH, Caps, Malformed, Release, release_for, releases

TOTAL_SECONDS = 1800.0
ROOT_FILE = "root.json"

_CONFIG = UpdaterConfig(
    max_root_rotations=64,
    root_max_length=64 * 1024,
    timestamp_max_length=16 * 1024,
    snapshot_max_length=64 * 1024,
    targets_max_length=4 * 1024 * 1024,
    app_user_agent="okienko-agent",
)
_SPARE_PACKS = 2
"""Kept beside the current and the previous one: a terminal that was not started anew may still read them."""
_LONGEST_PROBLEM = 300
_log = logging.getLogger(__name__)

OpenClient = Callable[[str], httpx2.Client]


class ContentFault(RoadFault):
    """No new content this time; the sentence is for the staff. What was current stays."""


class LookedFor(ContentFault):
    """Another agent of this terminal is just doing so."""


class Content:
    """One look at a time; safe to repeat, and to be killed anywhere."""

    def __init__(
        self,
        data: Path,
        clock: Clock,
        open_client: OpenClient,
        root: str = "",
        caps: Caps | None = None,
        total_seconds: float = TOTAL_SECONDS,
    ) -> None:
        """`root` is a file with the root metadata to trust first; empty: what came with the enrolment."""
        self._delivered = DeliveredContent(data)
        self._clock = clock
        self._open_client = open_client
        self._root = Path(root) if root else self._delivered.root / ROOT_FILE
        self._caps = caps or Caps()
        self._total_seconds = total_seconds

    async def contact(self, road: Road) -> Delivered | None:
        """Look once, in a thread: what has newly become current, or None. Raises `EnvironmentFault`, after noting it.

        When it is cancelled, the thread ends at the next piece that arrives, or after the time to wait for one.
        """
        stop = threading.Event()
        try:
            return await asyncio.to_thread(self.look, road, stop)
        finally:
            stop.set()

    def look(self, road: Road, stop: threading.Event | None = None) -> Delivered | None:
        """The same, in this thread."""
        if not self._root.exists():
            return None  # the centre publishes nothing, or did not when this terminal was enrolled
        at = self._clock.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
        try:
            with self._alone():
                new = self._newer(road, stop or threading.Event())
        except LookedFor:
            raise
        except EnvironmentFault as fault:
            self._delivered.note(Look(at, str(fault)[:_LONGEST_PROBLEM]))
            raise
        self._delivered.note(Look(at))
        return new

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """The library must not work twice on the same files: the second agent looks another time."""
        try:
            self._delivered.packs.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock = os.open(self._delivered.root / ".lock", os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as fault:
            raise EnvironmentFault(f"cannot use {self._delivered.root}: {fault.strerror}") from fault
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        except BlockingIOError:
            raise LookedFor("another agent is just looking for content") from None
        except OSError as fault:
            raise EnvironmentFault(f"content cannot be kept: {fault.strerror}") from fault
        finally:
            os.close(lock)

    def _newer(self, road: Road, stop: threading.Event) -> Delivered | None:
        incoming = self._delivered.root / "incoming"
        shutil.rmtree(incoming, ignore_errors=True)
        incoming.mkdir(mode=0o700)
        try:
            return self._fetched(road, incoming, stop)
        finally:
            shutil.rmtree(incoming, ignore_errors=True)

    def _fetched(self, road: Road, incoming: Path, stop: threading.Event) -> Delivered | None:
        with _told(), self._client(road) as client:
            fetching = Fetching(client, self._clock, incoming, self._total_seconds, stop)
            updater, folder = self._updater(road, fetching)
            updater.refresh()
            release = release_for(road.terminal, road.office, _offered(folder))
            target = updater.get_targetinfo(release.target) if release is not None else None
            if release is None or target is None:
                return None
            wanted = _delivery(release, target)
            current = self._delivered.current
            if current is not None and wanted.folder == current.folder:
                return None
            if target.length > self._caps.encoded:
                raise ContentFault(f"the release is larger than {self._caps.encoded} bytes")
            require_room(incoming, target.length)
            archive = incoming / "archive"
            updater.download_target(target, str(archive))
        self._adopt(archive, incoming / "pack", wanted, lambda: not stop.is_set())
        return wanted

    def _adopt(self, archive: Path, unpacked: Path, wanted: Delivered, goes_on: Callable[[], bool]) -> None:
        """From an archive that has proved itself to the current pack."""
        try:
            pack = unpack(archive, unpacked, self._caps, goes_on)
        except BadInput as bad:
            more = f" (the first of {len(bad.faults)} faults)" if bad.faults[1:] else ""
            raise ContentFault(f"release {wanted.release} is refused: {bad.faults[0]}{more}") from bad
        if (pack.office.id, pack.version) != (wanted.pack, wanted.version):
            raise ContentFault(f"release {wanted.release} is refused: it is not the pack that its list says")
        place = self._delivered.packs / wanted.folder
        if place.exists():  # left by an agent that was killed, or the pointer was lost
            place.rename(unpacked.with_name("old"))
        unpacked.rename(place)
        sync_folder(place.parent)
        self._delivered.switch(wanted)
        self._clear()

    def _clear(self) -> None:
        kept = {one.folder for one in (self._delivered.current, self._delivered.previous) if one is not None}
        others = [path for path in self._delivered.packs.iterdir() if path.name not in kept]
        for old in sorted(others, key=lambda path: path.stat().st_mtime)[:-_SPARE_PACKS]:
            shutil.rmtree(old, ignore_errors=True)

    def _client(self, road: Road) -> httpx2.Client:
        try:
            return self._open_client(road.central)
        except (ValueError, OSError) as fault:
            said = "this machine's settings for the network (a proxy, SSL_CERT_FILE, central_ca) cannot be used"
            raise ContentFault(f"{said} ({type(fault).__name__})") from fault

    def _updater(self, road: Road, fetching: Fetching) -> tuple[Updater, Path]:
        root = self._root.read_bytes()
        folder = self._delivered.root / f"metadata-{hashlib.sha256(root).hexdigest()[:16]}"
        folder.mkdir(exist_ok=True, mode=0o700)
        base = road.central + CONTENT_PATH
        updater = Updater(
            str(folder),
            f"{base}/metadata/",
            target_base_url=f"{base}/targets/",
            fetcher=fetching,
            config=_CONFIG,
            bootstrap=root,
        )
        # WORKAROUND: the library asks the machine what time it is and takes nothing else.
        # https://github.com/theupdateframework/specification/issues/137
        updater._trusted_set.reference_time = self._clock.now().astimezone(UTC)  # noqa: SLF001
        return updater, folder


def keep_root(data: Path, root: str) -> None:
    """Trust `root` first from now on, as the enrolment's answer brought it; raises `EnvironmentFault`.

    What is no root metadata is passed over: content then comes as it came before, or not at all.
    """
    content = root.encode()
    try:
        metadata = Metadata[Root].from_bytes(content)
        metadata.verify_delegate(Root.type, metadata)
    except (RepositoryError, ValueError):
        _log.warning("the centre's root metadata for content cannot be used")
        return
    folder = DeliveredContent(data).root
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        replace_file(folder / ROOT_FILE, content)
    except OSError as fault:
        raise EnvironmentFault(f"cannot write {folder / ROOT_FILE}: {fault.strerror}") from fault


def _offered(folder: Path) -> list[Release]:
    """What the list offers that the library has just proved and put there."""
    targets = Metadata[Targets].from_file(str(folder / "targets.json")).signed.targets
    return releases({path: target.custom for path, target in targets.items()})


def _delivery(release: Release, target: TargetFile) -> Delivered:
    try:
        proved = Release.read(release.target, target.custom)
        digest = target.hashes["sha256"]
    except (Malformed, KeyError):
        raise ContentFault(f"release {release.number} is refused: its list cannot be read") from None
    return Delivered(f"{proved.number}-{digest[:16]}", proved.pack, proved.number, proved.version, proved.day)


@contextmanager
def _told() -> Iterator[None]:
    """The library's exceptions as sentences."""
    try:
        yield
    except DownloadHTTPError as fault:
        raise ContentFault(f"the centre does not give its content ({fault.status_code})") from fault
    except DownloadLengthMismatchError as fault:
        raise ContentFault("the centre sends more than is signed or allowed") from fault
    except SlowRetrievalError as fault:
        raise ContentFault("the centre sends its content too slowly") from fault
    except DownloadError as fault:
        raise ContentFault("the centre cannot be reached for content") from fault
    except ExpiredMetadataError as fault:
        said = "the list of content has expired: the centre holds it back, or this terminal's clock is wrong"
        raise ContentFault(said) from fault
    except BadVersionNumberError as fault:
        raise ContentFault("the centre offers an older list of content than before, or another one") from fault
    except UnsignedMetadataError as fault:
        raise ContentFault("the list of content is not signed by the keys that this terminal trusts") from fault
    except LengthOrHashMismatchError as fault:
        raise ContentFault("a file of content is not the one that was signed") from fault
    except (RepositoryError, ValueError) as fault:
        raise ContentFault("the list of content cannot be read") from fault
