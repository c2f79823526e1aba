"""The shape of `karty/<KOD>.yaml`: one service card as a clerk writes it."""

from __future__ import annotations

from pydantic import Field

from kiosk.content.card_parts import (
    ChannelShape,
    DeadlineShape,
    DocumentShape,
    FeeShape,
    FormShape,
    LegalBasisShape,
    NotApplicableShape,
    RecordingsShape,
    SignVideoShape,
)
from kiosk.content.shape import (
    Code,
    Counting,
    Day,
    Language,
    Line,
    Name,
    Names,
    PageAddress,
    Prose,
    Shape,
    Signature,
    Texts,
    Titles,
    all_in_domain,
    in_domain,
)
from kiosk.domain.card import Card, CardStatus, Client


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
    produced_by: Signature = Field(alias="wytworzyl", description="Kto wytworzył informację (art. 12 udip).")
    approved_by: Signature = Field(alias="zatwierdzil", description="Kto zatwierdził.")
    published_by: Signature = Field(alias="udostepnil", description="Kto udostępnił (art. 12 udip).")
    name: Titles = Field(alias="nazwa", description="Nazwa usługi, we wszystkich językach urzędu.")
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
    unit_address: Line | None = Field(
        default=None,
        alias="adres_jednostki",
        description="Adres jednostki, jeżeli sprawę załatwia inny urząd: ulica, kod i miejscowość.",
    )
    plain: tuple[Names, ...] = Field(
        default=(),
        alias="prosty_opis",
        min_length=1,
        max_length=12,
        description="Ta sama karta tekstem łatwym do czytania: jedna myśl w zdaniu, we wszystkich językach urzędu.",
    )
    address: PageAddress | None = Field(
        default=None, alias="adres", description="Adres tej karty w internecie, do kodu QR (do 200 znaków)."
    )
    recordings: RecordingsShape | None = Field(
        default=None, alias="nagrania", description="Nagrania karty czytanej na głos, według języka."
    )
    sign_video: SignVideoShape | None = Field(
        default=None, alias="film_pjm", description="Film w polskim języku migowym."
    )
    authentication: Texts | None = Field(
        default=None,
        alias="uwierzytelnianie",
        description="Jak potwierdzić tożsamość i jaki podpis jest przyjmowany (odręczny, zaufany, kwalifikowany).",
    )
    not_applicable: NotApplicableShape | None = Field(
        default=None,
        alias="nie_dotyczy",
        description="Punkty art. 10 rozporządzenia o jednolitym portalu cyfrowym, które nie dotyczą tej usługi.",
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
            produced_by=self.produced_by.to_domain(),
            approved_by=self.approved_by.to_domain(),
            published_by=self.published_by.to_domain(),
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
            unit_address=self.unit_address or "",
            plain=all_in_domain(self.plain),
            address=self.address or "",
            recordings=self.recordings.to_domain() if self.recordings else {},
            sign_video=self.sign_video.to_domain() if self.sign_video else None,
            authentication=in_domain(self.authentication),
            not_applicable=self.not_applicable.to_domain() if self.not_applicable else {},
        )
