"""Starts one window, says when its first frame was drawn, and waits to be ended: a part of two other benchmarks.

python -m tests.benchmarks.first_frame floor            a bare Qt Quick window
python -m tests.benchmarks.first_frame terminal DATA    the terminal
python -m tests.benchmarks.first_frame staff DATA       the staff's screen
"""

from __future__ import annotations

import sys
import time
from pathlib import Path


def floor() -> None:
    """The least that a window with the software renderer costs: no controls, no pages, no content, no store."""
    from PySide6.QtCore import QUrl  # noqa: PLC0415  # imports are part of what is measured
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415
    from PySide6.QtQuick import QQuickView  # noqa: PLC0415

    application = QGuiApplication([])
    view = QQuickView()
    view.frameSwapped.connect(_tell_once)
    view.setSource(QUrl.fromLocalFile(str(Path(__file__).with_name("floor.qml"))))
    view.show()
    application.exec()


def terminal(data: Path) -> None:
    """The terminal as `kiosk run` starts it."""
    from kiosk.__main__ import main  # noqa: PLC0415
    from kiosk.terminal import application  # noqa: PLC0415

    build = application.build

    def built(*arguments: object, **named: object) -> application.Terminal:
        made = build(*arguments, **named)  # type: ignore[arg-type]
        made.window.frameSwapped.connect(_tell_once)
        return made

    application.build = built  # the one thing added: somebody who watches for the frame
    main(["run", "--data", str(data), "--size", "1080x1920"])


def staff(data: Path) -> None:
    """The staff's screen as `kiosk run --staff` starts it."""
    from kiosk.__main__ import main  # noqa: PLC0415
    from kiosk.terminal.staff import application  # noqa: PLC0415

    build = application.build_staff

    def built(*arguments: object) -> application.StaffScreen:
        made = build(*arguments)  # type: ignore[arg-type]
        made.window.frameSwapped.connect(_tell_once)
        return made

    application.build_staff = built  # type: ignore[assignment]  # the one thing added: somebody who watches
    main(["run", "--staff", "--data", str(data), "--size", "1920x1080"])


_told: list[float] = []


def _tell_once() -> None:
    if not _told:
        _told.append(time.monotonic())
        print(_told[0], flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "floor":
        floor()
    else:
        {"terminal": terminal, "staff": staff}[sys.argv[1]](Path(sys.argv[2]))
