"""The way from the area's pages to what stands behind them: opened by its first use, on the worker thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kiosk.domain.audit import AuditEvent
from kiosk.terminal.administration.ports import Administration, OpenAdministration
from kiosk.terminal.administration.work import Done, Work

Result = TypeVar("Result")


class BackOffice:
    """Use it on the GUI thread only; jobs run one after another on the worker thread."""

    def __init__(self, opening: OpenAdministration) -> None:
        self._opening = opening
        self._work = Work()
        self._opened: Administration | None = None

    def do(self, job: Callable[[Administration], Result], then: Callable[[Done[Result]], None]) -> None:
        """Run `job` on the worker thread, then `then` on the GUI thread."""
        self._work.do(lambda: job(self._administration()), then)

    def record(self, event: AuditEvent, **detail: str) -> None:
        """Write down what was done. A disk that cannot take it is told in the log."""
        self.do(lambda administration: administration.audit.record(event, detail), lambda _done: None)

    def stop(self) -> None:
        """Finish the jobs already given."""
        self._work.stop()

    def _administration(self) -> Administration:
        if self._opened is None:
            self._opened = self._opening()
        return self._opened
