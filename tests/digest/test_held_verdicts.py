"""What readers see of a quotation rests on what is published; the editor is told of all."""

from __future__ import annotations

from pathlib import Path

from generator.edition import digests_found
from generator.model import Verdict
from tests.digest.mill import SETTINGS, edition_of, said_by, write_site

WORDS = "The weir was mended by moonlight"
QUOTED = f"quotations:\n- {{from: herald, text: {WORDS}, acknowledge: It was.}}\n"
ARTICLE = f"---\noutlet: Quay Post\nheadline: The weir\n---\n{WORDS}, and nobody saw it done.\n"


def _site(folder: Path, **others: str) -> Path:
    """Write the digest `mill`, which quotes the words, and others by slug that store them."""
    content = write_site(folder, QUOTED)
    for slug, status in others.items():
        home = content / "digests" / slug
        (home / "articles").mkdir(parents=True)
        keys = f"title: Weir\ndate: 2026-10-02\nstatus: {status}\n"
        (home / "digest.yaml").write_text(keys, encoding="utf-8")
        (home / "articles/weir.md").write_text(ARTICLE, encoding="utf-8")
    return content


def _shown(content: Path) -> Verdict:
    """Return the verdict of the words on the page of `mill`."""
    mill = next(digest for digest in edition_of(content).digests if digest.slug == "mill")
    verdict = said_by(mill, "Fen Herald")[0].verdict
    assert verdict is not None
    return verdict


def test_a_draft_makes_no_verdict_for_readers(tmp_path: Path) -> None:
    """Words that only a draft's article holds are absent on the page, and named to the editor."""
    content = _site(tmp_path, aweir="draft")
    assert (_shown(content).kind, _shown(content).found_in) == ("absent", None)
    digests, _ = digests_found(content, SETTINGS)
    mill = next(digest for digest in digests if digest.slug == "mill")
    verdict = said_by(mill, "Fen Herald")[0].verdict
    assert verdict is not None
    assert (verdict.kind, verdict.found_in) == ("elsewhere", "aweir/weir")


def test_a_published_article_counts_beside_a_draft(tmp_path: Path) -> None:
    """Where a published digest stores the words too, that is where they are found."""
    verdict = _shown(_site(tmp_path, aweir="draft", bweir="published"))
    assert (verdict.kind, verdict.found_in) == ("elsewhere", "bweir/weir")
