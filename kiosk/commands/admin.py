"""`kiosk admin`: the PIN with which the administrator's area opens at the terminal."""

from __future__ import annotations

import argparse

from kiosk.commands.places import data, existing_data
from kiosk.domain.audit import AuditEvent
from kiosk.pin_prompt import ask_for_pin
from kiosk.store.store import Store


def run(options: argparse.Namespace) -> int:
    if options.action == "set-pin":
        pin = ask_for_pin()
        with Store.open(data(options)) as store:
            store.pins.set(pin)
            store.audit.record(AuditEvent.PIN_SET)
        print("the PIN is set")
        return 0
    with Store.open(existing_data(options)) as store:
        was_set = store.pins.clear()
        if was_set:
            store.audit.record(AuditEvent.PIN_CLEARED)
    print("the PIN is cleared: the administrator's area cannot be opened" if was_set else "no PIN was set")
    return 0
