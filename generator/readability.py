"""Decide how hard a text reads: Flesch reading ease by textstat, and the minutes it takes.

Only languages for which textstat carries a fitted variant of the formula get a score; for all
others it would silently apply the English constants. Syllables are counted by hyphenation
patterns (pyphen) in every language. The formula takes nothing but the totals of words, sentences
and syllables; so textstat is handed the text's words parted into as many sentences as we found,
since its own sentence count stumbles over abbreviations. Minutes are at 238 words a minute, the
mean of 190 studies of silent reading of non-fiction (Brysbaert 2019, J. Memory and Language 109).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from generator.model import Readability
from generator.reading import Reading

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
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_LEAST_A_SENTENCE = 3
"""Words: textstat takes what is shorter for no sentence."""


class _Ease(Protocol):
    def __call__(self, text: str, lang: str) -> float: ...


def readability(reading: Reading) -> Readability:
    """Return how hard the copy of `reading` is to read."""
    words = [w for s in reading.sentences for w in _WORD.findall(s.of(reading.text))]
    return _judged(words, len(reading.sentences), reading.tag)


def readability_of(readings: Sequence[Reading], *, tag: str) -> Readability | None:
    """Return how hard several texts are to read together; None where there is not a word.

    Those in the language `tag` are judged, if they have words enough; of all together the minutes.
    """
    own = [r for r in readings if _main(r.tag) == _main(tag)]
    found = _judged(
        [w for r in own for s in r.sentences for w in _WORD.findall(s.of(r.text))],
        sum(len(r.sentences) for r in own),
        tag,
    )
    every = sum(len(_WORD.findall(s.of(r.text))) for r in readings for s in r.sentences)
    return replace(sure(found), minutes=_minutes(every)) if every else None


def sure(found: Readability) -> Readability:
    """Return `found` as it may be published: without a score where the text is too short."""
    return found if found.words >= FEWEST_WORDS else replace(found, formula="", score=None)


def _main(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0].casefold()


def _minutes(words: int) -> int:
    return max(1, round(words / WORDS_A_MINUTE)) if words else 0


def _judged(words: list[str], sentences: int, tag: str) -> Readability:
    language = _main(tag)
    prepared = prepared_text(words, sentences)
    formula = _FORMULAS.get(language, "") if prepared else ""
    return Readability(
        formula=formula,
        score=round(_ease()(prepared, _textstat_tag(language)), 1) if formula else None,
        language=tag,
        words=len(words),
        sentences=sentences,
        minutes=_minutes(len(words)),
    )


def prepared_text(words: list[str], sentences: int) -> str:
    """Return `words` parted so that textstat counts as many words and `sentences` as we do.

    Empty where that cannot be: sentences too short to be judged by this formula.
    """
    if not sentences or len(words) < _LEAST_A_SENTENCE * sentences:
        return ""
    plain = [re.sub(r"[.,-]", "", word.replace("’", "'")) for word in words]
    cuts = [len(plain) * number // sentences for number in range(sentences + 1)]
    return " ".join(" ".join(plain[start:end]) + "." for start, end in itertools.pairwise(cuts))


def _textstat_tag(language: str) -> str:
    # For a tag that reads "en" or "en_…" textstat downloads a pronouncing dictionary at run time.
    # A tag with a hyphen it does not part: it then keeps the English constants, its default, and
    # counts syllables by pyphen, which knows the tag. A test fails should that ever change.
    return "en-US" if language == "en" else language


@cache
def _ease() -> _Ease:
    # Imported late: textstat brings nltk along, a quarter of a second for every command.
    return cast("_Ease", import_module("textstat.backend.metrics").flesch_reading_ease)
