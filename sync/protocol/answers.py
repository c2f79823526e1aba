"""What the centre answers, and what a terminal asks at its enrolment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from sync.protocol.batch import GENESIS, LARGEST
from sync.protocol.limits import LEAST_ENCODED, LEAST_ROWS, Asked
from sync.protocol.malformed import Malformed, canonical, json_object

BATCH_TYPE = "application/vnd.okienko.batch; v=1"
PROBLEM_TYPE = "application/problem+json"
_PROBLEMS = "/problems/"
_KEY = 43
_LONGEST_DOCUMENT = 32 * 1024


@dataclass(frozen=True, slots=True)
class Head:
    """The last batch of an epoch that the centre holds; (0, 64 zeros) when it holds none."""

    n: int = 0
    sha: str = GENESIS


@dataclass(frozen=True, slots=True)
class Receipt:
    """The answer to a batch or to a question for the head. `next_s`: seconds until the centre expects the next one.

    `now`: the centre's clock, seconds since 1970, 0 where it does not say. Unknown fields are passed over, so that a
    centre may say more.
    """

    head: Head
    next_s: int
    now: int = 0
    asked: Asked = field(default_factory=Asked)

    def encode(self) -> bytes:
        return canonical(asdict(self))

    @classmethod
    def read(cls, data: bytes) -> Receipt:
        """Raises `Malformed`, also for a foreign answer such as a captive portal's page."""
        value = json_object(data)
        head = read_head(value.get("head"))
        if head is None:
            raise Malformed("the answer has no head")
        asked = _asked(value.get("asked"))
        return cls(head=head, next_s=_seconds(value.get("next_s")), now=_moment(value.get("now")), asked=asked)


@dataclass(frozen=True, slots=True)
class Problem:
    """A refusal, as `application/problem+json` (RFC 9457). `kind` is the last part of its type's address.

    `now` as in a `Receipt`: said where the terminal's clock is what is wrong.
    """

    kind: str
    status: int
    title: str
    detail: str
    head: Head | None = None
    request_id: str = ""
    now: int = 0

    def encode(self) -> bytes:
        value: dict[str, object] = {
            "type": _PROBLEMS + self.kind,
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "request_id": self.request_id,
        }
        if self.head is not None:
            value["head"] = asdict(self.head)
        if self.now:
            value["now"] = self.now
        return canonical(value)

    @classmethod
    def read(cls, status: int, data: bytes) -> Problem:
        """Never raises: a proxy's page is a problem too, only with less to say."""
        try:
            value = json_object(data)
            head = read_head(value.get("head"))
        except Malformed:
            value, head = {}, None
        return cls(
            kind=_sentence(value.get("type")).rpartition("/")[2][:64],
            status=status,
            title=_sentence(value.get("title"))[:200],
            detail=_sentence(value.get("detail"))[:500],
            head=head,
            request_id=_sentence(value.get("request_id"))[:64],
            now=_moment(value.get("now")),
        )


@dataclass(frozen=True, slots=True)
class EnrolmentRequest:
    """A one-time code, and the key the terminal has made for itself: repeating both gets the same answer."""

    code: str = field(repr=False)
    public_key: str

    def encode(self) -> bytes:
        return canonical(asdict(self))

    @classmethod
    def read(cls, data: bytes) -> EnrolmentRequest:
        """Raises `Malformed`."""
        value = fields(data, "code", "public_key")
        return cls(code=value["code"], public_key=value["public_key"])


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Who the terminal is from now on.

    `central_key` signs the receipts of the file road, "" from an older centre. `root`: root metadata of the signed
    content, if the centre publishes any.
    """

    terminal: str
    office: str
    central_key: str = ""
    root: str = field(default="", repr=False)

    def encode(self) -> bytes:
        value = asdict(self)
        if not self.root:
            del value["root"]
        return canonical(value)

    @classmethod
    def read(cls, data: bytes) -> Enrolment:
        """Raises `Malformed`."""
        value = fields(data, "terminal", "office")
        key = json_object(data).get("central_key")
        central_key = key if isinstance(key, str) and len(key) <= _KEY and key.isprintable() else ""
        return cls(
            terminal=value["terminal"], office=value["office"], central_key=central_key, root=_document(data, "root")
        )


@dataclass(frozen=True, slots=True)
class KeyExchange:
    """The key with which a terminal signs from now on, and the proof (`TerminalKey.prove`) that it has it."""

    public_key: str
    proof: str

    def encode(self) -> bytes:
        return canonical(asdict(self))

    @classmethod
    def read(cls, data: bytes) -> KeyExchange:
        """Raises `Malformed`."""
        value = fields(data, "public_key", "proof")
        return cls(public_key=value["public_key"], proof=value["proof"])


def keys_path(terminal: str) -> str:
    """Where a terminal exchanges its key."""
    return f"/v1/terminals/{terminal}/keys"


def fields(data: bytes, *keys: str) -> Mapping[str, str]:
    """The named texts of a JSON object; raises `Malformed` naming the first that is missing."""
    value = json_object(data)
    for key in keys:
        if not isinstance(value.get(key), str) or not 1 <= len(value[key]) <= 200 or not value[key].isprintable():
            raise Malformed(f"{key} is missing or not a text of 1 to 200 printable characters")
    return {key: value[key] for key in keys}


def _document(data: bytes, key: str) -> str:
    """A long text that may be left out; what it says is judged by whoever knows its format."""
    found = json_object(data).get(key, "")
    if not isinstance(found, str) or len(found) > _LONGEST_DOCUMENT:
        raise Malformed(f"{key} is not a text of at most {_LONGEST_DOCUMENT} characters")
    return found


def read_head(value: Any) -> Head | None:
    """A head as it stands in an answer; None for what is none."""
    match value:
        case {"n": int(n), "sha": str(sha)} if 0 <= n <= LARGEST and type(n) is int and len(sha) == len(GENESIS):
            return Head(n, sha)
    return None


def _asked(value: Any) -> Asked:
    """What is senseless, or more than is allowed, is as if it had not been said."""
    said = value if isinstance(value, dict) else {}
    usual = Asked()
    return Asked(
        rows=_within(said.get("rows"), LEAST_ROWS, usual.rows),
        encoded=_within(said.get("encoded"), LEAST_ENCODED, usual.encoded),
        batches=_within(said.get("batches"), 1, usual.batches),
    )


def _within(value: Any, least: int, usual: int) -> int:
    return value if type(value) is int and least <= value <= usual else usual


def _sentence(value: Any) -> str:
    """A stranger's text, fit for a terminal's screen and for a database: on one line, nothing but what prints."""
    return "".join(letter if letter.isprintable() else " " for letter in value) if isinstance(value, str) else ""


def _moment(value: Any) -> int:
    return value if type(value) is int and 0 <= value <= LARGEST * 4 else 0


def _seconds(value: Any) -> int:
    return value if type(value) is int and 1 <= value <= 7 * 24 * 3600 else 900
