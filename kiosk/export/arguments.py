"""The arguments of `kiosk export` and `kiosk-central export`; light, since every command line knows them."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.domain.text import DEFAULT_LANGUAGE, LANGUAGE_NAMES
from kiosk.export.formats import ENDINGS


def add_arguments(parser: argparse.ArgumentParser, *, has_comments: bool = False) -> None:
    """The arguments of an export; `has_comments` where there are comments to export: the centre has none."""
    endings = ", ".join(ENDINGS)
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE", help=f"where to write, by its ending: {endings}")
    parser.add_argument(
        "--release", type=Path, metavar="DIR", help="a folder for the archive instead: data, codebook, DDI, sums"
    )
    parser.add_argument(
        "--public",
        action="store_true",
        help="tables that may be published, small counts hidden (k = 10), into FILE.csv",
    )
    if has_comments:
        parser.add_argument(
            "--comments",
            action="store_true",
            help="the comments that were released instead, into FILE.csv or FILE.jsonl",
        )
    parser.add_argument("--questionnaire", metavar="ID", help="which questionnaire (default: the one asked now)")
    parser.add_argument("--from", dest="first", metavar="PERIOD", help="first week, month or year, such as 2026-W40")
    parser.add_argument("--to", dest="last", metavar="PERIOD", help="last week, month or year, such as 2026-10")
    parser.add_argument(
        "--labels",
        action="store_true",
        help="texts in place of codes of single answers, in CSV, XLSX, Parquet and JSON; SPSS and Stata have both",
    )
    parser.add_argument(
        "--language", choices=tuple(LANGUAGE_NAMES), default=DEFAULT_LANGUAGE, help="of labels (default: pl)"
    )
    parser.add_argument("--excel", action="store_true", help="CSV with semicolons, as a Polish Excel wants it")
