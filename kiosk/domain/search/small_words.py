"""Words that say nothing about a matter: "jak złożyć skargę" asks for a card about a complaint, not about jak."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.domain.search.folding import fold

SMALL_WORDS: Mapping[str, str] = {
    "pl": "a aby albo ale by być chcę co czy dla do gdzie i jak jaka jaki jakie jest już ja kto która które który "
    "kiedy lub ma mam mi mnie moja moje mojej mogę można mój muszę na nad nie o od oraz po pod potrzebuję "
    "proszę przez przy się są ta to tu u w we z za ze że",
    "en": "a about am an and are at by can could do does for from get have how i if in is it me my need of on or our "
    "please the to want what when where which who with you your",
    "de": "am an auf aus bei bitte brauche das dem den der des die ein eine einen einer eines er es für gibt habe ich "
    "im in ist kann man mein meine meinen meiner mit möchte muss nach oder sie und vom von vor was wann wer wie wo zu "
    "zum zur über",
    "uk": "а або але в від він де для до же з за і із й мені мій моя можна на не по потрібно про та те треба у хочу це "
    "чи що щоб я як яка які який",
}
"""As they are written, by language."""


def small_words(language: str) -> frozenset[str]:
    """The small words of `language`, folded; none for a language that is not known."""
    return frozenset(fold(word, language) for word in SMALL_WORDS.get(language, "").split())
