"""Reads a request's body with a cap on its size and on its time, whatever the proxy in front allows."""

from __future__ import annotations

import asyncio

from starlette.requests import Request

from sync.central.refusals import Refused
from sync.protocol import Head


async def read_body(request: Request, cap: int, seconds: float, head: Head | None = None) -> bytes:
    """The whole body; raises `Refused` 413 beyond `cap` bytes and 408 after `seconds`. Holds no more than the cap."""
    end = {"Connection": "close"}  # else what is left of an endless body is read and thrown away, for ever
    too_large = Refused(413, "too-large", f"the body is larger than {cap} bytes", head=head, headers=end)
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > cap:
        raise too_large
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for part in request.stream():
                body += part
                if len(body) > cap:
                    raise too_large
    except TimeoutError:
        slow = f"the body took longer than {seconds:g} seconds"
        raise Refused(408, "too-slow", slow, head=head, headers=end) from None
    return bytes(body)
