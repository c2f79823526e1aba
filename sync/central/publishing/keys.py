"""The keys that sign content, each in a file of its own, and the root metadata that says which keys count.

root-1, root-2, root-3   two of them change the keys; off line, with three people
targets, snapshot        sign a publication; off line, with whoever publishes
timestamp                signs every night that nothing newer exists; at the centre
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root

from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.export.atomic import faults_of_files

ROOT_KEYS = ("root-1", "root-2", "root-3")
OTHER_KEYS = ("targets", "snapshot", "timestamp")
ROOT_THRESHOLD = 2
ROOT_DAYS = 3 * 365

_NAME = "x-okienko-name"
_ROOT_FILE = re.compile(r"([1-9]\d{0,8})\.root\.json", re.ASCII)
_LARGEST = 512_000
_NAME_KEYS = "name the folder that `kiosk-central keys create` has filled"


def follows(last: Metadata[Root], first: Metadata[Root], roots: Mapping[int, bytes]) -> bool:
    """Whether `last` is `first`, or comes of it step by step in `roots`, each signed by the keys of the one before."""
    before = first
    try:
        for version in range(first.signed.version + 1, last.signed.version + 1):
            after = Metadata[Root].from_bytes(roots[version])
            for one in (before, after):
                one.verify_delegate("root", after)
            before = after
    except (RepositoryError, ValueError, KeyError):
        return False
    return before.signed == last.signed


class KeyFolder:
    """A folder of key files (`*.pem`) and root metadata (`<version>.root.json`); which keys are there may differ."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __str__(self) -> str:
        return str(self._folder)

    def create(self, now: datetime) -> Metadata[Root]:
        """Make every key and the first root metadata; the folder must be new or empty.

        Raises `BadInput` and `EnvironmentFault`.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if any(self._folder.iterdir()):
                raise BadInput(f"{self._folder} is not empty; allowed: a new folder, so that no key is lost")
        except OSError as fault:
            raise _cannot("make keys in", self._folder, fault, "name a new folder where this user may write") from fault
        root = Root(consistent_snapshot=True)
        root.roles["root"].threshold = ROOT_THRESHOLD
        try:
            signers = [self._new_key(root, name, name) for name in (*ROOT_KEYS, *OTHER_KEYS)]
            return self._signed(root, signers, now)
        except EnvironmentFault:
            for half_made in self._folder.iterdir():  # it was empty: what is here nobody has used
                half_made.unlink()
            raise

    def renew(self, replaced: Collection[str], now: datetime) -> Metadata[Root]:
        """New root metadata with new keys in the place of `replaced`, signed by root keys of the old and the new one.

        Raises `BadInput` where fewer than two of the old root keys are here, and `EnvironmentFault`.
        """
        before = self.root()
        root = self.root().signed  # read once more: what `before` says must stay as it is
        root.version += 1
        here = self.signers()
        if len(here.keys() & set(before.signed.roles["root"].keyids)) < ROOT_THRESHOLD:
            raise BadInput(f"two of the root keys must be in {self._folder}: nothing has been made or signed")
        signers = list(here.values())
        for name in dict.fromkeys(replaced):
            role = _role_of(name)
            for keyid in [keyid for keyid in root.roles[role].keyids if _name_of(root, keyid) == name]:
                root.revoke_key(keyid, role)
            signers.append(self._new_key(root, name, f"{name}-v{root.version}"))
        return self._signed(root, signers, now, before)

    def root(self) -> Metadata[Root]:
        """The newest root metadata here, which is what this folder trusts; raises `BadInput`."""
        newest = max(self.roots(), default=None)
        if newest is None:
            raise BadInput(f"there is no root metadata (1.root.json) in {self._folder}; copy it there, or {_NAME_KEYS}")
        try:
            root = Metadata[Root].from_bytes(self.roots()[newest])
            root.verify_delegate("root", root)
        except (RepositoryError, ValueError) as fault:
            raise BadInput(
                f"{self._folder / f'{newest}.root.json'} is not valid root metadata; put a good copy in its place"
            ) from fault
        return root

    def roots(self) -> Mapping[int, bytes]:
        """Every root metadata here by its version; raises `EnvironmentFault`."""
        try:
            found = ((_ROOT_FILE.fullmatch(path.name), path) for path in self._folder.iterdir())
            return {int(name[1]): _bytes(path) for name, path in found if name}
        except OSError as fault:
            raise _cannot("read", self._folder, fault, _NAME_KEYS) from fault

    def signers(self) -> Mapping[str, CryptoSigner]:
        """Every key here by its id, whatever its file is called; raises `BadInput` and `EnvironmentFault`."""
        try:
            files = sorted(self._folder.glob("*.pem"))
            loaded = (_signer(path, _bytes(path)) for path in files)
            return {signer.public_key.keyid: signer for signer in loaded}
        except OSError as fault:
            raise _cannot("read", self._folder, fault, _NAME_KEYS) from fault

    def signers_of(self, role: str, root: Root) -> Iterator[CryptoSigner]:
        """The keys here that may sign as `role`; raises `BadInput` where there is none."""
        found = [signer for keyid, signer in self.signers().items() if keyid in root.roles[role].keyids]
        if not found:
            raise BadInput(
                f"the key '{role}' of the newest root metadata is not in {self._folder}; copy {role}.pem there"
            )
        yield from found

    def _new_key(self, root: Root, name: str, file: str) -> CryptoSigner:
        signer = CryptoSigner.generate_ed25519()
        key = signer.public_key
        key.unrecognized_fields[_NAME] = name
        root.add_key(key, _role_of(name))
        _write_new(self._folder / f"{file}.pem", signer.private_bytes)
        return signer

    def _signed(
        self, root: Root, signers: Collection[CryptoSigner], now: datetime, before: Metadata[Root] | None = None
    ) -> Metadata[Root]:
        root.expires = now.replace(microsecond=0) + timedelta(days=ROOT_DAYS)
        entitled = {*root.roles["root"].keyids, *(before.signed.roles["root"].keyids if before else ())}
        signed = Metadata(root)
        for signer in signers:
            if signer.public_key.keyid in entitled:
                signed.sign(signer, append=True)
        try:
            for one in (before, signed):
                if one is not None:
                    one.verify_delegate("root", signed)
        except RepositoryError as fault:
            raise BadInput(f"two of the root keys must be in {self._folder}: nothing has been signed") from fault
        _write_new(self._folder / f"{root.version}.root.json", signed.to_bytes(), 0o644)
        return signed


def _role_of(name: str) -> str:
    if name not in (*ROOT_KEYS, *OTHER_KEYS):
        raise BadInput(f"'{name}' is not a key; allowed: {', '.join((*ROOT_KEYS, *OTHER_KEYS))}")
    return "root" if name in ROOT_KEYS else name


def _name_of(root: Root, keyid: str) -> object:
    return root.keys[keyid].unrecognized_fields.get(_NAME)


def _signer(path: Path, content: bytes) -> CryptoSigner:
    try:
        key = load_pem_private_key(content, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None  # what is wrong with a key is not repeated
    if not isinstance(key, Ed25519PrivateKey):
        raise BadInput(f"{path} is not an Ed25519 key as `kiosk-central keys create` writes it")
    return CryptoSigner(key)


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LARGEST)


def _write_new(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Never over a file that is there: it could be the only copy of a key."""
    with faults_of_files(f"cannot write {path}"):
        try:
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
        except FileExistsError as fault:
            raise BadInput(f"{path} is there already, and is not overwritten") from fault
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            path.unlink()  # half a key that nobody has used yet
            raise


def _cannot(what: str, path: Path, fault: OSError, what_to_do: str) -> EnvironmentFault:
    return EnvironmentFault(f"cannot {what} {path}: {fault.strerror}; {what_to_do}")
