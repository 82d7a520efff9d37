"""Finds the terms that tell a digest from the site's others, and the digests most like it.

Terms weigh by tf-idf (Salton and Buckley 1988, "Term-weighting approaches in automatic text
retrieval"), where a digest is a document: what the title and standfirst say counts more, function
words and the names of outlets not at all. How many digests hold a term counts in steps of two, so
that one edit changes few weights. Only words that the page shows are counted, so that nothing of an
article comes out that is not quoted.

Likeness is the cosine of the strongest terms. Who shares a term is looked up in an inverted index,
and a term that very many digests share is no reason to compare two of them; so the cost grows with
the number of digests, not with that of their pairs.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import mul

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
COMMON = 48
"""Digests: who shares a term with more is not looked up by it."""

Vector = Mapping[str, float]
"""Terms and their weights."""
Like = tuple[float, str]
"""How like a digest is, negative, and its slug: the likest sorts first."""


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
    rarity = _rarity(counted)
    vectors = {slug: vector_of(terms, rarity) for slug, terms in counted.items()}
    likest: defaultdict[str, list[Like]] = defaultdict(list)
    for one, other, value in _likenesses(vectors):
        if value >= LIKE:
            likest[one].append(like(value, other))
    return {
        slug: Told(
            key_terms=key_terms_of(terms, rarity),
            alike=tuple(other for _, other in sorted(likest[slug])[:RELATED]),
        )
        for slug, terms in counted.items()
    }


def likenesses(digests: Sequence[Digest]) -> Iterator[tuple[str, str, float]]:
    """Yield each two digests, by slug and in both orders, that share terms enough; how like."""
    counted = {digest.slug: counted_terms(digest) for digest in digests}
    rarity = _rarity(counted)
    return _likenesses({slug: vector_of(terms, rarity) for slug, terms in counted.items()})


def _rarity(counted: Mapping[str, Counted]) -> Rarity:
    spread = Counter(key for terms in counted.values() for key in terms.counts)
    return Rarity(len(counted), spread.__getitem__)


class Rarity(dict[str, float]):
    """How rare each term of a site is: its inverse document frequency, in steps of two.

    A term weighs another weight only when the digests that hold it are twice as many, or half; so
    one digest more changes what hardly any other is told by. Filled as it is used.
    """

    def __init__(self, total: int, spread: Callable[[str], int]) -> None:
        """Weigh the terms of `total` digests, of which `spread` says how many hold each."""
        super().__init__()
        self._of_step = [1 + math.log(2) * (step(total) - n) for n in range(step(total) + 1)]
        self._spread = spread

    def __missing__(self, key: str) -> float:
        """Return the weight of a term that some digest holds, and keep it."""
        weight = self[key] = self._of_step[step(self._spread(key))]
        return weight


def step(number: int) -> int:
    """Return how often `number` can be halved before it is 1; of no digests, 0."""
    return max(0, number.bit_length() - 1)


def key_terms_of(terms: Counted, rarity: Rarity) -> tuple[str, ...]:
    """Return the strongest terms that are said more than once, as readers know them."""
    weights = ((-terms.counts[key] * rarity[key], key) for key, n in terms.said.items() if n > 1)
    named = (terms.forms[key] for _, key in sorted(weights))
    found = tuple(dict.fromkeys(named))[:SHOWN]
    return found if len(found) >= FEWEST else ()


def vector_of(terms: Counted, rarity: Rarity) -> Vector:
    """Return the terms of a digest that are compared with others', as a vector of length 1."""
    # Sorted whole: a heap of the strongest takes longer for so few.
    kept = sorted([(-count * rarity[key], key) for key, count in terms.counts.items()])[:_KEPT]
    length = math.sqrt(math.fsum(weight * weight for weight, _ in kept))
    # Many weigh the same: one number for these, where thousands of vectors are in memory.
    units = {weight: -weight / length for weight, _ in kept}
    return {key: units[weight] for weight, key in kept}


def likeness(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors; 0 where they share too few terms."""
    shared = one.keys() & other.keys()
    if len(shared) < _SHARED:
        return 0.0
    # What `fsum` gives does not depend on the order of a set.
    return math.fsum(map(mul, map(one.__getitem__, shared), map(other.__getitem__, shared)))


def like(value: float, slug: str) -> Like:
    """Return how like a digest is, as what sorts before those that are less so."""
    return -round(value, 9), slug


def _likenesses(vectors: Mapping[str, Vector]) -> Iterator[tuple[str, str, float]]:
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for slug, vector in vectors.items():
        for key in vector:
            holders[key].append(slug)
    for one, vector in vectors.items():
        # A term that very many digests share is no reason to compare two of them.
        met = {s for key in vector if len(holders[key]) <= COMMON for s in holders[key]}
        for other in sorted(met - {one}):
            if value := likeness(vector, vectors[other]):
                yield one, other, value
