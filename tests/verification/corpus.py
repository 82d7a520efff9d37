"""The corpus of altered quotations, and its table in docs/verification.md.

`python -m tests.verification.corpus` runs it and writes the table.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.verification import judged
from generator.verification.elsewhere import Sought, StoredText, found_elsewhere
from tests.verification.illegal import ABSENT, Alteration, another
from tests.verification.legal import EDITED, EXACT, as_it_stands, omission
from tests.verification.passages import Passage, Source, holders, passages, sources

PAGE = Path(__file__).resolve().parents[2] / "docs" / "verification.md"
SEED = 1987
EACH = 10
"""Quotations of each kind, where the articles yield as many."""
_TRIES = 4_000
"""Passages that are tried for a kind; a rare one (a figure with a separator) takes many."""
_LONG = 70
"""Signs of a passage of which enough is left to look for in other digests, when words are cut."""

KINDS: Mapping[str, Mapping[str, Alteration]] = {
    "exact": EXACT,
    "edited": EDITED,
    "absent": ABSENT,
    "elsewhere": {"wrong article": as_it_stands, "wrong article, words left out": omission},
}
"""By the verdict wanted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One altered quotation."""

    kind: str
    wanted: str
    words: str
    claimed: Source


def cases() -> Iterator[Case]:
    """Yield up to `EACH` different quotations of each kind."""
    for wanted, kinds in KINDS.items():
        for kind, alteration in kinds.items():
            # A seed of its own keeps one kind from changing another.
            yield from _of_kind(kind, wanted, alteration, random.Random(f"{SEED} {kind}"))


def _of_kind(kind: str, wanted: str, alteration: Alteration, rng: random.Random) -> Iterator[Case]:
    seen: set[str] = set()
    stock = passages(rng)
    for _ in range(_TRIES):
        passage = next(stock)
        words = alteration(passage, rng)
        claimed = _claimed(passage, wanted, rng)
        if words and claimed and words not in seen:
            seen.add(words)
            yield Case(kind=kind, wanted=wanted, words=words, claimed=claimed)
        if len(seen) == EACH:
            return


def _claimed(passage: Passage, wanted: str, rng: random.Random) -> Source | None:
    """Return the article to credit: the right one, or surely a wrong one."""
    if wanted != "elsewhere":
        return passage.source
    tells = len(passage.words) >= _LONG and holders(passage.words) == [passage.source]
    return another(passage.source, rng) if tells else None


def verdicts(corpus: list[Case]) -> list[str]:
    """Return the verdict on each case, found as the site finds it."""
    texts = {source.key: source.text for source in sources()}
    kinds = [judged(case.words, texts, claimed=[case.claimed.key]).kind for case in corpus]
    absent = [place for place, kind in enumerate(kinds) if kind == "absent"]
    found = found_elsewhere(
        [Sought(digest=corpus[n].claimed.digest, words=corpus[n].words) for n in absent],
        (StoredText(digest=s.digest, id=s.id, text=s.text) for s in sources()),
    )
    elsewhere = {place for place, hit in zip(absent, found, strict=True) if hit}
    return ["elsewhere" if n in elsewhere else kind for n, kind in enumerate(kinds)]


def table() -> str:
    """Return the table of the corpus, in Markdown."""
    corpus = list(cases())
    made = Counter(case.kind for case in corpus)
    right: Counter[str] = Counter()
    for case, verdict in zip(corpus, verdicts(corpus), strict=True):
        right[case.kind] += verdict == case.wanted
    rows = ["| alteration | quotations | verdict wanted | right |", "|---|--:|---|--:|"]
    rows += [
        f"| {kind} | {made[kind]} | *{wanted}* | {right[kind]} |"
        for wanted, kinds in KINDS.items()
        for kind in kinds
    ]
    return "\n".join([*rows, f"| **all** | **{len(corpus)}** | | **{right.total()}** |"])


def written_table(page: str) -> str:
    """Return the table that stands in the text of docs/verification.md."""
    found = re.search(r"\| alteration \|.*?\| \*\*all\*\* \|[^\n]*", page, flags=re.DOTALL)
    return found[0] if found else ""


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(text.replace(written_table(text), table()), encoding="utf-8")
    sys.exit(0)
