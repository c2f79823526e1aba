"""The real agent against the real centre: what people said arrives, once, whatever happens on the way."""

from __future__ import annotations

import asyncio
import random
import shutil
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest

from kiosk.domain.errors import StoreFault
from kiosk.store.outbox import SealedBatch
from kiosk.store.road import Road
from sync.agent.courier import HttpCourier
from sync.agent.enrolling import enrol
from sync.agent.running import NOT_ENROLLED
from sync.agent.status import status_of
from sync.agent.trouble import Delayed, Rejected
from sync.agent.uploading import Uploading
from sync.central.store import tables
from sync.protocol import GENESIS, Problem, Receipt, read_row, split_lines
from tests.builders import response
from tests.integration.sync.faults import Scripted
from tests.integration.sync.office import Office
from tests.integration.sync.terminal import AgentTerminal, copy_folder, enrolled


def test_responses_arrive_at_the_centre_as_they_were_given(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(7)

        contact = terminal.once()

        assert contact.acknowledged == 1
        assert sorted(office.ids()) == sorted(one.id for one in given)
        status = status_of(terminal.store)
        assert (status.waiting, status.unacknowledged_batches, status.acknowledged_batches) == ("0", 0, 1)
        assert status.last_upload_utc == "2026-11-23T10:30Z"
        assert terminal.once().acknowledged == 0


def test_responses_wait_for_company(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(4)
        assert terminal.once().acknowledged == 0
        assert office.ids() == []
        assert terminal.store.outbox.waiting() == 4
        assert status_of(terminal.store).waiting == "1+", "who looks twice must not see one visitor come"
        terminal.answer(1)
        terminal.once()
        assert len(office.ids()) == 5


def test_batches_keep_their_distance_unless_full(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.seconds_between = 3600
        agent = terminal.agent()
        terminal.answer(5)
        asyncio.run(agent.step())
        terminal.answer(5)
        asyncio.run(agent.step())
        assert len(office.ids()) == 5
        terminal.clock.seconds += 3600
        asyncio.run(agent.step())
        assert len(office.ids()) == 10
        terminal.answer(500)
        asyncio.run(agent.step())
        assert len(office.ids()) == 510


def test_order_of_visitors_does_not_leave_the_terminal(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = [one.id for one in terminal.answer(60)]
        terminal.agent()
        terminal.sealing().seal(terminal.road)
        batch = terminal.store.outbox.last(terminal.road.epoch)
        assert batch is not None
        assert batch.body is not None
        sent = [read_row(line).id for line in split_lines(batch.body)]

        assert sorted(sent) == sorted(given)
        places = [given.index(one) for one in sent]
        by_key = [sorted(given).index(one) for one in sent]
        assert abs(_correlation(places)) < 0.4
        assert abs(_correlation(by_key)) < 0.4


def _correlation(places: list[int]) -> float:
    """Spearman's rank correlation with the order as it is."""
    n = len(places)
    return 1 - 6 * sum((place - index) ** 2 for index, place in enumerate(places)) / (n * (n * n - 1))


def test_lost_answer_is_repeated_and_doubles_nothing(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(6)
        terminal.transport = Scripted(office.transport(), "ok", "lose answer")
        with pytest.raises(Delayed):
            terminal.once()
        assert status_of(terminal.store).unacknowledged_batches == 1
        assert status_of(terminal.store).failures == 1

        terminal.once()

        assert sorted(office.ids()) == sorted(one.id for one in given)
        assert office.store.status().batches == 1
        assert status_of(terminal.store).failures == 0
        assert status_of(terminal.store).last_problem == ""


def test_enrolment_whose_answer_was_lost_is_repeated_with_the_same_code(office: Office, tmp_path: Path) -> None:
    code = office.code()
    with AgentTerminal.open(tmp_path / "t", Scripted(office.transport(), "lose answer"), office.clock) as terminal:
        with pytest.raises(Delayed):
            terminal.enrol(code)
        assert not status_of(terminal.store).enrolled
        with pytest.raises(Rejected, match="not enrolled"):
            terminal.once()
    with AgentTerminal.open(tmp_path / "t", office.transport(), office.clock) as terminal:
        road = terminal.enrol(code[:4].lower() + "-" + code[4:])
        terminal.answer(5)
        terminal.once()

    assert road.office == "poznan"
    assert office.store.status().terminals == 1
    assert len(office.ids()) == 5


def test_another_enrolment_takes_everything_held_along(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(5)
        terminal.once()
        terminal.answer(5)
        terminal.sealing().seal(terminal.road)
        terminal.answer(2)
        old = terminal.road

        road = terminal.enrol(office.code("gniezno"))
        terminal.answer(3)
        terminal.once()

        assert road.terminal != old.terminal
        assert road.private_key != old.private_key
        assert len(set(office.ids())) == 15


def test_failed_enrolment_changes_nothing(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        old = terminal.road
        with pytest.raises(Rejected, match="no such code"):
            terminal.enrol("ZZZZZZZZ")
        assert terminal.road == old


def test_terminal_that_is_not_enrolled_waits_and_says_so(office: Office, tmp_path: Path) -> None:
    with AgentTerminal.open(tmp_path / "t", office.transport(), office.clock) as terminal:
        terminal.answer(10)

        assert 30 <= asyncio.run(terminal.agent().step()) <= 90
        with pytest.raises(Rejected, match="not enrolled"):
            terminal.once()
        assert status_of(terminal.store).last_problem == "not enrolled"
        assert terminal.store.outbox.waiting() == 10
    assert NOT_ENROLLED


def test_centre_restored_from_an_old_copy_is_filled_up_again(tmp_path: Path, migrated_sqlite: Path) -> None:
    file = tmp_path / "central.sqlite"
    shutil.copyfile(migrated_sqlite, file)
    url = f"sqlite:///{file}"
    with Office.open(url) as office, enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(5)
        terminal.once()
    shutil.copyfile(file, tmp_path / "backup")
    with Office.open(url) as office, AgentTerminal.open(tmp_path / "t", office.transport(), office.clock) as terminal:
        for _ in range(3):
            terminal.answer(5)
            terminal.once()
        assert len(office.ids()) == 20
    shutil.copyfile(tmp_path / "backup", file)

    with Office.open(url) as office, AgentTerminal.open(tmp_path / "t", office.transport(), office.clock) as terminal:
        assert len(office.ids()) == 5
        assert terminal.once().acknowledged == 3
        assert len(set(office.ids())) == 20
        assert office.store.status().batches == 4


def test_centre_that_lost_what_is_no_longer_held_gets_everything_in_a_new_epoch(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(5)
        terminal.once()
        terminal.clock.time += timedelta(days=36)
        terminal.answer(5)
        terminal.once()
        assert [batch.body is None for batch in terminal.store.outbox.batches_after(terminal.road.epoch, 0, 9)] == [
            True,
            False,
        ]
        with office.store._engine.begin() as connection:
            for table in (tables.waiting, tables.quarantine, tables.inbox, tables.head):
                connection.execute(table.delete())
        epoch = terminal.road.epoch

        terminal.once()

        assert terminal.road.epoch != epoch
        assert office.store.status().batches == 2
        assert len(set(office.ids())) == len(office.ids()) == 10
        assert status_of(terminal.store).unacknowledged_batches == 0


def test_acknowledged_batches_are_kept_35_days_and_what_the_centre_lost_is_kept_longer(
    office: Office, tmp_path: Path
) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(5)
        terminal.once()
        terminal.clock.time += timedelta(days=35)
        terminal.once()
        assert len(terminal.store.outbox.held()) == 1
        terminal.store.outbox.acknowledge(terminal.road.epoch, 0, terminal.clock.now().date())
        terminal.store.outbox.prune(terminal.clock.now().date() + timedelta(days=1000))
        assert len(terminal.store.outbox.held()) == 1
        terminal.clock.time += timedelta(days=1)
        terminal.store.outbox.acknowledge(terminal.road.epoch, 1, terminal.clock.now().date() - timedelta(days=36))
        terminal.once()
        assert terminal.store.outbox.held() == []
        kept = terminal.store.outbox.last(terminal.road.epoch)
        assert kept is not None
        assert kept.body is None


def test_cloned_terminals_both_deliver_everything_once(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "one") as terminal:
        given = terminal.answer(5)
        terminal.once()
        given += terminal.answer(5)
        terminal.sealing().seal(terminal.road)
    copy_folder(tmp_path / "one", tmp_path / "two")

    for _ in range(3):
        for name in ("one", "two"):
            with AgentTerminal.open(tmp_path / name, office.transport(), office.clock) as terminal:
                given += terminal.answer(5)
                terminal.chance = type(terminal.chance)(hash(name))
                terminal.once()

    epochs = set()
    for name in ("one", "two"):
        with AgentTerminal.open(tmp_path / name, office.transport(), office.clock) as terminal:
            epochs.add(terminal.road.epoch)
            assert status_of(terminal.store).unacknowledged_batches == 0
    assert len(epochs) == 2
    ids = office.ids()
    assert len(ids) == len(set(ids)) == 40
    assert set(ids) == {one.id for one in given}


def test_terminal_restored_from_an_old_image_begins_a_new_epoch(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(5)
        terminal.once()
    copy_folder(tmp_path / "t", tmp_path / "image")
    with AgentTerminal.open(tmp_path / "t", office.transport(), office.clock) as terminal:
        given += terminal.answer(5)
        terminal.once()
        epoch = terminal.road.epoch

    with AgentTerminal.open(tmp_path / "image", office.transport(), office.clock) as terminal:
        given += terminal.answer(5)
        terminal.once()
        assert terminal.road.epoch != epoch
        assert set(office.ids()) == {one.id for one in given}
        terminal.once()
        assert len(terminal.store.outbox.held()) == 2


def test_two_agents_at_once_deliver_everything_once(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(50)

        async def both() -> None:
            agents = [terminal.agent() for _ in range(4)]
            await asyncio.gather(*(agent.step() for agent in agents))

        asyncio.run(both())
        terminal.once()

        assert len(set(office.ids())) == 50
        assert status_of(terminal.store).unacknowledged_batches == 0


def test_agent_that_was_overtaken_seals_nothing_into_a_dead_epoch(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        stale: Road = terminal.road
        terminal.sealing().reissue(terminal.road)
        terminal.answer(5)

        with pytest.raises(Exception, match="epoch has been replaced"):
            terminal.sealing().seal(stale)

        terminal.once()
        assert len(office.ids()) == 5


def test_big_batches_are_cut_to_what_the_centre_takes(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        for _ in range(150):
            wide = {f"question_{n}": tuple(f"{random.getrandbits(120):x}" for _ in range(6)) for n in range(25)}
            terminal.store.responses.close(response(wide))

        contact = terminal.once()

        assert contact.acknowledged == 2
        assert len(office.ids()) == 150


def test_nothing_the_agent_says_names_a_row_or_an_answer(
    office: Office, tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level("DEBUG")
    with enrolled(office, tmp_path / "t") as terminal:
        given = terminal.answer(10)
        terminal.transport = Scripted(office.transport(), "ok", "lose answer")
        with pytest.raises(Delayed):
            terminal.once()
        terminal.once()
        told = caplog.text + "".join(capsys.readouterr()) + str(status_of(terminal.store)) + repr(terminal.road)

        assert not [one.id for one in given if one.id in told]
        assert terminal.road.private_key not in told
        assert "ogolem" not in told


def test_enrolment_in_the_middle_of_a_contact_is_not_undone_by_it(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        terminal.answer(5)
        terminal.sealing().seal(terminal.road)
        code = office.code("gniezno")
        joined: list[Road] = []

        async def contact() -> None:
            async with terminal.courier() as courier:

                class Slow(HttpCourier):
                    async def put_all(self, road: Road, batches: Sequence[SealedBatch]) -> Receipt | Problem:
                        chance, central = terminal.chance, road.central
                        assert not joined
                        joined.append(await enrol(terminal.store, terminal.sealing(), courier, chance, code, central))
                        return await courier.put_all(road, batches)

                slow = Slow(httpx2.AsyncClient(transport=terminal.transport, verify=False), terminal.clock)
                slow.head = courier.head  # type: ignore[method-assign]
                await Uploading(terminal.store, terminal.sealing(), terminal.clock).contact(slow, terminal.road)

        with pytest.raises(StoreFault, match="enrolled anew"):
            asyncio.run(contact())

        assert [terminal.road] == joined
        assert terminal.once().acknowledged == 1
        assert len(office.ids()) == 5


def test_what_an_overtaken_agent_learnt_is_not_written_over_the_new_road(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        stale = terminal.road
        new = terminal.enrol(office.code("gniezno"))

        with pytest.raises(StoreFault, match="enrolled anew"):
            terminal.store.outbox.note(stale)
        assert terminal.road == new


def test_response_is_never_sealed_twice(office: Office, tmp_path: Path) -> None:
    with enrolled(office, tmp_path / "t") as terminal:
        ids = [one.id for one in terminal.answer(5)]
        epoch = terminal.road.epoch
        terminal.store.outbox.seal(SealedBatch(epoch, 1, GENESIS, "a" * 64, 5, None), ids)

        with pytest.raises(StoreFault, match="another agent of this terminal has been quicker"):
            terminal.store.outbox.seal(SealedBatch(epoch, 2, "a" * 64, "b" * 64, 5, None), ids)
        assert terminal.store.outbox.batch(epoch, 2) is None
