"""Decide which sentences give the gist, by what they say and where they stand.

Likeness to the centroid of the text (Radev et al. 2004, "Centroid-based summarization of multiple
documents"), in which early sentences weigh more and the headline and captions speak too, for they
were written to say it shortly; plus position (Edmundson 1969, "New methods in automatic
extracting"), less what is said already (maximal marginal relevance: Carbonell and Goldstein 1998,
SIGIR). Several documents: none gives more than its share of the sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import sqrt
from operator import mul

from generator.model import Span
from generator.reading import Reading
from generator.summary.candidates import Candidate, candidates
from generator.summary.terms import Weights, likeness, mixed, terms_of_each, weighted, words

_SEVERAL = 0.5
"""What is left of the weight of position across documents: it matters more what they share."""
_EQUAL = 1e-9
_LEAST_CAPTION = 6
"""Words from which a line beside the copy says something of it: no byline, no button."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tuning:
    """Weights against likeness to the centroid, which lies between 0 and 1."""

    position: float = 0.25
    """Of standing early."""
    fades: float = 16.0
    """Sentences after which standing early counts for half, here and in the centroid."""
    redundancy: float = 0.7
    """Of likeness to what is chosen already."""
    aside: float = 0.2
    """What a question loses, or a sentence that begins with somebody's words."""


TUNING = Tuning()
"""From the middle of where `make accuracy` shows little change; see docs/accuracy.md."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence chosen, and what it was worth."""

    candidate: Candidate
    score: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Pool:
    """What there is to choose from, in the order of documents and text."""

    candidates: Sequence[Candidate]
    vectors: Sequence[Weights]
    worth: Sequence[float]
    """Of each candidate by itself."""


def chosen(
    documents: Mapping[str, Reading],
    *,
    sentences: int,
    words: int | None,
    tuning: Tuning = TUNING,
) -> tuple[Choice, ...]:
    """Return the sentences that together tell most, in the order of documents and text.

    At most `sentences` of them, or as many as fit into `words`.
    """
    pool = pool_of(documents, tuning=tuning)
    left = fitting(pool, range(len(pool.candidates)), words)
    repeats = dict.fromkeys(left, 0.0)
    picked: dict[int, float] = {}
    while left and (words is not None or len(picked) < sentences):
        turn = _turn(pool.candidates, left, picked) if len(documents) > 1 else left
        gains = {i: pool.worth[i] - tuning.redundancy * repeats[i] for i in turn}
        # Of two equals the earlier one: the same choice on every machine.
        best = min(leading(pool.candidates, gains, picked))
        picked[best] = round(gains[best], 4)
        left.remove(best)
        if words is not None:
            words -= pool.candidates[best].length
            left = fitting(pool, left, words)
        elif len(picked) == sentences:
            break
        said = pool.vectors[best]
        for i in left:
            if (like := likeness(pool.vectors[i], said)) > repeats[i]:
                repeats[i] = like
    return tuple(Choice(pool.candidates[i], picked[i]) for i in sorted(picked))


def fitting(pool: Pool, numbers: Iterable[int], room: int | None) -> list[int]:
    """Return those that fit into so many words."""
    if room is None:
        return list(numbers)
    return [i for i in numbers if pool.candidates[i].length <= room]


def _turn(
    candidates: Sequence[Candidate], left: Sequence[int], picked: Iterable[int]
) -> Sequence[int]:
    """Return the candidates of the documents that have given fewest so far."""
    given = Counter(candidates[i].document for i in picked)
    least = min([given[candidates[i].document] for i in left])
    return [i for i in left if given[candidates[i].document] == least]


def leading(
    candidates: Sequence[Candidate], gains: Mapping[int, float], picked: Iterable[int]
) -> Sequence[int]:
    """Return the candidate of the highest gain, and its equals.

    Of those that say enough and hang on nothing, or on a sentence that is chosen, if there are
    any. The best are asked first, for most are never asked then.
    """
    told = {(candidates[i].document, candidates[i].rank): candidates[i] for i in picked}
    ranked = sorted(gains, key=gains.__getitem__, reverse=True)
    for place, first in enumerate(ranked):
        if _is_understood(candidates[first], told):
            equals = _equals(ranked[place:], gains)[1:]
            return [first, *(i for i in equals if _is_understood(candidates[i], told))]
    return _equals(ranked, gains)


def _equals(ranked: Sequence[int], gains: Mapping[int, float]) -> Sequence[int]:
    """Return the first of `ranked`, and all that gain as much."""
    enough = gains[ranked[0]] - _EQUAL
    return [i for i in ranked if gains[i] >= enough]


def _is_understood(one: Candidate, told: Mapping[tuple[str, int], Candidate]) -> bool:
    """Tell whether a candidate says enough, and can be understood where these are `told`."""
    return one.is_first_choice(told.get((one.document, one.rank - 1)))


def pool_of(
    documents: Mapping[str, Reading],
    *,
    only: Mapping[str, Container[Span]] | None = None,
    tuning: Tuning = TUNING,
) -> Pool:
    """Return what there is to choose from; of each document, if given, `only` these sentences."""
    groups = [
        candidates(id_, reading, only=only[id_] if only is not None else None)
        for id_, reading in documents.items()
    ]
    beside = [_beside(reading) for reading in documents.values()]
    vectors = iter(
        weighted(
            [
                counted
                for group, lines, reading in zip(groups, beside, documents.values(), strict=True)
                for counted in terms_of_each(
                    [*(candidate.words for candidate in group), *lines],
                    function_words=reading.language.function_words,
                )
            ]
        )
    )
    own: list[Weights] = []
    earliness: list[float] = []
    gists: list[Weights] = []
    for group, lines, reading in zip(groups, beside, documents.values(), strict=True):
        of_group = [next(vectors) for _ in group]
        of_lines = [next(vectors) for _ in lines]
        own += of_group
        early = [1 / (1 + candidate.rank / tuning.fades) for candidate in group]
        earliness += early
        gists.append(_gist(early, of_group, of_lines, has_headline=reading.headline is not None))
    # Each document counts once, however long it is.
    middle = gists[0] if len(gists) == 1 else mixed((gist, 1.0) for gist in gists)
    every = tuple(chain.from_iterable(groups))
    position = tuning.position * (_SEVERAL if len(documents) > 1 else 1.0)
    worth = [
        _share(vector, middle) + position * early - tuning.aside * candidate.is_aside
        for candidate, vector, early in zip(every, own, earliness, strict=True)
    ]
    return Pool(candidates=every, vectors=own, worth=worth)


def _share(vector: Weights, middle: Weights) -> float:
    """Return the `likeness` of a vector to what it was mixed into, which has all its terms."""
    return float(sum(map(mul, vector.values(), map(middle.__getitem__, vector))))


def _beside(reading: Reading) -> tuple[list[str], ...]:
    """Return the words of the headline, if there is one, and after it of each caption."""
    captions = (words(part.of(reading.text)) for part in reading.furniture)
    return (
        *((words(reading.headline.of(reading.text)),) if reading.headline else ()),
        *(caption for caption in captions if len(caption) >= _LEAST_CAPTION),
    )


def _gist(
    early: Sequence[float],
    vectors: Sequence[Weights],
    beside: Sequence[Weights],
    *,
    has_headline: bool,
) -> Weights:
    """Return the centroid of one document."""
    # As much as all sentences together, were they as unlike each other as can be.
    weights = [sqrt(len(early)) if has_headline and n == 0 else 1.0 for n in range(len(beside))]
    return mixed(chain(zip(vectors, early, strict=True), zip(beside, weights, strict=True)))
