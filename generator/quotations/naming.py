"""Decides where a review names an outlet: the registry's names, and those the text introduces.

A name that is also a common word counts only with support: a country in brackets, a noun for an
outlet beside it. An outlet that no registry has is one the text itself calls so: "the daily X",
"X magazine", "X's critic", "Ada Obi of X" where a review cites several such critics.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Outlet, Span
from generator.outlets import Mention, Registry
from generator.quotations.elements import Elements
from generator.text.slugs import slug

_CAPITAL = "A-Z\u00c0-\u00de\u0100-\u024f\u0386-\u03ab\u0401-\u042f"
_NAME = rf"(?<!\w)(?:[{_CAPITAL}][\w&.+’'-]{{0,40}}|\d{{1,6}}[A-Za-z][\w.]{{0,40}})"
_RUN = rf"{_NAME}(?:[ \u00a0](?:(?:of|the|and|al|de|du|la|le|el|for)[ \u00a0])?{_NAME}){{0,5}}"
_LEADING = re.compile(r"(\w+)\s+(?=\S)")
_GROUPS = ("after", "before", "owner", "of", "critic", "holder")
_POSSESSIVE = re.compile(r"(?:['’‘]s?)\Z")


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """A place where the text names an outlet."""

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
    introduced = _longer(_introduced(elements, registry), sure)
    return without_overlaps(introduced, found)


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
    after = re.match(r"[’'s]*\s+(?:[Nn]ews\s+)?(\w+)", elements.text[span.end : span.end + 30])
    if after and after[1].lower() in nouns:
        return nouns[after[1].lower()] or "outlet"
    if (
        span.end - span.start
        and (last := elements.text[span.start : span.end].split()[-1].lower()) in nouns
    ):
        return nouns[last] or "outlet"
    before = re.search(
        r"(\w+)\s+(?:of\s+)?(?:the\s+)?\Z", elements.text[max(0, span.start - 30) : span.start]
    )
    if before and before[1].lower() in nouns:
        return nouns[before[1].lower()] or "outlet"
    return ""


def _introduced(elements: Elements, registry: Registry) -> list[Named]:
    """Return the outlets that only this text's own words introduce."""
    language = elements.language
    names = language.name_words
    if not language.roles and not language.outlet_nouns:
        return []
    roles = "|".join(sorted(map(re.escape, language.roles)))
    nouns = "|".join(sorted(map(re.escape, language.outlet_nouns)))
    sure = re.compile(
        rf"\b(?:[Tt]he|[Aa]n?)\s(?:[\w-]+\s){{0,3}}?(?:{nouns})\s(?P<after>{_RUN})"
        rf"|(?P<before>{_RUN})\s(?:[Nn]ews\s)?(?:newspaper|magazine|news\sagency|daily|weekly)\b"
        rf"|(?P<owner>{_RUN})['’]s?\s(?:[\w-]+\s){{0,2}}?(?:{roles})\b"
        rf"|\b(?:{roles})s?\s(?:{_NAME}\s){{0,3}}?(?:of|from|for|at|in)\s(?:the\s)?(?P<of>{_RUN})"
        rf"|(?P<person>{_NAME}\s{_NAME}),?\s(?:of|from|for|writing\sin|writing\sfor)\s(?:the\s)?(?P<critic>{_RUN})"
        rf"|(?P<holder>{_RUN})['’]s\s{_NAME}\s{_NAME}\b"
    )
    found: list[Named] = []
    critics: list[Named] = []
    for match in sure.finditer(elements.text):
        group = next(name for name in _GROUPS if match[name])
        span = _trimmed(elements.text, Span(*match.span(group)), language.kind_of_words("no_names"))
        if not _may_be_outlet(elements, span):
            continue
        if match["person"] and not _may_be_outlet(elements, Span(*match.span("person"))):
            continue
        if group == "holder" and span.of(elements.text).split()[-1].lower() not in names:
            continue
        named = _unregistered(elements, registry, span)
        (critics if group == "critic" else found).append(named)
    several = len({named.name for named in critics}) > 1
    found += [named for named in critics if several or named.name.split()[-1].lower() in names]
    return found


def _trimmed(text: str, span: Span, no_names: frozenset[str]) -> Span:
    words = span.of(text)
    while (first := _LEADING.match(words)) and first[1].lower() in no_names:
        span = Span(span.start + first.end(), span.end)
        words = span.of(text)
    shorter = _POSSESSIVE.sub("", words).rstrip(".,")
    return Span(span.start, span.start + len(shorter))


def _may_be_outlet(elements: Elements, span: Span) -> bool:
    words = span.of(elements.text).lower().split()
    if not words or any(word in elements.language.kind_of_words("organisations") for word in words):
        return False
    if all(word in elements.language.function_words for word in words):
        return False
    if " ".join(words) in elements.language.demonyms:
        return False
    return not any(word.strip(".") in elements.language.titles for word in words)


def _unregistered(elements: Elements, registry: Registry, span: Span) -> Named:
    name = span.of(elements.text)
    known = registry.named(name)
    outlet = known[0] if len(known) == 1 else unregistered(name)
    return Named(
        span=span,
        name=name,
        outlet=outlet,
        candidates=known or (outlet,),
        weak=False,
        called=called_beside(elements, span),
    )


def unregistered(name: str) -> Outlet:
    """Return an outlet that only the text at hand names, for the editor to confirm."""
    return Outlet(slug=slug(name), name=name, registered=False, confirmed=False, provenance="text")
