"""Decides where a review names an outlet: the registry's names, and those the text introduces.

A name that is also a common word counts only with support: a country in brackets, a noun for an
outlet beside it. An outlet that no registry has is one the text itself calls so: "the daily X",
"X magazine", "X's critic", "Ada Obi of X" where a review cites several such critics.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain, count
from typing import NamedTuple

from generator.model import Outlet, Span
from generator.outlets import Mention, Registry
from generator.quotations.elements import Elements
from generator.quotations.introductions import introduced_names
from generator.text.slugs import slug

_NOUN_REACH = 30
"""Characters in which a noun for an outlet is looked for, before a name and after it."""
_WORD_AFTER = re.compile(r"[’'s]*\s+(?:[Nn]ews\s+)?(\w+)")
_WORD_BEFORE = re.compile(r"\b(\w+)\s+(?:of\s+)?(?:the\s+)?\Z")


class Named(NamedTuple):
    """A place where the text names an outlet; a plain tuple, for a text has many."""

    span: Span
    name: str
    outlet: Outlet | None
    """None where several outlets may be meant."""
    candidates: tuple[Outlet, ...]
    weak: bool
    """Counts only where it is itself the source of a cue."""
    called: str = ""
    """The kind of outlet the words beside it say: newspaper, magazine, agency."""


def named_outlets(elements: Elements, registry: Registry) -> list[Named]:
    """Return all names of outlets in the text, in order."""
    found = [_of_mention(elements, mention) for mention in registry.mentions(elements.text)]
    sure = [named for named in found if not named.weak]
    introduced = [_introduced(elements, registry, span) for span in introduced_names(elements)]
    return without_overlaps(_longer(introduced, sure), found)


def _introduced(elements: Elements, registry: Registry, span: Span) -> Named:
    name = span.of(elements.text)
    outlet, candidates = bearer_of(name, registry)
    return Named(
        span=span,
        name=name,
        outlet=outlet,
        candidates=candidates,
        weak=False,
        called=called_beside(elements, span),
    )


def bearer_of(
    name: str, registry: Registry, *, country: str | None = None
) -> tuple[Outlet | None, tuple[Outlet, ...]]:
    """Return the outlet that the text surely means by `name`, and those it may mean.

    None where several registered ones bear the name; where none does, one the text introduces.
    """
    known = registry.named(name, country=country)
    if len(known) > 1:
        return None, known
    outlet = known[0] if known else unregistered(name, registry)
    return outlet, (outlet,)


def _longer(introduced: list[Named], sure: list[Named]) -> list[Named]:
    """Return the introduced names that the registry's do not cover or better.

    "LA Daily News" is more than the "Daily News" in it; "The Beacon" is all of "Beacon".
    """
    kept: list[Named] = []
    starts = [other.span.start for other in sure]
    for named in without_overlaps(introduced, []):
        at = bisect_left(starts, named.span.end)
        inside = sure[at - 1] if at else None
        if inside and inside.span.end > named.span.start:
            longer = named.span.end - named.span.start > inside.span.end - inside.span.start
            if inside.outlet is not None or not longer:
                continue
        kept.append(named)
    return kept


def without_overlaps(first: Sequence[Named], others: Sequence[Named]) -> list[Named]:
    """Return all of `first` and those of `others` that overlap none before them, in order."""
    taken: list[Named] = []
    starts: list[Span] = []
    for named in (*first, *others):
        at = bisect_left(starts, named.span)
        before = at == 0 or starts[at - 1].end <= named.span.start
        after = at == len(starts) or named.span.end <= starts[at].start
        if before and after:
            starts.insert(at, named.span)
            taken.insert(at, named)
    return taken


def _of_mention(elements: Elements, mention: Mention) -> Named:
    called = called_beside(elements, mention.span)
    weak = mention.weak and not mention.country_cue and not called
    return Named(
        span=mention.span,
        name=mention.name,
        outlet=mention.outlet,
        candidates=mention.candidates,
        weak=weak,
        called=called,
    )


def called_beside(elements: Elements, span: Span) -> str:
    """Return the kind that a noun before or after the name gives it."""
    nouns = elements.language.outlet_nouns
    after = _WORD_AFTER.match(elements.text, span.end, span.end + _NOUN_REACH)
    if after and after[1].lower() in nouns:
        return nouns[after[1].lower()] or "outlet"
    if (
        span.end - span.start
        and (last := elements.text[span.start : span.end].split()[-1].lower()) in nouns
    ):
        return nouns[last] or "outlet"
    before = _WORD_BEFORE.search(elements.text[max(0, span.start - _NOUN_REACH) : span.start])
    if before and before[1].lower() in nouns:
        return nouns[before[1].lower()] or "outlet"
    return ""


def unregistered(name: str, registry: Registry) -> Outlet:
    """Return an outlet that only the text at hand names, for the editor to confirm.

    Its slug is never that of a registered outlet, on whose page its words would else appear.
    """
    plain = slug(name)
    marked = (f"{plain}-named-{number}" for number in count(2))
    slugs = chain((plain, f"{plain}-named"), marked)
    free = next(free for free in slugs if registry.by_slug(free) is None)
    return Outlet(slug=free, name=name, registered=False, confirmed=False, provenance="text")
