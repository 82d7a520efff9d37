"""Decide which sentences of several texts say the same thing, as far as their words can tell.

Two sentences agree where they share enough of their weighted words, deny alike, and the figures
and dates of one all stand in the other: "the fare rises by 5 per cent" is no echo of "by 15".
They must be of one language, for words of two cannot be compared. Sentences that are near in this
way are taken for one "theme" in Radev et al. 2000, "Centroid-based summarization of multiple
documents", and in Barzilay, McKeown and Elhadad 1999, "Information fusion"; here they must also
come from independent outlets before anything is said of agreement.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.languages import Language
from generator.summary import facts
from generator.summary.case import small_words
from generator.summary.senses import senses
from generator.summary.terms import Weights

ALIKE = 0.45
"""Cosine from which two sentences say the same. Sentences of two reports of one event that are not
about the same fact stay below it; `tests/summary/test_across.py` has both sorts."""
APART = 0.25
"""Cosine up to which a sentence is far from another's; between the two nothing is sure."""
_LEAST_SHARED = 3
"""Telling words: fewer may meet by chance in short sentences."""
_COMMON = 64
"""Sentences: a word that stands in more brings nobody together by itself. Keeps the cost linear."""


class Likenesses:
    """How like each other the sentences of a digest are."""

    def __init__(
        self, texts: Sequence[str], vectors: Sequence[Weights], languages: Sequence[Language]
    ) -> None:
        """Take the sentences, with their vectors of length 1 and their languages."""
        self._texts = texts
        self._vectors = vectors
        self._languages = languages
        self._near = _near(vectors, languages)

    def near(self, one: int) -> Mapping[int, float]:
        """Return the sentences that share telling words with `one`, and how like they are."""
        return self._near[one]

    def agree(self, one: int, other: int) -> bool:
        """Tell whether two sentences surely say the same."""
        return (
            self._near[one].get(other, 0.0) >= ALIKE
            and len(self._vectors[one].keys() & self._vectors[other].keys()) >= _LEAST_SHARED
            and not _conflict(self._texts[one], self._texts[other], self._languages[one])
        )


def _near(
    vectors: Sequence[Weights], languages: Sequence[Language]
) -> tuple[dict[int, float], ...]:
    """Return the neighbours of each sentence, found by the words that are not common."""
    holders: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (vector, language) in enumerate(zip(vectors, languages, strict=True)):
        for term in vector:
            holders[language.tag, term].append(number)
    near: tuple[dict[int, float], ...] = tuple({} for _ in vectors)
    for number, (vector, language) in enumerate(zip(vectors, languages, strict=True)):
        likes: defaultdict[int, float] = defaultdict(float)
        common: list[str] = []
        for term, weight in vector.items():
            found = holders[language.tag, term]
            if len(found) > _COMMON:
                common.append(term)
                continue
            for other in found[bisect_right(found, number) :]:
                likes[other] += weight * vectors[other][term]
        for other in sorted(likes):
            shared = (vector[term] * vectors[other].get(term, 0.0) for term in common)
            near[number][other] = near[other][number] = likes[other] + sum(shared)
    return near


def _conflict(one: str, other: str, language: Language) -> bool:
    """Tell whether one sentence denies, doubts, counts or dates what the other does not."""
    if _turned(one, language) != _turned(other, language) or _opposed(one, other, language):
        return True
    return any(
        not (first <= second or second <= first)
        for first, second in (
            (facts.figures(one), facts.figures(other)),
            (facts.number_words(one, language), facts.number_words(other, language)),
            (facts.date_words(one, language.tag), facts.date_words(other, language.tag)),
        )
    )


def _turned(sentence: str, language: Language) -> tuple[bool, bool]:
    """Tell whether a sentence denies something, and whether it is unsure."""
    known, said = senses(language.tag), small_words(sentence)
    denies = facts.is_negated(sentence, language) or bool(known.denials.first_in(said))
    return denies, bool(known.doubts.first_in(said) or known.claims.first_in(said))


def _opposed(one: str, other: str, language: Language) -> bool:
    """Tell whether one says a word whose opposite the other says in its place."""
    here, there = small_words(one), small_words(other)
    return any(
        ours.first_in(here)
        and theirs.first_in(there)
        and not ours.first_in(there)
        and not theirs.first_in(here)
        for ours, theirs in senses(language.tag).opposites
    )
