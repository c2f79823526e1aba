"""Reads a signature that is spelt exactly as our terminals spell it, much sooner than a reader of all spellings.

What RFC 9421 allows beyond that (other labels, orders, parameters, several signatures) is not wrong, only not plain,
and is for the library to judge: see `sync.protocol.signatures`.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass

_INPUT = re.compile(
    r'pyhms=(?P<parameters>\("@method" "@authority" "@path"(?P<digest> "content-digest")?\)'
    r";created=(?P<created>[1-9][0-9]{0,8}|[1-7][0-9]{9})"  # until the year 2223
    r';keyid="(?P<key>[0-9a-f]{16})";nonce="(?P<nonce>[0-9A-Za-z_-]{1,64})";tag="okienko")',
    re.ASCII,
)
_SIGNATURE = re.compile(r"pyhms=:([A-Za-z0-9+/]{86}==):", re.ASCII)
_DIGEST = re.compile(r"sha-256=:([A-Za-z0-9+/]{43}=):", re.ASCII)
_METHOD = re.compile(r"[A-Z]{1,16}", re.ASCII)
# Lower case and no port that may be left out: what a signature covers is then what is written.
_URL = re.compile(
    r"http://(?P<authority>[a-z0-9._-]{1,253}(:(?!0*80/)[0-9]{1,5})?)(?P<path>/[A-Za-z0-9/._-]*)", re.ASCII
)
_NAMES = ("signature-input", "signature", "content-digest")


@dataclass(frozen=True, slots=True)
class Plain:
    """What a plain signature says, and the bytes that it signs."""

    created: int
    nonce: str
    key: str
    """The fingerprint of the key that it claims."""
    signature: bytes
    base: bytes
    digest: bytes | None
    """SHA-256 of the body, when the request has one."""


def read_plain(method: str, url: str, headers: Iterable[tuple[str, str]]) -> Plain | None:
    """The signature of a request, or None for one that is not plain. Believes nothing."""
    found: dict[str, str] = {}
    for name, value in headers:
        if (lower := name.lower()) in _NAMES:
            if lower in found:
                return None
            found[lower] = value
    said = _INPUT.fullmatch(found.get("signature-input", ""))
    signature = _SIGNATURE.fullmatch(found.get("signature", ""))
    address = _URL.fullmatch(url)
    if said is None or signature is None or address is None or not _METHOD.fullmatch(method):
        return None
    lines = [f'"@method": {method}', f'"@authority": {address["authority"]}', f'"@path": {address["path"]}']
    digest = None
    if "content-digest" in found or said["digest"]:
        told = _DIGEST.fullmatch(found.get("content-digest", ""))
        if told is None or said["digest"] is None:
            return None
        lines.append(f'"content-digest": {told[0]}')
        digest = base64.b64decode(told[1])
    lines.append(f'"@signature-params": {said["parameters"]}')
    return Plain(
        created=int(said["created"]),
        nonce=said["nonce"],
        key=said["key"],
        signature=base64.b64decode(signature[1]),
        base="\n".join(lines).encode(),
        digest=digest,
    )
