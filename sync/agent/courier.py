"""Carries one message to the central office and brings back its answer: HTTP, signatures, deadlines and trust."""

from __future__ import annotations

import asyncio
import ipaddress
import secrets
import ssl
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Protocol, TypedDict
from urllib.parse import urlsplit

import httpx2

from kiosk.domain.clock import Clock
from kiosk.domain.errors import BadInput
from kiosk.guarded_clock import GuardedClock
from kiosk.store.outbox import SealedBatch
from kiosk.store.road import Road
from sync.agent.certificates import judged_by
from sync.agent.trouble import Delayed, Rejected, unreached
from sync.protocol import (
    AUDIT_TYPE,
    BATCH_TYPE,
    BUNDLE_TYPE,
    LARGEST_BUNDLE,
    MOST_BATCHES,
    AuditMessage,
    AuditReceipt,
    Enrolment,
    EnrolmentRequest,
    HealthReport,
    KeyExchange,
    Malformed,
    Problem,
    Receipt,
    TerminalKey,
    audit_path,
    batch_path,
    batches_path,
    compress,
    encode_audit,
    encode_bundle,
    epoch_path,
    health_path,
    keys_path,
    signature_headers,
)

_LARGEST_ANSWER = 64 * 1024
_LONGEST_ADDRESS = 500
_LONGEST_RETRY_AFTER = 24 * 3600.0
_SOON = frozenset({408, 425, 429})
_ONE_BY_ONE = (400, 404, 405, 409, 413, 415, 422)
"""What a centre without bundles may answer, or one that finds fault with a batch of a bundle: which, shows alone."""

_JSON = {"Content-Type": "application/json"}
_WHAT_TO_DO = {
    "unknown-terminal": "; ask there for a code, and enrol anew: kiosk-sync enrol CODE",
    "revoked": "; if it is to, ask there for a code, and enrol it anew: kiosk-sync enrol CODE",
}
_SIGN_AGAIN = frozenset({"clock-skew", "replayed"})


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds. `total` is ours: httpx2's own `read` starts anew with every byte (pydantic/httpx2#557)."""

    connect: float = 5.0
    read: float = 30.0
    total: float = 60.0


class _Trust(TypedDict):
    verify: ssl.SSLContext | bool
    trust_env: bool


class Courier(Protocol):
    """The central office as the agent sees it. Everything raises `Trouble`, and is safe to repeat."""

    async def head(self, road: Road) -> Receipt:
        """How far the centre has come in the road's epoch."""
        ...

    async def put(self, road: Road, n: int, body: bytes) -> Receipt | Problem:
        """Hand in batch `n`; a `Problem` with status 409 says that head and batch do not fit."""
        ...

    async def put_all(self, road: Road, batches: Sequence[SealedBatch]) -> Receipt | Problem:
        """Hand in batches that follow each other, in one message where the centre takes that, else the first alone.

        As with `put`, only the head says what has come of it.
        """
        ...

    async def put_audit(self, road: Road, message: AuditMessage) -> AuditReceipt | Problem:
        """Hand in audit lines.

        A `Problem` with status 409 says that lines before them are missing, with 404 that the centre is too old.
        """
        ...

    async def put_health(self, road: Road, report: HealthReport) -> bool:
        """Tell how this terminal is; False where the centre is too old to be told."""
        ...

    async def enrol(self, code: str, key: TerminalKey) -> Enrolment:
        """Exchange a one-time code."""
        ...

    async def exchange_key(self, road: Road, new: TerminalKey) -> None:
        """Sign with `new` from now on; the request itself is signed with the key of `road`."""
        ...


