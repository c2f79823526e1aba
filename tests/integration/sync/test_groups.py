"""Uploads that are stored together fare as each would alone, and two processes never lock each other out."""

from __future__ import annotations

import hashlib
import random
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import select

from kiosk.domain.errors import StoreFault
from sync.central.store import CentralStore, Received, Ruling, Sent, Verdict, database_url, tables
from sync.protocol import GENESIS, Header
from tests.integration.sync.office import Office

TODAY = date(2026, 11, 28)


def received(terminal: str, epoch: str, n: int, prev: str, told: str) -> Received:
    """A batch as the inbox sees it; `told` stands for what is in it, and is the same of two terminals."""
    sha = hashlib.sha256(f"{epoch} {n} {prev} {told}".encode()).hexdigest()
    return Received(Header(terminal, epoch, n, prev, 0, "test", {}), sha, told.encode())


class Sending:
    """What a fleet of clones, repeaters and forgetful terminals would send, by chance."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._sent: dict[str, list[list[Received]]] = {}

    def next(self, terminal: str) -> Sent:
        epoch = self._dice.choice(["0" * 16, "1" * 16, "2" * 16])
        before = self._sent.setdefault(epoch, [])
        if before and self._dice.random() < 0.3:
            return Sent(self._dice.choice(before), "poznan")
        known = [batch for batches in before for batch in batches]
        last = self._dice.choice(known[-4:]) if known and self._dice.random() < 0.9 else None
        batches: list[Received] = []
        n, prev = (last.header.n, last.sha) if last else (self._dice.choice([0, 0, 0, 3]), GENESIS)
        for _ in range(self._dice.choice([1, 1, 1, 3])):
            n += 1
            batches.append(received(terminal, epoch, n, prev, self._dice.choice("aab")))
            prev = batches[-1].sha
        before.append(batches)
        return Sent(batches, "poznan")


def as_of(terminal: str, sent: Sent) -> Sent:
    """The same from another one."""
    batches = [replace(one, header=replace(one.header, terminal=terminal)) for one in sent.batches]
    return replace(sent, batches=batches)


def test_group_is_ruled_on_as_each_of_it_would_be_alone(office: Office) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    dice = random.Random(seed)
    alone, together = office.terminal().terminal, office.terminal().terminal
    sending, inbox = Sending(dice), office.store.inbox
    seen: set[Ruling] = set()
    for _ in range(40):
        group = [sending.next(alone) for _ in range(dice.randint(1, 12))]

        one_by_one: Sequence[Verdict] = [inbox.receive(sent.batches, sent.office, TODAY) for sent in group]

        assert inbox.receive_all([as_of(together, sent) for sent in group], TODAY) == one_by_one
        seen |= {verdict.ruling for verdict in one_by_one}
    assert seen == set(Ruling)
    assert office.store.status().batches % 2 == 0
    held = [[inbox.sender(terminal, digit * 16) for digit in "012"] for terminal in (alone, together)]
    assert [one and one.head for one in held[0]] == [one and one.head for one in held[1]]


class Sender(threading.Thread):
    """Another process that hands in what was sent, over a store of its own."""

    def __init__(self, store: CentralStore, sent: Sequence[Sent]) -> None:
        super().__init__()
        self._store = store
        self._sent = sent
        self.fault: StoreFault | None = None

    def run(self) -> None:
        try:
            self._store.inbox.receive_all(self._sent, TODAY)
        except StoreFault as fault:
            self.fault = fault


def wait_for_locks(url: str, number: int) -> None:
    """Until so many connections wait for a lock."""
    with psycopg.connect(url, autocommit=True) as watcher:
        waiting, end = 0, time.monotonic() + 30
        while waiting < number:
            assert time.monotonic() < end, "nobody waits for a lock"
            row = watcher.execute("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted").fetchone()
            waiting = row[0] if row else 0


@pytest.mark.parametrize("begun", [False, True], ids=["new", "known"])
def test_processes_with_the_same_epochs_do_not_lock_each_other_out(own_postgres: str, *, begun: bool) -> None:
    """Somebody holds the first head; both wait for it, each with its batches in an order of its own."""
    with Office.open(own_postgres) as office, CentralStore.open(database_url(own_postgres, Path())) as other:
        terminals = sorted(office.terminal().terminal for _ in range(30))
        first = [received(one, "0" * 16, 1, GENESIS, "a") for one in terminals]
        second = [received(one.header.terminal, "0" * 16, 2, one.sha, "a") for one in first]
        if begun:
            office.store.inbox.receive_all([Sent([batch], "poznan") for batch in first], TODAY)
        sent = [Sent([batch], "poznan") for batch in (second if begun else first)]
        orders = ([1, 0, *range(2, 30)], [2, 0, 1, *range(3, 30)])
        senders = [
            Sender(store, [sent[number] for number in order])
            for store, order in zip((office.store, other), orders, strict=True)
        ]
        with psycopg.connect(own_postgres) as holder:
            if begun:
                holder.execute("SELECT * FROM head WHERE terminal = %s FOR UPDATE", [terminals[0]])
            else:
                holder.execute("INSERT INTO head VALUES (%s, %s, 0, '')", [terminals[0], "0" * 16])
            for sender in senders:
                sender.start()
            wait_for_locks(own_postgres, len(senders))
            holder.rollback()
        for sender in senders:
            sender.join()
        assert [sender.fault for sender in senders] == [None, None]
        heads = {one.head.n for one in office.store.inbox.senders([(one, "0" * 16) for one in terminals]) if one}
        assert heads == {2 if begun else 1}


def reads_by(store: CentralStore, plan: str) -> list[str]:
    """From now on the server finds heads for `store` by this plan alone; gives the order in which it finds them."""
    with store._engine.connect() as connection:
        for other in {"indexscan", "seqscan", "bitmapscan"} - {plan}:
            connection.exec_driver_sql(f"SET enable_{other} = off")
        connection.commit()
        everyone = connection.scalars(select(tables.head.c.terminal)).all()
        found = select(tables.head.c.terminal).where(tables.head.c.terminal.in_(everyone))
        return list(connection.scalars(found))


def test_processes_that_find_the_heads_in_different_orders_lock_them_in_one(own_postgres: str) -> None:
    """As the server does for a small group and a large one: by the index, or as the heads lie in their table."""
    with Office.open(own_postgres) as office, CentralStore.open(database_url(own_postgres, Path())) as other:
        terminals = sorted(office.terminal().terminal for _ in range(2))
        first = [received(one, "0" * 16, 1, GENESIS, "a") for one in terminals]
        for batch in reversed(first):
            office.store.inbox.receive([batch], "poznan", TODAY)
        assert reads_by(office.store, "indexscan") == terminals
        assert reads_by(other, "seqscan") == terminals[::-1]
        second = [received(one.header.terminal, "0" * 16, 2, one.sha, "a") for one in first]
        senders = [Sender(store, [Sent([batch], "poznan") for batch in second]) for store in (office.store, other)]
        with psycopg.connect(own_postgres) as holder:
            holder.execute("SELECT * FROM head WHERE terminal = %s FOR UPDATE", [terminals[0]])
            for number, sender in enumerate(senders, 1):  # the second has locked the other head by now, if it would
                sender.start()
                wait_for_locks(own_postgres, number)
            holder.rollback()
        for sender in senders:
            sender.join()
        assert [sender.fault for sender in senders] == [None, None]
        assert office.store.status().batches == 4
