"""Who said what, through whom: the attributed passages of a text.

`attributions` runs the named rules of `finding.RULES` over one reading. In a review the sources
are outlets, and each finding is credited to one; in an article they are speakers.
"""

from __future__ import annotations

from generator.model import Attribution, AttributionKind
from generator.outlets import Registry
from generator.quotations.articles import article_credit
from generator.quotations.credit import Credit
from generator.quotations.credits import Crediting
from generator.quotations.draft import Draft, Range
from generator.quotations.elements import QUOTED, Elements, elements_of
from generator.quotations.finding import findings
from generator.quotations.reviews import review_drafts
from generator.reading import Reading

__all__ = ["attributions"]


def attributions(
    reading: Reading, *, registry: Registry, as_review: bool
) -> tuple[Attribution, ...]:
    """Return the attributed passages of `reading`, in text order, in visible offsets."""
    elements = elements_of(reading)
    found: list[Attribution] = []
    if as_review:
        crediting = Crediting(elements, registry)
        for draft in review_drafts(elements, crediting.named, crediting.headings):
            found += [_attribution(elements, draft, credit) for credit in crediting.credits(draft)]
        found = [
            attribution
            for attribution in found
            if attribution.outlet or attribution.speaker or attribution.undecided
        ]
    else:
        drafts = findings(elements, apart=False)
        found = [
            _attribution(elements, draft, article_credit(elements, draft, registry))
            for draft in drafts
        ]
    return tuple(sorted(found, key=lambda a: (a.content[0].start, a.content[-1].end)))


def _attribution(elements: Elements, draft: Draft, credit: Credit) -> Attribution:
    content = tuple(elements.span(*part) for part in draft.content)
    return Attribution(
        kind=_kind(elements, draft.content),
        content=content,
        rule=draft.rule,
        source=elements.span(*draft.source) if draft.source else None,
        cue=elements.span(*draft.cue) if draft.cue else None,
        outlet=credit.outlet,
        speaker=credit.speaker,
        role=credit.role,
        undecided=credit.undecided,
    )


def _kind(elements: Elements, content: tuple[Range, ...]) -> AttributionKind:
    """Return direct if all words stand in marks, indirect if none do; a leading "that" is free."""
    skipped = elements.language.kind_of_words("complementizers")
    plain = quoted = False
    for low, high in content:
        for at in range(low, high):
            if elements.forms[at] == QUOTED:
                quoted = True
            elif elements.is_word(at) and not (at == low and elements.forms[at] in skipped):
                plain = True
    if quoted:
        return "mixed" if plain else "direct"
    return "indirect"
