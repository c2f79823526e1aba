"""espeak-ng as a process of its own: one short life for each piece of text, killed when nobody wants to hear it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess, QTimer, Slot

from kiosk.terminal.helper_process import let_go
from kiosk.terminal.speech.clip import NOTHING, Clip, read_wave

_VOICES = {"pl": "pl", "uk": "uk", "de": "de", "en": "en-gb"}
_PATIENCE = 4000
"""Milliseconds that one piece may take; a tenth of a second is usual."""
_ATTEMPTS = 2
_log = logging.getLogger(__name__)

Synthesised = Callable[[Clip | None], None]


@dataclass(slots=True)
class _Job:
    text: str
    language: str
    done: Synthesised
    attempts_left: int = _ATTEMPTS


class EspeakSynthesis(QObject):
    """Makes sound of text, one piece at a time; needs a running event loop."""

    def __init__(self, program: str, words_per_minute: int, patience: int = _PATIENCE) -> None:
        super().__init__()
        self._program = program
        self._words_per_minute = words_per_minute
        self._job: _Job | None = None
        self._process: QProcess | None = None
        self._patience = QTimer(self, singleShot=True, interval=patience)
        self._patience.timeout.connect(self._tire)

    def begin(self, text: str, language: str, done: Synthesised) -> None:
        """Call `done` with the sound of `text`, or with None if it cannot be made. Cancels what is under way."""
        self.cancel()
        self._job = _Job(text, language, done)
        self._launch(self._job)

    def cancel(self) -> None:
        """Kill what is under way; its `done` is never called."""
        self._job = None
        self._drop()

    def close(self) -> None:
        """Cancel, and wait until every process is gone."""
        self.cancel()
        for process in self.findChildren(QProcess):
            process.waitForFinished(1000)

    def _launch(self, job: _Job) -> None:
        job.attempts_left -= 1
        process = self._process = QProcess(self)
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._fail_to_start)
        voice = _VOICES.get(job.language, "pl")
        rate = str(self._words_per_minute)
        process.start(self._program, ["--stdin", "--stdout", "-b", "1", "-v", voice, "-s", rate])
        # Not on the command line, which every user of the machine can read and where a "-" would be an option.
        process.write(job.text.encode("utf-8", "ignore"))
        process.closeWriteChannel()
        self._patience.start()

    def _drop(self) -> None:
        process, self._process = self._process, None
        self._patience.stop()
        if process is None:
            return
        process.finished.disconnect(self._finish)
        process.errorOccurred.disconnect(self._fail_to_start)
        let_go(process)

    @Slot()
    def _finish(self) -> None:
        process = self._process
        if process is None:
            return
        is_good = process.exitStatus() == QProcess.ExitStatus.NormalExit and process.exitCode() == 0
        content = bytes(process.readAllStandardOutput().data())
        self._drop()
        if not is_good:
            self._end(None, "ended early")
            return
        try:
            self._end(read_wave(content) if content else NOTHING)  # of mere punctuation it may make nothing at all
        except ValueError as fault:
            self._end(None, str(fault))

    @Slot(QProcess.ProcessError)
    def _fail_to_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._drop()
            self._end(None, "cannot be started")

    @Slot()
    def _tire(self) -> None:
        self._drop()
        self._end(None, "gave nothing for too long")

    def _end(self, clip: Clip | None, fault: str = "") -> None:
        job = self._job
        if job is None:
            return
        if fault:
            _log.warning("espeak-ng %s", fault)
        if clip is None and job.attempts_left > 0:
            self._launch(job)
            return
        self._job = None
        job.done(clip)
