"""The command `kiosk`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kiosk.commands.line import run_line


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status: 0 done, 1 bad input or a fault, 2 wrong usage."""
    return run_line(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
