"""Composes the administrator's area: every port over one store, which is opened when the area first is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.audit import AuditEntry, AuditEvent
from kiosk.domain.clock import Clock
from kiosk.domain.pack import Pack
from kiosk.domain.pin import Moment
from kiosk.system_clock import since_boot

if TYPE_CHECKING:
    from kiosk.store.store import Store
    from kiosk.terminal.administration.ports import Administration, Standing


class Behind:
    """Called on the area's worker thread; `end` by whoever ends the program, once that thread is over.

    Sticks are looked for in `mounted_under`, where desktops and system administrators mount them.
    """

    def __init__(
        self,
        data: Path,
        pack: Pack,
        clock: Clock,
        export_folder: str = "",
        moment: Callable[[], Moment] = since_boot,
        mounted_under: Sequence[Path] = (Path("/media"), Path("/run/media"), Path("/mnt")),
    ) -> None:
        self._data = data
        self._pack = pack
        self._clock = clock
        self._export_folder = export_folder
        self._moment = moment
        self._mounted_under = mounted_under
        self._store: Store | None = None

    def __call__(self) -> Administration:
        """Open the store; raises `StoreFault`."""
        # Imported here: a terminal that nobody administers does not pay for it.
        from kiosk.commands.administering.exporter import StoreExporter  # noqa: PLC0415
        from kiosk.commands.administering.overview import StoreOverview  # noqa: PLC0415
        from kiosk.commands.administering.targets import MountedTargets  # noqa: PLC0415
        from kiosk.store.store import Store  # noqa: PLC0415
        from kiosk.terminal.administration.ports import Administration  # noqa: PLC0415

        if self._store is None:
            self._store = Store.open(self._data, self._clock)
        store = self._store
        return Administration(
            gate=StoreGate(store, self._moment),
            overview=StoreOverview(store, self._pack, self._clock, self._data),
            targets=MountedTargets(self._mounted_under, self._export_folder),
            exporter=StoreExporter(store, self._pack, self._clock),
            audit=StoreAudit(store),
        )

    def end(self) -> None:
        """Give the file back. Safe to repeat."""
        if self._store is not None:
            self._store.close()
            self._store = None


class StoreGate:
    """The gate over the PIN in the store."""

    def __init__(self, store: Store, moment: Callable[[], Moment]) -> None:
        self._pins = store.pins
        self._moment = moment

    def standing(self) -> Standing:
        return self._standing(is_open=False)

    def enter(self, pin: str) -> Standing:
        return self._standing(is_open=self._pins.open_with(pin, self._moment()))

    def _standing(self, *, is_open: bool) -> Standing:
        from kiosk.terminal.administration.ports import Standing  # noqa: PLC0415  # as above

        found = self._pins.standing()
        return Standing(found.has_pin, is_open, found.tries.left, found.tries.wait_left(self._moment()))


class StoreAudit:
    """The audit list in the store."""

    def __init__(self, store: Store) -> None:
        self._audit = store.audit

    def record(self, event: AuditEvent, detail: Mapping[str, str]) -> None:
        self._audit.record(event, detail)

    def last(self, limit: int) -> Sequence[AuditEntry]:
        return self._audit.last(limit)
