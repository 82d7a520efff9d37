"""Decides where a text that came as one line once had lines of its own.

Exports of news pages put a full stop, set apart by a space, after each line that had none, and
join all lines: "Scroll down for video . The ferry sailed on Monday." What such a stop ends was a
caption, heading, byline or button, unless a small letter follows: then a line was wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Span

_APART = re.compile(r"[^\s.]\s\.(?=\s|\Z)")
_COMMA_APART = re.compile(r"\S\s,\s")


def holds_joined_lines(text: str, found: Sequence[Span]) -> bool:
    """Return whether the one paragraph `found` is such an export, and no text cut into tokens."""
    if len(found) != 1:
        return False
    start, end = found[0].start, found[0].end
    return bool(_APART.search(text, start, end)) and not _COMMA_APART.search(text, start, end)


def lines(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Return the lines that the `sentences` of a paragraph came in, runs of copy as one line."""
    parts: list[Span] = []
    after_copy = False
    for sentence in sentences:
        is_copy = not is_unstopped(text, sentence)
        if is_copy and after_copy:
            parts[-1] = Span(parts[-1].start, sentence.end)
        else:
            parts.append(sentence)
        after_copy = is_copy
    return tuple(parts)


def is_unstopped(text: str, line: Span) -> bool:
    """Return whether the line had no full stop of its own."""
    if not text.startswith(".", line.end - 1) or not text[line.end - 2].isspace():
        return False  # of most lines, in a fraction of the time
    return bool(_APART.fullmatch(text, line.end - 3, line.end))
