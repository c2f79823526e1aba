"""The site's own words, by language: each language is one file of `resources/site/words/`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.domain.card import Deadline, DeadlineUnit, Fee
from kiosk.domain.office import OpeningHours
from kiosk.publish.site_written import glued

NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. `lists` holds months in the genitive and weekdays, Monday first."""

    language: str
    texts: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]

    @classmethod
    def read(cls, resources: Path, language: str) -> Words:
        content = json.loads((resources / "site" / "words" / f"{language}.json").read_bytes())
        return cls(
            language,
            {key: glued(found, language) for key, found in content.items() if isinstance(found, str)},
            {key: tuple(found) for key, found in content.items() if isinstance(found, list)},
        )

    def __getitem__(self, key: str) -> str:
        return self.texts[key]

    def day(self, day: date) -> str:
        """Such as `23 listopada 2026 r.`"""
        month = self.lists["months"][day.month - 1]
        return self["date"].format(day=day.day, month=month, year=day.year).replace(" ", NO_BREAK)

    def amount(self, fee: Fee) -> str:
        """Such as `17 zł`, `0,50 zł` or `bezpłatnie`."""
        if fee.amount is None:
            return self["amount_open"]
        if fee.amount == 0:
            return self["free"]
        zloty, grosze = divmod(fee.amount, 100)
        number = f"{zloty}{self['decimal']}{grosze:02}" if grosze else str(zloty)
        return self["money"].format(number=number).replace(" ", NO_BREAK)

    def amounts(self, fees: tuple[Fee, ...]) -> str:
        """What a card costs in a few words; where some of it is free and some is not, it must say both."""
        first, *others = fees
        paid = [fee for fee in fees if fee.amount != 0]
        if all(fee.amount == first.amount for fee in others):
            return self.amount(first)
        if len(paid) == len(fees):
            return self["fees_differ"]
        if paid[0].amount is None or any(fee.amount != paid[0].amount for fee in paid):
            return self["free_or_paid"]
        return self["free_or"].format(price=self.amount(paid[0]))

    def briefly(self, deadline: Deadline) -> str:
        """Such as `do 7 dni roboczych`."""
        if deadline.unit is DeadlineUnit.AT_ONCE:
            return self["at_once"]
        form = "one" if self._is_one(deadline.number) else "many"
        return self[f"{deadline.unit}_{form}"].format(n=deadline.number).replace(" ", NO_BREAK)

    def week(self, hours: tuple[OpeningHours, ...]) -> list[tuple[str, str]]:
        """Days and hours, neighbouring days with the same hours taken together."""
        runs: list[tuple[int, int, str]] = []
        for each in sorted(hours, key=lambda hours: (hours.weekday, hours.opens)):
            text = f"{each.opens:%-H:%M}–{each.closes:%-H:%M}"
            if runs and runs[-1][1] == each.weekday - 1 and runs[-1][2] == text:
                runs[-1] = (runs[-1][0], each.weekday, text)
            else:
                runs.append((each.weekday, each.weekday, text))
        return [(self._days(first, last), text) for first, last, text in runs]

    def _days(self, first: int, last: int) -> str:
        names = self.lists["weekdays"]
        return names[first - 1] if first == last else f"{names[first - 1]}–{names[last - 1]}"

    def _is_one(self, number: int) -> bool:
        """Of the two forms after a limit (`do 1 dnia`, `do 7 dni`), the one for 1; Ukrainian has it for 21 too."""
        if self.language == "uk":
            return number % 10 == 1 and number % 100 != 11
        return number == 1
