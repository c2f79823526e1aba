"""A terminal's key: Ed25519 (RFC 8032), written as 43 letters of base64url without padding."""

from __future__ import annotations

import base64
import binascii
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.protocol.malformed import Malformed

_BYTES = 32


class TerminalKey:
    """The secret half; it never prints itself, and only `public` ever leaves the terminal."""

    def __init__(self, secret: str) -> None:
        """`secret` as 43 letters; raises `Malformed`."""
        self.private = Ed25519PrivateKey.from_private_bytes(_bytes(secret, "the terminal's key"))
        self.public = _letters(self.private.public_key().public_bytes_raw())

    def prove(self, terminal: str) -> str:
        """That whoever wants to exchange its key for this one holds this one too: 86 letters."""
        return _letters(self.private.sign(_exchange(terminal, self.public)))


def public_key(letters: str) -> Ed25519PublicKey:
    """The public half from its 43 letters; raises `Malformed`."""
    return Ed25519PublicKey.from_public_bytes(_bytes(letters, "public_key"))


def is_proved(proof: str, terminal: str, public: str) -> bool:
    """Whether `proof` is what the holder of `public` gives at an exchange of keys; raises `Malformed` for no key."""
    key = public_key(public)
    try:
        key.verify(_unlettered(proof), _exchange(terminal, public))
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: str) -> str:
    """By what a key is named in a signature and read out by people: 16 letters of the SHA-256 of its 43."""
    return hashlib.sha256(public.encode()).hexdigest()[:16]


def _exchange(terminal: str, public: str) -> bytes:
    return f"okienko: from now on {terminal} signs with {public}".encode()


def _letters(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _unlettered(text: str) -> bytes:
    """Raises `ValueError`."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("not base64url") from None


def _bytes(text: str, name: str) -> bytes:
    try:
        data = _unlettered(text)
    except ValueError:
        data = b""
    if len(data) != _BYTES or _letters(data) != text:  # the second: one key is written in one way only
        raise Malformed(f"{name} is not an Ed25519 key of 43 letters")
    return data
