"""Requests that a test signs itself."""

from __future__ import annotations

import secrets
from collections.abc import Generator
from datetime import timedelta

import httpx2

from kiosk.domain.clock import Clock
from sync.protocol import TerminalKey, signature_headers


def new_key() -> TerminalKey:
    """A key like any other."""
    return TerminalKey(secrets.token_urlsafe(32))


class Signed(httpx2.Auth):
    """Signs what a client of httpx2 sends; `ahead` makes the signer's clock a wrong one, `nonce` is the one to use."""

    def __init__(
        self, key: TerminalKey, clock: Clock, ahead: timedelta = timedelta(), nonce: str | None = None
    ) -> None:
        self._key = key
        self._clock = clock
        self._ahead = ahead
        self._nonce = nonce

    def auth_flow(self, request: httpx2.Request) -> Generator[httpx2.Request, httpx2.Response, None]:
        request.headers.update(self.headers(request.method, str(request.url), _body(request)))
        yield request

    def headers(self, method: str, url: str, body: bytes | None) -> dict[str, str]:
        """What signs this one request."""
        created = self._clock.now() + self._ahead
        nonce = self._nonce or secrets.token_urlsafe(12)
        return dict(signature_headers(self._key, method, url, body, created, nonce))


def _body(request: httpx2.Request) -> bytes | None:
    if request.method == "GET":
        return None
    try:
        return request.content
    except httpx2.RequestNotRead:
        return b""  # a stream; its digest is wrong, which is found out after its end
