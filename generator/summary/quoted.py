"""Decide which sentences would break a quotation if they stood alone.

A quotation runs from a mark that opens to the next of its kind that closes; one that goes on in
the next paragraph opens anew and is the same. A sentence breaks it that holds a part of it only,
or stands inside it. A mark without its partner spoils the sentence it stands in, no more.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Span

# One set of characters first, so that the search skips all others.
_MARK = re.compile(
    r"[\"“”„‟«»″'`‘’‚‹›](?:"
    r"(?:(?<=[\"“”„‟«»″])|(?<=')'|(?<=`)`)(?P<double>)"
    # Single marks are apostrophes too: one opens before a word, one closes after words.
    r"|(?<=['‘‚‹])(?<![\w’'].)(?P<opens>)(?=[\w“\"$£€\[…])"
    r"|(?<=\S['’›])(?P<closes>)(?!\w))"
)
_OPENING, _CLOSING = "“„‟«``", "”»''"
_BEFORE_OPENING = frozenset("([–—:/'‘-")
_AFTER_CLOSING = frozenset(".,;:!?)]–—'’…-")
"""Signs; white space too."""
_ELIDED = re.compile(r"['‘](?:\d\ds?\b|(?:em|til|tis|twas|cause|n)\b)", re.IGNORECASE)
_LONGEST = 1500
"""Characters after which a mark that opened is held for a slip."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Broken:
    """What the quotations of one paragraph forbid."""

    sentences: frozenset[Span]
    """Those that would break one."""
    goes_on: bool
    """The last quotation has not closed: it may go on in the next paragraph."""


_NOTHING_BROKEN = Broken(sentences=frozenset(), goes_on=False)


def breaking(
    text: str, paragraph: Span, sentences: Sequence[Span], *, goes_on: bool = False
) -> Broken:
    """Return which of `sentences`, some or all of a paragraph's, break a quotation.

    `goes_on` says that the paragraph before has left one open.
    """
    quotations, left_open = _quotations(text, paragraph)
    if not quotations:
        return _NOTHING_BROKEN
    starts = [sentence.start for sentence in sentences]
    found: set[Span] = set()
    for quotation in quotations:
        touched = _between(sentences, starts, quotation)
        is_rest = goes_on and quotation.start == paragraph.start
        is_whole = quotation.end - quotation.start > 1 and any(
            s.start <= quotation.start and quotation.end <= s.end for s in touched
        )
        if is_rest or not is_whole:
            found.update(touched)
    return Broken(sentences=frozenset(found), goes_on=left_open)


def _between(sentences: Sequence[Span], starts: Sequence[int], part: Span) -> Sequence[Span]:
    """Return the sentences that share a character with `part`."""
    first = max(bisect_right(starts, part.start) - 1, 0)
    last = bisect_left(starts, part.end)
    return [s for s in sentences[first:last] if s.end > part.start]


def _quotations(text: str, paragraph: Span) -> tuple[list[Span], bool]:
    """Return each quotation, marks included, and whether one is left open.

    A mark without a partner is one of length 1.
    """
    found: list[Span] = []
    open_at: dict[str, int] = {}
    for kind, mark, opens in _marks(text, paragraph):
        begun = open_at.get(kind)
        if begun is not None and mark.start - begun > _LONGEST:
            found.append(Span(begun, begun + 1))
            begun = None
            del open_at[kind]
        if opens:
            open_at.setdefault(kind, mark.start)
        elif begun is not None:
            found.append(Span(begun, mark.end))
            del open_at[kind]
        elif _closes_for_sure(text, kind, mark):
            found.append(Span(mark.start, mark.start + 1))
    found += [Span(begun, begun + 1) for begun in open_at.values()]
    return found, bool(open_at)


def _closes_for_sure(text: str, kind: str, mark: Span) -> bool:
    """Return whether a mark that nothing opened is no inch and no "the boys' boats"."""
    before = text[mark.start - 1]
    return not before.isdigit() if kind == "double" else before in ",.?!…"


def _marks(text: str, part: Span) -> Iterator[tuple[str, Span, bool]]:
    """Yield each mark with its kind, and whether it opens."""
    for match in _MARK.finditer(text, part.start, part.end):
        place = Span(*match.span())
        kind = match.lastgroup
        if kind == "double":
            opens = _opens(text, place, part)
            if opens is not None:
                yield "double", place, opens
        elif kind == "closes":
            yield "single", place, False
        elif not _ELIDED.match(text, place.start, part.end):
            yield "single", place, True


def _opens(text: str, mark: Span, part: Span) -> bool | None:
    """Return whether a double mark opens, by what stands around it; None for inches."""
    start, end = mark
    before = start == part.start or text[start - 1] in _BEFORE_OPENING or text[start - 1].isspace()
    after = end == part.end or text[end] in _AFTER_CLOSING or text[end].isspace()
    if before != after:
        return before
    sign = text[mark.start : mark.end]
    if sign in _OPENING:
        return True
    if sign in _CLOSING:
        return False
    return None
