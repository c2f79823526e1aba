"""The terminal joins a central office with a one-time code.

The key is made here and never leaves. It follows from a secret that is on disk before the code leaves, from the code
and from the centre, so that after a lost answer the same command speaks of the very same key; and it is another one for
every centre and code, so that no two centres can tell that they know the same terminal.
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
from sync.protocol import Enrolment, TerminalKey


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
    secret = secret_for(store, chance, code, central)
    enrolment = await courier.enrol(code, TerminalKey(secret))
    if enrolment.root:
        trust(enrolment.root)
    return join(store, sealing, secret, central, enrolment)


def secret_for(store: Store, chance: Chance, code: str, central: str) -> str:
    """The secret half of the key with which to enrol at `central` with `code`; the same again until one is joined."""
    store.road.forget_damaged()
    road = store.road.read()
    if road is None:
        road = Road(terminal="", office="", central=central, private_key=chance.secret(), epoch="")
        store.road.write(road)
    return _secret(road.private_key, central, _letters(code))


def join(store: Store, sealing: Sealing, secret: str, central: str, enrolment: Enrolment) -> Road:
    """Be the terminal of `enrolment` from now on; the road of it. Raises `StoreFault`."""
    road = store.road.read()
    new = Road(
        terminal=enrolment.terminal,
        office=enrolment.office,
        central=central,
        private_key=secret,
        epoch="" if road is None else road.epoch,
        last_upload=None if road is None else road.last_upload,
        central_key=enrolment.central_key,
    )
    # It may have been put back from a copy that knew nothing of this terminal, or this may be another one.
    has_moved = road is not None and bool(road.terminal) and not _is_same_centre(road, new)
    left = _mark(road) if has_moved and road is not None else ""
    new = sealing.reissue(new, everything=not has_moved, left=left, joined=_mark(new))
    store.audit.note_audit_held(0, new.terminal)
    return new


async def rotate_key(store: Store, courier: Courier, secret: str, road: Road) -> Road:
    """Sign with the key `secret` from now on; the road from now on. Safe to repeat, and to be killed anywhere.

    It is on disk before it is told, so that after a lost answer the same one is told again: the centre takes the old
    key's word for that one alone. Where another one is on its way already, that one is taken. Raises `Trouble` and
    `StoreFault`.
    """
    secret = store.road.begin_key(road.terminal, secret)
    await courier.exchange_key(road, TerminalKey(secret))
    store.road.finish_key(road.terminal, secret)
    return replace(road, private_key=secret, next_private_key="")


def _is_same_centre(old: Road, new: Road) -> bool:
    """By its key; by its address only where that is one: without a network there is none."""
    if old.central_key and new.central_key:
        return old.central_key == new.central_key
    return old.central == new.central and "://" in new.central


def _mark(road: Road) -> str:
    """By which the terminal knows a centre again."""
    return hashlib.sha256((road.central_key or road.central).encode()).hexdigest()[:15]


def _secret(secret: str, central: str, code: str) -> str:
    """HMAC-SHA-256 (RFC 2104): whoever had one key would learn nothing of the others."""
    digest = hmac.digest(secret.encode(), f"enrol\n{central}\n{code}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _letters(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())
