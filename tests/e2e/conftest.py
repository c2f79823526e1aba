"""What tests from outside stand before: a desk with a screen and a bus of its own, and the office's pack."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest

from kiosk.content.reader import read_pack
from kiosk.domain.pack import Pack
from tests.e2e.poznan import POZNAN, ROOT, SIZE
from tests.e2e.screen_reader import silent_desk


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(POZNAN)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    subprocess.run(["/bin/sh", ROOT / "packaging" / "translate", "--build"], check=True)
    folder = tmp_path_factory.mktemp("desk")
    with silent_desk(folder, SIZE) as environment:
        yield {
            **environment,
            "QT_QPA_PLATFORM": "xcb",
            "QT_QUICK_BACKEND": "software",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PULSE_SERVER": f"unix:{folder}/none",
        }
