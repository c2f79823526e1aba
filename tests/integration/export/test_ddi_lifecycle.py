"""DDI Lifecycle: valid by the standard's own schema, and every variable leads to its question, values and missing."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ddi_l.validation import validate_document
from lxml import etree

from kiosk.content.reader import read_pack
from kiosk.domain.questionnaire import Choice, Question, QuestionKind, Questionnaire, Scale
from kiosk.domain.text import LocalisedText
from kiosk.export.ddi_lifecycle import ddi_lifecycle
from kiosk.export.missing import Missing
from tests.integration.export.survey import NUMBERS, RATING, ROLE, ROLE_2, VERSIONS, WHY_2, words
from tests.unit.export.releases import LANGUAGES, described

NAMES = {
    "r": "ddi:reusable:3_3", "s": "ddi:studyunit:3_3", "l": "ddi:logicalproduct:3_3",
    "d": "ddi:datacollection:3_3", "c": "ddi:conceptualcomponent:3_3",
}  # fmt: skip
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DESCRIPTION, CODEBOOK = described(VERSIONS)

Element = Any
"""An element of lxml's, which has no types."""


@pytest.fixture(scope="module")
def written() -> bytes:
    return ddi_lifecycle(DESCRIPTION, CODEBOOK)


@pytest.fixture
def tree(written: bytes) -> Element:
    return etree.fromstring(written)


def faults(document: bytes) -> list[str]:
    """What the standard's schema and the library's own rules find wrong."""
    report = validate_document(document)
    return [f"{one.source} {one.rule_id} {one.location}: {one.message}" for one in report.iter_messages()]


def named(tree: Element, reference: Element) -> Element:
    """What a reference leads to."""
    identity = reference.findtext("r:ID", namespaces=NAMES)
    kind = reference.findtext("r:TypeOfObject", namespaces=NAMES)
    [found] = [
        one
        for one in tree.iter()
        if etree.QName(one).localname == kind and one.findtext("r:ID", namespaces=NAMES) == identity
    ]
    return found


def texts(parent: Element, path: str) -> dict[str, str]:
    return {one.get(LANG): one.text for one in parent.findall(path, NAMES)}


def variable(tree: Element, name: str) -> Element:
    [found] = [
        one
        for one in tree.iterfind(".//l:Variable", NAMES)
        if one.findtext("l:VariableName/r:String", namespaces=NAMES) == name
    ]
    return found


def codes(tree: Element, code_list: Element) -> dict[str, dict[str, str]]:
    """The label, by language, of each value of a code list."""
    return {
        code.findtext("r:Value", namespaces=NAMES): texts(
            named(tree, code.find("r:CategoryReference", NAMES)), "r:Label/r:Content"
        )
        for code in code_list.findall("l:Code", NAMES)
    }


def test_document_is_valid_by_the_schema_and_nothing_in_it_leads_nowhere(written: bytes) -> None:
    assert faults(written) == []


def without_its_category(tree: Element) -> None:
    code = tree.find(".//l:Code", NAMES)
    code.remove(code.find("r:CategoryReference", NAMES))


def with_label_before_name(tree: Element) -> None:
    one = variable(tree, "kto")
    one.insert(3, one.find("r:Label", NAMES))


def with_missing_values_behind_the_variables(tree: Element) -> None:
    product = tree.find(".//l:LogicalProduct", NAMES)
    product.append(product.find("r:ManagedRepresentationScheme", NAMES))


def with_question_that_is_not_there(tree: Element) -> None:
    question = tree.find(".//d:QuestionItem", NAMES)
    question.getparent().remove(question)


@pytest.mark.parametrize(
    "spoil",
    [
        without_its_category,
        with_label_before_name,
        with_missing_values_behind_the_variables,
        with_question_that_is_not_there,
    ],
)
def test_broken_document_is_caught(spoil: Callable[[Element], None], tree: Element) -> None:
    spoil(tree)
    assert faults(etree.tostring(tree))


def test_every_column_is_a_variable_with_its_label_in_every_language(tree: Element) -> None:
    variables = tree.findall(".//l:Variable", NAMES)
    names = [one.findtext("l:VariableName/r:String", namespaces=NAMES) for one in variables]
    assert names == [*DESCRIPTION.properties, *(one.name for one in CODEBOOK.variables)]
    for one in CODEBOOK.variables:
        assert texts(variable(tree, one.name), "r:Label/r:Content") == dict(one.label.texts)


def test_variable_leads_to_its_question_in_every_language_and_its_answers(tree: Element) -> None:
    for name, key, scale in (("ocena", "ocena", RATING), ("kto", "kto", ROLE_2), ("powod__inny", "powod", WHY_2)):
        [reference] = variable(tree, name).findall("r:QuestionReference", NAMES)
        question = named(tree, reference)
        literal = texts(question, "d:QuestionText/d:LiteralText/d:Text")
        assert literal == dict(VERSIONS[1].by_key[key].text.texts)
        assert len(question.findall("d:QuestionText", NAMES)) == len(LANGUAGES), "no text is glued to another's"
        answers = codes(tree, named(tree, question.find("d:CodeDomain/r:CodeListReference", NAMES)))
        assert answers == {choice.code: dict(choice.label.texts) for choice in scale.choices}
        most = question.find("r:ResponseCardinality", NAMES).get("maximumResponses")
        assert most == ("3" if key == "powod" else "1")


def test_condition_is_told_in_every_language(tree: Element) -> None:
    question = named(tree, variable(tree, "powod__czas").find("r:QuestionReference", NAMES))
    told = texts(question, "r:Description/r:Content")
    assert set(told) == set(LANGUAGES)
    assert all("${ocena} = '1' or ${ocena} = '2'" in text for text in told.values())


