"""The export page: what to take out and where to, how far it is, and how it ended."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.audit import AuditEvent
from kiosk.domain.clock import Clock
from kiosk.domain.errors import FileFault, FileTrouble
from kiosk.terminal.administration.back_office import BackOffice
from kiosk.terminal.administration.choosing import ExportChoice, Field
from kiosk.terminal.administration.figures import size_text
from kiosk.terminal.administration.ports import (
    Administration,
    Exported,
    ExportRequest,
    Offer,
    Target,
)
from kiosk.terminal.administration.work import Done
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate
_LOOK_SECONDS = 2.0
"""A stick that is plugged in is seen within this time."""
_LEAST_STEP = 0.005


class Step(StrEnum):
    """Where the page stands."""

    CHOOSING = "choosing"
    PICKING = "picking"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


@QmlElement
class ExportViewModel(QObject):
    """GUI thread only, but for the two callables that a running export is given."""

    changed = Signal()
    progressed = Signal()
    _came_on = Signal(float)

    def __init__(self, office: BackOffice, clock: Clock, language: Callable[[], str]) -> None:
        super().__init__()
        self._office = office
        self._clock = clock
        self._language = language
        self._choice = ExportChoice()
        self._rows = RowModel("code", "label", "chosen", parent=self)
        self._step = Step.CHOOSING
        self._field = Field.TARGET
        self._share = 0.0
        self._cancelled = threading.Event()
        self._exported: Exported | None = None
        self._fault: Exception | None = None
        self._looked_at = float("-inf")
        self._is_looking = False
        self._came_on.connect(self._show_share, Qt.ConnectionType.QueuedConnection)

    @Property(str, notify=changed)
    def step(self) -> str:
        return self._step.value

    @Property(str, notify=changed)
    def field(self) -> str:
        """What is being chosen from `rows`."""
        return self._field.value

    @Property(QObject, notify=changed)
    def rows(self) -> RowModel:
        return self._rows

    @Property(str, notify=changed)
    def target(self) -> str:
        return self._choice.words(Field.TARGET)

    @Property(str, notify=changed)
    def format(self) -> str:
        return self._choice.words(Field.FORMAT)

    @Property(str, notify=changed)
    def questionnaire(self) -> str:
        return self._choice.words(Field.QUESTIONNAIRE)

    @Property(str, notify=changed)
    def first(self) -> str:
        return self._choice.words(Field.FIRST)

    @Property(str, notify=changed)
    def last(self) -> str:
        return self._choice.words(Field.LAST)

    @Property(bool, notify=changed)
    def canExport(self) -> bool:
        return self._choice.request() is not None

    @Property(bool, notify=changed)
    def isEmpty(self) -> bool:
        """Whether there is nothing to take out."""
        return self._choice.is_empty

    @Property(bool, notify=changed)
    def isRunning(self) -> bool:
        return self._step is Step.RUNNING

    @Property(bool, notify=changed)
    def isCancelling(self) -> bool:
        return self._step is Step.RUNNING and self._cancelled.is_set()

    @Property(float, notify=progressed)
    def share(self) -> float:
        """How much is done, 0 to 1."""
        return self._share

    @Property(str, notify=changed)
    def result(self) -> str:
        """The file that was written, and its size."""
        if self._exported is None:
            return ""
        return f"{self._exported.name} ({size_text(self._exported.size_bytes)})"

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why nothing was written."""
        return self._words_of_trouble()[0]

    @Property(str, notify=changed)
    def advice(self) -> str:
        """What can be done now."""
        if self._exported is None:
            return self._words_of_trouble()[1]
        told = [translate("Administration", "Everything is on the disk: you can take the stick out now.")]
        if self._exported.has_held_back:
            told.append(
                translate(
                    "Administration",
                    "Some questionnaires are not in it yet: their week is not over, or too few people share it.",
                )
            )
        return " ".join(told)

    @Slot(str)
    def pick(self, field: str) -> None:
        """Show the list of a field."""
        self._field = Field(field)
        self._rows.show(self._choice.codes(self._field))
        self._go(Step.PICKING)

    @Slot(str)
    def choose(self, code: str) -> None:
        """Take one of the list."""
        self._choice.choose(self._field, code)
        self._go(Step.CHOOSING)

    @Slot()
    def goBack(self) -> None:
        """From a list or a result to the choices."""
        if self._step is not Step.RUNNING:
            self._go(Step.CHOOSING)
            self.look()

    @Slot()
    def begin(self) -> None:
        """Write the file."""
        request = self._choice.request()
        if request is None or self._step is Step.RUNNING:
            return
        self._share, self._exported, self._fault = 0.0, None, None
        self._cancelled = threading.Event()
        export = _Export(request, self._came_on.emit, self._cancelled.is_set)
        self._go(Step.RUNNING)
        self.progressed.emit()
        self._office.do(export, self._ended)

    @Slot()
    def cancel(self) -> None:
        """Stop as soon as that can be; nothing is left of what was written."""
        self._cancelled.set()
        self.changed.emit()

    def refresh(self) -> None:
        """The page is opened."""
        if self._step is not Step.RUNNING:
            self._go(Step.CHOOSING)
        language = self._language()
        self._office.do(lambda behind: behind.exporter.offer(language), self._offered)
        self.look()

    @Slot()
    def look(self) -> None:
        """Look which folders there are."""
        self._looked_at = self._clock.monotonic()
        if not self._is_looking:
            self._is_looking = True
            self._office.do(lambda behind: behind.targets.find(), self._found)

    def tick(self) -> None:
        """The clock was looked at, while the page is shown."""
        if self._step in (Step.CHOOSING, Step.PICKING) and self._clock.monotonic() - self._looked_at >= _LOOK_SECONDS:
            self.look()

    def forget(self) -> None:
        """The area is closed: a running export is not gone on with."""
        self._cancelled.set()
        self._choice.forget()
        if self._step is not Step.RUNNING:
            self._step = Step.CHOOSING
        self.changed.emit()

    def _go(self, step: Step) -> None:
        self._step = step
        self.changed.emit()

    def _offered(self, done: Done[Offer]) -> None:
        if done.fault is None:
            self._choice.offer(done.result)
            self.changed.emit()

    def _found(self, done: Done[Sequence[Target]]) -> None:
        self._is_looking = False
        if done.fault is None and self._choice.find(done.result):
            if self._step is Step.PICKING:
                self._rows.show(self._choice.codes(self._field))
            self.changed.emit()

    @Slot(float)
    def _show_share(self, share: float) -> None:
        if share - self._share >= _LEAST_STEP or share >= 1:
            self._share = share
            self.progressed.emit()

    def _ended(self, done: Done[Exported | None]) -> None:
        self._fault = done.fault
        self._exported = None if done.fault is not None else done.result
        if done.fault is not None:
            self._go(Step.FAILED)
        else:
            self._go(Step.DONE if self._exported is not None else Step.CANCELLED)
        self.look()

    def _words_of_trouble(self) -> tuple[str, str]:
        if self._fault is None:
            return "", ""
        trouble = self._fault.trouble if isinstance(self._fault, FileFault) else FileTrouble.OTHER
        return {
            FileTrouble.FULL: (
                translate("Administration", "There is no room left on it."),
                translate("Administration", "Delete something from it or take another one, and try again."),
            ),
            FileTrouble.TOO_LARGE: (
                translate("Administration", "It takes no file as large as this one."),
                translate("Administration", "Choose a shorter period or another format, or take another stick."),
            ),
            FileTrouble.READ_ONLY: (
                translate("Administration", "It can be read, but not written to."),
                translate("Administration", "Look for a switch on its side, or take another one, and try again."),
            ),
            FileTrouble.GONE: (
                translate("Administration", "It was pulled out before everything was written."),
                translate("Administration", "Plug it in again, wait until it is listed, and try again."),
            ),
            FileTrouble.REFUSED: (
                translate("Administration", "This program may not write there."),
                translate("Administration", "Take a stick, or let the folder's owner allow it."),
            ),
            FileTrouble.NO_KEY: (
                translate("Administration", "The answers are encrypted, and the key that opens them is not on it."),
                translate("Administration", "Copy the office's private key, okienko.key, onto it and try again."),
            ),
            FileTrouble.OTHER: (
                str(self._fault),
                translate("Administration", "Try again, or with another stick."),
            ),
        }[trouble]


class _Export:
    """One export with what is written down about it; called on the worker thread."""

    def __init__(
        self, request: ExportRequest, progress: Callable[[float], None], is_cancelled: Callable[[], bool]
    ) -> None:
        self._request = request
        self._progress = progress
        self._is_cancelled = is_cancelled

    def __call__(self, behind: Administration) -> Exported | None:
        request = self._request
        detail = {
            "format": request.suffix,
            "questionnaire": request.questionnaire or "",
            "first": request.first or "",
            "last": request.last or "",
        }
        told = {key: value for key, value in detail.items() if value}
        behind.audit.record(AuditEvent.EXPORT_BEGUN, told)
        outcome = AuditEvent.EXPORT_FAILED
        try:
            # What a pulled stick leaves behind is a folder on the terminal's own disk: it must not be filled instead.
            if request.folder not in [target.folder for target in behind.targets.find()]:
                raise FileFault(FileTrouble.GONE, f"{request.folder} is no longer there")
            exported = behind.exporter.export(request, self._progress, self._is_cancelled)
            outcome = AuditEvent.EXPORT_DONE if exported is not None else AuditEvent.EXPORT_CANCELLED
        finally:
            behind.audit.record(outcome, told)
        return exported
