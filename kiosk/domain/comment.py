"""A comment: what a visitor wrote in their own words. It has no way to the response that the same visitor gave."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.errors import BadInput
from kiosk.domain.period import Period

MOST_CHARACTERS = 500
"""Of a comment, before and after its redaction."""

_SENTENCE_ENDS = (".", "!", "?")
_UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.ASCII)


class CommentState(StrEnum):
    """What a person of the office has decided about a comment."""

    NEW = "new"
    RELEASED = "released"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Comment:
    """One redacted comment. `id` is a random UUIDv4 of its own, never that of a response.

    `text` is what `kiosk.domain.redaction.redact` gave; it is empty once the comment has been rejected.
    """

    id: str
    questionnaire: str
    question: str
    language: str
    period: Period
    text: str
    state: CommentState = CommentState.NEW

    def __post_init__(self) -> None:
        if not _UUID4.fullmatch(self.id):
            raise BadInput("the id of a comment must be a random UUID (version 4)")
        if len(self.text) > MOST_CHARACTERS:
            raise BadInput(f"a comment must have at most {MOST_CHARACTERS} characters")
        if bool(self.text) is (self.state is CommentState.REJECTED):
            raise BadInput("a comment must have a text until it is rejected, and none after")


def written(text: str, key: str) -> str:
    """`text` with what a key writes; a letter that begins a sentence becomes a capital one.

    As before where it would be too long or have one space too many: a comment is one line of words.
    """
    is_needless = key.isspace() and text[-1:] in ("", " ")
    if len(text) + len(key) > MOST_CHARACTERS or is_needless:
        return text
    begins = not text or (text.endswith(" ") and text.rstrip().endswith(_SENTENCE_ENDS))
    return text + (key.upper() if begins and len(key.upper()) == len(key) else key)


def last_words(text: str, letters: int) -> str:
    """The end of `text` that is at most so many letters long, from the beginning of a word where there is one."""
    if len(text) <= letters:
        return text
    end = text[len(text) - max(1, letters - 1) :]
    cut, space, words = end.partition(" ")
    return f"…{words if space and words.strip() else cut + space + words}"
