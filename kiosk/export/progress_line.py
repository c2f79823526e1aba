"""How far an export is, on one line of a terminal; silent where the output goes elsewhere."""

from __future__ import annotations

from typing import TextIO


class ProgressLine:
    """A line such as `  37 %  370 000 of 1 000 000`, rewritten in place. Call `end` when the work is over."""

    def __init__(self, output: TextIO, expected: int) -> None:
        self._output = output if output.isatty() else None
        self._expected = expected
        self._told = ""

    def __call__(self, done: int) -> None:
        if self._output is None:
            return
        share = 100 * done // self._expected if self._expected else 100
        told = f"{min(share, 100):>4} %  {done:,} of {self._expected:,}".replace(",", " ")
        if told != self._told:
            self._told = told
            self._output.write(f"\r{told}")
            self._output.flush()

    def end(self) -> None:
        """Take the line away."""
        if self._output is not None and self._told:
            self._output.write("\r" + " " * len(self._told) + "\r")
            self._output.flush()
