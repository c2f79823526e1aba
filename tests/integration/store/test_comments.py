"""Comments are kept apart from the responses, and what is rejected is gone."""

from __future__ import annotations

import signal
import subprocess
import sys
import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from pysqlite3 import dbapi2

from kiosk.domain.comment import Comment, CommentState
from kiosk.domain.errors import BadInput
from kiosk.domain.period import Period
from kiosk.store import migrating
from kiosk.store.folder import FILE_NAME
from kiosk.store.store import Store
from tests.builders import response

WEEK = Period.parse("2026-W48")


def comment(text: str = "Za mało krzeseł.", period: Period = WEEK) -> Comment:
    return Comment(str(uuid.uuid4()), "pilot", "uwagi", "pl", period, text)


def bytes_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


def test_comment_is_kept_once_however_often_it_is_saved(tmp_path: Path) -> None:
    one = comment()
    with Store.open(tmp_path) as store:
        store.comments.add(one)
        store.comments.add(one)
    with Store.open(tmp_path) as store:
        assert store.comments.pending() == [one]
        assert store.comments.released() == []


_KILLED = """
import os, signal, sys, uuid
from pathlib import Path
from kiosk.domain.comment import Comment
from kiosk.domain.period import Period
from kiosk.store.store import Store
store = Store.open(Path(sys.argv[1]))
store.comments.add(Comment(str(uuid.uuid4()), "pilot", "uwagi", "pl", Period.parse("2026-W48"), "Zdążyłem."))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_comment_survives_a_kill_right_after_it_was_kept(tmp_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    with Store.open(tmp_path) as store:
        assert [one.text for one in store.comments.pending()] == ["Zdążyłem."]


def test_released_comments_wait_no_longer(tmp_path: Path) -> None:
    first, second = comment("pierwszy"), comment("drugi")
    with Store.open(tmp_path) as store:
        store.comments.add(first)
        store.comments.add(second)
        assert store.comments.release([first.id]) == 1
        assert store.comments.release([first.id]) == 0
        assert store.comments.pending() == [second]
        assert store.comments.released() == [replace(first, state=CommentState.RELEASED)]


def test_rejected_text_leaves_the_file_and_its_log_at_once(tmp_path: Path) -> None:
    canary = "kanarek w klatce"
    with Store.open(tmp_path) as store:
        one, released = comment(canary), comment(canary)
        store.comments.add(one)
        store.comments.add(released)
        store.comments.release([released.id])
        assert canary.encode() in bytes_of(tmp_path)
        assert store.comments.reject([one.id, released.id]) == 2
        assert canary.encode() not in bytes_of(tmp_path)
        assert store.comments.reject([one.id]) == 0
        assert store.comments.pending() == store.comments.released() == []
        with pytest.raises(BadInput, match=f"comment {one.id} has been rejected"):
            store.comments.release([one.id])


def test_unknown_id_changes_nothing_and_every_one_is_named(tmp_path: Path) -> None:
    one = comment()
    with Store.open(tmp_path) as store:
        store.comments.add(one)
        for decide in (store.comments.release, store.comments.reject):
            with pytest.raises(BadInput) as caught:
                decide([one.id, "abc", "'; DROP TABLE comments"])
            assert len(caught.value.faults) == 2
        assert store.comments.pending() == [one]


def test_file_from_before_takes_comments_and_keeps_its_responses(tmp_path: Path) -> None:
    closed = response()
    with Store.open(tmp_path) as store:
        store.responses.close(closed)
        migrating.migrate(store._engines, "0003")
    with Store.open(tmp_path) as store:
        assert list(store.responses.stream()) == [closed]
        store.comments.add(comment())
        assert len(store.comments.pending()) == 1


def test_nothing_joins_a_comment_to_a_response(tmp_path: Path) -> None:
    closed, said = response(), comment()
    with Store.open(tmp_path) as store:
        store.responses.close(closed)
        store.comments.add(said)
    connection = dbapi2.connect(tmp_path / FILE_NAME)
    columns = {row[1] for row in connection.execute("PRAGMA table_info(comments)")}
    assert columns == {"id", "questionnaire", "question", "language", "period", "text", "state", "checksum"}
    row = [str(value) for value in connection.execute("SELECT * FROM comments").fetchone()]
    others = (
        connection.execute("SELECT * FROM responses").fetchall() + connection.execute("SELECT * FROM outbox").fetchall()
    )
    connection.close()
    assert all(closed.id not in value for value in row)
    assert all(said.id not in str(value) for other in others for value in other)


def test_file_is_settled_when_nothing_but_a_comment_was_written(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.responses.settle()
        store.comments.add(comment())
        assert (tmp_path / f"{FILE_NAME}-wal").stat().st_size > 0
        store.responses.settle()
        assert (tmp_path / f"{FILE_NAME}-wal").stat().st_size == 0


def test_comments_go_into_no_batch(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.comments.add(comment())
        assert store.outbox.waiting() == 0
        assert store.outbox.pending(10) == []
