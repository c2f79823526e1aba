"""A language written from right to left fits the same pages: Arabic letters in the place of every word."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QAccessible, QGuiApplication

from kiosk.domain.pack import Pack
from kiosk.domain.text import LANGUAGE_NAMES, LocalisedText
from kiosk.terminal.options import TerminalOptions
from kiosk.terminal.screenshots import PORTRAIT, TABLET, Panel
from kiosk.terminal.tour import MODES, Mode, Tour
from tests.qml.fakes import MONDAY_MORNING
from tests.qml.sample_pack import sample_pack
from tests.qml.test_layout import inspected

ALPHABET = str.maketrans(dict(zip("abcdefghijklmnopqrstuvwxyzäöüß", "ابجدهوزحطيكلمنسعفصقرشتثخذضظغءة", strict=True)))
PLAIN_AND_LARGE = [mode for mode in MODES if mode.name in ("plain", "text200")]


def arabic(text: str) -> str:
    """Arabic letters in as many; what has no small Latin letter stays. Arabic words are short: long ones are parted."""
    return re.sub(r"(\w{9})(?=\w)", r"\1 ", text.lower().translate(ALPHABET))


class Pseudo(QTranslator):
    """The program's own words in Arabic letters."""

    def translate(self, _context: str, source: str, _comment: str | None = None, n: int = -1) -> str:
        return arabic(source).replace("%ن", str(n)).replace("%n", str(n))

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        return False


def in_arabic(value: Any) -> Any:
    """The same pack, every text with an Arabic one as long as the German."""
    if isinstance(value, LocalisedText):
        return LocalisedText({**value.texts, "ar": arabic(value.in_language("de"))})
    if isinstance(value, tuple):
        return tuple(in_arabic(each) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = [field.name for field in dataclasses.fields(value) if field.init]
        return dataclasses.replace(value, **{name: in_arabic(getattr(value, name)) for name in fields})
    return value


@pytest.fixture
def arabic_pack(monkeypatch: pytest.MonkeyPatch) -> Pack:
    monkeypatch.setitem(LANGUAGE_NAMES, "ar", "العربية")
    pack: Pack = in_arabic(sample_pack())
    return dataclasses.replace(pack, office=dataclasses.replace(pack.office, languages=("pl", "ar")))


@pytest.mark.parametrize("mode", PLAIN_AND_LARGE, ids=lambda mode: mode.name)
@pytest.mark.parametrize("panel", [PORTRAIT, TABLET], ids=lambda panel: panel.name)
def test_every_page_from_right_to_left(
    qapp: QGuiApplication, resources: Path, arabic_pack: Pack, panel: Panel, mode: Mode
) -> None:
    QAccessible.setActive(True)
    options = TerminalOptions(
        resources, size=(panel.width, panel.height), pixels_per_millimetre=panel.pixels_per_millimetre
    )
    walking = Tour(arabic_pack, options, MONDAY_MORNING, mode)
    language = walking.terminal.language
    language._translators["ar"] = Pseudo()
    language._home = "ar"
    language.select("ar")
    try:
        assert QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        faults = list(inspected(walking, panel, mode))
    finally:
        # A translator made in Python that stays installed would stop the next loading for ever.
        QCoreApplication.removeTranslator(language._translators["ar"])
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        QLocale.setDefault(QLocale("pl"))
    assert not faults, "\n".join(faults)
