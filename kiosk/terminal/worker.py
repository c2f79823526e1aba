"""The store's one worker thread: jobs run there in the order given, their outcome comes back on the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.domain.errors import EnvironmentFault, Fault
from kiosk.terminal.bugs import without_words

Job = Callable[[], None]
Outcome = Callable[[Fault | None], None]

_log = logging.getLogger(__name__)


class StoreWorker(QObject):
    """Runs jobs one after another off the GUI thread. Create and use it on the GUI thread only."""

    _ended = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._ended.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def submit(self, job: Job, outcome: Outcome) -> None:
        """Run `job` on the worker thread, then `outcome` on the GUI thread with the fault it met, or None."""
        self._executor.submit(self._run, job, outcome)

    def stop(self) -> None:
        """Finish the jobs already given, then end the thread. Outcomes not yet reported are dropped."""
        self._executor.shutdown(wait=True)

    def _run(self, job: Job, outcome: Outcome) -> None:
        try:
            job()
        except Fault as fault:
            _log.error("the store refused a job: %s", fault)
            self._ended.emit(outcome, fault)
        except Exception as bug:  # noqa: BLE001  # our own: the visitor must still get an answer, and we its place
            _log.error("a job on the store thread broke:\n%s", without_words(bug))
            self._ended.emit(outcome, EnvironmentFault("a job on the store thread broke"))
        else:
            self._ended.emit(outcome, None)

    @Slot(object, object)
    def _report(self, outcome: Outcome, fault: Fault | None) -> None:
        outcome(fault)
