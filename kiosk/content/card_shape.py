"""The shape of `karty/<KOD>.yaml`: one service card as a clerk writes it."""

from __future__ import annotations

from pydantic import Field, model_validator

from kiosk.content.shape import (
    Code,
    Counting,
    Day,
    Language,
    Line,
    Name,
    Names,
    Number,
    Prose,
    Shape,
    Texts,
    Url,
    all_in_domain,
    in_domain,
    matches_email,
    matches_telephone,
    matches_url,
    wrong,
)
from kiosk.domain.card import (
    Card,
    CardStatus,
    Channel,
    ChannelKind,
    Client,
    Deadline,
    DeadlineUnit,
    Document,
    DocumentKind,
    Fee,
    Form,
    LegalBasis,
)


class DocumentShape(Shape):
    """Dokument, który klient przynosi, pokazuje albo dołącza."""

    name: Texts = Field(alias="nazwa", description="Nazwa dokumentu.")
    kind: DocumentKind = Field(
        alias="rodzaj", description="wymagany (trzeba złożyć), do_wgladu (wystarczy pokazać), opcjonalny."
    )

    def to_domain(self) -> Document:
        return Document(self.name.to_domain(), self.kind)


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

    def to_domain(self) -> Fee:
        return Fee(self.what_for.to_domain(), self.amount, self.basis or "", in_domain(self.exemptions))


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


