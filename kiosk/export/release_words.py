"""What a release says of itself: how the data came about, by which rules, and how to read them."""

from __future__ import annotations

from kiosk.domain.text import LocalisedText
from kiosk.export.description import ReleaseDescription
from kiosk.export.missing import Missing
from kiosk.export.table import Table

_PARAGRAPHS = LocalisedText(
    {
        "pl": """{title}. Przygotowano {made_on} programem {program}. Ankiet: {written}.

Jak zebrano dane. Ankieta jest anonimowa i dobrowolna. Wypełniają ją osoby odwiedzające urząd: same, na \
ekranie dotykowym przy wyjściu (kanał terminal), albo na papierze (kanał paper). Respondenci zgłaszają się \
sami, nie są próbą losową: wyniki opisują tych, którzy odpowiedzieli, a przedziały ufności obowiązują tak, \
jak gdyby byli wylosowani.

Zasady. Ankieta nie zawiera godziny, urządzenia ani danych osobowych, tylko okres (zwykle tydzień). Tydzień, \
w którym jest mniej niż 5 ankiet, zastąpiono miesiącem albo rokiem; pominięto ankiety, których nawet wtedy nie \
wolno było ujawnić. Identyfikator jest losowy i niczego nie znaczy. Kolumna flags zawiera \
oznaczenia, np. burst-1 to seria ankiet w kilka sekund; oznaczonych ankiet nie usunięto. Zbiór nie zawiera \
uwag wpisanych przez respondentów. Pliki z danymi zawierają pojedyncze odpowiedzi: są dla analityków. \
Liczebności w codebook.html są zakryte tam, gdzie dałoby się z nich obliczyć małe liczby.

Braki danych. Każdy rodzaj braku jest oznaczony osobno: {missing}. W SPSS są to wartości ujemne (braki \
użytkownika), w CSV znaki, w Parquet wartość jest pusta, a powód podano w kolumnie o nazwie zakończonej na \
_missing.

Pliki. dane.csv (UTF-8), dane.sav (SPSS), dane.parquet: te same dane. codebook.html: opis zmiennych i \
liczebności. ddi-codebook-2.5.xml, ddi-lifecycle-3.3.xml: metadane w standardzie DDI. ankieta.xlsx: \
kwestionariusz w standardzie XLSForm. SHA256SUMS: sumy kontrolne (sha256sum -c SHA256SUMS).
""",
        "en": """{title}. Made on {made_on} with {program}. Responses: {written}.

How the data were collected. The survey is anonymous and voluntary. Visitors of the office fill it in \
themselves, on a touch screen by the exit (channel terminal) or on paper (channel paper). They select \
themselves and are no random sample: results describe those who answered, and confidence intervals hold as \
if they had been drawn at random.

Rules. A response holds no time of day, device or personal data, only a week. A week with fewer than 5 \
responses is replaced by its month or year; what could not be told even so is left out. The \
identifier is random and means nothing. The column flags holds marks of rules, such as burst-1 for a series \
within seconds; marked responses were not removed. Written comments are not here.

Missing data. Each kind is kept apart: {missing}. In SPSS they are negative numbers (user-missing), in CSV \
marks, in Parquet the value is null and the column ending in _missing tells why.

Files. dane.csv (UTF-8), dane.sav (SPSS), dane.parquet: the same data. codebook.html: variables and counts. \
ddi-codebook-2.5.xml, ddi-lifecycle-3.3.xml: metadata in the DDI standard. ankieta.xlsx: the questionnaire \
as XLSForm. SHA256SUMS: checksums (sha256sum -c SHA256SUMS).
""",
        "uk": """{title}. Підготовлено {made_on} програмою {program}. Анкет: {written}.

Як зібрано дані. Опитування анонімне та добровільне. Відвідувачі установи заповнюють анкету самі: на \
сенсорному екрані біля виходу (канал terminal) або на папері (канал paper). Вони зголошуються самі й не є \
випадковою вибіркою: результати описують тих, хто відповів, а довірчі інтервали чинні так, ніби їх було \
відібрано випадково.

Правила. Анкета не містить години, пристрою чи персональних даних, лише тиждень. Тиждень, у якому менше ніж \
5 анкет, замінено місяцем або роком; чого й так не можна було подати, того тут немає. \
Ідентифікатор випадковий і нічого не означає. Стовпець flags містить позначки правил, напр. burst-1 означає \
серію за кілька секунд; позначені анкети не вилучено. Письмових зауважень тут немає.

Пропуски. Кожен вид позначено окремо: {missing}. У SPSS це від’ємні числа, у CSV знаки, у Parquet значення \
порожнє, а причина стоїть у стовпці із закінченням _missing.

Файли. dane.csv (UTF-8), dane.sav (SPSS), dane.parquet: ті самі дані. codebook.html: опис змінних і \
кількості. ddi-codebook-2.5.xml, ddi-lifecycle-3.3.xml: метадані за стандартом DDI. ankieta.xlsx: анкета за \
стандартом XLSForm. SHA256SUMS: контрольні суми (sha256sum -c SHA256SUMS).
""",
        "de": """{title}. Erstellt am {made_on} mit {program}. Fragebogen: {written}.

Erhebung. Die Befragung ist anonym und freiwillig. Besucherinnen und Besucher des Amtes füllen den \
Fragebogen selbst aus: am Touchscreen beim Ausgang (Weg terminal) oder auf Papier (Weg paper). Sie melden \
sich selbst und sind keine Zufallsstichprobe: Die Ergebnisse beschreiben, wer geantwortet hat; \
Konfidenzintervalle gelten, als wäre zufällig gezogen worden.

Regeln. Ein Fragebogen enthält keine Uhrzeit, kein Gerät und keine personenbezogenen Daten, nur eine Woche. \
Eine Woche mit weniger als 5 Fragebogen ist durch Monat oder Jahr ersetzt; was auch so nicht angegeben \
werden konnte, fehlt hier. Die Kennung ist zufällig und bedeutet nichts. Die Spalte flags \
enthält Merkmale von Regeln, etwa burst-1 für eine Serie binnen Sekunden; solche Fragebogen wurden nicht \
entfernt. Schriftliche Anmerkungen sind hier nicht enthalten.

Fehlende Werte. Jede Art ist für sich gekennzeichnet: {missing}. In SPSS sind es negative Zahlen, in CSV \
Zeichen, in Parquet ist der Wert leer und die Spalte mit der Endung _missing nennt den Grund.

Dateien. dane.csv (UTF-8), dane.sav (SPSS), dane.parquet: dieselben Daten. codebook.html: Variablen und \
Häufigkeiten. ddi-codebook-2.5.xml, ddi-lifecycle-3.3.xml: Metadaten im Standard DDI. ankieta.xlsx: der \
Fragebogen als XLSForm. SHA256SUMS: Prüfsummen (sha256sum -c SHA256SUMS).
""",
    }
)


_EMPTY = LocalisedText({"pl": "puste pole", "en": "an empty cell", "uk": "порожня клітинка", "de": "leere Zelle"})


def _told(kind: Missing, language: str) -> str:
    mark = f"„{kind.mark}”" if kind.mark else _EMPTY.in_language(language)
    return f"{kind.label.in_language(language)} = {kind.number} (SPSS), {mark} (CSV)"


def readme(description: ReleaseDescription, table: Table, language: str) -> str:
    """The text of a release's README in `language`, paragraphs parted by empty lines."""
    kinds = "; ".join(_told(kind, language) for kind in Missing)
    return _PARAGRAPHS.in_language(language).format(
        title=description.title.in_language(language),
        made_on=description.produced.isoformat(),
        program=description.software,
        written=table.written,
        missing=kinds,
    )
