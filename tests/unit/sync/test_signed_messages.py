"""A signature that says less than ours, or says it otherwise, is none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver, algorithms
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol import Malformed, Message, TerminalKey, Unproved, fingerprint, signature_headers, verify
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
