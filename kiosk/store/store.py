"""The terminal's file as a whole: opened, brought to the newest shape, and divided among those who use it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.domain.clock import Clock
from kiosk.domain.errors import DamagedStore, StoreFault
from kiosk.encryption import Holders, KeyFile, Keyring
from kiosk.store import tables
from kiosk.store.auditing import AuditStore
from kiosk.store.books import Bookkeeping
from kiosk.store.comments import CommentStore
from kiosk.store.counting import Counting
from kiosk.store.damage import DamageReport
from kiosk.store.encrypting import Encrypting
from kiosk.store.engine import quick_check
from kiosk.store.folder import FILE_NAME, note_suspicion, suspicion
from kiosk.store.opening import OpenFile, open_file
from kiosk.store.outbox import Outbox
from kiosk.store.pins import PinStore
from kiosk.store.read_only import obstacle_to_writing, open_file_to_read
from kiosk.store.reading import ResponseSource
from kiosk.store.responses import ResponseStore
from kiosk.store.road import RoadStore
from kiosk.store.salvage import corrupt_files
from kiosk.store.settling import Settling
from kiosk.system_clock import SystemClock


class Store:
    """Everything in one terminal's file. Close it, or use it in a `with` block."""

    def __init__(self, opened: OpenFile, clock: Clock, holders: Holders | None, keys: Keyring) -> None:
        self._file = opened
        self._engines = engines = opened.engines
        settling = Settling(engines)
        self.keys = keys
        self._encrypting = encrypting = Encrypting(engines, holders)
        self._settling = settling
        self.responses = ResponseStore(engines, clock, settling, encrypting)
        self.comments = CommentStore(engines, settling, encrypting, keys)
        self.counting = Counting(engines, keys)
        self.reading = ResponseSource(engines, keys)
        self.outbox = Outbox(engines, encrypting)
        self.road = RoadStore(engines)
        self.audit = AuditStore(engines, clock)
        self.pins = PinStore(engines)
        self.damage_report = DamageReport(engines)
        self.bookkeeping = Bookkeeping(engines)

    @classmethod
    def open(
        cls, data: Path, clock: Clock | None = None, holders: Holders | None = None, keys: Iterable[KeyFile] = ()
    ) -> Store:
        """Open the file in the folder `data`, making and migrating it where needed; raises `StoreFault`.

        What people say is encrypted for the `holders` before it is written; what is encrypted is read with `keys`.
        """
        clock, keyring = clock or SystemClock(), Keyring(keys)
        return cls(open_file(data / FILE_NAME, clock, keyring), clock, holders, keyring)

    @classmethod
    def open_to_read(cls, data: Path, keys: Iterable[KeyFile] = ()) -> Store:
        """The same for who only reads: where nothing can be written the file is read as it is; `obstacle` tells then.

        Raises `StoreFault`, also where not all that is there could be read in this way.
        """
        file = data / FILE_NAME
        if not file.exists():
            raise StoreFault(f"there is no data in {data}; start the terminal first, or name its folder with --data")
        if obstacle := obstacle_to_writing(file):
            keyring = Keyring(keys)
            return cls(open_file_to_read(file, keyring, obstacle), SystemClock(), None, keyring)
        return cls.open(data, keys=keys)

    @property
    def obstacle(self) -> str:
        """Why the file can only be read, and what to do, in one sentence; empty where it can be written."""
        return self._file.obstacle

    def damage(self) -> str:
        """What is broken in the file, empty when it is in order. Reads all of it; raises `StoreFault`.

        Either the first thing that SQLite finds, or the numbers of rows that are not as they were written; and for as
        long as they are there, the names of damaged files from which this one has been saved.
        """
        if found := quick_check(self._engines.read):
            return found
        told = [f"{rows.table}: {rows.number}" for rows in self.damage_report.rows()]
        return ", ".join(told + corrupt_files(self._file.file))

    def encrypt_rest(self) -> None:
        """Encrypt what was said before answers were encrypted, and take what was in clear off the disk, tallies too.

        Not an interview that is open: whoever stands there writes it anew. Raises `StoreFault`.
        """
        columns = tables.responses.c.answers, tables.comments.c.text
        encrypted = sum(self._encrypting.the_rest(column) for column in columns)
        if encrypted + self._encrypting.forget_hours():
            self._settling.mark()
            self._settling.settle()

    def is_damaged(self) -> bool:
        """Whether something is broken in the file itself, or a row not as it was written. Reads all of it."""
        return bool(quick_check(self._engines.read) or self.damage_report.rows())

    def require_sound(self) -> None:
        """Raise `DamagedStore` where somebody who uses the file has met damage: it is time to close it."""
        if suspicion(self._file.file).exists():
            raise DamagedStore(f"{self._file.file} is damaged and is to be closed")

    def suspect(self) -> None:
        """Damage was met: whoever is next alone with the file looks at it, and saves what can be saved."""
        note_suspicion(self._file.file)

    @contextmanager
    def noting_damage(self) -> Iterator[None]:
        """`suspect` where damage ends the block. For who lives long: a mark stops every program that uses the file."""
        try:
            yield
        except DamagedStore:
            self.suspect()
            raise

    def close(self) -> None:
        """Give the file back; safe to repeat."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
