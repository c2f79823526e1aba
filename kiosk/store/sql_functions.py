"""Functions of ours that SQLite calls; what one of them raises comes out of the query as itself.

WORKAROUND: the driver drops the exception and tells only that there was one (github.com/python/cpython/issues/98893).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from kiosk import interrupts

_SWALLOWED = "user-defined function raised exception"
_raised = threading.local()
"""A query runs its functions on its own thread: what was raised there last waits here to be asked for."""


def teach(
    connection: Any, name: str, arguments: int, function: Callable[..., object], *, deterministic: bool = False
) -> None:
    """Teach the driver's `connection` a function of SQL."""

    def call(*given: object) -> object:
        try:
            return function(*given)
        except BaseException as fault:
            _raised.fault = fault
            raise

    connection.create_function(name, arguments, call, deterministic=deterministic)


def raise_swallowed(cause: BaseException) -> None:
    """Raise what the driver has dropped, where the database error `cause` says that it has.

    Ask on the thread that met it, before anything else is made of it.
    """
    if str(cause).partition("\n")[0] != _SWALLOWED:
        return
    interrupts.raise_swallowed()
    fault = getattr(_raised, "fault", None)
    _raised.fault = None
    if fault is not None:
        raise fault from None  # the database error says nothing beyond, but may hold what was asked with
