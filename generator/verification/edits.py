"""Decide whether a quotation is a fair cut of its source: omissions and brackets, nothing else.

The search: the stretches between the joins stand in the source one after the other, and each join
may stand for what is between them. `brackets.py` says what it may, `marks.py` whose words it may
join, `negation.py` which omission turns the sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.text.blocks import EDGE, VOICES
from generator.text.matching import MatchableText
from generator.text.word_edges import is_edge
from generator.verification.brackets import (
    LONGEST_OMISSION,
    REPLACED,
    Limit,
    allows,
    ending_at,
    may_begin,
    may_end,
    turns_sense,
)
from generator.verification.joins import Join, parsed
from generator.verification.marks import crosses_speakers
from generator.verification.negation import denies_onward

__all__ = ["Limit", "edited"]

_CLAUSE_ENDS = f".,;:!?…،؛؟。，—–{EDGE}{VOICES}"
_WORD = re.compile(r"\S+")
_SIGN_OF_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Search:
    """Where is looked, and what is kept to."""

    source: MatchableText
    form: str
    """Of `source`, marks folded."""
    text: str
    waived: frozenset[Limit]


def edited(
    words: str, source: MatchableText, text: str, *, waived: frozenset[Limit] = frozenset()
) -> tuple[int, int] | None:
    """Return where in `source.form` the normalised, cut or filled-in `words` stand, or None.

    `source` is the matchable form of `text`. Of several places the first to end wins. `waived`
    limits are not kept: to find out which one it was that words offend against.
    """
    stretches, joins = parsed(words)
    if not joins or not any(map(_SIGN_OF_WORD.search, stretches)):
        return None
    if "bracket" not in waived and turns_sense(joins):
        return None
    form = source.form.replace('"', "'")
    if not all(stretch in form for stretch in stretches):
        return None
    search = _Search(source=source, form=form, text=text, waived=waived)
    ends = _openings(search, stretches[0], joins[0])
    for number, join in enumerate(joins):
        stretch = stretches[number + 1]
        following = joins[number + 1] if number + 1 < len(joins) else Join()
        if not stretch:
            ends = _closings(search, ends, join)
        elif number == 0 and not stretches[0]:
            ends = _leading(search, stretch, join, following)
        else:
            ends = {
                here + len(stretch): start
                for end, start in ends.items()
                for here in _continuations(search, end, stretch, join, following)
            }
    return min(((start, end) for end, start in ends.items()), key=lambda s: s[1], default=None)


def _openings(search: _Search, stretch: str, join: Join) -> dict[int, int]:
    """Return the start of each place of the first stretch by its end."""
    form = search.form
    return {
        here + len(stretch): here
        for here in _places(form, stretch, 0, len(form))
        if is_edge(form, here) and (join.glued_before or is_edge(form, here + len(stretch)))
    }


def _leading(search: _Search, stretch: str, join: Join, following: Join) -> dict[int, int]:
    """Return where `stretch` stands after a join that begins the quotation, start by end."""
    form, found = search.form, {}
    for here in _places(form, stretch, 0, len(form)):
        begin, end = here - len(join.opening), here + len(stretch)
        if (
            begin >= 0
            and form[begin:here].casefold() == join.opening.casefold()
            and is_edge(form, begin)
            and (following.glued_before or is_edge(form, end))
            and ("bracket" in search.waived or may_begin(form, begin, join, search.text))
        ):
            found[end] = begin
    return found


def _continuations(
    search: _Search, end: int, stretch: str, join: Join, following: Join
) -> Iterator[int]:
    """Yield where `stretch` may stand after a stretch that ended at `end`."""
    form = search.form
    reach = _reach(search, end, join) + len(stretch)
    for here in _places(form, stretch, end, min(len(form), reach)):
        begins = join.glued_after or is_edge(form, here)
        if not (begins and (following.glued_before or is_edge(form, here + len(stretch)))):
            continue
        if join.omits and "negation" not in search.waived and _turns_clause(form, end, here):
            continue
        if not allows(join, form, end, here, search.text, search.waived):
            continue
        gap = search.source.original(end, here)
        if "speakers" in search.waived or not crosses_speakers(search.text, gap):
            yield here


def _reach(search: _Search, end: int, join: Join) -> int:
    """Return where the farthest word ends that `join` may leave out after `end`."""
    limit = LONGEST_OMISSION if join.omits else REPLACED
    if join.omits and "length" in search.waived:
        return len(search.form)
    reach = end
    for number, word in enumerate(_WORD.finditer(search.form, end)):
        if number > limit + 1:
            break
        reach = word.end()
    return reach


def _closings(search: _Search, ends: dict[int, int], join: Join) -> dict[int, int]:
    """Return the places of words that `join` ends, start by end."""
    closed = ((_closing(search, end, join), start) for end, start in ends.items())
    return {close: start for close, start in closed if close is not None}


def _closing(search: _Search, end: int, join: Join) -> int | None:
    """Return where the source's words end if `join` ends the quotation at `end`; None if not."""
    close = ending_at(search.form, end, join) if join.glued_before else end
    if close is None or not is_edge(search.form, close):
        return None
    fits = "bracket" in search.waived or may_end(search.form, close, join, search.text)
    return close if fits else None


def _places(form: str, stretch: str, begin: int, end: int) -> Iterator[int]:
    here = form.find(stretch, begin, end) if stretch else -1
    while here >= 0:
        yield here
        here = form.find(stretch, here + 1, end)


def _turns_clause(form: str, end: int, here: int) -> bool:
    """Tell whether leaving out `form[end:here]` takes a negation from words that are kept."""
    inside = end > 0 and form[end - 1] not in _CLAUSE_ENDS
    return denies_onward(form[end:here], form[here:], begins_inside=inside)
