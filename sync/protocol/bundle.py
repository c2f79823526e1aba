"""Several batches in one body: each compressed as it would travel alone, and before it its length."""

from __future__ import annotations

from collections.abc import Sequence

from sync.protocol.limits import MOST_BATCHES
from sync.protocol.malformed import Malformed

BUNDLE_TYPE = "application/vnd.okienko.batches; v=1"

LARGEST_BUNDLE = 2 * 1024 * 1024
"""How many bytes a bundle may have; a batch that is larger than its share goes alone."""

_LENGTH = 4


def encode_bundle(batches: Sequence[bytes]) -> bytes:
    """The body of a bundle: lengths are of four bytes, the most significant first."""
    return b"".join(len(batch).to_bytes(_LENGTH, "big") + batch for batch in batches)


def read_bundle(body: bytes) -> list[bytes]:
    """The batches of a bundle, still compressed; raises `Malformed`."""
    batches: list[bytes] = []
    at = 0
    while at < len(body):
        start = at + _LENGTH
        at = start + int.from_bytes(body[at:start], "big")
        if at > len(body) or start >= at:
            raise Malformed("a batch of the bundle is cut off or empty")
        batches.append(body[start:at])
        if len(batches) > MOST_BATCHES:
            raise Malformed(f"more than {MOST_BATCHES} batches in a bundle")
    if not batches:
        raise Malformed("an empty bundle")
    return batches
