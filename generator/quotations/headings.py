"""Rule `heading`: a digest that sets each outlet's name over its items, or before them.

A heading is a short line without a full stop, all in capitals or nothing but an outlet's name; or
the name leads the paragraph, with a colon or dash after it. Two such headings make a digest of
headings: one alone may be anything. Every sentence under a heading is the outlet's.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Outlet, Span
from generator.outlets import Registry
from generator.quotations.draft import Draft, Range
from generator.quotations.elements import Elements, Unit
from generator.quotations.introductions import could_name
from generator.quotations.naming import Named, bearer_of

_LONGEST = 7
"""Elements a heading may have: longer lines are items."""
_LEAD_MARKS = (":", "—", "–", "--", "-", "|")
_BULLETS = ("-", "*", "•", "·", "–", "—")
_FEWEST = 2


def headed(elements: Elements, named: Sequence[Named], registry: Registry) -> list[Named]:
    """Return the headings of a text as named outlets; empty if it is no digest of headings."""
    names = {outlet.span.start: outlet for outlet in named}
    lone: list[tuple[Unit, Range]] = []
    lead: list[tuple[Unit, Range]] = []
    sizes = _paragraph_sizes(elements)
    for unit, first in _first_units(elements):
        if sizes[unit.paragraph] == 1 and (line := _line(elements, unit, first, names)):
            lone.append((unit, line))
        elif line := _lead(elements, unit, names):
            lead.append((unit, line))
    chosen = lone if len(lone) >= len(lead) else lead
    if len(chosen) < _FEWEST or not _vouched(elements, chosen, names):
        return []
    country = _country(elements)
    return [_heading(elements, line, names, registry, country) for _, line in chosen]


def _vouched(elements: Elements, chosen: list[tuple[Unit, Range]], names: dict[int, Named]) -> bool:
    """Return whether the registry knows one of the headings, or the text says it is a digest."""
    if any(elements.starts[line[0]] in names for _, line in chosen):
        return True
    start = elements.text[: elements.starts[chosen[0][1][0]]].lower()
    return any(noun in start for noun in elements.language.outlet_nouns)


def _paragraph_sizes(elements: Elements) -> dict[int, int]:
    sizes: dict[int, int] = {}
    for unit in elements.units:
        sizes[unit.paragraph] = sizes.get(unit.paragraph, 0) + 1
    return sizes


def _first_units(elements: Elements) -> list[tuple[Unit, int]]:
    seen = -1
    found: list[tuple[Unit, int]] = []
    for number, unit in enumerate(elements.units):
        if unit.paragraph != seen:
            seen = unit.paragraph
            found.append((unit, number))
    return found


def _line(elements: Elements, unit: Unit, number: int, names: dict[int, Named]) -> Range | None:
    """Return the elements of a heading that is a line of its own."""
    if number + 1 >= len(elements.units):
        return None
    high = unit.high
    while high > unit.low and elements.forms[high - 1] in _LEAD_MARKS:
        high -= 1
    if not 0 < high - unit.low <= _LONGEST or not elements.is_word(high - 1):
        return None
    if not could_name(elements.language, elements.forms[unit.low : high]):
        return None
    span = elements.span(unit.low, high)
    words = span.of(elements.text)
    if (words.isupper() and len(words) > 1) or _is_name(span, names):
        return unit.low, high
    return None


def _lead(elements: Elements, unit: Unit, names: dict[int, Named]) -> Range | None:
    """Return the elements of a name that leads its paragraph: `THE BEACON: …`."""
    for at in range(unit.low + 1, min(unit.high - 2, unit.low + _LONGEST)):
        if elements.forms[at] in _LEAD_MARKS:
            if not could_name(elements.language, elements.forms[unit.low : at]):
                return None
            span = elements.span(unit.low, at)
            words = span.of(elements.text)
            if (words.isupper() and len(words) > 2) or _is_name(span, names):  # noqa: PLR2004
                return unit.low, at
            return None
    return None


def _is_name(span: Span, names: dict[int, Named]) -> bool:
    found = names.get(span.start)
    return bool(found and found.span.end >= span.end - 1)


def _country(elements: Elements) -> str | None:
    """Return the country that the text's first words give to all its outlets."""
    start = elements.text[:300].lower()
    found = {
        code for name, code in elements.language.demonyms.items() if f" {name} " in f" {start} "
    }
    return found.pop() if len(found) == 1 else None


def _heading(
    elements: Elements,
    line: Range,
    names: dict[int, Named],
    registry: Registry,
    country: str | None,
) -> Named:
    span = elements.span(*line)
    words = " ".join(span.of(elements.text).split())
    known = names.get(span.start)
    outlet: Outlet | None = None
    if known and known.span.end >= span.end - 1:
        outlet = known.outlet
    if outlet is None or (country and outlet.country != country):
        outlet, _ = bearer_of(_written(words), registry, country=country)
    return Named(span=span, name=words, outlet=outlet, candidates=(), weak=False)


def _written(words: str) -> str:
    """Return a heading's name as a name: capitals are the heading's, not the outlet's."""
    return words.title() if words.isupper() and len(words) > 4 else words  # noqa: PLR2004 - initials


def under_headings(  # noqa: C901 - one walk over the units
    elements: Elements, headings: Sequence[Named], drafts: list[Draft]
) -> list[Draft]:
    """Return the passages of a digest of headings: `drafts` where somebody speaks, else units."""
    by_unit: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.cue_class in ("say", "tell") and draft.source:
            by_unit.setdefault(draft.unit, []).append(draft)
    places = {heading.span.start: heading for heading in headings}
    found: list[Draft] = []
    source: Range | None = None
    for number, unit in enumerate(elements.units):
        low = unit.low
        if heading := places.get(elements.starts[low]):
            while low < unit.high and elements.starts[low] < heading.span.end:
                low += 1
            source = (unit.low, low)
            while low < unit.high and elements.forms[low] in _LEAD_MARKS:
                low += 1
        if low + 1 < unit.high and elements.forms[low] in _BULLETS:
            low += 1
        if source is None or low >= unit.high or not elements.is_word(low):
            continue
        own = by_unit.get(number)
        if own:
            found += own
            continue
        high = unit.high
        while high > low + 1 and elements.forms[high - 1] in (".", "…"):
            high -= 1
        found.append(Draft(rule="heading", content=((low, high),), unit=number, source=source))
    return found
