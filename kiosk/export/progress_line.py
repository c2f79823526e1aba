"""How far a long piece of work is, on one line of a terminal; silent where the output goes elsewhere."""

from __future__ import annotations

from typing import Self, TextIO


class ProgressLine:
    """A line such as `  37 %`, rewritten in place; never a number of responses. Call `end` when the work is over.

    Used in a `with` block it ends by itself, whatever happens.
    """

    def __init__(self, output: TextIO) -> None:
        self._output = output if output.isatty() else None
        self._told = ""

    def __call__(self, share: float) -> None:
        self.tell(f"{int(share * 100):>4} %")

    def tell(self, told: str) -> None:
        """In words, for work that cannot say how far it is."""
        if self._output is not None and told != self._told:
            self._output.write(f"\r{told.ljust(len(self._told))}")
            self._output.flush()
            self._told = told

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """Take the line away."""
        if self._output is not None and self._told:
            self._output.write("\r" + " " * len(self._told) + "\r")
            self._output.flush()
