"""What the columns before the questions are called by people."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.text import LocalisedText

PROPERTY_LABELS: Mapping[str, LocalisedText] = {
    "id": LocalisedText(
        {
            "pl": "losowy identyfikator",
            "en": "random identifier",
            "uk": "випадковий ідентифікатор",
            "de": "zufällige Kennung",
        }
    ),
    "office": LocalisedText({"pl": "urząd", "en": "office", "uk": "установа", "de": "Amt"}),
    "questionnaire": LocalisedText({"pl": "ankieta", "en": "questionnaire", "uk": "анкета", "de": "Fragebogen"}),
    "version": LocalisedText(
        {
            "pl": "wersja ankiety",
            "en": "version of the questionnaire",
            "uk": "версія анкети",
            "de": "Fassung des Fragebogens",
        }
    ),
    "language": LocalisedText(
        {"pl": "język ekranu", "en": "language of the screen", "uk": "мова екрана", "de": "Sprache des Bildschirms"}
    ),
    "period": LocalisedText(
        {
            "pl": "okres (tydzień ISO; miesiąc lub rok, gdy w tygodniu jest mniej niż 5 ankiet)",
            "en": "period (ISO week; month or year where a week has fewer than 5 responses)",
            "uk": "період (тиждень ISO; місяць або рік, якщо за тиждень менше ніж 5 анкет)",
            "de": "Zeitraum (ISO-Woche; Monat oder Jahr, wo eine Woche weniger als 5 Fragebogen hat)",
        }
    ),
    "channel": LocalisedText({"pl": "sposób zebrania", "en": "channel", "uk": "спосіб збору", "de": "Erhebungsweg"}),
    "complete": LocalisedText(
        {"pl": "wypełniona do końca", "en": "complete", "uk": "заповнено до кінця", "de": "vollständig"}
    ),
    "flags": LocalisedText(
        {
            "pl": "oznaczenia (np. burst-1: kilka ankiet w ciągu kilku sekund)",
            "en": "flags of rules (such as burst-1)",
            "uk": "позначки правил (напр. burst-1: серія)",
            "de": "Merkmale der Regeln (etwa burst-1: Serie)",
        }
    ),
}
COMPLETE_LABELS: Mapping[int, LocalisedText] = {
    0: LocalisedText({"pl": "przerwana", "en": "left before the end", "uk": "перервано", "de": "abgebrochen"}),
    1: LocalisedText({"pl": "pełna", "en": "complete", "uk": "повністю", "de": "vollständig"}),
}
