"""A PNG picture with everything left out that no picture needs: only the chunks that draw it, each with its checksum.

Source: W3C, Portable Network Graphics (PNG) Specification, Third Edition. The sample values are unpacked, piece by
piece, and counted: whoever decodes the picture later finds exactly as many as its size says.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from kiosk.domain.errors import BadInput

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_WIDEST = 4096
_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_PIECE = 64 * 1024
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples of a pixel by colour type."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_WHOLE = ((0, 0, 1, 1),)
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""First column and row, then the steps between columns and rows, of each pass."""


def plain_picture(content: bytes) -> bytes:
    """The same picture from its necessary chunks only; raises `BadInput`. Safe to repeat: the answer stays."""
    chunks = [chunk for chunk in _chunks(content) if chunk[0] in _KEPT]
    names = [name for name, _ in chunks]
    palette, clear = names.count(b"PLTE"), names.count(b"tRNS")
    data = [body for name, body in chunks if name == b"IDAT"]
    expected = [b"IHDR", *[b"PLTE"] * palette, *[b"tRNS"] * clear, *[b"IDAT"] * len(data), b"IEND"]
    if names != expected or palette > 1 or clear > 1 or not data:
        raise _unfit("its parts are missing or out of order")
    head = chunks[0][1]
    kind = _checked_head(head)
    if (kind == 3) > palette or (kind in (0, 4) and palette) or (kind in (4, 6) and clear):
        raise _unfit("its palette does not fit its kind")
    if any(name == b"PLTE" and not (3 <= len(body) <= 768 and len(body) % 3 == 0) for name, body in chunks):
        raise _unfit("its palette is broken")
    if any(name == b"tRNS" and not 1 <= len(body) <= 256 for name, body in chunks):
        raise _unfit("its transparency is broken")
    _count(data, sum(_rows(head)))
    return _SIGNATURE + b"".join(_chunk(name, body) for name, body in chunks)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not content.startswith(_SIGNATURE):
        raise _unfit("it is none")
    at, name = len(_SIGNATURE), b""
    while name != b"IEND":
        size, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        body = content[at + 8 : at + 8 + size]
        end = at + 12 + size
        if end > len(content) or int.from_bytes(content[end - 4 : end], "big") != zlib.crc32(name + body):
            raise _unfit("it is cut short or a checksum is wrong")
        if name not in _KEPT and not name[0] & 0x20:
            raise _unfit("it has a part that is not known")
        yield name, body
        at = end


def _checked_head(head: bytes) -> int:
    """The colour type, when all of the header makes sense."""
    if len(head) != 13:
        raise _unfit("its header is broken")
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    depth, kind, compression, filtering, interlace = head[8:]
    if not (0 < width <= _WIDEST and 0 < height <= _WIDEST):
        raise _unfit(f"it has more than {_WIDEST} by {_WIDEST} pixels, or none")
    if depth not in _DEPTHS.get(kind, ()) or compression or filtering or interlace > 1:
        raise _unfit("its header is broken")
    return kind


def _rows(head: bytes) -> Iterator[int]:
    """Bytes of each pass, a filter byte for each row among them."""
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    bits = head[8] * _SAMPLES[head[9]]
    for left, top, across, down in _ADAM7 if head[12] else _WHOLE:
        columns, rows = -(-max(0, width - left) // across), -(-max(0, height - top) // down)
        if columns:
            yield rows * (1 + -(-columns * bits // 8))


def _count(data: list[bytes], expected: int) -> None:
    unpacker, size = zlib.decompressobj(), 0
    try:
        for body in data:
            if body and unpacker.eof:
                raise _unfit("there is something behind its data")
            while body and size <= expected and not unpacker.eof:
                size += len(unpacker.decompress(body, _PIECE))
                body = unpacker.unconsumed_tail  # noqa: PLW2901
        size += len(unpacker.decompress(b"", _PIECE)) if not unpacker.eof else 0
    except zlib.error:
        raise _unfit("its data cannot be unpacked") from None
    if size != expected or not unpacker.eof or unpacker.unused_data:
        raise _unfit("its data are not as many as its size says")


def _chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def _unfit(why: str) -> BadInput:
    return BadInput(f"this is not a PNG picture that can be shown: {why}; allowed: a picture saved as PNG")
