"""A terminal is let in: a one-time code for a key that it has made itself; and exchanges that key for another."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response

from kiosk.domain.clock import Clock
from sync.central.bodies import read_body
from sync.central.content import Content
from sync.central.refusals import Refused
from sync.central.senders import Senders, signed_message
from sync.central.store import Enrolments, Refusal
from sync.central.store.enrolments import TRIES_SECONDS
from sync.central.threads import Threads
from sync.protocol import (
    CODE_LENGTH,
    CODE_LETTERS,
    Enrolment,
    EnrolmentRequest,
    KeyExchange,
    Malformed,
    TerminalKey,
    Unproved,
    is_proved,
    plain_code,
    verify,
)

_LARGEST_BODY = 4096
_BODY_SECONDS = 10.0
REFUSALS = {
    Refusal.UNKNOWN: (403, "unknown-code", "there is no such code; type it as it was told, or ask for another one"),
    Refusal.USED: (409, "used-code", "the code has been used; ask for another one"),
    Refusal.EXPIRED: (410, "expired-code", "the code has expired; ask for another one"),
    Refusal.TOO_MANY_TRIES: (429, "too-many-tries", "too many wrong codes; wait a minute"),
}


def new_code(choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """A code to be read out, `BCDF-GHJK`: 34.5 bits, enough for one day and five tries a minute."""
    letters = "".join(choose(CODE_LETTERS) for _ in range(CODE_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


class Enrolling:
    """`POST /v1/enrol`, and `POST` of a new key."""

    def __init__(
        self, enrolments: Enrolments, senders: Senders, threads: Threads, clock: Clock, content: Content
    ) -> None:
        self._enrolments = enrolments
        self._senders = senders
        self._threads = threads
        self._clock = clock
        self._content = content

    async def enrol(self, request: Request) -> Response:
        """201 with the terminal's id and office; the same code and key again get the same answer."""
        body = await read_body(request, _LARGEST_BODY, _BODY_SECONDS)
        try:
            asked = EnrolmentRequest.read(body)
            message = signed_message(request)
            proof = verify(message, asked.public_key, has_body=True, is_known=False)
        except Malformed as fault:
            raise Refused(400, "malformed", str(fault)) from None
        except Unproved as fault:
            raise Refused(401, "unproved", str(fault)) from None
        if not proof.covers(message, body):
            raise Refused(401, "altered", "the body is not the one that was signed")
        self._senders.check_time(proof)  # once more with the same nonce gets the same answer: nothing is remembered
        answer = await self._threads.run(
            self._enrolments.redeem, plain_code(asked.code), asked.public_key, _network(request), self._clock.now()
        )
        if isinstance(answer, Refusal):
            status, kind, detail = REFUSALS[answer]
            headers = {"Retry-After": str(TRIES_SECONDS)} if status == 429 else None
            raise Refused(status, kind, detail, headers=headers)
        key = TerminalKey(await self._threads.run(self._enrolments.central_secret, secrets.token_urlsafe(32)))
        enrolment = Enrolment(answer.id, answer.office, key.public, await self._content.newest_root())
        return Response(enrolment.encode(), 201, media_type="application/json")

    async def exchange(self, request: Request) -> Response:
        """204 once the terminal signs with its new key; the same exchange again, signed with either, is harmless."""
        proved = await self._senders.of_former_key(request)
        body = await self._senders.body_of(proved, request, _LARGEST_BODY, _BODY_SECONDS)
        terminal = request.path_params["terminal"]
        try:
            asked = KeyExchange.read(body)
            good = is_proved(asked.proof, terminal, asked.public_key)
        except Malformed as fault:
            raise Refused(400, "malformed", str(fault)) from None
        if not good:
            raise Refused(401, "unproved", "whoever asks has not proved to hold the new key")
        if not await self._threads.run(self._enrolments.exchange, terminal, proved.public_key, asked.public_key):
            raise Refused(409, "replaced", "this key has been replaced by another one already")
        return Response(status_code=204)


def _network(request: Request) -> str:
    """Whose tries are counted together: an IPv4 address, or the /64 that one IPv6 subscriber has."""
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host[:64]
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else str(address)