class CardShape(Shape):
    """Karta usługi: jak załatwić jedną sprawę."""

    code: Code = Field(alias="kod", description="Kod karty, taki jak nazwa pliku, np. REG-01. Nie zmienia się.")
    version: Counting = Field(alias="wersja", description="Numer wersji karty, od 1.")
    status: CardStatus = Field(description="projekt, do_zatwierdzenia, obowiazujaca (widoczna) albo wycofana.")
    group: Name = Field(alias="grupa", description="Identyfikator grupy z katalog.yaml.")
    clients: tuple[Client, ...] = Field(
        alias="klienci", min_length=1, max_length=4, description="Dla kogo: osoba, firma, instytucja, wewnetrzny."
    )
    legal_state: Day = Field(alias="stan_prawny", description="Dzień, którego prawo opisuje karta (RRRR-MM-DD).")
    modified: Day = Field(alias="data_modyfikacji", description="Dzień ostatniej zmiany (RRRR-MM-DD).")
    produced_by: Line = Field(alias="wytworzyl", description="Kto wytworzył informację (art. 12 udip).")
    approved_by: Line = Field(alias="zatwierdzil", description="Kto zatwierdził.")
    published_by: Line = Field(alias="udostepnil", description="Kto udostępnił (art. 12 udip).")
    name: Names = Field(alias="nazwa", description="Nazwa usługi, we wszystkich językach urzędu.")
    summary: Texts = Field(
        alias="streszczenie", description="Jedno, dwa zdania prostym językiem, we wszystkich językach."
    )
    applies_to: Texts = Field(alias="kogo_dotyczy", description="Kto może lub musi załatwić tę sprawę.")
    steps: tuple[Texts, ...] = Field(
        alias="kroki", min_length=1, max_length=30, description="Kolejne kroki klienta, we wszystkich językach urzędu."
    )
    fees: tuple[FeeShape, ...] = Field(
        alias="oplaty", min_length=1, max_length=20, description="Opłaty, co najmniej jedna."
    )
    appeal: Texts = Field(alias="tryb_odwolawczy", description="Środek, organ i termin; albo że nie przysługuje.")
    legal_basis: tuple[LegalBasisShape, ...] = Field(
        alias="podstawa_prawna", min_length=1, max_length=20, description="Akty prawne, co najmniej jeden."
    )
    unit: Texts = Field(alias="jednostka", description="Wydział, który załatwia sprawę.")
    places: tuple[Name, ...] = Field(
        alias="miejsca", min_length=1, max_length=100, description="Identyfikatory miejsc z urzad.yaml."
    )
    channels: tuple[ChannelShape, ...] = Field(
        alias="kanaly", min_length=1, max_length=20, description="Jak złożyć lub załatwić sprawę."
    )
    documents: tuple[DocumentShape, ...] = Field(
        default=(), alias="dokumenty", min_length=1, max_length=30, description="Co przygotować."
    )
    forms: tuple[FormShape, ...] = Field(
        default=(), alias="formularze", min_length=1, max_length=20, description="Formularze do wypełnienia."
    )
    client_deadline: DeadlineShape | None = Field(
        default=None, alias="termin_klienta", description="Ile czasu ma klient."
    )
    office_deadline: DeadlineShape | None = Field(
        default=None, alias="termin_urzedu", description="Ile czasu ma urząd."
    )
    no_reply: Texts | None = Field(
        default=None, alias="brak_odpowiedzi", description="Co oznacza milczenie urzędu i co wtedy zrobić."
    )
    results: tuple[Texts, ...] = Field(
        default=(), alias="wyniki", min_length=1, max_length=20, description="Co klient otrzyma."
    )
    contact: Prose | None = Field(
        default=None, alias="kontakt", description="Telefon i e-mail stanowiska (bez nazwisk)."
    )
    service_languages: tuple[Language, ...] = Field(
        default=("pl",), alias="jezyki_obslugi", min_length=1, max_length=10, description="Języki obsługi, np. pl, en."
    )
    life_event: Texts | None = Field(
        default=None, alias="zdarzenie", description="Zdarzenie życiowe, np. zakładam organizację."
    )
    related: tuple[Code, ...] = Field(
        default=(), alias="powiazane", min_length=1, max_length=20, description="Kody kart powiązanych."
    )
    keywords: Texts | None = Field(
        default=None, alias="slowa_kluczowe", description="Słowa, pod którymi ludzie szukają, po przecinku."
    )
    privacy: Texts | None = Field(
        default=None, alias="rodo", description="Klauzula o danych osobowych albo gdzie jest."
    )
    notes: tuple[Texts, ...] = Field(
        default=(), alias="uwagi", min_length=1, max_length=20, description="Uwagi dla klienta."
    )
    internal_notes: Prose | None = Field(
        default=None, alias="uwagi_wewnetrzne", description="Tylko dla pracowników, nigdy dla klientów."
    )
    to_confirm: tuple[Texts, ...] = Field(
        default=(),
        alias="do_potwierdzenia",
        min_length=1,
        max_length=20,
        description="Co urząd musi jeszcze potwierdzić; widoczne dla wszystkich.",
    )

    def to_domain(self) -> Card:
        return Card(
            code=self.code,
            version=self.version,
            status=self.status,
            group=self.group,
            clients=self.clients,
            legal_state=self.legal_state,
            modified=self.modified,
            produced_by=self.produced_by,
            approved_by=self.approved_by,
            published_by=self.published_by,
            name=self.name.to_domain(),
            summary=self.summary.to_domain(),
            applies_to=self.applies_to.to_domain(),
            steps=all_in_domain(self.steps),
            fees=tuple(fee.to_domain() for fee in self.fees),
            appeal=self.appeal.to_domain(),
            legal_basis=tuple(act.to_domain() for act in self.legal_basis),
            unit=self.unit.to_domain(),
            places=self.places,
            channels=tuple(channel.to_domain() for channel in self.channels),
            documents=tuple(document.to_domain() for document in self.documents),
            forms=tuple(form.to_domain() for form in self.forms),
            client_deadline=self.client_deadline.to_domain() if self.client_deadline else None,
            office_deadline=self.office_deadline.to_domain() if self.office_deadline else None,
            no_reply=in_domain(self.no_reply),
            results=all_in_domain(self.results),
            contact=self.contact or "",
            service_languages=self.service_languages,
            life_event=in_domain(self.life_event),
            related=self.related,
            keywords=in_domain(self.keywords),
            privacy=in_domain(self.privacy),
            notes=all_in_domain(self.notes),
            internal_notes=self.internal_notes or "",
            to_confirm=all_in_domain(self.to_confirm),
        )
