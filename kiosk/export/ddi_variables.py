"""The part of a DDI codebook that describes variables: their questions, values, kinds of missing, and counts.

Values are the numbers of SPSS and Stata; how text files and Parquet write the same is told beside each.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from kiosk.content.condition_text import condition_text
from kiosk.domain.questionnaire import Question, QuestionKind
from kiosk.export import description_words as words
from kiosk.export.description import FileKind, ReleaseDescription, filled
from kiosk.export.missing import Missing
from kiosk.export.property_labels import COMPLETE_LABELS, PROPERTY_LABELS
from kiosk.export.variables import SPSS_NAME, Codebook, Value, Variable
from kiosk.export.xml_tree import Node, branch, in_each_language, leaf

Frequencies = Mapping[str, Mapping[int, int | None]]
"""How many responses have each number, by variable; None where that is hidden."""
_NUMERIC = frozenset({"version", "complete"})
_NAME = re.compile(r"[A-Za-z0-9_.-]+", re.ASCII)


def data_description(
    description: ReleaseDescription,
    codebook: Codebook,
    frequencies: Frequencies,
    files: tuple[str, ...],
    language: str,
) -> Node:
    """`dataDscr`: questions with several answers as groups, the columns before the questions, every variable."""
    kinds = frozenset(one.kind for one in description.data_files)
    groups = [
        branch(
            "varGrp",
            in_each_language("labl", revisions(codebook, question)[0].text, language),
            ID=identity("G", question),
            type="multipleResp",
            var=" ".join(identity("V", one.name) for one in variables),
            name=question,
        )
        for question, variables in codebook.by_question.items()
        if variables[0].choice is not None
    ]
    return branch(
        "dataDscr",
        groups,
        (_property(name, files, language) for name in description.properties),
        (_variable(one, codebook, kinds, frequencies.get(one.name, {}), files, language) for one in codebook.variables),
    )


def revisions(codebook: Codebook, key: str) -> list[Question]:
    """The question in each of its wordings, the newest first."""
    found: dict[int, Question] = {}
    for version in reversed(codebook.questionnaires):
        question = version.by_key.get(key)
        if question is not None and question.scale is not None:
            found.setdefault(question.revision, question)
    return list(found.values())


def values_of(variable: Variable) -> list[Value]:
    """Everything that can stand in a variable: its own values, then the kinds of missing that none of them means."""
    own = {value.missing for value in variable.values}
    return [
        *variable.values,
        *(Value(kind.word, kind.number, kind.label, kind) for kind in Missing if kind not in own),
    ]


def identity(prefix: str, name: str) -> str:
    """An XML identifier for `name`, which cannot be another's; a mark stands for a name that may not stand there."""
    return f"{prefix}_{name if _NAME.fullmatch(name) else hashlib.sha256(name.encode()).hexdigest()[:16]}"


def _property(name: str, files: tuple[str, ...], language: str) -> Node:
    categories = COMPLETE_LABELS if name == "complete" else {}
    numeric = name in _NUMERIC
    return branch(
        "var",
        in_each_language("labl", PROPERTY_LABELS[name], language),
        (
            branch("catgry", leaf("catValu", str(number)), in_each_language("labl", label, language))
            for number, label in categories.items()
        ),
        leaf("varFormat", type="numeric" if numeric else "character"),
        ID=identity("V", name),
        name=name,
        files=" ".join(files),
        intrvl="discrete",
        nature="nominal",
        representationType="code" if categories else "numeric" if numeric else "text",
    )


def _variable(
    variable: Variable,
    codebook: Codebook,
    kinds: frozenset[FileKind],
    counts: Mapping[int, int | None],
    files: tuple[str, ...],
    language: str,
) -> Node:
    values = values_of(variable)
    asked = revisions(codebook, variable.question)
    is_ordered = variable.is_number and variable.choice is None
    return branch(
        "var",
        in_each_language("labl", variable.label, language),
        _questions(variable, codebook, asked, language),
        branch("valrng", (leaf("item", VALUE=str(one.number)) for one in values if one.missing is None)),
        branch("invalrng", (leaf("item", VALUE=str(one.number)) for one in values if one.missing is not None)),
        _short_name(variable, kinds),
        (_category(one, variable, kinds, counts.get(one.number), language) for one in values),
        leaf("concept", asked[0].concept),
        leaf("varFormat", type="numeric", schema="SPSS", formatname="F8.0"),
        _notes(asked[0], language),
        ID=identity("V", variable.name),
        name=variable.name,
        files=" ".join(files),
        intrvl="discrete",
        nature="ordinal" if is_ordered else "nominal",
        representationType="code",
    )


def _short_name(variable: Variable, kinds: frozenset[FileKind]) -> list[Node]:
    """What the variable is called in SPSS's file, where its name is too long for that."""
    short = variable.short_name(SPSS_NAME)
    is_told = short != variable.name and FileKind.SAV in kinds
    return [leaf("txt", f"{FileKind.SAV.label}: {short}")] if is_told else []


def _questions(variable: Variable, codebook: Codebook, asked: list[Question], language: str) -> Iterable[Node]:
    """The question in each of its wordings. Of the variables of one question, the first has it by name."""
    first = codebook.by_question[variable.question][0]
    places = {question.key: str(place) for place, question in enumerate(codebook.newest.questions, start=1)}
    for place, question in enumerate(asked):
        name = identity("Q", variable.question) if place == 0 else ""
        attributes = {
            "ID" if variable is first else "qstn": name,
            "seqNo": places.get(question.key, ""),
            "responseDomainType": "multiple" if question.kind is QuestionKind.MULTIPLE else "code",
            "elementVersion": str(question.revision),
        }
        yield branch(
            "qstn",
            _condition(question, language),
            in_each_language("qstnLit", question.text, language),
            **{key: value for key, value in attributes.items() if value},
        )


def _condition(question: Question, language: str) -> list[Node]:
    if question.show_if is None:
        return []
    told = filled(words.CONDITION, {"condition": condition_text(question.show_if)})
    return in_each_language("preQTxt", told, language)


def _notes(question: Question, language: str) -> list[Node]:
    if question.revision == 1:
        return []
    comparable = question.revision if question.comparable_from is None else question.comparable_from
    told = filled(words.WORDING, {"revision": str(question.revision), "comparable": str(comparable)})
    return in_each_language("notes", told, language)


def _category(value: Value, variable: Variable, kinds: frozenset[FileKind], count: int | None, language: str) -> Node:
    attributes = {} if value.missing is None else {"missing": "Y", "missType": value.missing.word}
    return branch(
        "catgry",
        leaf("catValu", str(value.number)),
        in_each_language("labl", value.label, language),
        _elsewhere(value, variable, kinds),
        [] if count is None else [leaf("catStat", str(count), type="freq")],
        **attributes,
    )


def _elsewhere(value: Value, variable: Variable, kinds: frozenset[FileKind]) -> list[Node]:
    """How files that keep codes write the value, where not as its number."""
    if value.missing is None:
        text_file = parquet = "" if value.code == str(value.number) else f'"{value.code}"'
    else:
        is_own_choice = any(one is value for one in variable.values)
        text_file = f'"{value.code if is_own_choice else value.missing.mark}"'
        parquet = f'null; {variable.name}_missing = "{value.missing.word}"'
    written = {FileKind.CSV: text_file, FileKind.PARQUET: parquet}
    return [leaf("txt", f"{kind.label}: {text}") for kind, text in written.items() if text and kind in kinds]
