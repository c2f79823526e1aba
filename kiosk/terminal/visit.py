"""One visitor's interview on its way into the store: the next question comes only after the commit.

When every answer is kept for good, the visitor may be asked for comments, which are kept apart from them.

A tap while the store works is ignored, so that a double tap is one answer. When the store fails, what could not be
kept stays in memory and is offered again by `recover`, until it is safe.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.bursts import BurstWatch
from kiosk.domain.clock import Clock
from kiosk.domain.comment import Comment
from kiosk.domain.errors import Fault
from kiosk.domain.interview import Interview
from kiosk.domain.period import Period, PeriodLength
from kiosk.domain.questionnaire import Question, QuestionKind, Questionnaire
from kiosk.domain.response import Channel, Response
from kiosk.terminal.comment_job import CommentJob
from kiosk.terminal.ports import ResponseKeeper
from kiosk.terminal.worker import Job, StoreWorker

_BETWEEN_SETTLINGS = 60.0
"""Seconds before a store that could not tidy up is asked again."""
NOT_ASKED_HERE = frozenset({QuestionKind.TEXT})
"""Kinds of question that are no part of the interview: comments come after it."""


class Visit(QObject):
    """Between visitors there is no interview. Lives on the GUI thread."""

    moved = Signal()
    """Another question is asked, or none any more."""
    busyChanged = Signal()
    commentAsked = Signal()
    """Every answer is durable, and there is another `comment_question`."""
    completed = Signal()
    """Everything that was answered and written in a finished interview is durable."""
    failed = Signal()
    """The store did not keep something; only `recover` helps."""
    recovered = Signal()

    def __init__(
        self,
        questionnaire: Questionnaire,
        keeper: ResponseKeeper,
        worker: StoreWorker,
        clock: Clock,
        period_length: PeriodLength,
        new_id: Callable[[], str],
    ) -> None:
        super().__init__()
        self._questionnaire = questionnaire
        self._keeper = keeper
        self._worker = worker
        self._clock = clock
        self._period_length = period_length
        self._new_id = new_id
        self._interview: Interview | None = None
        self._bursts = BurstWatch()
        self._id = ""
        self._flags: tuple[str, ...] = ()
        self._language = ""
        self._busy = False
        self._recovering = False
        self._given_up = False
        # At the start too: a crash may have left traces, and the store opens before the first visitor needs it.
        self._unsettled = True
        self._next_settling = 0.0
        self._unsaved: dict[str, Job] = {}
        self._comment_questions: tuple[Question, ...] = ()

    @property
    def interview(self) -> Interview | None:
        """Where the visitor stands, as far as it is durable."""
        return self._interview

    @property
    def comment_question(self) -> Question | None:
        """What is asked in free text now; the response has been closed before."""
        return self._comment_questions[0] if self._comment_questions else None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is on its way to the disk."""
        return self._busy

    @property
    def has_failed(self) -> bool:
        """Whether something is still waiting for the store to recover."""
        return bool(self._unsaved) or self._given_up

    def speak(self, language: str) -> None:
        """From now on answers are given in `language`."""
        self._language = language

    def begin(self, codes: Sequence[str]) -> None:
        """Start an interview with the answer to its first question."""
        if self._busy or self._interview is not None or self.has_failed:
            return
        self._id = self._new_id()
        self._flags = self._bursts.begin(self._clock.monotonic())
        self._take(Interview(self._questionnaire, left_out=NOT_ASKED_HERE).answer(codes))

    def answer(self, codes: Sequence[str]) -> None:
        """Answer the question that is shown."""
        if self._interview is not None and not self._busy:
            self._take(self._interview.answer(codes))

    def decline(self) -> None:
        """Leave the question that is shown without an answer."""
        if self._interview is not None and not self._busy:
            self._take(self._interview.decline())

    def back(self) -> None:
        """Show the question before."""
        if self._interview is not None and not self._busy:
            self._interview = self._interview.back()
            self.moved.emit()

    def comment(self, text: str) -> None:
        """Keep what was written, redacted, under an id of its own; then ask on, or thank."""
        question = self.comment_question
        if question is None or self._busy:
            return
        comment = Comment(str(uuid.uuid4()), self._questionnaire.id, question.key, self._language, self._period(), text)
        job = CommentJob(comment, self._keeper.comment)
        self._unsettled = True
        self._set_busy(busy=True)
        self._worker.submit(job, partial(self._commented, comment.id, job))

    def skip_comment(self) -> None:
        """Nothing was written; ask on, or thank."""
        if self._comment_questions and not self._busy:
            self._comment_questions = self._comment_questions[1:]
            self._ask_on()

    def leave(self) -> None:
        """The visitor is gone: what was answered is kept as incomplete. Safe to repeat."""
        if self._busy:
            self._given_up = True
            self.failed.emit()
        elif self._comment_questions:
            self._comment_questions = ()
            self.moved.emit()
        elif self._interview is not None:
            self._close(self._response(self._interview))
            self._interview = None
            self.moved.emit()

    @Slot()
    def settle(self) -> None:
        """Nobody is here: let the store remove traces of order. Does nothing when nothing was kept since.

        A store that failed to do so is asked again only after a minute: the disk may be full or slow.
        """
        rested = self._clock.monotonic() >= self._next_settling
        if self._unsettled and rested and not self._busy and not self.has_failed:
            self._unsettled = False
            self._worker.submit(self._keeper.settle, self._settled)

    def recover(self) -> None:
        """Offer the store again what it did not keep."""
        if not self._busy and not self._recovering:
            self._recovering = True
            waiting = dict(self._unsaved)
            self._worker.submit(partial(self._save_again, waiting.values()), partial(self._saved_again, waiting))

    def _take(self, following: Interview) -> None:
        response = self._response(following)
        job = self._keeper.close if following.is_finished else self._keeper.keep
        self._unsettled = True
        self._set_busy(busy=True)
        self._worker.submit(partial(job, response), partial(self._taken, following, response))

    def _taken(self, following: Interview, response: Response, fault: Fault | None) -> None:
        self._set_busy(busy=False)
        if fault is not None:
            self._fail(response.id, partial(self._keeper.close, response))
        elif self._given_up:
            self._given_up = False
            self._interview = None if following.is_finished else following
            self.leave()
            self.recovered.emit()
        elif following.is_finished:
            self._interview = None
            self._comment_questions = following.comment_questions
            self._ask_on()
        else:
            self._interview = following
            self.moved.emit()

    def _commented(self, id_: str, job: Job, fault: Fault | None) -> None:
        self._set_busy(busy=False)
        self._comment_questions = self._comment_questions[1:]
        if fault is not None:
            self._fail(id_, job)
        elif self._given_up:
            self._given_up = False
            self._comment_questions = ()
            self.recovered.emit()
        else:
            self._ask_on()

    def _ask_on(self) -> None:
        if self._comment_questions:
            self.commentAsked.emit()
        else:
            self.completed.emit()

    def _close(self, response: Response) -> None:
        self._unsettled = True
        self._worker.submit(partial(self._keeper.close, response), partial(self._closed, response))

    def _closed(self, response: Response, fault: Fault | None) -> None:
        if fault is not None:
            self._fail(response.id, partial(self._keeper.close, response))

    def _fail(self, id_: str, job: Job) -> None:
        """Offer `job` again later; what has this id is kept by it."""
        self._unsaved[id_] = job
        self._given_up = False
        self._interview = None
        self._comment_questions = ()
        self.failed.emit()

    def _settled(self, fault: Fault | None) -> None:
        if fault is not None:
            self._unsettled = True
            self._next_settling = self._clock.monotonic() + _BETWEEN_SETTLINGS

    def _save_again(self, jobs: Iterable[Job]) -> None:
        for job in jobs:
            job()
        self._keeper.settle()

    def _saved_again(self, ids: Iterable[str], fault: Fault | None) -> None:
        self._recovering = False
        if fault is None:
            for id_ in ids:
                self._unsaved.pop(id_, None)
            self.recovered.emit()

    def _period(self) -> Period:
        return Period.containing(self._clock.now().date(), self._period_length)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.busyChanged.emit()

    def _response(self, interview: Interview) -> Response:
        return Response(
            id=self._id,
            questionnaire=self._questionnaire.id,
            version=self._questionnaire.version,
            language=self._language,
            period=self._period(),
            channel=Channel.TERMINAL,
            complete=interview.is_finished,
            answers=dict(interview.answers),
            flags=self._flags,
        )
