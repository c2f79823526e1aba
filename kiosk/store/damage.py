"""Looks for rows that are not as they were written."""

from __future__ import annotations

import logging

from sqlalchemy import func, select

from kiosk.domain.damage import DamagedRows
from kiosk.store import tables
from kiosk.store.checksums import COLUMN, fits
from kiosk.store.engine import Engines, faults_translated

WITHOUT_RESPONSE = "outbox without response"
"""Entries of the outbox whose response is not there, or damaged."""
_log = logging.getLogger(__name__)


class DamageReport:
    """Reads only; any thread."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
        self._told: list[DamagedRows] = []

    def rows(self) -> list[DamagedRows]:
        """Every table with damaged rows, by name; reads all of the file and raises `StoreFault`.

        Says so in the log, once for each finding.
        """
        found = []
        with faults_translated("look for damage"), self._engines.read.connect() as connection:
            for table in tables.metadata.sorted_tables:
                if COLUMN in table.columns:
                    damaged = select(func.count()).select_from(table).where(~fits(table))
                    found.append(DamagedRows(table.name, connection.scalar(damaged) or 0))
            waiting, whole = tables.outbox, tables.responses
            is_there = select(whole.c.id).where(whole.c.id == waiting.c.response, fits(whole)).exists()
            lone = select(func.count()).select_from(waiting).where(fits(waiting), ~is_there)
            found.append(DamagedRows(WITHOUT_RESPONSE, connection.scalar(lone) or 0))
        found = sorted((one for one in found if one.number), key=lambda one: one.table)
        if found and found != self._told:
            _log.error("damaged rows in the database, kept and passed over: %s", ", ".join(map(str, found)))
        self._told = found
        return found
