"""An SQLite with the WAL-reset bug is refused."""

from __future__ import annotations

import pytest

from kiosk.domain.errors import StoreFault
from kiosk.store.version_gate import is_safe, require_safe


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 51, 4), (3, 53, 4), (4, 0, 0), (3, 50, 7), (3, 44, 6)])
def test_mended_versions_are_taken(version: tuple[int, int, int]) -> None:
    assert is_safe(version)


@pytest.mark.parametrize("version", [(3, 51, 2), (3, 50, 6), (3, 44, 5), (3, 40, 1), (3, 7, 0), (3, 49, 9)])
def test_versions_with_the_bug_are_refused_with_a_way_out(version: tuple[int, int, int]) -> None:
    with pytest.raises(StoreFault, match="pysqlite3"):
        require_safe(version)