def test_values_are_numbers_and_missing_ones_are_apart(tree: Element) -> None:
    def lists(name: str) -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]]:
        representation = variable(tree, name).find("l:VariableRepresentation", NAMES)
        valid = named(tree, representation.find("r:CodeRepresentation/r:CodeListReference", NAMES))
        missing = named(tree, representation.find("l:MissingValuesReference", NAMES))
        coded = named(tree, missing.find("r:MissingCodeRepresentation/r:CodeListReference", NAMES))
        return codes(tree, valid), codes(tree, coded)

    kinds = {str(kind.number): dict(kind.label.texts) for kind in Missing}
    valid, missing = lists("kto")
    labels = {choice.code: dict(choice.label.texts) for choice in ROLE_2.choices}
    assert valid == {str(number): labels[code] for code, number in NUMBERS.items()}
    assert missing == kinds
    valid, missing = lists("ocena")
    assert list(valid) == ["1", "2", "3", "4", "5"]
    assert missing == kinds | {"-5": dict(RATING.choices[-1].label.texts)}, "in the words of the questionnaire"
    valid, missing = lists("powod__czas")
    assert (list(valid), missing) == (["0", "1"], kinds)


def test_study_tells_who_when_and_how(tree: Element) -> None:
    study = tree.find("s:StudyUnit", NAMES)
    assert texts(study, "r:Citation/r:Title/r:String") == dict(DESCRIPTION.title.texts)
    assert texts(study, "r:Citation/r:Creator/r:CreatorName/r:String")["pl"] == "Urząd Próbny w Łęczycy"
    abstracts = texts(study, "r:Abstract/r:Content")
    for language in LANGUAGES:
        assert DESCRIPTION.abstract.texts[language] in abstracts[language]
        assert DESCRIPTION.sampling.texts[language] in abstracts[language]
    assert study.findtext("r:Coverage/r:TemporalCoverage/r:ReferenceDate/r:EndDate", namespaces=NAMES) == "2026-10-25"
    universe = named(tree, study.find("r:UniverseReference", NAMES))
    assert texts(universe, "r:Label/r:Content") == dict(DESCRIPTION.universe.texts)


def test_language_asked_for_comes_first() -> None:
    tree = etree.fromstring(ddi_lifecycle(DESCRIPTION, CODEBOOK, "uk"))
    assert next(iter(texts(tree, "s:StudyUnit/r:Citation/r:Title/r:String"))) == "uk"


def test_same_release_gives_the_same_bytes_in_another_process(written: bytes) -> None:
    program = (
        "import hashlib\n"
        "from kiosk.export.ddi_lifecycle import ddi_lifecycle\n"
        "from tests.integration.export.survey import VERSIONS\n"
        "from tests.unit.export.releases import described\n"
        "print(hashlib.sha256(ddi_lifecycle(*described(VERSIONS))).hexdigest())\n"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "12345"}
    ran = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, env=environment)
    assert ran.stdout.strip() == hashlib.sha256(written).hexdigest()


def test_other_release_has_other_identifiers(tree: Element) -> None:
    other = etree.fromstring(ddi_lifecycle(replace(DESCRIPTION, identifier="leczyca-proba-2027"), CODEBOOK))
    identities, others = ({one.text for one in each.iterfind(".//r:ID", NAMES)} for each in (tree, other))
    assert len(identities) == len(others)
    assert not identities & others


def test_no_identifier_is_given_twice(tree: Element) -> None:
    given = [one.findtext("r:ID", namespaces=NAMES) for one in tree.iter() if not one.tag.endswith("Reference")]
    identities = [one for one in given if one]
    assert len(set(identities)) == len(identities) > 100


def test_each_wording_is_a_question_of_its_own() -> None:
    versions = [
        Questionnaire(
            "a", number, words("t"), words("i"), words("d"),
            (Question("kto", f"{text} pojęcie", QuestionKind.SINGLE, words(text), scale, number),),
        )
        for number, text, scale in ((1, "dawne", ROLE_2), (2, "nowe", ROLE))
    ]  # fmt: skip
    document = ddi_lifecycle(*described(versions))
    assert faults(document) == []
    tree = etree.fromstring(document)
    references = variable(tree, "kto").findall("r:QuestionReference", NAMES)
    told = [texts(named(tree, one), "d:QuestionText/d:LiteralText/d:Text")["pl"] for one in references]
    assert told == ["nowe", "dawne"]
    domain = named(tree, references[0]).find("d:CodeDomain/r:CodeListReference", NAMES)
    assert set(codes(tree, named(tree, domain))) == {"osoba", "firma", "gosc"}, "no answer is lost with its version"


@pytest.mark.parametrize("code", ["a b", "ż", "\x00", "<&>\"'", "x" * 300, "a/b"])
def test_no_code_or_text_can_break_the_document(code: str) -> None:
    label = LocalisedText({"pl": f"etykieta {code} <b>"})
    scale = Scale("s", (Choice(code, label), Choice("inny", label)))
    question = Question(f"k{code}", f"pojęcie {code}", QuestionKind.MULTIPLE, label, scale)
    document = ddi_lifecycle(*described((Questionnaire("a", 1, label, label, label, (question,)),)))
    assert [one for one in faults(document) if one.startswith("schema")] == []


def test_questionnaire_of_the_demonstration_is_described() -> None:
    pack = read_pack(Path(__file__).parents[3] / "resources" / "offices" / "poznan")
    assert faults(ddi_lifecycle(*described(pack.questionnaires))) == []
