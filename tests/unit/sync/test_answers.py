"""What comes back over the road is believed only as far as it makes sense."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol import Asked, Enrolment, EnrolmentRequest, Head, Malformed, Problem, Receipt

words = st.text(max_size=40).map(lambda text: "".join(letter for letter in text if letter.isprintable()))
heads = st.builds(Head, st.integers(0, 10**6), st.from_regex(r"[0-9a-f]{64}", fullmatch=True))


@given(st.builds(Receipt, heads, st.integers(1, 7 * 24 * 3600)))
def test_receipt_comes_back_as_it_went(receipt: Receipt) -> None:
    assert Receipt.read(receipt.encode()) == receipt


@given(
    st.builds(
        Problem,
        kind=st.from_regex(r"[a-z-]{1,20}", fullmatch=True),
        status=st.integers(400, 599),
        title=words,
        detail=words,
        head=st.none() | heads,
        request_id=words,
    )
)
def test_problem_comes_back_as_it_went(problem: Problem) -> None:
    assert Problem.read(problem.status, problem.encode()) == problem


@given(st.binary(max_size=200))
def test_any_bytes_are_a_problem_and_no_receipt(data: bytes) -> None:
    assert Problem.read(502, data).status == 502
    with pytest.raises(Malformed):
        Receipt.read(data)
    with pytest.raises(Malformed):
        Enrolment.read(data)


@pytest.mark.parametrize(
    "head",
    [
        None,
        5,
        {},
        {"n": 1},
        {"n": -1, "sha": "0" * 64},
        {"n": True, "sha": "0" * 64},
        {"n": 1, "sha": "0"},
        {"n": 2**31, "sha": "0" * 64},
    ],
)
def test_receipt_without_a_head_proves_nothing(head: object) -> None:
    with pytest.raises(Malformed):
        Receipt.read(json.dumps({"head": head, "next_s": 5}).encode())


@pytest.mark.parametrize("next_s", [None, 0, -1, 10**9, "5", 1.5, True])
def test_senseless_rhythm_is_the_usual_one(next_s: object) -> None:
    receipt = Receipt.read(json.dumps({"head": {"n": 0, "sha": "0" * 64}, "next_s": next_s, "new": "word"}).encode())

    assert receipt.next_s == 900


def test_secrets_do_not_print_themselves() -> None:
    request = EnrolmentRequest(code="BCDFGHJK", public_key="k" * 43)

    assert "BCDFGHJK" not in repr(request)
    assert EnrolmentRequest.read(request.encode()) == request


def test_strangers_words_cannot_harm_the_screen_or_the_file_they_are_written_to() -> None:
    problem = Problem.read(400, b'{"detail":"\\ud800a\\u001b[2J\\nb\\u0000","title":[[1]],"type":{}}')

    assert problem == Problem(kind="", status=400, title="", detail=" a [2J b ")


@pytest.mark.parametrize("bad", ["\\ud800", "\\u0000", "\\n", "\\u001b"])
def test_enrolment_holds_nothing_that_cannot_be_kept(bad: str) -> None:
    with pytest.raises(Malformed):
        EnrolmentRequest.read(f'{{"code":"A{bad}","public_key":"{"t" * 43}"}}'.encode())
    with pytest.raises(Malformed):
        Enrolment.read(f'{{"terminal":"A{bad}","office":"poznan"}}'.encode())


@pytest.mark.parametrize("senseless", [None, 0, 4, -1, 501, 10**9, "5", 5.5, True])
def test_what_a_centre_may_not_ask_is_as_if_not_said(senseless: object) -> None:
    said = {"head": {"n": 0, "sha": "0" * 64}, "next_s": 9, "asked": {"rows": senseless, "batches": 51, "encoded": 100}}
    assert Receipt.read(json.dumps(said).encode()).asked == Asked()
    assert Receipt.read(json.dumps(said | {"asked": senseless}).encode()).asked == Asked()


def test_what_a_centre_asks_is_read() -> None:
    receipt = Receipt(Head(), 900, asked=Asked(rows=40, encoded=64 * 1024, batches=3))
    assert Receipt.read(receipt.encode()) == receipt
