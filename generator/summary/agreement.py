"""Decide which sentences of several texts say the same thing, as far as their words can tell.

Two sentences agree where they share enough of their weighted words, deny alike, and the figures
and dates of one all stand in the other: "the fare rises by 5 per cent" is no echo of "by 15".
They must be of one language, for words of two cannot be compared. Sentences that are near in this
way are taken for one "theme" in Radev et al. 2000, "Centroid-based summarization of multiple
documents", and in Barzilay, McKeown and Elhadad 1999, "Information fusion"; here they must also
come from independent outlets before anything is said of agreement.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, compress
from operator import eq

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
    """How like each other the sentences of a digest are, worked out where it is asked for."""

    def __init__(
        self,
        written: Callable[[int], str],
        vectors: Sequence[Weights],
        languages: Sequence[Language],
        *,
        echoing: Iterable[int],
    ) -> None:
        """Take the sentences' vectors of length 1 and their languages.

        `written` tells the words of one, by number; `echoing` are those that others may be echoes
        of.
        """
        self._written = written
        self._vectors = vectors
        self._languages = languages
        self._tags = [language.tag for language in languages]
        of_language: defaultdict[str, list[Weights]] = defaultdict(list)
        for tag, vector in zip(self._tags, vectors, strict=True):
            of_language[tag].append(vector)
        self._common = {tag: _common(some) for tag, some in of_language.items()}
        self._holders: dict[str, dict[str, list[int]]] = {tag: {} for tag in of_language}
        """Of the words that are not common, which of `echoing` hold them."""
        for number in sorted(echoing):
            holders, common = self._holders[self._tags[number]], self._common[self._tags[number]]
            for term in vectors[number]:
                if term not in common:
                    holders.setdefault(term, []).append(number)

    def like(self, one: int, other: int) -> float:
        """Return how like two sentences are; 0 where common words alone, or none, meet."""
        # Always in the same order: sums of fractions depend on it.
        if one > other:
            one, other = other, one
        first, second = self._vectors[one], self._vectors[other]
        tag = self._tags[one]
        if tag != self._tags[other]:
            return 0.0
        common = self._common[tag]
        rare = often = 0.0
        for term in filter(second.__contains__, first):
            if term in common:
                often += first[term] * second[term]
            else:
                rare += first[term] * second[term]
        return rare + often if rare else 0.0

    def to(self, one: int) -> Iterator[tuple[int, float]]:
        """Yield each other sentence that is at all like `one`, and how like it is."""
        told = self._vectors[one].keys()
        for other, vector in enumerate(self._vectors):
            if other != one and not told.isdisjoint(vector) and (like := self.like(one, other)):
                yield other, like

    def sharing(self, one: int, *, least: int = 1) -> list[int]:
        """Return which of `echoing` may share so many words with `one`, in order."""
        tag = self._tags[one]
        holders, common = self._holders[tag], self._common[tag]
        vector = self._vectors[one]
        if common:
            least -= len(common.intersection(vector))
        met = list(chain.from_iterable(filter(None, map(holders.get, vector))))
        if len(met) < least:
            return []
        met.sort()
        # Who is met so often stands there again, so many places further on.
        further = met[max(least, 1) - 1 :]
        often = dict.fromkeys(compress(met, map(eq, met, further)))
        often.pop(one, None)
        return list(often)

    def agreeing(self, one: int) -> list[int]:
        """Return which of `echoing` surely say the same as `one`, in order."""
        return [
            other
            for other in self.sharing(one, least=_LEAST_SHARED)
            if self.like(one, other) >= ALIKE
            and len(self._vectors[one].keys() & self._vectors[other].keys()) >= _LEAST_SHARED
            and not _conflict(self._written(one), self._written(other), self._languages[one])
        ]


def _common(vectors: Sequence[Weights]) -> set[str]:
    """Return the words that more than `_COMMON` sentences hold."""
    if len(vectors) <= _COMMON:
        return set()
    spread = Counter(chain.from_iterable(vectors))
    if max(spread.values(), default=0) <= _COMMON:
        return set()  # of most texts, and sooner
    return {term for term, number in spread.items() if number > _COMMON}


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
