"""The one place that calls libsodium: a text closed for several public keys, and opened with one of the private ones.

Imported only where answers are encrypted or read: the library takes 20 ms, which no other start should wait for.
"""

from __future__ import annotations

from collections.abc import Sequence

from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError
from nacl.exceptions import RuntimeError as Refused
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox
from nacl.utils import random

KEY_BYTES = 32
_BLOCK = 512
"""Answers of the longest questionnaires fill two of them."""


def new_secret() -> bytes:
    """A private key."""
    return bytes(PrivateKey.generate())


def public_of(secret: bytes) -> bytes:
    """The public half of a private key."""
    return bytes(PrivateKey(secret).public_key)


def is_weak(public: bytes) -> bool:
    """Whether what is closed for this key would be open to everybody (a point of low order, such as all zeros)."""
    try:
        SealedBox(PublicKey(public)).encrypt(b"")
    except Refused:
        return True
    return False


def closed(public_keys: Sequence[bytes], data: bytes) -> tuple[list[bytes], bytes]:
    """A one-time key in a sealed box for each of `public_keys`, and `data`, filled up to whole blocks, under it."""
    once = random(SecretBox.KEY_SIZE)
    boxes = [SealedBox(PublicKey(key)).encrypt(once) for key in public_keys]
    return boxes, bytes(SecretBox(once).encrypt(sodium_pad(data, _BLOCK)))


def opened(secret: bytes, box: bytes, data: bytes) -> bytes | None:
    """What `closed` has closed, with the private key to one of its boxes; None where it is not, or was altered."""
    try:
        once = SealedBox(PrivateKey(secret)).decrypt(box)
        return bytes(sodium_unpad(SecretBox(once).decrypt(data), _BLOCK))
    except (CryptoError, ValueError):
        return None
