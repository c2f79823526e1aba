"""A small good pack in a folder of its own, to be spoilt by the test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.content.conftest import GOOD_PACK


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the pack lies."""
    root = tmp_path / "urzad"
    for name, text in GOOD_PACK.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
