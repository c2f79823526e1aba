"""What may go wrong on the road, by what the agent does about it.

RoadFault
└── Trouble      a contact has failed; nothing is lost, it is tried again
    ├── Delayed      the network, a busy or broken centre: back off, `Retry-After` wins
    └── Rejected     the centre will not have it, now or in a minute: once an hour, and tell the staff
"""

from __future__ import annotations

import ssl

from kiosk.domain.errors import RoadFault


class Trouble(RoadFault):
    """Base of both; the text is one sentence for the staff, with no address and no secret in it."""


class Delayed(Trouble):
    """Try again soon; `retry_after` is the centre's wish in seconds."""

    def __init__(self, sentence: str, retry_after: float | None = None) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after


class Rejected(Trouble):
    """Trying again soon would not help; `kind` is the problem's."""

    def __init__(self, sentence: str, kind: str = "") -> None:
        super().__init__(sentence)
        self.kind = kind


def unreached(fault: BaseException) -> str:
    """Why nothing came back, and what to do."""
    cause: BaseException | None = fault
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            reason = getattr(cause, "verify_message", "") or cause.args[-1]
            why = f"the central office's certificate is not trusted here ({reason})"
            return f"{why}; if it is by an authority of your own, name that in okienko.toml: central_ca"
        cause = cause.__cause__ or cause.__context__
    said = f"the central office cannot be reached ({type(fault).__name__})"
    return f"{said}; is its address right, and the network there?"
