"""Decides which findings of a review are passages, and adds those that only reviews have."""

from __future__ import annotations

from dataclasses import replace

from generator.quotations.draft import Draft
from generator.quotations.elements import QUOTED, Elements
from generator.quotations.finding import findings
from generator.quotations.headings import under_headings
from generator.quotations.naming import Named
from generator.quotations.news_nouns import news_that


def review_drafts(elements: Elements, named: list[Named], headings: list[Named]) -> list[Draft]:
    """Return the findings of a review in text order; wishes and plans are no passages."""
    drafts = [d for d in findings(elements, apart=True) if d.cue_class != "want"]
    drafts = _without_topics(elements, drafts)
    drafts += news_that(elements, named, drafts)
    if headings:
        drafts = under_headings(elements, headings, drafts)
    drafts = [_as_passage(elements, draft) for draft in drafts]
    return sorted(
        drafts, key=lambda draft: min(draft.content[0][0], (draft.cue or draft.content[0])[0])
    )


def _as_passage(elements: Elements, draft: Draft) -> Draft:
    """Return a finding in the shape of a passage: no "that" before it, one piece if indirect."""
    low, high = draft.content[0]
    if high - low > 1 and elements.forms[low] in elements.language.kind_of_words("complementizers"):
        low += 1
    content = ((low, high), *draft.content[1:])
    if len(content) > 1 and not _speaks(elements, draft):
        content = ((low, content[-1][1]),)
    return replace(draft, content=content)


def _without_topics(elements: Elements, drafts: list[Draft]) -> list[Draft]:
    """Leave out what a verb only leads up to: "criticised the album, saying…", "quoted X, who"."""
    kept: list[Draft] = []
    drafts = list(drafts)
    for place, draft in enumerate(drafts):
        later = drafts[place + 1] if place + 1 < len(drafts) else None
        leads_up = (
            later is not None
            and later.unit == draft.unit
            and draft.cue_class in ("speak", "call", "quote")
            and not _speaks(elements, draft)
            and (later.carried or elements.forms[(later.source or (0, 1))[0]] == "who")
        )
        quotes_nothing = (
            draft.cue_class == "quote"
            and draft.also is None
            and draft.rule == "verb_before"
            and not _speaks(elements, draft)
        )
        if not leads_up and not quotes_nothing:
            kept.append(draft)
        elif leads_up and later and draft.cue_class == "quote":
            # "The Beacon quoted Ada Obi, who said that…": her words, through the outlet.
            drafts[place + 1] = replace(
                later, cue_class="quote", hearer=draft.content[0], also=draft.source
            )
    return kept


def _speaks(elements: Elements, draft: Draft) -> bool:
    """Return whether there is speech in marks in the content."""
    return any(QUOTED in elements.forms[low:high] for low, high in draft.content)
