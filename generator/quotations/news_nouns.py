"""Rule `news_that`: an outlet stands in a sentence with "the news that", "word that".

Only for reviews: "it was the Post that had the news that…" reports without a verb of saying.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.quotations.clauses import content_end
from generator.quotations.draft import Draft, Range
from generator.quotations.elements import Elements, Unit
from generator.quotations.naming import Named


def news_that(elements: Elements, named: Sequence[Named], drafts: list[Draft]) -> list[Draft]:
    """Return findings for units that name an outlet, have such a noun and no other finding."""
    nouns = elements.language.kind_of_words("news_nouns")
    that = elements.language.kind_of_words("complementizers")
    if nouns.isdisjoint(elements.forms):
        return []
    done = {draft.unit for draft in drafts}
    starts = {elements.index_at(outlet.span.start): outlet for outlet in named if not outlet.weak}
    found: list[Draft] = []
    for number, unit in enumerate(elements.units):
        if number in done:
            continue
        for at in range(unit.low + 1, unit.high - 2):
            noun = at - 1
            if elements.forms[at] in that and elements.forms[noun] in nouns:
                source = _source(elements, unit, at, starts)
                if source:
                    found.append(
                        Draft(
                            rule="news_that",
                            content=((at, content_end(elements, at, unit.high)),),
                            unit=number,
                            source=source,
                            cue=(noun, at),
                            cue_class="say",
                        )
                    )
                break
    return found


def _source(elements: Elements, unit: Unit, before: int, starts: dict[int, Named]) -> Range | None:
    """Return the last outlet before the noun, or "the paper"."""
    nouns, articles = elements.language.outlet_nouns, elements.language.kind_of_words("articles")
    for at in range(before - 1, unit.low - 1, -1):
        if at in starts:
            return at, elements.index_at(starts[at].span.end - 1) + 1
        if elements.forms[at] in nouns and at > unit.low and elements.forms[at - 1] in articles:
            return at - 1, at + 1
    return None
