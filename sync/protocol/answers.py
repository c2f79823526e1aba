"""What the centre answers, and what a terminal asks at its enrolment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from sync.protocol.batch import GENESIS, LARGEST
from sync.protocol.malformed import Malformed, canonical, json_object

BATCH_TYPE = "application/vnd.okienko.batch; v=1"
PROBLEM_TYPE = "application/problem+json"
_PROBLEMS = "/problems/"
_LONGEST_DOCUMENT = 32 * 1024


@dataclass(frozen=True, slots=True)
class Head:
    """The last batch of an epoch that the centre holds; (0, 64 zeros) when it holds none."""

    n: int = 0
    sha: str = GENESIS


@dataclass(frozen=True, slots=True)
class Receipt:
    """The answer to a batch or to a question for the head. `next_s`: seconds until the centre expects the next one.

    Unknown fields are passed over, so that a centre may say more.
    """

    head: Head
    next_s: int

    def encode(self) -> bytes:
        return canonical(asdict(self))

    @classmethod
    def read(cls, data: bytes) -> Receipt:
        """Raises `Malformed`, also for a foreign answer such as a captive portal's page."""
        value = json_object(data)
        head = _head(value.get("head"))
        if head is None:
            raise Malformed("the answer has no head")
        return cls(head=head, next_s=_seconds(value.get("next_s")))


@dataclass(frozen=True, slots=True)
class Problem:
    """A refusal, as `application/problem+json` (RFC 9457). `kind` is the last part of its type's address."""

    kind: str
    status: int
    title: str
    detail: str
    head: Head | None = None
    request_id: str = ""

    def encode(self) -> bytes:
        value: dict[str, object] = {
            "type": _PROBLEMS + self.kind,
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "request_id": self.request_id,
        }
        return canonical(value if self.head is None else value | {"head": asdict(self.head)})

    @classmethod
    def read(cls, status: int, data: bytes) -> Problem:
        """Never raises: a proxy's page is a problem too, only with less to say."""
        try:
            value = json_object(data)
            head = _head(value.get("head"))
        except Malformed:
            value, head = {}, None
        return cls(
            kind=_sentence(value.get("type")).rpartition("/")[2][:64],
            status=status,
            title=_sentence(value.get("title"))[:200],
            detail=_sentence(value.get("detail"))[:500],
            head=head,
            request_id=_sentence(value.get("request_id"))[:64],
        )


@dataclass(frozen=True, slots=True)
class EnrolmentRequest:
    """A one-time code, and the secret the terminal has made for itself: repeating both gets the same answer."""

    code: str = field(repr=False)
    token: str = field(repr=False)

    def encode(self) -> bytes:
        return canonical(asdict(self))

    @classmethod
    def read(cls, data: bytes) -> EnrolmentRequest:
        """Raises `Malformed`."""
        value = fields(data, "code", "token")
        return cls(code=value["code"], token=value["token"])


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Who the terminal is from now on. `root`: root metadata of the signed content, if the centre publishes any."""

    terminal: str
    office: str
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
        return cls(terminal=value["terminal"], office=value["office"], root=_document(data, "root"))


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


def _head(value: Any) -> Head | None:
    match value:
        case {"n": int(n), "sha": str(sha)} if 0 <= n <= LARGEST and type(n) is int and len(sha) == len(GENESIS):
            return Head(n, sha)
    return None


def _sentence(value: Any) -> str:
    """A stranger's text, fit for a terminal's screen and for a database: on one line, nothing but what prints."""
    return "".join(letter if letter.isprintable() else " " for letter in value) if isinstance(value, str) else ""


def _seconds(value: Any) -> int:
    return value if type(value) is int and 1 <= value <= 7 * 24 * 3600 else 900
