"""Identifiers, references and texts of DDI Lifecycle, one way of making each for every part of a document."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from ddi_l.models import InternationalString, MaintainableBase, Reference

from kiosk.domain.text import DEFAULT_LANGUAGE, LocalisedText
from kiosk.export import description_words as words
from kiosk.export.xml_tree import languages_of, without_forbidden

AGENCY = "pl.okienko"
"""Who answers for the identifiers. The name is not in the register of the DDI Alliance."""
VERSION = "1"
Module = TypeVar("Module", bound=MaintainableBase)
_NAMESPACE = uuid.UUID("6f1d0c0e-6f0c-5d5b-9a53-5f1d6d5f0b1e")


@dataclass(frozen=True, slots=True)
class Names:
    """Names of the parts of one document: of the release `identifier`, with texts in `language` first."""

    identifier: str
    language: str

    def identity(self, kind: str, name: str = "") -> str:
        """The identifier of the part of this kind with this name: always the same, and no other part's."""
        return str(uuid.uuid5(_NAMESPACE, "\x1f".join((self.identifier, kind, name))))

    def of(self, kind: str, name: str = "") -> Mapping[str, Any]:
        """The three fields that identify a part."""
        return {"agency": AGENCY, "identifier": self.identity(kind, name), "version": VERSION}

    def reference(self, type_of_object: str, kind: str, name: str = "") -> Reference:
        """A reference to the part of this kind with this name."""
        return Reference(type_of_object=type_of_object, **self.of(kind, name))

    def texts(self, text: LocalisedText) -> list[InternationalString]:
        """`text` in each of its languages, as labels, descriptions and abstracts have it."""
        return [
            InternationalString(text=without_forbidden(text.texts[one]), lang=one, child_tag="Content")
            for one in languages_of(text, self.language)
        ]

    def with_schemes(self, module: Module, *schemes: str) -> Module:
        """`module` with labels for the schemes that the library puts its parts into when it writes them."""
        for scheme in schemes:
            for text in self.texts(words.SCHEMES[scheme]):
                module.set_scheme_label(scheme, text.text, lang=text.lang or DEFAULT_LANGUAGE)
        return module


def name(word: str) -> list[InternationalString]:
    """A technical name, which is the same in every language."""
    return [InternationalString(text=without_forbidden(word), child_tag="String")]
