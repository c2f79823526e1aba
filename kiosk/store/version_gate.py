"""Refuses an SQLite with the WAL-reset bug, which corrupts a file that two processes use.

Source: sqlite.org/wal.html, "the WAL-reset bug": 3.7.0 to 3.51.2, mended in 3.51.3 and in 3.50.7 and 3.44.6.
"""

from __future__ import annotations

from kiosk.domain.errors import StoreFault

_MENDED_BRANCHES = {(3, 50): 7, (3, 44): 6}
_MENDED = (3, 51, 3)


def is_safe(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite version has the bug mended."""
    branch = _MENDED_BRANCHES.get(version[:2])
    return version >= _MENDED or (branch is not None and version[2] >= branch)


def require_safe(version: tuple[int, int, int]) -> None:
    """Raise `StoreFault` for a version with the bug."""
    if not is_safe(version):
        raise StoreFault(
            f"SQLite {'.'.join(map(str, version))} can corrupt the file (WAL-reset bug); "
            "3.51.3 or newer is needed: install the PyPI package pysqlite3"
        )
