"""A content pack (pakiet treści) once it is read and checked: everything one terminal shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.catalogue import Catalogue
from kiosk.domain.office import Office
from kiosk.domain.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Pack:
    """One office's content. `digest` is the SHA-256 over its files, `version` the number the office gave it.

    `questionnaires` holds every published version, newest last; terminals ask `questionnaire`. `media` is the SHA-256
    of every sound, film and drawing by its path within the pack, so that a file that was changed or is gone since the
    pack was checked is told apart; where the files lie is not the pack's business.
    """

    version: int
    digest: str
    office: Office
    catalogue: Catalogue
    questionnaires: tuple[Questionnaire, ...]
    media: Mapping[str, str] = field(default_factory=dict)

    @property
    def questionnaire(self) -> Questionnaire:
        """The one that is asked now."""
        return self.questionnaires[-1]
