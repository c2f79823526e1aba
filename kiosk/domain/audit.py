"""What is written down of what an administrator does at the terminal; never anything of a visitor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class AuditEvent(StrEnum):
    """Everything that is recorded. The centre reads these words: add some, never change one."""

    PIN_SET = "pin_set"
    PIN_CLEARED = "pin_cleared"
    ENTERED = "entered"
    WRONG_PIN = "wrong_pin"
    LOCKED_OUT = "locked_out"
    LEFT = "left"
    EXPORT_BEGUN = "export_begun"
    EXPORT_DONE = "export_done"
    EXPORT_FAILED = "export_failed"
    EXPORT_CANCELLED = "export_cancelled"
    SOUND_TESTED = "sound_tested"
    TOUCH_TESTED = "touch_tested"
    CLOSED = "closed"
    RESTARTED = "restarted"
    IMPORTED = "imported"
    COMMENTS_RELEASED = "comments_released"
    COMMENTS_REJECTED = "comments_rejected"
    DAMAGED_LINE = "damaged_line"
    DATABASE_SALVAGED = "database_salvaged"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the list. `number` counts from 1 without gaps, `at` is naive UTC by the terminal's own clock.

    `detail` has what belongs to the event, an export's `format`, `questionnaire`, `first` and `last`: never a count.
    The centre takes these four only, for the wire has a closed list of them.
    """

    number: int
    at: datetime
    event: AuditEvent
    detail: Mapping[str, str] = field(default_factory=dict)