class HttpCourier:
    """One request at a time over one client. Signs with the centre's clock, as far as it has told it."""

    def __init__(self, client: httpx2.AsyncClient, clock: Clock, total_seconds: float = 60.0) -> None:
        self._client = client
        self._clock = clock
        self._total_seconds = total_seconds
        self._clock_off: int | None = None

    async def head(self, road: Road) -> Receipt:
        answer = await self._ask(_key(road), "GET", epoch_path(road.terminal, road.epoch), road.clock_off)
        return _receipt(answer)

    async def put(self, road: Road, n: int, body: bytes) -> Receipt | Problem:
        headers = {"Content-Type": BATCH_TYPE, "Content-Encoding": "gzip"}
        path = batch_path(road.terminal, road.epoch, n)
        answer = await self._ask(
            _key(road), "PUT", path, road.clock_off, content=compress(body), headers=headers, expected=(409,)
        )
        if answer.status == 409:
            return answer.problem()
        return _receipt(answer)

    async def put_all(self, road: Road, batches: Sequence[SealedBatch]) -> Receipt | Problem:
        first = batches[0]
        if len(batches) > 1:
            content = encode_bundle(_fitting([compress(one.body or b"") for one in batches]))
            path = batches_path(road.terminal, road.epoch)
            headers = {"Content-Type": BUNDLE_TYPE}
            answer = await self._ask(
                _key(road), "POST", path, road.clock_off, content=content, headers=headers, expected=_ONE_BY_ONE
            )
            if answer.status == 409:
                return answer.problem()
            if answer.status < 300:
                return _receipt(answer)
        return await self.put(road, first.n, first.body or b"")

    async def put_audit(self, road: Road, message: AuditMessage) -> AuditReceipt | Problem:
        headers = {"Content-Type": AUDIT_TYPE, "Content-Encoding": "gzip"}
        path = audit_path(road.terminal, message.lines[0].number)
        body = compress(encode_audit(message))
        answer = await self._ask(
            _key(road), "PUT", path, road.clock_off, content=body, headers=headers, expected=(404, 409)
        )
        if answer.status in (404, 409):
            return answer.problem()
        try:
            return AuditReceipt.read(answer.body)
        except Malformed:
            raise _not_ours() from None

    async def put_health(self, road: Road, report: HealthReport) -> bool:
        path, body = health_path(road.terminal), report.encode()
        answer = await self._ask(
            _key(road), "PUT", path, road.clock_off, content=body, headers=_JSON, expected=(404, 405)
        )
        return answer.status < 300

    async def enrol(self, code: str, key: TerminalKey) -> Enrolment:
        request = EnrolmentRequest(code=code, public_key=key.public).encode()
        answer = await self._ask(key, "POST", "/v1/enrol", None, content=request, headers=_JSON)
        try:
            return Enrolment.read(answer.body)
        except Malformed:
            raise _not_ours() from None

    async def exchange_key(self, road: Road, new: TerminalKey) -> None:
        request = KeyExchange(public_key=new.public, proof=new.prove(road.terminal)).encode()
        await self._ask(_key(road), "POST", keys_path(road.terminal), road.clock_off, content=request, headers=_JSON)

    async def _ask(
        self,
        key: TerminalKey,
        method: str,
        path: str,
        clock_off: int | None,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        expected: Collection[int] = (),
    ) -> _Answer:
        """A good answer, or one with a status of `expected`; every other one is raised as `Trouble`.

        A signature that the centre found out of time, or had seen already, is made anew and tried once more.
        """
        if self._clock_off is None:
            self._clock_off = clock_off or 0
        try:
            async with asyncio.timeout(self._total_seconds):
                answer = await self._exchange(key, method, path, headers or {}, content)
                if answer.status == 401 and (problem := answer.problem()).kind in _SIGN_AGAIN:
                    if problem.now:
                        self._clock_off = problem.now - int(self._clock.now().timestamp())
                    answer = await self._exchange(key, method, path, headers or {}, content)
        except TimeoutError:
            raise Delayed(f"the central office did not finish answering within {self._total_seconds:g} s") from None
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as fault:
            raise Delayed(unreached(fault)) from fault
        if 200 <= answer.status < 300 or answer.status in expected:
            return answer
        problem = answer.problem()
        said = f"the central office answers {answer.status}{problem.detail and ': ' + problem.detail}"
        said += _WHAT_TO_DO.get(problem.kind, "")
        if answer.status in _SOON or answer.status >= 500:
            raise Delayed(said, _seconds(answer.retry_after, self._clock))
        raise Rejected(said, problem.kind)

    async def _exchange(
        self, key: TerminalKey, method: str, path: str, headers: Mapping[str, str], content: bytes | None
    ) -> _Answer:
        request = self._client.build_request(method, path, headers=headers, content=content)
        created = self._clock.now() + timedelta(seconds=self._clock_off or 0)
        nonce = secrets.token_urlsafe(12)
        request.headers.update(signature_headers(key, method, str(request.url), content, created, nonce))
        response = await self._client.send(request, stream=True)
        body = bytearray()
        try:
            async for part in response.aiter_raw():
                body += part
                if len(body) > _LARGEST_ANSWER:
                    raise _not_ours()
        finally:
            await response.aclose()
        return _Answer(response.status_code, bytes(body), response.headers.get("Retry-After", ""))


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    body: bytes
    retry_after: str

    def problem(self) -> Problem:
        return Problem.read(self.status, self.body)


