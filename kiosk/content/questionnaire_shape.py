"""The shape of `ankiety/<id>-<version>.yaml`: one published version of a questionnaire."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field, model_validator

from kiosk.content.shape import Answer, Briefs, Counting, Line, Name, Names, Sentences, Shape, Titles, wrong
from kiosk.domain.branching import parse_condition
from kiosk.domain.questionnaire import Choice, Question, QuestionKind, Questionnaire, Scale


class ChoiceShape(Shape):
    """Jedna odpowiedź do wyboru."""

    code: Answer = Field(alias="kod", description="Kod zapisywany w danych; nigdy się nie zmienia i nie wraca.")
    label: Titles = Field(alias="nazwa", description="Treść odpowiedzi.")

    def to_domain(self) -> Choice:
        return Choice(self.code, self.label.to_domain())


class ScaleShape(Shape):
    """Lista odpowiedzi wspólna dla pytań; od złej (lewa) do dobrej (prawa)."""

    id: Name = Field(description="Identyfikator skali, np. skala5.")
    not_applicable: Answer | None = Field(
        default=None, alias="nie_dotyczy", description="Kod odpowiedzi nie dotyczy / trudno powiedzieć."
    )
    choices: tuple[ChoiceShape, ...] = Field(
        alias="odpowiedzi", min_length=2, max_length=30, description="Odpowiedzi w kolejności na ekranie."
    )

    def to_domain(self) -> Scale:
        return Scale(self.id, tuple(choice.to_domain() for choice in self.choices), self.not_applicable)


class QuestionShape(Shape):
    """Jedno pytanie (jego jedna rewizja)."""

    key: Name = Field(alias="klucz", description="Klucz pytania w danych, np. kompetencje. Nie zmienia się.")
    concept: Line = Field(alias="pojecie", description="Co pytanie mierzy, np. kompetencje pracowników.")
    kind: QuestionKind = Field(
        alias="rodzaj", description="rating5 (pięć buziek), single (jedna odpowiedź), multiple (kilka), text (uwagi)."
    )
    scale: Name | None = Field(default=None, alias="skala", description="Identyfikator skali; przy text pomijany.")
    text: Sentences = Field(alias="tresc", description="Treść pytania.")
    revision: Counting = Field(
        default=1, alias="rewizja", description="Numer brzmienia pytania; zmiana treści = nowy numer."
    )
    comparable_from: Counting | None = Field(
        default=None, alias="porownywalne_od", description="Najstarsza rewizja, z którą wyniki można porównywać."
    )
    show_if: Line | None = Field(
        default=None, alias="pokaz_gdy", description="Warunek, np. ${wynik} = 'nie' or ${wynik} = 'czesc'."
    )

    @model_validator(mode="after")
    def _kind_fits_scale(self) -> QuestionShape:
        if self.kind is QuestionKind.TEXT and self.scale is not None:
            raise wrong("a question of the kind text has 'skala'", "no 'skala' with the kind text")
        if self.kind is not QuestionKind.TEXT and self.scale is None:
            raise wrong(f"'skala' is missing beside the kind {self.kind}", "the id of a scale in 'skale'")
        if self.comparable_from is not None and self.comparable_from > self.revision:
            raise wrong("'porownywalne_od' is later than 'rewizja'", f"1 to {self.revision}")
        return self

    def to_domain(self, scales: Mapping[str, Scale]) -> Question:
        return Question(
            key=self.key,
            concept=self.concept,
            kind=self.kind,
            text=self.text.to_domain(),
            scale=None if self.scale is None else scales[self.scale],
            revision=self.revision,
            comparable_from=self.comparable_from,
            show_if=None if self.show_if is None else parse_condition(self.show_if),
        )


class QuestionnaireShape(Shape):
    """Ankieta: jedna opublikowana wersja. Po publikacji pliku się nie zmienia, tylko dodaje następną wersję."""

    id: Name = Field(description="Identyfikator ankiety, jak w nazwie pliku.")
    version: Counting = Field(alias="wersja", description="Numer wersji, jak w nazwie pliku; najwyższy jest zadawany.")
    title: Names = Field(alias="tytul", description="Tytuł ankiety.")
    intro: Briefs = Field(alias="wstep", description="Wstęp: anonimowość, dobrowolność, czas.")
    thanks: Sentences = Field(alias="podziekowanie", description="Podziękowanie po wysłaniu.")
    scales: tuple[ScaleShape, ...] = Field(alias="skale", min_length=1, max_length=40, description="Listy odpowiedzi.")
    questions: tuple[QuestionShape, ...] = Field(
        alias="pytania", min_length=1, max_length=60, description="Pytania w kolejności; pierwsze rodzaju rating5."
    )

    def to_domain(self) -> Questionnaire:
        scales = {scale.id: scale.to_domain() for scale in self.scales}
        return Questionnaire(
            id=self.id,
            version=self.version,
            title=self.title.to_domain(),
            intro=self.intro.to_domain(),
            thanks=self.thanks.to_domain(),
            questions=tuple(question.to_domain(scales) for question in self.questions),
        )
