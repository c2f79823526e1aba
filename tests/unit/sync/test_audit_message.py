"""An administrator's list on the wire: what it says, that it cannot say more, and that it is the same for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.audit import AuditEvent
from kiosk.export.formats import ENDINGS
from sync.protocol import (
    AUDIT_LIMITS,
    GENESIS,
    AuditLine,
    AuditMessage,
    AuditReceipt,
    Malformed,
    allowed_detail,
    chained,
    compress,
    decompress,
    encode_audit,
    read_audit,
)
from tests.builders import WEEK

TERMINAL = "00000000-0000-4000-8000-000000000001"
GOLDEN = Path(__file__).parent / "golden" / "format1.audit"
GOLDEN_SHA = "c93cf84a0d5b31569a07232ff4a2f578000087d9ba4f5eea00bf1b9ea3a84c8d"

details = st.fixed_dictionaries(
    {},
    optional={
        "format": st.sampled_from(["csv", "sav", "release"]),
        "questionnaire": st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}", fullmatch=True).filter(str.isascii),
        "first": st.sampled_from(["2026-W40", "2026-10-01"]),
        "last": st.sampled_from(["2026-W44", "2026-10-31"]),
    },
)


@st.composite
def messages(draw: st.DrawFn) -> AuditMessage:
    first = draw(st.integers(1, 10**6))
    said = draw(st.lists(st.tuples(st.datetimes(), st.sampled_from(AuditEvent), details), min_size=1, max_size=5))
    lines = [
        AuditLine(first + place, at.replace(microsecond=0), event.value, detail)
        for place, (at, event, detail) in enumerate(said)
    ]
    return AuditMessage(TERMINAL, GENESIS if first == 1 else "a" * 64, lines, "0.1.0")


@given(messages())
def test_message_comes_back_as_it_went(message: AuditMessage) -> None:
    assert read_audit(encode_audit(message)) == message


@given(st.binary(max_size=200))
def test_any_bytes_are_no_message_and_no_receipt(data: bytes) -> None:
    with pytest.raises(Malformed):
        read_audit(data)
    with pytest.raises(Malformed):
        AuditReceipt.read(data)


@given(messages(), st.data())
def test_hash_of_a_line_is_that_of_all_before_it(message: AuditMessage, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(message.lines) - 1))
    old = message.lines[place]
    lines = [*message.lines]
    lines[place] = replace(old, event="left" if old.event != "left" else "entered")
    before, after = chained(message.prev, message.lines), chained(message.prev, lines)

    assert before[:place] == after[:place]
    assert not set(before[place:]) & set(after[place:])
    assert chained(before[place], message.lines[place + 1 :]) == before[place + 1 :]


@given(st.dictionaries(st.text(max_size=20) | st.sampled_from(["format", "first"]), st.text(max_size=40)))
def test_what_may_leave_is_what_the_centre_takes(detail: dict[str, str]) -> None:
    allowed = allowed_detail(detail)
    message = AuditMessage(TERMINAL, GENESIS, [AuditLine(1, datetime(2026, 11, 23), "export_done", allowed)])  # noqa: DTZ001

    assert allowed.keys() <= {"format", "questionnaire", "first", "last"}
    assert read_audit(encode_audit(message)) == message
    wider = replace(message, lines=[replace(message.lines[0], detail=detail)])
    if detail != allowed:
        with pytest.raises(Malformed):
            read_audit(encode_audit(wider))


@pytest.mark.parametrize("words", ["2026-W40, a woman in a red coat", "12 responses", "", "Kowalski", "csv\n", "٣"])
def test_there_is_no_room_for_a_visitor(words: str) -> None:
    keys = ("first", "last", "format", "count", "comment")
    assert set(allowed_detail(dict.fromkeys(keys, words))) == set()


@pytest.mark.parametrize("suffix", [*(ending.removeprefix(".") for ending in ENDINGS), "release"])
def test_every_export_of_this_program_can_be_told(suffix: str) -> None:
    told = {"format": suffix, "questionnaire": "pilot-1", "first": str(WEEK), "last": "2026-11-23"}
    assert allowed_detail(told) == told


@pytest.mark.parametrize("event", AuditEvent)
def test_every_event_of_this_program_can_travel(event: AuditEvent) -> None:
    message = AuditMessage(TERMINAL, GENESIS, [AuditLine(1, datetime(2026, 11, 23), event.value)])  # noqa: DTZ001
    assert read_audit(encode_audit(message)) == message


def test_full_message_of_the_dullest_lines_is_within_the_limits() -> None:
    """Two hundred wrong PINs in one second pack so well that they might be taken for a bomb."""
    at = datetime(2026, 11, 23)  # noqa: DTZ001
    lines = [AuditLine(number, at, "wrong_pin") for number in range(1, AUDIT_LIMITS.rows + 1)]
    wide = {"format": "f" * 16, "questionnaire": "q" * 64, "first": "2026-10-01", "last": "2026-10-31"}
    for some in (lines, [replace(line, event="e" * 32, detail=wide) for line in lines], lines[:1]):
        body = encode_audit(AuditMessage(TERMINAL, GENESIS, some, "0.1.0"))
        packed = compress(body)
        assert len(packed) <= AUDIT_LIMITS.encoded
        assert read_audit(decompress(packed, AUDIT_LIMITS)).lines == some


@pytest.mark.parametrize("numbers", [(1, 3), (1, 1), (1, 2, 4), (2, 1)])
def test_lines_with_a_gap_or_in_another_order_are_no_message(numbers: tuple[int, ...]) -> None:
    lines = [AuditLine(number, datetime(2026, 11, 23), "entered") for number in numbers]  # noqa: DTZ001
    prev = GENESIS if numbers[0] == 1 else "a" * 64
    with pytest.raises(Malformed, match="do not follow each other"):
        read_audit(encode_audit(AuditMessage(TERMINAL, prev, lines)))


def test_line_that_is_too_long_is_not_even_read() -> None:
    lines = [AuditLine(1, datetime(2026, 11, 23), "e" * 2000)]  # noqa: DTZ001
    with pytest.raises(Malformed, match="too long"):
        read_audit(encode_audit(AuditMessage(TERMINAL, GENESIS, lines)))


def test_golden_message_is_read_and_written_as_ever() -> None:
    """When this fails the program is wrong, not the file: the hashes of lines that were sent would change."""
    body = GOLDEN.read_bytes()
    message = read_audit(body)

    assert encode_audit(message) == body
    assert [line.event for line in message.lines] == ["pin_set", "entered", "export_done", "left"]
    assert chained(GENESIS, message.lines)[-1] == GOLDEN_SHA


@given(st.builds(AuditReceipt, st.integers(0, 10**6), st.from_regex(r"[0-9a-f]{64}", fullmatch=True), st.booleans()))
def test_receipt_comes_back_as_it_went(receipt: AuditReceipt) -> None:
    assert AuditReceipt.read(receipt.encode()) == receipt
