"""Decide which sentences give the gist, by what they say and where they stand.

Likeness to the centroid of all sentences (Radev et al. 2004, "Centroid-based summarization of
multiple documents") plus position (Edmundson 1969, "New methods in automatic extracting"; news
puts the gist first), less what is said already (maximal marginal relevance: Carbonell and
Goldstein 1998, SIGIR). Several documents: none gives more than its share of the sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.reading import Reading
from generator.summary.candidates import Candidate, candidates
from generator.summary.terms import Weights, centroid, likeness, terms, weighted

# Set by trial on news with human summaries, where the results change little around them.
_POSITION = 0.8
"""Weight of position against likeness to the centroid."""
_POSITION_OF_SEVERAL = 0.4
"""The same across documents, where it matters more what they share."""
_FADES = 4.0
"""Sentences after which position counts for half."""
_REDUNDANCY = 0.7
"""Weight of likeness to what is chosen already."""
_HANGING = 0.5
"""What a sentence loses for beginning with "He" or "This"."""
_SHORT, _LONG = 10, 45
"""Words outside of which a sentence is worth less: it says little, or too much at once."""
_SCRAP = 0.15
"""What it loses for that."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence chosen, and what it was worth."""

    candidate: Candidate
    score: float


def chosen(
    documents: Mapping[str, Reading], *, sentences: int, words: int | None
) -> tuple[Choice, ...]:
    """Return the sentences that together tell most, in the order of documents and text.

    At most `sentences` of them, or as many as fit into `words`.
    """
    pool = [c for id_, reading in documents.items() for c in candidates(id_, reading)]
    vectors = _vectors(documents, pool)
    left = dict(enumerate(_worth(pool, vectors)))
    repeats = [0.0] * len(pool)
    picked: list[Choice] = []
    room = words
    while left and (room is not None or len(picked) < sentences):
        fewest = _with_fewest(pool, left, picked)
        gains = {i: left[i] - _REDUNDANCY * repeats[i] for i in fewest}
        # Of two equals the earlier one: the same choice on every machine.
        best = max(gains, key=lambda i: (round(gains[i], 9), -i))
        del left[best]
        if room is not None:
            if pool[best].length > room:
                continue
            room -= pool[best].length
        picked.append(Choice(pool[best], round(gains[best], 4)))
        for i in left:
            repeats[i] = max(repeats[i], likeness(vectors[i], vectors[best]))
    order = {id_: number for number, id_ in enumerate(documents)}
    return tuple(
        sorted(picked, key=lambda c: (order[c.candidate.document], c.candidate.span.start))
    )


def _with_fewest(
    pool: Sequence[Candidate], left: Mapping[int, float], picked: Sequence[Choice]
) -> list[int]:
    """Return the candidates of those documents that have given the fewest sentences so far."""
    given = Counter(choice.candidate.document for choice in picked)
    least = min(given[pool[i].document] for i in left)
    return [i for i in left if given[pool[i].document] == least]


def _vectors(documents: Mapping[str, Reading], pool: Sequence[Candidate]) -> tuple[Weights, ...]:
    return weighted(
        [
            terms(c.span.of(reading.text), function_words=reading.language.function_words)
            for c in pool
            for reading in (documents[c.document],)
        ]
    )


def _worth(pool: Sequence[Candidate], vectors: Sequence[Weights]) -> list[float]:
    """Return what each candidate is worth by itself."""
    # Each document counts once, however long it is.
    by_document: dict[str, list[Weights]] = {}
    for candidate, vector in zip(pool, vectors, strict=True):
        by_document.setdefault(candidate.document, []).append(vector)
    middle = centroid([centroid(group) for group in by_document.values()])
    position = _POSITION if len(by_document) == 1 else _POSITION_OF_SEVERAL
    return [
        likeness(vector, middle)
        + position / (1 + candidate.rank / _FADES)
        - _HANGING * candidate.hangs
        - _SCRAP * (candidate.length < _SHORT or candidate.length > _LONG)
        for candidate, vector in zip(pool, vectors, strict=True)
    ]
