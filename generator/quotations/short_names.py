"""Decides where a review names an outlet by a short name: "the Post", "NYT", "USAT".

A short name is the last word of a name the text gave before, after "the"; or its initials in
capitals. It means the outlet so named most recently.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from generator.model import Outlet
from generator.quotations.elements import Elements
from generator.quotations.naming import Named

# Each begins with what is quickly searched for: a set of characters, a few letters.
_INITIALS = re.compile(r"[A-Z](?<!\w.)[A-Z]{1,4}\b")
_AFTER_THE = re.compile(r"he(?<=\b[Tt]he)\s(?P<last>[A-Z][\w-]*)\b(?!\s[A-Z])")


def with_short_names(elements: Elements, named: list[Named]) -> list[Named]:
    """Return `named` with the short names added, in order; weak ones may find their outlet."""
    shorts: dict[str, Outlet] = {}
    found: list[Named] = []
    at = 0
    for start, end in _shorts(elements.text) if named else ():
        while at < len(named) and named[at].span.end <= start:
            _learn(shorts, named[at])
            found.append(named[at])
            at += 1
        name = elements.text[start:end]
        outlet = shorts.get(name)
        if outlet is None:
            continue
        if at < len(named) and named[at].span.start < end:
            if not _may_give_way(named[at], outlet):
                continue
            at += 1
        found.append(
            Named(
                span=type(named[0].span)(start, end),
                name=name,
                outlet=outlet,
                candidates=(outlet,),
                weak=False,
            )
        )
        _learn(shorts, found[-1])
    return found + named[at:]


def _shorts(text: str) -> list[tuple[int, int]]:
    """Return where what may be a short name stands, in order."""
    last = [match.span("last") for match in _AFTER_THE.finditer(text)]
    starts = [start for start, _ in last]
    initials: list[tuple[int, int]] = []
    for match in _INITIALS.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        if before < 0 or last[before][1] <= match.start():  # not within "the ABC-Echo"
            initials.append(match.span())
    return sorted(last + initials)


def _may_give_way(known: Named, outlet: Outlet) -> bool:
    """Return whether the registry's reading of the same words gives way to the short name."""
    if known.outlet is not None and not known.outlet.registered:
        return True
    return known.weak or known.outlet is None or known.outlet == outlet


def _learn(shorts: dict[str, Outlet], named: Named) -> None:
    """Take note of the short names that a full name makes possible."""
    if named.outlet is None or named.weak:
        return
    for name in (named.outlet.name, named.name):
        parts = [part for part in name.split() if part.lower() not in ("the", "of", "and")]
        if len(parts) > 1:
            shorts[parts[-1]] = named.outlet
            initials = "".join(part if part.isupper() else part[0] for part in parts).upper()
            shorts[initials] = named.outlet
            if parts[-1].lower() == "today":
                shorts[initials] = named.outlet
