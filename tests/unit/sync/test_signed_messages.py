"""A signature that says less than ours, or says it otherwise, is none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver, algorithms
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.protocol import Malformed, Message, TerminalKey, Unproved, fingerprint, signature_headers, signatures, verify
from sync.protocol.keys import is_proved

SECRET = "A" * 43
KEY = TerminalKey(SECRET)
URL = "http://central.example/v1/terminals/x/keys"
NOW = datetime(2026, 11, 28, 8, 0, tzinfo=UTC)
ALL = ("@method", "@authority", "@path", "content-digest")


def signed(covered: Sequence[str] = ALL, **changed: Any) -> Message:
    """A message signed with the right key, otherwise than the terminal does."""
    message = Message("POST", URL, {})
    keys = MappingKeyResolver(public_keys={}, private_keys={fingerprint(KEY.public): KEY.private})
    parameters: dict[str, Any] = {
        "key_id": fingerprint(KEY.public),
        "created": NOW,
        "nonce": "n",
        "tag": "okienko",
        "body": b"b",
    }
    signer = HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=keys)
    signer.sign(message, covered_component_ids=covered, **(parameters | changed))
    return message


def test_what_the_terminal_signs_is_believed_with_its_moment_and_nonce() -> None:
    headers = dict(signature_headers(KEY, "POST", URL, b"body", NOW, "once"))

    proof = verify(Message("POST", URL, headers), KEY.public, has_body=True)

    assert (proof.created, proof.nonce) == (int(NOW.timestamp()), "once")
    assert proof.covers(Message("POST", URL, headers), b"body")
    assert not proof.covers(Message("POST", URL, headers), b"bodY")
    assert not proof.covers(Message("POST", URL, headers), b"")


@pytest.mark.parametrize("left_out", ["@method", "@authority", "@path", "content-digest"])
def test_signature_that_leaves_something_out_is_none(left_out: str) -> None:
    covered = [one for one in ALL if one != left_out]
    message = signed(covered, **({"body": None} if left_out == "content-digest" else {}))

    with pytest.raises(Unproved):
        verify(message, KEY.public, has_body=True)


@pytest.mark.parametrize("changed", [{"nonce": None}, {"nonce": ""}, {"nonce": "n" * 65}, {"tag": None}, {"tag": "x"}])
def test_signature_without_our_nonce_or_tag_is_none(changed: dict[str, Any]) -> None:
    with pytest.raises(Unproved):
        verify(signed(**changed), KEY.public, has_body=True)


def test_two_signatures_are_none() -> None:
    message = signed()
    other = signed(label="other", nonce="m")
    headers = {name: f"{message.headers[name]}, {other.headers[name]}" for name in ("Signature", "Signature-Input")}

    with pytest.raises(Unproved):
        verify(Message("POST", URL, message.headers | headers), KEY.public, has_body=True)


def test_what_the_terminal_signs_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else every request would cost the centre twice as much, and nobody would notice."""
    monkeypatch.setattr(signatures, "_verify_any", None)
    for method, body in (("PUT", b"b"), ("GET", None)):
        headers = dict(signature_headers(KEY, method, URL, body, NOW, "once"))

        proof = verify(Message(method, URL, headers), KEY.public, has_body=body is not None)

        assert (proof.created, proof.nonce) == (int(NOW.timestamp()), "once")
        assert proof.covers(Message(method, URL, headers), body or b"")
        assert not proof.covers(Message(method, URL, headers), b"other")


_ADDRESSES = [URL, URL + "?", *(f"http://{host}/v1/x" for host in ("c:80", "c:81", "c:080", "c:", "Central", "[::1]"))]
_PIECES = ["x", ",", ";", " ", ":", "0", "80", "A", "%2F", "?", "\t", '"', "ż", "-", "=", ", ", ";alg=", "sha-512=:"]


