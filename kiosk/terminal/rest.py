"""Tells when what is shown has come to rest: a page comes in several frames, and a film never stops."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_CALM = 120
"""Milliseconds without a new frame after which a page is all there."""
_RESTLESS = 1000
"""Milliseconds after which it is looked at all the same."""


class Rest(QObject):
    """`came` follows the last of several calls of `drawn`, or the first of very many. GUI thread only."""

    came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._restless = QTimer(self, singleShot=True, interval=_RESTLESS)
        for timer in (self._calm, self._restless):
            timer.timeout.connect(self._come)

    @property
    def is_awaited(self) -> bool:
        """Whether something was drawn and `came` is still to follow."""
        return self._calm.isActive()

    @Slot()
    def drawn(self) -> None:
        """There is a new frame, or one is expected."""
        self._calm.start()
        if not self._restless.isActive():
            self._restless.start()

    @Slot()
    def stop(self) -> None:
        """Wait no longer, until something is drawn again."""
        self._calm.stop()
        self._restless.stop()

    @Slot()
    def _come(self) -> None:
        self.stop()
        self.came.emit()
