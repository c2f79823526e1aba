"""Any pack that is written as a compiled copy is read back equal: nothing is lost, nothing changes its type."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.compiled import packed, unpacked
from kiosk.content.files import PackFiles
from kiosk.content.reader import checked_pack
from kiosk.domain.card import Card, Deadline, Document, Fee, SignVideo
from kiosk.domain.office import OpeningHours
from kiosk.domain.pack import Pack
from kiosk.domain.questionnaire import Question
from kiosk.domain.text import LocalisedText
from tests.unit.content.conftest import GOOD_PACK
from tests.unit.content.test_condition_text import conditions

PACK = checked_pack(PackFiles({name: text.encode() for name, text in GOOD_PACK.items()}))
NUMBERS = st.integers(-(2**31), 2**31)
TIMES = st.times().map(lambda time: time.replace(fold=0))  # the second 2:30 of an autumn night is no opening hour

st.register_type_strategy(
    LocalisedText, st.builds(LocalisedText, st.dictionaries(st.sampled_from(["pl", "en", "uk"]), st.text(max_size=5)))
)


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """The small pack with any values in the fields of every type that occurs."""
    (first, *others) = PACK.catalogue.cards
    fees = tuple(draw(st.lists(st.builds(Fee, amount=st.none() | NUMBERS), max_size=2)))
    deadline = draw(st.none() | st.builds(Deadline, number=NUMBERS))
    card: Card = replace(
        first,
        version=draw(NUMBERS),
        modified=draw(st.dates()),
        internal_notes=draw(st.text(max_size=20)),
        clients=tuple(draw(st.lists(st.sampled_from(first.clients)))),
        fees=fees,
        client_deadline=deadline,
        produced_by=draw(st.from_type(LocalisedText)),
        plain=tuple(draw(st.lists(st.from_type(LocalisedText), max_size=2))),
        address=draw(st.text(max_size=5)),
        unit_address=draw(st.text(max_size=5)),
        recordings=draw(st.dictionaries(st.sampled_from(["pl", "en"]), st.text(max_size=5))),
        sign_video=draw(st.none() | st.builds(SignVideo)),
        authentication=draw(st.none() | st.from_type(LocalisedText)),
        not_applicable=draw(st.dictionaries(st.sampled_from(["c", "h"]), st.from_type(LocalisedText))),
        documents=tuple(draw(st.lists(st.builds(Document), max_size=2))),
    )
    hours = tuple(draw(st.lists(st.builds(OpeningHours, NUMBERS, TIMES, TIMES), max_size=2)))
    survey = PACK.questionnaire
    question: Question = replace(
        survey.questions[0],
        show_if=draw(st.none() | conditions()),
        comparable_from=draw(st.none() | NUMBERS),
    )
    return replace(
        PACK,
        office=replace(
            PACK.office,
            places=(replace(PACK.office.places[0], hours=hours),),
            logo=draw(st.text(max_size=5)),
            closed=tuple(draw(st.lists(st.dates(), max_size=2))),
            legal_state_months=draw(NUMBERS),
            fallback_languages=tuple(draw(st.lists(st.sampled_from(["en", "uk"]), max_size=2))),
            card_address=draw(st.text(max_size=5)),
        ),
        media=draw(st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2)),
        catalogue=replace(
            PACK.catalogue,
            cards=(card, *others),
            previous=draw(st.dictionaries(st.text(max_size=5), st.just(card), max_size=2)),
        ),
        questionnaires=(replace(survey, questions=(question, *survey.questions[1:])), survey),
    )


@settings(max_examples=60, deadline=None)
@given(packs())
def test_copy_reads_back_equal(pack: Pack) -> None:
    compiled = unpacked(packed(pack))

    assert compiled is not None
    assert compiled.is_current_shape
    assert compiled.pack == pack
    assert repr(compiled.pack) == repr(pack), "equal values of another type, such as a list for a tuple"
