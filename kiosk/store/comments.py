"""Comments: kept redacted, apart from the responses, until a person has released or rejected each.

A comment and the response of the same visitor are two rows with two random keys that nothing joins. They are written
one after the other, because a thank-you is a receipt for both: a comment that waited in memory for others would be
lost with the power. What the write-ahead log knows of that neighbourhood goes when the file is settled, two quiet
seconds later, with all that tells the order of responses; then both lie in the order of their keys. The same limits
hold as for responses (`docs/decisions/0001-anonymous-by-shape.md`): a crash before that leaves the log of the visits
since the last quiet moment on the disk until the next start.

Comments are in no batch: the centre does not receive them yet.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, RowMapping, select, update

from kiosk.domain.comment import Comment, CommentState
from kiosk.domain.errors import BadInput
from kiosk.domain.period import Period
from kiosk.encryption import Keyring
from kiosk.store import tables
from kiosk.store.checksums import changed, fits, insertion, new_rows, replacing
from kiosk.store.encrypting import Encrypting
from kiosk.store.engine import Engines, faults_translated, transaction
from kiosk.store.opened import opened, require_keys
from kiosk.store.settling import Settling


class CommentStore:
    """Every method is one transaction, durable when it returns, and raises `StoreFault`. Any one thread at a time."""

    def __init__(self, engines: Engines, settling: Settling, encrypting: Encrypting, keys: Keyring) -> None:
        self._engines = engines
        self._settling = settling
        self._encrypting = encrypting
        self._keys = keys

    def add(self, comment: Comment) -> None:
        """Keep a comment, which has been redacted. Safe to repeat: one that is here already stays as it is."""
        self._settling.mark()
        with transaction(self._engines.write, "save a comment") as connection:
            connection.execute(
                insertion(tables.comments).on_conflict_do_update(
                    set_=replacing(tables.comments), where=~fits(tables.comments)
                ),
                new_rows(tables.comments, [{**_row(comment), "text": self._encrypting.text(comment.id, comment.text)}]),
            )

    def pending(self) -> list[Comment]:
        """Those about which nobody has decided, in the order of their random ids.

        Raises `BadInput`, as `released` does, where some are encrypted for keys that are not at hand.
        """
        return self._in_state(CommentState.NEW)

    def released(self) -> list[Comment]:
        """Those that may be shown, in the order of their random ids."""
        return self._in_state(CommentState.RELEASED)

    def release(self, ids: Collection[str]) -> int:
        """Let these be shown, all or none; gives how many were new. Safe to repeat.

        Raises `BadInput` for an id that is not here, and for one that has been rejected: its text is gone.
        """
        with transaction(self._engines.write, "release comments") as connection:
            _require(connection, ids, {CommentState.NEW, CommentState.RELEASED})
            return _decide(connection, ids, CommentState.RELEASED)

    def reject(self, ids: Collection[str]) -> int:
        """Delete the text of these at once and for good, all or none; gives how many still had one. Safe to repeat.

        The bytes leave the file and its log, too, unless another process is reading it just then: then they leave the
        log when the terminal next falls idle. Raises `BadInput` for an id that is not here.
        """
        self._settling.mark()
        with transaction(self._engines.write, "reject comments") as connection:
            _require(connection, ids, set(CommentState))
            changed = _decide(connection, ids, CommentState.REJECTED)
        self._settling.settle()
        return changed

    def _in_state(self, state: CommentState) -> list[Comment]:
        table = tables.comments
        columns = [column for column in table.columns if column is not table.c.text]
        query = select(*columns, opened(table.c.text).label("text"))
        query = query.where(table.c.state == state.value, fits(table)).order_by(table.c.id)
        with faults_translated("read comments"), self._engines.read.connect() as connection:
            require_keys(connection, table.c.text, self._keys)
            return [_comment(row) for row in connection.execute(query).mappings()]


def _require(connection: Connection, ids: Collection[str], allowed: set[CommentState]) -> None:
    """Raise `BadInput` naming every id that is not here in one of the `allowed` states."""
    table = tables.comments
    rows = connection.execute(select(table.c.id, table.c.state).where(table.c.id.in_(ids), fits(table)))
    states = {row.id: CommentState(row.state) for row in rows}
    faults = [f"there is no comment {one!r}; `kiosk comments list` names them" for one in ids if one not in states]
    faults += [
        f"comment {one} has been {state}: its text is gone" for one, state in states.items() if state not in allowed
    ]
    if faults:
        raise BadInput(faults)


def _decide(connection: Connection, ids: Collection[str], state: CommentState) -> int:
    table = tables.comments
    changes = {"state": state.value} | ({"text": ""} if state is CommentState.REJECTED else {})
    waiting = table.c.id.in_(ids) & (table.c.state != state.value) & fits(table)
    return connection.execute(update(table).where(waiting).values(changed(table, changes))).rowcount


def _row(comment: Comment) -> dict[str, str]:
    return {
        "id": comment.id,
        "questionnaire": comment.questionnaire,
        "question": comment.question,
        "language": comment.language,
        "period": str(comment.period),
        "text": comment.text,
        "state": comment.state.value,
    }


def _comment(row: RowMapping) -> Comment:
    return Comment(
        row["id"],
        row["questionnaire"],
        row["question"],
        row["language"],
        Period.parse(row["period"]),
        row["text"],
        CommentState(row["state"]),
    )
