"""Who said what, through whom: the attributed passages of a text.

`attributions` runs the named rules of `finding.RULES` over one reading. In a review the sources
are outlets, and each finding is credited to one; in an article they are speakers.
"""

from __future__ import annotations

from generator.model import Attribution, AttributionKind, Outlet
from generator.outlets import Registry
from generator.quick_state import quickly_made
from generator.quotations.articles import ArticleCredits
from generator.quotations.credit import Credit
from generator.quotations.credits import Crediting
from generator.quotations.draft import Draft, Range
from generator.quotations.elements import QUOTED, Elements, elements_of
from generator.quotations.finding import findings
from generator.quotations.reviews import review_drafts
from generator.reading import Reading

__all__ = ["attributions"]

_made = quickly_made(Attribution)


def attributions(
    reading: Reading, *, registry: Registry, as_review: bool
) -> tuple[Attribution, ...]:
    """Return the attributed passages of `reading`, in text order, in visible offsets."""
    elements = elements_of(reading, as_article=not as_review)
    found = _of_review(elements, registry) if as_review else _of_article(elements, registry)
    return tuple(sorted(found, key=lambda a: (a.content[0].start, a.content[-1].end)))


def _of_article(elements: Elements, registry: Registry) -> list[Attribution]:
    credits_ = ArticleCredits(elements, registry)
    return [
        _attribution(elements, draft, credits_.credit(draft))
        for draft in findings(elements, apart=False)
    ]


def _of_review(elements: Elements, registry: Registry) -> list[Attribution]:
    crediting = Crediting(elements, registry)
    drafts = review_drafts(elements, crediting.named, crediting.headings)
    crediting.learn_reporters(drafts)
    pairs = [(draft, crediting.credits(draft)) for draft in drafts]
    credited: dict[int, list[Range]] = {}
    for draft, credits_ in pairs:
        if any(credit.outlet for credit in credits_):
            credited.setdefault(draft.unit, []).extend(draft.content)
    return [
        _attribution(elements, draft, credit)
        for draft, credit in _once(elements, pairs)
        if credit.outlet or not _meets(draft, credited.get(draft.unit, []))
    ]


def _once(
    elements: Elements, pairs: list[tuple[Draft, tuple[Credit, ...]]]
) -> list[tuple[Draft, Credit]]:
    """Leave out what overlaps another passage of the same outlet: its words count once."""
    kept: list[tuple[Draft, Credit]] = []
    last: dict[Outlet | None, int] = {}
    for draft, credits_ in pairs:
        for credit in credits_:
            at = last.get(credit.outlet)
            if at is not None and _overlap(draft, kept[at][0]):
                if (
                    _is_the_speech(elements, draft, kept[at][0])
                    and credit.speaker == kept[at][1].speaker
                ):
                    kept[at] = (draft, credit)
                continue
            last[credit.outlet] = len(kept)
            kept.append((draft, credit))
    return kept


def _overlap(one: Draft, other: Draft) -> bool:
    return one.content[0][0] < other.content[-1][1] and other.content[0][0] < one.content[-1][1]


def _is_the_speech(elements: Elements, part: Draft, whole: Draft) -> bool:
    """Return whether `part` is the speech that `whole` only leads up to: `noting she said “…”`."""
    return (
        part.cue_class in ("say", "tell")
        and part.content[-1][1] == whole.content[-1][1]
        and part.content[0][0] > whole.content[0][0]
        and _kind(elements, part.content) == "direct"
    )


def _meets(draft: Draft, wholes: list[Range]) -> bool:
    """Return whether a finding shares words with what an outlet is credited with."""
    low, high = draft.content[0][0], draft.content[-1][1]
    return any(whole[0] < high and low < whole[1] for whole in wholes)


def _attribution(elements: Elements, draft: Draft, credit: Credit) -> Attribution:
    content = tuple(elements.span(*part) for part in draft.content)
    return _made(
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
