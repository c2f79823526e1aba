"""Data files by the ending of their name: which there are, and how one is written.

Each format's module is imported when it is asked for: the libraries behind them take a second to load.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kiosk.domain.errors import BadInput

if TYPE_CHECKING:
    from kiosk.export.table import Style, Table

Writer: TypeAlias = "Callable[[Path, Table, Style], None]"

_WRITERS: Mapping[str, tuple[str, str]] = {
    ".csv": ("csv_file", "write_csv"),
    ".xlsx": ("xlsx_file", "write_xlsx"),
    ".sav": ("statistics_file", "write_sav"),
    ".dta": ("statistics_file", "write_dta"),
    ".parquet": ("parquet_file", "write_parquet"),
    ".jsonl": ("jsonl_file", "write_jsonl"),
}
ENDINGS = tuple(_WRITERS)
"""Every ending that is known, lower case with its dot."""


def require_format(path: Path) -> str:
    """The ending of `path`, lower case; raises `BadInput` where no format has it."""
    ending = path.suffix.lower()
    if ending not in _WRITERS:
        raise BadInput(f"cannot write '{path.name}'; allowed: a name that ends in {', '.join(ENDINGS)}")
    return ending


def write_table(path: Path, table: Table, style: Style) -> None:
    """Write `table` in the format of the path's ending, whole or not at all.

    Raises `BadInput` for another ending, `EnvironmentFault` where the place does not take it, `StoreFault` where the
    responses cannot be read, `Cancelled` where `table.progress` says so.
    """
    module, name = _WRITERS[require_format(path)]
    writer: Writer = getattr(importlib.import_module(f"kiosk.export.{module}"), name)
    writer(path, table, style)
