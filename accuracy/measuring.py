"""Decides what is measured: our own `quotes` command against the scorers beside the texts.

Both run as anyone would run them, as programs of their own; a figure is a per cent, taken from
what the scorer prints. The scorers and their conventions are described in the texts' README.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent
ENOUGH_PASSAGES = 9
"""Required passages from which on a review counts by itself, not only in the sum."""


class NoTextsError(Exception):
    """The annotated texts are not where they should be."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """What a figure must reach, in per cent, and where it goes from there."""

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


def measure(texts: Path) -> dict[str, float]:
    """Return every figure of `TARGETS`, in per cent."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        return _of_articles(texts, scratch) | _of_reviews(texts, scratch)


def _of_articles(texts: Path, scratch: Path) -> dict[str, float]:
    """Score the news articles, whose texts the scorer writes out."""
    scorer, gold = texts / "score_attributions.py", texts / "polnear" / "dev.jsonl"
    articles = scratch / "articles"
    _run(str(scorer), str(gold), "--texts", str(articles))
    found = _quotes(articles.iterdir(), scratch / "articles.jsonl", reading="article")
    result: dict[str, Any] = json.loads(_run(str(scorer), str(gold), str(found), "--json"))
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
    result: dict[str, Any] = json.loads(_run(scorer, str(folder / "gold"), str(found), "--json"))
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
    printed = _run("-m", "generator", "quotes", "--as", reading, "--format", "jsonl", *names)
    target.write_text(printed, encoding="utf-8")
    return target


def _run(*arguments: str) -> str:
    """Run one Python program from the checkout; its own words say what is wrong, if anything."""
    done = subprocess.run(  # noqa: S603 - this Python, our command or the scorers we were pointed to
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    return done.stdout
