"""What a card is made of: documents, forms, fees, deadlines, channels, acts and a film, as a clerk writes them."""

from __future__ import annotations

from pydantic import ConfigDict, Field, model_validator

from kiosk.content.shape import (
    FilmName,
    Line,
    Number,
    Shape,
    SoundName,
    Texts,
    Url,
    in_domain,
    matches_email,
    matches_telephone,
    matches_url,
    wrong,
)
from kiosk.domain.card import (
    Channel,
    ChannelKind,
    Deadline,
    DeadlineUnit,
    Document,
    DocumentKind,
    Fee,
    Form,
    LegalBasis,
    SignVideo,
)
from kiosk.domain.text import LocalisedText


class DocumentShape(Shape):
    """Dokument, który klient przynosi, pokazuje albo dołącza."""

    name: Texts = Field(alias="nazwa", description="Nazwa dokumentu.")
    kind: DocumentKind = Field(
        alias="rodzaj",
        description="wymagany (trzeba złożyć), do_wgladu (wystarczy pokazać), opcjonalny (jeśli ktoś ma) "
        "albo warunkowy (wymagany tylko w przypadku opisanym w nazwie).",
    )
    format: Texts | None = Field(
        default=None, alias="postac", description="W jakiej postaci: oryginał, kopia, odpis, plik z podpisem."
    )

    def to_domain(self) -> Document:
        return Document(self.name.to_domain(), self.kind, in_domain(self.format))


class FormShape(Shape):
    """Formularz do wypełnienia."""

    name: Texts = Field(alias="nazwa", description="Nazwa formularza.")
    symbol: Line | None = Field(default=None, description="Symbol urzędowy, np. RG-OP.")
    address: Url | None = Field(default=None, alias="adres", description="Adres https://, pod którym można go pobrać.")

    def to_domain(self) -> Form:
        return Form(self.name.to_domain(), self.symbol or "", self.address or "")


class FeeShape(Shape):
    """Opłata; usługa bezpłatna też ma opłatę: 0 groszy."""

    what_for: Texts = Field(alias="za_co", description="Za co jest opłata.")
    amount: Number | None = Field(
        default=None,
        alias="kwota_gr",
        description="Kwota w groszach (17 zł = 1700); brak = według cennika lub kalkulacji.",
    )
    basis: Line | None = Field(default=None, alias="podstawa", description="Przepis lub cennik.")
    exemptions: Texts | None = Field(default=None, alias="zwolnienia", description="Kto nie płaci.")
    payment: Texts | None = Field(
        default=None, alias="zaplata", description="Jak zapłacić: rachunek, kasa, płatność w internecie."
    )

    def to_domain(self) -> Fee:
        exemptions, payment = in_domain(self.exemptions), in_domain(self.payment)
        return Fee(self.what_for.to_domain(), self.amount, self.basis or "", exemptions, payment)


class DeadlineShape(Shape):
    """Termin: tekst dla człowieka i liczba z jednostką do przeliczeń."""

    text: Texts = Field(alias="tekst", description="Termin słowami, np. 7 dni roboczych od złożenia wniosku.")
    unit: DeadlineUnit = Field(alias="jednostka", description="od_reki, dni, dni_robocze albo miesiace.")
    number: Number | None = Field(default=None, alias="liczba", description="Liczba jednostek; przy od_reki pomijana.")

    @model_validator(mode="after")
    def _number_fits_unit(self) -> DeadlineShape:
        if self.unit is DeadlineUnit.AT_ONCE and self.number:
            raise wrong("'liczba' stands beside the unit od_reki", "no 'liczba' with od_reki")
        if self.unit is not DeadlineUnit.AT_ONCE and not self.number:
            raise wrong(f"'liczba' is missing beside the unit {self.unit}", "a number from 1")
        return self

    def to_domain(self) -> Deadline:
        return Deadline(self.text.to_domain(), self.unit, self.number or 0)


