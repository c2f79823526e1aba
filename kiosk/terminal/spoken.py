"""What is on the screen as somebody who cannot see it hears it: every label and every control, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.terminal.typography import as_spoken

translate = QCoreApplication.translate
_TICKING = ("countdown", "charactersLeft")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing on the screen: its words, whether they change by themselves, and the language that it names, if any.

    `recording` is the path of a sound file in which it is said, with whatever else names the same file.
    """

    words: str
    is_ticking: bool = False
    language: str = ""
    recording: str = ""


def said_by(item: QQuickItem) -> Said:
    """A control as it is told when the focus comes to it: name, then what it is, then its state."""
    interface = QAccessible.queryAccessibleInterface(item)
    name = as_spoken(interface.text(QAccessible.Text.Name))
    step = item.property("step")
    if isinstance(step, int) and step > 0:
        name = translate("Spoken", "%1 of 5: %2").replace("%1", str(step)).replace("%2", name)
    parts = [name, _role(item)]
    if interface.text(QAccessible.Text.Description):
        parts.append(as_spoken(interface.text(QAccessible.Text.Description)))
    if not item.isEnabled():
        parts.append(translate("Spoken", "not available now"))
    elif interface.state().checked:
        parts.append(translate("Spoken", "chosen"))
    return Said(", ".join(part for part in parts if part), language=_language(item))


def screen(window: QQuickWindow) -> list[Said]:
    """Everything in sight. What lies under the warning's veil is left out: it cannot be used."""
    return list(_said(window.contentItem(), is_veiled=bool(window.property("isVeiled"))))


def _said(item: QQuickItem, *, is_veiled: bool, recording: str = "") -> Iterator[Said]:
    if not item.isVisible():
        return
    told = item.property("recording")
    recording = told if isinstance(told, str) else recording
    if item.inherits("QQuickAbstractButton"):
        if item.isEnabled() or not is_veiled:
            yield said_by(item)
        return
    text = item.property("text") if item.inherits("QQuickText") else None
    if text and str(text).strip() and (item.isEnabled() or not is_veiled):
        is_ticking = item.objectName() in _TICKING
        yield Said(as_spoken(str(text)), is_ticking=is_ticking, language=_language(item), recording=recording)
    for child in item.childItems():
        yield from _said(child, is_veiled=is_veiled, recording=recording)


def _role(item: QQuickItem) -> str:
    if item.property("isToggle"):
        return translate("Spoken", "can be ticked")
    if item.property("checkable"):
        return translate("Spoken", "switch")
    return translate("Spoken", "button")


def _language(item: QQuickItem) -> str:
    told = item.property("spokenLanguage")
    return told if isinstance(told, str) else ""
