"""Takes a new PIN from whoever sits at the command line, or from a program; only one that is good comes back."""

from __future__ import annotations

import getpass
import sys

from kiosk.domain.errors import BadInput
from kiosk.domain.pin import refuse_weak_pin

_LONGEST_LINE = 1000


def ask_for_pin() -> str:
    """From somebody at the keyboard, twice and unseen; from a program one line.

    Raises `BadInput` where there is none, the two differ, or it is weak.
    """
    if not sys.stdin.isatty():
        pin = _piped_line()
        refuse_weak_pin(pin)
        return pin
    try:
        first = getpass.getpass("New PIN: ")
        refuse_weak_pin(first)
        second = getpass.getpass("The same PIN again: ")
    except EOFError:
        raise BadInput("no PIN was given; nothing is changed") from None
    if first != second:
        raise BadInput("the two PINs differ; nothing is changed")
    return first


def _piped_line() -> str:
    try:
        return sys.stdin.readline(_LONGEST_LINE).rstrip("\r\n")
    except UnicodeDecodeError:
        raise BadInput("a PIN has digits only, 0 to 9") from None
