"""Decide how hard a text reads: Flesch reading ease by textstat, and the minutes it takes.

Only languages for which textstat carries a fitted variant of the formula get a score; for all
others it would silently apply the English constants. Syllables are counted by hyphenation
patterns (pyphen) in every language. The formula takes nothing but the totals of words, sentences
and syllables. Words and sentences are those we found, for textstat's own sentence count stumbles
over abbreviations; syllables and constants are textstat's, asked word by word, since most words of
a text come back. Minutes are at 238 words a minute, the mean of 190 studies of silent reading of
non-fiction (Brysbaert 2019, J. Memory and Language 109).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib import import_module
from itertools import chain
from types import ModuleType
from typing import Any

from generator.model import Readability
from generator.reading import Reading
from generator.text.plain_words import words_of_each

WORDS_A_MINUTE = 238
FEWEST_WORDS = 100
"""Words from which a score is published: Flesch 1948, "A new readability yardstick", judges samples
of a hundred words."""

_FORMULAS = {
    "de": "Flesch reading ease (Amstad)",
    "en": "Flesch reading ease",
    "es": "Flesch reading ease (Fernández Huerta)",
    "fr": "Flesch reading ease (Kandel and Moles)",
    "it": "Flesch reading ease (Vacca)",
    "nl": "Flesch reading ease (Douma)",
    "ru": "Flesch reading ease (Oborneva)",
}
# Possessive, for nothing is found by going back; and most sentences are plain, which is quicker.
_WORD = re.compile(r"[^\W_]++(?:['’.,-][^\W_]++)*+")
_PLAIN_WORD = re.compile(r"[A-Za-z0-9]++(?:['.,-][A-Za-z0-9]++)*+")
_MOST_MET = 32768
"""Words of a language whose syllables are kept: those of some hundred articles."""
_LEAST_A_SENTENCE = 3
"""Words: texts of shorter sentences are none that the formula was made for."""


def readability(reading: Reading) -> Readability:
    """Return how hard the copy of `reading` is to read."""
    words = _words_of(reading)
    return _judged(words, len(reading.sentences), reading.tag)


def readability_of(readings: Sequence[Reading], *, tag: str) -> Readability | None:
    """Return how hard several texts are to read together; None where there is not a word.

    Those in the language `tag` are judged, if they have words enough; of all together the minutes.
    """
    own = [r for r in readings if _main(r.tag) == _main(tag)]
    words = [word for r in own for word in _words_of(r)]
    others = [r for r in readings if _main(r.tag) != _main(tag)]
    every = len(words) + sum(len(_words_of(r)) for r in others)
    if not every:
        return None
    found = _judged(words, sum(len(r.sentences) for r in own), tag, fewest=FEWEST_WORDS)
    return replace(found, minutes=_minutes(every))


def words_in(text: str) -> int:
    """Return how many words of `text` count towards its readability."""
    return len(found_in(text))


def _words_of(reading: Reading) -> list[str]:
    """Return the words of the copy."""
    text = reading.text
    every = [text[start:end] for start, end in reading.sentences]
    return list(
        chain.from_iterable(
            words_of_each(every, joiners="'-", rare_joiners=".,", otherwise=found_in)
        )
    )


def found_in(text: str) -> list[str]:
    """Return the words of `text` whose syllables count."""
    return (_PLAIN_WORD if text.isascii() else _WORD).findall(text)


def sure(found: Readability) -> Readability:
    """Return `found` as it may be published: without a score where the text is too short."""
    return found if found.words >= FEWEST_WORDS else replace(found, formula="", score=None)


def _main(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0].casefold()


def _minutes(words: int) -> int:
    return max(1, round(words / WORDS_A_MINUTE)) if words else 0


def _judged(words: list[str], sentences: int, tag: str, *, fewest: int = 1) -> Readability:
    language = _main(tag)
    enough = sentences and len(words) >= max(fewest, _LEAST_A_SENTENCE * sentences)
    formula = _FORMULAS.get(language, "") if enough else ""
    return Readability(
        formula=formula,
        score=round(_ease(words, sentences, language), 1) if formula else None,
        language=tag,
        words=len(words),
        sentences=sentences,
        minutes=_minutes(len(words)),
    )


def _ease(words: list[str], sentences: int, language: str) -> float:
    base, a_sentence, a_word = _constants(language)
    syllables = sum(map(_syllables(_textstat_tag(language)).__getitem__, words))
    return base - a_sentence * (len(words) / sentences) - a_word * (syllables / len(words))


@cache
def _constants(language: str) -> tuple[float, float, float]:
    """Return the formula's base, and what a word a sentence and a syllable a word take off it."""
    found = _textstat("utils").get_lang_cfg
    return (
        found(language, "fre_base"),
        found(language, "fre_sentence_length"),
        found(language, "fre_syll_per_word"),
    )


class _Syllables(dict[str, int]):
    """How many syllables each word met so far has. Fills as it is used."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self._tag = tag

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_MET:
            self.clear()
        plain = re.sub(r"[.,-]", "", word.replace("’", "'"))
        found: int = _textstat("counts").count_syllables(plain, self._tag)
        self[word] = found
        return found


_syllables = lru_cache(maxsize=8)(_Syllables)
"""By the tag of a language."""


def _textstat_tag(language: str) -> str:
    # For a tag that reads "en" or "en_…" textstat downloads a pronouncing dictionary at run time.
    # A tag with a hyphen it does not part: it then keeps the English constants, its default, and
    # counts syllables by pyphen, which knows the tag. A test fails should that ever change.
    return "en-US" if language == "en" else language


@cache
def _textstat(part: str) -> Any:  # noqa: ANN401 - a module of a library without types
    # textstat brings nltk along, a third of a second for every command, and asks it for nothing
    # but the dictionary that we keep it from. So nltk is only imported if it is asked.
    known = sys.modules.get("nltk")
    if known is None:
        sys.modules["nltk"] = _Nltk("nltk")
    try:
        return import_module(f"textstat.backend.{part}")
    finally:
        if known is None:
            del sys.modules["nltk"]


class _Nltk(ModuleType):
    """Stands for nltk until something is asked of it."""

    def __getattr__(self, name: str) -> object:
        return getattr(import_module("nltk"), name)
