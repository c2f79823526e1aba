"""Certificates before a terminal whose clock nobody vouches for: their end is held against what is known of the time.

TLS judges a certificate by the machine's clock. One that shows 1970 finds every certificate not yet valid, so the
centre, which knows what time it is, could not tell it; one that shows 2046 finds all of them expired.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

_NO_CHECK_TIME = 0x200000
"""X509_V_FLAG_NO_CHECK_TIME; source: X509_VERIFY_PARAM_set_flags(3). Python has no name for it."""


def judged_by(earliest: Callable[[], datetime], context: ssl.SSLContext) -> ssl.SSLContext:
    """`context`, which from now on refuses the other side's certificate if it ended before what `earliest` gives.

    Everything else is checked as before: name, authority, signatures. That it has begun is not, for it can be later
    than that; nor are the days of the authority's own certificates.
    """

    def refuse_expired(certificate: Any) -> None:
        ends = ssl.cert_time_to_seconds(certificate["notAfter"])
        if datetime.fromtimestamp(ends, UTC) < earliest():
            raise ssl.SSLCertVerificationError("the certificate ended before the earliest that it can be now")

    class Object(ssl.SSLObject):
        def do_handshake(self) -> None:
            super().do_handshake()
            refuse_expired(self.getpeercert())

    class Socket(ssl.SSLSocket):
        def do_handshake(self, block: bool = False) -> None:  # noqa: FBT001, FBT002  # the library's own
            super().do_handshake(block)
            refuse_expired(self.getpeercert())

    context.verify_flags = ssl.VerifyFlags(context.verify_flags | _NO_CHECK_TIME)
    context.sslobject_class = Object
    context.sslsocket_class = Socket
    return context
