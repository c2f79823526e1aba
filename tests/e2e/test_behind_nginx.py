"""The centre behind nginx with the very file of packaging/nginx: TLS, limits, and nothing of anybody in its log."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from kiosk.store.store import Store
from kiosk.system_clock import SystemClock
from tests.builders import response
from tests.integration.sync.signing import Signed, new_key

CONFIGURATION = Path(__file__).parents[2] / "packaging" / "nginx" / "okienko-central.conf"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
KEY = new_key()
WRONG = {"code": "AAAABBBB", "public_key": KEY.public}


@dataclass(frozen=True)
class Front:
    """nginx and the centre behind it; `folder` has nginx' log and the centre's data."""

    port: int
    plain_port: int
    folder: Path

    @property
    def address(self) -> str:
        return f"https://localhost:{self.port}"

    def client(self) -> httpx2.Client:
        return httpx2.Client(base_url=self.address, verify=ssl.create_default_context(cafile=self.folder / "tls.pem"))

    def run(self, module: str, *arguments: str, data: str) -> str:
        """The output of a command of ours."""
        told = subprocess.run(
            [sys.executable, "-m", module, *arguments, "--data", str(self.folder / data)],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert told.returncode == 0, told.stderr
        return told.stdout


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    if NGINX is None:
        pytest.skip("nginx is not installed")
    folder = tmp_path_factory.mktemp("front")
    folder.chmod(0o755)  # nginx' workers are another user
    _certificate(folder)
    ports = _free_ports(3)
    with ExitStack() as stack:
        stack.enter_context(_running(_centre(folder, ports[0]), ports[0]))
        (folder / "nginx.conf").write_text(_configuration(folder, *ports))
        stack.enter_context(_running([NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder)], ports[1]))
        yield Front(ports[1], ports[2], folder)


def test_a_terminal_enrols_and_uploads_through_it(front: Front) -> None:
    code = front.run("sync.central", "code", "--office", "us_poznan", data="central").strip()
    with Store.open(front.folder / "terminal") as store:
        store.responses.add(response() for _ in range(7))
    (front.folder / "terminal" / "okienko.toml").write_text(f'central_ca = "{front.folder / "tls.pem"}"\n')
    front.run("sync.agent", "enrol", code, "--central", front.address, data="terminal")
    front.run("sync.agent", "once", data="terminal")
    facts = json.loads(front.run("sync.central", "status", "--json", data="central"))
    assert (facts["terminals"], facts["batches"]) == (1, 1)


def test_a_front_that_no_known_authority_vouches_for_is_not_spoken_to(front: Front) -> None:
    with pytest.raises(AssertionError, match="certificate is not trusted here"):
        front.run("sync.agent", "enrol", "BBBB-CCCC", "--central", front.address, data="stranger")


def test_its_log_names_no_terminal_no_path_and_no_address(front: Front) -> None:
    with front.client() as client:
        client.put("/v1/terminals/11111111-2222-4333-8444-555555555555/epochs/0123456789abcdef/batches/1")
    end = time.monotonic() + 10
    lines: list[str] = []
    while not any(" PUT 401 " in line for line in lines) and time.monotonic() < end:
        lines = (front.folder / "access.log").read_text().splitlines()  # written once the answer is on its way
    assert any(" PUT 401 " in line for line in lines)
    assert not [line for line in lines if "127.0.0.1" in line or "/v1" in line or re.search(r"[0-9a-f]{8}-", line)]


def test_more_than_a_batch_is_refused_as_a_problem(front: Front) -> None:
    path = "/v1/terminals/11111111-2222-4333-8444-555555555555/epochs/0123456789abcdef/batches/1"
    with front.client() as client:
        answer = client.put(path, content=os.urandom(400 * 1024))
        bomb = client.put(path, content=gzip.compress(bytes(50_000_000)), headers={"Content-Encoding": "gzip"})
    assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")
    assert answer.json()["status"] == 413
    assert bomb.status_code == 401, "before anything is unpacked"


def test_who_pretends_to_come_from_elsewhere_is_not_believed(front: Front) -> None:
    """Else each wrong code could come from a new address."""
    auth = Signed(KEY, SystemClock())
    with front.client() as client:
        answers = [
            client.post(
                "/v1/enrol", json=WRONG, headers={"X-Forwarded-For": f"192.0.2.{number}"}, auth=auth
            ).status_code
            for number in range(7)
        ]
    assert answers[-1] == 429


def test_hundred_senders_that_never_end_keep_nobody_waiting(front: Front) -> None:
    with ExitStack() as stack:
        context = ssl.create_default_context(cafile=front.folder / "tls.pem")
        for _ in range(100):
            raw = stack.enter_context(socket.create_connection(("127.0.0.1", front.port)))
            slow = stack.enter_context(context.wrap_socket(raw, server_hostname="localhost"))
            slow.sendall(b"PUT /v1/enrol HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{")
        with front.client() as client:
            assert client.get("/readyz", timeout=10).status_code == 200


def test_speech_in_clear_and_old_tls_are_refused(front: Front) -> None:
    assert httpx2.get(f"http://localhost:{front.plain_port}/readyz").status_code == 403
    context = ssl.create_default_context(cafile=front.folder / "tls.pem")
    context.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.deprecated_call():
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    with socket.create_connection(("127.0.0.1", front.port)) as raw, pytest.raises(ssl.SSLError):
        context.wrap_socket(raw, server_hostname="localhost")


def test_a_centre_that_is_away_is_told_with_when_to_come_back(front: Front, tmp_path: Path) -> None:
    nothing, port, plain = _free_ports(3)
    shutil.copytree(front.folder, tmp_path / "front", ignore=shutil.ignore_patterns("central", "terminal", "*.sock"))
    tmp_path.chmod(0o755)
    (tmp_path / "front" / "nginx.conf").write_text(_configuration(tmp_path / "front", nothing, port, plain))
    assert NGINX is not None
    with _running([NGINX, "-c", str(tmp_path / "front" / "nginx.conf"), "-p", str(tmp_path)], port):
        alone = Front(port, plain, tmp_path / "front")
        with alone.client() as client:
            answer = client.post("/v1/enrol", json=WRONG)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")
    assert answer.headers["content-type"] == "application/problem+json"


def _centre(folder: Path, port: int) -> list[str]:
    return [sys.executable, "-m", "sync.central", "serve", "--port", str(port), "--data", str(folder / "central")]


def _configuration(folder: Path, centre: int, port: int, plain_port: int) -> str:
    """The file with other ports, names and places; nothing else is changed."""
    changed = {
        "127.0.0.1:8321": f"127.0.0.1:{centre}",
        "listen 80;": f"listen 127.0.0.1:{plain_port};",
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "server_name central.example;": "server_name localhost;",
        "/etc/okienko/central.pem": str(folder / "tls.pem"),
        "/etc/okienko/central.key": str(folder / "tls.key"),
        "/var/log/nginx/okienko-central.log": str(folder / "access.log"),
    }
    text = CONFIGURATION.read_text()
    for old, new in changed.items():
        assert old in text
        text = text.replace(old, new)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = " ".join(f"{kind}_temp_path {folder / kind};" for kind in kinds)
    user = "user root;" if os.geteuid() == 0 else ""
    logs = f"pid {folder / 'nginx.pid'}; error_log {folder / 'error.log'};"
    events = "events { worker_connections 1024; }"
    return f"{user} daemon off; worker_processes 1; {logs} {events} http {{ {temporary}\n{text}\n}}\n"


def _certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "tls.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "tls.key").write_bytes(private)


def _free_ports(number: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(number)]
        return [one.getsockname()[1] for one in sockets]


class _running:  # noqa: N801  # a context manager, used like a function
    """A program that listens on `port`, until the block ends."""

    def __init__(self, command: list[str], port: int) -> None:
        self._command = command
        self._port = port

    def __enter__(self) -> None:
        self._process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self._port), timeout=1).close()
            except OSError:
                assert self._process.poll() is None, self._process.communicate()[1].decode()
                time.sleep(0.05)
            else:
                return
        raise AssertionError("it never listened")

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.communicate(timeout=20)
