"""Who sends: a terminal that is enrolled here and proves it with its token, before anything else is read."""

from __future__ import annotations

import hmac
import re

from starlette.requests import Request

from sync.central.refusals import Refused
from sync.central.store import Inbox, Sender, secret_sha
from sync.central.threads import Threads

_TERMINAL = re.compile(r"[0-9a-f-]{36}", re.ASCII)
_NUMBER = re.compile(r"[1-9][0-9]{0,9}", re.ASCII)
_EPOCH = re.compile(r"[0-9a-f]{16}", re.ASCII)


class Senders:
    """Knows terminals by their tokens."""

    def __init__(self, inbox: Inbox, threads: Threads) -> None:
        self._inbox = inbox
        self._threads = threads

    async def of_epoch(self, request: Request) -> Sender:
        """Whoever speaks of an epoch, and how far that has come; raises `Refused`."""
        if not _EPOCH.fullmatch(request.path_params["epoch"]):
            raise Refused(404, "about", "a terminal is a UUID, an epoch 16 hexadecimal digits")
        return await self._proved(request, request.path_params["epoch"])

    async def of_terminal(self, request: Request) -> Sender:
        """Whoever speaks for a terminal, whatever its epoch; raises `Refused`."""
        return await self._proved(request, None)

    async def _proved(self, request: Request, epoch: str | None) -> Sender:
        terminal = request.path_params["terminal"]
        if not _TERMINAL.fullmatch(terminal):
            raise Refused(404, "about", "a terminal is a UUID, an epoch 16 hexadecimal digits")
        if not _NUMBER.fullmatch(request.path_params.get("n", "1")):
            raise Refused(404, "about", "what is put has a number from 1")
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        sender = await self._threads.run(self._inbox.sender, terminal, epoch or "")
        known = sender is not None and hmac.compare_digest(sender.token_sha, secret_sha(token))
        if scheme.lower() != "bearer" or sender is None or not known:
            headers = {"WWW-Authenticate": "Bearer"}
            raise Refused(401, "unknown-terminal", "the terminal or its token is not known here", headers=headers)
        if sender.revoked:
            head = None if epoch is None else sender.head
            raise Refused(403, "revoked", "this terminal may not send any more", head=head)
        return sender
