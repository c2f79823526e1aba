"""The terminal's end of a process that helps it: started, given orders, heard, and killed when it is of no use.

Of the other end `helper_duty.py` knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal, SignalInstance, Slot

from kiosk.terminal.json_lines import Lines, line

_FAREWELL = 1000
"""Milliseconds that a process which was killed is waited for at the end."""


class HelperProcess(QObject):
    """One process at a time that takes orders and sends reports. GUI thread only; nothing but `stop` waits for it."""

    reported = Signal(object)
    """The next report of the process that was started last."""
    lost = Signal(str)
    """It is of no use any more and dropped, and why: for the operator."""
    refused = Signal(str)
    """It could not even be started, and why: another one will hardly fare better."""

    def __init__(
        self, what_for: str, reports: object, environment: Mapping[str, str], *, is_quiet: bool, parent: QObject
    ) -> None:
        """It helps with `what_for`, a word for the operator; `reports` is the type of what it may send.

        `environment` comes on top of the terminal's own. A quiet one's complaints are not passed on.
        """
        super().__init__(parent)
        self._what_for = what_for
        self._reports = reports
        self._environment = environment
        self._is_quiet = is_quiet
        self._process: QProcess | None = None
        self._lines: Lines[object] = Lines(reports)

    @property
    def is_there(self) -> bool:
        return self._process is not None

    @property
    def process_id(self) -> int | None:
        """Of the process, for as long as there is one."""
        return int(self._process.processId()) if self._process is not None else None

    def start(self, program: Sequence[str]) -> None:
        """Begin one, in the place of any other."""
        self.drop()
        self._lines = Lines(self._reports)
        process = self._process = QProcess(self)
        if self._is_quiet:
            process.setStandardErrorFile(QProcess.nullDevice())
        else:
            process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        environment = QProcessEnvironment.systemEnvironment()
        for name, value in self._environment.items():
            environment.insert(name, value)
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._fail_to_start)
        process.start(program[0], list(program[1:]))

    def send(self, order: msgspec.Struct) -> None:
        """Does nothing if there is no process."""
        if self._process is not None:
            self._process.write(line(order))

    def drop(self) -> None:
        """Kill the process, whatever it is doing; nothing is heard of it any more. Safe to repeat."""
        process, self._process = self._process, None
        if process is None:
            return
        process.readyReadStandardOutput.disconnect(self._read)
        process.finished.disconnect(self._end)
        process.errorOccurred.disconnect(self._fail_to_start)
        let_go(process)

    def stop(self) -> None:
        """Drop the process, and see it off with those that were dropped before. Not usable afterwards."""
        self.drop()
        for process in self.findChildren(QProcess):
            process.waitForFinished(_FAREWELL)

    @Slot()
    def _read(self) -> None:
        process = self._process
        if process is None:
            return
        try:
            for report in self._lines.add(bytes(process.readAllStandardOutput().data())):
                self.reported.emit(report)
                if self._process is not process:
                    return
        except msgspec.MsgspecError:
            self._end_with(self.lost, "says what nobody understands")

    @Slot()
    def _end(self) -> None:
        self._end_with(self.lost, "ended")

    @Slot(QProcess.ProcessError)
    def _fail_to_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end_with(self.refused, "cannot be started")

    def _end_with(self, told: SignalInstance, how: str) -> None:
        self.drop()
        told.emit(f"the process for {self._what_for} {how}")


def let_go(process: QProcess) -> None:
    """Kill it if it runs, and forget it once it has ended. Nothing waits."""
    if process.state() == QProcess.ProcessState.NotRunning:
        process.deleteLater()
    else:
        process.finished.connect(process.deleteLater)
        process.kill()
