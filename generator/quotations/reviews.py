"""Decides which findings of a review are passages, and adds those that only reviews have."""

from __future__ import annotations

from bisect import bisect_left

from generator.quotations.draft import Draft, Range
from generator.quotations.elements import QUOTED, Elements
from generator.quotations.finding import findings
from generator.quotations.headings import under_headings
from generator.quotations.naming import Named
from generator.quotations.news_nouns import news_that

_BESIDE = 3
"""Elements before an attributed statement that still leave it the whole: "that", "but"."""


def review_drafts(elements: Elements, named: list[Named], headings: list[Named]) -> list[Draft]:
    """Return the findings of a review in text order; wishes and plans are no passages."""
    drafts = [d for d in findings(elements, apart=True) if d.cue_class != "want"]
    drafts = _without_topics(elements, drafts)
    drafts = _heard_through(elements, drafts, named)
    drafts += news_that(elements, named, drafts)
    if headings:
        drafts = under_headings(elements, headings, drafts)
    drafts = [_as_passage(elements, draft) for draft in drafts]
    return sorted(
        drafts, key=lambda draft: min(draft.content[0][0], (draft.cue or draft.content[0])[0])
    )


def _heard_through(elements: Elements, drafts: list[Draft], named: list[Named]) -> list[Draft]:
    """Make one of `“…,” Ada Obi said, according to the agency`: her words, through the agency."""
    starts = [elements.index_at(one.span.start) for one in named if not one.weak]
    kept = list(drafts)
    for whole in drafts:
        if whole.rule != "according_to":
            continue
        inner = [
            draft
            for draft in drafts
            if draft.unit == whole.unit
            and draft.rule != "according_to"
            and draft.cue_class in ("say", "tell")
            and draft.source
            and _holds(whole, draft)
            and not _has(starts, draft.source)
        ]
        if inner and kept.count(whole):
            kept.remove(whole)
            for draft in inner:
                kept[kept.index(draft)] = draft._replace(through=whole.source)
    return kept


def _holds(whole: Draft, part: Draft) -> bool:
    """Return whether a passage is hardly more than another one with its attribution."""
    low, high = whole.content[0][0], whole.content[-1][1]
    first, last = part.content[0][0], part.content[-1][1]
    cue = part.cue or part.content[0]
    inside = low <= first and last <= high and low <= cue[0] < high
    source = part.source or part.content[0]
    beside = min(first, source[0], cue[0]) - low <= _BESIDE or source[0] < low
    return inside and beside


def _has(starts: list[int], source: Range) -> bool:
    at = bisect_left(starts, source[0])
    return at < len(starts) and starts[at] < source[1]


def _as_passage(elements: Elements, draft: Draft) -> Draft:
    """Return a finding in the shape of a passage: no "that" before it, one piece if indirect."""
    low, high = draft.content[0]
    if (
        high - low > 1
        and elements.forms[low] in elements.language.kind_of_words("complementizers")
        and "’" not in elements.forms[low]
        and "'" not in elements.forms[low]
    ):
        low += 1
    while high - low > 1 and not elements.is_word(low) and elements.forms[low] in (",", ";", ":"):
        low += 1
    content = ((low, high), *draft.content[1:])
    if len(content) > 1 and not _speaks(elements, draft):
        content = ((low, content[-1][1]),)
    return draft if content == draft.content else draft._replace(content=content)


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
            drafts[place + 1] = later._replace(
                cue_class="quote", hearer=draft.content[0], also=draft.source
            )
    return kept


def _speaks(elements: Elements, draft: Draft) -> bool:
    """Return whether there is speech in marks in the content."""
    return any(QUOTED in elements.forms[low:high] for low, high in draft.content)