@asynccontextmanager
async def open_courier(
    central: str,
    clock: Clock,
    deadlines: Deadlines | None = None,
    transport: httpx2.AsyncBaseTransport | None = None,
    authority: str = "",
    believed: GuardedClock | None = None,
) -> AsyncIterator[HttpCourier]:
    """A courier to the centre at `central`; `transport` takes the place of the network. Raises `Trouble`.

    `authority` is a PEM file with the only authority that may vouch for the centre; empty: those of this machine.
    `clock` is the machine's own, by which signatures are made; `believed` judges certificates where that is wrong.
    """
    limits = deadlines or Deadlines()
    async with _client(central_address(central), limits, transport, authority, believed) as client:
        yield HttpCourier(client, clock, limits.total)


def _client(
    central: str,
    limits: Deadlines,
    transport: httpx2.AsyncBaseTransport | None,
    authority: str,
    believed: GuardedClock | None,
) -> httpx2.AsyncClient:
    """Raises `Rejected` where this machine's own settings for proxy and certificates are wrong."""
    try:
        return httpx2.AsyncClient(
            base_url=central,
            timeout=httpx2.Timeout(limits.read, connect=limits.connect),
            limits=httpx2.Limits(max_connections=1, max_keepalive_connections=1),
            headers={"Accept-Encoding": "identity", "User-Agent": "okienko-agent"},
            **trust(central, authority, believed),
            transport=transport,
        )
    except (ValueError, OSError, httpx2.InvalidURL) as fault:
        said = "this machine's settings for the network (a proxy, SSL_CERT_FILE, central_ca) cannot be used"
        named = f"; central_ca is {authority}" if authority else ""
        raise Rejected(f"{said} ({type(fault).__name__}){named}") from fault


def trust(central: str, authority: str, believed: GuardedClock | None = None) -> _Trust:
    """Whom a client of httpx2 believes: only `authority` where there is one; a proxy's settings not on this machine.

    Raises `OSError` and `ValueError` for an authority that cannot be read.
    """
    parts = urlsplit(central)
    known: ssl.SSLContext | bool = False  # loading authorities is slow
    is_far = not _is_loopback(parts.hostname or "")
    if parts.scheme == "https":
        known = ssl.create_default_context(cafile=authority) if authority else True
        if believed is not None and (earliest := _own_judge(believed)) is not None:
            known = judged_by(earliest, httpx2.create_ssl_context(known, trust_env=is_far))
    return {"verify": known, "trust_env": is_far}


def _own_judge(believed: GuardedClock) -> Callable[[], datetime] | None:
    """What certificates are held against in place of the machine's clock; None where that one is vouched for."""
    belief = believed.belief()
    if not belief.is_certain:
        return believed.earliest
    return None if belief.doubt is None else believed.now


def central_address(text: str) -> str:
    """The centre's address, checked: https, or http to this very machine; raises `BadInput`."""
    try:
        parts = urlsplit(text)
        plain = (
            text.isprintable()
            and parts.port != 0
            and not (parts.query or parts.fragment or parts.username or parts.password)
        )
    except ValueError:
        plain = False
    if plain and len(text) <= _LONGEST_ADDRESS:
        host = parts.hostname or ""
        if (parts.scheme == "https" and host) or (parts.scheme == "http" and _is_loopback(host)):
            return text.rstrip("/")
    raise BadInput(f"'{text}' is not a central office; allowed: https://…, or http://127.0.0.1:… on this machine")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _fitting(bodies: Sequence[bytes]) -> Sequence[bytes]:
    """As many of them as a bundle may hold, at least the first."""
    size = 0
    for number, body in enumerate(bodies):
        size += len(body) + 4
        if number and size > LARGEST_BUNDLE:
            return bodies[:number]
    return bodies[:MOST_BATCHES]


def _key(road: Road) -> TerminalKey:
    """The key that `road` holds; raises `Rejected` where it holds none."""
    try:
        return TerminalKey(road.private_key)
    except Malformed:
        raise Rejected("this terminal has no key; get a code from the central office and enrol it anew") from None


def _receipt(answer: _Answer) -> Receipt:
    try:
        return Receipt.read(answer.body)
    except Malformed:
        raise _not_ours() from None


def _not_ours() -> Delayed:
    return Delayed("something else than the central office has answered, a log-in page of the network perhaps")


def _seconds(retry_after: str, clock: Clock) -> float | None:
    """`Retry-After` as seconds, from either of its two forms; None when there is none or it is nonsense."""
    try:
        seconds = (
            float(int(retry_after))
            if retry_after.isascii() and retry_after.isdecimal()
            else (parsedate_to_datetime(retry_after) - clock.now()).total_seconds()
        )
    except (TypeError, ValueError, OverflowError):
        return None
    return min(max(seconds, 0.0), _LONGEST_RETRY_AFTER)
