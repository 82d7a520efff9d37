"""Hold the sites of all tools against each other before anything is measured.

The peers must show the same words on the same pages. Every page of theirs must have one of ours at
its address, and every page of a digest, an outlet or a speaker must show the passages that were
put into the digests, whoever made it. What else our pages show is ours alone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from bench.compare.sites import OURS, Site
from bench.corpus.__main__ import SEED
from bench.corpus.digests import digests
from bench.corpus.vocabulary import vocabulary

_MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
FILES = ("index.html", "feed.atom", "sitemap.xml")
"""What every site has, besides the pages of its digests."""


def differences(sites: Sequence[Site], *, count: int) -> Iterator[str]:
    """Yield what is not the same in the built `sites` of `count` narrated digests."""
    ours = next(site for site in sites if site.tool == OURS)
    known = set(pages(ours.output))
    yield from _unlike([site for site in sites if site != ours])
    for site in sites:
        found = set(pages(site.output))
        for name in sorted(found - known):
            yield f"{site.tool} has {name}, we do not"
        for name in FILES:
            if not (site.output / name).is_file():
                yield f"{site.tool} has no {name}"
        texts = {kind: _texts(site.output, kind) for kind in ("digests", "outlets", "speakers")}
        for kind, slug, words in _wanted(count):
            if words not in texts[kind].get(slug, ""):
                yield f"{site.tool}: {kind}/{slug}/ does not show {words!r}"


def _unlike(peers: Sequence[Site]) -> Iterator[str]:
    """Yield where the pages of two peers are not the same, or not in the same words."""
    for one, other in pairwise(peers):
        for name in sorted(set(pages(one.output)) ^ set(pages(other.output))):
            yield f"only one of {one.tool} and {other.tool} has {name}"
        for name in sorted(set(pages(one.output)) & set(pages(other.output))):
            first, second = (_page(site.output / name / "index.html") for site in (one, other))
            if first != second:
                yield f"{name}: {one.tool} and {other.tool} show different words"


def pages(output: Path) -> list[str]:
    """Return the addresses of all pages below `output`."""
    return [path.parent.relative_to(output).as_posix() for path in output.rglob("index.html")]


def visible(page: str) -> str:
    """Return the words of a page's main part, as a reader sees them."""
    main = _MAIN.search(page)
    text = _TAG.sub(" ", main[0] if main else page)
    return " ".join(html.unescape(text).split())


def _page(path: Path) -> str:
    return visible(path.read_text(encoding="utf-8"))


def _texts(output: Path, kind: str) -> dict[str, str]:
    """Return what each page of `kind` shows, with those that continue it, by slug."""
    return {
        folder.name: " ".join(map(_page, folder.rglob("index.html")))
        for folder in (output / kind).iterdir()
        if folder.is_dir()
    }


def _wanted(count: int) -> Iterator[tuple[str, str, str]]:
    """Yield kind of page, slug, and words that it must show."""
    words = vocabulary(SEED)
    for digest in digests(count, words, seed=SEED, narrated=True):
        for passage in digest.passages:
            shown = passage.words.removesuffix(",")
            yield "digests", digest.slug, shown
            yield "outlets", passage.outlet.slug, shown
            if passage.person:
                yield "speakers", passage.person.slug, shown
