"""The file road: what a terminal without a network sends to the centre on a stick, and what comes back.

A parcel is a line of JSON, then batches as in a bundle, or nothing for an enrolment, then a signature. A receipt is a
line of JSON, then a signature. Both signatures are Ed25519 over the SHA-256 of what stands before them, 64 bytes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import BinaryIO

from cryptography.exceptions import InvalidSignature

from sync.protocol.answers import Head, fields, read_head
from sync.protocol.keys import TerminalKey, public_key
from sync.protocol.malformed import Malformed, canonical, json_object

PARCEL_FORMAT = 1

_SIGNATURE = 64
_TEXT = re.compile(r"[A-Za-z0-9_ -]{0,64}", re.ASCII)
_EPOCH = re.compile(r"[0-9a-f]{16}", re.ASCII)
_LONGEST_LINE = 4096
_LENGTH = 4
_CHUNK = 64 * 1024
_DOMAINS = {"parcel": b"okienko parcel\n", "receipt": b"okienko receipt\n"}


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a parcel says of itself. `code` is a one-time code in a parcel that asks for an enrolment, else empty;
    the batches are those of `epoch` in their order."""

    public_key: str
    terminal: str = ""
    epoch: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a receipt says: who the terminal is, and how far `epoch` has come; `central_key` signs it."""

    public_key: str
    terminal: str
    office: str
    central_key: str
    epoch: str
    head: Head


def write_parcel(file: BinaryIO, parcel: Parcel, batches: Iterator[bytes], key: TerminalKey) -> int:
    """Write a parcel with these compressed batches; how many there were."""
    digest = hashlib.sha256(_DOMAINS["parcel"])

    def put(data: bytes) -> None:
        digest.update(data)
        file.write(data)

    put(canonical(asdict(parcel) | {"okienko": "parcel", "fmt": PARCEL_FORMAT}) + b"\n")
    number = 0
    for batch in batches:
        number += 1
        put(len(batch).to_bytes(_LENGTH, "big") + batch)
    file.write(key.private.sign(digest.digest()))
    return number


def read_parcel(file: BinaryIO, size: int) -> Parcel:
    """What the parcel of `size` bytes says of itself, when it is whole and signed with the key that it names.

    That this key is the terminal's is left to whoever knows. Raises `Malformed`.
    """
    value = json_object(_line(file, "parcel"))
    if value.get("okienko") != "parcel" or value.get("fmt") != PARCEL_FORMAT:
        raise Malformed("not a parcel of a terminal, or one of a newer program")
    if not all(isinstance(value.get(key), str) and _TEXT.fullmatch(value[key]) for key in Parcel.__dataclass_fields__):
        raise Malformed("not a parcel of a terminal")
    if value["epoch"] and not _EPOCH.fullmatch(value["epoch"]):
        raise Malformed("not a parcel of a terminal")
    parcel = Parcel(**{key: value[key] for key in Parcel.__dataclass_fields__})
    file.seek(0)
    digest = hashlib.sha256(_DOMAINS["parcel"])
    left = size - _SIGNATURE
    while left > 0 and (chunk := file.read(min(_CHUNK, left))):
        digest.update(chunk)
        left -= len(chunk)
    _check(parcel.public_key, file.read(_SIGNATURE), digest.digest())
    return parcel


def batches_of(file: BinaryIO, size: int, largest: int) -> Iterator[bytes]:
    """The compressed batches of a parcel that `read_parcel` has found good; raises `Malformed`."""
    file.seek(0)
    left = size - _SIGNATURE - len(file.readline(_LONGEST_LINE))
    while left > 0:
        length = int.from_bytes(file.read(_LENGTH), "big")
        left -= _LENGTH + length
        if not 0 < length <= largest or left < 0:
            raise Malformed("a batch of the parcel is empty or too large")
        yield file.read(length)


def encode_receipt(carried: Carried, key: TerminalKey) -> bytes:
    """A receipt to be carried back; `key` is the centre's."""
    data = canonical(asdict(carried) | {"okienko": "receipt", "fmt": PARCEL_FORMAT}) + b"\n"
    return data + key.private.sign(hashlib.sha256(_DOMAINS["receipt"] + data).digest())


def read_receipt(file: BinaryIO, is_central: Callable[[str], bool]) -> Carried:
    """A receipt signed with a key that `is_central` knows; raises `Malformed`."""
    data = _line(file, "receipt")
    value = json_object(data)
    if value.get("okienko") != "receipt" or value.get("fmt") != PARCEL_FORMAT:
        raise Malformed("not a receipt of the central office, or one of a newer program")
    told = fields(data, "public_key", "terminal", "office", "central_key")
    epoch, head = value.get("epoch"), read_head(value.get("head"))
    if not isinstance(epoch, str) or len(epoch) > 16 or head is None:
        raise Malformed("not a receipt of the central office")
    if not is_central(told["central_key"]):
        raise Malformed("the receipt is of another central office")
    _check(told["central_key"], file.read(_SIGNATURE + 1), hashlib.sha256(_DOMAINS["receipt"] + data).digest())
    return Carried(
        public_key=told["public_key"],
        terminal=told["terminal"],
        office=told["office"],
        central_key=told["central_key"],
        epoch=epoch,
        head=head,
    )


def _line(file: BinaryIO, name: str) -> bytes:
    line = file.readline(_LONGEST_LINE)
    if not line.endswith(b"\n"):
        raise Malformed(f"not a {name}, or cut off")
    return line


def _check(public: str, signature: bytes, digest: bytes) -> None:
    try:
        public_key(public).verify(signature, digest)
    except InvalidSignature:
        raise Malformed("it is cut off or was changed on the way; carry it again") from None
