"""`python -m bench.summary_speed [FILE…]`: what a summary costs per article of 800 words.

CPU time of this process, warm, on our demonstration texts or on the FILEs: for reading (paragraphs,
furniture, sentences) with choosing, as the whole of a summary; for choosing alone; and for what
the command does besides, telling the language. Starting a process is measured by starting one.
Then the time per character of bad inputs on one line, which a linear rule keeps level.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.bad_inputs import PIECES, bad_text
from bench.quotes_speed import demonstration
from generator.cli.texts import NamedText, read_texts, reading_of
from generator.languages.detection import detect
from generator.reading import Reading, read_projection
from generator.summary import summarise

ARTICLE = 800
"""Words of the article that figures are given for."""
MUST = 2.0
"""Milliseconds for it, segmentation included."""
TRIALS = 7
LENGTHS = (100_000, 800_000)
"""Characters of the bad inputs."""


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(prog="bench.summary_speed", description=__doc__)
    parser.add_argument("files", nargs="*", metavar="FILE", help="texts to measure on")
    options = parser.parse_args()
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
    console.print(_speeds(read_texts(options.files or demonstration())))
    console.print(_curve())
    return 0


def _speeds(texts: tuple[NamedText, ...]) -> Table:
    readings = [reading_of(text) for text in texts]
    count = sum(len(reading.text.split()) for reading in readings)
    jobs: dict[str, Callable[[], object]] = {
        f"summary, segmentation included (must: {MUST:g})": lambda: [
            _summary(_again(reading)) for reading in readings
        ],
        "of that, choosing sentences": lambda: [_summary(reading) for reading in readings],
        "besides: telling the language": lambda: [detect(reading.text) for reading in readings],
    }
    title = f"{len(texts)} texts, {count} words; CPU per article of {ARTICLE} words"
    table = Table("what", title=title, title_justify="left")
    table.add_column("ms", justify="right")
    table.add_column("words per second", justify="right")
    for name, job in jobs.items():
        seconds = _best(job)
        table.add_row(name, f"{1e3 * seconds * ARTICLE / count:.2f}", f"{count / seconds:,.0f}")
    table.add_row("besides, once: starting `summarize` on an empty text", f"{_start():.0f}", "–")
    return table


def _again(reading: Reading) -> Reading:
    """Read the visible words anew, the language known."""
    return read_projection(reading.projection, newline_parts=True, tag=reading.tag)


def _summary(reading: Reading) -> object:
    return summarise({"": reading}, sentences=3)


def _best(job: Callable[[], object]) -> float:
    """Return the CPU seconds of the fastest of several runs; the first only warms."""
    job()
    trials = []
    for _ in range(TRIALS):
        start = time.process_time()
        job()
        trials.append(time.process_time() - start)
    return min(trials)


def _start() -> float:
    """Return the CPU milliseconds that the command takes for nothing."""
    before = os.times()
    command = [sys.executable, "-m", "generator", "summarize", "-"]
    root = Path(__file__).resolve().parent.parent
    subprocess.run(command, input=b"", cwd=root, check=True, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command
    after = os.times()
    spent = after.children_user + after.children_system
    return 1e3 * (spent - before.children_user - before.children_system)


def _curve() -> Table:
    table = Table("one line of", title="microseconds per character", title_justify="left")
    for length in LENGTHS:
        table.add_column(f"{length / 1e6:g} MB", justify="right")
    table.add_column("last : first", justify="right")
    for name, piece in PIECES.items():
        costs = [_cost(bad_text(piece, length=length)) for length in LENGTHS]
        table.add_row(name, *(f"{cost:.2f}" for cost in costs), f"{costs[-1] / costs[0]:.2f}")
    return table


def _cost(text: str) -> float:
    """Return the CPU microseconds per character that reading and summarising takes."""
    reading = reading_of(NamedText(name="bad", text=text, suffix=".txt"))
    start = time.process_time()
    _summary(_again(reading))
    return (time.process_time() - start) * 1e6 / len(text)


if __name__ == "__main__":
    sys.exit(main())
