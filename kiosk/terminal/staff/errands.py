"""What takes longer than a blink, on one thread of its own: one errand after another, the outcome on the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.domain.errors import EnvironmentFault, Fault
from kiosk.terminal.bugs import without_words

Errand = Callable[[], object]
Outcome = Callable[[object, Fault | None], None]

_log = logging.getLogger(__name__)


class Errands(QObject):
    """Create and use it on the GUI thread only."""

    _ended = Signal(object, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="errand")
        self._ended.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def send(self, errand: Errand, outcome: Outcome) -> None:
        """Run `errand` on the thread, then `outcome` on the GUI thread with what it gave, or with the fault it met."""
        self._executor.submit(self._run, errand, outcome)

    def stop(self) -> None:
        """Finish the errand that is under way, drop the others, end the thread. No outcome is reported any more."""
        self._ended.disconnect(self._report)
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _run(self, errand: Errand, outcome: Outcome) -> None:
        try:
            result = errand()
        except Fault as fault:
            self._ended.emit(outcome, None, fault)
        except Exception as bug:  # noqa: BLE001  # our own: whoever waits must be told something
            _log.error("an errand broke:\n%s", without_words(bug))
            self._ended.emit(outcome, None, EnvironmentFault("an errand broke"))
        else:
            self._ended.emit(outcome, result, None)

    @Slot(object, object, object)
    def _report(self, outcome: Outcome, result: object, fault: Fault | None) -> None:
        outcome(result, fault)
