"""A condition is called unreachable only if no answers whatever can meet it."""

from __future__ import annotations

from kiosk.content.reachability import Earlier, can_hold
from kiosk.domain.branching import parse_condition

YES_NO = frozenset({"tak", "nie"})


def earlier(**show_if: str | None) -> dict[str, Earlier]:
    """Questions in order, each with codes tak and nie, and a condition; a name that starts with m takes several."""
    return {
        key: Earlier(YES_NO, key.startswith("m"), None if text is None else parse_condition(text))
        for key, text in show_if.items()
    }


def test_one_answer_cannot_be_two() -> None:
    assert not can_hold(parse_condition("${a} = 'tak' and ${a} = 'nie'"), earlier(a=None))
    assert can_hold(parse_condition("${m} = 'tak' and ${m} = 'nie'"), earlier(m=None))


def test_declining_counts_as_a_way() -> None:
    assert can_hold(parse_condition("${a} != 'tak' and ${a} != 'nie'"), earlier(a=None))


def test_answer_to_a_question_that_is_hidden_cannot_be_asked_for() -> None:
    questions = earlier(a=None, b="${a} = 'tak'")

    assert not can_hold(parse_condition("${b} = 'tak' and ${a} = 'nie'"), questions)
    assert can_hold(parse_condition("${b} != 'tak' and ${a} = 'nie'"), questions)


def test_unreachability_is_passed_on() -> None:
    questions = earlier(a=None, b="${a} = 'tak' and ${a} = 'nie'", c="${b} = 'tak'")

    assert not can_hold(parse_condition("${c} = 'tak'"), questions)


def test_too_many_ways_count_as_reachable() -> None:
    keys = [f"m{number}" for number in range(30)]
    condition = parse_condition(" and ".join(f"${{{key}}} = 'tak'" for key in keys))

    assert can_hold(condition, earlier(**dict.fromkeys(keys)))
