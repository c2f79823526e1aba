"""DDI Codebook: the elements of the standard in its order, every text in every language, each kind of missing told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kiosk.content.reader import read_pack
from kiosk.domain.questionnaire import Choice, Question, QuestionKind, Questionnaire, Scale
from kiosk.domain.text import LocalisedText
from kiosk.export.ddi_codebook import NAMESPACE, ddi_codebook
from kiosk.export.missing import Missing
from tests.integration.export.survey import FIRST, LONG, NUMBERS, ROLE_2, VERSIONS, WHY_2, words
from tests.unit.export.releases import LANGUAGES, described

PROFILE = Path(__file__).parent / "ddi-codebook-profile.xsd"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NAMES = {"d": NAMESPACE}
DESCRIPTION, CODEBOOK = described(VERSIONS)
FREQUENCIES = {"ocena": {1: 700, 2: None, 5: 0, -9: 34}}

Element = Any
"""An element of lxml's, which has no types."""


@pytest.fixture(scope="module")
def profile() -> Any:
    return etree.XMLSchema(file=str(PROFILE))


@pytest.fixture
def tree() -> Element:
    return etree.fromstring(ddi_codebook(DESCRIPTION, CODEBOOK, FREQUENCIES))


def found(tree: Element, path: str) -> list[Element]:
    elements: list[Element] = tree.findall(
        "/".join(f"d:{step}" if step[0] not in ".*" else step for step in path.split("/")), NAMES
    )
    return elements


def variable(tree: Element, name: str) -> Element:
    [one] = [one for one in found(tree, "dataDscr/var") if one.get("name") == name]
    return one


def texts(elements: list[Element]) -> dict[str, str]:
    return {one.get(LANG): one.text for one in elements}


def test_document_has_the_elements_of_the_standard_in_its_order(profile: Any, tree: Element) -> None:
    assert profile.validate(tree), profile.error_log


def without_title(tree: Element) -> None:
    [title] = found(tree, "stdyDscr/citation/titlStmt/titl")
    title.getparent().remove(title)


def with_method_before_information(tree: Element) -> None:
    [study] = found(tree, "stdyDscr")
    study.insert(1, found(study, "method")[0])


def with_count_before_label(tree: Element) -> None:
    category = found(variable(tree, "ocena"), "catgry")[0]
    category.insert(1, found(category, "catStat")[0])


def with_same_identifier_twice(tree: Element) -> None:
    variable(tree, "kto").set("ID", "V_ocena")


def with_element_of_our_own(tree: Element) -> None:
    etree.SubElement(found(tree, "dataDscr")[0], f"{{{NAMESPACE}}}variable")


@pytest.mark.parametrize(
    "spoil",
    [
        without_title,
        with_method_before_information,
        with_count_before_label,
        with_same_identifier_twice,
        with_element_of_our_own,
    ],
)
def test_broken_document_is_caught(spoil: Callable[[Element], None], profile: Any, tree: Element) -> None:
    spoil(tree)
    assert not profile.validate(tree)


def test_every_reference_leads_somewhere(tree: Element) -> None:
    identities = [one.get("ID") for one in tree.iter() if one.get("ID")]
    references = {
        word for one in tree.iter() for name in ("files", "var", "qstn") for word in one.get(name, "").split()
    }
    assert len(set(identities)) == len(identities)
    assert references
    assert references <= set(identities)


