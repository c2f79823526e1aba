"""What the staff's screen needs from outside: the pack, a card on paper, a printer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtPrintSupport import QPrinter

from kiosk.domain.card import Card
from kiosk.domain.pack import Pack


@dataclass(frozen=True, slots=True)
class ReadPack:
    """A pack that was read; `is_last_good` tells that the files are faulty and this is a copy from before."""

    pack: Pack
    is_last_good: bool = False


class PackSource(Protocol):
    """Reads the office's pack again. Called off the GUI thread."""

    def __call__(self) -> ReadPack:
        """The pack as it is now; raises `BadInput` or `EnvironmentFault` where there is none to show."""
        ...


class CardPaper(Protocol):
    """Makes a card a document to be handed out. Called off the GUI thread."""

    def __call__(self, card: Card, language: str) -> bytes:
        """The card as a PDF of A4 pages, in `language`; raises `Fault` where it cannot be made."""
        ...


class PrinterChoice(Protocol):
    """Asks somebody which printer to use. Called on the GUI thread."""

    def __call__(self, title: str) -> QPrinter | None:
        """The printer for the job called `title`, set up; None if nothing is to be printed."""
        ...