@given(
    st.sampled_from(["PUT", "GET", "put", "P UT"]),
    st.sampled_from(_ADDRESSES),
    st.sampled_from([b"body", b"", None]),
    st.sampled_from(["Content-Digest", "Signature-Input", "Signature", "url", "method", "nothing"]),
    st.sampled_from(["cut", "put in", "twice", "gone"]),
    st.integers(0, 400),
    st.sampled_from(_PIECES),
)
@settings(max_examples=300)
def test_plain_signature_is_judged_as_the_library_judges_it(
    method: str, url: str, body: bytes | None, what: str, how: str, at: int, piece: str
) -> None:
    headers = dict(signature_headers(KEY, method.upper().replace(" ", ""), url, body, NOW, "once-_9Z"))
    told = headers | {"url": url, "method": method}
    text = told.get(what, "")
    place = at % (len(text) + 1)
    match how:
        case "cut":
            told[what] = text[:place] + text[place + 1 :]
        case "put in":
            told[what] = text[:place] + piece + text[place:]
        case "twice":
            told[what.upper()] = text
        case "gone":
            told[what] = ""
    fields = [(name, value) for name, value in told.items() if name not in ("url", "method", "nothing", "NOTHING")]
    has_body = method != "GET"
    message = Message(told["method"], told["url"], Fields([one for one in fields if one[0] not in ("URL", "METHOD")]))

    by_library = judged(message, has_body=has_body, plain=False)

    assert judged(message, has_body=has_body, plain=True) == by_library


def test_signature_beside_a_digest_that_it_does_not_cover_is_good_for_no_body() -> None:
    message = signed(ALL[:3], body=None, include_alg=False)
    message.headers["Content-Digest"] = signed().headers["Content-Digest"]

    proofs = [judged(message, has_body=False, plain=plain) for plain in (False, True)]

    assert proofs == [(int(NOW.timestamp()), "n", False, False)] * 2


def test_signature_that_names_another_key_is_none() -> None:
    """Also with the right one: what it names is signed, and must be true."""
    keys = MappingKeyResolver(public_keys={}, private_keys={"0" * 16: KEY.private})
    message = Message("POST", URL, {})
    signer = HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=keys)
    said: dict[str, Any] = {"key_id": "0" * 16, "created": NOW, "nonce": "n", "tag": "okienko", "include_alg": False}
    signer.sign(message, covered_component_ids=ALL[:3], **said)

    assert [judged(message, has_body=False, plain=plain) for plain in (False, True)] == [None, None]


class Fields:
    """Headers as they came, one name perhaps twice."""

    def __init__(self, lines: Sequence[tuple[str, str]]) -> None:
        self._lines = lines

    def items(self) -> Sequence[tuple[str, str]]:
        return self._lines


def judged(message: Message, *, has_body: bool, plain: bool) -> tuple[int, str, bool, bool] | None:
    """What a signature is good for; None for nothing."""
    with pytest.MonkeyPatch.context() as patch:
        if not plain:
            patch.setattr(signatures, "read_plain", lambda *_of: None)
        try:
            proof = verify(message, KEY.public, has_body=has_body)
        except Unproved:
            return None
        return proof.created, proof.nonce, proof.covers(message, b"body"), proof.covers(message, b"")


@given(st.text(max_size=60))
def test_whatever_is_no_key_is_told_apart(text: str) -> None:
    try:
        key = TerminalKey(text)
    except Malformed:
        return
    assert len(text) == 43
    assert len(key.public) == 43


def test_one_key_is_written_in_one_way() -> None:
    for text in (SECRET + "=", SECRET[:-1] + "B", SECRET[:-1], SECRET + "A", " " + SECRET[1:], SECRET[:-1] + "\n"):
        with pytest.raises(Malformed):
            TerminalKey(text)


def test_proof_of_a_key_is_for_one_terminal_and_one_key() -> None:
    proof = KEY.prove("one")

    assert is_proved(proof, "one", KEY.public)
    assert not is_proved(proof, "other", KEY.public)
    assert not is_proved(proof, "one", TerminalKey("B" * 42 + "A").public)
    assert not is_proved("ż", "one", KEY.public)
    assert json.dumps(proof).isascii()
