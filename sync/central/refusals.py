"""Every refusal as `application/problem+json` (RFC 9457) with the request's id, and never with what was sent.

Refused            raised by whoever finds a request wanting
StoreFault         503, and come back in half a minute
anything else      500, our bug, logged with the same request id
"""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Mapping
from http import HTTPStatus
from typing import cast

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, ExceptionHandler, Message, Receive, Scope, Send

from kiosk.domain.errors import StoreFault
from sync.protocol import PROBLEM_TYPE, Head, Problem

REQUEST_ID = "X-Request-ID"

_REQUEST_ID = re.compile(r"req-[0-9a-zA-Z-]{8,60}", re.ASCII)
_log = logging.getLogger(__name__)


class Refused(Exception):
    """The request is answered with a problem. `kind` is the last part of the problem's type."""

    def __init__(
        self,
        status: int,
        kind: str,
        detail: str,
        *,
        head: Head | None = None,
        headers: Mapping[str, str] | None = None,
        now: int = 0,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.kind = kind
        self.detail = detail
        self.head = head
        self.headers = headers
        self.now = now


class RequestIds:
    """Gives every request an id, the sender's where it is well formed, and forbids caching of every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(REQUEST_ID, "")
        request_id = given if _REQUEST_ID.fullmatch(given) else f"req-{secrets.token_hex(8)}"
        scope.setdefault("state", {})["request_id"] = request_id

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers[REQUEST_ID] = request_id
                headers["Cache-Control"] = "no-store"
            await send(message)

        await self._app(scope, receive, send_with_id)


def _refused(request: Request, fault: Exception) -> Response:
    refused = cast(Refused, fault)
    return _problem(request, refused.status, refused.kind, refused.detail, refused.head, refused.headers, refused.now)


def _of_the_framework(request: Request, fault: Exception) -> Response:
    refused = cast(HTTPException, fault)
    return _problem(request, refused.status_code, "about", refused.detail, headers=refused.headers)


def _store_fault(request: Request, fault: Exception) -> Response:
    _log.error("%s: %s", request.state.request_id, fault)
    detail = "the centre cannot reach its database now"
    return _problem(request, 503, "unavailable", detail, headers={"Retry-After": "30"})


def _left(request: Request, _fault: Exception) -> Response:
    return _problem(request, 400, "cut-off", "the request ended too early")  # nobody reads it


def _bug(request: Request, _fault: Exception) -> Response:
    _log.error("%s: failed on our side", request.state.request_id)
    return _problem(request, 500, "fault", "the centre has failed; it has been noted")


HANDLERS: Mapping[type[Exception] | int, ExceptionHandler] = {
    Refused: _refused,
    HTTPException: _of_the_framework,
    StoreFault: _store_fault,
    ClientDisconnect: _left,
    Exception: _bug,
}
"""For Starlette's `exception_handlers`."""


def _problem(
    request: Request,
    status: int,
    kind: str,
    detail: str,
    head: Head | None = None,
    headers: Mapping[str, str] | None = None,
    now: int = 0,
) -> Response:
    problem = Problem(
        kind=kind,
        status=status,
        title=HTTPStatus(status).phrase,
        detail=detail,
        head=head,
        request_id=request.state.request_id,
        now=now,
    )
    return Response(problem.encode(), status, headers, PROBLEM_TYPE)
