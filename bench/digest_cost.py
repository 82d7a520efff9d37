"""`python -m bench.digest_cost`: what one narrated digest costs, step by step.

Copies of the demonstration's narrated review (some 900 words, 11 outlets, 30 quotations; each copy
with a sentence of its own, its `digest.yaml` cut to title and date) go through the functions of a
build, in this process. The figures are CPU milliseconds a digest, the best of several rounds; and,
as the machine may be busy, how often Python-Markdown could convert the same narrative meanwhile,
measured in the same rounds. The first row is what a process pays once, for the names of outlets.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markdown import Markdown
from rich.console import Console
from rich.table import Table

from bench.quotes_speed import DEMONSTRATION
from generator.analysis import analyse_review
from generator.digest import DigestTexts, Newsroom, assemble
from generator.digest.key_terms import with_key_terms
from generator.edition import assembled
from generator.exports import data_files
from generator.load import read_sound
from generator.model import SiteContent
from generator.outlets import builtin_registry
from generator.places import folder_of
from generator.render import FILTERS, JINJA_ENVIRONMENT, draw
from generator.settings import SiteSettings
from generator.views.frame import site_view
from generator.views.shapes import DigestView
from generator.views.site import newest_first, site_views

REVIEW = DEMONSTRATION / "highfold-gates" / "review.md"
COPIES = 40
ROUNDS = 5
SETTINGS = SiteSettings(title="Measured", url="https://bench.example")


def main() -> int:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        _write(content)
        index = _seconds(lambda: builtin_registry().mentions("The Beacon said so."))
        costs = _costs(_loaded(content), content)
    Console(highlight=False, width=None if sys.stdout.isatty() else 100).print(_table(costs, index))
    return 0


def _write(content: Path) -> None:
    """Write the site that is measured."""
    review = REVIEW.read_text(encoding="utf-8")
    for number in range(COPIES):
        digest = content / "digests" / f"copy-{number:03}"
        digest.mkdir(parents=True)
        (digest / "review.md").write_text(f"{review}\n\nCopy {number}.\n", encoding="utf-8")
        (digest / "digest.yaml").write_text(
            f"title: Copy {number}\ndate: 2026-09-{1 + number % 28:02}\n", encoding="utf-8"
        )
    rows = DEMONSTRATION.parent / "outlets.yaml"
    (content / rows.name).write_bytes(rows.read_bytes())


def _loaded(content: Path) -> SiteContent:
    site, problems = read_sound(content, registry=builtin_registry(), language="en")
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    return site


def _costs(site: SiteContent, content: Path) -> dict[str, float]:
    """Return the CPU seconds of each step for all digests, the best of several rounds."""
    steps = _steps(site, content)
    best = dict.fromkeys(steps, float("inf"))
    gc.disable()
    for _ in range(ROUNDS):
        for name, step in steps.items():
            best[name] = min(best[name], _seconds(step))
        gc.collect()
    return best


def _steps(site: SiteContent, content: Path) -> dict[str, Callable[[], object]]:
    """Return what is measured; the yardstick comes first."""
    newsroom = Newsroom(
        registry=builtin_registry().with_site_rows(site.outlets),
        people=site.people,
        topics=site.topics,
        settings=SETTINGS,
    )
    environment = Environment(  # noqa: S701 (JINJA_ENVIRONMENT switches autoescape on)
        loader=FileSystemLoader(folder_of("theme") / "templates"), **JINJA_ENVIRONMENT
    )
    environment.filters.update(FILTERS)
    reviews = [digest.review for digest in site.digests if digest.review]
    registry = newsroom.registry
    texts = [analyse_review(review, language="en", registry=registry) for review in reviews]
    digests = newest_first(with_key_terms(assembled(site, SETTINGS).digests))
    frame = site_view(SETTINGS, [], generator="bench", feed="")

    def views() -> tuple[object, ...]:
        return tuple(site_views(digests, (), site=frame, settings=SETTINGS))

    drawn = [view for view in views() if isinstance(view, DigestView)]
    return {
        "Python-Markdown, the yardstick": lambda: [
            Markdown(extensions=["tables", "sane_lists"]).convert(review.text) for review in reviews
        ],
        "load": lambda: _loaded(content),
        "analyse": lambda: [
            analyse_review(review, language="en", registry=registry) for review in reviews
        ],
        "assemble": lambda: [
            assemble(content, DigestTexts(review=text, articles={}), newsroom)
            for content, text in zip(site.digests, texts, strict=True)
        ],
        "analyse, assemble and check": lambda: assembled(site, SETTINGS),
        "views, of all pages": views,
        "draw the digest's page": lambda: [draw(environment, view) for view in drawn],
        "data files": lambda: data_files(digests, SETTINGS),
    }


def _seconds(job: Callable[[], object]) -> float:
    start = time.process_time()
    job()
    return time.process_time() - start


def _table(costs: dict[str, float], index: float) -> Table:
    words = len(REVIEW.read_text(encoding="utf-8").split())
    table = Table("what", title=f"{COPIES} digests of {words} words", title_justify="left")
    table.add_column("ms a digest", justify="right")
    table.add_column("of the yardstick", justify="right")
    table.add_row("once: reading the outlets' names", f"{1e3 * index:.0f} in all", "–")
    yardstick = next(iter(costs.values()))
    for name, seconds in costs.items():
        table.add_row(name, f"{1e3 * seconds / COPIES:.2f}", f"{seconds / yardstick:.1f}")
    return table


if __name__ == "__main__":
    sys.exit(main())
