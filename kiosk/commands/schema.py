"""`kiosk schema`: the JSON Schemas with which an editor completes and checks a pack."""

from __future__ import annotations

import argparse

from kiosk.content.schema import write_schemas


def run(options: argparse.Namespace) -> int:
    write_schemas(options.out)
    print(f"schemas written to {options.out}")
    return 0
