# ruff: noqa: E501
"""A small made-up office with long words in four languages, for tests of the screens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from kiosk.content.questionnaire_checks import LONGEST_END, LONGEST_RATING
from kiosk.content.shape import LONGEST_BRIEF, LONGEST_PROSE, LONGEST_SENTENCE, LONGEST_TITLE
from kiosk.domain.branching import parse_condition
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
    SignVideo,
)
from kiosk.domain.catalogue import Catalogue, Group
from kiosk.domain.office import Office, OpeningHours, Place
from kiosk.domain.pack import Pack
from kiosk.domain.questionnaire import Choice, Question, QuestionKind, Questionnaire, Scale
from kiosk.domain.text import LocalisedText

FILM = "media/REG-01-pjm.mp4"
RECORDINGS = {"pl": "media/REG-01-pl.wav", "de": "media/REG-01-de.wav"}
"""Of the card REG-01. There are no such files: tests that want them say where they lie."""


_WORDS = "Wie zufrieden sind Sie mit der Benutzerfreundlichkeit unserer Statistikveröffentlichungen und der Bearbeitungsgeschwindigkeit? "


def text(pl: str, en: str = "", uk: str = "", de: str = "") -> LocalisedText:
    texts = {"pl": pl, "en": en, "uk": uk, "de": de}
    return LocalisedText({code: words for code, words in texts.items() if words})


def sample_pack(*, has_comments: bool = False) -> Pack:
    """With `has_comments` everybody who has answered is asked for one, too."""
    return Pack(
        version=1,
        digest="0" * 64,
        office=_office(),
        catalogue=_catalogue(),
        questionnaires=(sample_questionnaire(has_comments=has_comments),),
    )


def long_winded_pack() -> Pack:
    """The same office, with the longest questions, answers and names that a pack may have, and what is said of a
    document, a fee and a signature as long as any text."""
    pack = sample_pack()
    [asked] = pack.questionnaires
    questions = tuple(
        replace(each, text=_of_length(LONGEST_SENTENCE), scale=_long_scale(each)) for each in asked.questions
    )
    long = replace(asked, questions=questions, intro=_of_length(LONGEST_BRIEF), thanks=_of_length(LONGEST_SENTENCE))
    name = _of_length(LONGEST_TITLE)
    catalogue = Catalogue(
        name,
        tuple(replace(group, name=name) for group in pack.catalogue.groups),
        tuple(replace(_long_card(card), name=name) for card in pack.catalogue.cards),
    )
    return replace(
        pack,
        office=replace(pack.office, name=text(pl=_WORDS[-LONGEST_TITLE:].strip())),
        catalogue=catalogue,
        questionnaires=(long,),
    )


def _of_length(letters: int) -> LocalisedText:
    return text(pl=(_WORDS * (letters // len(_WORDS) + 1))[:letters].strip())


def _long_card(card: Card) -> Card:
    """The card that is read to its end with the longest of what most cards leave out."""
    if card.authentication is None:
        return card
    prose = _of_length(LONGEST_PROSE)
    return replace(
        card,
        documents=tuple(replace(each, format=prose) for each in card.documents),
        fees=tuple(replace(each, payment=prose) if each.payment else each for each in card.fees),
        authentication=prose,
    )


def _long_scale(question: Question) -> Scale | None:
    if question.scale is None:
        return None
    long = [LONGEST_TITLE] * len(question.scale.choices)
    if question.kind is QuestionKind.RATING:
        long[:5] = [LONGEST_END, LONGEST_RATING, LONGEST_RATING, LONGEST_RATING, LONGEST_END]
        long[5:] = [LONGEST_RATING] * len(long[5:])
    choices = tuple(
        replace(each, label=_of_length(letters)) for each, letters in zip(question.scale.choices, long, strict=True)
    )
    return replace(question.scale, choices=choices)


def _office() -> Office:
    weekdays = tuple(OpeningHours(day, time(7), time(18 if day == 1 else 15)) for day in range(1, 6))
    return Office(
        id="probny",
        name=text(
            "Urząd Próbny w Poznaniu",
            "Sample Office in Poznań",
            "Зразкове управління в Познані",
            "Musteramt in Posen",
        ),
        authority=text("Dyrektor Urzędu"),
        colour="#1f4e8c",
        time_zone="Europe/Warsaw",
        languages=("pl", "en", "uk", "de"),
        card_address="https://karty.urzad-probny.example/{jezyk}/karta/{kod}",
        logo="media/logo.svg",
        places=(
            Place("poznan", text("Siedziba w Poznaniu", "Main office in Poznań"), "ul. Wojska Polskiego 27/29", "60-624", "Poznań", "61 27 98 301", weekdays),
            Place("pila", text("Oddział w Pile", "Branch in Piła"), "al. Niepodległości 37", "64-920", "Piła", "67 35 27 200", weekdays),
        ),
        improvements=_improvements(),
    )  # fmt: skip


def _improvements() -> tuple[LocalisedText, ...]:
    """A short one, and one of the greatest length."""
    long = (
        "Od marca 2026 r. przy wejściu dyżuruje osoba, która pomaga wypełnić wniosek. ",
        "Since March 2026 somebody at the entrance has been helping visitors to fill in their applications. ",
        "З березня 2026 року біля входу чергує працівник, який допомагає заповнити заяву. ",
        "Seit März 2026 hilft am Eingang eine Mitarbeiterin oder ein Mitarbeiter beim Ausfüllen der Anträge. ",
    )
    return (
        text(
            "Od stycznia 2026 r. kasa jest czynna do 15:00.",
            "Since January 2026 the cash desk has been open until 15:00.",
            "Із січня 2026 року каса працює до 15:00.",
            "Seit Januar 2026 ist die Kasse bis 15:00 Uhr geöffnet.",
        ),
        text(*((sentence * 5)[:299].rstrip(" .") + "." for sentence in long)),
    )


def _catalogue() -> Catalogue:
    names = (
        ("regon", "register", "Rejestr REGON", "REGON register", "Реєстр REGON", "REGON-Register"),
        ("dane", "data", "Dane i publikacje statystyczne", "Statistical data", "Статистичні дані", "Statistische Daten"),
        ("sprawozdania", "document", "Sprawozdawczość elektroniczna", "Electronic reporting", "Електронна звітність", "Elektronische Meldepflichten"),
        ("skargi", "complaint", "Skargi i wnioski", "Complaints", "Скарги та пропозиції", "Beschwerden und Anträge"),
    )  # fmt: skip
    groups = tuple(
        Group(id_, text(pl, en, uk, de), text("Wpis, zmiana, skreślenie, zaświadczenie", "Entry, change, deletion, certificate", "Внесення, зміна, виключення, довідка", "Eintrag, Änderung, Löschung, Bescheinigung"), icon)
        for id_, icon, pl, en, uk, de in names
    )  # fmt: skip
    cards = (
        _card("REG-01", "regon", long=True),
        replace(_card("REG-02", "regon"), plain=_plain(), related=("REG-01", "WEW-01", "SKA-01", "REG-03")),
        replace(_card("REG-03", "regon"), related=("REG-02",)),
        *(_card(f"REG-{number:02}", "regon") for number in range(4, 8)),
        *(_card(f"{group.id[:3].upper()}-01", group.id) for group in groups[1:]),
        replace(_card("WEW-01", "skargi"), clients=(Client.INTERNAL,)),
    )
    return Catalogue(text("Katalog usług", "Service catalogue", "Каталог послуг", "Leistungskatalog"), groups, cards)


def _plain() -> tuple[LocalisedText, ...]:
    """Two thoughts that are translated, and one that is not."""
    return (
        text(
            "Zaświadczenie to dokument. Potwierdza ono, jaki numer REGON ma Państwa firma.",
            "The certificate is a document. It says which REGON number your company has.",
            "Довідка – це документ. Він підтверджує, який номер REGON має Ваша фірма.",
            "Die Bescheinigung ist ein Dokument. Darin steht, welche REGON-Nummer Ihre Firma hat.",
        ),
        text(
            "Wniosek mogą Państwo złożyć w urzędzie albo wysłać pocztą.",
            "You can bring the application to the office or send it by post.",
            "Заяву можна подати в управлінні або надіслати поштою.",
            "Den Antrag können Sie im Amt abgeben oder mit der Post schicken.",
        ),
        text("Zaświadczenie jest bezpłatne. Wydajemy je w ciągu siedmiu dni roboczych."),
    )


def _card(code: str, group: str, *, long: bool = False) -> Card:
    step = text(
        "Wypełnij formularz RG-OP i złóż go w urzędzie statystycznym właściwym dla siedziby podmiotu.",
        "Fill in form RG-OP and hand it in at the statistical office of your seat.",
        "Заповніть форму RG-OP і подайте її до статистичного управління за місцезнаходженням суб'єкта.",
        "Füllen Sie das Formular RG-OP aus und reichen Sie es beim zuständigen Statistischen Amt ein.",
    )
    return Card(
        code=code,
        version=3,
        status=CardStatus.IN_FORCE,
        group=group,
        clients=(Client.COMPANY, Client.INSTITUTION),
        legal_state=date(2026, 11, 1),
        modified=date(2026, 11, 20),
        produced_by=text("Wydział Rejestrów", "Registers Department", "Відділ реєстрів", "Abteilung Register"),
        approved_by=text("Dyrektor Urzędu", "Director of the Office", "Директор Управління", "Direktor des Amtes"),
        published_by=text("Wydział Organizacyjny"),
        name=text(
            "Zaświadczenie o nadanym numerze identyfikacyjnym REGON",
            "Certificate of the REGON identification number",
            "Довідка про наданий ідентифікаційний номер REGON",
            "Bescheinigung über die Vergabe der REGON-Identifikationsnummer",
        ),
        summary=text(
            "Zaświadczenie wydajemy na żądanie podmiotu wpisanego do rejestru, w ciągu siedmiu dni roboczych.",
            "We issue the certificate to a registered entity on request within seven working days.",
            "Довідку видаємо на вимогу суб'єкта, внесеного до реєстру, протягом семи робочих днів.",
            "Wir stellen die Bescheinigung eingetragenen Einheiten auf Antrag binnen sieben Arbeitstagen aus.",
        ),
        applies_to=text("Każdy podmiot wpisany do rejestru REGON.", "Every entity entered in the REGON register."),
        steps=(step,) * (12 if long else 3),
        fees=(Fee(text("zaświadczenie", "certificate", "довідка", "Bescheinigung"), 0), Fee(text("pełnomocnictwo", "power of attorney", "довіреність", "Vollmacht"), 1700, "ustawa o opłacie skarbowej", payment=_payment() if long else None)),
        appeal=text("Na postanowienie o odmowie przysługuje zażalenie do Prezesa GUS w ciągu 7 dni."),
        legal_basis=(LegalBasis("ustawa z dnia 29 czerwca 1995 r. o statystyce publicznej", "Dz.U. 2024 poz. 1799", "art. 43 ust. 3"),),
        unit=text("Wydział Rejestrów", "Registers Department"),
        places=("pila", "poznan"),
        channels=(Channel(ChannelKind.ELECTRONIC, text("e-Doręczenia"), "AE:PL-12345"),),
        documents=(Document(text("dowód osobisty", "identity card"), DocumentKind.TO_SHOW, text("oryginał", "the original", "оригінал", "Original") if long else None),),
        forms=(Form(text("wniosek o wpis do rejestru", "application"), "RG-OP"),),
        office_deadline=Deadline(text("do 7 dni roboczych", "up to 7 working days", "до 7 робочих днів", "bis zu 7 Arbeitstage"), DeadlineUnit.WORKING_DAYS, 7),
        results=(text("zaświadczenie na papierze", "certificate on paper"),),
        notes=(step,) * (6 if long else 1),
        to_confirm=(text("termin załatwienia sprawy", "time limit"),) if long else (),
        recordings=RECORDINGS if long else {},
        sign_video=_sign_video() if long else None,
        authentication=_accepted() if long else None,
    )  # fmt: skip


def _accepted() -> LocalisedText:
    return text(
        "W urzędzie wystarczy podpis odręczny. Przez internet: podpis zaufany albo kwalifikowany podpis elektroniczny.",
        "At the counter a handwritten signature is enough. Online: a trusted or a qualified electronic signature.",
        "Біля віконця достатньо власноручного підпису. Через інтернет: довірений або кваліфікований електронний підпис.",
        "Am Schalter genügt die eigenhändige Unterschrift. Online: vertrauenswürdige oder qualifizierte elektronische Signatur.",
    )


def _payment() -> LocalisedText:
    return text(
        "w kasie urzędu miasta albo przelewem na jego rachunek bankowy",
        "at the cash desk of the city hall or by transfer to its bank account",
        "у касі мерії або переказом на її банківський рахунок",
        "an der Kasse der Stadtverwaltung oder per Überweisung auf deren Bankkonto",
    )


def _sign_video() -> SignVideo:
    return SignVideo(
        FILM,
        text(
            "Zaświadczenie potwierdza, że podmiot jest wpisany do rejestru REGON.\nWydajemy je na żądanie, w ciągu siedmiu dni roboczych od złożenia wniosku.\nWniosek mogą Państwo złożyć w urzędzie, wysłać pocztą albo przez e-Doręczenia.\nZaświadczenie jest bezpłatne. Za pełnomocnictwo płacą Państwo 17 zł.",
            "The certificate confirms that an entity is entered in the REGON register.\nWe issue it on request within seven working days of the application.\nYou can hand in the application at the office, or send it by post or e-Delivery.\nThe certificate is free of charge. A power of attorney costs PLN 17.",
            "Довідка підтверджує, що суб'єкт внесено до реєстру REGON.\nМи видаємо її на вимогу протягом семи робочих днів від подання заяви.\nЗаяву можна подати в управлінні, надіслати поштою або через e-Doręczenia.\nДовідка безкоштовна. За довіреність потрібно сплатити 17 злотих.",
            "Die Bescheinigung bestätigt, dass eine Einheit im REGON-Register eingetragen ist.\nWir stellen sie auf Antrag binnen sieben Arbeitstagen nach Antragstellung aus.\nDen Antrag können Sie im Amt abgeben, mit der Post oder elektronisch über e-Doręczenia senden.\nDie Bescheinigung ist gebührenfrei. Eine Vollmacht kostet 17 Złoty.",
        ),
    )


def sample_questionnaire(*, has_comments: bool = False) -> Questionnaire:
    satisfaction = Scale(
        "zadow5",
        (
            Choice("1", text("bardzo niezadowolona/-y", "very dissatisfied", "дуже незадоволений/-на", "sehr unzufrieden")),
            Choice("2", text("raczej niezadowolona/-y", "rather dissatisfied", "скоріше незадоволений/-на", "eher unzufrieden")),
            Choice("3", text("ani zadowolona/-y, ani niezadowolona/-y", "neither satisfied nor dissatisfied", "ні задоволений/-на, ні незадоволений/-на", "weder zufrieden noch unzufrieden")),
            Choice("4", text("raczej zadowolona/-y", "rather satisfied", "скоріше задоволений/-на", "eher zufrieden")),
            Choice("5", text("bardzo zadowolona/-y", "very satisfied", "дуже задоволений/-на", "sehr zufrieden")),
        ),
    )  # fmt: skip
    quality = Scale(
        "skala5",
        (
            Choice("1", text("bardzo źle", "very bad", "дуже погано", "sehr schlecht")),
            Choice("2", text("źle", "bad", "погано", "schlecht")),
            Choice("3", text("ani dobrze, ani źle", "neither good nor bad", "ні добре, ні погано", "weder gut noch schlecht")),
            Choice("4", text("dobrze", "good", "добре", "gut")),
            Choice("5", text("bardzo dobrze", "very good", "дуже добре", "sehr gut")),
            Choice("98", text("nie dotyczy / trudno powiedzieć", "not applicable / hard to say", "не стосується / важко сказати", "trifft nicht zu / schwer zu sagen")),
        ),
        not_applicable="98",
    )  # fmt: skip
    client = Scale(
        "klient",
        (
            Choice("osoba", text("osoba prywatna", "private person", "приватна особа", "Privatperson")),
            Choice("firma", text("przedsiębiorca lub przedstawiciel firmy / organizacji", "entrepreneur or representative of a company / organisation", "підприємець або представник фірми / організації", "Unternehmer/-in oder Vertreter/-in einer Firma / Organisation")),
            Choice("urzad", text("przedstawiciel innego urzędu lub instytucji publicznej", "representative of another public authority or institution", "представник іншої державної установи", "Vertreter/-in einer anderen Behörde oder öffentlichen Einrichtung")),
            Choice("wewn", text("pracownik tego urzędu", "employee of this office", "працівник цієї установи", "Mitarbeiter/-in dieses Amtes")),
        ),
    )  # fmt: skip
    settled = Scale(
        "zalatw",
        (
            Choice("tak", text("tak, w całości", "yes, completely", "так, повністю", "ja, vollständig")),
            Choice("czesc", text("częściowo", "partly", "частково", "teilweise")),
            Choice("nie", text("nie", "no", "ні", "nein")),
        ),
    )
    reason = Scale(
        "powod",
        tuple(
            Choice(code, text("sprawą zajmuje się inny urząd lub wydział", "another office or department is responsible", "справою займається інша установа або відділ", "eine andere Behörde oder Abteilung ist zuständig"))
            for code in ("dok", "wlasc", "czas", "system", "kolejka", "inne")
        ),
    )  # fmt: skip
    return Questionnaire(
        id="pilot",
        version=1,
        title=text("Ankieta satysfakcji"),
        intro=text(
            "Ankieta jest anonimowa i dobrowolna. Zajmie około 1 minuty. Odpowiedzi służą wyłącznie poprawie obsługi klientów.",
            "This survey is anonymous and voluntary. It takes about 1 minute. The answers are used only to improve our service.",
            "Опитування анонімне та добровільне. Воно триває близько 1 хвилини. Відповіді використовуються лише для покращення обслуговування.",
            "Die Umfrage ist anonym und freiwillig. Sie dauert etwa 1 Minute. Die Antworten dienen nur der Verbesserung unseres Service.",
        ),
        thanks=text(
            "Państwa odpowiedzi zostały zapisane. Pomogą nam poprawić obsługę klientów.",
            "Your answers have been saved. They will help us to improve.",
            "Ваші відповіді збережено. Вони допоможуть нам покращити обслуговування.",
            "Ihre Antworten wurden gespeichert. Sie helfen uns, besser zu werden.",
        ),
        questions=(
            Question("ogolem", "ogolem", QuestionKind.RATING, text("Jak bardzo są Państwo zadowoleni z dzisiejszej wizyty w Urzędzie?", "How satisfied are you with your visit to the Office today?", "Наскільки Ви задоволені сьогоднішнім візитом до Управління?", "Wie zufrieden sind Sie mit Ihrem heutigen Besuch im Amt?"), satisfaction),
            Question("klient", "klient", QuestionKind.SINGLE, text("W jakiej roli załatwiają Państwo dziś sprawę?", "In what capacity are you here today?", "У якій ролі Ви сьогодні звернулися?", "In welcher Eigenschaft sind Sie heute hier?"), client),
            Question("kompetencje", "kompetencje", QuestionKind.RATING, text("Jak oceniają Państwo wiedzę i kompetencje pracownika?", "How do you rate the knowledge and competence of the employee?", "Як Ви оцінюєте знання та компетентність працівника?", "Wie bewerten Sie das Wissen und die Kompetenz der Mitarbeiterin / des Mitarbeiters?"), quality),
            Question("wynik", "wynik", QuestionKind.SINGLE, text("Czy udało się dziś załatwić sprawę?", "Was your matter settled today?", "Чи вдалося сьогодні вирішити справу?", "Konnte Ihr Anliegen heute erledigt werden?"), settled),
            Question("powod", "powod", QuestionKind.MULTIPLE, text("Dlaczego sprawy nie udało się załatwić w całości? (można zaznaczyć kilka)", "Why was it not settled completely? (several answers possible)", "Чому справу не вдалося вирішити повністю? (можна вибрати кілька відповідей)", "Warum konnte es nicht vollständig erledigt werden? (Mehrfachauswahl möglich)"), reason, show_if=parse_condition("${wynik} = 'czesc' or ${wynik} = 'nie'")),
            *([_comment_question()] if has_comments else ()),
        ),
    )  # fmt: skip


def _comment_question() -> Question:
    asked = text(
        "Co możemy poprawić? Prosimy nie podawać danych osobowych (imion, nazwisk, telefonów, numerów PESEL).",
        "What can we improve? Please do not give personal data (names, phone numbers, PESEL numbers).",
        "Що ми можемо покращити? Просимо не вказувати персональних даних (імен, прізвищ, телефонів, номерів PESEL).",
        "Was können wir verbessern? Bitte geben Sie keine personenbezogenen Daten an (Namen, Telefonnummern, PESEL-Nummern).",
    )
    return Question("uwagi", "uwagi", QuestionKind.TEXT, asked, None)
