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
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What tells a digest from the others of its site, and which of them it is like."""

    key_terms: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    """Slugs, the likest first."""


def with_key_terms(digests: Sequence[Digest]) -> tuple[Digest, ...]:
    """Return `digests`, all that are published, with their key terms and those alike."""
    told = told_apart({digest.slug: counted_terms(digest) for digest in digests})
    return tuple(
        replace(digest, key_terms=told[digest.slug].key_terms, alike=told[digest.slug].alike)
        for digest in digests
    )


def told_apart(counted: Mapping[str, Counted]) -> dict[str, Told]:
    """Return what tells digests apart, all that are published, by their terms; by slug."""
    weights = _weighed(counted)
    likest: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for one, other, like in _likenesses(weights):
        if like >= LIKE:
            likest[one].append((-round(like, 9), other))
    return {
        slug: Told(
            key_terms=_key_terms(terms, weights[slug]),
            alike=tuple(other for _, other in sorted(likest[slug])[:RELATED]),
        )
        for slug, terms in counted.items()
    }


def likenesses(digests: Sequence[Digest]) -> Iterator[tuple[str, str, float]]:
    """Yield each two digests, by slug and in both orders, that share terms enough; how like."""
    return _likenesses(_weighed({digest.slug: counted_terms(digest) for digest in digests}))


def _weighed(counted: Mapping[str, Counted]) -> dict[str, _Vector]:
    spread = Counter(key for terms in counted.values() for key in terms.counts)
    return {slug: _weights(terms, spread, len(counted)) for slug, terms in counted.items()}


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


def _likenesses(weights: Mapping[str, _Vector]) -> Iterator[tuple[str, str, float]]:
    vectors = {slug: _strongest(vector) for slug, vector in weights.items()}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for slug, vector in vectors.items():
        for key in vector:
            holders[key].append(slug)
    for one, vector in vectors.items():
        # A term that very many digests share is no reason to compare two of them.
        met = {s for key in vector if len(holders[key]) <= _COMMON for s in holders[key]}
        for other in sorted(met - {one}):
            shared = vector.keys() & vectors[other].keys()
            if len(shared) >= _SHARED:
                like = math.fsum(vector[key] * vectors[other][key] for key in shared)
                yield one, other, like
