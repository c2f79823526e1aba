"""Takes the ending off a folded word, so that zaświadczenie, zaświadczenia and zaświadczeniem have one stem.

Endings are a closed list per language, the longest first; a stem keeps at least three letters. This is light on
purpose: what it misses (spółka, spółek) a forgiven slip still finds, and what it joins wrongly only ranks lower.
"""

from __future__ import annotations

from collections.abc import Mapping

SHORTEST_STEM = 3

# In the folded spelling of `folding.py`: Ukrainian stands in its Latin form.
_ENDINGS: Mapping[str, str] = {
    "pl": "a e i o u y ie ia iu ii io "
    "om em im ym ow iom iem ach iach ami iami owi owie ej iej "
    "ego emu iego iemu ych ich ymi imi ze dze "
    "anie ania aniu aniem aniach aniami an enie enia eniu eniem eniach eniami en ja je ji jo jom jach jami "
    "cie cia ciu ciem ac ic yc ec ila ili ilo ily ilem ilam uje uja ujemy "
    "owac owany owana owane owania owanie owaniu owaniem owy owa owe owego owej owych",
    "en": "s es e ed er ers ing ings ies y ion ions or ors ment ments al",
    "de": "e en er es em n s ern ens ung ungen ungs te ten t st",
    "uk": "a e i o u ia iu iam iah iami oiu eiu eu oi ei "
    "am ah ami om em im iv ov ev ovi evi eve ii ih imi oho omu "
    "annia anniu anni anniam an ennia enniu enni enniam en ttia "
    "ati iti uvati uvannia uvanni uvav uite aite",
}
_KNOWN = {language: frozenset(endings.split()) for language, endings in _ENDINGS.items()}


def stem(word: str, language: str) -> str:
    """The folded word without its ending; the word itself where no ending is known or too little would be left."""
    endings = _KNOWN.get(language, frozenset())
    for length in range(min(8, len(word) - SHORTEST_STEM), 0, -1):
        if word[-length:] in endings:
            return word[:-length]
    return word
