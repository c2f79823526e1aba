"""The language of what is shown: no word of the program is left in English on a page of another language."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from kiosk.terminal.typography import as_spoken
from tests.qml.inspecting.sight import Sight

_TRANSLATIONS = Path(__file__).parents[3] / "resources" / "i18n"
_WORDS = re.compile(r"(?<!%)[^\W\d_]")
_PLACE = re.compile(r"%(?:n|\d)")


def faults_of_language(sight: Sight, language: str) -> list[str]:
    """Labels and names of targets that read as the English text from which `language` has another. What names its
    own language, as the invitations in every language do, is left out."""
    if not (english := _english(language)):
        return []
    labels = [label for label in sight.labels if not label.property("spokenLanguage")]
    told = [*(str(label.property("text")) for label in labels), *(target.name for target in sight.targets)]
    return [f"'{words}' is English on a page in '{language}'" for words in told if english.fullmatch(as_spoken(words))]


@cache
def _english(language: str) -> re.Pattern[str] | None:
    """Every English text of the program that reads differently in `language`; None where there are none."""
    file = _TRANSLATIONS / f"kiosk_{language}.ts"
    if language == "en" or not file.exists():
        return None
    texts = {
        source
        for message in ET.parse(file).iter("message")  # noqa: S314  # our own file
        # Signs alone, such as those of a percentage, are no words of any language.
        if _WORDS.search(source := message.findtext("source", "")) and source != _translated(message)
    }
    return re.compile("|".join(".+".join(map(re.escape, _PLACE.split(text))) for text in sorted(texts)))


def _translated(message: ET.Element) -> str:
    translation = message.find("translation")
    if translation is None:
        return ""
    return as_spoken(translation.findtext("numerusform") or translation.text or "")
