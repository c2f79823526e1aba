"""Cards on paper: accessible, complete in every language, and nothing of a card is ever a command."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from itertools import pairwise, zip_longest
from pathlib import Path

import pikepdf
import pytest
import typst

from kiosk.domain.card import Card, CardStatus
from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.domain.pack import Pack
from kiosk.domain.text import LANGUAGE_NAMES, LocalisedText
from kiosk.publish import paper_press
from kiosk.publish.paper import card_pdf, catalogue_pdf
from kiosk.publish.paper_words import PaperWords, _words
from tests.integration.publish.conftest import card, in_polish, public
from tests.integration.publish.reading import all_words, codes, head, pages, says, structure, words

NOT_ON_PAPER = {
    "internal_notes",
    "related",  # shown by name, tested by itself
    "recordings", "sign_video",  # nobody hears or sees them on paper
    "group", "status", "clients", "kind", "unit", "number", "amount", "places", "service_languages",
    "legal_state", "modified", "eli",
}  # fmt: skip
"""Fields of cards that are no words; what they mean is tested by itself."""


def texts_of(value: object, language: str) -> Iterator[str]:
    """Every text of a card and its parts, whatever fields it will have."""
    if isinstance(value, LocalisedText):
        yield from value.in_language(language).split("\n")
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each, language)
    elif is_dataclass(value):
        for each in fields(value):
            found = getattr(value, each.name) if each.name != "keywords" else ""  # words to search for, not to read
            if each.name not in NOT_ON_PAPER or isinstance(found, LocalisedText):
                yield from texts_of(found, language)


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_every_field_of_every_public_card_is_there(full: Pack, language: str) -> None:
    paper_words = PaperWords(language)
    for each in public(full):
        pdf = card_pdf(each, full, language)
        read = words(pdf)
        # A note in brackets comes before the last sign of a text.
        missing = [text for text in texts_of(each, language) if not says(read, text.rstrip(".)"))]
        assert missing == [], each.code
        related = [other.name.in_language(language) for other in full.catalogue.related_cards(each)]
        places = [place for place in full.office.places if place.id in each.places]
        where = [
            text for place in places for text in (place.name.in_language(language), place.address, place.telephone)
        ]
        days = [paper_words.day(each.legal_state), paper_words.day(each.modified)]
        fees = [paper_words.amount(fee) for fee in each.fees]
        for text in (*related, *where, *days, *fees, full.office.name.in_language(language)):
            assert says(read, text), (each.code, text)


def test_foot_of_every_page_is_marked_as_the_law_asks(full: Pack) -> None:
    """Art. 12 of the act on access to public information."""
    pdf = card_pdf(card(full, "REG-01"), full, "pl")
    for page in range(1, pages(pdf) + 1):
        foot = all_words(pdf, page)
        for text in (
            "Karta REG-01, wersja 1", "Wytworzył: Wydział Rejestrów", "Zatwierdził: Dyrektor Urzędu Statystycznego",
            "Udostępnił: Urząd Statystyczny w Poznaniu", "Stan prawny na dzień: 31 grudnia 2024 r.",
            "Ostatnia zmiana: 23 listopada 2026 r.", f"strona {page} z {pages(pdf)}",
        ):  # fmt: skip
            assert says(foot, text), (page, text)


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_document_is_accessible(full: Pack, language: str) -> None:
    """PDF/UA-1: tagged, titled, in a language; the compiler refuses to write what it cannot promise."""
    shown = card(full, "REG-01")
    papers = [(card_pdf(shown, full, language), f"REG-01 {shown.name.in_language(language)}")]
    if language in ("pl", "uk"):
        papers.append((catalogue_pdf(full, language), full.catalogue.title.in_language(language)))
    for pdf, title in papers:
        with pikepdf.open(BytesIO(pdf)) as document:
            root = document.Root
            assert root.MarkInfo.Marked
            assert root.Lang == language
            assert root.ViewerPreferences.DisplayDocTitle
            assert "/StructTreeRoot" in root
            metadata = document.open_metadata()
            assert metadata["pdfuaid:part"] == "1"
            assert str(metadata["dc:title"]).replace("\u00a0", " ").startswith(title)
            for page in document.pages:
                assert [round(float(side)) for side in page.mediabox] == [0, 0, 595, 842], "A4"
        tags = [tag for tag, _, _ in structure(pdf)]
        assert tags.count("/H1") == 1
        assert {"/L", "/LI", "/P", "/H2", "/Figure", "/Link"} <= set(tags)
        levels = [int(tag[2:]) for tag in tags if tag[1:2] == "H" and tag[2:].isdigit()]
        assert all(after <= before + 1 for before, after in pairwise(levels)), "no level is left out"
        assert all(alt for tag, _, alt in structure(pdf) if tag == "/Figure"), "pictures say what they are"


def test_polish_in_another_language_says_that_it_is_polish(full: Pack) -> None:
    german = structure(card_pdf(card(full, "REG-01"), full, "de"))
    polish = structure(card_pdf(card(full, "REG-01"), full, "pl"))
    assert {language for _, language, _ in german if language} == {"pl"}
    assert {language for _, language, _ in polish if language} == set()


@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_telephone_reads_the_address(full: Pack, language: str) -> None:
    pdf = card_pdf(card(full, "REG-02"), full, language)
    address = f"https://urzad.example/{language}/karty/REG-02"
    assert codes(pdf) == [address]
    assert says(words(pdf), address)
    assert any(address in alt for _, _, alt in structure(pdf))


def test_longest_address_is_still_read(full: Pack) -> None:
    address = "https://urzad.example/" + "a" * 178
    assert codes(card_pdf(replace(card(full, "REG-01"), address=address), full, "pl")) == [address]


def test_card_without_an_address_has_no_code(poznan: Pack) -> None:
    pdf = card_pdf(card(poznan, "REG-02"), poznan, "pl")
    assert codes(pdf) == []
    assert not says(words(pdf), "Ta karta w internecie")


LETTERS = {
    "pl": "Zażółć gęślą jaźń. ZAŻÓŁĆ GĘŚLĄ JAŹŃ",
    "uk": "Жебракують філософи при ґанку церкви в Гадячі, ще й шатро їхнє п’яне знаємо. ҐЄІЇ",
    "de": "Falsches Üben von Xylophonmusik quält jeden größeren Zwerg. ÄÖÜẞ",
}


def test_every_letter_is_there(poznan: Pack) -> None:
    shown = replace(card(poznan, "REG-01"), summary=LocalisedText(LETTERS))
    for language, letters in LETTERS.items():
        assert says(words(card_pdf(shown, poznan, language)), letters)


COMMANDS = (
    '#import "@preview/x:1.0.0": *',
    "#let x = 1",
    "$x^2$ *b* _i_ `c` <label> @ref",
    r"\ \u{202e} \# //c /* d */",
    "= Heading",
    "- item",
    "#panic()",
    "--- ... 'a' \"b\" ~",
    "%1 %2 {kod}",
    '"); #read("/etc/passwd") //',
)


def test_nothing_in_a_card_is_a_command(full: Pack) -> None:
    spoilt = full
    for command in COMMANDS:
        bad = in_polish(command)
        shown = card(full, "REG-01")
        spoilt_card = replace(
            shown, name=bad, summary=bad, steps=(bad, bad), appeal=bad, unit=bad, produced_by=bad, notes=(bad,),
            results=(bad,), contact=command, fees=(replace(shown.fees[0], what_for=bad, basis=command),),
            legal_basis=(replace(shown.legal_basis[0], title=command),),
        )  # fmt: skip
        pdf = card_pdf(spoilt_card, spoilt, "pl")
        assert all_words(pdf).replace("\n", " ").count(command[:6].strip()) >= 9
        assert says(words(pdf), command)
        with pikepdf.open(BytesIO(pdf)) as document:
            assert command in str(document.docinfo.Title)


def test_marks_that_turn_the_reading_direction_are_shown_and_do_nothing(poznan: Pack) -> None:
    turned = replace(card(poznan, "REG-01"), summary=in_polish("Opłata \u202e00,71\u202c zł\x00\x07"))
    pdf = card_pdf(turned, poznan, "pl")
    assert says(words(pdf), "Opłata \ufffd00,71\ufffd zł\ufffd\ufffd")


def test_internal_notes_are_on_no_paper_for_visitors(poznan: Pack) -> None:
    shown = card(poznan, "REG-01")
    note = shown.internal_notes[:60]
    assert note
    for language in LANGUAGE_NAMES:
        assert not says(all_words(card_pdf(shown, poznan, language)), note)
    assert not says(all_words(catalogue_pdf(poznan, "pl")), note)
    staff = all_words(card_pdf(shown, poznan, "pl", internal=True))
    assert says(staff, shown.internal_notes)
    assert says(staff, "Wydruk wewnętrzny")


def test_cards_of_employees_and_drafts_are_printed_for_staff_only(poznan: Pack) -> None:
    draft = replace(card(poznan, "REG-01"), status=CardStatus.DRAFT)
    for hidden in (card(poznan, "WEW-01"), draft):
        with pytest.raises(BadInput, match="not for visitors"):
            card_pdf(hidden, poznan, "pl")
        assert says(words(card_pdf(hidden, poznan, "pl", internal=True)), hidden.name.in_language("pl"))


def pages_in_contents(pdf: bytes, shown: list[Card]) -> dict[str, int]:
    """Page by code of card, as a reader finds it on the second page."""
    lines = words(pdf, 2).split("\n")
    found = {}
    for each in shown:
        line = next(line for line in lines if line.startswith(each.code))
        found[each.code] = int(line.split()[-1])
    return found


@pytest.mark.parametrize(("language", "internal"), [("pl", False), ("uk", False), ("de", True)])
def test_catalogue_has_every_card_on_the_page_that_its_contents_say(full: Pack, language: str, internal: bool) -> None:  # noqa: FBT001
    pdf = catalogue_pdf(full, language, internal=internal)
    shown = [each for each in full.catalogue.cards if each.is_public or internal]
    contents = pages_in_contents(pdf, shown)
    assert len(contents) == (19 if internal else 16)
    assert len(set(contents.values())) == len(contents), "a card begins a page"
    for each in shown:
        begins = words(pdf, contents[each.code])
        assert says(begins, each.summary.in_language(language)), each.code
    assert ("WEW-01" in all_words(pdf)) is internal
    assert says(words(pdf, 1), full.catalogue.title.in_language(language))
    assert "/TOC" in {tag for tag, _, _ in structure(pdf)}


@pytest.mark.parametrize("is_catalogue", [True, False])
def test_page_on_which_a_card_goes_on_says_which_and_one_on_which_it_begins_does_not(
    full: Pack,
    is_catalogue: bool,  # noqa: FBT001
) -> None:
    shown = [card(full, "REG-01")]
    if is_catalogue:
        shown = [each for each in full.catalogue.cards if each.is_public]
    pdf = catalogue_pdf(full, "pl") if is_catalogue else card_pdf(shown[0], full, "pl")
    begins = pages_in_contents(pdf, shown) if is_catalogue else {"REG-01": 1}
    last = pages(pdf)
    for each, following in zip_longest(sorted(begins, key=begins.__getitem__), sorted(begins.values())[1:]):
        name = f"{each} {card(full, each).name.in_language('pl')}"
        own = range(begins[each], following if following is not None else last + 1)
        assert len(own) > 1 or each != "REG-01", "a card of several pages"
        assert head(pdf, own[0]).strip() == "", each
        assert all(says(head(pdf, page), name) for page in own[1:]), each


def test_catalogue_without_a_card_is_refused(poznan: Pack) -> None:
    empty = replace(poznan, catalogue=replace(poznan.catalogue, cards=()))
    with pytest.raises(BadInput, match="no card to print"):
        catalogue_pdf(empty, "pl")


def test_same_card_gives_the_same_bytes_on_any_day(full: Pack) -> None:
    shown = card(full, "REG-01")
    pdf = card_pdf(shown, full, "uk")
    assert pdf == card_pdf(shown, full, "uk")
    with pikepdf.open(BytesIO(pdf)) as document:
        assert str(document.docinfo.CreationDate).startswith("D:20261123"), "the day on which the card was changed"


def test_missing_typefaces_are_one_sentence(poznan: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    class NoFonts:
        def __init__(self, **_: object) -> None: ...

        def families(self) -> list[str]:
            return ["Comic Sans"]

    paper_press._typefaces.cache_clear()
    monkeypatch.setattr(typst, "Fonts", NoFonts)
    with pytest.raises(EnvironmentFault, match="neither Inter nor DejaVu Sans is installed"):
        card_pdf(card(poznan, "REG-01"), poznan, "pl")
    paper_press._typefaces.cache_clear()


def test_language_that_is_none_is_refused(poznan: Pack) -> None:
    with pytest.raises(BadInput, match="'fr' is not a language"):
        card_pdf(card(poznan, "REG-01"), poznan, "fr")


@pytest.mark.parametrize("name", ["logo.svg", "logo.png"])
def test_logo_of_the_office_is_printed_with_its_name(poznan: Pack, tmp_path: Path, name: str) -> None:
    logo = tmp_path / name
    if name.endswith("svg"):
        logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>')
    else:
        logo.write_bytes(bytes.fromhex(PIXEL))
    pack = replace(poznan, office=replace(poznan.office, logo=f"media/{name}"))
    shown = card(pack, "REG-01")
    pdf = card_pdf(shown, pack, "pl", media={f"media/{name}": logo})
    assert ("/Figure", "", "Znak urzędu: Urząd Statystyczny w Poznaniu") in structure(pdf)
    assert card_pdf(shown, pack, "pl"), "a logo that is gone is not missed"


PIXEL = (
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060f80f00010401"
    "005fe5c34b0000000049454e44ae426082"
)
"""The smallest PNG."""


def test_words_are_whole_in_every_language() -> None:
    for key, by_language in _words().items():
        assert tuple(by_language) == tuple(LANGUAGE_NAMES), key
        assert all(by_language.values()), key
        fields_used = {
            language: {f"%{n}" for n in range(1, 4) if f"%{n}" in text} for language, text in by_language.items()
        }
        assert len({frozenset(each) for each in fields_used.values()}) == 1, key


def test_letter_that_no_typeface_has_is_one_sentence(poznan: Pack) -> None:
    unknown = replace(card(poznan, "REG-01"), summary=in_polish("Opłata \U0010fffd"))
    with pytest.raises(EnvironmentFault, match=r"no typeface of this machine has '.+'; install one"):
        card_pdf(unknown, poznan, "pl")


def test_longest_texts_that_a_pack_may_have_are_printed(poznan: Pack) -> None:
    """The whole of every text, on as many pages as it takes."""
    longest = in_polish(("Zażółć gęślą jaźń, numer REGON dla nowej organizacji. " * 80)[:3990] + "KONIEC")
    shown = replace(card(poznan, "REG-01"), steps=(longest,) * 10, appeal=longest, to_confirm=(longest,) * 5)
    pdf = card_pdf(shown, poznan, "pl")
    assert pages(pdf) > 10
    assert words(pdf).count("KONIEC") == 16
