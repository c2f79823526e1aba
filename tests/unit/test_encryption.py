"""What is encrypted is read by the holders of two keys, by nobody else, and tells nothing by its shape."""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey

from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.encryption import Holders, KeyFile, Keyring, holders_of, is_encrypted
from tests.keys import CENTRAL, HOLDERS, OFFICE, STRANGER

ID = "1c9e7d34-2a6b-4f80-9d15-6e3b8a0c4f51"


@given(st.text(max_size=3000))
def test_each_of_the_two_holders_reads_it(text: str) -> None:
    closed = HOLDERS.encrypted(ID, text)
    assert is_encrypted(closed)
    assert holders_of(closed) == HOLDERS.fingerprints
    for key in (OFFICE, CENTRAL):
        assert key.opened(ID, closed) == text
        assert Keyring([key]).opened(ID, closed) == text


def test_nobody_else_does() -> None:
    closed = HOLDERS.encrypted(ID, "4")
    assert STRANGER.opened(ID, closed) is None
    assert Keyring().opened(ID, closed) is None
    assert Keyring([STRANGER]).opened(ID, closed) is None


def test_same_answers_look_different_and_all_look_alike() -> None:
    short, long = '{"a":["1"]}', '{"a":["98"],"b":["dok","czas"],"c":["nie"]}'
    assert HOLDERS.encrypted(ID, short) != HOLDERS.encrypted(ID, short)
    assert len(HOLDERS.encrypted(ID, short)) == len(HOLDERS.encrypted(ID, long))


def test_it_is_of_its_row_only() -> None:
    closed = HOLDERS.encrypted(ID, "4")
    assert OFFICE.opened("5e2f4a86-c0d1-4b37-8a9e-7f1c3d5b6e62", closed) is None


@given(st.data())
def test_whatever_is_altered_is_not_read(data: st.DataObject) -> None:
    closed = HOLDERS.encrypted(ID, "4")
    place = data.draw(st.integers(len("enc1.") + 34, len(closed) - 2))  # the last letter has bits that mean nothing
    letter = data.draw(st.sampled_from("ABCxyz019-_."))
    altered = closed[:place] + letter + closed[place + 1 :]
    if altered != closed and place not in _ends_of_parts(closed):
        assert {OFFICE.opened(ID, altered), CENTRAL.opened(ID, altered)} <= {None, "4"}
        assert OFFICE.opened(ID, altered) is None or CENTRAL.opened(ID, altered) is None


def _ends_of_parts(closed: str) -> set[int]:
    return {place - 1 for place, letter in enumerate(closed) if letter == "."}


@pytest.mark.parametrize("text", ["", "{}", "enc1.", "enc1.0.0.x.y.z", '{"a":["enc1."]}', "enc1." + "." * 900])
def test_what_is_not_encrypted_is_given_as_it_is(text: str) -> None:
    assert not is_encrypted(text)
    assert Keyring().opened(ID, text) == text
    assert OFFICE.opened(ID, text) is None


def test_key_goes_through_its_file(tmp_path: Path) -> None:
    path = tmp_path / "okienko.key"
    made = KeyFile.make(path)
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))  # a Windows editor's ways
    found = KeyFile.read(path)
    assert found.public == made.public
    assert found.opened(ID, Holders(made.public, CENTRAL.public).encrypted(ID, "4")) == "4"
    assert "okienko-private-key-1" in path.read_text("utf-8-sig")
    assert "okienko-private-key-1" not in repr(found)


def test_key_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "okienko.key"
    KeyFile.make(path)
    before = path.read_bytes()
    with pytest.raises(BadInput, match="never written over"):
        KeyFile.make(path)
    assert path.read_bytes() == before


@dataclass(frozen=True)
class Case:
    content: bytes
    said: str = "is not a private key of Okienko"


@pytest.mark.parametrize(
    "case",
    [
        Case(b""),
        Case(os.urandom(10_000)),
        Case(b"okienko-private-key-1 short\n"),
        Case(b"# comment only\n"),
        Case(b"x" * 5000 + b"\nokienko-private-key-1 " + b"A" * 43 + b"\n"),
    ],
    ids=["empty", "noise", "half written", "comment", "huge"],
)
def test_file_that_is_no_key_is_refused(tmp_path: Path, case: Case) -> None:
    path = tmp_path / "okienko.key"
    path.write_bytes(case.content)
    with pytest.raises(BadInput, match=case.said):
        KeyFile.read(path)


def test_file_that_is_not_there_is_the_machines_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="cannot read"):
        KeyFile.read(tmp_path / "none")
    with pytest.raises(EnvironmentFault, match="cannot write"):
        KeyFile.make(tmp_path / "none" / "okienko.key")


@pytest.mark.parametrize(
    "wrong", ["", "x", OFFICE.public[:-1], OFFICE.public + "=", "ą" * 43, OFFICE.public[:-1] + "+"]
)
def test_wrong_public_key_is_refused(wrong: str) -> None:
    with pytest.raises(BadInput, match="not a public key") as told:
        Holders(OFFICE.public, wrong)
    assert not wrong or wrong == "x" or wrong not in str(told.value)


def test_private_key_in_the_place_of_a_public_one_is_told_and_not_repeated(tmp_path: Path) -> None:
    path = tmp_path / "okienko.key"
    KeyFile.make(path)
    secret = path.read_text("ascii").splitlines()[-1]
    with pytest.raises(BadInput, match="this is a private key") as told:
        Holders(secret, CENTRAL.public)
    assert secret.split()[1] not in str(told.value)


@pytest.mark.parametrize("weak", [bytes(32), b"\x01" + bytes(31)])
def test_key_that_protects_nothing_is_refused(weak: bytes) -> None:
    letters = base64.urlsafe_b64encode(weak).rstrip(b"=").decode()
    with pytest.raises(BadInput, match="protects nothing"):
        Holders(OFFICE.public, f"okienko-public-key-1-{letters}")


def test_altered_key_file_is_found_by_its_public_half(tmp_path: Path) -> None:
    path = tmp_path / "okienko.key"
    KeyFile.make(path)
    text = path.read_text("ascii")
    place = text.index("okienko-private-key-1 ") + 30
    path.write_text(text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :], "ascii")
    with pytest.raises(BadInput, match="has been altered"):
        KeyFile.read(path)


def test_place_that_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BadInput, match="is not a file"):
        KeyFile.read(tmp_path / "pipe")


def test_programs_that_are_not_ours_can_read_it() -> None:
    """The format is libsodium's own: a short program in any language opens it."""
    from nacl.public import SealedBox  # noqa: PLC0415
    from nacl.secret import SecretBox  # noqa: PLC0415

    def plain(letters: str) -> bytes:
        return base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4))

    secret = PrivateKey.generate()
    office = KeyFile(bytes(secret))
    _, first, _, box, _, closed = Holders(office.public, CENTRAL.public).encrypted(ID, "4").split(".")
    assert first == office.fingerprint
    padded = SecretBox(SealedBox(secret).decrypt(plain(box))).decrypt(plain(closed))
    assert padded.rstrip(b"\0") == f"{ID}\n4".encode() + b"\x80"
    assert len(padded) == 512
