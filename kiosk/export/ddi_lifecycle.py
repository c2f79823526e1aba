"""A release described as DDI Lifecycle 3.3, for archives and question banks that keep questions and variables apart.

What makes the document is imported when one is asked for: the library behind it takes a second to load.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.export.description import ReleaseDescription
    from kiosk.export.variables import Codebook


def ddi_lifecycle(description: ReleaseDescription, codebook: Codebook, language: str = "pl") -> bytes:
    """The document. The same arguments give the same bytes.

    Identifiers are made of the release's identifier and what they name, so a release that is described again keeps
    them. `language` comes first wherever a text is there in several.
    """
    study = importlib.import_module("kiosk.export.lifecycle_study")
    written: bytes = study.document(description, codebook, language)
    return written
