"""The standing sentences of a release's description, in the four languages of the program.

What stands in braces is put in by `description.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.response import Channel
from kiosk.domain.text import LocalisedText

COUNTRY = LocalisedText({"pl": "Polska", "en": "Poland", "uk": "Польща", "de": "Polen"})
TITLE = LocalisedText(dict.fromkeys(("pl", "en", "uk", "de"), "{questionnaire} – {whose}, {first} – {last}"))
ABSTRACT = LocalisedText(
    {
        "pl": "Odpowiedzi na ankietę „{questionnaire}”, zebrane anonimowo od {first} do {last} wśród osób, które były "
        "w urzędzie i zechciały odpowiedzieć. Jeden wiersz danych to jedna ankieta. Liczba ankiet: {responses}.",
        "en": "Answers to the questionnaire “{questionnaire}”, collected anonymously from {first} to {last} among "
        "persons who visited the office and chose to answer. One row of the data is one response. Number of "
        "responses: {responses}.",
        "uk": "Відповіді на анкету «{questionnaire}», зібрані анонімно з {first} по {last} серед осіб, які були в "
        "установі та погодилися відповісти. Один рядок даних – це одна анкета. Кількість анкет: {responses}.",
        "de": "Antworten auf den Fragebogen „{questionnaire}“, vom {first} bis zum {last} anonym erhoben bei "
        "Personen, die das Amt besucht haben und antworten wollten. Eine Zeile der Daten ist ein Fragebogen. Anzahl "
        "der Fragebögen: {responses}.",
    }
)
UNIVERSE = LocalisedText(
    {
        "pl": "Osoby, które były w urzędzie i zechciały odpowiedzieć na ankietę.",
        "en": "Persons who visited the office and chose to answer the questionnaire.",
        "uk": "Особи, які були в установі та погодилися відповісти на анкету.",
        "de": "Personen, die das Amt besucht haben und den Fragebogen beantworten wollten.",
    }
)
UNIT = LocalisedText(
    {
        "pl": "Jedna wypełniona ankieta. Ta sama osoba mogła odpowiedzieć więcej niż raz.",
        "en": "One response. The same person may have answered more than once.",
        "uk": "Одна заповнена анкета. Та сама особа могла відповісти більше ніж один раз.",
        "de": "Ein ausgefüllter Fragebogen. Dieselbe Person kann mehrmals geantwortet haben.",
    }
)
DATA_KIND = LocalisedText(
    {"pl": "dane ankietowe", "en": "survey data", "uk": "дані анкетування", "de": "Umfragedaten"},
)
SAMPLING = LocalisedText(
    {
        "pl": "Samoselekcja: odpowiadały osoby, które same się na to zdecydowały. To nie jest próba losowa. Wyników "
        "nie można przenosić na wszystkich klientów urzędu, a przedziały ufności mówią tylko, jaka byłaby niepewność, "
        "gdyby próba była losowa.",
        "en": "Self-selected: those answered who decided to. This is not a random sample. Results cannot be carried "
        "over to all clients of the office, and confidence intervals tell only how large the uncertainty would be if "
        "the sample were random.",
        "uk": "Самовідбір: відповідали особи, які самі так вирішили. Це не випадкова вибірка. Результати не можна "
        "переносити на всіх клієнтів установи, а довірчі інтервали показують лише, якою була б похибка, якби вибірка "
        "була випадковою.",
        "de": "Selbstauswahl: Geantwortet hat, wer sich dazu entschlossen hat. Es ist keine Zufallsstichprobe. Die "
        "Ergebnisse lassen sich nicht auf alle Kundinnen und Kunden des Amtes übertragen, und Konfidenzintervalle "
        "sagen nur, wie groß die Unsicherheit wäre, wenn die Stichprobe zufällig wäre.",
    }
)
MODES: Mapping[Channel, LocalisedText] = {
    Channel.TERMINAL: LocalisedText(
        {
            "pl": "Ankieta wypełniana samodzielnie na terminalu dotykowym w urzędzie.",
            "en": "Self-administered questionnaire on a touch terminal in the office.",
            "uk": "Анкета, яку особа заповнює самостійно на сенсорному терміналі в установі.",
            "de": "Selbst ausgefüllter Fragebogen an einem Touch-Terminal im Amt.",
        }
    ),
    Channel.PAPER: LocalisedText(
        {
            "pl": "Ankieta papierowa wypełniana samodzielnie, wprowadzona później do systemu.",
            "en": "Self-administered paper questionnaire, entered into the system afterwards.",
            "uk": "Паперова анкета, яку особа заповнює самостійно; пізніше введена до системи.",
            "de": "Selbst ausgefüllter Papierfragebogen, später im System erfasst.",
        }
    ),
}
INSTRUMENT = LocalisedText(
    {
        "pl": "Kwestionariusz ustrukturyzowany z gotowymi odpowiedziami. Każde pytanie można pominąć, a ankietę "
        "przerwać w dowolnej chwili. Pytania z warunkiem są zadawane tylko tym, których dotyczą.",
        "en": "Structured questionnaire with ready answers. Every question may be declined and the questionnaire left "
        "at any time. Questions with a condition are asked only where they apply.",
        "uk": "Структурована анкета з готовими відповідями. Кожне питання можна пропустити, а анкету перервати "
        "будь-коли. Питання з умовою ставлять лише тим, кого вони стосуються.",
        "de": "Strukturierter Fragebogen mit vorgegebenen Antworten. Jede Frage kann übersprungen und der Fragebogen "
        "jederzeit abgebrochen werden. Fragen mit einer Bedingung werden nur gestellt, wo sie zutreffen.",
    }
)
RULES = (
    LocalisedText(
        {
            "pl": "Dane są anonimowe: nie ma w nich daty, godziny ani kolejności odpowiedzi, a jedynie okres, zwykle "
            "tydzień (ISO 8601). Identyfikator wiersza jest losowy.",
            "en": "The data are anonymous: they hold no date, time or order of answers, only a period, usually a week "
            "(ISO 8601). The identifier of a row is random.",
            "uk": "Дані анонімні: у них немає ні дати, ні часу, ні порядку відповідей, лише період, зазвичай тиждень "
            "(ISO 8601). Ідентифікатор рядка випадковий.",
            "de": "Die Daten sind anonym: Sie enthalten weder Datum noch Uhrzeit noch Reihenfolge der Antworten, nur "
            "einen Zeitraum, meist eine Woche (ISO 8601). Die Kennung einer Zeile ist zufällig.",
        }
    ),
    LocalisedText(
        {
            "pl": "Zamiast okresu, w którym było mniej niż {threshold} ankiet, podano dłuższy: miesiąc albo rok. Nie "
            "ujęto ankiet z okresów, które jeszcze trwają, ani tych, których jest za mało nawet w roku.",
            "en": "A period with fewer than {threshold} responses is told by a longer one: its month or year. Left "
            "out are responses from periods that are not over, and those which are too few even in a year.",
            "uk": "Замість періоду, за який було менше ніж {threshold} анкет, указано довший: місяць або рік. Не "
            "включено анкет із періодів, що ще тривають, і тих, яких замало навіть за рік.",
            "de": "Statt eines Zeitraums mit weniger als {threshold} Fragebögen steht ein längerer: der Monat oder "
            "das Jahr. Nicht enthalten sind Fragebögen aus laufenden Zeiträumen und solche, die selbst für ein Jahr "
            "zu wenige sind.",
        }
    ),
    LocalisedText(
        {
            "pl": "Uwag wpisanych własnymi słowami w tych danych nie ma i nie da się ich połączyć z wierszami.",
            "en": "Comments in people's own words are not in these data and cannot be linked to the rows.",
            "uk": "Коментарів, написаних власними словами, у цих даних немає, і їх неможливо пов’язати з рядками.",
            "de": "Anmerkungen in eigenen Worten sind in diesen Daten nicht enthalten und lassen sich den Zeilen "
            "nicht zuordnen.",
        }
    ),
)
CLEANING = LocalisedText(
    {
        "pl": "Niczego nie usunięto ani nie poprawiono. Ankiety, które zwróciły uwagę reguł (na przykład seria szybko "
        "po sobie), mają znacznik w kolumnie flags i są liczone jak każda inna. Kod, którego ankieta nie zna, jest "
        "osobnym rodzajem braku danych.",
        "en": "Nothing was deleted or corrected. Responses that a rule found odd (such as a burst of quick ones) "
        "carry a mark in the column flags and count like any other. A code that the questionnaire does not know is a "
        "kind of missing of its own.",
        "uk": "Нічого не вилучено й не виправлено. Анкети, на які звернули увагу правила (наприклад, швидка серія), "
        "мають позначку в стовпці flags і враховуються як усі інші. Код, якого анкета не знає, є окремим видом "
        "пропуску.",
        "de": "Nichts wurde gelöscht oder berichtigt. Fragebögen, die einer Regel aufgefallen sind (etwa eine "
        "schnelle Folge), tragen ein Merkmal in der Spalte flags und zählen wie alle anderen. Ein Code, den der "
        "Fragebogen nicht kennt, ist eine eigene Art fehlender Werte.",
    }
)
ACCESS = LocalisedText(
    {
        "pl": "Pliki z pojedynczymi ankietami są przeznaczone dla analityków urzędu i archiwów danych; o "
        "udostępnieniu innym decyduje urząd. Nie wolno próbować ustalać, kto odpowiadał. Przy publikacji należy podać "
        "źródło.",
        "en": "Files with single responses are meant for the office's analysts and for data archives; the office "
        "decides on passing them to others. No attempt may be made to find out who answered. Publications must name "
        "the source.",
        "uk": "Файли з окремими анкетами призначені для аналітиків установи та архівів даних; про надання їх іншим "
        "вирішує установа. Заборонено намагатися встановити, хто відповідав. У публікаціях слід указати джерело.",
        "de": "Dateien mit einzelnen Fragebögen sind für die Fachleute des Amtes und für Datenarchive bestimmt; über "
        "die Weitergabe an andere entscheidet das Amt. Es ist untersagt, die Antwortenden zu ermitteln. Bei "
        "Veröffentlichungen ist die Quelle zu nennen.",
    }
)
CONDITION = LocalisedText(
    {
        "pl": "Zadawane tylko wtedy, gdy: {condition}",
        "en": "Asked only if: {condition}",
        "uk": "Ставиться лише тоді, коли: {condition}",
        "de": "Nur gestellt, wenn: {condition}",
    }
)
"""`condition` is in the notation of XLSForm, which names questions and codes and is the same in every language."""
WORDING = LocalisedText(
    {
        "pl": "Brzmienie nr {revision}; wyniki można porównywać od brzmienia nr {comparable}.",
        "en": "Wording no. {revision}; results can be compared from wording no. {comparable} on.",
        "uk": "Формулювання № {revision}; результати можна порівнювати від формулювання № {comparable}.",
        "de": "Wortlaut Nr. {revision}; die Ergebnisse sind ab Wortlaut Nr. {comparable} vergleichbar.",
    }
)
SCHEMES: Mapping[str, LocalisedText] = {
    "ConceptScheme": LocalisedText({"pl": "Pojęcia", "en": "Concepts", "uk": "Поняття", "de": "Konzepte"}),
    "UniverseScheme": LocalisedText(
        {"pl": "Zbiorowość", "en": "Universe", "uk": "Сукупність", "de": "Grundgesamtheit"},
    ),
    "QuestionScheme": LocalisedText({"pl": "Pytania", "en": "Questions", "uk": "Питання", "de": "Fragen"}),
    "CategoryScheme": LocalisedText(
        {"pl": "Kategorie odpowiedzi", "en": "Categories", "uk": "Категорії відповідей", "de": "Antwortkategorien"}
    ),
    "CodeListScheme": LocalisedText(
        {"pl": "Listy kodów", "en": "Code lists", "uk": "Списки кодів", "de": "Codelisten"},
    ),
    "VariableScheme": LocalisedText({"pl": "Zmienne", "en": "Variables", "uk": "Змінні", "de": "Variablen"}),
}
"""What the parts of a DDI Lifecycle document are called, by their element."""
MISSING = LocalisedText({"pl": "Braki danych", "en": "Missing values", "uk": "Пропуски даних", "de": "Fehlende Werte"})
