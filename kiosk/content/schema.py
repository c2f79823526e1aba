"""JSON Schemas of a pack's files, from the same shapes that read them: an editor completes and checks while one types.

Each YAML file names its schema in its first line, for example
`# yaml-language-server: $schema=../../schema/karta.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from kiosk.content.card_shape import CardShape
from kiosk.content.catalogue_shape import CatalogueShape
from kiosk.content.office_shape import OfficeShape
from kiosk.content.questionnaire_shape import QuestionnaireShape
from kiosk.content.shape import Shape
from kiosk.domain.errors import EnvironmentFault

SCHEMAS: Mapping[str, type[Shape]] = {
    "urzad.json": OfficeShape,
    "katalog.json": CatalogueShape,
    "karta.json": CardShape,
    "ankieta.json": QuestionnaireShape,
}
"""Shape by file name of its schema."""


def pack_schema(file: str) -> Mapping[str, Any]:
    """The JSON Schema with this name, one of `SCHEMAS`."""
    schema = SCHEMAS[file].model_json_schema(schema_generator=_ForEditors)
    # Editors know draft 7 best, and nothing newer is used.
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema}


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write all schemas into `folder` and return their paths. Safe to repeat: the same shapes give the same bytes.

    Raises `EnvironmentFault` where the disk does not take them.
    """
    paths = tuple(folder / file for file in SCHEMAS)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in paths:
            text = json.dumps(pack_schema(path.name), ensure_ascii=False, indent=2) + "\n"
            path.write_text(text, encoding="utf-8")
    except OSError as problem:
        raise EnvironmentFault(f"cannot write the schemas into {folder}: {problem.strerror}") from problem
    return paths


class _ForEditors(GenerateJsonSchema):
    """An optional key is left out, never written empty; and clerks need no titles made of English field names."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 (pydantic's own signature)
        return False
