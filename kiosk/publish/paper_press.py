"""Sets data into pages: the template, the typefaces of this machine, and a tagged PDF (PDF/UA-1, ISO 14289-1)."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from functools import cache

import typst

from kiosk.domain.errors import EnvironmentFault
from kiosk.publish.paper_card import Data
from kiosk.publish.paper_words import resources

TYPEFACES = ("Inter", "DejaVu Sans")
"""The first that is there; both have the letters of every language of the program."""


def pressed(data: Data, day: date) -> bytes:
    """The PDF. The same data and day give the same bytes with the same typefaces.

    Data goes in as JSON, which the template only ever shows: no word of a card is a command. Nothing is fetched from
    anywhere. Raises `EnvironmentFault` where a typeface or the template is missing.
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
    pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=made)
    assert isinstance(pdf, bytes), "a PDF is one file"  # noqa: S101
    return pdf


@cache
def _typefaces() -> typst.Fonts:
    """Read once: it takes a twentieth of a second."""
    found = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)
    if not set(TYPEFACES) & set(found.families()):
        wanted = " nor ".join(TYPEFACES)
        raise EnvironmentFault(f"cannot print: neither {wanted} is installed on this machine; install one of them")
    return found
