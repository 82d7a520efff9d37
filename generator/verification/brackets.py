"""Decide which words of a source a join may leave out, and which its brackets may stand for.

An omission is of at most 40 words, the desk's rule, and takes no negation alone. A bracket
explains, and may stand for words that only point: at a quotation's beginning and end as within it,
and beside dots, or it could say another thing in the place of what these leave out.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Literal

from generator.text.blocks import EDGE, VOICES
from generator.text.word_edges import is_edge
from generator.verification.joins import Join
from generator.verification.negation import denies, denies_only
from generator.verification.replacements import adds_nothing, joins_on, may_replace, weighs

Limit = Literal["length", "speakers", "negation", "bracket"]
"""What bounds a fair cut: how much is left out, of whose words, and whether it turns the sense."""

LONGEST_OMISSION = 40
"""Words; the desk's rule."""
REPLACED = 3
"""Source words a bracket may stand for: `[the minister]` for `he`, or for `my old friend`."""
_LONGEST_INSERTION = 15
"""Words in one bracket: a name with its role; more is no explanation but a text of its own."""
_INFLECTION = 3
"""Letters a bracket may change at a word's end: `promise[d]`, `vote[s]`."""
_FARTHEST = 400
"""Letters before a quotation's beginning in which its sentence is looked for."""

_WORD = re.compile(r"\S+")
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")
_LETTERS = re.compile(r"[^\W\d_]*")
_REST = re.compile(rf"(?:(?!,?'(?:\s|\Z)|[.!?](?:\s|'|\Z))[^;:…؛؟。！？{EDGE}{VOICES}])*")
"""What is left of a sentence, or of somebody's words in marks."""
_SENTENCE = re.compile(
    rf"[.!?…؟۔](?=[\s'])|[。！？;:؛{EDGE}{VOICES}]|(?:(?<=[\s(\[—–:{EDGE}{VOICES}])|\A)'"
)
"""After what a sentence or somebody's words in marks begin."""
_STOPS = ".!?…؟۔。！？"


def turns_sense(joins: Collection[Join]) -> bool:
    """Tell whether a bracket puts in a negation, or more than an explanation."""
    inserted = [text for join in joins for text in join.inserted]
    return any(len(text.split()) > _LONGEST_INSERTION or denies(text) for text in inserted)


def ending_at(form: str, end: int, join: Join) -> int | None:
    """Return where the word ends whose ending a bracket changes at `end`; None if it may not."""
    letters = _LETTERS.match(form, end)
    close = letters.end() if letters else end
    stem = re.split(r"[^\w']", form[:end])[-1]
    turned = denies(stem + form[end:close]) or denies(stem + join.ending)
    fits = _is_inflection(form[end:close]) and _is_inflection(join.ending)
    return close if fits and not turned else None


def allows(join: Join, form: str, end: int, here: int, text: str, waived: frozenset[Limit]) -> bool:  # noqa: PLR0917 - a join and its two ends
    """Tell whether `join` may stand for the source's `form[end:here]`."""
    if join.glued_before and join.glued_after and len(join.inserted) == 1:
        return form[end:here].strip().casefold() == join.opening.casefold()
    if join.glued_before:
        close = ending_at(form, end, join)
        if close is None or close > here:
            return False
        end = close
    if join.glued_after:
        begin = here - len(join.opening)
        same = form[begin:here].casefold() == join.opening.casefold()
        if begin < end or not same or not is_edge(form, begin):
            return False
        here = begin
    gap = form[end:here]
    return _omits(join, gap, text, waived) if join.omits else _inserts(join, gap, text, waived)


def _omits(join: Join, gap: str, text: str, waived: frozenset[Limit]) -> bool:
    if "length" not in waived and len(_tokens(gap)) > LONGEST_OMISSION:
        return False
    if "negation" not in waived and denies_only(gap):
        return False
    if not join.explained or "bracket" in waived or adds_nothing(join.explained):
        return True
    if not _tokens(gap) or weighs(join.explained, text):
        return not weighs(join.explained, text)
    if join.bracket_first:
        return gap.strip()[:1] in tuple(_STOPS) or _points_first(gap, join, text)
    return gap.strip()[-1:] in tuple(_STOPS) or _points_last(gap, join, text)


def _inserts(join: Join, gap: str, text: str, waived: frozenset[Limit]) -> bool:
    """Tell whether a bracket alone may stand for the words in `gap`."""
    left_out = _tokens(gap)
    if EDGE in gap or VOICES in gap:
        return False
    if not join.explained or adds_nothing(join.explained):
        return not gap.strip()
    if denies(gap) or re.search(r"[.!?](?:\s|$)", gap):
        return not left_out and not gap.strip()
    fits = "bracket" in waived or may_replace(gap, join.explained, text)
    return len(left_out) <= REPLACED and fits


def may_begin(form: str, here: int, join: Join, text: str) -> bool:
    """Tell whether a bracket may begin a quotation whose first kept words stand at `here`.

    Where the source's sentence begins there too; else it stands for pointing words beside them, or
    for the subject that a sentence with two verbs names but once (`came and … refused`).
    """
    if not join.explained or adds_nothing(join.explained):
        return True
    left = _begun(form, here)
    if not _tokens(left) or weighs(join.explained, text):
        return not weighs(join.explained, text)
    if join.omits and join.bracket_first:
        return _points_first(left, join, text)
    return _points_last(left, join, text) or joins_on(_tokens(left)[-1], text)


def _begun(form: str, here: int) -> str:
    """Return what stands before `here` of its sentence."""
    low = max(0, here - _FARTHEST)
    start = low
    for match in _SENTENCE.finditer(form, low, here):
        following = form[match.end() : here + 1].lstrip(" '")[:1]
        # A stop before a small letter is an abbreviation's.
        if match[0] not in tuple(".…") or not following.islower():
            start = match.end()
    return form[start:here]


def may_end(form: str, end: int, join: Join, text: str) -> bool:
    """Tell whether a bracket may end a quotation at `end`.

    Only where the source's sentence ends too, or nothing but words that point are left of it:
    elsewhere it would say another thing in the place of what follows.
    """
    if not join.explained or adds_nothing(join.explained):
        return True
    rest = _REST.match(form, end)
    left = rest[0] if rest else ""
    return len(left.split()) <= REPLACED and may_replace(left, join.explained, text)


def _points_first(gap: str, join: Join, text: str) -> bool:
    """Tell whether the bracket may stand for the first words of `gap`."""
    words = _tokens(gap)
    firsts = (words[:count] for count in range(1, REPLACED + 1) if count <= len(words))
    return any(may_replace(" ".join(first), join.explained, text) for first in firsts)


def _points_last(gap: str, join: Join, text: str) -> bool:
    """Tell whether the bracket may stand for the last words of `gap`."""
    if gap.rstrip()[-1:] in tuple(f"{_STOPS},،;:—–"):
        return False
    words = _tokens(gap)
    lasts = (words[-count:] for count in range(1, REPLACED + 1) if count <= len(words))
    return any(may_replace(" ".join(last), join.explained, text) for last in lasts)


def _tokens(gap: str) -> list[str]:
    return [token for token in _WORD.findall(gap) if _TOKEN.search(token)]


def _is_inflection(letters: str) -> bool:
    return len(letters) <= _INFLECTION and (not letters or letters.isalpha())
