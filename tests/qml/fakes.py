"""Stand-ins with state: a clock that is told the time, a keeper that can be held and broken."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.domain.comment import Comment
from kiosk.domain.errors import StoreFault
from kiosk.domain.response import Response
from kiosk.terminal.speech.utterance import Utterance

MONDAY_MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Warsaw"))


class FakeClock:
    """Both clocks of the port; they move only when told."""

    def __init__(self, start: datetime = MONDAY_MORNING) -> None:
        self._start = self._shown_at_first = start
        self._passed = 0.0

    def advance(self, seconds: float) -> None:
        self._passed += seconds

    def turn_back(self) -> None:
        """The wall clock shows the hour again at which it started, as if it had been set."""
        self._start = self._shown_at_first - timedelta(seconds=self._passed)

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._passed)

    def monotonic(self) -> float:
        return 1000.0 + self._passed


class FakeKeeper:
    """Holds what it was given to keep. `let_pass` holds the worker back, `is_broken` makes every call fail."""

    def __init__(self) -> None:
        self.kept: dict[str, Response] = {}
        self.closed: dict[str, Response] = {}
        self.comments: dict[str, Comment] = {}
        self.settled = 0
        self.asked_to_settle = 0
        self.is_broken = False
        self.has_bug = False
        self.threads: set[str] = set()
        self.let_pass = threading.Event()
        self.let_pass.set()

    def keep(self, response: Response) -> None:
        self._work()
        self.kept[response.id] = response

    def close(self, response: Response) -> None:
        self._work()
        self.kept[response.id] = response
        self.closed[response.id] = response

    def comment(self, comment: Comment) -> None:
        self._work()
        self.comments[comment.id] = comment

    def settle(self) -> None:
        self.asked_to_settle += 1
        self._work()
        self.settled += 1

    @property
    def only(self) -> Response:
        """The one response there is."""
        (response,) = self.kept.values()
        return response

    def _work(self) -> None:
        self.threads.add(threading.current_thread().name)
        self.let_pass.wait(10)
        if self.is_broken:
            raise StoreFault("the fake is broken")
        if self.has_bug:
            raise RuntimeError("a bug")


class Listener:
    """Somebody with headphones: remembers every utterance, and hears no more than was said last."""

    def __init__(self) -> None:
        self.heard: list[Utterance] = []
        self.last: tuple[Utterance, ...] = ()
        self.volume = 70
        self.is_speaking = False
        self.silenced = 0
        self.plug: Callable[[bool], None] | None = None
        """Put a headset in (True) or pull it out; None while nobody waits for one."""

    @property
    def words(self) -> list[str]:
        """What was said last."""
        return [utterance.text for utterance in self.last]

    def prepare(self) -> None:
        pass

    def watch(self, plugged: Callable[[bool], None]) -> None:
        self.plug = plugged

    def say(self, utterances: Sequence[Utterance]) -> None:
        self.last = tuple(utterances)
        self.heard.extend(utterances)
        self.is_speaking = bool(utterances)

    def repeat(self) -> None:
        self.say(self.last)

    def silence(self) -> None:
        self.is_speaking = False
        self.silenced += 1

    def forget(self) -> None:
        self.silence()
        self.last = ()
        self.volume = 70

    def louder(self) -> None:
        self.volume += 10

    def quieter(self) -> None:
        self.volume -= 10

    def close(self) -> None:
        self.silence()
