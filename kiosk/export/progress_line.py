"""How far an export is, on one line of a terminal; silent where the output goes elsewhere."""

from __future__ import annotations

from typing import TextIO


class ProgressLine:
    """A line such as `  37 %`, rewritten in place; never a number of responses. Call `end` when the work is over."""

    def __init__(self, output: TextIO) -> None:
        self._output = output if output.isatty() else None
        self._told = ""

    def __call__(self, share: float) -> None:
        told = f"{int(share * 100):>4} %"
        if self._output is not None and told != self._told:
            self._told = told
            self._output.write(f"\r{told}")
            self._output.flush()

    def end(self) -> None:
        """Take the line away."""
        if self._output is not None and self._told:
            self._output.write("\r" + " " * len(self._told) + "\r")
            self._output.flush()
