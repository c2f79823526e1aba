"""What an administrator did at a terminal, as it travels: numbered lines in a hash chain, nothing of a visitor.

The hash of a line is that of the line before and of its own bytes. Whoever holds a line under its hash therefore holds
every line before it, as they were written; two terminals that share a past and part are told apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

from sync.protocol.batch import GENESIS, LARGEST, sha_of, split_lines
from sync.protocol.compression import Bomb
from sync.protocol.limits import Limits
from sync.protocol.malformed import Malformed, canonical, json_object

AUDIT_TYPE = "application/vnd.okienko.audit; v=1"
AUDIT_FORMAT = 1
"""The format this program writes. A later one writes the lines of this one byte for byte, for their hashes."""

AUDIT_LIMITS = Limits(encoded=64 * 1024, decoded=512 * 1024, rows=200, row=1024)

_PERIOD = re.compile(r"\d{4}(-(W\d{2}|\d{2}(-\d{2})?))?", re.ASCII)
AUDIT_DETAIL: Mapping[str, re.Pattern[str]] = {
    "format": re.compile(r"[a-z0-9]{1,16}", re.ASCII),
    "questionnaire": re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}", re.ASCII),
    "first": _PERIOD,
    "last": _PERIOD,
}
"""All that a line may say beyond its event: what was exported and of which periods. Anything else stays outside.

No free text, no number, no count: there is no room in it for a visitor.
"""

_LONGEST_HEADER = 1024
_LONGEST_EVENT = 32
_TERMINAL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_SHA = re.compile(r"[0-9a-f]{64}", re.ASCII)
_EVENT = re.compile(r"[a-z]+(_[a-z]+)*", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class AuditLine:
    """`number` counts from 1 without gaps, `at` is naive UTC in whole seconds by the terminal's own clock.

    `event` is a word of `kiosk.domain.audit.AuditEvent`, or of a newer program's.
    """

    number: int
    at: datetime
    event: str
    detail: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AuditMessage:
    """Lines that follow each other; `prev` is the hash of the line before the first of them."""

    terminal: str
    prev: str
    lines: Sequence[AuditLine]
    app: str = ""


@dataclass(frozen=True, slots=True)
class AuditReceipt:
    """The last line that the centre has now on disk, with every one before it.

    `apart`: the centre has another line of this terminal with such a number, and keeps both.
    """

    number: int
    sha: str
    apart: bool = False

    def encode(self) -> bytes:
        return canonical(asdict(self))

    @classmethod
    def read(cls, data: bytes) -> AuditReceipt:
        """Raises `Malformed`, also for a foreign answer such as a captive portal's page."""
        match json_object(data):
            case {"number": int(number), "sha": str(sha), "apart": bool(apart)} if _SHA.fullmatch(sha):
                return cls(number, sha, apart)
        raise Malformed("the answer does not say what has been received")


def audit_path(terminal: str, first: int) -> str:
    """Where the lines from number `first` on are put."""
    return f"/v1/terminals/{terminal}/audit/{first}"


def allowed_detail(detail: Mapping[str, str]) -> dict[str, str]:
    """What of `detail` may leave the terminal."""
    return {key: value for key, value in detail.items() if key in AUDIT_DETAIL and AUDIT_DETAIL[key].fullmatch(value)}


def encode_line(line: AuditLine) -> bytes:
    """The line's bytes, without the line end."""
    at = line.at.replace(microsecond=0).isoformat() + "Z"
    return canonical({"number": line.number, "at": at, "event": line.event, "detail": dict(line.detail)})


def chained(prev: str, lines: Sequence[AuditLine]) -> list[str]:
    """The hash of each line, 64 hexadecimal digits; `prev` is that of the line before them, `GENESIS` for none."""
    hashes = []
    for line in lines:
        prev = sha_of(prev.encode() + b"\n" + encode_line(line))
        hashes.append(prev)
    return hashes


def encode_audit(message: AuditMessage) -> bytes:
    """The message's bytes: a header line and a line each."""
    header = {
        "fmt": AUDIT_FORMAT,
        "terminal": message.terminal,
        "prev": message.prev,
        "lines": len(message.lines),
        "app": message.app,
    }
    return b"".join(line + b"\n" for line in (canonical(header), *map(encode_line, message.lines)))


def read_audit(body: bytes, limits: Limits = AUDIT_LIMITS) -> AuditMessage:
    """Read and check all of a message; raises `Malformed`, or `Bomb`, with a reason that repeats no value.

    Unknown fields and details are refused, not passed over: they are a newer program's words that must wait for a
    reader of them, or something that should never have left a terminal.
    """
    end = body.find(b"\n", 0, _LONGEST_HEADER)
    if end < 0:
        raise Malformed("the header is missing or too long")
    header = json_object(body[:end])
    if type(header.get("fmt")) is not int or header["fmt"] != AUDIT_FORMAT:
        raise Malformed("header: fmt is not a format that is read here")
    found = split_lines(body)
    if len(found) > limits.rows:
        raise Bomb(f"more than {limits.rows} lines")
    lines = [_line(line, limits) for line in found]
    if header.get("lines") != len(lines) or not lines:
        raise Malformed("header: lines is not the number of lines, or there is none")
    if any(after.number != line.number + 1 for line, after in pairwise(lines)):
        raise Malformed("number: the lines do not follow each other")
    prev = _text(header, "prev", _SHA)
    if (lines[0].number == 1) != (prev == GENESIS):
        raise Malformed("header: prev does not fit the number of the first line")
    app = header.get("app", "")
    return AuditMessage(_text(header, "terminal", _TERMINAL), prev, lines, app[:64] if isinstance(app, str) else "")


def _line(data: bytes, limits: Limits) -> AuditLine:
    if len(data) > limits.row:
        raise Malformed("a line is too long")
    value = json_object(data)
    if value.keys() != {"number", "at", "event", "detail"}:
        raise Malformed("a line has not exactly number, at, event and detail")
    number = value["number"]
    if type(number) is not int or not 1 <= number <= LARGEST:
        raise Malformed("number: not a whole number from 1")
    line = AuditLine(number, _moment(value["at"]), _event(value["event"]), _detail(value["detail"]))
    if encode_line(line) != data:
        raise Malformed("a line is not in its canonical form")
    return line


def _moment(value: object) -> datetime:
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        try:
            return datetime.fromisoformat(value[:-1])
        except ValueError:
            pass
    raise Malformed("at: not a moment in UTC with whole seconds")


def _event(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_EVENT or not _EVENT.fullmatch(value):
        raise Malformed(f"event: not a word of at most {_LONGEST_EVENT} small letters and _")
    return value


def _detail(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict) or value.keys() - AUDIT_DETAIL.keys():
        raise Malformed(f"detail: not an object with nothing but {', '.join(AUDIT_DETAIL)}")
    for key, found in value.items():
        if not isinstance(found, str) or not AUDIT_DETAIL[key].fullmatch(found):
            raise Malformed(f"detail, {key}: not of its form")
    return value


def _text(header: Mapping[str, Any], key: str, form: re.Pattern[str]) -> str:
    text = header.get(key)
    if not isinstance(text, str) or not form.fullmatch(text):
        raise Malformed(f"header: {key} is missing or wrong")
    return text
