"""The program's own words on paper, by language, and how it writes days and money.

The words are those of the terminal, because the same people read both; they stand in `resources/paper/words.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kiosk.domain.card import Deadline, DeadlineUnit, Fee
from kiosk.domain.errors import BadInput
from kiosk.domain.text import LANGUAGE_NAMES

_PACKAGE = Path(__file__).resolve().parent.parent


def resources() -> Path:
    """Where templates, words and drawings are: inside an installed package, beside it in a checkout."""
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


@dataclass(frozen=True, slots=True)
class PaperWords:
    """Words in one language. Raises `BadInput` for a language that the program has not."""

    language: str

    def __post_init__(self) -> None:
        if self.language not in LANGUAGE_NAMES:
            raise BadInput(f"'{self.language}' is not a language of the program; allowed: {', '.join(LANGUAGE_NAMES)}")

    def __call__(self, key: str) -> str:
        return _words()[key][self.language]

    def filled(self, key: str, *values: str) -> str:
        """The words with values in the place of `%1`, `%2`, …; a value may itself hold a `%1`."""
        pieces = self(key).split("%")
        return pieces[0] + "".join(values[int(piece[0]) - 1] + piece[1:] for piece in pieces[1:])

    def day(self, day: date) -> str:
        """Such as `23 listopada 2026 r.`"""
        return self.filled("date", str(day.day), self("months_of_year").split()[day.month - 1], str(day.year))

    def amount(self, fee: Fee) -> str:
        """Such as `17 zł` (`PLN 17` for those who do not read Polish), `0,50 zł` or `bezpłatnie`."""
        if fee.amount is None:
            return self("amount_depends")
        if fee.amount == 0:
            return self("free")
        zloty, grosze = divmod(fee.amount, 100)
        point = "." if self.language == "en" else ","
        number = f"{zloty}{point}{grosze:02}" if grosze else str(zloty)
        return {"pl": f"{number} zł", "en": f"PLN {number}"}.get(self.language, f"{number} PLN")

    def all_amounts(self, fees: tuple[Fee, ...]) -> str:
        """What a card costs in a few words; where some of it is free and some is not, it says both."""
        paid = [fee for fee in fees if fee.amount != 0]
        if len({fee.amount for fee in fees}) == 1:
            return self.amount(fees[0])
        if len(paid) == len(fees):
            return self("depends")
        if paid[0].amount is None or any(fee.amount != paid[0].amount for fee in paid):
            return self("free_or_paid")
        return self.filled("free_or", self.amount(paid[0]))

    def briefly(self, deadline: Deadline) -> str:
        """Such as `Do 14 dni`: after "up to" all these languages have one form for 1 and one for the rest."""
        number = deadline.number
        match deadline.unit:
            case DeadlineUnit.AT_ONCE:
                return self("at_once")
            case DeadlineUnit.DAYS:
                key = "days"
            case DeadlineUnit.WORKING_DAYS:
                key = "working_days"
            case DeadlineUnit.MONTHS:
                key = "months"
        one, more = self(key).split("|")
        is_one = number % 10 == 1 and number % 100 != 11 if self.language == "uk" else number == 1
        return (one if is_one else more).replace("%1", str(number))


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = json.loads((resources() / "paper" / "words.json").read_text("utf-8"))
    return found
