"""A content pack (pakiet treści) once it is read and checked: everything one terminal shows."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.catalogue import Catalogue
from kiosk.domain.office import Office
from kiosk.domain.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Pack:
    """One office's content. `digest` is the SHA-256 over its files, `version` the number the office gave it.

    `questionnaires` holds every published version, newest last; terminals ask `questionnaire`.
    """

    version: int
    digest: str
    office: Office
    catalogue: Catalogue
    questionnaires: tuple[Questionnaire, ...]

    @property
    def questionnaire(self) -> Questionnaire:
        """The one that is asked now."""
        return self.questionnaires[-1]
