"""A condition that is written out and read again is the same condition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.condition_text import condition_text
from kiosk.domain.branching import All, Any, Comparison, Condition, Not, parse_condition

NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)


def conditions() -> st.SearchStrategy[Condition]:
    """Every condition that can be written: two parts or more, not nested too deeply."""
    single: st.SearchStrategy[Condition] = st.builds(Comparison, NAMES, NAMES, st.booleans())

    def larger(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        several = st.lists(parts, min_size=2, max_size=3).map(tuple)
        return st.one_of(st.builds(Not, parts), st.builds(All, several), st.builds(Any, several))

    return st.recursive(single, larger, max_leaves=8)


@given(conditions())
def test_written_condition_reads_back_equal(condition: Condition) -> None:
    assert parse_condition(condition_text(condition)) == condition
