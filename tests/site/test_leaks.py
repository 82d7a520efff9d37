"""No stored article's text stands anywhere in the output beyond its published quotations."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import yaml

from tests.conftest import CHECKOUT, environment

DATA = {".html", ".atom", ".xml", ".json", ".csv", ".bib"}

RUN = 8
"""Words: a run of so many in the output is text, not chance."""


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def _published(text: str) -> set[tuple[str, ...]]:
    """Return the runs of words inside the quotation figures of a page."""
    figures = re.findall(r"<blockquote.*?</blockquote>", text, flags=re.DOTALL)
    return {run for figure in figures for run in _runs(_words(_bare(figure)))}


def _bare(text: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", text))


def _copy(path: Path) -> str:
    """Return a stored article without its front matter, which the chain shows."""
    text = path.read_text(encoding="utf-8")
    return _bare(text.split("---", 2)[2])


def test_no_article_leaks(built_site: Path) -> None:
    """Each run of eight words of a stored article stands in the output only inside quotations."""
    articles = [
        path
        for path in sorted((CHECKOUT / "content/digests").glob("*/articles/*"))
        if "publish: full" not in path.read_text(encoding="utf-8")
    ]
    assert len(articles) > 15
    stored = {
        run: path.name
        for path in articles
        for sentence in re.split(r"[.!?…]", _copy(path))
        for run in _runs(_words(sentence))
    }
    # What the editor wrote, in the review or in digest.yaml, is the editor's to publish.
    editors = {
        run
        for name in ("review.md", "review.txt", "digest.yaml")
        for path in (CHECKOUT / "content/digests").glob(f"*/{name}")
        for run in _runs(_words(path.read_text(encoding="utf-8")))
    }
    outputs = [p for p in built_site.rglob("*") if p.suffix in DATA]
    shown = set().union(
        *(_published(p.read_text(encoding="utf-8")) for p in built_site.rglob("*.html"))
    )
    assert shown & stored.keys(), "published quotations are found by this very test"
    for path in outputs:
        text = _bare(path.read_text(encoding="utf-8"))
        leaked = (_runs(_words(text)) & stored.keys()) - shown - editors
        assert not leaked, f"{path.relative_to(built_site)}: {[stored[r] for r in leaked]}"


def test_what_is_published_is_verbatim(built_site: Path) -> None:
    """Every figure marked Verbatim holds words that stand so in a stored article of the digest."""
    checked = 0
    for page in sorted(built_site.glob("digests/*/index.html")):
        articles = (CHECKOUT / "content/digests" / page.parent.name / "articles").glob("*")
        stored = [path.read_text(encoding="utf-8") for path in articles]
        text = " ".join(" ".join(_words(_bare(file.split("---", 2)[2]))) for file in stored)
        heads = [yaml.safe_load(file.split("---", 2)[1]) for file in stored]
        lines = [head.get(key, "") for head in heads for key in ("headline", "standfirst")]
        figures = re.findall(r"<figure.*?</figure>", page.read_text(encoding="utf-8"), re.DOTALL)
        for figure in figures:
            quoted = re.findall(r"<blockquote.*?</blockquote>", figure, flags=re.DOTALL)
            if "Verbatim" in figure and quoted and "Partly quoted" not in figure:
                # A translated figure shows two texts; its verdict is of the original.
                parts = re.findall(r"<p.*?</p>", quoted[0], flags=re.DOTALL) or quoted
                # Words of a headline are said to be so, and stand in one.
                of_head = "words of its headline" in figure
                held = [" ".join(_words(line)) for line in lines] if of_head else [text]
                said = [" ".join(_words(_bare(part))) for part in parts]
                assert any(words in one for words in said for one in held), figure
                checked += 1
    assert checked > 20


def test_quotes_and_offsets_agree() -> None:
    """What `quotes` prints of every article and review slices to its words."""
    texts = sorted((CHECKOUT / "content/digests").glob("*/articles/*"))
    texts += sorted((CHECKOUT / "content/digests").glob("*/review.*"))
    done = subprocess.run(
        [sys.executable, "-m", "generator", "quotes", "--format", "jsonl", *map(str, texts)],
        cwd=CHECKOUT,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["doc"] for line in lines] == [path.name for path in texts]
    for line, path in zip(lines, texts, strict=True):
        text = path.read_bytes().decode("utf-8")
        for quote in line["quotes"]:
            for start, end in quote["content"]:
                assert 0 <= start < end <= len(text)
                assert text[start:end].strip()
