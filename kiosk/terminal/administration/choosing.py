"""What an export is to hold and where it goes: five choices, each from a list that is handed in."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from kiosk.terminal.administration.figures import period_text, size_text
from kiosk.terminal.administration.ports import ExportRequest, Offer, Target
from kiosk.terminal.rows import Row

translate = QCoreApplication.translate
_UNIT = 2**20


_NOTHING = Offer((), (), ())


class Field(StrEnum):
    """What can be chosen."""

    TARGET = "target"
    FORMAT = "format"
    QUESTIONNAIRE = "questionnaire"
    FIRST = "first"
    LAST = "last"


class ExportChoice:
    """The choices made so far. What a list does not have is not chosen; without a word everything is taken out."""

    def __init__(self) -> None:
        self._offer = _NOTHING
        self._targets: Sequence[Target] = ()
        self._chosen: dict[Field, str] = {}

    def forget(self) -> None:
        """Begin anew."""
        self._chosen.clear()
        self._targets = ()

    def offer(self, offer: Offer) -> None:
        """From now on there is this to choose from."""
        self._offer = offer

    @property
    def is_empty(self) -> bool:
        """Whether nothing was collected that could be taken out."""
        return self._offer is not _NOTHING and not self._offer.periods

    def find(self, targets: Sequence[Target]) -> bool:
        """These folders are there now. Tells whether they are others than before."""
        is_new = list(targets) != list(self._targets)
        self._targets = targets
        return is_new

    @property
    def target(self) -> Target | None:
        """The folder that was chosen, or the only one that can be written to."""
        writable = [each for each in self._targets if each.is_writable]
        chosen = [each for each in self._targets if str(each.folder) == self._chosen.get(Field.TARGET)]
        return chosen[0] if chosen else writable[0] if len(writable) == 1 else None

    def choose(self, field: Field, code: str) -> None:
        """Take this from the list; the bounds of the time stay in their order."""
        self._chosen[field] = code
        first, last = self._bound(Field.FIRST), self._bound(Field.LAST)
        if first and last and self._place(first) > self._place(last):
            self._chosen[Field.LAST if field is Field.FIRST else Field.FIRST] = code

    def codes(self, field: Field) -> list[Row]:
        """The list of a field, each with whether it is the one chosen."""
        chosen = self._code(field)
        return [{"code": code, "label": label, "chosen": code == chosen} for code, label in self._labels(field).items()]

    def words(self, field: Field) -> str:
        """What is chosen, in words."""
        if field is Field.TARGET and self.target is None:
            if not self._targets:
                return translate("Administration", "No stick is plugged in")
            return translate("Administration", "Please choose")
        return self._labels(field).get(self._code(field), "")

    def request(self) -> ExportRequest | None:
        """What to write, or None while there is no folder for it, or nothing to take out."""
        target, suffix = self.target, self._code(Field.FORMAT)
        if target is None or not suffix or not self._offer.periods:
            return None
        return ExportRequest(
            target.folder,
            suffix,
            self._code(Field.QUESTIONNAIRE) or None,
            self._bound(Field.FIRST) or None,
            self._bound(Field.LAST) or None,
        )

    def _code(self, field: Field) -> str:
        match field:
            case Field.TARGET:
                return str(self.target.folder) if self.target is not None else ""
            case Field.FORMAT:
                wanted = self._chosen.get(field, "")
                return wanted if wanted in self._offer.formats else next(iter(self._offer.formats), "")
            case _:
                return self._chosen.get(field, "")

    def _bound(self, field: Field) -> str:
        code = self._chosen.get(field, "")
        return code if code in self._offer.periods else ""

    def _place(self, period: str) -> int:
        return self._offer.periods.index(period)

    def _labels(self, field: Field) -> dict[str, str]:
        match field:
            case Field.TARGET:
                return {str(target.folder): _target_text(target) for target in self._targets}
            case Field.FORMAT:
                return {suffix: format_text(suffix) for suffix in self._offer.formats}
            case Field.QUESTIONNAIRE:
                return {"": translate("Administration", "All questionnaires"), **dict(self._offer.questionnaires)}
            case Field.FIRST:
                earliest = translate("Administration", "From the beginning")
                return {"": earliest, **{each: period_text(each) for each in self._offer.periods}}
            case Field.LAST:
                latest = translate("Administration", "To the end")
                return {"": latest, **{each: period_text(each) for each in reversed(self._offer.periods)}}


def _target_text(target: Target) -> str:
    kind = translate("Administration", "Stick %1") if target.is_removable else translate("Administration", "Folder %1")
    words = kind.replace("%1", target.name)
    if not target.is_writable:
        return words + ", " + translate("Administration", "cannot be written to")
    if target.free_mib is None:
        return words
    return words + ", " + translate("Administration", "%1 free").replace("%1", size_text(target.free_mib * _UNIT))


def format_text(suffix: str) -> str:
    """A format by its name; one that has none here by its suffix."""
    return {
        "csv": translate("Administration", "CSV, a plain table"),
        "xlsx": translate("Administration", "Excel workbook (.xlsx)"),
        "sav": translate("Administration", "SPSS (.sav)"),
        "dta": translate("Administration", "Stata (.dta)"),
        "parquet": translate("Administration", "Parquet"),
        "jsonl": translate("Administration", "JSON Lines"),
        "release": translate("Administration", "Whole pack for the archive, with codebook"),
    }.get(suffix, suffix)
