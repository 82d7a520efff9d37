"""What a withdrawn quotation leaves: its address, the reason, and no count."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Digest
from generator.views.shapes import (
    DigestView,
    HomeView,
    IndexView,
    OutletView,
    QuotationView,
    SpeakerView,
    View,
)
from tests.views.press import HERALD, MILL, digests, entries, the, views

REASON = "The Post took it back."
WITHDRAWN = f"withdrawn: {REASON}"
QUAY = HERALD.replace("Fen Herald", "Quay Post").replace("fen", "quay")


def _published(folder: Path, quotations: str, **files: str) -> tuple[Digest, ...]:
    """Return the digest `mill` with `quotations`, and its files by name (`_` for the dot)."""
    home = {"digest.yaml": f"{MILL}quotations:\n{quotations}", "articles/herald.md": HERALD}
    home |= {name.replace("_", "."): text for name, text in files.items()}
    return digests(folder, {f"digests/mill/{name}": text for name, text in home.items()})


def _figure(pages: tuple[View, ...], outlet: str) -> QuotationView:
    """Return the only quotation of an outlet on the digest's page."""
    digest = the(DigestView, pages)
    (figure,) = (q for r in digest.roundups if r.outlet.name == outlet for q in r.quotations)
    return figure


ENTRIES = {
    "article": "- {from: quay, text: We have waited long enough, speaker: Nora Lake, %s}\n",
    "outlet": "- {outlet: Quay Post, text: We have waited long enough, speaker: Nora Lake, %s}\n",
}


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_tombstone_stands_where_the_quotation_stood(tmp_path: Path, entry: str) -> None:
    """Same permalink, reason and outlet; no words, speaker, note, verdict or way to them."""
    files = {"articles/quay_md": QUAY}
    keys = f"role: baker, via: Fen Herald, note: She said it twice, {WITHDRAWN}"
    before = views(_published(tmp_path / "a", ENTRIES[entry] % "pin: true", **files))
    after = views(_published(tmp_path / "b", ENTRIES[entry] % keys, **files))
    was, figure = _figure(before, "Quay Post"), _figure(after, "Quay Post")
    assert was.parts
    assert (figure.permalink, figure.withdrawn) == (was.permalink, REASON)
    assert was.speaker
    assert (figure.speaker, figure.role, figure.via, figure.note) == (None, "", "", "")
    assert (figure.outlet, figure.headline) == (was.outlet, was.headline)
    assert (figure.parts, figure.original, figure.verdict) == ((), None, None)
    assert (figure.passage_url, figure.acknowledged) == ("", "")


def test_its_article_may_go_and_the_tombstone_stays(tmp_path: Path) -> None:
    """Written with `outlet` in place of `from`, it keeps its permalink without any article."""
    files = {"articles/quay_md": QUAY}
    with_article = views(_published(tmp_path / "a", ENTRIES["article"] % WITHDRAWN, **files))
    without = views(_published(tmp_path / "b", ENTRIES["outlet"] % WITHDRAWN))
    assert _figure(without, "Quay Post").permalink == _figure(with_article, "Quay Post").permalink
    assert _figure(without, "Quay Post").headline == ""


def test_it_counts_nowhere(tmp_path: Path) -> None:
    """An outlet with nothing else has its page, which counts no quotation; a speaker has none."""
    said = "- {from: herald, text: Nobody objected, speaker: Tom Reed}\n"
    pages = views(_published(tmp_path, said + ENTRIES["outlet"] % WITHDRAWN))
    digest = the(DigestView, pages)
    assert (digest.quotation_count, digest.outlet_count) == (1, 1)
    rows = {row.label: row for row in digest.coverage.outlets.rows}
    assert (rows["Quay Post"].figures[-1], rows["Quay Post"].note) == ("0", "listed")
    outlet = next(p for p in pages if isinstance(p, OutletView) and p.outlet.name == "Quay Post")
    assert [p.name for p in pages if isinstance(p, SpeakerView)] == ["Tom Reed"]
    assert "Nora Lake" not in repr(pages)
    (entry,) = entries(outlet)
    assert entry.quotation_count == 0
    assert [q.withdrawn for q in entry.quotations] == [REASON]
    assert outlet.page.description.endswith("said: 0 quotations in 0 digests")
    assert outlet.beside == ()
    indexes = {p.heading: p for p in pages if isinstance(p, IndexView)}
    counts = {link.text: link.count for g in indexes["Outlets"].groups for link in g.links}
    assert counts == {"Fen Herald": 1, "Quay Post": 0}
    assert indexes["Speakers"].introduction == "1 person or body quoted"
    assert [link.text for link in the(HomeView, pages).outlets] == ["Fen Herald"]


def test_one_that_came_from_an_article_unasked_can_be_withdrawn(tmp_path: Path) -> None:
    """An excerpt that the rules chose goes by its id, out of the summary too."""
    (digest,) = _published(tmp_path / "a", "  []\n")
    chosen = next(q for q in digest.quotations if "doors" in " ".join(q.parts))
    pages = views(_published(tmp_path / "b", f"- {{id: {chosen.id}, {WITHDRAWN}}}\n"))
    page = the(DigestView, pages)
    figures = {q.anchor: q for r in page.roundups for q in r.quotations}
    assert figures[f"q-{chosen.id}"].withdrawn == REASON
    assert "doors" not in repr(page)
