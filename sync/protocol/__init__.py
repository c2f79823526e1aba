"""The wire format of both ends; source: `field/reliability.md`, section 2.

    PUT  /v1/terminals/{t}/epochs/{e}/batches/{n}   a batch, gzip      -> 201 new, 200 the same again | Receipt
    GET  /v1/terminals/{t}/epochs/{e}                                  -> 200 | Receipt
    PUT  /v1/terminals/{t}/audit/{n}                audit lines, gzip  -> 201 new, 200 the same again | AuditReceipt
    POST /v1/enrol                                  EnrolmentRequest   -> 201 | Enrolment
    GET  /tuf/metadata/{name}, /tuf/targets/{pack}/{name}                   -> 200, see `content`
    GET  /healthz, /readyz

Every refusal is a `Problem` (RFC 9457); every answer to a terminal that has proved itself carries the `Head`, for an
answer is only worth what it proves. This room imports nothing of ours: it is the published language of both ends.
"""

from sync.protocol.answers import (
    BATCH_TYPE,
    PROBLEM_TYPE,
    Enrolment,
    EnrolmentRequest,
    Head,
    Problem,
    Receipt,
)
from sync.protocol.archive import Caps, Packed, read_archive, write_archive
from sync.protocol.audit import (
    AUDIT_DETAIL,
    AUDIT_LIMITS,
    AUDIT_TYPE,
    AuditLine,
    AuditMessage,
    AuditReceipt,
    allowed_detail,
    audit_path,
    chained,
    encode_audit,
    read_audit,
)
from sync.protocol.batch import (
    FORMAT,
    GENESIS,
    Batch,
    Header,
    batch_path,
    encode_batch,
    epoch_path,
    read_batch,
    read_header,
    sha_of,
    split_lines,
)
from sync.protocol.compression import Bomb, compress, decompress
from sync.protocol.content import CONTENT_PATH, EVERY_TERMINAL, Release, lot, release_for, releases
from sync.protocol.limits import Limits
from sync.protocol.malformed import Malformed
from sync.protocol.row import Row, encode_row, read_row

__all__ = [
    "AUDIT_DETAIL",
    "AUDIT_LIMITS",
    "AUDIT_TYPE",
    "BATCH_TYPE",
    "CONTENT_PATH",
    "EVERY_TERMINAL",
    "FORMAT",
    "GENESIS",
    "PROBLEM_TYPE",
    "AuditLine",
    "AuditMessage",
    "AuditReceipt",
    "Batch",
    "Bomb",
    "Caps",
    "Enrolment",
    "EnrolmentRequest",
    "Head",
    "Header",
    "Limits",
    "Malformed",
    "Packed",
    "Problem",
    "Receipt",
    "Release",
    "Row",
    "allowed_detail",
    "audit_path",
    "batch_path",
    "chained",
    "compress",
    "decompress",
    "encode_audit",
    "encode_batch",
    "encode_row",
    "epoch_path",
    "lot",
    "read_archive",
    "read_audit",
    "read_batch",
    "read_header",
    "read_row",
    "release_for",
    "releases",
    "sha_of",
    "split_lines",
    "write_archive",
]
