"""The terminal's SQLite file: what people said until the office has it, and for local reading afterwards.

Table rows never leave this room: it takes and gives values of `kiosk.domain`, and of the small records below.
"""

from kiosk.store.outbox import SealedBatch
from kiosk.store.road import Road
from kiosk.store.store import Store

__all__ = ["Road", "SealedBatch", "Store"]
