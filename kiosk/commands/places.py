"""Where the program's own files and this terminal's data are."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.content.delivered import DeliveredContent
from kiosk.domain.errors import StoreFault
from kiosk.settings import data_folder, read_settings
from kiosk.store.folder import FILE_NAME

_PACKAGE = Path(__file__).resolve().parent.parent


def resources() -> Path:
    """The folder of screens, packs and translations: inside an installed package, beside it in a checkout."""
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def pack_folder(options: argparse.Namespace) -> Path:
    """The pack asked for on the command line or in the settings, else the delivered one, else the program's own.

    Raises `BadInput` where the settings cannot be read.
    """
    given: Path | None = options.pack
    if given is not None:
        return given
    folder = data(options)
    if set_up := read_settings(folder).pack:
        return Path(set_up)
    return DeliveredContent(folder).folder or resources() / "offices" / "poznan"


def data(options: argparse.Namespace) -> Path:
    """This terminal's data folder."""
    return data_folder(options.data)


def existing_data(options: argparse.Namespace) -> Path:
    """The data folder of a terminal that has run before; raises `StoreFault` where there is none to read."""
    folder = data(options)
    try:
        is_there = (folder / FILE_NAME).exists()
    except OSError as fault:
        raise StoreFault(f"cannot read {folder}: {fault.strerror}") from fault
    if not is_there:
        raise StoreFault(f"there is no data in {folder}; start the terminal first, or name its folder with --data")
    return folder
