"""`kiosk admin`: the PIN with which the administrator's area opens at the terminal."""

from __future__ import annotations

import argparse
import getpass
import sys

from kiosk.commands.places import data
from kiosk.domain.audit import AuditEvent
from kiosk.domain.errors import BadInput
from kiosk.domain.pin import refuse_weak_pin
from kiosk.store.store import Store

_LONGEST_LINE = 1000


def run(options: argparse.Namespace) -> int:
    if options.action == "set-pin":
        pin = _read_pin()
        refuse_weak_pin(pin)
        with Store.open(data(options)) as store:
            store.pins.set(pin)
            store.audit.record(AuditEvent.PIN_SET)
        print("the PIN is set")
        return 0
    with Store.open(data(options)) as store:
        was_set = store.pins.clear()
        if was_set:
            store.audit.record(AuditEvent.PIN_CLEARED)
    print("the PIN is cleared: the administrator's area cannot be opened" if was_set else "no PIN was set")
    return 0


def _read_pin() -> str:
    """From somebody at the keyboard, twice and unseen; from a program one line. Raises `BadInput`."""
    if not sys.stdin.isatty():
        return sys.stdin.readline(_LONGEST_LINE).rstrip("\r\n")
    try:
        first = getpass.getpass("New PIN: ")
        refuse_weak_pin(first)
        second = getpass.getpass("The same PIN again: ")
    except EOFError:
        raise BadInput("no PIN was given; nothing is changed") from None
    if first != second:
        raise BadInput("the two PINs differ; nothing is changed")
    return first
