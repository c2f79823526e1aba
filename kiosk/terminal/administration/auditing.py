"""The list of what was done in the area: its newest lines, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, tzinfo

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.audit import AuditEntry, AuditEvent
from kiosk.terminal.administration.figures import moment_text
from kiosk.terminal.administration.work import Done
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate
SHOWN = 50
"""Lines that the page lists; the file keeps all."""
_DETAILS = ("format", "questionnaire", "first", "last")


@QmlElement
class AuditViewModel(QObject):
    """Newest first. Read anew at each opening."""

    changed = Signal()

    def __init__(
        self, read: Callable[[Callable[[Done[Sequence[AuditEntry]]], None]], None], zone: tzinfo | None
    ) -> None:
        super().__init__()
        self._read = read
        self._zone = zone
        self._rows = RowModel("when", "what", parent=self)
        self._has_failed = False
        self._is_wanted = False

    @Property(QObject, notify=changed)
    def rows(self) -> RowModel:
        return self._rows

    @Property(bool, notify=changed)
    def hasFailed(self) -> bool:
        return self._has_failed

    def refresh(self) -> None:
        """Look again."""
        self._is_wanted = True
        self._read(self._show)

    def forget(self) -> None:
        """Whoever comes next finds nothing of it, nor of what is still being read."""
        self._is_wanted = False
        self._rows.show([])

    def _show(self, done: Done[Sequence[AuditEntry]]) -> None:
        if not self._is_wanted:
            return
        self._has_failed = done.fault is not None
        if done.fault is None:
            self._rows.show([{"when": self._when(entry), "what": _what(entry)} for entry in done.result])
        self.changed.emit()

    def _when(self, entry: AuditEntry) -> str:
        return moment_text(entry.at.replace(tzinfo=UTC).astimezone(self._zone))


def _what(entry: AuditEntry) -> str:
    details = " · ".join(entry.detail[key] for key in _DETAILS if entry.detail.get(key))
    return f"{_words(entry.event)} ({details})" if details else _words(entry.event)


def _words(event: AuditEvent) -> str:
    return {
        AuditEvent.PIN_SET: translate("Administration", "PIN set"),
        AuditEvent.PIN_CLEARED: translate("Administration", "PIN cleared"),
        AuditEvent.ENTERED: translate("Administration", "Panel opened"),
        AuditEvent.WRONG_PIN: translate("Administration", "Wrong PIN"),
        AuditEvent.LOCKED_OUT: translate("Administration", "Too many wrong PINs: locked"),
        AuditEvent.LEFT: translate("Administration", "Panel closed"),
        AuditEvent.EXPORT_BEGUN: translate("Administration", "Export begun"),
        AuditEvent.EXPORT_DONE: translate("Administration", "Export done"),
        AuditEvent.EXPORT_FAILED: translate("Administration", "Export failed"),
        AuditEvent.EXPORT_CANCELLED: translate("Administration", "Export cancelled"),
        AuditEvent.SOUND_TESTED: translate("Administration", "Sound tested"),
        AuditEvent.TOUCH_TESTED: translate("Administration", "Touch tested"),
        AuditEvent.CLOSED: translate("Administration", "Program closed"),
        AuditEvent.RESTARTED: translate("Administration", "Program restarted"),
        AuditEvent.IMPORTED: translate("Administration", "Paper questionnaires read in"),
        AuditEvent.COMMENTS_RELEASED: translate("Administration", "Comments released"),
        AuditEvent.COMMENTS_REJECTED: translate("Administration", "Comments rejected"),
        AuditEvent.DAMAGED_LINE: translate("Administration", "A damaged line of this list"),
        AuditEvent.DATABASE_SALVAGED: translate("Administration", "Database damaged: what was readable has been saved"),
    }[event]
