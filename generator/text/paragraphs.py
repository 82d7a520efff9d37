"""Decides where paragraphs begin and end.

A blank line always parts them. A single newline parts them in plain text too, unless the text
is wrapped by hand: then most lines inside a block end in mid-sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise

from generator.model import Span

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_ENDS_SENTENCE = frozenset(".!?…。！？۔؟:;”\"»’')")
_WRAPPED_SHARE = 0.6
"""Of the lines that another line follows directly, this share in mid-sentence means wrapped."""

_LONGEST_LINE = 120
"""Nobody wraps by hand at more characters than this."""


def paragraphs(text: str, *, newline_parts: bool) -> tuple[Span, ...]:
    """Return the paragraphs of a visible text, white space at their edges left out.

    `newline_parts` is true for plain text, where a single newline may end a paragraph.
    """
    lines = _lines(text)
    if newline_parts and not _is_wrapped(text, lines):
        return tuple(lines)
    joined: list[Span] = []
    for line in lines:
        if joined and _is_one_break(text, joined[-1].end, line.start):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)


def _lines(text: str) -> list[Span]:
    """Return each line that is not blank, trimmed."""
    spans: list[Span] = []
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words[0])
            spans.append(Span(start, start + len(words)))
    return spans


def _is_one_break(text: str, start: int, end: int) -> bool:
    gap = text[start:end]
    return gap.count("\n") + gap.count("\r") - gap.count("\r\n") <= 1 and "\u2029" not in gap


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    followed = unfinished = 0
    if max((line.end - line.start for line in lines), default=0) > _LONGEST_LINE:
        return False
    for line, after in pairwise(lines):
        if _is_one_break(text, line.end, after.start):
            followed += 1
            unfinished += text[line.end - 1] not in _ENDS_SENTENCE
    return followed > 1 and unfinished / followed >= _WRAPPED_SHARE