class ChannelShape(Shape):
    """Sposób załatwienia sprawy."""

    kind: ChannelKind = Field(alias="rodzaj", description="lada, poczta, elektronicznie, www, telefon albo email.")
    text: Texts = Field(alias="tekst", description="Co zrobić, słowami.")
    address: Line | None = Field(
        default=None, alias="adres", description="www: adres https://; email: adres e-mail; telefon: numer."
    )

    @model_validator(mode="after")
    def _address_fits_kind(self) -> ChannelShape:
        if self.address is None:
            return self
        if self.kind is ChannelKind.WEB and not matches_url(self.address):
            raise wrong("'adres' of a www channel is not an address", "an address beginning with https://")
        if self.kind is ChannelKind.EMAIL and not matches_email(self.address):
            raise wrong("'adres' of an email channel is not an e-mail address", "an e-mail address")
        if self.kind is ChannelKind.TELEPHONE and not matches_telephone(self.address):
            raise wrong("'adres' of a telefon channel is not a telephone number", "a telephone number")
        return self

    def to_domain(self) -> Channel:
        return Channel(self.kind, self.text.to_domain(), self.address or "")


class LegalBasisShape(Shape):
    """Akt prawny z artykułami."""

    title: Line = Field(alias="tytul", description="Tytuł aktu.")
    journal: Line = Field(alias="dziennik", description="Miejsce ogłoszenia, np. t.j. Dz.U. 2024 poz. 1799.")
    articles: Line | None = Field(default=None, alias="artykuly", description="Artykuły, np. art. 42 ust. 1.")
    eli: Url | None = Field(default=None, description="Adres aktu w ELI, np. https://eli.gov.pl/eli/DU/2024/1799.")

    def to_domain(self) -> LegalBasis:
        return LegalBasis(self.title, self.journal, self.articles or "", self.eli or "")


class RecordingsShape(Shape):
    """Nagrania karty czytanej na głos, po jednym w języku; pliki WAV (PCM) w folderze media/."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    pl: SoundName | None = Field(default=None, description="Po polsku, np. media/REG-01-pl.wav.")
    en: SoundName | None = Field(default=None, description="Po angielsku.")
    uk: SoundName | None = Field(default=None, description="Po ukraińsku.")
    de: SoundName | None = Field(default=None, description="Po niemiecku.")

    @model_validator(mode="after")
    def _has_one(self) -> RecordingsShape:
        if not self.to_domain():
            raise wrong("there is no recording", "a file for one language at least, or no such key")
        return self

    def to_domain(self) -> dict[str, str]:
        files = {"pl": self.pl, "en": self.en, "uk": self.uk, "de": self.de}
        return {language: file for language, file in files.items() if file is not None}


class NotApplicableShape(Shape):
    """Punkty art. 10 ust. 2 rozporządzenia (UE) 2018/1724, które nie dotyczą tej usługi, każdy z powodem."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    c: Texts | None = Field(default=None, description="Dlaczego nie dotyczy: uwierzytelnianie i podpis.")
    d: Texts | None = Field(default=None, description="Dlaczego nie dotyczy: rodzaj i postać dokumentów.")
    f: Texts | None = Field(default=None, description="Dlaczego nie dotyczy: sposób zapłaty.")
    g: Texts | None = Field(default=None, description="Dlaczego nie dotyczy: terminy klienta i urzędu.")
    h: Texts | None = Field(default=None, description="Dlaczego nie dotyczy: brak odpowiedzi urzędu.")
    i: Texts | None = Field(default=None, description="Dlaczego nie dotyczy: inne języki obsługi.")

    @model_validator(mode="after")
    def _has_one(self) -> NotApplicableShape:
        if not self.to_domain():
            raise wrong("there is no point of the article", "c, d, f, g, h or i with the reason, or no such key")
        return self

    def to_domain(self) -> dict[str, LocalisedText]:
        reasons = {"c": self.c, "d": self.d, "f": self.f, "g": self.g, "h": self.h, "i": self.i}
        return {letter: reason.to_domain() for letter, reason in reasons.items() if reason is not None}


class SignVideoShape(Shape):
    """Film w polskim języku migowym (PJM), zawsze z pełnym tekstem."""

    file: FilmName = Field(alias="plik", description="Plik mp4, webm albo mkv w folderze media/.")
    captions: Texts = Field(
        alias="napisy", description="Wszystko, co mówi film, jako tekst: dla tych, którzy nie znają PJM."
    )

    def to_domain(self) -> SignVideo:
        return SignVideo(self.file, self.captions.to_domain())
