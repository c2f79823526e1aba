"""The schemas that editors use say the same as the reader."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from kiosk.content.schema import SCHEMAS, pack_schema
from tests.unit.content.conftest import CATALOGUE, QUESTIONNAIRE
from tests.unit.content.rich_pack import RICH_PACK

COMMITTED = Path(__file__).parents[3] / "resources" / "offices" / "schema"
GOOD = {
    "karta.json": RICH_PACK["karty/REG-01.yaml"],
    "urzad.json": RICH_PACK["urzad.yaml"],
    "katalog.json": CATALOGUE,
    "ankieta.json": QUESTIONNAIRE,
}


class EditorLoader(yaml.CSafeLoader):
    """Reads YAML 1.2 as editors do: whole numbers are numbers, days and hours are texts."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (declared so by PyYAML)


EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(|~|null)$"), ["", "~", "n"])


def complaints(schema: str, text: str) -> list[str]:
    document = yaml.load(text, EditorLoader)  # noqa: S506 (a SafeLoader with fewer rules)
    return [error.message for error in Draft7Validator(dict(pack_schema(schema))).iter_errors(document)]


@pytest.mark.parametrize("schema", sorted(SCHEMAS))
def test_committed_schema_is_current(schema: str) -> None:
    committed = json.loads((COMMITTED / schema).read_text(encoding="utf-8"))

    assert committed == pack_schema(schema), "run write_schemas(resources/offices/schema)"


@pytest.mark.parametrize("schema", sorted(SCHEMAS))
def test_schema_accepts_what_the_reader_accepts(schema: str) -> None:
    Draft7Validator.check_schema(dict(pack_schema(schema)))
    assert complaints(schema, GOOD[schema]) == []


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        ("karta.json", "status: obowiazujaca", "status: nowa"),
        ("karta.json", "kod: REG-01", "kod: reg"),
        ("karta.json", "zatwierdzil: Dyrektor\n", ""),
        ("karta.json", "zatwierdzil: Dyrektor", "zatwierdzil:"),
        ("karta.json", "kogo_dotyczy: {pl: Wszystkich}", "kogo_dotyczy: {en: All}"),
        ("karta.json", "zatwierdzil: Dyrektor", "zatwierdzil: {en: Director}"),
        ("karta.json", "https://urzad.pl/karty/REG-01", "https://u@urzad.pl/"),
        ("karta.json", "media/REG-01-pl.wav", "../REG-01-pl.wav"),
        ("karta.json", "nagrania:\n  pl: media/REG-01-pl.wav\n  en: media/REG-01-en.wav\n", "nagrania: {}\n"),
        ("karta.json", "  napisy: {pl: Dzień dobry., en: Good morning.}\n", ""),
        ("urzad.json", "/{kod}", "/{code}"),
        ("urzad.json", "media/logo.svg", "media/logo.gif"),
        ("urzad.json", "7:00-18:00", "od siódmej"),
        ("urzad.json", "  - en", "  - ru"),
        ("katalog.json", "ikona: data", "ikona: chart"),
        ("ankieta.json", "rodzaj: single", "rodzaj: jeden"),
    ],
)
def test_schema_refuses_what_the_reader_refuses(schema: str, good: str, bad: str) -> None:
    assert good in GOOD[schema]
    assert complaints(schema, GOOD[schema].replace(good, bad, 1))


@pytest.mark.parametrize("schema", sorted(SCHEMAS))
def test_every_key_is_explained_to_the_clerk(schema: str) -> None:
    definitions = [pack_schema(schema), *pack_schema(schema).get("$defs", {}).values()]
    silent = [
        key
        for definition in definitions
        for key, value in definition.get("properties", {}).items()
        if not value.get("description")
    ]

    assert silent == []
