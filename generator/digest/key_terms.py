"""Finds the terms that tell a digest from the site's others, and the digests most like it.

Terms weigh by tf-idf (Salton and Buckley 1988, "Term-weighting approaches in automatic text
retrieval"), where a digest is a document: what the title and standfirst say counts more, function
words and the names of outlets not at all. Only words that the page shows are counted, so that
nothing of an article comes out that is not quoted.

Likeness is the cosine of the strongest terms. Who shares a term is looked up in an inverted index,
and a term that very many digests share is no reason to compare two of them; so the cost grows with
the number of digests, not with that of their pairs.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.digest.surface_forms import Counted, counted_terms
from generator.model import Digest

SHOWN = 8
"""Key terms of a digest: a line of them."""
FEWEST = 3
"""Fewer tell nothing of what a digest is about."""
RELATED = 3
"""At most so many related digests are offered."""
LIKE = 0.1
"""Cosine from which two digests are related: four of five pairs of halves of one news article reach
it, and hardly any other pair of halves; docs/summaries.md has the figures."""
_SHARED = 3
"""Terms that two digests must share as well: one rare name is chance."""
_KEPT = 40
"""Strongest terms of a digest that are compared."""
_COMMON = 48
"""Digests: who shares a term with more is not looked up by it."""

_Vector = Mapping[str, float]


def with_key_terms(digests: Sequence[Digest]) -> tuple[Digest, ...]:
    """Return `digests`, all that are published, with their key terms and those alike."""
    counted, weights = _weighed(digests)
    likest: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for one, other, like in _likenesses(digests, weights):
        if like >= LIKE:
            likest[one].append((-round(like, 9), other))
    return tuple(
        replace(
            digest,
            key_terms=_key_terms(terms, vector),
            alike=tuple(slug for _, slug in sorted(likest[digest.slug])[:RELATED]),
        )
        for digest, terms, vector in zip(digests, counted, weights, strict=True)
    )


def likenesses(digests: Sequence[Digest]) -> Iterator[tuple[str, str, float]]:
    """Yield each two digests, by slug and in both orders, that share terms enough; how like."""
    return _likenesses(digests, _weighed(digests)[1])


def _weighed(digests: Sequence[Digest]) -> tuple[list[Counted], list[_Vector]]:
    counted = [counted_terms(digest) for digest in digests]
    spread = Counter(key for terms in counted for key in terms.counts)
    return counted, [_weights(terms, spread, len(digests)) for terms in counted]


def _weights(terms: Counted, spread: Mapping[str, int], total: int) -> _Vector:
    return {key: count * (1 + math.log(total / spread[key])) for key, count in terms.counts.items()}


def _key_terms(terms: Counted, weights: _Vector) -> tuple[str, ...]:
    """Return the strongest terms that are said more than once, as readers know them."""
    ranked = sorted(weights, key=lambda key: (-weights[key], key))
    named = (terms.forms[key] for key in ranked if terms.said[key] > 1)
    found = tuple(dict.fromkeys(named))[:SHOWN]
    return found if len(found) >= FEWEST else ()


def _strongest(vector: _Vector) -> _Vector:
    """Return the terms of a digest that are compared, as a vector of length 1."""
    kept = dict(sorted(vector.items(), key=lambda pair: (-pair[1], pair[0]))[:_KEPT])
    length = math.sqrt(math.fsum(weight * weight for weight in kept.values()))
    return {key: weight / length for key, weight in kept.items()}


def _likenesses(
    digests: Sequence[Digest], weights: Sequence[_Vector]
) -> Iterator[tuple[str, str, float]]:
    vectors = [_strongest(vector) for vector in weights]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for key in vector:
            holders[key].append(number)
    for one, vector in enumerate(vectors):
        # A term that very many digests share is no reason to compare two of them.
        met = {n for key in vector if len(holders[key]) <= _COMMON for n in holders[key]}
        for other in sorted(met - {one}):
            shared = vector.keys() & vectors[other].keys()
            if len(shared) >= _SHARED:
                like = math.fsum(vector[key] * vectors[other][key] for key in shared)
                yield digests[one].slug, digests[other].slug, like
