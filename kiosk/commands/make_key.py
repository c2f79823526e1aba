"""`kiosk make-key`: a private key with which encrypted answers are read."""

from __future__ import annotations

import argparse

from kiosk.encryption import KeyFile


def run(options: argparse.Namespace) -> int:
    key = KeyFile.make(options.file)
    print(f"private key {key.fingerprint} written to {options.file}; keep it, and a copy, in two safes, not here")
    print("its public half, for okienko.toml of every terminal, as office_public_key or central_public_key:")
    print(key.public)
    return 0
