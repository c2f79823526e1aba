"""The area's export over the store: one CSV file, whole and durable or not there, and why not in one word.

The folder is held open and compared from time to time with what stands at its path: a stick that is pulled out leaves
an empty folder behind, on the terminal's own disk, and writing on into what is no longer there takes for ever.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.clock import Clock
from kiosk.domain.counts import Column
from kiosk.domain.errors import EnvironmentFault
from kiosk.domain.pack import Pack
from kiosk.domain.period import Period
from kiosk.domain.response import Response
from kiosk.export.csv_file import PROPERTIES, response_row, write_csv
from kiosk.store.store import Store
from kiosk.terminal.administration.ports import Exported, ExportFault, ExportRequest, ExportTrouble, Offer

_LOOK_EVERY = 200
"""Rows between two looks at the folder and at whether it was cancelled."""
_TROUBLES = {
    errno.ENOSPC: ExportTrouble.FULL,
    errno.EDQUOT: ExportTrouble.FULL,
    errno.EFBIG: ExportTrouble.FULL,
    errno.EROFS: ExportTrouble.READ_ONLY,
    errno.EACCES: ExportTrouble.REFUSED,
    errno.EPERM: ExportTrouble.REFUSED,
    errno.ENOENT: ExportTrouble.GONE,
    errno.ENODEV: ExportTrouble.GONE,
    errno.ENXIO: ExportTrouble.GONE,
    errno.EIO: ExportTrouble.GONE,
    errno.ENOTCONN: ExportTrouble.GONE,
    errno.ESTALE: ExportTrouble.GONE,
}


class StoreExporter:
    """An `Exporter`."""

    def __init__(self, store: Store, pack: Pack, clock: Clock) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock

    def offer(self, language: str) -> Offer:
        titles = {each.id: each.title.in_language(language) for each in self._pack.questionnaires}
        asked = self._store.counting.questionnaires()
        periods = sorted(self._store.responses.periods(), key=lambda text: (Period.parse(text), text))
        return Offer(("csv",), tuple((each, titles.get(each, each)) for each in asked), tuple(periods))

    def export(
        self, request: ExportRequest, progress: Callable[[float], None], is_cancelled: Callable[[], bool]
    ) -> Exported | None:
        with _held(request.folder) as held:
            name = self._name(request)
            try:
                return self._write(request, name, held, progress, is_cancelled)
            except _Cancelled:
                return None
            except EnvironmentFault as fault:
                raise _explained(fault, held) from fault
            finally:
                held.clear_away(name)

    def _write(
        self,
        request: ExportRequest,
        name: str,
        held: _Held,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> Exported:
        periods = [text for text in self._store.responses.periods() if _is_between(text, request)]
        questions = self._store.responses.question_keys()
        total = self._total(request, periods)

        def rows() -> Iterator[list[object]]:
            row = response_row(questions)
            for written, response in enumerate(self._responses(request, periods)):
                if written % _LOOK_EVERY == 0:
                    held.require()
                    if is_cancelled():
                        raise _Cancelled
                    progress(min(1.0, written / total) if total else 1.0)
                yield row(response)

        write_csv(request.folder / name, [*PROPERTIES, *questions], rows())
        held.require()
        progress(1.0)
        return Exported(name, (request.folder / name).stat().st_size)

    def _responses(self, request: ExportRequest, periods: list[str]) -> Iterator[Response]:
        for response in self._store.responses.stream(periods):
            if request.questionnaire is None or response.questionnaire == request.questionnaire:
                yield response

    def _total(self, request: ExportRequest, periods: list[str]) -> int:
        """How many rows there will be: for the bar, and told to nobody."""
        counts = self._store.counting.count([Column("period")], request.questionnaire)
        return sum(number for (period,), number in counts.cells.items() if period in periods)

    def _name(self, request: ExportRequest) -> str:
        """One that is free: what an administrator took out before is never written over."""
        parts = ["okienko", self._pack.office.id, request.questionnaire or "", request.first or "", request.last or ""]
        stem = "-".join([*filter(None, parts), self._clock.now().date().isoformat()])
        name, number = f"{stem}.{request.suffix}", 1
        while (request.folder / name).exists():
            number += 1
            name = f"{stem}-{number}.{request.suffix}"
        return name


class _Cancelled(Exception):
    """No fault: it was wanted."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A folder that is held open, wherever it goes."""

    folder: Path
    descriptor: int

    def require(self) -> None:
        """Raises `ExportFault` unless the folder that is held still stands at its path."""
        if not self.is_in_place():
            raise ExportFault(ExportTrouble.GONE, f"{self.folder} is no longer there")

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
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as fault:
        trouble = _TROUBLES.get(fault.errno or 0, ExportTrouble.GONE)
        raise ExportFault(trouble, f"cannot write to {folder}: {fault.strerror}") from fault
    try:
        yield _Held(folder, descriptor)
    finally:
        os.close(descriptor)


def _explained(fault: EnvironmentFault, held: _Held) -> ExportFault:
    """The fault with what an administrator can do about it."""
    if isinstance(fault, ExportFault):
        return fault
    cause: BaseException | None = fault
    while cause is not None and not isinstance(cause, OSError):
        cause = cause.__cause__
    trouble = _TROUBLES.get(cause.errno or 0, ExportTrouble.OTHER) if cause is not None else ExportTrouble.OTHER
    return ExportFault(trouble if held.is_in_place() else ExportTrouble.GONE, str(fault))


def _is_between(text: str, request: ExportRequest) -> bool:
    period = Period.parse(text)
    is_late = request.first is None or period.first_day >= Period.parse(request.first).first_day
    return is_late and (request.last is None or period.first_day <= Period.parse(request.last).last_day)
