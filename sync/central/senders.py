"""Who sends: a terminal that is enrolled here and has signed the request, before anything else is read."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from starlette.requests import Request

from kiosk.domain.clock import Clock
from sync.central.bodies import read_body
from sync.central.buckets import Buckets
from sync.central.grouping import Grouped
from sync.central.refusals import Refused
from sync.central.replays import Replays
from sync.central.store import Inbox, Sender
from sync.central.threads import Threads
from sync.protocol import Head, Malformed, Message, Proof, Unproved, fingerprint, verify

SKEW_SECONDS = 300
"""How far the moment of a signature may be from the centre's own, either way."""

_TERMINAL = re.compile(r"[0-9a-f-]{36}", re.ASCII)
_NUMBER = re.compile(r"[1-9][0-9]{0,9}", re.ASCII)
_EPOCH = re.compile(r"[0-9a-f]{16}", re.ASCII)
_HOST = re.compile(r"([A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:[0-9]{1,5})?", re.ASCII)
_CHALLENGE = {"WWW-Authenticate": "Signature"}


@dataclass(frozen=True, slots=True)
class Proved:
    """A sender, and what it has signed: all but the body, which `Senders.body_of` reads."""

    sender: Sender
    public_key: str
    proof: Proof
    message: Message


class Senders:
    """Knows terminals by their signatures, each of them believed once, and sees to it that none speaks too often."""

    def __init__(self, inbox: Inbox, threads: Threads, clock: Clock, per_minute: int) -> None:
        self._known = Grouped(threads, inbox.senders)
        self._clock = clock
        self._replays = Replays(clock, 2 * SKEW_SECONDS)
        self._buckets = Buckets(clock, per_minute)

    async def of_epoch(self, request: Request) -> Proved:
        """Whoever speaks of an epoch, and how far that has come; raises `Refused`."""
        if not _EPOCH.fullmatch(request.path_params["epoch"]):
            raise Refused(404, "about", "a terminal is a UUID, an epoch 16 hexadecimal digits")
        return await self._proved(request, request.path_params["epoch"])

    async def of_terminal(self, request: Request) -> Proved:
        """Whoever speaks for a terminal, whatever its epoch; raises `Refused`."""
        return await self._proved(request, None)

    async def of_former_key(self, request: Request) -> Proved:
        """As `of_terminal`, but the key before the present one is good too: for the exchange itself, repeated."""
        return await self._proved(request, None, former=True)

    async def body_of(
        self, proved: Proved, request: Request, cap: int, seconds: float, head: Head | None = None
    ) -> bytes:
        """The body, when it is the one that was signed; raises `Refused`."""
        body = await read_body(request, cap, seconds, head)
        if not proved.proof.covers(proved.message, body):
            raise Refused(401, "altered", "the body is not the one that was signed", headers=_CHALLENGE)
        return body

    async def _proved(self, request: Request, epoch: str | None, *, former: bool = False) -> Proved:
        terminal = request.path_params["terminal"]
        if not _TERMINAL.fullmatch(terminal):
            raise Refused(404, "about", "a terminal is a UUID, an epoch 16 hexadecimal digits")
        if not _NUMBER.fullmatch(request.path_params.get("n", "1")):
            raise Refused(404, "about", "what is put has a number from 1")
        sender = await self._known.ask((terminal, epoch or ""))
        message = signed_message(request)
        public, proof = self._verified(sender, message, former=former)
        if sender is None or proof is None:
            raise Refused(401, "unknown-terminal", "the terminal or its key is not known here", headers=_CHALLENGE)
        self.check_time(proof)
        if sender.revoked:
            head = None if epoch is None else sender.head
            raise Refused(403, "revoked", "this terminal may not send any more", head=head)
        wait = self._buckets.take(terminal)
        if wait > 0:
            headers = {"Retry-After": str(math.ceil(wait))}
            raise Refused(429, "too-often", "this terminal asks too often", headers=headers)
        if not self._replays.is_new(fingerprint(public), proof.nonce):  # last: so many as the bucket allows are kept
            raise Refused(401, "replayed", "this signature has been used", headers=_CHALLENGE)
        return Proved(sender, public, proof, message)

    def check_time(self, proof: Proof) -> None:
        """Raises `Refused` for a signature of another time, telling the right one."""
        now = int(self._clock.now().timestamp())
        if abs(proof.created - now) > SKEW_SECONDS:
            detail = "the signature is not of this hour: the terminal's clock is wrong"
            raise Refused(401, "clock-skew", detail, headers=_CHALLENGE, now=now)

    def _verified(self, sender: Sender | None, message: Message, *, former: bool) -> tuple[str, Proof | None]:
        keys = () if sender is None else (sender.public_key, sender.previous_key if former else None)
        for public in keys:
            if public is not None:
                try:
                    return public, verify(message, public, has_body=message.method != "GET")
                except (Unproved, Malformed):
                    continue
        return "", None


def signed_message(request: Request) -> Message:
    """The request as its signature sees it: the authority that the sender named, the path as it came.

    Raises `Refused` for an authority or a path that would be read as something else when put together.
    """
    host = request.headers.get("host", "")
    path = (request.scope.get("raw_path") or request.url.path.encode()).decode("latin-1")
    if not _HOST.fullmatch(host) or not path.startswith("/") or "?" in path or "#" in path:
        raise Refused(400, "malformed", "the request names no host, or one that is none")
    return Message(request.method, f"http://{host}{path}", request.headers)
