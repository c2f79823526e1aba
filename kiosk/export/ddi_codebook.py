"""A release described as DDI Codebook 2.5, the XML that data archives read: the study and its files.

Elements stand in the order that the schema asks for (DDI Alliance, DDI Codebook 2.5, codebook.xsd of 2012-01-17).
What the schema lets repeat is there once for each language; what it does not is in the document's language.
"""

from __future__ import annotations

from kiosk.export.ddi_variables import Frequencies, data_description
from kiosk.export.description import COUNTRY_CODE, FileKind, ReleaseDescription, ReleaseFile
from kiosk.export.variables import Codebook
from kiosk.export.xml_tree import Node, branch, document, in_each_language, languages_of, leaf

NAMESPACE = "ddi:codebook:2_5"
_PROGRAM = "Okienko"


def ddi_codebook(
    description: ReleaseDescription, codebook: Codebook, frequencies: Frequencies | None = None, language: str = "pl"
) -> bytes:
    """The document. The same arguments give the same bytes.

    `frequencies` tells by variable and number how many responses have it; None in place of a count, or none at all,
    says nothing. They must have passed the disclosure gate.
    """
    files = {f"F{place}": one for place, one in enumerate(description.data_files, start=1)}
    root = branch(
        "codeBook",
        branch("docDscr", _citation_of_document(description, language)),
        branch(
            "stdyDscr",
            _citation(description, language),
            branch(
                "stdyInfo",
                in_each_language("abstract", description.abstract, language),
                _summary(description, language),
            ),
            _method(description, language),
            _access(description, language),
        ),
        (_file(identity, one, description, language) for identity, one in files.items()),
        data_description(description, codebook, frequencies or {}, tuple(files), language),
        (_other(one) for one in description.documents),
        version="2.5",
    )
    return document(root, NAMESPACE)


def _citation_of_document(description: ReleaseDescription, language: str) -> Node:
    return branch("citation", _titles(description, language), _production(description, language))


def _citation(description: ReleaseDescription, language: str) -> Node:
    return branch(
        "citation",
        _titles(description, language),
        branch("rspStmt", (leaf("AuthEnty", one.in_language(language)) for one in description.producers)),
        _production(description, language),
        branch("distStmt", (leaf("distrbtr", one.in_language(language)) for one in description.producers)),
    )


def _titles(description: ReleaseDescription, language: str) -> Node:
    title = description.title
    shown = title.language_shown(language)
    return branch(
        "titlStmt",
        leaf("titl", title.in_language(language), shown),
        (leaf("parTitl", title.texts[one], one) for one in languages_of(title, shown) if one != shown),
        leaf("IDNo", description.identifier, agency=_PROGRAM, level="study"),
    )


def _production(description: ReleaseDescription, language: str) -> Node:
    return branch(
        "prodStmt",
        (leaf("producer", one.in_language(language)) for one in description.producers),
        leaf("prodDate", description.produced.isoformat(), date=description.produced.isoformat()),
        leaf("software", _PROGRAM, version=description.software),
    )


def _summary(description: ReleaseDescription, language: str) -> Node:
    first, last = description.first.isoformat(), description.last.isoformat()
    return branch(
        "sumDscr",
        leaf("timePrd", first, event="start", date=first),
        leaf("timePrd", last, event="end", date=last),
        leaf("collDate", first, event="start", date=first),
        leaf("collDate", last, event="end", date=last),
        in_each_language("nation", description.country, language, abbr=COUNTRY_CODE),
        in_each_language("geogCover", description.place, language),
        in_each_language("anlyUnit", description.unit, language),
        in_each_language("universe", description.universe, language),
        in_each_language("dataKind", description.data_kind, language),
    )


def _method(description: ReleaseDescription, language: str) -> Node:
    return branch(
        "method",
        branch(
            "dataColl",
            in_each_language("sampProc", description.sampling, language),
            (one for mode in description.modes for one in in_each_language("collMode", mode, language)),
            in_each_language("resInstru", description.instrument, language),
            in_each_language("cleanOps", description.cleaning, language),
        ),
        (
            one
            for rule in description.rules
            for one in in_each_language("dataProcessing", rule, language, type="anonymity")
        ),
    )


def _access(description: ReleaseDescription, language: str) -> Node:
    """A statement of use for each language: what is in it may not repeat."""
    return branch(
        "dataAccs",
        branch("setAvail", leaf("fileQnty", str(len(description.data_files)))),
        (branch("useStmt", one) for one in in_each_language("conditions", description.access, language)),
    )


def _file(identity: str, file: ReleaseFile, description: ReleaseDescription, language: str) -> Node:
    return branch(
        "fileDscr",
        branch(
            "fileTxt",
            leaf("fileName", file.name),
            leaf("fileCont", description.abstract.in_language(language), description.abstract.language_shown(language)),
            leaf("fileStrc", type="rectangular"),
            branch("dimensns", leaf("caseQnty", str(description.responses)), leaf("varQnty", str(file.columns))),
            leaf("fileType", file.kind.label, charset=file.kind.charset),
            [leaf("format", "comma-delimited")] if file.kind is FileKind.CSV else [],
            leaf("software", _PROGRAM, version=description.software),
        ),
        ID=identity,
        URI=file.name,
    )


def _other(file: ReleaseFile) -> Node:
    return branch("otherMat", leaf("labl", file.name), type=file.kind.label, level="study", URI=file.name)
