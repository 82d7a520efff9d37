"""Decides what the summariser's weights are worth on texts they were not chosen on.

Five-fold cross-validation: weights are chosen from `GRID` on four folds of all sets together, for
one choice must serve every text, and reported on the fifth; the mean over several partitions, for
a single one is a draw of lots. The interval of a gain is the paired bootstrap over documents
(Efron and Tibshirani 1993, "An introduction to the bootstrap"; Koehn 2004, "Statistical
significance tests for machine translation evaluation").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from random import Random
from statistics import fmean

from accuracy.rouge import MEASURES, Document, Outcome, outcome
from generator.reading import Reading
from generator.summary.extractive import Tuning, chosen

GRID = tuple(
    Tuning(position=position, fades=fades, redundancy=redundancy)
    for position, fades, redundancy in product(
        (0.125, 0.25, 0.5), (8.0, 16.0, 32.0), (0.5, 0.7, 0.9)
    )
)
"""The weights to choose from: those shipped in the middle, half and twice as much about them."""
FOLDS = 5
PARTITIONS = 10
RESAMPLES = 10_000
SEED = 2026

Table = Mapping[str, Mapping[Tuning, Outcome]]
"""What each set scores with each choice of weights."""


def tuned(texts: Sequence[Document], tuning: Tuning, *, sentences: int) -> Outcome:
    """Return what extractive summaries with these weights score."""

    def summary(reading: Reading) -> list[str]:
        choices = chosen({"": reading}, sentences=sentences, words=None, tuning=tuning)
        return [choice.candidate.span.of(reading.text) for choice in choices]

    return outcome(texts, summary)


def held_out(table: Table) -> dict[str, Outcome]:
    """Return what each document scores, on average over the partitions, with weights held out."""
    sizes = {name: len(next(iter(rows.values())).scores) for name, rows in table.items()}
    scores = {name: [[0.0] * len(MEASURES) for _ in range(size)] for name, size in sizes.items()}
    for partition in range(PARTITIONS):
        orders = {name: _shuffled(size, partition) for name, size in sizes.items()}
        for fold in range(FOLDS):
            held = {name: frozenset(order[fold::FOLDS]) for name, order in orders.items()}
            best = _best(table, held)
            for name, numbers in held.items():
                for number in numbers:
                    row = table[name][best].scores[number]
                    scores[name][number] = [
                        total + score / PARTITIONS
                        for total, score in zip(scores[name][number], row, strict=True)
                    ]
    return {name: Outcome(tuple(map(tuple, rows))) for name, rows in scores.items()}


def interval(gains: Sequence[float]) -> tuple[float, float]:
    """Return the 95 per cent bootstrap interval of the mean of `gains`, drawn by document."""
    lots = Random(SEED)  # noqa: S311 - lots, not secrets
    means = sorted(fmean(lots.choices(gains, k=len(gains))) for _ in range(RESAMPLES))
    tail = RESAMPLES // 40
    return means[tail], means[-tail - 1]


def _best(table: Table, held: Mapping[str, frozenset[int]]) -> Tuning:
    """Return the weights that do best on all documents but those `held` out, each set alike."""

    def worth(tuning: Tuning) -> float:
        return sum(
            fmean(row[0] for n, row in enumerate(rows[tuning].scores) if n not in held[name])
            for name, rows in table.items()
        )

    return max(next(iter(table.values())), key=worth)


def _shuffled(size: int, partition: int) -> list[int]:
    order = list(range(size))
    Random(SEED + partition).shuffle(order)  # noqa: S311 - lots, not secrets
    return order
