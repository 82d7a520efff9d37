"""Decides how near a summary comes to people's own: ROUGE, F1 in per cent.

Lin 2004, "ROUGE: a package for automatic evaluation of summaries"; words stemmed, the mean over
several references, as the scorer beside the texts has it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import Any

from rouge_score.rouge_scorer import RougeScorer

from generator.reading import Reading, read

MEASURES = ("rouge1", "rouge2", "rougeL")

Scores = tuple[float, ...]
"""F1 of each measure."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A text with people's summaries of it."""

    reading: Reading
    references: tuple[str, ...]
    known: dict[tuple[str, ...], Scores] = field(default_factory=dict)
    """Scores by the sentences of a summary: many weights choose the same ones."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one way of summarising did on a set."""

    scores: tuple[Scores, ...]
    """Of each document."""

    def mean(self, measure: str = "rouge1") -> float:
        """Return the mean F1 of a measure."""
        return fmean(row[MEASURES.index(measure)] for row in self.scores)


def documents(file: Path) -> tuple[Document, ...]:
    """Return the texts of a set, read."""
    rows: list[dict[str, Any]] = [
        json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line
    ]
    return tuple(
        Document(reading=read(row["text"]), references=tuple(row["references"])) for row in rows
    )


def outcome(texts: Sequence[Document], summary: Callable[[Reading], Sequence[str]]) -> Outcome:
    """Return what the sentences that `summary` gives of each text score."""
    return Outcome(tuple(_scores(text, tuple(summary(text.reading))) for text in texts))


def _scores(document: Document, sentences: tuple[str, ...]) -> Scores:
    if sentences not in document.known:
        text = "\n".join(" ".join(sentence.split()) for sentence in sentences)
        rows = [_scorer().score(reference, text) for reference in document.references]
        document.known[sentences] = tuple(
            100 * fmean(row[measure].fmeasure for row in rows) for measure in MEASURES
        )
    return document.known[sentences]


@cache
def _scorer() -> RougeScorer:
    return RougeScorer(list(MEASURES), use_stemmer=True)
