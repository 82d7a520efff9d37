"""What the page of a digest shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.render.narrative import narrative
from generator.views.shapes import DigestView, HomeView, OutletView
from tests.load.site import PNG
from tests.views.press import HERALD, MILL, digest_page, digests, entries, the, views

REVIEW = (
    "The Quay Post said: “Nobody wants *this* bread.” It left.\n\n"
    "The Fen Herald writes that the mill is open.\n"
)


def test_a_withdrawn_quotation_is_gone_from_its_narrative(tmp_path: Path) -> None:
    """Neither figure nor narrative shows its words; both keep its address and lead to the other."""
    before = digest_page(tmp_path / "a", {"review.md": REVIEW})
    (taken,) = (q for r in before.roundups for q in r.quotations if "Nobody" in "".join(q.parts))
    ident = taken.anchor.removeprefix("q-")
    withdraw = (
        "title: Mill\ndate: 2026-10-01\n"
        f"quotations:\n- id: {ident}\n  withdrawn: The Post took it back.\n"
    )
    after = digest_page(tmp_path / "b", {"review.md": REVIEW, "digest.yaml": withdraw})
    figures = {q.anchor: q for roundup in after.roundups for q in roundup.quotations}
    assert (figures[taken.anchor].parts, figures[taken.anchor].narrative_anchor) == (
        (),
        f"n-{ident}",
    )
    assert after.narrative is not None
    html = str(narrative(after.narrative))
    assert "bread" not in html
    assert f'<span class="withdrawn" id="n-{ident}">[withdrawn]</span>' in html
    assert f'href="#{taken.anchor}"' in html
    assert "the mill is open" in html


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("a#b.png", "a%23b.png"),
        ("q?x.png", "q%3Fx.png"),
        ("50%20off.png", "50%2520off.png"),
        ("ä b.png", "%C3%A4%20b.png"),
        ("images/c.png", "images/c.png"),
    ],
)
def test_the_address_of_a_picture_is_encoded(tmp_path: Path, file: str, address: str) -> None:
    """A picture's name may hold any sign; on the page and in OpenGraph it is an address."""
    picture = tmp_path / "content/digests/mill" / file
    picture.parent.mkdir(parents=True)
    picture.write_bytes(PNG)
    image = f"image: {{file: '{file}', alt: A mill}}\n"
    page = digest_page(tmp_path, {"digest.yaml": MILL + image})
    assert page.image is not None
    assert page.image.address == f"digests/mill/{address}"
    assert page.page.image == f"https://test.example/digests/mill/{address}"


QUAY = """---
outlet: Quay Post
headline: Bread, at last
---
Bread.
"""
ENTRIES = """quotations:
- {from: herald, text: We have waited long enough for bread}
- {from: herald, text: The old mill opened its doors on Monday, withdrawn: Wrong mill.}
- {from: quay, text: Bread, withdrawn: Not a quotation.}
"""


def test_every_page_counts_alike(tmp_path: Path) -> None:
    """Withdrawn quotations, and outlets of which nothing is quoted, are counted nowhere."""
    home = "digests/mill"
    files = {
        f"{home}/digest.yaml": MILL + ENTRIES,
        f"{home}/articles/herald.md": HERALD,
        f"{home}/articles/quay.md": QUAY,
    }
    pages = views(digests(tmp_path, files))
    page, front = the(DigestView, pages), the(HomeView, pages)
    assert (page.quotation_count, page.outlet_count) == (1, 1)
    assert {r.outlet.name: r.quotation_count for r in page.roundups} == {
        "Fen Herald": 1,
        "Quay Post": 0,
    }
    assert front.lead is not None
    assert (front.lead.quotations, front.lead.outlets) == (1, 1)
    assert front.lead.outlet_names == ("Fen Herald",)
    assert {link.text: link.count for link in front.outlets} == {"Fen Herald": 1}
    outlets = {view.outlet.name: view for view in pages if isinstance(view, OutletView)}
    assert [entry.quotation_count for entry in entries(outlets["Fen Herald"])] == [1]
    assert outlets["Quay Post"].page.description.endswith("0 quotations in 0 digests")
    assert outlets["Fen Herald"].beside == ()
