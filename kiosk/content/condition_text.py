"""A condition written out again in XLSForm's notation, so that reading it gives the same condition."""

from __future__ import annotations

from kiosk.domain.branching import All, Any, Comparison, Condition, Not


def condition_text(condition: Condition) -> str:
    """`condition` as text; `parse_condition` of it is equal to `condition`. Codes must not hold a single quote."""
    match condition:
        case Comparison(question, code, equal):
            return f"${{{question}}} {'=' if equal else '!='} '{code}'"
        case Not(part):
            return f"not({condition_text(part)})"
        case All(parts):
            return " and ".join(_part(part) for part in parts)
        case Any(parts):
            return " or ".join(_part(part) for part in parts)


def _part(part: Condition) -> str:
    """Brackets also where the notation could do without: they keep a nested list of parts a nested one."""
    return f"({condition_text(part)})" if isinstance(part, All | Any) else condition_text(part)
