"""Find the passages that bear out a sentence, as an editor wrote it.

Passages are added one by one, each time the one that says most of what is still unsaid, until the
checks that a language model's sentences must pass (`support`) let the sentence stand. If they never
do, nothing is found: a passage that is merely near would be a wrong pointer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.languages import language as language_of
from generator.model import Citation
from generator.summary.answer import Claim
from generator.summary.question import Question
from generator.summary.support import judged
from generator.summary.terms import terms, words

MOST = 4
"""Passages: a sentence that needs more rests on the round-up as a whole."""
LEAST = 3
"""Telling words that each of them adds: fewer meet by chance."""


def borne_out(sentence: str, question: Question) -> tuple[Citation, ...]:
    """Return the passages of `question` that together bear out `sentence`; none if unsure."""
    asked = replace(question, sentences=1, words=None)
    known = language_of(question.language).function_words
    missing = set(terms(words(sentence), function_words=known))
    said = {
        id_: set(terms(words(passage.text), function_words=known)) & missing
        for id_, passage in asked.by_id.items()
    }
    chosen: list[str] = []
    while len(chosen) < MOST and (found := _most_telling(said, missing)):
        chosen.append(found)
        missing -= said[found]
        kept, _ = judged((Claim(text=sentence, cites=tuple(chosen)),), asked)
        if kept:
            return kept[0].cites
    return ()


def _most_telling(said: Mapping[str, set[str]], missing: set[str]) -> str:
    """Return the passage that says most of what is `missing`, the first of equals; or nothing."""
    best = max(said, key=lambda id_: len(said[id_] & missing), default="")
    return best if best and len(said[best] & missing) >= LEAST else ""
