"""The private keys that a command was given to read encrypted answers with."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.encryption import KeyFile


def add_keys(parser: argparse.ArgumentParser) -> None:
    """The argument `--key`."""
    parser.add_argument(
        "--key",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a private key that reads encrypted answers; may be given several times",
    )


def read_keys(options: argparse.Namespace) -> list[KeyFile]:
    """Raises `BadInput` where a file holds no key, `EnvironmentFault` where one cannot be read."""
    return [KeyFile.read(path) for path in options.key]
