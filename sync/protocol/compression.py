"""Gzip with a cap: unpacking stops as soon as the data grows beyond what the format allows."""

from __future__ import annotations

import gzip
import zlib

from sync.protocol.limits import Limits
from sync.protocol.malformed import Malformed

_GZIP = 16 + zlib.MAX_WBITS
_STEP = 64 * 1024


class Bomb(Malformed):
    """Unpacks to more than the limits allow."""


def compress(data: bytes) -> bytes:
    """Gzip without a time or a name in it: equal data are equal bytes."""
    return gzip.compress(data, mtime=0)


def decompress(data: bytes, limits: Limits) -> bytes:
    """Unpack one gzip member; never holds more than `limits.decoded` bytes. Raises `Bomb` or `Malformed`."""
    cap = min(limits.decoded, limits.ratio * len(data))
    unpacker = zlib.decompressobj(_GZIP)
    whole = bytearray()
    rest = data
    try:
        while not unpacker.eof:
            part = unpacker.decompress(rest, _STEP)
            whole += part
            if len(whole) > cap:
                raise Bomb(f"unpacks to more than {cap} bytes")
            rest = unpacker.unconsumed_tail
            if not part and not rest and not unpacker.eof:
                raise Malformed("the gzip data ends too early")
    except zlib.error:
        raise Malformed("not gzip data") from None
    if unpacker.unused_data:
        raise Malformed("there is something after the gzip data")
    return bytes(whole)