def test_study_is_told_in_every_language(tree: Element) -> None:
    for path, text in {
        "stdyDscr/stdyInfo/abstract": DESCRIPTION.abstract,
        "stdyDscr/stdyInfo/sumDscr/universe": DESCRIPTION.universe,
        "stdyDscr/stdyInfo/sumDscr/nation": DESCRIPTION.country,
        "stdyDscr/stdyInfo/sumDscr/geogCover": DESCRIPTION.place,
        "stdyDscr/method/dataColl/sampProc": DESCRIPTION.sampling,
        "stdyDscr/method/dataColl/cleanOps": DESCRIPTION.cleaning,
        "stdyDscr/dataAccs/useStmt/conditions": DESCRIPTION.access,
    }.items():
        assert texts(found(tree, path)) == dict(text.texts)
    rules = found(tree, "stdyDscr/method/dataProcessing")
    assert len(rules) == len(DESCRIPTION.rules) * len(LANGUAGES)
    dates = [(one.get("event"), one.get("date")) for one in found(tree, "stdyDscr/stdyInfo/sumDscr/timePrd")]
    assert dates == [("start", "2026-09-28"), ("end", "2026-10-25")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_is_in_the_language_asked_for_and_parallel_in_the_others(language: str) -> None:
    tree = etree.fromstring(ddi_codebook(DESCRIPTION, CODEBOOK, language=language))
    [title] = found(tree, "stdyDscr/citation/titlStmt/titl")
    assert (title.get(LANG), title.text) == (language, DESCRIPTION.title.texts[language])
    others = texts(found(tree, "stdyDscr/citation/titlStmt/parTitl"))
    assert others == {one: text for one, text in DESCRIPTION.title.texts.items() if one != language}


def test_each_data_file_has_its_dimensions_and_other_files_are_named(tree: Element) -> None:
    told = [
        (
            file.get("URI"),
            found(file, "fileTxt/dimensns/caseQnty")[0].text,
            found(file, "fileTxt/dimensns/varQnty")[0].text,
        )
        for file in found(tree, "fileDscr")
    ]
    assert told == [("dane.csv", "1234", "14"), ("dane.sav", "1234", "14"), ("dane.parquet", "1234", "20")]
    assert [one.get("URI") for one in found(tree, "otherMat")] == ["ankieta.xlsx"]
    assert {one.get("files") for one in found(tree, "dataDscr/var")} == {"F1 F2 F3"}


def test_every_column_is_described_in_the_order_of_the_files(tree: Element) -> None:
    names = [one.get("name") for one in found(tree, "dataDscr/var")]
    assert names == [*DESCRIPTION.properties, *(one.name for one in CODEBOOK.variables)]
    for one in CODEBOOK.variables:
        assert texts(found(variable(tree, one.name), "labl")) == dict(one.label.texts)


def test_every_value_has_its_number_label_and_code_in_text_files(tree: Element) -> None:
    told = {
        int(found(one, "catValu")[0].text): one
        for one in found(variable(tree, "kto"), "catgry")
        if not one.get("missing")
    }
    labels = {choice.code: choice.label for choice in ROLE_2.choices}
    assert {number: code for code, number in NUMBERS.items()}.keys() == told.keys()
    for code, number in NUMBERS.items():
        assert texts(found(told[number], "labl")) == dict(labels[code].texts)
        assert [one.text for one in found(told[number], "txt")] == [f'CSV: "{code}"', f'Apache Parquet: "{code}"']


def test_each_kind_of_missing_is_marked_and_out_of_the_valid_range(tree: Element) -> None:
    for name in ("ocena", "kto", "powod__czas", LONG):
        one = variable(tree, name)
        missing = {
            category.get("missType"): int(found(category, "catValu")[0].text)
            for category in found(one, "catgry")
            if category.get("missing") == "Y"
        }
        assert missing == {kind.word: kind.number for kind in Missing}
        invalid = {int(item.get("VALUE")) for item in found(one, "invalrng/item")}
        assert invalid == {-9, -8, -7, -6, -5, -4}
        assert all(int(item.get("VALUE")) >= 0 for item in found(one, "valrng/item"))
    [choice] = [one for one in found(variable(tree, "ocena"), "catgry") if one.get("missType") == "not_applicable"]
    assert texts(found(choice, "labl"))["pl"] == "trudno powiedzieć", "in the words of the questionnaire"
    assert found(choice, "txt")[0].text == 'CSV: "98"'


def test_question_is_told_with_its_condition_in_every_language(tree: Element) -> None:
    first, second, third = (
        found(variable(tree, f"powod__{code}"), "qstn")[0] for code in ("czas", "inny", "Czas_a0af7c6")
    )
    assert (first.get("ID"), second.get("qstn"), third.get("qstn")) == ("Q_powod",) * 3
    [asked] = [one for one in FIRST.questions if one.key == "powod"]
    for question in (first, second, third):
        assert texts(found(question, "qstnLit")) == dict(asked.text.texts)
        conditions = texts(found(question, "preQTxt"))
        assert set(conditions) == set(LANGUAGES)
        assert all("${ocena} = '1' or ${ocena} = '2'" in text for text in conditions.values())
    assert not found(variable(tree, "ocena"), "qstn/preQTxt")
    [group] = found(tree, "dataDscr/varGrp")
    assert group.get("var").split() == ["V_powod__czas", "V_powod__inny", "V_powod__Czas_a0af7c6"]


def test_hidden_counts_are_left_out_and_zero_is_not(tree: Element) -> None:
    counts = {
        int(found(one, "catValu")[0].text): [stat.text for stat in found(one, "catStat")]
        for one in found(variable(tree, "ocena"), "catgry")
    }
    assert counts == {1: ["700"], 2: [], 3: [], 4: [], 5: ["0"], -9: ["34"], -8: [], -7: [], -6: [], -5: [], -4: []}
    assert not found(variable(tree, "kto"), "catgry/catStat")
    assert b"catStat" not in ddi_codebook(DESCRIPTION, CODEBOOK)


def test_same_release_gives_the_same_bytes() -> None:
    assert ddi_codebook(DESCRIPTION, CODEBOOK, FREQUENCIES) == ddi_codebook(DESCRIPTION, CODEBOOK, FREQUENCIES)


def test_earlier_wordings_are_told_with_what_can_be_compared(profile: Any) -> None:
    def version(number: int, text: str, comparable_from: int | None) -> Questionnaire:
        question = Question(
            "powod", "powód", QuestionKind.MULTIPLE, words(text), WHY_2, number, comparable_from=comparable_from
        )
        return Questionnaire("a", number, words("t"), words("i"), words("d"), (question,))

    tree = etree.fromstring(ddi_codebook(*described((version(1, "dawne", None), version(2, "nowe", 1)))))
    assert profile.validate(tree), profile.error_log
    questions = found(variable(tree, "powod__czas"), "qstn")
    assert [(one.get("elementVersion"), texts(found(one, "qstnLit"))["pl"]) for one in questions] == [
        ("2", "nowe"), ("1", "dawne"),
    ]  # fmt: skip
    assert texts(found(variable(tree, "powod__czas"), "notes"))["en"].endswith("compared from wording no. 1 on.")


@pytest.mark.parametrize("code", ["a b", "ż", "\x00", "<&>\"'", "x" * 300, "\ud7ff\uffff"])
def test_no_code_or_text_can_break_the_document(code: str, profile: Any) -> None:
    label = LocalisedText({"pl": f"etykieta {code} <b>"})
    scale = Scale("s", (Choice(code, label), Choice("inny", label)))
    question = Question(f"k{code}", f"pojęcie {code}", QuestionKind.MULTIPLE, label, scale)
    tree = etree.fromstring(ddi_codebook(*described((Questionnaire("a", 1, label, label, label, (question,)),))))
    assert profile.validate(tree), profile.error_log
    kept = f"etykieta {code} <b>".replace("\x00", "").replace("\uffff", "")
    assert texts(found(found(tree, "dataDscr/var")[-1], "qstn/qstnLit")) == {"pl": kept}


def test_name_that_is_too_long_for_spss_is_told_in_short(profile: Any) -> None:
    scale = Scale("s", (Choice("o" * 32, words("a")), Choice("b", words("b"))))
    question = Question("k" * 32, "p", QuestionKind.MULTIPLE, words("t"), scale)
    tree = etree.fromstring(
        ddi_codebook(*described((Questionnaire("a", 1, words("t"), words("i"), words("d"), (question,)),)))
    )
    assert profile.validate(tree), profile.error_log
    [short] = found(tree, "dataDscr/var/txt")
    assert short.text.startswith("SPSS: kkk")
    assert len(short.text.removeprefix("SPSS: ")) == 60


def test_questionnaire_of_the_demonstration_is_described(profile: Any) -> None:
    pack = read_pack(Path(__file__).parents[3] / "resources" / "offices" / "poznan")
    tree = etree.fromstring(ddi_codebook(*described(pack.questionnaires)))
    assert profile.validate(tree), profile.error_log
    assert len(found(tree, "dataDscr/var")) > 20
