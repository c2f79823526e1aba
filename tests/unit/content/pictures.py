"""Small real PNG pictures, whole ones and ones with whatever a hostile file may have."""

from __future__ import annotations

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def header(width: int = 5, height: int = 3, depth: int = 8, kind: int = 6, interlace: int = 0) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, interlace))


def picture(*between: bytes, head: bytes = header(), samples: int = 3 * (1 + 5 * 4), behind: bytes = b"") -> bytes:
    """`samples` bytes of picture data; `between` stands between header and data."""
    data = zlib.compress(bytes(samples))
    return SIGNATURE + head + b"".join(between) + chunk(b"IDAT", data) + chunk(b"IEND", b"") + behind
