"""The area's one worker thread: it looks at the disk and the store, hashes PINs and writes exports."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.domain.errors import EnvironmentFault, Fault
from kiosk.terminal.bugs import without_words

Result = TypeVar("Result")
_log = logging.getLogger(__name__)


class Done(Generic[Result]):
    """What a job has come to: its result, or the fault that it met."""

    def __init__(self, result: Result | None, fault: Fault | None) -> None:
        self._result = result
        self.fault = fault

    @property
    def result(self) -> Result:
        """Only where there is no fault."""
        return cast("Result", self._result)


class Work(QObject):
    """Runs jobs one after another off the GUI thread. Create and use it on the GUI thread only."""

    _ended = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="administration")
        self._ended.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def do(self, job: Callable[[], Result], then: Callable[[Done[Result]], None]) -> None:
        """Run `job` on the worker thread, then `then` on the GUI thread."""
        self._executor.submit(self._run, job, then)

    def stop(self) -> None:
        """Finish the jobs already given, then end the thread. What is not yet reported is dropped."""
        self._executor.shutdown(wait=True)

    def _run(self, job: Callable[[], Result], then: Callable[[Done[Result]], None]) -> None:
        try:
            done: Done[Result] = Done(job(), None)
        except Fault as fault:
            _log.error("the administrator's area was refused something: %s", fault)
            done = Done(None, fault)
        except Exception as bug:  # noqa: BLE001  # our own: the administrator must still get an answer
            _log.error("a job of the administrator's area broke:\n%s", without_words(bug))
            done = Done(None, EnvironmentFault("a job of the administrator's area broke"))
        self._ended.emit(then, done)

    @Slot(object, object)
    def _report(self, then: Callable[[Done[object]], None], done: Done[object]) -> None:
        then(done)
