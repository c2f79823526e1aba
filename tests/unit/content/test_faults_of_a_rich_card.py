"""Plain text, addresses, names of units and media of a card and an office: exactly which fault is told, and where."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.content.files import PackFiles
from kiosk.content.reader import checked_pack
from kiosk.domain.card import SignVideo
from kiosk.domain.text import LocalisedText
from tests.unit.content.rich_pack import (
    CARD,
    MP4,
    OFFICE,
    RICH_MEDIA,
    RICH_PACK,
    faults_of,
    media_of,
    spoilt,
    wav,
)

PAGE = "an address such as https://urzad.pl/karty/REG-01, of plain letters and without a user's name"
TEMPLATE = "an address such as https://urzad.pl/karty/{kod}?jezyk={jezyk}, with no other fields"
SOUND = "a file such as media/REG-01-pl.wav (letters a to z, digits, - and _)"
FILM = "a file such as media/REG-01.mp4, .webm or .mkv (letters a to z, digits, - and _)"
DRAWING = "a file such as media/logo.svg or .png (letters a to z, digits, - and _)"
UNUSED = "no card and not the office uses this file; allowed: files named by nagrania, film_pjm or logo"
PCM = "a WAV file with PCM sound, one or two channels, 8 to 96 kHz"
SEEN = "media/REG-01-en.wav, media/REG-01-pl.wav, media/REG-01.mp4, media/logo.svg"
OWN = "adres: https://urzad.pl/karty/REG-01"
PATTERN = "adres_kart: https://urzad.pl/{jezyk}/karty/{kod}"
NO_FILM_TEXT = "  napisy: {pl: Dzień dobry., en: Good morning.}\n"


def long(address: str, characters: int) -> str:
    return address + "a" * (characters - len(address))


FAULTS = [
    (
        CARD,
        "  - {pl: To jest proste., en: This is easy.}",
        "  - {pl: To jest proste.}",
        "43: 'prosty_opis' is not translated into en; allowed: a text in each of pl, en",
    ),
    (
        CARD,
        "To jest proste.",
        "a" * 201,
        "43: 'pl' is too long (201 characters); allowed: at most 200 characters",
    ),
    (CARD, "To też.", "|\n      To\n      też.", "44: the text has more than one line; allowed: one line"),
    (CARD, OWN, "adres: ftp://urzad.pl/", f"46: 'adres' is 'ftp://urzad.pl/'; allowed: {PAGE}"),
    (CARD, OWN, "adres: https://a b.pl/", f"46: 'adres' is 'https://a b.pl/'; allowed: {PAGE}"),
    (CARD, OWN, "adres: https://urzad.pl@zle.pl/", f"46: 'adres' is 'https://urzad.pl@zle.pl/'; allowed: {PAGE}"),
    (CARD, OWN, "adres: https://u:p@zle.pl/", f"46: 'adres' is 'https://u:p@zle.pl/'; allowed: {PAGE}"),
    (CARD, OWN, "adres: https://urząd.pl/", f"46: 'adres' is 'https://urząd.pl/'; allowed: {PAGE}"),
    (CARD, OWN, "adres: https://urzad.pl/{kod}", f"46: 'adres' is 'https://urzad.pl/{{kod}}'; allowed: {PAGE}"),
    (CARD, OWN, "adres: https:///karty", f"46: 'adres' is 'https:///karty'; allowed: {PAGE}"),
    (
        CARD,
        OWN,
        "adres: " + long("https://urzad.pl/", 201),
        "46: 'adres' is too long (201 characters); allowed: at most 200 characters",
    ),
    (
        OFFICE,
        PATTERN,
        "adres_kart: https://urzad.pl/{code}",
        f"20: 'adres_kart' is 'https://urzad.pl/{{code}}'; allowed: {TEMPLATE}",
    ),
    (
        OFFICE,
        PATTERN,
        "adres_kart: https://{kod}.urzad.pl/",
        f"20: 'adres_kart' is 'https://{{kod}}.urzad.pl/'; allowed: {TEMPLATE}",
    ),
    (
        OFFICE,
        PATTERN,
        "adres_kart: https://urzad.pl/{jezyk}",
        "20: the addresses of all cards are the same without {kod}; allowed: {kod} in the address",
    ),
    (
        OFFICE,
        PATTERN,
        "adres_kart: " + long("https://urzad.pl/{kod}", 186),
        "20: the address of a card can become too long for a QR code; allowed: 200 characters",
    ),
    (CARD, "media/REG-01-pl.wav", "media/../x.wav", f"48: 'pl' is 'media/../x.wav'; allowed: {SOUND}"),
    (CARD, "media/REG-01-pl.wav", "/etc/x.wav", f"48: 'pl' is '/etc/x.wav'; allowed: {SOUND}"),
    (CARD, "media/REG-01-pl.wav", "media/a/x.wav", f"48: 'pl' is 'media/a/x.wav'; allowed: {SOUND}"),
    (CARD, "media/REG-01-pl.wav", "https://x.pl/x.wav", f"48: 'pl' is 'https://x.pl/x.wav'; allowed: {SOUND}"),
    (CARD, "plik: media/REG-01.mp4", "plik: media/REG-01.avi", f"51: 'plik' is 'media/REG-01.avi'; allowed: {FILM}"),
    (CARD, NO_FILM_TEXT, "", "51: 'napisy' is missing; allowed: a text by language: pl, and en, uk, de"),
    (OFFICE, "logo: media/logo.svg", "logo: logo.svg", f"21: 'logo' is 'logo.svg'; allowed: {DRAWING}"),
    (OFFICE, "logo: media/logo.svg", "logo: media/logo.gif", f"21: 'logo' is 'media/logo.gif'; allowed: {DRAWING}"),
    (
        CARD,
        "zatwierdzil: Dyrektor",
        "zatwierdzil: [a]",
        "9: 'zatwierdzil' is a list; allowed: a text, or a text by language: pl, and en, uk, de",
    ),
    (CARD, "wytworzyl: Wydział Rejestrów", "wytworzyl: {en: x}", "8: 'pl' is missing; allowed: a text"),
    (
        CARD,
        "wytworzyl: Wydział Rejestrów",
        "wytworzyl: {pl: x, de: y}",
        "8: 'de' is not a language of this office; allowed: pl, en",
    ),
    (
        OFFICE,
        "2026-05-02",
        "2.05.2026",
        "23: '2.05.2026' is not a day of the calendar; allowed: a day such as 2026-11-23",
    ),
    (
        OFFICE,
        "2026-12-31",
        "2026-05-02",
        "24: the day '2026-05-02' is here again after line 23; allowed: each day once",
    ),
    (
        OFFICE,
        "zamkniete:",
        f"zmienilismy: [{{pl: {'x' * 301}}}]\nzamkniete:",
        "22: 'pl' is too long (301 characters); allowed: at most 300 characters",
    ),
]


@pytest.mark.parametrize(("file", "good", "bad", "told"), FAULTS)
def test_fault_is_told_once_where_it_stands(file: str, good: str, bad: str, told: str) -> None:
    faults = [fault for fault in faults_of(spoilt(file, good, bad)) if not fault.startswith("media/")]

    assert faults == [f"{file}:{told}"]


def test_rich_pack_has_no_faults() -> None:
    assert faults_of(RICH_PACK) == ()


def test_longest_addresses_are_taken() -> None:
    assert faults_of(spoilt(CARD, OWN, "adres: " + long("https://urzad.pl/?a=b&c=%C4%85", 200))) == ()
    assert faults_of(spoilt(OFFICE, PATTERN, "adres_kart: " + long("http://urzad.pl:8080/{kod}", 185))) == ()


def test_file_that_is_not_there_is_told_where_it_is_named() -> None:
    without = {name: content for name, content in RICH_MEDIA.items() if name != "media/REG-01.mp4"}

    assert faults_of(RICH_PACK, without) == (
        (
            "karty/REG-01.yaml:51: unknown file 'media/REG-01.mp4', perhaps 'media/REG-01-pl.wav'; "
            "allowed: media/REG-01-en.wav, media/REG-01-pl.wav, media/logo.svg"
        ),
    )
    assert faults_of(spoilt(OFFICE, "media/logo.svg", "media/Logo.svg")) == (
        f"media/logo.svg:1: {UNUSED}",
        f"urzad.yaml:21: unknown file 'media/Logo.svg', perhaps 'media/logo.svg'; allowed: {SEEN}",
    )


def test_file_that_nobody_uses_is_told_unless_a_card_cannot_be_read() -> None:
    media = {**RICH_MEDIA, "media/old.wav": wav()}
    unused = f"media/old.wav:1: {UNUSED}"

    assert faults_of(RICH_PACK, media) == (unused,)
    assert unused not in faults_of(spoilt(CARD, "kod: REG-01", "{{"), media)


def test_recording_in_a_language_of_no_terminal_is_told() -> None:
    texts = spoilt(CARD, "  pl: media/REG-01-pl.wav\n  en: media", "  pl: media/REG-01-pl.wav\n  uk: media")
    without_polish = spoilt(CARD, "  pl: media/REG-01-pl.wav\n  en: media", "  uk: media")

    assert faults_of(texts) == ("karty/REG-01.yaml:49: 'uk' is not a language of this office; allowed: pl, en",)
    assert "karty/REG-01.yaml:48: 'uk' is not a language of this office; allowed: pl, en" in faults_of(without_polish)


def test_recordings_without_a_recording_are_told() -> None:
    texts = spoilt(CARD, "nagrania:\n  pl: media/REG-01-pl.wav\n  en: media/REG-01-en.wav\n", "nagrania: {}\n")

    assert faults_of(texts, {"media/REG-01.mp4": MP4, "media/logo.svg": RICH_MEDIA["media/logo.svg"]}) == (
        "karty/REG-01.yaml:47: there is no recording; allowed: a file for one language at least, or no such key",
    )


def test_bytes_that_are_not_what_the_name_says_are_told_at_the_file() -> None:
    assert faults_of(RICH_PACK, {**RICH_MEDIA, "media/REG-01-pl.wav": MP4, "media/REG-01.mp4": wav()}) == (
        f"media/REG-01-pl.wav:1: this is not a WAV file; allowed: {PCM}",
        "media/REG-01.mp4:1: this is not an MP4 film; allowed: a film saved as MP4",
    )


def test_pack_holds_what_was_written() -> None:
    files = PackFiles({name: text.encode() for name, text in RICH_PACK.items()}, media=media_of(RICH_MEDIA))
    pack = checked_pack(files)
    card = pack.catalogue.cards[0]

    assert card.plain == (
        LocalisedText({"pl": "To jest proste.", "en": "This is easy."}),
        LocalisedText({"pl": "To też.", "en": "So is this."}),
    )
    assert card.unit_address == "ul. Krótka 2, 90-001 Łódź"
    assert card.address == "https://urzad.pl/karty/REG-01"
    assert card.recordings == {"pl": "media/REG-01-pl.wav", "en": "media/REG-01-en.wav"}
    assert card.sign_video == SignVideo(
        "media/REG-01.mp4", LocalisedText({"pl": "Dzień dobry.", "en": "Good morning."})
    )
    assert pack.office.closed == (date(2026, 5, 2), date(2026, 12, 31))
    assert (pack.office.card_address, pack.office.logo) == ("https://urzad.pl/{jezyk}/karty/{kod}", "media/logo.svg")
    assert pack.media == files.media_digests
    assert sorted(pack.media) == sorted(RICH_MEDIA)


def test_one_name_of_a_unit_is_that_of_all_languages_and_a_mapping_is_kept() -> None:
    texts = spoilt(CARD, "wytworzyl: Wydział Rejestrów", "wytworzyl: {pl: Wydział, en: Department}")
    contents = {name: text.encode() for name, text in texts.items()}
    card = checked_pack(PackFiles(contents, media=media_of(RICH_MEDIA))).catalogue.cards[0]

    assert card.produced_by == LocalisedText({"pl": "Wydział", "en": "Department"})
    assert card.approved_by == LocalisedText({"pl": "Dyrektor"})
