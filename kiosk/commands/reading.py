"""The store for commands that only read: they do so, and say it, where the data folder can only be read."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.encryption import KeyFile
from kiosk.store.store import Store


@contextmanager
def store_to_read(options: argparse.Namespace, folder: Path, keys: Iterable[KeyFile] = ()) -> Iterator[Store]:
    """The store in `folder`; where nothing can be written that is told on stderr. Raises `StoreFault`."""
    with Store.open_to_read(folder, keys) as store:
        if store.obstacle:
            print(f"kiosk {options.command}: {store.obstacle}", file=sys.stderr)
        yield store
