"""Sets data into pages: the template, the typefaces of this machine, and a tagged PDF (PDF/UA-1, ISO 14289-1)."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, time
from functools import cache

import typst

from kiosk.domain.errors import EnvironmentFault
from kiosk.publish.paper_card import Data
from kiosk.publish.paper_words import resources

TYPEFACES = ("Inter", "DejaVu Sans")
"""The first that is there; both have the letters of every language of the program."""


_UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed')


def pressed(data: Data, day: date) -> bytes:
    """The PDF. The same data and day give the same bytes with the same typefaces.

    Data goes in as JSON, which the template only ever shows: no word of a card is a command. Nothing is fetched from
    anywhere. Raises `EnvironmentFault` where a typeface, the template or a letter in all typefaces is missing.
    """
    template = resources() / "paper" / "paper.typ"
    if not template.is_file():
        raise EnvironmentFault(f"cannot print: {template} is missing; install the program again")
    compiler = typst.Compiler(
        template,
        root=template.parent,
        font_paths=_typefaces(),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    made = datetime.combine(day, time(), tzinfo=UTC)
    try:
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=made)
    except typst.TypstError as problem:
        raise _fault(problem) from problem
    assert isinstance(pdf, bytes), "a PDF is one file"  # noqa: S101
    return pdf


def _fault(problem: typst.TypstError) -> EnvironmentFault:
    """What the compiler refuses: on an official paper no letter becomes an empty box."""
    if letter := _UNSHOWN.search(problem.message):
        return EnvironmentFault(f"cannot print: no typeface of this machine has '{letter[1]}'; install one that has it")
    return EnvironmentFault(f"cannot print: {problem.message}")


@cache
def _typefaces() -> typst.Fonts:
    """Read once: it takes a twentieth of a second."""
    found = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)
    if not set(TYPEFACES) & set(found.families()):
        wanted = " nor ".join(TYPEFACES)
        raise EnvironmentFault(f"cannot print: neither {wanted} is installed on this machine; install one of them")
    return found
