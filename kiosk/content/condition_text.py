"""A condition written out again in XLSForm's notation, so that reading it gives the same condition."""

from __future__ import annotations

from collections.abc import Container

from kiosk.domain.branching import All, Any, Comparison, Condition, Not


def condition_text(condition: Condition, several: Container[str] = ()) -> str:
    """`condition` as text; `parse_condition` of it is equal to `condition`. Codes must not hold a single quote.

    Questions in `several` may have several answers: other programs that read the notation need `selected()` for them,
    since to them `=` is about all the answers together. Read again, such a text holds for the same answers.
    """
    match condition:
        case Comparison(question, code, equal) if question in several:
            chosen = f"selected(${{{question}}}, '{code}')"
            return chosen if equal else f"not({chosen})"
        case Comparison(question, code, equal):
            return f"${{{question}}} {'=' if equal else '!='} '{code}'"
        case Not(part):
            return f"not({condition_text(part, several)})"
        case All(parts):
            return " and ".join(_part(part, several) for part in parts)
        case Any(parts):
            return " or ".join(_part(part, several) for part in parts)


def _part(part: Condition, several: Container[str]) -> str:
    """Brackets also where the notation could do without: they keep a nested list of parts a nested one."""
    text = condition_text(part, several)
    return f"({text})" if isinstance(part, All | Any) else text
