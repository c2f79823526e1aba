"""Contact sheets: one picture a mode, with the scenes that tell most, side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.domain.errors import EnvironmentFault

TELLING = re.compile(
    r"_(home|attract(-\w+)?|languages|help|catalogue|group-\w+|search(-[a-z]+)*|card-[A-Z0-9-]+(-plain|-page2|-code)?"
    r"|survey-\w+(-chosen)?|thanks|idle-warning|out-of-service)\.png$"
)
"""Scenes shown on a sheet: no later pages of long texts."""
_PANEL = re.compile(r"\d+x\d+-[\d.]+in")
_HEIGHT = 300
_WIDTH = 1500
_GAP = 10
_MOST_CARDS = 3
"""Of each panel."""


def write_contact_sheet(pictures: Sequence[Path], sheet: Path) -> None:
    """Put the telling ones of `pictures` on `sheet`, all equally high; raises `EnvironmentFault` if that fails."""
    thumbs = [_thumb(path) for path in _telling(pictures)]
    places: list[QPoint] = []
    left = top = _GAP
    for thumb in thumbs:
        if left + thumb.width() + _GAP > _WIDTH and left > _GAP:
            left, top = _GAP, top + _HEIGHT + _GAP
        places.append(QPoint(left, top))
        left += thumb.width() + _GAP
    image = QImage(_WIDTH, top + _HEIGHT + _GAP, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    painter = QPainter(image)
    for thumb, place in zip(thumbs, places, strict=True):
        painter.drawImage(place, thumb)
    painter.end()
    # 256 colours without a pattern of dots are enough for flat drawings, and a tenth of the size.
    flat = image.convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither)
    if not flat.save(str(sheet)):
        raise EnvironmentFault(f"the sheet {sheet} could not be written")


def _telling(pictures: Sequence[Path]) -> list[Path]:
    chosen: list[Path] = []
    cards: Counter[str] = Counter()
    for path in pictures:
        if not TELLING.search(path.name):
            continue
        if "_card-" in path.name and not path.stem.endswith("-code"):
            panel = "".join(_PANEL.findall(path.name))
            cards[panel] += 1
            if cards[panel] > _MOST_CARDS:
                continue
        chosen.append(path)
    return chosen


def _thumb(path: Path) -> QImage:
    return QImage(str(path)).scaledToHeight(_HEIGHT, Qt.TransformationMode.SmoothTransformation)
