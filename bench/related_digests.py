"""`python -m bench.related_digests`: how surely related digests are found, and what that costs.

The sentences of single news articles (those of the summaries' evaluation) are dealt at random into
two digests each. Found should be the other half, and no half of another article; the table gives
both for several thresholds, and the one in use. Then the time for sites of many digests.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from generator.digest.key_terms import LIKE, likenesses, with_key_terms
from generator.model import Digest, Editorial, Outlet, Quotation, Summary
from generator.reading import read

SHARED = Path(os.environ.get("PRESSREVIEW_SHARED", "../shared"))
MOST = 24
"""Sentences of an article that are dealt: as many as a digest may show."""
THRESHOLDS = sorted({0.05, 0.08, LIKE, 0.15, 0.2})
SIZES = (1_000, 4_000, 16_000)
SEED = 1


def main() -> int:
    """Print both tables."""
    found = Table("articles", "cosine", "halves found", "others found, for each digest")
    for file in sorted((SHARED / "eval/summaries").glob("*.jsonl")):
        rows = file.read_text(encoding="utf-8").splitlines()
        texts = [json.loads(row)["text"] for row in rows]
        for threshold, halves, others in _found(_halves(texts)):
            figures = (f"{threshold:.2f}", f"{halves:.0%}", f"{others:.2f}")
            found.add_row(f"{len(texts)} of {file.stem}", *figures)
    cost = Table("digests", "seconds", "milliseconds each")
    for size in SIZES:
        seconds = _seconds(size)
        cost.add_row(f"{size}", f"{seconds:.1f}", f"{1000 * seconds / size:.2f}")
    console = Console()
    console.print(found)
    console.print(cost)
    return 0


def _halves(texts: Sequence[str]) -> tuple[Digest, ...]:
    """Deal each text's sentences into two digests, which stand beside each other."""
    dealer = random.Random(SEED)
    digests = []
    for number, text in enumerate(texts):
        reading = read(text, language="en")
        sentences = [sentence.of(reading.text) for sentence in reading.sentences]
        dealt = dealer.sample(sentences, min(MOST, len(sentences)))
        half = len(dealt) // 2
        for name, own in (("a", dealt[:half]), ("b", dealt[half:])):
            digests.append(_digest(f"{number}{name}", own))
    return tuple(digests)


def _found(digests: Sequence[Digest]) -> list[tuple[float, float, float]]:
    """Return for each threshold the share of halves found, and the others found per digest."""
    rows = []
    for threshold in THRESHOLDS:
        pairs = [(one, other) for one, other, like in likenesses(digests) if like >= threshold]
        own = sum(one[:-1] == other[:-1] for one, other in pairs)
        rows.append((threshold, own / len(digests), (len(pairs) - own) / len(digests)))
    return rows


def _seconds(size: int) -> float:
    """Return the time for a site of so many digests, of words as common as in a language."""
    dealer = random.Random(SEED)
    # Zipf's law: the n-th word comes one n-th as often as the first.
    words = [f"word{number}" for number in range(20_000)]
    weights = [1 / (1 + number) for number in range(len(words))]
    digests = [
        _digest(f"d{number}", [" ".join(dealer.choices(words, weights, k=250))])
        for number in range(size)
    ]
    begin = time.perf_counter()
    with_key_terms(digests)
    return time.perf_counter() - begin


def _digest(slug: str, sentences: Sequence[str]) -> Digest:
    """Return a digest whose page gives these sentences to read."""
    quotation = Quotation(
        id=slug,
        kind="direct",
        parts=("\n".join(sentences),),
        outlet=Outlet(slug="outlet", name="The Measured Press"),
        language="en",
        verdict=None,
    )
    return Digest(
        slug=slug,
        file="",
        editorial=Editorial(title="", date=dt.date(2026, 1, 1)),
        topic=None,
        review=None,
        narrative_language="",
        articles=(),
        quotations=(quotation,),
        roundups=(),
        summary=Summary(sentences=(), made_by="extractive"),
        readability=None,
        undecided=(),
        furniture=(),
    )


if __name__ == "__main__":
    raise SystemExit(main())
