"""Hands the administrator's list in, in order, until the centre has proved to hold its last line.

A line is received when the centre names its hash, which is a hash of every line before it too. A centre that lacks what
comes before (it was restored from a backup, or this is another one) says so, and gets the list from its beginning.
"""

from __future__ import annotations

import logging

from kiosk import __version__
from kiosk.domain.audit import AuditEntry
from kiosk.store.road import Road
from kiosk.store.store import Store
from sync.agent.courier import Courier
from sync.agent.trouble import Delayed
from sync.protocol import AUDIT_LIMITS, GENESIS, AuditLine, AuditMessage, Problem, allowed_detail, chained

_log = logging.getLogger(__name__)


class Auditing:
    """Safe to repeat, and to be killed anywhere. Says nothing while there is nothing new to tell.

    But for the first contact after a start: then the newest line is handed in again, to find a restored centre.
    """

    def __init__(self, store: Store) -> None:
        self._audit = store.audit
        self._has_asked = False

    async def contact(self, courier: Courier, road: Road) -> None:
        """Return when the centre holds every line, or is too old to take any. Raises `Trouble` and `StoreFault`."""
        held = self._held()
        prev = self._hash_of(held)
        while entries := self._audit.audit_after(held, AUDIT_LIMITS.rows):
            lines = [_line(entry) for entry in entries]
            answer = await courier.put_audit(road, AuditMessage(road.terminal, prev, lines, __version__))
            if isinstance(answer, Problem):
                if answer.status == 404:
                    _log.debug("the central office does not take audit lists yet")
                    break
                if held == 0:
                    raise Delayed("the central office and this terminal do not agree on the audit list")
                self._audit.note_audit_held(0, road.terminal)
                held, prev = 0, GENESIS
                continue
            if (answer.number, answer.sha) != (lines[-1].number, chained(prev, lines)[-1]):
                raise Delayed("the central office has not proved that it holds the audit list")
            held, prev = answer.number, answer.sha
            self._audit.note_audit_held(held, road.terminal)
            if answer.apart:
                _log.warning("the centre keeps two audit lists of this terminal apart: it was restored or cloned")
        self._has_asked = True

    def _held(self) -> int:
        """The number of the line after which to begin."""
        if pending := self._audit.pending_audit(1):
            return pending[0].number - 1
        newest = next((entry.number for entry in self._audit.last(1)), 0)
        return newest if self._has_asked else max(0, newest - 1)

    def _hash_of(self, number: int) -> str:
        """The hash of that line, by all lines up to it."""
        done, sha = 0, GENESIS
        while done < number:
            lines = [_line(entry) for entry in self._audit.audit_after(done, min(AUDIT_LIMITS.rows, number - done))]
            done, sha = lines[-1].number, chained(sha, lines)[-1]
        return sha


def _line(entry: AuditEntry) -> AuditLine:
    return AuditLine(entry.number, entry.at, entry.event.value, allowed_detail(entry.detail))
