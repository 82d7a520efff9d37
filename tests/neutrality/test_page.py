"""A remark to the linter is for editors: readers never see it, and it moves no quotation."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Digest
from generator.render.narrative import narrative
from generator.views.shapes import NarrativeMark, NarrativeView
from tests.digest.mill import digest_of

FIRST = "Fen Herald says that the wheel is new."
SECOND = "“The first loaf was frankly a brick and we ate it all,” Quay Post admitted."
REMARK = "<!-- neutral: N002 a joke -->"
PLAIN = f"{FIRST} {SECOND}\n\nThe ducks have left.\n"


def page_of(digest: Digest) -> str:
    """Return the narrative of a digest as HTML."""
    review = digest.review
    assert review is not None
    view = NarrativeView(
        text=review.text,
        body=review.body,
        markup=review.markup,
        language="en",
        direction="ltr",
        marks=tuple(
            NarrativeMark(quotation=q.id, spans=q.spans, kind=q.kind, label="")
            for q in digest.quotations
            if q.in_review
        ),
        omit=(),
    )
    return str(narrative(view))


@pytest.mark.parametrize(
    "review",
    [
        f"{FIRST} {SECOND} {REMARK}\n\nThe ducks have left.\n",
        f"{FIRST} {REMARK} {SECOND}\n\nThe ducks have left.\n",
        f"{REMARK}\n\n{FIRST} {SECOND}\n\nThe ducks have left.\n",
        f"{REMARK}\n{FIRST} {SECOND}\n\nThe ducks have left.\n",
    ],
)
def test_remark(tmp_path: Path, review: str) -> None:
    """With a remark the quotations, their ids and the page are those without."""
    plain = digest_of(tmp_path / "plain", review_md=PLAIN)
    remarked = digest_of(tmp_path / "remarked", review_md=review)
    words = [(q.id, q.parts, q.kind, q.outlet.name) for q in plain.quotations]
    assert [(q.id, q.parts, q.kind, q.outlet.name) for q in remarked.quotations] == words
    assert any(q.in_review for q in plain.quotations)
    page = page_of(remarked)
    assert "neutral" not in page
    assert "N002" not in page
    assert "".join(page.split()) == "".join(page_of(plain).split())
