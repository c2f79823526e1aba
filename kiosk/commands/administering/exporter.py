"""The area's export over the store: a file or the folder of a release, whole and durable or not there, and why not.

The folder is held open and compared from time to time with what stands at its path: a stick that is pulled out leaves
an empty folder behind, on the terminal's own disk, and writing on into what is no longer there takes for ever.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.clock import Clock
from kiosk.domain.errors import BadInput, EnvironmentFault, FileFault, FileTrouble
from kiosk.domain.pack import Pack
from kiosk.domain.period import Period
from kiosk.domain.reporting import ReportingPeriod
from kiosk.encryption import KEY_FILE, KeyFile
from kiosk.export.atomic import faults_of_files
from kiosk.export.formats import ENDINGS
from kiosk.export.job import Job, Kind, Request
from kiosk.export.owner import Owner
from kiosk.export.table import Cancelled, Style
from kiosk.store.store import Store
from kiosk.terminal.administration.ports import Exported, ExportRequest, Offer

RELEASE = "release"
"""Stands in the place of an ending for the folder that an archive keeps."""


class StoreExporter:
    """An `Exporter`."""

    def __init__(self, store: Store, pack: Pack, clock: Clock) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock

    def offer(self, language: str) -> Offer:
        titles = {each.id: each.title.in_language(language) for each in self._pack.questionnaires}
        today = self._clock.now().date()
        with self._store.reading.opened() as source:
            counts = source.period_counts()
        now = self._pack.questionnaire.id
        asked = sorted({one.questionnaire for one in counts}, key=lambda code: (code != now, code))
        periods = sorted({one.period for one in counts}, key=lambda text: (Period.parse(text), text))
        return Offer(
            (*(ending.removeprefix(".") for ending in ENDINGS), RELEASE),
            tuple((each, titles.get(each, each)) for each in asked),
            tuple(text for text in periods if ReportingPeriod.parse(text).is_over(today)),
        )

    def export(
        self, request: ExportRequest, progress: Callable[[float], None], is_cancelled: Callable[[], bool]
    ) -> Exported | None:
        with _held(request.folder) as held, self._key_at_hand(request.folder):
            name = self._name(request)
            try:
                return self._write(request, name, held, progress, is_cancelled)
            except Cancelled:
                return None
            except EnvironmentFault as fault:
                raise _explained(fault, held) from fault
            finally:
                held.clear_away(name)

    @contextmanager
    def _key_at_hand(self, folder: Path) -> Iterator[None]:
        """Encrypted answers are read with the key that lies in `folder`, and with none when this is over."""
        encrypted_for = self._store.counting.encrypted_for()
        if not encrypted_for:
            yield
            return
        try:
            key = KeyFile.read(folder / KEY_FILE)
        except (BadInput, EnvironmentFault) as fault:
            raise FileFault(FileTrouble.NO_KEY, str(fault)) from fault
        if not all(key.fingerprint in holders for holders in encrypted_for):
            raise FileFault(FileTrouble.NO_KEY, f"the key in {folder} does not open all answers")
        self._store.keys.add(key)
        try:
            yield
        finally:
            self._store.keys.clear()

    def _write(
        self,
        request: ExportRequest,
        name: str,
        held: _Held,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> Exported:
        with self._store.reading.opened() as source:

            def tell(share: float) -> None:
                held.require()
                if is_cancelled():
                    raise Cancelled("the export was cancelled")
                progress(share)

            path = request.folder / name
            today = self._clock.now().date()
            job = Job(source, self._pack.questionnaires, Owner.of(self._pack.office), today, progress=tell)
            kind = Kind.RELEASE if request.suffix == RELEASE else Kind.ROWS
            asked = Request(path, request.questionnaire, _parsed(request.first), _parsed(request.last), Style())
            outcome = job.run(asked, kind)
        held.require()
        progress(1.0)
        return Exported(name, _size(path), outcome.held_back > 0)

    def _name(self, request: ExportRequest) -> str:
        """One that is free: what an administrator took out before is never written over."""
        parts = ["okienko", self._pack.office.id, request.questionnaire or "", request.first or "", request.last or ""]
        stem = "-".join([*filter(None, parts), self._clock.now().date().isoformat()])
        ending = "" if request.suffix == RELEASE else f".{request.suffix}"
        name, number = f"{stem}{ending}", 1
        while os.path.lexists(request.folder / name):  # a link to nothing, too: a folder would be made where it points
            number += 1
            name = f"{stem}-{number}{ending}"
        return name


@dataclass(frozen=True, slots=True)
class _Held:
    """A folder that is held open, wherever it goes."""

    folder: Path
    descriptor: int

    def require(self) -> None:
        """Raises `FileFault` unless the folder that is held still stands at its path."""
        if not self.is_in_place():
            raise FileFault(FileTrouble.GONE, f"{self.folder} is no longer there")

    def is_in_place(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self.descriptor), self.folder.stat())
        except OSError:
            return False

    def clear_away(self, name: str) -> None:
        """Remove what an unfinished writing of `name` has left in the folder that is held, as far as it is reached."""
        with suppress(OSError):
            with os.scandir(self.descriptor) as entries:
                left = [entry.name for entry in entries if entry.name.startswith(f".{name}.")]
            for each in left:
                os.unlink(each, dir_fd=self.descriptor)


@contextmanager
def _held(folder: Path) -> Iterator[_Held]:
    with faults_of_files(f"cannot write to {folder}"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield _Held(folder, descriptor)
    finally:
        os.close(descriptor)


def _explained(fault: EnvironmentFault, held: _Held) -> FileFault:
    """The fault with what an administrator can do about it."""
    trouble = fault.trouble if isinstance(fault, FileFault) else FileTrouble.OTHER
    return FileFault(trouble if held.is_in_place() else FileTrouble.GONE, str(fault))


def _parsed(text: str | None) -> ReportingPeriod | None:
    return None if text is None else ReportingPeriod.parse(text)


def _size(path: Path) -> int:
    """Of a file, or of all files of a folder."""
    files = path.iterdir() if path.is_dir() else (path,)
    return sum(file.stat().st_size for file in files)
