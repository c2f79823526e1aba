"""No single flipped bit of a terminal's file changes an answer, or hides one, without being told.

pytest -s -m nightly tests/integration/store/test_flipped_bits.py      1,500 bits: 1,000 of the file, 500 of its log
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kiosk.store import checksums
from tests.integration.store.flips import flips

FULL, SMALL = {"": 1000, "-wal": 500}, {"": 48, "-wal": 12}


@pytest.mark.parametrize("into", ["", "-wal"])
@pytest.mark.parametrize("sizes", [SMALL, pytest.param(FULL, marks=pytest.mark.nightly)], ids=["some", "all"])
def test_every_flipped_bit_is_told_or_without_effect(tmp_path: Path, sizes: dict[str, int], into: str) -> None:
    seed = random.randrange(2**32)
    print(f"\nflipped bits of {into or 'the file'}, seed {seed}")
    found = flips(tmp_path, sizes[into], seed, into)
    for what, number in sorted(found.items()):
        print(f"{number:6}  {what}")
    assert found["unseen"] == 0


def test_without_checksums_some_would_be_unseen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the test above can fail: the bits are those that it flips."""
    monkeypatch.setattr(checksums.Summed, "fits", lambda _summed: "(1 = 1)")
    checksums.fits.cache_clear()
    try:
        assert flips(tmp_path, 40, 1, "")["unseen"] > 0
    finally:
        checksums.fits.cache_clear()
