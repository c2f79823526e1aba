"""The codebook of a release as one HTML page: every variable, its values, their numbers and how often each occurs.

Counts passed the disclosure gate; a hidden one is a dot. The page needs no other file and asks for none.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from jinja2 import Environment

from kiosk.analysis.disclosure import Released
from kiosk.analysis.periods import PeriodTables
from kiosk.analysis.skip_logic import skip_logic
from kiosk.domain.counts import DECLINED, NOT_ASKED, Counts
from kiosk.domain.reporting import Level, ReportingPeriod
from kiosk.domain.text import LocalisedText
from kiosk.export.frequencies import INVALID
from kiosk.export.missing import Missing
from kiosk.export.property_labels import PROPERTY_LABELS
from kiosk.export.variables import Codebook, Variable

HIDDEN = "•"
_MOST_PERIODS = 12
_RARE = frozenset({INVALID})
"""What takes a row only where it occurs."""
_NUMBERS = {
    DECLINED: str(Missing.DECLINED.number),
    NOT_ASKED: ", ".join(str(kind.number) for kind in (Missing.NOT_ASKED, Missing.NO_ANSWER, Missing.NOT_OFFERED)),
    INVALID: str(Missing.INVALID.number),
}
_NO_VALUE = {
    DECLINED: Missing.DECLINED.label,
    INVALID: Missing.INVALID.label,
    NOT_ASKED: LocalisedText(
        {
            "pl": "nie zadano lub brak odpowiedzi",
            "en": "not asked, or no answer",
            "uk": "не запитано або немає відповіді",
            "de": "nicht gestellt oder keine Antwort",
        }
    ),
}


def codebook_page(
    title: LocalisedText,
    intro: str,
    codebook: Codebook,
    properties: tuple[str, ...],
    counted: Mapping[str, Counts],
    today: date,
    language: str,
) -> str:
    """The page in `language`. `counted` has the counts by period of each variable's name (`frequencies.py`)."""
    words = {name: text.in_language(language) for name, text in _WORDS.items()}
    told = skip_logic(codebook.questionnaires)
    variables = []
    for variable in codebook.variables:
        tables = PeriodTables(counted[variable.name], today, skip_logic=told)
        periods = _periods(tables)
        released = [tables.released(period) for period in periods]
        variables.append(
            {
                "name": variable.name,
                "label": variable.label.in_language(language),
                "periods": [str(period) for period in periods],
                "rows": [
                    {"code": code, "number": number, "label": label, "counts": [_shown(one, code) for one in released]}
                    for code, number, label in _values(variable, language)
                    if code not in _RARE or any(one.cells.get((code,), 0) != 0 for one in released)
                ],
                "totals": [HIDDEN if one.total is None else one.total for one in released],
            }
        )
    return _PAGE.render(
        language=language,
        title=title.in_language(language),
        intro=intro,
        words=words,
        properties=[(name, PROPERTY_LABELS[name].in_language(language)) for name in properties],
        variables=variables,
        hidden=HIDDEN,
    )


def _periods(tables: PeriodTables) -> list[ReportingPeriod]:
    """The years that are over and the months of those that are not, the last dozen of them."""
    over = tables.periods
    years = [period for period in over if period.level is Level.YEAR]
    months = [one for one in over if one.level is Level.MONTH and not any(one.within(year) for year in years)]
    return sorted([*years, *months])[-_MOST_PERIODS:]


def _values(variable: Variable, language: str) -> list[tuple[str, str, str]]:
    own = [(value.code, str(value.number), value.label.in_language(language)) for value in variable.values]
    return [*own, *((code, numbers, _NO_VALUE[code].in_language(language)) for code, numbers in _NUMBERS.items())]


def label_of(variable: Variable, value: str, language: str) -> str:
    """What a value of `frequencies` is called."""
    return next((label for code, _, label in _values(variable, language) if code == value), value)


def _shown(released: Released, code: str) -> str | int:
    if released.total is None:
        return HIDDEN
    count = released.cells.get((code,), 0)
    return HIDDEN if count is None else count


