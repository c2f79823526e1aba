"""QR codes (ISO/IEC 18004) of addresses, crisp at any size: a module is a whole number of pixels.

QML asks for `image://code/HEX`, where HEX are the bytes of the address: nothing in it can be mistaken for a part of
that name. Codes are black on white in every theme, with their quiet zone, because a telephone has to read them.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

_QUIET_ZONE = 4
"""Modules left white around a code (ISO/IEC 18004, 9.1)."""
_CORRECTION = "m"
"""Of two levels of error correction the lower: fewer and larger modules. Higher where that costs no module."""
_INK, _GROUND = 0, 255


def picture(address: str) -> str:
    """The name under which QML asks for the code of `address`."""
    return f"image://code/{address.encode().hex()}"


def modules(address: str) -> int:
    """Modules side by side in the code of `address`, the quiet zone included."""
    return len(_rows(address))


class Codes(QQuickImageProvider):
    """Draws a code as large as fits into the size asked for, in whole pixels a module; GUI thread only."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, N803  # Qt's names
        rows = _rows(bytes.fromhex(id).decode())
        side = len(rows)
        image = QImage(b"".join(rows), side, side, side, QImage.Format.Format_Grayscale8)
        pixels = side * max(1, min(requestedSize.width(), requestedSize.height()) // side)
        size.setWidth(pixels)
        size.setHeight(pixels)
        return image.scaled(pixels, pixels, mode=Qt.TransformationMode.FastTransformation)


def prepare_codes() -> None:
    """Read the library that makes codes from the disk; call it off the GUI thread, before somebody asks for one."""
    import segno  # noqa: F401, PLC0415


@lru_cache(maxsize=2)
def _rows(address: str) -> tuple[bytes, ...]:
    """The code with its quiet zone, a byte a module."""
    import segno  # noqa: PLC0415  # the first frame does not wait for what few visitors ask for

    code = segno.make_qr(address, error=_CORRECTION, boost_error=True)
    return tuple(bytes(_INK if is_dark else _GROUND for is_dark in row) for row in code.matrix_iter(border=_QUIET_ZONE))
