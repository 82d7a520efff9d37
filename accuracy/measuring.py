"""Decides what is measured: our own commands against the scorers beside the texts.

Both run as anyone would run them, as programs of their own; a figure is a per cent, taken from
what the scorer prints. The scorers and their conventions are described in the texts' README.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accuracy.programs import CHECKOUT, run
from accuracy.summaries import SetOutcome, measure_summaries

ENOUGH_PASSAGES = 9
"""Required passages from which on a review counts by itself, not only in the sum."""


class NoTextsError(Exception):
    """The annotated texts are not where they should be."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """What a figure must reach, in per cent or points of it, and where it goes from there."""

    must: float
    aim: float


TARGETS: Mapping[str, Target] = {
    "polnear dev: match F": Target(must=55, aim=62),
    "polnear dev: end-to-end F": Target(must=47, aim=55),
    "polnear dev: direct match R": Target(must=92, aim=95),
    "polnear dev: direct end-to-end R": Target(must=83, aim=90),
    "polnear dev: token F": Target(must=74, aim=80),
    "reviews: passage F1": Target(must=85, aim=92),
    "reviews: passage F1 of the worst": Target(must=70, aim=92),
    "reviews: kind accuracy": Target(must=92, aim=95),
    "reviews: speaker accuracy": Target(must=80, aim=90),
    "seed: passage F1": Target(must=95, aim=100),
    "seed: outlets found": Target(must=100, aim=100),
    "seed: outlets not invented": Target(must=100, aim=100),
    "cnn/dailymail: lead, ROUGE-1": Target(must=35.5, aim=37.4),
    "cnn/dailymail: held-out gain on lead": Target(must=0.8, aim=2),
    "gum news: lead, ROUGE-1": Target(must=41.2, aim=42),
    "gum news: held-out gain on lead": Target(must=0, aim=1.4),
}
"""Every figure there is, by name."""


def annotated_texts() -> Path:
    """Return the folder of the annotated texts and their scorers.

    Raises `NoTextsError` where there is none.
    """
    named = os.environ.get("PRESSREVIEW_SHARED", "../shared")
    folder = CHECKOUT / named / "eval"  # an absolute name stands by itself
    if not folder.is_dir():
        message = (
            f"no annotated texts: {named}/eval is no folder. "
            "Set PRESSREVIEW_SHARED to the folder that holds eval/."
        )
        raise NoTextsError(message)
    return folder


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """All that was measured."""

    figures: Mapping[str, float]
    """Every one of `TARGETS`."""
    summaries: Mapping[str, SetOutcome]
    """By set, in full."""


def measure(texts: Path) -> Measured:
    """Measure all there is to measure on the annotated texts."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        figures = _of_articles(texts, scratch) | _of_reviews(texts, scratch)
        summaries = measure_summaries(texts, scratch)
    for set_, outcome in summaries.items():
        figures[f"{set_}: lead, ROUGE-1"] = round(outcome.lead["rouge1"], 1)
        figures[f"{set_}: held-out gain on lead"] = round(outcome.gain, 1)
    return Measured(figures=figures, summaries=summaries)


def _of_articles(texts: Path, scratch: Path) -> dict[str, float]:
    """Score the news articles, whose texts the scorer writes out."""
    scorer, gold = texts / "score_attributions.py", texts / "polnear" / "dev.jsonl"
    articles = scratch / "articles"
    run(str(scorer), str(gold), "--texts", str(articles))
    found = _quotes(articles.iterdir(), scratch / "articles.jsonl", reading="article")
    result: dict[str, Any] = json.loads(run(str(scorer), str(gold), str(found), "--json"))
    return {
        "polnear dev: match F": result["all"]["match"][2],
        "polnear dev: end-to-end F": result["all"]["e2e"][2],
        "polnear dev: direct match R": result["direct"]["match"][1],
        "polnear dev: direct end-to-end R": result["direct"]["e2e"][1],
        "polnear dev: token F": result["all"]["token"][2],
    }


def _of_reviews(texts: Path, scratch: Path) -> dict[str, float]:
    """Score the press reviews, all passages together, and the seed by itself."""
    folder = texts / "reviews"
    found = _quotes((folder / "texts").iterdir(), scratch / "reviews.jsonl", reading="review")
    scorer = str(texts / "score_reviews.py")
    result: dict[str, Any] = json.loads(run(scorer, str(folder / "gold"), str(found), "--json"))
    whole, seed = result["ALL (micro)"], result["seed"]
    large = [
        row["F1"]
        for name, row in result.items()
        if not name.startswith("ALL") and row["gold"] >= ENOUGH_PASSAGES
    ]
    shares = {
        "reviews: passage F1": whole["F1"],
        "reviews: passage F1 of the worst": min(large),
        "reviews: kind accuracy": whole["kind"],
        "reviews: speaker accuracy": whole["speaker"],
        "seed: passage F1": seed["F1"],
        "seed: outlets found": seed["outlet_R"],
        "seed: outlets not invented": seed["outlet_P"],
    }
    return {name: round(100 * share, 1) for name, share in shares.items()}


def _quotes(files: Iterable[Path], target: Path, *, reading: str) -> Path:
    """Write what our `quotes` command prints of `files`."""
    names = [str(file) for file in sorted(files)]
    printed = run("-m", "generator", "quotes", "--as", reading, "--format", "jsonl", *names)
    target.write_text(printed, encoding="utf-8")
    return target