_WORDS = {
    "codebook": LocalisedText({"pl": "Opis zmiennych", "en": "Codebook", "uk": "Опис змінних", "de": "Codebuch"}),
    "variable": LocalisedText({"pl": "Zmienna", "en": "Variable", "uk": "Змінна", "de": "Variable"}),
    "code": LocalisedText({"pl": "Kod", "en": "Code", "uk": "Код", "de": "Code"}),
    "number": LocalisedText({"pl": "Wartość (SPSS)", "en": "Number (SPSS)", "uk": "Число (SPSS)", "de": "Zahl (SPSS)"}),
    "label": LocalisedText({"pl": "Etykieta", "en": "Label", "uk": "Мітка", "de": "Label"}),
    "total": LocalisedText({"pl": "razem", "en": "total", "uk": "разом", "de": "gesamt"}),
    "before": LocalisedText(
        {
            "pl": "Zmienne opisowe",
            "en": "Columns before the questions",
            "uk": "Стовпці перед питаннями",
            "de": "Spalten vor den Fragen",
        }
    ),
    "hidden": LocalisedText(
        {
            "pl": "zastępuje liczbę mniejszą niż 5 albo taką, z której dałoby się ją obliczyć.",
            "en": "stands for a number below 5, or one from which such a number would follow.",
            "uk": "замінює число, менше ніж 5, або таке, з якого його можна обчислити.",
            "de": "steht für eine Zahl unter 5 oder eine, aus der sie sich errechnen ließe.",
        }
    ),
    "contents": LocalisedText({"pl": "Spis zmiennych", "en": "Contents", "uk": "Зміст", "de": "Inhalt"}),
}
_PAGE = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string("""<!doctype html>
<html lang="{{ language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ words.codebook }}: {{ title }}</title>
<style>
body { font: 1rem/1.5 Inter, system-ui, sans-serif; color: #1b1b1b; background: #fff; max-width: 60rem;
       margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .25rem; }
code { font: .95em ui-monospace, monospace; }
table { border-collapse: collapse; width: 100%; margin-top: .75rem; }
th, td { text-align: left; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid #c9ccd1; vertical-align: top; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.n:last-child, th.n:last-child { padding-right: 0; }
th.code { width: 9rem; } th.number { width: 9rem; }
a { color: #1f4e8c; }
tfoot td, tfoot th { border-bottom: 2px solid #1b1b1b; font-weight: 600; }
.wide { overflow-x: auto; } ul.index { columns: 18rem; padding-left: 1.25rem; }
@media print { body { max-width: none; } section { break-inside: avoid; } }
</style>
</head>
<body>
<header><h1>{{ words.codebook }}: {{ title }}</h1></header>
<main>
{% for paragraph in intro.split("\n\n") %}
<p>{{ paragraph }}</p>
{% endfor %}
<p>{{ hidden }} {{ words.hidden }}</p>
<nav aria-label="{{ words.contents }}"><ul class="index">
{% for one in variables %}
<li><a href="#{{ one.name }}"><code>{{ one.name }}</code></a></li>
{% endfor %}
</ul></nav>
<section>
<h2>{{ words.before }}</h2>
<div class="wide" role="region" aria-label="{{ words.before }}" tabindex="0"><table>
<thead><tr><th scope="col">{{ words.variable }}</th><th scope="col">{{ words.label }}</th></tr></thead>
<tbody>
{% for name, label in properties %}
<tr><th scope="row"><code>{{ name }}</code></th><td>{{ label }}</td></tr>
{% endfor %}
</tbody></table></div>
</section>
{% for one in variables %}
<section>
<h2 id="{{ one.name }}"><code>{{ one.name }}</code></h2>
<p>{{ one.label }}</p>
<div class="wide" role="region" aria-label="{{ one.name }}" tabindex="0"><table>
<thead><tr><th scope="col" class="code">{{ words.code }}</th><th scope="col" class="n number">{{ words.number }}</th>
<th scope="col">{{ words.label }}</th>
{% for period in one.periods %}
<th scope="col" class="n">{{ period }}</th>
{% endfor %}
</tr></thead>
<tbody>
{% for row in one.rows %}
<tr><th scope="row"><code>{{ row.code }}</code></th><td class="n">{{ row.number }}</td><td>{{ row.label }}</td>
{% for count in row.counts %}
<td class="n">{{ count }}</td>
{% endfor %}
</tr>
{% endfor %}
</tbody>
{% if one.periods %}
<tfoot><tr><th scope="row" colspan="3">{{ words.total }}</th>
{% for total in one.totals %}
<td class="n">{{ total }}</td>
{% endfor %}
</tr></tfoot>
{% endif %}
</table></div>
</section>
{% endfor %}
</main>
</body>
</html>
""")
