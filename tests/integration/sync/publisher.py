"""A publisher with real keys and a real repository, a network that can be spoilt, terminals that look for content."""

from __future__ import annotations

import io
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import httpx2

from kiosk.content.delivered import Delivered, DeliveredContent
from kiosk.domain.clock import Clock
from kiosk.store.road import Road
from sync.agent.content import Content, keep_root
from sync.central.publishing.keys import KeyFolder
from sync.central.publishing.packing import pack_up
from sync.central.publishing.repository import Repository
from sync.protocol import EVERY_TERMINAL, Caps, Release
from tests.builders import FakeClock

POZNAN = Path(__file__).parents[3] / "resources" / "offices" / "poznan"
CENTRAL = "https://centrala.example"
OFFICE = "us_poznan"

Spoil = Callable[[bytes], bytes | Iterator[bytes] | None]
"""Another body in the place of a file's own; None: there is no such file."""


def pack_folder(folder: Path, version: int, office: str = OFFICE) -> Path:
    """The real pack with another number, so that every version has its own bytes."""
    shutil.copytree(POZNAN, folder)
    file = folder / "urzad.yaml"
    text = re.sub(r"^wersja_pakietu: 1$", f"wersja_pakietu: {version}", file.read_text("utf-8"), flags=re.MULTILINE)
    file.write_text(text.replace(f"id: {OFFICE}\n", f"id: {office}\n"), "utf-8")
    return folder


@cache
def _archive(version: int, office: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        archive = io.BytesIO()
        pack_up(pack_folder(Path(folder) / "pack", version, office), archive)
        return archive.getvalue()


@dataclass
class Publisher:
    """`folder` holds keys, repository and packs. The clock is the machine's when it is made, then stands."""

    folder: Path
    clock: FakeClock = field(default_factory=lambda: FakeClock(datetime.now(UTC)))
    spoilt: dict[str, Spoil] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.keys = KeyFolder(self.folder / "keys")
        self.keys.create(self.clock.now())

    @property
    def repository(self) -> Repository:
        return Repository(self.served, self.keys, self.clock)

    @property
    def served(self) -> Path:
        return self.folder / "repository"

    @property
    def root(self) -> str:
        return self.keys.roots()[1].decode()

    @staticmethod
    def archive(version: int, office: str = OFFICE) -> io.BytesIO:
        return io.BytesIO(_archive(version, office))

    def publish(self, version: int, share: int = EVERY_TERMINAL, office: str = OFFICE) -> Release:
        return self.repository.publish(office, version, self.archive(version, office), share)

    def copy(self, name: str) -> Path:
        """The repository as it is now, to be put back later."""
        return Path(shutil.copytree(self.served, self.folder / name))

    def put_back(self, copy: Path) -> None:
        shutil.rmtree(self.served)
        shutil.copytree(copy, self.served)

    def file(self, pattern: str) -> Path:
        """The newest file of the repository that fits."""
        return max(self.served.glob(pattern), key=lambda path: (path.stat().st_mtime_ns, path.name))

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        name = request.url.path.removeprefix("/tuf/")
        self.asked.append(name)
        file = self.served / name
        body: bytes | Iterator[bytes] | None = file.read_bytes() if file.is_file() else None
        for pattern, spoil in self.spoilt.items():
            if re.fullmatch(pattern, name):
                body = spoil(body if isinstance(body, bytes) else b"")
        if body is None:
            return httpx2.Response(404)
        return httpx2.Response(200, content=iter([body]) if isinstance(body, bytes) else body)

    def client(self, _central: str) -> httpx2.Client:
        return httpx2.Client(transport=httpx2.MockTransport(self.answer))

    def terminal(self, name: str = "terminal") -> ContentTerminal:
        """One that was enrolled before anything went wrong."""
        terminal = ContentTerminal(self.folder / name, self)
        keep_root(terminal.data, self.root)
        return terminal


@dataclass
class ContentTerminal:
    """A terminal as far as content goes."""

    data: Path
    publisher: Publisher
    identity: str = "0b6f2d7e-0000-4000-8000-000000000001"
    caps: Caps = field(default_factory=Caps)
    total_seconds: float = 60
    office: str = OFFICE
    clock: Clock | None = None
    """The publisher's where it is left out."""

    @property
    def content(self) -> Content:
        clock = self.clock or self.publisher.clock
        return Content(self.data, clock, self.publisher.client, caps=self.caps, total_seconds=self.total_seconds)

    def look(self) -> Delivered | None:
        return self.content.look(Road(self.identity, self.office, CENTRAL, "t" * 43, ""))

    @property
    def delivered(self) -> DeliveredContent:
        return DeliveredContent(self.data)

    @property
    def shown(self) -> tuple[int, int] | None:
        """Release and pack version that are current."""
        current = self.delivered.current
        return (current.release, current.version) if current else None

    def files(self) -> dict[str, bytes]:
        """The pack that a terminal would read now."""
        folder = self.delivered.folder
        assert folder is not None
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
