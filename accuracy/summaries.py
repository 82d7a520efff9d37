"""Decides what is measured of summaries: our `summarize` command against people's summaries.

Both engines are scored as the command prints them, by the scorer beside the texts. Beside the
weights as shipped, which were chosen with these texts in view, stands what they are worth where
they are held out (`held_out.py`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accuracy.held_out import GRID, held_out, interval, tuned
from accuracy.programs import run
from accuracy.rouge import MEASURES, Document, Outcome, documents, outcome
from generator.reading import Reading
from generator.summary import summarise


@dataclass(frozen=True, kw_only=True, slots=True)
class SummarySet:
    """Texts with people's summaries."""

    name: str
    file: str
    sentences: int
    """In each of our summaries."""


SETS = (
    SummarySet(name="cnn/dailymail", file="cnndm_a", sentences=3),
    SummarySet(name="gum news", file="gum_news", sentences=2),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class SetOutcome:
    """How the ways of summarising did on one set, in F1 per cent by measure."""

    lead: dict[str, float]
    shipped: dict[str, float]
    held_out: dict[str, float]
    gain: float
    """Held out less lead, in points of ROUGE-1."""
    interval: tuple[float, float]
    """95 per cent of the gain."""


def measure_summaries(texts: Path, scratch: Path) -> dict[str, SetOutcome]:
    """Return how each set of `SETS` came out, by name; files go to `scratch`."""
    read = {s.name: documents(_file(texts, s)) for s in SETS}
    table = {
        s.name: {tuning: tuned(read[s.name], tuning, sentences=s.sentences) for tuning in GRID}
        for s in SETS
    }
    held = held_out(table)
    return {s.name: _outcome(s, read[s.name], held[s.name], texts, scratch) for s in SETS}


def _outcome(
    chosen: SummarySet, read: tuple[Document, ...], held: Outcome, texts: Path, scratch: Path
) -> SetOutcome:
    def first(reading: Reading) -> list[str]:
        summary = summarise({"": reading}, sentences=chosen.sentences, engine="lead")
        return [sentence.text for sentence in summary.sentences]

    lead = outcome(read, first)
    gains = [row[0] - base[0] for row, base in zip(held.scores, lead.scores, strict=True)]
    return SetOutcome(
        lead=_of_command(chosen, "lead", texts, scratch),
        shipped=_of_command(chosen, "extractive", texts, scratch),
        held_out={measure: held.mean(measure) for measure in MEASURES},
        gain=held.mean() - lead.mean(),
        interval=interval(gains),
    )


def _of_command(chosen: SummarySet, engine: str, texts: Path, scratch: Path) -> dict[str, float]:
    """Score what `summarize` prints with an engine."""
    scorer, gold = str(texts / "score_summaries.py"), str(_file(texts, chosen))
    folder, printed = scratch / chosen.file, scratch / f"{chosen.file}.{engine}.jsonl"
    if not folder.is_dir():
        run(scorer, gold, "--texts", str(folder))
    command = ("-m", "generator", "summarize", "--format", "jsonl", "--engine", engine)
    files = [str(file) for file in sorted(folder.iterdir())]
    printed.write_text(
        run(*command, "--sentences", str(chosen.sentences), *files), encoding="utf-8"
    )
    result: dict[str, Any] = json.loads(run(scorer, gold, str(printed), "--json"))
    return {measure: result[measure] for measure in MEASURES}


def _file(texts: Path, chosen: SummarySet) -> Path:
    return texts / "summaries" / f"{chosen.file}.jsonl"
