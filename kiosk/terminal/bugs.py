"""What a bug of ours does to a running terminal: it is told in the log, "out of service" is shown, the process ends.

After an exception that nobody foresaw nobody knows what the pages hold: whose answers, which question. Going on could
show one visitor's answers to the next, or say thanks for nothing. A process that ends with `OUR_BUG` is started again
by its supervisor in about a second, and begins with nothing in it; whatever was shown as taken is on the disk.

Three kinds of bug do not end it. A job of the store that breaks is answered like a broken store, because its answer
is still in memory and is offered again. A thread beside these only adds something (long words that break), and the
terminal goes on without. A handler of a page that breaks has changed nothing, since pages hold no state: Qt logs it.

The log never holds an answer, and the words of an exception may: only its kind and its places are written, also when
the process dies of a signal. For the same reason there is no core dump. (PySide itself writes the words of what is
raised in an override of a method of Qt's, such as an event filter: these have no answers at hand.)
"""

from __future__ import annotations

import faulthandler
import logging
import os
import resource
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

OUR_BUG = 70
"""Exit status of a terminal that a bug has ended (EX_SOFTWARE of BSD's sysexits.h)."""
_LAST_SECONDS = 3.0
"""For showing the page, finishing the store's jobs and taking the window down; then the process ends all the same."""
_log = logging.getLogger(__name__)


def end_on_bugs(end: Callable[[], None]) -> None:
    """From now on, until the process is over, an exception that nobody catches on the GUI thread calls `end`, once.

    Call it on the GUI thread. `end` is to bring about the end with `OUR_BUG`; if it has not after some seconds, or
    breaks itself, the process ends without it.
    """
    ending = threading.Event()

    def broken(kind: type[BaseException], error: BaseException, place: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, place)
            return
        _log.critical("a bug ends the terminal:\n%s", without_words(error))
        if not ending.is_set():
            ending.set()
            _end_soon()
            try:
                end()
            except Exception as fault:  # noqa: BLE001  # Python would write its words, and those of the first
                _log.critical("the end of a bug breaks itself:\n%s", without_words(fault))
                os._exit(OUR_BUG)

    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    faulthandler.enable()
    sys.excepthook = broken
    threading.excepthook = _thread_broken


def without_words(error: BaseException) -> str:
    """Where `error` and what led to it were raised and of which kind they are, the first cause first."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    told = f"{without_words(earlier)}which led to\n" if earlier is not None else ""
    places = "".join(traceback.format_tb(error.__traceback__))
    return f"{told}{places}{type(error).__module__}.{type(error).__qualname__}\n"


def _thread_broken(broken: threading.ExceptHookArgs) -> None:
    if broken.exc_value is not None and broken.thread is not None:
        _log.error("the thread %s has ended of a bug:\n%s", broken.thread.name, without_words(broken.exc_value))


def _end_soon() -> None:
    backstop = threading.Timer(_LAST_SECONDS, os._exit, (OUR_BUG,))
    backstop.daemon = True
    backstop.start()
