"""Listens to the accessibility bus as a screen reader does, in Debian's own Python, which can speak to buses.

Takes one order a line on the standard input, answers each with one line of JSON: `screen_reader.py` gives the orders.
Speaks the bus's own protocol (AT-SPI 2, https://gnome.pages.gitlab.gnome.org/at-spi2-core/devel-docs/) and asks many
things at once: libatspi asks one after another, and a look takes ten times as long.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from gi.repository import Gio, GLib

HEARD = ("object:announcement", "object:state-changed:focused", "object:state-changed:checked")
STATES = {
    4: "checked", 8: "enabled", 11: "focusable", 12: "focused", 24: "sensitive", 25: "showing", 30: "visible",
    41: "checkable",
}  # fmt: skip
"""Of atspi-constants.h: the number of the bit and the name."""
ROLES = {2: "alert", 7: "check box", 23: "frame", 29: "label", 43: "push button", 62: "toggle button", 83: "heading"}
"""Likewise; the names that programs themselves give their roles are for people, and differ."""
REGISTRY, ROOT = "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"
ACCESSIBLE, ACTION, COMPONENT = (f"org.a11y.atspi.{name}" for name in ("Accessible", "Action", "Component"))
PATIENCE = 5000
Call = tuple[str, str, str, Any]
"""Path, interface, method, arguments."""


class Listener:
    """Knows one program on the bus: what it shows, what can be done with it, and what it tells by itself."""

    def __init__(self) -> None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = _ask(session, "org.a11y.Bus", ("/org/a11y/bus", "org.a11y.Bus", "GetAddress", None))[0]
        kind = Gio.DBusConnectionFlags
        flags = kind.AUTHENTICATION_CLIENT | kind.MESSAGE_BUS_CONNECTION
        self._bus = Gio.DBusConnection.new_for_address_sync(address, flags)
        self._program = ""
        self._met: list[str] = []
        self._events: list[tuple[str, str, int, Any]] = []

    def find(self, process: int) -> bool:
        """Whether the program with this process id is on the bus by now."""
        for name, _ in _ask(self._bus, REGISTRY, (ROOT, ACCESSIBLE, "GetChildren", None))[0]:
            whose = ("/", "org.freedesktop.DBus", "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))
            if _ask(self._bus, "org.freedesktop.DBus", whose)[0] == process:
                self._program = name
                for each in HEARD:
                    registering = GLib.Variant("(s)", (each,))
                    _ask(self._bus, REGISTRY, ("/org/a11y/atspi/registry", REGISTRY, "RegisterEvent", registering))
                self._bus.signal_subscribe(name, "org.a11y.atspi.Event.Object", None, None, None, 0, self._hear)
                return True
        return False

    def look(self) -> list[dict[str, Any]]:
        """Everything in sight in reading order. Raises `GLib.Error` if something of it goes meanwhile."""
        seen = self._seen([ROOT])
        self._met = [each["path"] for each in seen]
        return [{**each, "number": number} for number, each in enumerate(seen)]

    def do(self, number: int, action: str) -> bool:
        """Do the action of this name, the first of it; tells whether the program says that it was done."""
        path = self._met[number]
        actions = [name for name, _, _ in self._ask_all([(path, ACTION, "GetActions", None)])[0][0]]
        doing = GLib.Variant("(i)", (actions.index(action),))
        return bool(self._ask_all([(path, ACTION, "DoAction", doing)])[0][0])

    def focus(self, number: int) -> bool:
        return bool(self._ask_all([(self._met[number], COMPONENT, "GrabFocus", None)])[0][0])

    def events(self) -> list[dict[str, Any]]:
        """What the program told since this was asked last."""
        while GLib.MainContext.default().pending():
            GLib.MainContext.default().iteration(False)
        told, self._events = self._events, []
        names = self._ask_all([_property(path, "Name") for _, path, _, _ in told], may_be_gone=True)
        return [
            {"kind": kind, "name": name[0] if name else "", "detail": detail, "words": content}
            for (kind, _, detail, content), name in zip(told, names, strict=True)
        ]

    def _seen(self, parents: Sequence[str]) -> list[dict[str, Any]]:
        families = self._ask_all([(path, ACCESSIBLE, "GetChildren", None) for path in parents])
        paths = [path for family in families for _, path in family[0]]
        states = self._ask_all([(path, ACCESSIBLE, "GetState", None) for path in paths])
        visible = {
            path: [name for bit, name in STATES.items() if (low | high << 32) >> bit & 1]
            for path, ((low, high),) in zip(paths, states, strict=True)
        }
        visible = {path: names for path, names in visible.items() if "visible" in names}
        seen = []
        for thing in self._described(visible):
            seen.append(thing)
            if thing.pop("children"):
                seen += self._seen([thing["path"]])
        return seen

    def _described(self, visible: dict[str, list[str]]) -> list[dict[str, Any]]:
        paths = list(visible)
        screen = GLib.Variant("(u)", (0,))
        roles = self._ask_all([(path, ACCESSIBLE, "GetRole", None) for path in paths])
        names = self._ask_all([_property(path, "Name") for path in paths])
        descriptions = self._ask_all([_property(path, "Description") for path in paths])
        counts = self._ask_all([_property(path, "ChildCount") for path in paths])
        actions = self._ask_all([(path, ACTION, "GetActions", None) for path in paths], may_be_gone=True)
        places = self._ask_all([(path, COMPONENT, "GetExtents", screen) for path in paths])
        return [
            {
                "path": path,
                "role": ROLES.get(role[0], f"role {role[0]}"),
                "name": name[0],
                "description": description[0],
                "states": visible[path],
                "actions": [each[0] for each in action[0]] if action else [],
                "top": place[0][1],
                "children": count[0],
            }
            for path, role, name, description, count, action, place in zip(
                paths, roles, names, descriptions, counts, actions, places, strict=True
            )
        ]

    def _ask_all(self, calls: Sequence[Call], *, may_be_gone: bool = False) -> list[Any]:
        """Ask everything at once; gives the answers in order, None for a fault where one may be."""
        answers: dict[int, Any] = {}

        def answered(bus: Any, result: Any, number: int) -> None:
            try:
                answers[number] = bus.call_finish(result).unpack()
            except GLib.Error as fault:
                answers[number] = fault

        for number, (path, interface, method, arguments) in enumerate(calls):
            self._bus.call(self._program, path, interface, method, arguments, None, 0, PATIENCE, None, answered, number)
        while len(answers) < len(calls):
            GLib.MainContext.default().iteration(True)
        faults = [answer for answer in answers.values() if isinstance(answer, GLib.Error)]
        if faults and not may_be_gone:
            raise faults[0]
        return [None if isinstance(answers[n], GLib.Error) else answers[n] for n in range(len(calls))]

    def _hear(self, _bus: Any, _sender: str, path: str, _interface: str, signal: str, told: Any) -> None:
        what, detail, _, content, _ = told.unpack()
        kind = "object:" + "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in signal)[1:]
        kind = f"{kind}:{what}" if what else kind
        if kind in HEARD:
            self._events.append((kind, path, detail, str(content)))


def _ask(bus: Any, name: str, call: Call) -> Any:
    path, interface, method, arguments = call
    return bus.call_sync(name, path, interface, method, arguments, None, 0, PATIENCE, None).unpack()


def _property(path: str, name: str) -> Call:
    return path, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (ACCESSIBLE, name))


def main() -> None:
    listener = Listener()
    for line in sys.stdin:
        order = json.loads(line)
        try:
            answer = getattr(listener, order.pop("order"))(**order)
        except GLib.Error as fault:  # what was asked has gone meanwhile
            answer = {"fault": fault.message}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
