"""Words with the language they are in: whoever reads a card aloud must know which voice each text wants."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.domain.text import DEFAULT_LANGUAGE, LocalisedText


@dataclass(frozen=True, slots=True)
class Written:
    """`text` in `language`. What the program writes around the office's words is short and leaves their language."""

    text: str
    language: str

    def within(self, template: str) -> Written:
        """In the place of `%1`."""
        return replace(self, text=template.replace("%1", self.text))

    def noted(self, *notes: str) -> Written:
        """With those `notes` in brackets that it does not say itself."""
        return replace(self, text=with_note(self.text, *notes))

    def marked(self, *notes: str) -> Written:
        """With `notes` in brackets whatever it says itself: the reader must see that this is what is recorded."""
        written = ", ".join(note for note in notes if note)
        return replace(self, text=_bracketed(self.text, written)) if written else self

    def followed_by(self, words: str) -> Written:
        return replace(self, text=f"{self.text}{words}")

    def and_then(self, sentence: str) -> Written:
        """With another sentence, after a full stop if there is none yet."""
        stop = "" if self.text.endswith((".", "!", "?")) else "."
        return self.followed_by(f"{stop} {sentence}")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads `language`, and Polish where there is nothing else."""

    language: str

    def reads(self, text: LocalisedText) -> Written:
        """What the office wrote, in the language in which it is shown."""
        return Written(text.in_language(self.language), text.language_shown(self.language))

    def told(self, words: str) -> Written:
        """The program's own words, or a name that is the same in every language."""
        return Written(words, self.language)


def in_polish(words: str) -> Written:
    """What is Polish in every language: titles of Polish law, addresses in Poland."""
    return Written(words, DEFAULT_LANGUAGE)


def with_note(text: str, *notes: str) -> str:
    """`text` with those `notes` in brackets that it does not say itself; its full stop stays at the end."""
    written = ", ".join(note for note in notes if note and note not in text)
    return _bracketed(text, written) if written else text


def _bracketed(text: str, written: str) -> str:
    if text.endswith(")"):
        return f"{text[:-1]}; {written})"
    return f"{text[:-1]} ({written})." if text.endswith(".") else f"{text} ({written})"


def as_sentence(text: str) -> str:
    """With a capital letter."""
    return text[:1].upper() + text[1:]
