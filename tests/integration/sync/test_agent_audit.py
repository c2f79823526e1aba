"""The real agent hands the administrator's list to the real centre, whatever happens on the way."""

from __future__ import annotations

import asyncio
import json
import shutil
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import httpx2
import pytest

from kiosk.domain.audit import AuditEvent
from kiosk.domain.errors import StoreFault
from kiosk.store import tables
from kiosk.store.checksums import insert_rows
from kiosk.store.road import Road
from sync.agent.auditing import Auditing
from sync.agent.courier import HttpCourier
from sync.agent.enrolling import enrol
from sync.agent.status import status_of
from sync.agent.trouble import Rejected
from sync.protocol import AuditMessage, AuditReceipt, Problem
from tests.integration.sync.faults import Reply, Scripted, reply
from tests.integration.sync.lists import held, local, written
from tests.integration.sync.office import Office
from tests.integration.sync.terminal import AgentTerminal, copy_folder, enrolled

ENTERED, LEFT, DONE = AuditEvent.ENTERED, AuditEvent.LEFT, AuditEvent.EXPORT_DONE


def received(office: Office, terminal: AgentTerminal) -> list[tuple[int, str, dict[str, str]]]:
    """What the centre holds of this terminal."""
    return [tuple_[1:] for tuple_ in held(office) if tuple_[0] == terminal.road.terminal]


