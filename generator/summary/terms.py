"""Decide which words of a sentence tell what it is about, and how much each weighs.

Content words by tf·idf, where a "document" of the idf is a sentence (Neto et al. 2000, "Generating
text summaries through the relative importance of topics", call it tf·isf).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.text.matching import normalised

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_STEM = 6
"""Letters that count: a crude stem for any alphabet, as in Mayfield and McNamee's n-grams."""

Weights = Mapping[str, float]


def words(text: str) -> list[str]:
    """Return the words of `text`."""
    return _WORD.findall(text)


def terms(text: str, *, function_words: frozenset[str]) -> Counter[str]:
    """Return the content terms of `text`, counted."""
    found = words(normalised(text).casefold())
    return Counter(word[:_STEM] for word in found if word not in function_words)


def weighted(sentences: Sequence[Counter[str]]) -> tuple[Weights, ...]:
    """Return each sentence's terms as a vector of length 1."""
    spread = Counter(term for sentence in sentences for term in sentence)
    total = len(sentences)
    return tuple(
        _unit({term: n * (1 + math.log(total / spread[term])) for term, n in sentence.items()})
        for sentence in sentences
    )


def mixed(vectors: Iterable[tuple[Weights, float]]) -> Weights:
    """Return the direction in which all vectors together point, each as strongly as given."""
    total: dict[str, float] = {}
    for vector, strength in vectors:
        for term, weight in vector.items():
            total[term] = total.get(term, 0.0) + strength * weight
    return _unit(total)


def likeness(one: Weights, other: Weights) -> float:
    """Return the cosine of two unit vectors."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other.get(term, 0.0) for term, weight in one.items())


def _unit(vector: Mapping[str, float]) -> Weights:
    # fsum: the same sum whatever the order of terms.
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else {}
