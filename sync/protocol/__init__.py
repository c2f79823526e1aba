"""The wire format of both ends; source: `field/reliability.md`, section 2.

    PUT  /v1/terminals/{t}/epochs/{e}/batches/{n}   a batch, gzip      -> 201 new, 200 the same again | Receipt
    POST /v1/terminals/{t}/epochs/{e}/batches       a bundle of them   -> 201 one was new, 200 none was | Receipt
    GET  /v1/terminals/{t}/epochs/{e}                                  -> 200 | Receipt
    POST /v1/terminals/{t}/keys                     KeyExchange        -> 204
    PUT  /v1/terminals/{t}/audit/{n}                audit lines, gzip  -> 201 new, 200 the same again | AuditReceipt
    PUT  /v1/terminals/{t}/health               HealthReport       -> 204
    POST /v1/enrol                                  EnrolmentRequest   -> 201 | Enrolment
    GET  /tuf/metadata/{name}, /tuf/targets/{pack}/{name}                   -> 200, see `content`
    GET  /healthz, /readyz

Every refusal is a `Problem` (RFC 9457); every answer to a terminal that has proved itself carries the `Head`, for an
answer is only worth what it proves. Every request of a terminal is signed (`signatures`), also the one with which it
enrols. This room imports nothing of ours: it is the published language of both ends.
"""

from sync.protocol.answers import (
    BATCH_TYPE,
    PROBLEM_TYPE,
    Enrolment,
    EnrolmentRequest,
    Head,
    KeyExchange,
    Problem,
    Receipt,
    keys_path,
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
    ENCRYPTED_FORMAT,
    FORMAT,
    GENESIS,
    Batch,
    Header,
    batch_path,
    batches_path,
    encode_batch,
    epoch_path,
    read_batch,
    read_header,
    sha_of,
    split_lines,
)
from sync.protocol.bundle import BUNDLE_TYPE, LARGEST_BUNDLE, encode_bundle, read_bundle
from sync.protocol.codes import CODE_LENGTH, CODE_LETTERS, is_code, plain_code
from sync.protocol.compression import Bomb, compress, decompress
from sync.protocol.content import CONTENT_PATH, EVERY_TERMINAL, Release, lot, release_for, releases
from sync.protocol.health import LARGEST_REPORT, HealthReport, health_path
from sync.protocol.keys import TerminalKey, fingerprint, is_proved, public_key
from sync.protocol.limits import LEAST_ENCODED, LEAST_ROWS, MOST_BATCHES, Asked, Limits
from sync.protocol.malformed import Malformed
from sync.protocol.parcel import (
    Carried,
    Parcel,
    batches_of,
    encode_receipt,
    read_parcel,
    read_receipt,
    write_parcel,
)
from sync.protocol.row import Row, encode_row, format_of, read_row, with_answers
from sync.protocol.signatures import Message, Proof, Unproved, signature_headers, verify

__all__ = [
    "AUDIT_DETAIL",
    "AUDIT_LIMITS",
    "AUDIT_TYPE",
    "BATCH_TYPE",
    "BUNDLE_TYPE",
    "CODE_LENGTH",
    "CODE_LETTERS",
    "CONTENT_PATH",
    "ENCRYPTED_FORMAT",
    "EVERY_TERMINAL",
    "FORMAT",
    "GENESIS",
    "LARGEST_BUNDLE",
    "LARGEST_REPORT",
    "LEAST_ENCODED",
    "LEAST_ROWS",
    "MOST_BATCHES",
    "PROBLEM_TYPE",
    "Asked",
    "AuditLine",
    "AuditMessage",
    "AuditReceipt",
    "Batch",
    "Bomb",
    "Caps",
    "Carried",
    "Enrolment",
    "EnrolmentRequest",
    "Head",
    "Header",
    "HealthReport",
    "KeyExchange",
    "Limits",
    "Malformed",
    "Message",
    "Packed",
    "Parcel",
    "Problem",
    "Proof",
    "Receipt",
    "Release",
    "Row",
    "TerminalKey",
    "Unproved",
    "allowed_detail",
    "audit_path",
    "batch_path",
    "batches_of",
    "batches_path",
    "chained",
    "compress",
    "decompress",
    "encode_audit",
    "encode_batch",
    "encode_bundle",
    "encode_receipt",
    "encode_row",
    "epoch_path",
    "fingerprint",
    "format_of",
    "health_path",
    "is_code",
    "is_proved",
    "keys_path",
    "lot",
    "plain_code",
    "public_key",
    "read_archive",
    "read_audit",
    "read_batch",
    "read_bundle",
    "read_header",
    "read_parcel",
    "read_receipt",
    "read_row",
    "release_for",
    "releases",
    "sha_of",
    "signature_headers",
    "split_lines",
    "verify",
    "with_answers",
    "write_archive",
    "write_parcel",
]
