"""`python -m bench.quotes_speed [FILE…]`: words per second, and how cost grows with length.

Speed is measured on our demonstration texts (or on the FILEs), in this process, warm, on one
core, as CPU time, so that other work on the machine matters little. Cost is shown as time per
character at growing lengths of one line; a linear rule keeps it level, a quadratic one would
show a ratio of fifty between the ends.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.bad_inputs import PIECES, bad_text
from generator.analysis import analyse_article
from generator.cli.quotes import quotes_of
from generator.cli.texts import NamedText, read_texts, reading_of
from generator.load.front_matter import parts_of
from generator.model import Article, Markup, Outlet
from generator.outlets import Registry, builtin_registry
from generator.quotations import attributions
from generator.readability import readability
from generator.reading import read
from generator.summary import summarise

DEMONSTRATION = Path(__file__).resolve().parent.parent / "content" / "digests"
REPEATS = 10
"""Times all texts are read in one measurement; the best of `TRIALS` measurements counts."""
TRIALS = 5
LENGTHS = (100_000, 200_000, 400_000, 800_000, 5_000_000)
"""Characters; the last is the 5 MB on one line that nothing may hang on."""

_MARKUPS: dict[str, Markup] = {".txt": "text", ".html": "html"}


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(prog="bench.quotes_speed", description=__doc__)
    parser.add_argument("files", nargs="*", metavar="FILE", help="texts to measure speed on")
    parser.add_argument("--only", choices=("speed", "cost"), help="one of the two tables")
    options = parser.parse_args()
    builtin_registry().mentions("The first look-up builds the index.")
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
    if options.only != "cost":
        console.print(_speeds(read_texts(options.files or demonstration())))
    if options.only != "speed":
        console.print(_curve())
    return 0


def demonstration() -> list[str]:
    """Return the articles and reviews of our own site."""
    files = [*DEMONSTRATION.glob("*/articles/*.*"), *DEMONSTRATION.glob("*/review.*")]
    return [str(file) for file in sorted(files)]


def _speeds(texts: tuple[NamedText, ...]) -> Table:
    registry = builtin_registry()
    words = sum(len(reading_of(text).text.split()) for text in texts)
    articles = [_article(text) for text in texts]
    jobs: dict[str, Callable[[], object]] = {
        "quotes, as article": lambda: [
            quotes_of(text, registry=registry, as_review=False) for text in texts
        ],
        "quotes, as review": lambda: [
            quotes_of(text, registry=registry, as_review=True) for text in texts
        ],
        "whole analysis of an article": lambda: [
            _whole_analysis(article, registry) for article in articles
        ],
    }
    table = Table("what", title=f"{len(texts)} texts, {words} words", title_justify="left")
    table.add_column("words per second", justify="right")
    for name, job in jobs.items():
        table.add_row(name, f"{words * REPEATS / _best(job):,.0f}")
    return table


def _whole_analysis(article: Article, registry: Registry) -> object:
    """Return all that a build may ask of a stored article by itself."""
    analysed = analyse_article(article, registry=registry)
    reading = analysed.reading
    return analysed, summarise({"": reading}, sentences=3), readability(reading)


def _article(named: NamedText) -> Article:
    """Return a text as a stored article."""
    return Article(
        id=named.name,
        file=named.name,
        outlet=Outlet(slug="bench", name="Bench"),
        headline="",
        markup=_MARKUPS.get(named.suffix, "markdown"),
        text=named.text,
        body=parts_of(named.text).body,
    )


def _best(job: Callable[[], object]) -> float:
    """Return the CPU seconds of the fastest of several measurements; the first run only warms."""
    job()
    trials = []
    for _ in range(TRIALS):
        start = time.process_time()
        for _ in range(REPEATS):
            job()
        trials.append(time.process_time() - start)
    return min(trials)


def _curve() -> Table:
    table = Table("one line of", title="microseconds per character", title_justify="left")
    for length in LENGTHS:
        table.add_column(f"{length / 1e6:g} MB", justify="right")
    table.add_column("last : first", justify="right")
    for name, piece in PIECES.items():
        costs = [_cost(bad_text(piece, length=length)) for length in LENGTHS]
        row = [f"{cost:.2f}" for cost in costs]
        table.add_row(name, *row, f"{costs[-1] / costs[0]:.2f}")
    return table


def _cost(text: str) -> float:
    """Return the CPU microseconds per character that finding a review's passages takes."""
    start = time.process_time()
    attributions(read(text), registry=builtin_registry(), as_review=True)
    return (time.process_time() - start) * 1e6 / len(text)


if __name__ == "__main__":
    sys.exit(main())
