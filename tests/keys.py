"""Keys of an office and a centre whose answers are encrypted; made for the tests, and of no worth."""

from __future__ import annotations

import base64
from pathlib import Path

from kiosk.encryption import Holders, KeyFile

OFFICE = KeyFile(bytes(range(32)))
CENTRAL = KeyFile(bytes(range(1, 33)))
STRANGER = KeyFile(bytes(range(2, 34)))
HOLDERS = Holders(OFFICE.public, CENTRAL.public)
SETTINGS = f'office_public_key = "{OFFICE.public}"\ncentral_public_key = "{CENTRAL.public}"\n'
"""Lines of `okienko.toml`."""


def key_file(path: Path, first_byte: int = 0) -> Path:
    """The private key that begins with that byte, 0 for the office's, as a file at `path`."""
    letters = base64.urlsafe_b64encode(bytes(range(first_byte, first_byte + 32))).rstrip(b"=").decode()
    path.write_text(f"okienko-private-key-1 {letters}\n", encoding="ascii")
    return path
