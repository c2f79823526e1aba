"""The terminal joins a central office with a one-time code.

The token is made here and never chosen by the centre. It follows from a secret that is on disk before the code leaves,
from the code and from the centre, so that after a lost answer the same command sends the very same token; and it is
another one for every centre and code, so that no centre learns what proves this terminal to another.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import replace

from kiosk.store.road import Road
from kiosk.store.store import Store
from sync.agent.chance import Chance
from sync.agent.courier import Courier
from sync.agent.sealing import Sealing


async def enrol(
    store: Store,
    sealing: Sealing,
    courier: Courier,
    chance: Chance,
    code: str,
    central: str,
    trust: Callable[[str], None] = lambda _root: None,
) -> Road:
    """Exchange `code` at `central`; the road from now on, with all that was held going there in a new epoch.

    The audit list goes there too, from its beginning.
    `trust` is told the root metadata of the centre's content, before the terminal counts as enrolled.
    Safe to repeat with the same code until it has succeeded. Raises `Trouble` and `StoreFault`.
    """
    road = store.road.read()
    if road is None:
        road = Road(terminal="", office="", central=central, token=chance.token(), epoch="")
        store.road.write(road)
    token = _token(road.token, central, _letters(code))
    enrolment = await courier.enrol(code, token)
    if enrolment.root:
        trust(enrolment.root)
    new = Road(terminal=enrolment.terminal, office=enrolment.office, central=central, token=token, epoch=road.epoch)
    road = sealing.reissue(replace(new, last_upload=road.last_upload))
    store.audit.note_audit_held(0, road.terminal)
    return road


def _token(secret: str, central: str, code: str) -> str:
    """HMAC-SHA-256 (RFC 2104): whoever sees the token learns nothing of the secret."""
    digest = hmac.digest(secret.encode(), f"enrol\n{central}\n{code}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _letters(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())
