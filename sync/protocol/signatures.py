"""Every request of a terminal is signed: HTTP Message Signatures (RFC 9421) with a digest of the body (RFC 9530).

Covered are the method, the authority, the path and the digest of the body as it travels; `created`, `keyid` and a
`nonce` are signed with them. Whether the moment is near enough and the nonce new is the centre's to judge.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from http_message_signatures import (
    HTTPMessageSignaturesException,
    HTTPMessageSigner,
    HTTPMessageVerifier,
    MappingKeyResolver,
    VerifyResult,
    algorithms,
)

from sync.protocol.keys import TerminalKey, fingerprint, public_key
from sync.protocol.plain_signature import Plain, read_plain

_COVERED = ("@method", "@authority", "@path")
_WITHOUT = frozenset(f'"{name}"' for name in _COVERED)
_WITH_BODY = _WITHOUT | {'"content-digest"'}
_TAG = "okienko"
_NONCE = 64
_KNOWN_KEYS = 10_000


class Unproved(Exception):
    """A request is not what the holder of the key has signed; the text says no more than that."""


@dataclass(frozen=True, slots=True)
class Message:
    """A request as it is signed; `headers` is read, and written to when signing."""

    method: str
    url: str
    headers: Any


@dataclass(frozen=True, slots=True)
class Proof:
    """What a verified signature says beside the request: when it was made (seconds since 1970), and its nonce."""

    created: int
    nonce: str
    results: tuple[VerifyResult, ...]
    digest: bytes | None = None
    """Of the body, when the library has not been asked and `results` are none."""

    def covers(self, message: Message, body: bytes) -> bool:
        """Whether `body`, as it travelled, is the one that was signed."""
        if not self.results:
            return hashlib.sha256(body).digest() == self.digest if self.digest is not None else not body
        try:
            _VERIFIER.verify_body(message, self.results, body)
        except (HTTPMessageSignaturesException, ValueError, TypeError):
            return False
        return True


def signature_headers(
    key: TerminalKey, method: str, url: str, body: bytes | None, created: datetime, nonce: str
) -> Mapping[str, str]:
    """The headers to add to a request: `Signature-Input`, `Signature`, and `Content-Digest` when it has a body."""
    headers: dict[str, str] = {}
    name = fingerprint(key.public)
    own = MappingKeyResolver(public_keys={}, private_keys={name: key.private})
    HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=own).sign(
        Message(method, url, headers),
        key_id=name,
        created=created,
        nonce=nonce,
        tag=_TAG,
        include_alg=False,
        covered_component_ids=_COVERED,
        body=body,
    )
    return headers


def verify(message: Message, public: str, *, has_body: bool, is_known: bool = True) -> Proof:
    """That the holder of `public` has signed `message`, but for its body: see `Proof.covers`. Raises `Unproved`.

    `is_known`: the key will be seen again, and is worth being kept ready.
    """
    known = _known_key(public) if is_known else _known_key.__wrapped__(public)
    if plain := read_plain(message.method, message.url, message.headers.items()):
        return _verify_plain(plain, known, has_body=has_body)
    return _verify_any(message, known, has_body=has_body)


def _verify_plain(plain: Plain, known: _Known, *, has_body: bool) -> Proof:
    if plain.key != known.name:
        raise Unproved("the signature is by another key")
    try:
        known.key.verify(plain.signature, plain.base)
    except InvalidSignature as fault:
        raise Unproved("the signature does not fit") from fault
    if has_body and plain.digest is None:
        raise Unproved("the signature leaves something out")
    return Proof(plain.created, plain.nonce, (), plain.digest)


def _verify_any(message: Message, known: _Known, *, has_body: bool) -> Proof:
    try:
        results = known.verifier.verify(message, max_age=None, expect_tag=_TAG)
    except (HTTPMessageSignaturesException, ValueError, TypeError, OverflowError) as fault:
        raise Unproved("the signature does not fit") from fault
    parameters = results[0].parameters
    nonce = parameters.get("nonce")
    if len(results) != 1:
        raise Unproved("there is more than one signature")
    # Not the library's `require_components`: it parses the names anew at every request.
    if not (_WITH_BODY if has_body else _WITHOUT).issubset(results[0].covered_components):
        raise Unproved("the signature leaves something out")
    if not isinstance(nonce, str) or not 1 <= len(nonce) <= _NONCE:
        raise Unproved("the signature has no nonce")
    return Proof(created=int(parameters["created"]), nonce=nonce, results=tuple(results))


class _Verifier(HTTPMessageVerifier):
    """Does not look at the clock: the library would ask the wall, the centre has one that is handed in."""

    max_clock_skew = timedelta(days=365 * 200)


@dataclass(frozen=True, slots=True)
class _Known:
    """A public key, made ready."""

    name: str
    key: Ed25519PublicKey
    verifier: HTTPMessageVerifier


@lru_cache(maxsize=_KNOWN_KEYS)
def _known_key(public: str) -> _Known:
    """Raises `Malformed`."""
    name, key = fingerprint(public), public_key(public)
    resolver = MappingKeyResolver(public_keys={name: key}, private_keys={})
    return _Known(name, key, _Verifier(signature_algorithm=algorithms.ED25519, key_resolver=resolver))


_VERIFIER = _Verifier(
    signature_algorithm=algorithms.ED25519, key_resolver=MappingKeyResolver(public_keys={}, private_keys={})
)
