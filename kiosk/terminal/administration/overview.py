"""The overview: what was collected, what waits for the centre, and how the terminal is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, tzinfo

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.terminal.administration.figures import day_text, moment_text, size_text, span_text
from kiosk.terminal.administration.ports import Collected, Health, Overview, Sending
from kiosk.terminal.administration.work import Done
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import Row, RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate
_LEAST_FREE_MIB = 500
"""Below this somebody should look after the disk; a year of responses takes a small part of it."""
_CLOCK_OFF_SECONDS = 300
_DAY_SECONDS = 86_400
_UNIT = 2**20


@QmlElement
class OverviewViewModel(QObject):
    """Rows of a name and a value; `isHeading` begins a table, `isBad` asks for care. Read anew at each opening."""

    changed = Signal()

    def __init__(self, read: Callable[[Callable[[Done[Overview]], None]], None], zone: tzinfo | None) -> None:
        super().__init__()
        self._read = read
        self._zone = zone
        self._rows = RowModel("name", "value", "isHeading", "isBad", parent=self)
        self._is_reading = self._has_failed = False
        self._is_wanted = False

    @Property(QObject, notify=changed)
    def rows(self) -> RowModel:
        return self._rows

    @Property(bool, notify=changed)
    def isReading(self) -> bool:
        return self._is_reading

    @Property(bool, notify=changed)
    def hasFailed(self) -> bool:
        return self._has_failed

    def refresh(self) -> None:
        """Look again."""
        self._is_wanted = True
        if not self._is_reading:
            self._is_reading, self._has_failed = True, False
            self._read(self._show)
            self.changed.emit()

    def forget(self) -> None:
        """Whoever comes next finds nothing of it, nor of what is still being read."""
        self._is_wanted = self._is_reading = False
        self._rows.show([])

    def _show(self, done: Done[Overview]) -> None:
        if not self._is_wanted:
            return
        self._is_reading, self._has_failed = False, done.fault is not None
        if done.fault is None:
            overview = done.result
            self._rows.show(
                [
                    *_collected(overview.collected),
                    *self._sending(overview.sending),
                    *_health(overview.health),
                    *_questions(overview.collected),
                ]
            )
        self.changed.emit()

    def _sending(self, sending: Sending) -> list[Row]:
        never = translate("Administration", "never")
        last = sending.last_upload
        when = never if last is None else moment_text(last.replace(tzinfo=UTC).astimezone(self._zone))
        enrolled = [] if sending.is_enrolled else [translate("Administration", "This terminal is not enrolled.")]
        rows = [
            _heading(translate("Administration", "To the central office")),
            *[_row(words, "", is_bad=True) for words in enrolled],
            _row(translate("Administration", "Responses waiting"), _waiting(sending.waiting)),
            _row(translate("Administration", "Batches not acknowledged"), str(sending.batches)),
            _row(translate("Administration", "Last upload"), when, is_bad=sending.is_enrolled and last is None),
        ]
        if sending.last_problem:
            rows.append(_row(translate("Administration", "Last problem"), sending.last_problem, is_bad=True))
        return rows


def _collected(collected: Collected) -> list[Row]:
    spans = (
        (translate("Administration", "Last whole week"), collected.week),
        (translate("Administration", "This month, whole weeks"), collected.month),
        (translate("Administration", "Last month, whole weeks"), collected.whole_month),
    )
    heading = _heading(translate("Administration", "Responses collected"))
    return [heading, *[_row(f"{name}\n{span_text(span.first, span.last)}", span.count) for name, span in spans]]


def _questions(collected: Collected) -> list[Row]:
    span = span_text(collected.whole_month.first, collected.whole_month.last)
    answers = translate("Administration", "Answers of the last month")
    if collected.is_encrypted:
        why = translate("Administration", "They are encrypted here, and can be read from an export made with the key.")
        return [_heading(answers), _row(why, "")]
    rows: list[Row] = [{**_heading(answers), "value": span}] if collected.questions else []
    for question in collected.questions:
        rows.append(_heading(question.question))
        rows += [_row(row.label, row.count) for row in question.rows]
    return rows


def _off_text(seconds: float) -> str:
    """A clock that is dead is off by years: in days, that is said shortly enough."""
    if abs(seconds) < 2 * _DAY_SECONDS:
        return f"{seconds:+.0f} s"
    return translate("Administration", "%1 days").replace("%1", f"{seconds / _DAY_SECONDS:+.0f}")


def _health(health: Health) -> list[Row]:
    off = health.clock_off_seconds
    clock = translate("Administration", "not compared") if off is None else _off_text(off)
    since = health.content_since
    content = translate("Administration", "version %1").replace("%1", str(health.pack_version))
    if since is not None:
        content += ", " + translate("Administration", "here since %1").replace("%1", day_text(since))
    well = translate("Administration", "in order")
    is_short = health.disk_free_mib < _LEAST_FREE_MIB
    return [
        _heading(translate("Administration", "This terminal")),
        _row(translate("Administration", "Free on the disk"), size_text(health.disk_free_mib * _UNIT), is_bad=is_short),
        _row(
            translate("Administration", "Database"),
            health.database_fault or well,
            is_bad=bool(health.database_fault),
        ),
        _row(
            translate("Administration", "Clock, beside the centre's"),
            clock,
            is_bad=off is not None and abs(off) > _CLOCK_OFF_SECONDS,
        ),
        _row(translate("Administration", "Content"), content),
        _row(translate("Administration", "Program"), f"{health.program} · SQLite {health.sqlite}"),
    ]


def _waiting(least: int) -> str:
    if least == 0:
        return "0"
    return translate("Administration", "%1 or more").replace("%1", str(least))


def _heading(name: str) -> Row:
    return {"name": name, "value": "", "isHeading": True, "isBad": False}


def _row(name: str, value: str, *, is_bad: bool = False) -> Row:
    return {"name": name, "value": value, "isHeading": False, "isBad": is_bad}