def test_list_arrives_with_the_ordinary_contact_and_once(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        written(terminal.store, ENTERED, DONE, LEFT)
        terminal.answer(5)
        scripted = Scripted(office.transport())
        terminal.transport = scripted
        agent = terminal.agent()

        assert status_of(terminal.store).waiting_audit == 3
        assert 450 <= asyncio.run(agent.step()) <= 1350
        assert received(office, terminal) == local(terminal.store)
        assert len(office.ids()) == 5
        assert status_of(terminal.store).waiting_audit == 0
        assert [one.split()[0] for one in scripted.asked] == ["GET", "PUT", "PUT"]

        asyncio.run(agent.step())
        assert scripted.asked[3:] == [f"GET {terminal.road.epoch}"], "nothing new, nothing said"
        written(terminal.store, ENTERED)
        asyncio.run(agent.step())
        assert scripted.asked[5:] == ["PUT 4"]
        assert received(office, terminal) == local(terminal.store)


def test_list_longer_than_a_message_arrives_whole(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        written(terminal.store, *[AuditEvent.WRONG_PIN] * 450)
        scripted = Scripted(office.transport())
        terminal.transport = scripted
        terminal.once()

        assert received(office, terminal) == local(terminal.store)
        assert scripted.asked[1:] == ["PUT 1", "PUT 201", "PUT 401"]


def test_lost_acknowledgement_is_repeated_and_doubles_nothing(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        written(terminal.store, ENTERED, LEFT)
        terminal.transport = Scripted(office.transport(), "ok", "lose answer")
        terminal.once()
        assert status_of(terminal.store).waiting_audit == 2
        assert len(held(office)) == 2

        written(terminal.store, ENTERED)
        terminal.once()

        assert received(office, terminal) == local(terminal.store)
        assert status_of(terminal.store).waiting_audit == 0


HOLLOW = json.dumps({"number": 2, "sha": "0" * 64, "apart": False}).encode()
ANSWERS: list[Reply | Exception] = [
    partial(reply, 200, b"<html>log in</html>"),
    partial(reply, 201, b"{}"),
    partial(reply, 201, HOLLOW),
    partial(reply, 302, location="https://login.example/"),
    partial(reply, 400),
    partial(reply, 403),
    partial(reply, 409),
    partial(reply, 413),
    partial(reply, 500),
    partial(reply, 503, retry_after="3"),
    httpx2.ConnectError("refused"),
]


@pytest.mark.parametrize("answer", ANSWERS, ids=range(len(ANSWERS)))
def test_list_that_fails_stops_no_batch_and_waits_for_the_ordinary_contact(
    tmp_path: Path, migrated_sqlite: Path, answer: Reply | Exception, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("WARNING", "sync")
    shutil.copyfile(migrated_sqlite, tmp_path / "central.sqlite")
    url = f"sqlite:///{tmp_path / 'central.sqlite'}"
    with Office.open(url) as office, enrolled(office, tmp_path / "t") as terminal:
        written(terminal.store, ENTERED, LEFT)
        terminal.answer(5)
        terminal.transport = Scripted(office.transport(), "ok", "ok", answer, answer)

        assert 450 <= asyncio.run(terminal.agent().step()) <= 1350

        status = status_of(terminal.store)
        assert (status.unacknowledged_batches, status.failures, status.waiting_audit) == (0, 0, 2)
        assert len(office.ids()) == 5
        assert "the audit list waits for the next contact" in caplog.text
        terminal.transport = office.transport()
        terminal.once()
        assert received(office, terminal) == local(terminal.store)


def test_older_centre_is_asked_again_and_nothing_alarming_is_said(
    office: Office, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        caplog.set_level("DEBUG", "sync")
        caplog.clear()
        written(terminal.store, ENTERED)
        unknown = partial(reply, 404, b'{"type":"/problems/about","status":404,"title":"Not Found"}')
        scripted = Scripted(office.transport(), "ok", unknown, "ok", unknown, "ok", unknown)
        terminal.transport = scripted
        agent = terminal.agent()

        for _ in range(3):
            assert 450 <= asyncio.run(agent.step()) <= 1350
        assert scripted.asked.count("PUT 1") == 3, "once a contact"
        assert [one for one in caplog.records if one.levelname not in {"DEBUG", "INFO"}] == []
        assert status_of(terminal.store).last_problem == ""
        assert status_of(terminal.store).waiting_audit == 1

        asyncio.run(agent.step())  # the centre has been brought up to date
        assert received(office, terminal) == local(terminal.store)


def test_batch_that_is_refused_does_not_hold_the_list_back(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        written(terminal.store, ENTERED)
        terminal.answer(5)
        terminal.transport = Scripted(office.transport(), "ok", partial(reply, 413))
        with pytest.raises(Rejected):
            terminal.once()
        assert received(office, terminal) == local(terminal.store)
        assert status_of(terminal.store).unacknowledged_batches == 1


def test_centre_that_fails_after_its_commit_gets_the_lines_again(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        written(terminal.store, ENTERED, LEFT)
        with monkeypatch.context() as patch:
            patch.setattr(AuditReceipt, "encode", lambda _receipt: 1 / 0)
            terminal.once()
        assert (len(held(office)), status_of(terminal.store).waiting_audit) == (2, 2)
        terminal.once()
        assert (len(held(office)), status_of(terminal.store).waiting_audit) == (2, 0)


def test_centre_restored_from_an_old_copy_is_filled_up_again(tmp_path: Path, migrated_sqlite: Path) -> None:
    file = tmp_path / "central.sqlite"
    shutil.copyfile(migrated_sqlite, file)
    url = f"sqlite:///{file}"
    with Office.open(url) as office, enrolled(office, tmp_path / "t") as terminal:
        written(terminal.store, ENTERED, LEFT)
        terminal.once()
    shutil.copyfile(file, tmp_path / "backup")
    with Office.open(url) as office, AgentTerminal.open(tmp_path / "t", office.transport(), office.clock) as terminal:
        written(terminal.store, ENTERED, DONE, LEFT)
        terminal.once()
    shutil.copyfile(tmp_path / "backup", file)

    with Office.open(url) as office, AgentTerminal.open(tmp_path / "t", office.transport(), office.clock) as terminal:
        assert len(held(office)) == 2
        terminal.once()  # nothing new here: an agent that has just started finds it out all the same
        assert received(office, terminal) == local(terminal.store)


def test_cloned_terminals_keep_two_lists_and_the_centre_both(
    office: Office, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("WARNING", "sync")
    with enrolled(office, tmp_path / "one") as terminal:
        written(terminal.store, ENTERED)
        terminal.once()
    copy_folder(tmp_path / "one", tmp_path / "two")

    for name, event in (("one", LEFT), ("two", DONE), ("one", ENTERED), ("two", LEFT)):
        with AgentTerminal.open(tmp_path / name, office.transport(), office.clock) as terminal:
            written(terminal.store, event)
            terminal.once()
            assert status_of(terminal.store).waiting_audit == 0

    assert [(number, event) for _, number, event, _ in held(office)] == [
        (1, "entered"),
        (2, "export_done"),
        (2, "left"),
        (3, "entered"),
        (3, "left"),
    ]
    assert "the centre keeps two audit lists of this terminal apart" in caplog.text


def test_another_centre_gets_the_whole_list(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        written(terminal.store, ENTERED, LEFT)
        terminal.once()
        terminal.enrol(office.code("gniezno"))
        assert status_of(terminal.store).waiting_audit == 2
        terminal.once()
        assert received(office, terminal) == local(terminal.store)
        assert {one.office for one in office.store.audits.lines()} == {"poznan", "gniezno"}


def test_two_agents_at_once_deliver_every_line_once(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        written(terminal.store, *[ENTERED] * 300)

        async def all_of_them() -> None:
            await asyncio.gather(*(terminal.agent().step() for _ in range(4)))

        asyncio.run(all_of_them())
        assert received(office, terminal) == local(terminal.store)


def test_detail_that_is_not_on_the_list_does_not_leave_the_terminal(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.store.audit.record(DONE, {"format": "csv", "visitor": "Kowalski", "first": "last Monday"})
        terminal.once()
        assert [detail for *_, detail in held(office)] == [{"format": "csv"}]


def test_line_of_a_newer_program_holds_up_the_list_and_nothing_else(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        with terminal.store._engines.write.begin() as connection:
            tea = {
                "number": 1,
                "at": datetime(2026, 11, 23, 10, 30, tzinfo=UTC),
                "event": "tea_made",
                "detail": "{}",
                "sent": False,
            }
            insert_rows(connection, tables.audit, tea)
        terminal.answer(5)
        assert terminal.once().acknowledged == 1
        assert held(office) == []


class Busy(httpx2.AsyncBaseTransport):
    """The administrator does something while the centre's answer to the list is on its way."""

    def __init__(self, terminal: AgentTerminal, inner: httpx2.AsyncBaseTransport) -> None:
        self._terminal = terminal
        self._inner = inner
        self.messages = 0
        self.lost = 0

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        if self.messages == self.lost - 1:
            raise httpx2.ConnectError("gone")
        answer = await self._inner.handle_async_request(request)
        if "/audit/" in request.url.path:
            self.messages += 1
            if self.messages <= 2:
                written(self._terminal.store, LEFT)
        return answer


def test_line_written_while_the_answer_is_on_its_way_is_not_taken_for_received(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        written(terminal.store, ENTERED)
        busy = Busy(terminal, office.transport())
        terminal.transport = busy
        busy.lost = 2
        terminal.once()
        assert status_of(terminal.store).waiting_audit == 1
        busy.lost = 0
        terminal.once()
        assert busy.messages == 3
        assert received(office, terminal) == local(terminal.store)
        assert [number for number, *_ in local(terminal.store)] == [1, 2, 3]


def test_enrolment_in_the_middle_of_a_contact_sends_the_list_to_the_new_centre(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        written(terminal.store, ENTERED)
        code, old = office.code("gniezno"), terminal.road

        async def both() -> None:
            async with terminal.courier() as courier:

                class Slow(HttpCourier):
                    async def put_audit(self, road: Road, message: AuditMessage) -> AuditReceipt | Problem:
                        answer = await courier.put_audit(road, message)
                        chance, central = terminal.chance, road.central
                        await enrol(terminal.store, terminal.sealing(), courier, chance, code, central)
                        return answer

                slow = Slow(httpx2.AsyncClient(transport=terminal.transport, verify=False), terminal.clock)
                await Auditing(terminal.store).contact(slow, old)

        with pytest.raises(StoreFault, match="enrolled anew"):
            asyncio.run(both())

        assert status_of(terminal.store).waiting_audit == 1
        terminal.once()
        assert received(office, terminal) == local(terminal.store)
