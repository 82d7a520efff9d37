"""`python -m bench.verification`: seconds and memory for verdicts on a large site.

By default 10,000 quotations (60 per cent as they stand, 15 fairly cut, 15 credited to the wrong
article, 10 altered) against 10,000 stored articles of 800 words, in digests of 20 articles each.
The articles are made by a seed, of invented words with frequencies as Zipf's law has them, in
sentences and paragraphs, a third of them in quotation marks. They go through the functions that a
build uses; only finding quotations in the articles (`bench.quotes_speed`) is left out.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import resource
import sys
import time
from collections.abc import Iterator
from itertools import accumulate

from rich.console import Console
from rich.table import Table

from generator.analysis import AnalysedText
from generator.digest.across import with_elsewhere
from generator.digest.stored import StoredArticles
from generator.languages import language
from generator.model import (
    Analysis,
    Article,
    Digest,
    Editorial,
    Outlet,
    OutletRoundup,
    Quotation,
    Span,
    Summary,
)
from generator.reading import Reading
from generator.text.projection import project
from generator.verification.negation import denies

SEED = 1605
VOCABULARY = 30_000
WORDS = 800
PER_DIGEST = 20
FEWEST, MOST = 12, 25
"""Words of a quotation."""
SHARES = {"exact": 0.60, "edited": 0.15, "elsewhere": 0.15, "absent": 0.10}

_HEADS = "b br c d dr f g h k l m n p pl r s st t tr v"
_TAILS = "a e i o u ai ea ou"
_OUTLET = Outlet(slug="bench", name="Bench")
_SUMMARY = Summary(sentences=(), made_by="extractive")


def main() -> int:
    """Make the site, judge every quotation and print what it took; 1 if a verdict is wrong."""
    parser = argparse.ArgumentParser(prog="bench.verification", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--quotations", type=int, default=10_000)
    parser.add_argument("--per-digest", type=int, default=PER_DIGEST, help="articles of a digest")
    options = parser.parse_args()
    rng = random.Random(SEED)
    texts = list(_texts(options.articles, rng))
    wanted = rng.sample(list(SHARES), counts=_counts(options.quotations), k=options.quotations)
    cases = [_case(kind, texts, rng) for kind in wanted]
    made = _peak()
    start, cpu = time.perf_counter(), time.process_time()
    found = _verdicts(texts, cases, per_digest=options.per_digest)
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
    console.print(f"{len(cases)} quotations, {len(texts)} articles of {WORDS} words")
    console.print(f"{seconds:.1f} s ({cpu:.1f} s of one core)")
    console.print(f"{_peak():.0f} MB at most, {made:.0f} MB of them the made texts")
    console.print(_table(wanted, found))
    wrong = sum(one != other for one, other in zip(wanted, found, strict=True))
    console.print(f"{wrong} verdicts are not the one wanted")
    return int(wrong > 0)


def _table(wanted: list[str], found: list[str]) -> Table:
    table = Table("verdict")
    table.add_column("wanted", justify="right")
    table.add_column("found", justify="right")
    for kind in SHARES:
        table.add_row(kind, str(wanted.count(kind)), str(found.count(kind)))
    return table


def _counts(quotations: int) -> list[int]:
    """Return how many of each kind there are; what rounding leaves is absent."""
    counts = [int(share * quotations) for share in SHARES.values()]
    return [*counts[:-1], quotations - sum(counts[:-1])]


def _peak() -> float:
    """Return the most memory that the process has had, in MB."""
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _texts(count: int, rng: random.Random) -> Iterator[str]:
    """Yield texts of `WORDS` words."""
    heads, tails = _HEADS.split(), _TAILS.split()
    words = {""}
    while len(words) <= VOCABULARY:
        parts = rng.choices((1, 2, 3, 4), weights=(1, 5, 5, 2))[0]
        syllables = (rng.choice(heads) + rng.choice(tails) for _ in range(parts))
        words.add("".join(syllables) + rng.choice(("", "n", "r", "s", "t")))
    # A made word may be one that denies (`no`, `ni`), and a cut that takes it is not fair.
    plain = [word for word in words if word and not denies(word)]
    ranked = sorted(plain, key=lambda word: (len(word) + rng.random() * 6, word))
    weights = list(accumulate(1 / rank for rank in range(1, len(ranked) + 1)))
    for _ in range(count):
        yield _text(rng.choices(ranked, cum_weights=weights, k=WORDS), rng)


def _text(words: list[str], rng: random.Random) -> str:
    """Return the words in sentences and paragraphs."""
    pieces: list[str] = []
    while words:
        count = rng.randint(8, 28)
        sentence = " ".join(words[:count]).capitalize()
        words = words[count:]
        pieces.append(f"“{sentence}.”" if rng.random() < 1 / 3 else f"{sentence}.")
        pieces.append("\n\n" if rng.random() < 1 / 4 else " ")
    return "".join(pieces).strip()


def _case(kind: str, texts: list[str], rng: random.Random) -> tuple[int, str]:
    """Return words and the number of the article that they are credited to."""
    number = rng.randrange(len(texts))
    words = _passage(texts[number], rng)
    if kind == "edited":
        words = [*words[:4], rng.choice(("…", "[…]", "...")), *words[7:]]
    elif kind == "absent":
        place = rng.randrange(3, len(words) - 3)
        words = [*words[:place], words[place][::-1] + "x", *words[place + 1 :]]
    elif kind == "elsewhere":
        number = (number + rng.randrange(1, len(texts))) % len(texts)
    return number, " ".join(words)


def _passage(text: str, rng: random.Random) -> list[str]:
    """Return `FEWEST` to `MOST` words inside one sentence of `text`."""
    sentences = [s.strip("“”\n ").split() for s in text.split(".")]
    sentence = rng.choice([words for words in sentences if len(words) > FEWEST])
    count = rng.randint(FEWEST, min(MOST, len(sentence)))
    start = rng.randint(0, len(sentence) - count)
    return sentence[start : start + count]


def _verdicts(texts: list[str], cases: list[tuple[int, str]], *, per_digest: int) -> list[str]:
    """Return the verdict on each case, digest by digest and then across the site."""
    quoted: dict[int, list[tuple[int, str]]] = {}
    for place, (number, words) in enumerate(cases):
        quoted.setdefault(number // per_digest, []).append((place, words))
    articles = [_article(number, text) for number, text in enumerate(texts)]
    digests = []
    for first in range(0, len(articles), per_digest):
        own = articles[first : first + per_digest]
        stored = StoredArticles(
            articles={article.id: article for article in own},
            texts={article.id: _read(article) for article in own},
        )
        quotations = tuple(
            stored.checked(_quotation(place, words, articles[cases[place][0]]))
            for place, words in quoted.get(first // per_digest, ())
        )
        digests.append(_digest(first // per_digest, quotations))
    every = {(_slug(number // per_digest), a.id): a for number, a in enumerate(articles)}
    kinds = {
        int(quotation.id): quotation.verdict.kind
        for digest in with_elsewhere(tuple(digests), every)
        for quotation in digest.quotations
        if quotation.verdict
    }
    return [kinds[place] for place in range(len(cases))]


def _slug(number: int) -> str:
    return f"digest-{number:05}"


def _article(number: int, text: str) -> Article:
    return Article(
        id=f"article-{number:05}",
        file=f"articles/{number:05}.md",
        outlet=_OUTLET,
        headline="",
        text=text,
        body=Span(0, len(text)),
    )


def _read(article: Article) -> AnalysedText:
    """Return an article's visible text; of the rest of the analysis nothing is needed here."""
    reading = Reading(
        projection=project(article.text, body=article.body, markup=article.markup),
        language=language("en"),
        tag="en",
        paragraphs=(),
        sentences=(),
        furniture=(),
        headline=None,
    )
    analysis = Analysis(language="en", furniture=(), attributions=())
    return AnalysedText(reading=reading, analysis=analysis)


def _quotation(place: int, words: str, article: Article) -> Quotation:
    return Quotation(
        id=str(place),
        kind="direct",
        parts=(words,),
        outlet=_OUTLET,
        language="en",
        verdict=None,
        article=article,
    )


def _digest(number: int, quotations: tuple[Quotation, ...]) -> Digest:
    return Digest(
        slug=_slug(number),
        file="",
        editorial=Editorial(title="", date=dt.date(2026, 1, 1)),
        topic=None,
        review=None,
        narrative_language="",
        articles=(),
        quotations=quotations,
        roundups=(OutletRoundup(outlet=_OUTLET, articles=(), quotations=quotations),),
        summary=_SUMMARY,
        readability=None,
        undecided=(),
        furniture=(),
    )


if __name__ == "__main__":
    sys.exit(main())
