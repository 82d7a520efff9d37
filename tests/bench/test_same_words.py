"""Sites that do not say the same are not compared."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bench.compare.same_words import differences
from bench.compare.sites import Site

PAGE = "digests/dam"


def _site(tool: str, folder: Path, pages: Mapping[str, str]) -> Site:
    """Return a built site of `pages`, address → what the main part holds."""
    output = folder / tool / "output"
    for address in ("", "outlets", "speakers", *pages):
        (output / address).mkdir(parents=True, exist_ok=True)
        page = f"<header>{tool}</header><main>{pages.get(address, '')}</main>"
        (output / address / "index.html").write_text(page, encoding="utf-8")
    for name in ("feed.atom", "sitemap.xml"):
        (output / name).touch()
    return Site(tool=tool, folder=folder / tool, digests=folder, build=())


def test_peers_that_say_the_same_may_be_compared(tmp_path: Path) -> None:
    """Marks and frames may differ, and we may show more."""
    sites = [
        _site("pressreview", tmp_path, {PAGE: "Salt, unverified", "archive": ""}),
        _site("hugo", tmp_path, {PAGE: "<p>Salt &amp; tea</p>"}),
        _site("eleventy", tmp_path, {PAGE: "<i>Salt</i> &amp;\ntea"}),
    ]
    assert list(differences(sites, count=0)) == []


def test_every_difference_is_named(tmp_path: Path) -> None:
    """Pages that one peer or we lack, other words, no feed."""
    sites = [
        _site("pressreview", tmp_path, {PAGE: ""}),
        _site("hugo", tmp_path, {PAGE: "Salt", "topics": ""}),
        _site("eleventy", tmp_path, {PAGE: "Tea"}),
    ]
    (sites[2].output / "feed.atom").unlink()
    assert list(differences(sites, count=0)) == [
        "only one of hugo and eleventy has topics",
        "digests/dam: hugo and eleventy show different words",
        "hugo has topics, we do not",
        "eleventy has no feed.atom",
    ]


def test_a_passage_that_is_not_shown_is_named(tmp_path: Path) -> None:
    """On the page of its digest, its outlet and its speaker."""
    found = list(differences([_site("pressreview", tmp_path, {PAGE: ""})], count=1))
    assert len(found) == 12 + 12 + 5
    assert found[0].startswith("pressreview: digests/almanac-and-barn-000001/ does not show '")
