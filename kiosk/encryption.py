"""Closes answers for the holders of two private keys: whoever takes a terminal away has nothing that can be read.

What is closed is text of the form `enc1.A.B.a.b.text`: the fingerprints A and B of the office's and the centre's public
key, a one-time key in a sealed box of libsodium (X25519, XSalsa20-Poly1305) for each of them, and the text in a secret
box under that one-time key. The id of its row stands inside, so that nobody can exchange two rows, and it is filled up
to whole blocks, so that its length does not tell what was answered. The public keys close; they cannot open.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from kiosk.domain.errors import BadInput, EnvironmentFault

KEY_FILE = "okienko.key"
"""What the office's private key is called on a stick that is put into the terminal."""
_PREFIX = "enc1."
_PUBLIC = "okienko-public-key-1-"
"""What a public key begins with, so that nobody takes a private one for it."""
_ENCRYPTED = re.compile(r"enc1\.([0-9a-f]{16})\.([0-9a-f]{16})\.[\w-]{107}\.[\w-]{107}\.[\w-]{700,}", re.ASCII)
_SECRET = re.compile(r"^okienko-private-key-1 ([A-Za-z0-9_-]{43})$", re.MULTILINE)
_SAID = re.compile(_PUBLIC + "[A-Za-z0-9_-]{43}")
_MOST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Holders:
    """Who will be able to open what is closed: two public keys as `kiosk make-key` tells them. Raises `BadInput`."""

    office: str
    central: str

    def __post_init__(self) -> None:
        for key in (self.office, self.central):
            require_public(key)

    @property
    def fingerprints(self) -> tuple[str, str]:
        return fingerprint(self.office), fingerprint(self.central)

    def encrypted(self, id_: str, text: str) -> str:
        """`text` of the row `id_`, closed. The same text is closed in another way every time."""
        keys = [_public_bytes(key) for key in (self.office, self.central)]
        boxes, closed = _sealed_box().closed(keys, f"{id_}\n{text}".encode())
        return _PREFIX + ".".join([*self.fingerprints, *(_letters(part) for part in (*boxes, closed))])


class KeyFile:
    """A private key, as it lies in its holder's file; it never prints itself."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self.public = _PUBLIC + _letters(_sealed_box().public_of(secret))
        self.fingerprint = fingerprint(self.public)

    @classmethod
    def read(cls, path: Path) -> KeyFile:
        """Raises `BadInput` where it is no such file, `EnvironmentFault` where it cannot be read."""
        try:
            if path.exists() and not path.is_file():
                raise BadInput(f"{path} is not a file; name that which `kiosk make-key` has written")
            with path.open("rb") as file:
                text = file.read(_MOST_BYTES).decode("ascii", "replace").replace("\r\n", "\n")
        except OSError as fault:
            name_it = "name the file that `kiosk make-key` has written"
            raise EnvironmentFault(f"cannot read {path}: {fault.strerror}; {name_it}") from fault
        if (found := _SECRET.search(text)) is None:
            raise BadInput(f"{path} is not a private key of Okienko; `kiosk make-key {KEY_FILE}` makes one")
        key = cls(_unlettered(found[1]))
        if (said := _SAID.search(text)) is not None and said[0] != key.public:
            raise BadInput(f"{path} has been altered: its private key is not that of its public half; take the copy")
        return key

    @classmethod
    def make(cls, path: Path) -> KeyFile:
        """A new key in a new file that only its owner can read. Raises `BadInput` where something is there already."""
        secret = _sealed_box().new_secret()
        made = cls(secret)
        words = (
            "# Okienko: who has this file reads the answers. Keep two copies in two safes; nobody can make it anew.\n"
            f"# The public half, for the terminals' settings: {made.public}\n"
            f"okienko-private-key-1 {_letters(secret)}\n"
        )
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                with os.fdopen(descriptor, "w", encoding="ascii") as file:
                    file.write(words)
                    file.flush()
                    os.fsync(file.fileno())
            except OSError:
                path.unlink()
                raise
        except FileExistsError:
            raise BadInput(f"{path} is there already, and a key is never written over; choose another name") from None
        except OSError as fault:
            raise EnvironmentFault(f"cannot write {path}: {fault.strerror}") from fault
        return made

    def opened(self, id_: str, text: str) -> str | None:
        """What `text` of the row `id_` holds; None where it is not for this key, of another row, or altered."""
        try:
            *holders, box_a, box_b, closed = text.removeprefix(_PREFIX).split(".")
            mine = (box_a, box_b)[holders.index(self.fingerprint)]
            plain = _sealed_box().opened(self._secret, _unlettered(mine), _unlettered(closed))
            row, _, answers = ("" if plain is None else plain.decode()).partition("\n")
        except (ValueError, IndexError):
            return None
        return answers if row == id_ else None


class Keyring:
    """The private keys at hand; none at a terminal, but while an administrator takes data out."""

    def __init__(self, keys: Iterable[KeyFile] = ()) -> None:
        self._keys = {key.fingerprint: key for key in keys}

    def add(self, key: KeyFile) -> None:
        self._keys[key.fingerprint] = key

    def clear(self) -> None:
        self._keys = {}

    def has(self, holder: str) -> bool:
        """Whether the key of this fingerprint is here."""
        return holder in self._keys

    def opened(self, id_: str, text: str) -> str | None:
        """`text` of the row `id_` as it can be read: itself where it is not encrypted, None where no key opens it."""
        if not is_encrypted(text):
            return text
        for holder in holders_of(text):
            if key := self._keys.get(holder):
                return key.opened(id_, text)
        return None


def is_encrypted(text: str) -> bool:
    """Whether `text` has the shape of what `Holders.encrypted` gives: no JSON has it, nor what a person writes."""
    return _ENCRYPTED.fullmatch(text) is not None


def holders_of(text: str) -> tuple[str, ...]:
    """The fingerprints of the keys that open `text`; none where it is not encrypted."""
    found = _ENCRYPTED.fullmatch(text)
    return found.groups() if found else ()


def fingerprint(public: str) -> str:
    """By what a public key is told from others: 16 digits of the SHA-256 of its 43 letters."""
    return hashlib.sha256(public.removeprefix(_PUBLIC).encode()).hexdigest()[:16]


def require_public(text: str) -> None:
    """Raise `BadInput` unless `text` is a public key; it is never repeated there, for it could be a private one."""
    if "private" in text:
        raise BadInput(f"this is a private key; put here the public one, which begins with {_PUBLIC}")
    try:
        data = _public_bytes(text)
    except ValueError:
        data = b""
    box = _sealed_box()
    if len(data) != box.KEY_BYTES or _PUBLIC + _letters(data) != text:
        raise BadInput(f"not a public key, which begins with {_PUBLIC}; `kiosk make-key` tells it")
    if box.is_weak(data):
        raise BadInput("this key protects nothing; take the one that `kiosk make-key` tells")


def _sealed_box() -> ModuleType:
    from kiosk import sealed_box  # noqa: PLC0415  # see there

    return sealed_box


def _public_bytes(text: str) -> bytes:
    """Raises `ValueError`."""
    return _unlettered(text.removeprefix(_PUBLIC))


def _letters(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _unlettered(text: str) -> bytes:
    """Raises `ValueError`."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error:
        raise ValueError("not base64url") from None
