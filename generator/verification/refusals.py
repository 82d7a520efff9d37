"""Say why words that are nearly a fair cut of their source are none: for the editor's message.

One limit after the other is waived; the first without which the words would pass is the reason.
Words that offend against several, or simply do not stand there, get none: unsure means unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from generator.alignment import starts
from generator.model import Refusal
from generator.text.matching import MatchableText, matchable
from generator.verification.blocks import parted
from generator.verification.edits import Limit, edited
from generator.verification.joins import parsed
from generator.verification.needles import one_mark

_LIMITS: Mapping[Limit, frozenset[Limit]] = {
    "length": frozenset({"length"}),
    "negation": frozenset({"negation"}),
    "bracket": frozenset({"bracket"}),
    # Who skips a speaker mostly skips many words, and the speaker is the worse of the two.
    "speakers": frozenset({"speakers", "length"}),
}
_SHORTEST_PART = 3
"""Words: a shorter part stands in a text by chance, and no order can be told from it."""
_NO_LETTER = re.compile(r"[\W_]+")


def refusal(needle: str, text: str) -> Refusal | None:
    """Return what keeps `needle`, as `needles.py` writes it, from standing in `text`."""
    source = matchable(parted(text))
    form = one_mark(source.form)
    _, joins = parsed(needle)
    for limit, waived in _LIMITS.items() if joins else ():
        if edited(needle, source, text, waived=waived):
            return limit
    if needle in form:
        # It would be exact if it began and ended where words do.
        return "cut"
    if _holds(_lower(needle), _lowered(source), text):
        return "case"
    if len(needle.split()) > 1 and _letters(needle) in _letters(form):
        return "punctuation"
    return _misplaced(needle, form)


def _holds(needle: str, source: MatchableText, text: str) -> bool:
    if next(starts(needle, one_mark(source.form)), None) is not None:
        return True
    return edited(needle, source, text) is not None


def _lowered(source: MatchableText) -> MatchableText:
    return MatchableText(_lower(source.form), source.form_cuts, source.cuts)


def _lower(text: str) -> str:
    """Return `text` in lower case, sign by sign, so that every place stays."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text)


def _misplaced(needle: str, form: str) -> Refusal | None:
    """Tell whether the parts of `needle` all stand in `form`, but not one after the other."""
    stretches, joins = parsed(needle)
    parts = [stretch for stretch in stretches if stretch] if joins else _halves(needle, form)
    if len(parts) <= 1 or any(len(part.split()) < _SHORTEST_PART for part in parts):
        return None
    places = [next(starts(part, form), None) for part in parts]
    known = [place for place in places if place is not None]
    if len(known) < len(parts):
        return None
    if any(earlier > later for earlier, later in pairwise(known)):
        return "order"
    return None if joins else "joined"


def _halves(needle: str, form: str) -> list[str]:
    """Part `needle` after its longest beginning that stands in `form`."""
    words = needle.split(" ")
    for count in range(len(words) - 1, 0, -1):
        first = " ".join(words[:count])
        if next(starts(first, form), None) is not None:
            return [first, " ".join(words[count:])]
    return []
