"""The central office's database, SQLite or PostgreSQL; SQLAlchemy stays in this room.

Everything here is synchronous and safe from any thread; every method is one transaction and durable when it returns.
"""

from sync.central.store.accounts import Account, Accounts, BooksState
from sync.central.store.audits import AuditRecord, Audits, AuditVerdict
from sync.central.store.backup import Backup, Contents, require_copy
from sync.central.store.doubles import Halves
from sync.central.store.enrolments import Enrolments, Refusal, Terminal
from sync.central.store.export import ResponseExport
from sync.central.store.fleet import Fleet, FleetMember
from sync.central.store.inbox import Inbox, Received, Ruling, Sender, Sent, Verdict
from sync.central.store.projection import MISCOUNTED, Anew, Projection, Reading, Retried, Waiting
from sync.central.store.store import CentralStore, Status, database_url, require_existing, take_away, to_be_made
from sync.central.store.stored_batch import StoredBatch, unpacked

__all__ = [
    "MISCOUNTED",
    "Account",
    "Accounts",
    "Anew",
    "AuditRecord",
    "AuditVerdict",
    "Audits",
    "Backup",
    "BooksState",
    "CentralStore",
    "Contents",
    "Enrolments",
    "Fleet",
    "FleetMember",
    "Halves",
    "Inbox",
    "Projection",
    "Reading",
    "Received",
    "Refusal",
    "ResponseExport",
    "Retried",
    "Ruling",
    "Sender",
    "Sent",
    "Status",
    "StoredBatch",
    "Terminal",
    "Verdict",
    "Waiting",
    "database_url",
    "require_copy",
    "require_existing",
    "take_away",
    "to_be_made",
    "unpacked",
]
