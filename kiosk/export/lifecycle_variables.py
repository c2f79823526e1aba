"""The variables of a DDI Lifecycle document, with their code lists, categories and kinds of missing.

A choice is one category, wherever it stands: in the answers to a question by its code, in a variable by its number.
"""

from __future__ import annotations

from collections.abc import Iterable

from ddi_l.models import (
    Category,
    CodeItem,
    CodeList,
    CodeRepresentation,
    LogicalProduct,
    ManagedMissingValuesRepresentation,
    TextRepresentation,
    Variable,
    VariableRepresentation,
)
from lxml import etree

from kiosk.domain.text import LocalisedText
from kiosk.export import description_words as words
from kiosk.export.ddi_variables import revisions, values_of
from kiosk.export.description import ReleaseDescription
from kiosk.export.lifecycle_names import Names, name
from kiosk.export.missing import Missing
from kiosk.export.property_labels import COMPLETE_LABELS, PROPERTY_LABELS
from kiosk.export.variables import Codebook, Value
from kiosk.export.variables import Variable as Column
from kiosk.export.xml_tree import without_forbidden

_REUSABLE = "ddi:reusable:3_3"
_COMPLETE = "complete"
_Code = tuple[str, str, str]
"""A value, and kind and name of its category."""


def logical_product(names: Names, description: ReleaseDescription, codebook: Codebook) -> LogicalProduct:
    """Every column of the data files, in their order."""
    product = LogicalProduct(
        **names.of("product"),
        labels=names.texts(description.title),
        categories=_categories(names, codebook),
        code_lists=_code_lists(names, codebook),
        variables=[
            *(_property(names, one) for one in description.properties),
            *(_variable(names, codebook, one) for one in codebook.variables),
        ],
    )
    return names.with_schemes(product, "CategoryScheme", "CodeListScheme", "VariableScheme")


def missing_values(names: Names, codebook: Codebook) -> etree.Element:
    """The scheme of what stands for a missing value: one for all variables, and one for each that has its own words."""
    scheme = etree.Element(f"{{{_REUSABLE}}}ManagedRepresentationScheme")
    for tag, text in zip(("Agency", "ID", "Version"), names.of("representations").values(), strict=True):
        etree.SubElement(scheme, f"{{{_REUSABLE}}}{tag}").text = text
    label = etree.SubElement(scheme, f"{{{_REUSABLE}}}Label")
    label.extend([one.to_child() for one in names.texts(words.MISSING)])
    for one in dict.fromkeys(_missing_list(column) for column in codebook.variables):
        representation = ManagedMissingValuesRepresentation(
            **names.of("missing", one),
            labels=names.texts(words.MISSING),
            blank_is_missing_value=False,
            missing_code_representations=[
                CodeRepresentation(code_list_reference=names.reference("CodeList", "missing codes", one))
            ],
        )
        scheme.append(representation.to_xml())
    return scheme


def _categories(names: Names, codebook: Codebook) -> list[Category]:
    labels: dict[tuple[str, str], LocalisedText] = {("kind", kind.word): kind.label for kind in Missing}
    labels |= {(_COMPLETE, str(number)): label for number, label in COMPLETE_LABELS.items()}
    for question, columns in codebook.by_question.items():
        for code, label in _answers(codebook, question).items():
            labels["choice", f"{question}/{code}"] = label
        if columns[0].choice is not None:
            labels |= {("chosen", value.code): value.label for value in columns[0].values}
    return [
        Category(
            **names.of(f"category {kind}", word),
            names=name(word),
            labels=names.texts(label),
            isMissing=True if kind == "kind" else None,
        )
        for (kind, word), label in labels.items()
    ]


def _code_lists(names: Names, codebook: Codebook) -> list[CodeList]:
    complete = [(str(one), _COMPLETE, str(one)) for one in COMPLETE_LABELS]
    lists = [_code_list(names, "values", _COMPLETE, PROPERTY_LABELS[_COMPLETE], complete)]
    for question in codebook.by_question:
        answers = [(code, "choice", f"{question}/{code}") for code in _answers(codebook, question)]
        lists.append(_code_list(names, "answers", question, revisions(codebook, question)[0].text, answers))
    told = set()
    for column in codebook.variables:
        values = values_of(column)
        present = [_code(column, one) for one in values if one.missing is None]
        lists.append(_code_list(names, "values", column.name, column.label, present))
        called = _missing_list(column)
        if called not in told:
            told.add(called)
            absent = [_code(column, one) for one in values if one.missing is not None]
            lists.append(_code_list(names, "missing codes", called, words.MISSING, absent))
    return lists


def _code_list(names: Names, kind: str, called: str, label: LocalisedText, codes: Iterable[_Code]) -> CodeList:
    return CodeList(
        **names.of(kind, called),
        names=name(f"{kind}: {called}" if called else kind),
        labels=names.texts(label),
        codes=[
            CodeItem(
                **names.of(f"code of {kind}", f"{called}/{value}"),
                value=without_forbidden(value),
                category=names.reference("Category", f"category {category}", word),
            )
            for value, category, word in codes
        ],
    )


def _code(column: Column, value: Value) -> _Code:
    """A value's number, and the category that it stands for."""
    if value not in column.values:
        return str(value.number), "kind", value.code
    if column.choice is not None:
        return str(value.number), "chosen", value.code
    return str(value.number), "choice", f"{column.question}/{value.code}"


def _missing_list(column: Column) -> str:
    """The name of the variable's list of missing codes; empty for the one that most share."""
    return column.name if any(value.missing for value in column.values) else ""


def _answers(codebook: Codebook, question: str) -> dict[str, LocalisedText]:
    """Every answer that the question ever had, in the newest wording."""
    scales = [revision.scale for revision in revisions(codebook, question)]
    found: dict[str, LocalisedText] = {}
    for scale in scales:
        for choice in scale.choices if scale else ():
            found.setdefault(choice.code, choice.label)
    return found


def _property(names: Names, called: str) -> Variable:
    if called == _COMPLETE:
        reference = names.reference("CodeList", "values", _COMPLETE)
        representation = VariableRepresentation(code_representation=CodeRepresentation(code_list_reference=reference))
    else:
        representation = VariableRepresentation(text_representation=TextRepresentation())
    return Variable(
        **names.of("variable", called),
        names=name(called),
        labels=names.texts(PROPERTY_LABELS[called]),
        variable_representation=representation,
    )


def _variable(names: Names, codebook: Codebook, column: Column) -> Variable:
    asked = revisions(codebook, column.question)
    return Variable(
        **names.of("variable", column.name),
        names=name(column.name),
        labels=names.texts(column.label),
        universe_references=[names.reference("Universe", "universe")],
        concept_references=[names.reference("Concept", "concept", asked[0].concept)],
        question_references=[names.reference("QuestionItem", "question", f"{one.key}/{one.revision}") for one in asked],
        variable_representation=VariableRepresentation(
            code_representation=CodeRepresentation(
                code_list_reference=names.reference("CodeList", "values", column.name)
            ),
            missing_values_reference=names.reference(
                "ManagedMissingValuesRepresentation", "missing", _missing_list(column)
            ),
        ),
    )
