"""A health report is what it says, or it is refused; a newer terminal's further words are passed over."""

from __future__ import annotations

import json
from dataclasses import asdict, fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol import LARGEST_REPORT, HealthReport, Malformed

GOOD = HealthReport("0.1.0", "3.53.4", 7, 41_200, False, True, 0, True, True, -3)


FINE = (("clock_off_s", -1), ("program", "true"), ("sqlite", "true"))
COUNT = st.integers(0, 2**31 - 1)
OFFSET = st.none() | st.integers(-8_000_000_000, 8_000_000_000)


@given(
    st.builds(
        HealthReport, st.text("abc.1", max_size=64), st.just("3"), COUNT, COUNT, files_aside=COUNT, clock_off_s=OFFSET
    )
)
def test_report_is_read_as_it_was_written(report: HealthReport) -> None:
    assert HealthReport.read(report.encode()) == report
    assert len(report.encode()) < LARGEST_REPORT


def test_who_is_well() -> None:
    assert GOOD.is_well
    for changes in ({"is_damaged": True}, {"do_books_balance": False}, {"files_aside": 1}, {"has_reserve": False}):
        assert not HealthReport(**asdict(GOOD) | changes).is_well


def test_further_words_are_passed_over() -> None:
    assert HealthReport.read(json.dumps(asdict(GOOD) | {"temperature": 41, "mood": "x" * 900}).encode()) == GOOD


@pytest.mark.parametrize("field", [field.name for field in fields(HealthReport)])
@pytest.mark.parametrize("wrong", ["x" * 65, "a\nb", -1, 2**40, 1.5, [], {}, "true"], ids=str)
def test_wrong_field_is_named_and_its_value_not_repeated(field: str, wrong: object) -> None:
    if (field, wrong) in FINE:
        return
    with pytest.raises(Malformed, match=f"^{field}: ") as told:
        HealthReport.read(json.dumps(asdict(GOOD) | {field: wrong}).encode())
    assert "x" * 65 not in str(told.value)


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"{", b"\xff", b'{"program":NaN}'])
def test_what_is_no_report_is_refused(body: bytes) -> None:
    with pytest.raises(Malformed):
        HealthReport.read(body)
