"""What the page of a digest shows."""

from __future__ import annotations

from pathlib import Path

from generator.render.narrative import narrative
from tests.views.press import digest_page

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
