"""The DDI Lifecycle document of a release: study, universe, concepts and questions.

Order and names of elements: DDI Alliance, DDI Lifecycle 3.3 (2020), XML schemas, which the library brings.
"""

from __future__ import annotations

from ddi_l.document import DDIDocument
from ddi_l.models import (
    Concept,
    ConceptualComponent,
    DataCollection,
    InternationalString,
    LogicalProduct,
    QuestionItem,
    StudyUnit,
    Universe,
)
from lxml import etree

from kiosk.content.condition_text import condition_text
from kiosk.domain.questionnaire import Question, QuestionKind
from kiosk.domain.text import LocalisedText
from kiosk.export import description_words as words
from kiosk.export.ddi_variables import revisions
from kiosk.export.description import ReleaseDescription, filled
from kiosk.export.lifecycle_names import AGENCY, VERSION, Names, name
from kiosk.export.lifecycle_variables import logical_product, missing_values
from kiosk.export.variables import Codebook
from kiosk.export.xml_tree import languages_of, without_forbidden

_DATA, _REUSABLE, _LOGICAL = "ddi:datacollection:3_3", "ddi:reusable:3_3", "ddi:logicalproduct:3_3"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def document(description: ReleaseDescription, codebook: Codebook, language: str) -> bytes:
    """The whole document in UTF-8."""
    names = Names(description.identifier, language)
    whole = DDIDocument.create(agency=AGENCY, identifier=names.identity("instance"), version=VERSION)
    product = logical_product(names, description, codebook)
    root: etree.Element = whole.root
    study: etree.Element = _study(names, description, codebook, product).to_xml(validate_refs=False)
    # The library has no place for these, and would put them behind the variables, where the schema forbids them.
    [scheme] = study.iter(f"{{{_LOGICAL}}}VariableScheme")
    scheme.addprevious(missing_values(names, codebook))
    root.extend([_citation(names, description), study])
    return _DECLARATION + whole.to_xml().encode() + b"\n"


def _study(names: Names, description: ReleaseDescription, codebook: Codebook, product: LogicalProduct) -> StudyUnit:
    told = (description.abstract, description.sampling, *description.rules, description.cleaning)
    return StudyUnit(
        **names.of("study"),
        citations=[_citation(names, description)],
        abstracts=names.texts(_joined(told)),
        universe_references=[names.reference("Universe", "universe")],
        coverage=[_coverage(names, description)],
        conceptual_components=[_concepts(names, description, codebook)],
        data_collections=[
            names.with_schemes(
                DataCollection(
                    **names.of("collection"),
                    labels=names.texts(_joined(description.modes)),
                    questions=[
                        _question(names, one) for key in codebook.by_question for one in revisions(codebook, key)
                    ],
                ),
                "QuestionScheme",
            )
        ],
        logical_products=[product],
    )


def _joined(texts: tuple[LocalisedText, ...]) -> LocalisedText:
    """One text of several, in the languages of the first."""
    return LocalisedText(
        {language: " ".join(text.in_language(language) for text in texts) for language in texts[0].texts}
    )


def _concepts(names: Names, description: ReleaseDescription, codebook: Codebook) -> ConceptualComponent:
    concepts = dict.fromkeys(one.concept for key in codebook.by_question for one in revisions(codebook, key))
    component = ConceptualComponent(
        **names.of("component"),
        labels=names.texts(description.title),
        concepts=[
            Concept(**names.of("concept", one), names=name(one), labels=names.texts(LocalisedText({"pl": one})))
            for one in concepts
        ],
        universes=[Universe(**names.of("universe"), labels=names.texts(description.universe))],
        has_concept_scheme=True,
        has_universe_scheme=True,
    )
    return names.with_schemes(component, "ConceptScheme", "UniverseScheme")


def _question(names: Names, question: Question) -> QuestionItem:
    condition = None if question.show_if is None else {"condition": condition_text(question.show_if)}
    return QuestionItem(
        **names.of("question", question_name(question)),
        labels=names.texts(question.text),
        descriptions=[] if condition is None else names.texts(filled(words.CONDITION, condition)),
        other_elements=[
            *_question_texts(names, question),
            _domain(names, question),
            *_cardinality(question),
            names.reference("Concept", "concept", question.concept).to_xml("ConceptReference"),
        ],
    )


def question_name(question: Question) -> str:
    """What tells one wording of a question from another."""
    return f"{question.key}/{question.revision}"


def _question_texts(names: Names, question: Question) -> list[etree.Element]:
    """One for each language: several texts in one would be read as the parts of one sentence."""
    found = []
    for language in languages_of(question.text, names.language):
        text = etree.Element(f"{{{_DATA}}}QuestionText", audienceLanguage=language)
        literal = etree.SubElement(etree.SubElement(text, f"{{{_DATA}}}LiteralText"), f"{{{_DATA}}}Text")
        literal.set(_LANGUAGE, language)
        literal.text = without_forbidden(question.text.texts[language])
        found.append(text)
    return found


def _domain(names: Names, question: Question) -> etree.Element:
    domain = etree.Element(f"{{{_DATA}}}CodeDomain")
    domain.append(names.reference("CodeList", "answers", question.key).to_xml("CodeListReference"))
    return domain


def _cardinality(question: Question) -> list[etree.Element]:
    """How many answers may be given; none is a question that was declined."""
    if question.scale is None:
        return []
    most = len(question.scale.choices) if question.kind is QuestionKind.MULTIPLE else 1
    return [etree.Element(f"{{{_REUSABLE}}}ResponseCardinality", minimumResponses="0", maximumResponses=str(most))]


def _citation(names: Names, description: ReleaseDescription) -> etree.Element:
    citation = etree.Element(f"{{{_REUSABLE}}}Citation")
    _strings(etree.SubElement(citation, f"{{{_REUSABLE}}}Title"), names.texts(description.title))
    for role, tag in (("Creator", "CreatorName"), ("Publisher", "PublisherName")):
        for producer in description.producers:
            holder = etree.SubElement(citation, f"{{{_REUSABLE}}}{role}")
            _strings(etree.SubElement(holder, f"{{{_REUSABLE}}}{tag}"), names.texts(producer))
    date = etree.SubElement(citation, f"{{{_REUSABLE}}}PublicationDate")
    etree.SubElement(date, f"{{{_REUSABLE}}}SimpleDate").text = description.produced.isoformat()
    return citation


def _strings(parent: etree.Element, texts: list[InternationalString]) -> None:
    parent.extend([one.to_child("String") for one in texts])


def _coverage(names: Names, description: ReleaseDescription) -> etree.Element:
    coverage = etree.Element(f"{{{_REUSABLE}}}Coverage")
    period = etree.SubElement(coverage, f"{{{_REUSABLE}}}TemporalCoverage")
    for tag, text in zip(("Agency", "ID", "Version"), names.of("period").values(), strict=True):
        etree.SubElement(period, f"{{{_REUSABLE}}}{tag}").text = text
    dates = etree.SubElement(period, f"{{{_REUSABLE}}}ReferenceDate")
    etree.SubElement(dates, f"{{{_REUSABLE}}}StartDate").text = description.first.isoformat()
    etree.SubElement(dates, f"{{{_REUSABLE}}}EndDate").text = description.last.isoformat()
    return coverage
