"""Ctrl-C that nobody swallows: it is raised wherever the program is, and remembered as well.

SQLite's driver drops whatever a function of ours raises in the middle of a query (`kiosk.store.sql_functions`), and
there Ctrl-C strikes most of all: during a query the interpreter is entered for such calls only, and looks for signals
as it enters, before any `try` of ours. So the handler writes down that it was pressed, and here one asks.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class _Remembering:
    """Raises as Python's own handler does. It is known by its type: the process keeps it, and nobody else has to."""

    def __init__(self) -> None:
        self.was_pressed = False

    def __call__(self, _signal: int, _frame: FrameType | None) -> None:
        self.was_pressed = True
        raise KeyboardInterrupt


@contextmanager
def remembered() -> Iterator[None]:
    """In the block Ctrl-C is remembered. Changes nothing off the main thread, or where somebody else heeds it."""
    if not _is_main_thread() or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, _Remembering())
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def left_to_asyncio() -> Iterator[None]:
    """In the block `asyncio.run` takes Ctrl-C over, which it does from Python's own handler alone.

    It ends its task at the next wait: raised in the middle of a task, Ctrl-C would leave a complaint behind.
    """
    handler = signal.getsignal(signal.SIGINT)
    if not _is_main_thread() or not isinstance(handler, _Remembering):
        yield
        return
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)


def raise_swallowed() -> None:
    """Raise `KeyboardInterrupt` where Ctrl-C was pressed and has been swallowed. Any thread, but only main is ended."""
    handler = signal.getsignal(signal.SIGINT)
    if _is_main_thread() and isinstance(handler, _Remembering) and handler.was_pressed:
        raise KeyboardInterrupt


def _is_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()
