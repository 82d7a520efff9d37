"""Decides which findings of a review are passages, and adds those that only reviews have."""

from __future__ import annotations

from generator.quotations.draft import Draft
from generator.quotations.elements import Elements
from generator.quotations.finding import findings
from generator.quotations.naming import Named


def review_drafts(elements: Elements, named: list[Named]) -> list[Draft]:
    """Return the findings of a review in text order; wishes and plans are no passages."""
    drafts = [d for d in findings(elements, apart=True) if d.cue_class != "want"]
    return sorted(
        drafts, key=lambda draft: min(draft.content[0][0], (draft.cue or draft.content[0])[0])
    )
