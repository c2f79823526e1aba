"""A terminal whose clock is wrong still reaches its centre, and nobody who shows an old certificate instead.

TLS asks the real clock of this machine, which cannot be set here: so it is the truth that lies ten years away.
"""

from __future__ import annotations

import asyncio
import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from kiosk.guarded_clock import GuardedClock
from sync.agent.courier import open_courier
from sync.agent.fetching import client_of
from sync.agent.trouble import Trouble
from tests.builders import FakeClock
from tests.integration.machine import Machine
from tests.integration.sync.serving import served
from tests.integration.sync.signing import new_key

NOW = datetime.now(UTC)
AGE = timedelta(days=10 * 365)
DAY = timedelta(days=1)


def certificate(folder: Path, begins: datetime, ends: datetime, host: str = "127.0.0.1") -> Path:
    """An authority that vouches for itself at `host`, and its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "centrala")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = folder / f"{x509.random_serial_number()}.pem"
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return file


def dead(data: Path, truth: datetime, *, at_this_start: bool = False) -> GuardedClock:
    """The clock of a terminal that shows `NOW`, `truth` being when its centre has spoken last, at an earlier start."""
    machine = Machine(NOW, released=(NOW - AGE - 800 * DAY).date())
    clock = machine.guarded(data)
    clock.look()
    clock.vouch(truth)
    if not at_this_start:
        machine.switch_off(NOW)
    clock = machine.guarded(data)
    assert clock.belief().doubt is not None
    assert abs(clock.now() - truth) < timedelta(hours=1)
    return clock


async def hello(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("hello")(scope, receive, send)


def reached(shown: Path, authority: Path, believed: GuardedClock | None) -> bool:
    """Whether the agent's two clients, for batches and for content, speak with a centre that shows this certificate."""

    async def enrol(address: str) -> str:
        async with open_courier(address, FakeClock(), authority=str(authority), believed=believed) as courier:
            with pytest.raises(Trouble) as told:  # it is no centre, but has it answered?
                await courier.enrol("AAAABBBB", new_key())
            return str(told.value)

    with served(hello, shown) as address:
        said = asyncio.run(enrol(address))
        with client_of(address, str(authority), believed=believed) as client:
            try:
                assert client.get(f"{address}/").text == "hello"
            except httpx2.ConnectError:
                assert "certificate is not trusted here (" in said
                assert said.endswith("name that in okienko.toml: central_ca")
                return False
    assert "cannot be reached" not in said
    assert "not trusted" not in said
    return True


@pytest.mark.parametrize("truth", [NOW + AGE, NOW - AGE])
def test_a_terminal_whose_clock_is_wrong_reaches_its_centre(tmp_path: Path, truth: datetime) -> None:
    good = certificate(tmp_path, truth - 30 * DAY, truth + 60 * DAY)
    assert reached(good, good, dead(tmp_path, truth))
    assert not reached(good, good, None)


@pytest.mark.parametrize("truth", [NOW + AGE, NOW - AGE])
def test_a_centre_that_has_just_spoken_is_reached_again(tmp_path: Path, truth: datetime) -> None:
    good, old = certificate(tmp_path, truth - DAY, truth + DAY), certificate(tmp_path, truth - 2 * DAY, truth - DAY)
    believed = dead(tmp_path, truth, at_this_start=True)
    assert reached(good, good, believed)
    assert not reached(old, old, believed)


@pytest.mark.parametrize("truth", [NOW + AGE, NOW - AGE])
def test_a_certificate_that_had_ended_when_the_centre_last_spoke_is_refused(tmp_path: Path, truth: datetime) -> None:
    old = certificate(tmp_path, truth - 60 * DAY, truth - DAY)
    assert not reached(old, old, dead(tmp_path, truth))


def test_another_authority_or_another_name_is_refused_as_ever(tmp_path: Path) -> None:
    truth = NOW + AGE
    good, foreign = (certificate(tmp_path, truth - DAY, truth + DAY) for _ in range(2))
    elsewhere = certificate(tmp_path, truth - DAY, truth + DAY, host="127.0.0.2")
    assert not reached(foreign, good, dead(tmp_path, truth))
    assert not reached(elsewhere, elsewhere, dead(tmp_path, truth))


@pytest.mark.parametrize("truth", [NOW + 300 * DAY, NOW - 300 * DAY])
def test_a_clock_that_may_be_right_does_not_shut_the_centre_out(tmp_path: Path, truth: datetime) -> None:
    """Nobody has ever vouched for it: the only thing that is known is the day of the version."""
    released = min(truth, NOW) - 30 * DAY
    believed = Machine(NOW, released=released.date()).guarded(tmp_path)
    believed.look()
    assert believed.belief().doubt is None
    good = certificate(tmp_path, truth - 20 * DAY, truth + 70 * DAY)
    assert reached(good, good, believed)
    old = certificate(tmp_path, released - 90 * DAY, released - 2 * DAY)
    assert not reached(old, old, believed)


@pytest.mark.parametrize("by_network", [True, False])
def test_one_wrong_word_of_the_centre_does_not_shut_it_out(tmp_path: Path, *, by_network: bool) -> None:
    good = certificate(tmp_path, NOW - 30 * DAY, NOW + 60 * DAY)
    machine = Machine(NOW, released=(NOW - 30 * DAY).date())
    machine.is_synchronised = by_network
    clock = machine.guarded(tmp_path)
    clock.look()
    clock.vouch(NOW + 20 * 365 * DAY)
    assert reached(good, good, clock)
    machine.switch_off(NOW + DAY / 24)
    clock = machine.guarded(tmp_path)
    clock.look()
    assert reached(good, good, clock)
    assert abs(clock.now() - NOW) < DAY


def test_a_person_opens_the_way_to_a_centre_that_a_dead_clock_has_believed(tmp_path: Path) -> None:
    good = certificate(tmp_path, NOW - 30 * DAY, NOW + 60 * DAY)
    machine = Machine(datetime(1970, 1, 1, tzinfo=UTC), released=(NOW - 30 * DAY).date())
    clock = machine.guarded(tmp_path)
    clock.look()
    clock.vouch(NOW + 20 * 365 * DAY)  # nobody knew better
    assert not reached(good, good, clock)
    machine.switch_off(NOW)
    clock = machine.guarded(tmp_path)
    clock.set_right()
    assert reached(good, good, clock)
    assert clock.now() == NOW


@pytest.mark.parametrize("by_network", [True, False])
def test_a_clock_that_is_vouched_for_judges_certificates_as_ever(tmp_path: Path, *, by_network: bool) -> None:
    machine = Machine(NOW)
    believed = machine.guarded(tmp_path)
    machine.is_synchronised = by_network
    if not by_network:
        believed.vouch(NOW)
    good = certificate(tmp_path, NOW - DAY, NOW + DAY)
    assert reached(good, good, believed)
    for begins, ends in ((NOW - 2 * DAY, NOW - DAY / 2), (NOW + DAY, NOW + 2 * DAY)):
        bad = certificate(tmp_path, begins, ends)
        assert not reached(bad, bad, believed)
