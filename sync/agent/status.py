"""What the agent can tell of itself, for people and for programs."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from kiosk.analysis.roughly import roughly
from kiosk.store.store import Store


@dataclass(frozen=True, slots=True)
class AgentStatus:
    """`waiting`: responses in no batch yet, roughly as in `kiosk status`: nobody shall see a single one come in.

    `last_upload_utc`: when the centre last acknowledged something. `waiting_audit`: lines of the
    administrator's list that the centre has not received. `books`: in what the books do not balance.
    """

    enrolled: bool
    terminal: str
    office: str
    central: str
    epoch: str
    waiting: str
    waiting_audit: int
    acknowledged_batches: int
    unacknowledged_batches: int
    last_upload_utc: str | None
    failures: int
    last_problem: str
    books_balance: bool
    books: str
    books_what_to_do: str

    def facts(self) -> dict[str, object]:
        return asdict(self)


def status_of(store: Store) -> AgentStatus:
    """Read from the terminal's file; raises `StoreFault`."""
    books = store.bookkeeping.books()
    waiting, waiting_audit = roughly(books.waiting), store.audit.waiting_audit()
    road = store.road.read()
    if road is None or not road.terminal:
        problem = "not enrolled" if road is None else "not enrolled: a first attempt got no answer"
        return AgentStatus(
            enrolled=False,
            terminal="",
            office="",
            central=road.central if road else "",
            epoch="",
            waiting=waiting,
            waiting_audit=waiting_audit,
            acknowledged_batches=0,
            unacknowledged_batches=0,
            last_upload_utc=None,
            failures=0,
            last_problem=problem,
            books_balance=books.balances,
            books="; ".join(books.faults),
            books_what_to_do=books.what_to_do,
        )
    last = store.outbox.last(road.epoch)
    return AgentStatus(
        enrolled=True,
        terminal=road.terminal,
        office=road.office,
        central=road.central,
        epoch=road.epoch,
        waiting=waiting,
        waiting_audit=waiting_audit,
        acknowledged_batches=road.acknowledged,
        unacknowledged_batches=max(0, (last.n if last else 0) - road.acknowledged),
        last_upload_utc=road.last_upload.isoformat(timespec="minutes") + "Z" if road.last_upload else None,
        failures=road.attempts,
        last_problem=road.last_problem,
        books_balance=books.balances,
        books="; ".join(books.faults),
        books_what_to_do=books.what_to_do,
    )
