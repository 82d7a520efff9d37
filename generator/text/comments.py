"""Decides what is a comment in a Markdown text: HTML comments that stand in no code.

Readers never see them: the page leaves them out, and so does `projection`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from generator.model import Span
from generator.text.markdown_marks import hidden_in_markdown

_SOMETHING = re.compile(r"\S")
_OPEN, _CLOSE = "<!--", "-->"


@dataclass(frozen=True, kw_only=True, slots=True)
class Comment:
    """A comment of a file."""

    text: str
    """What it says, without its signs."""
    line: int
    """1-based line on which it begins."""
    alone: bool
    """Nothing else stands on its lines."""
    next_line: int
    """The next line of the file that has anything on it; `line` if none follows."""


def comments_in_markdown(text: str, body: Span) -> tuple[Comment, ...]:
    """Return the comments in the `body` of the Markdown file `text`; an open one is none."""
    source = body.of(text)
    if _OPEN not in source:
        return ()
    code = hidden_in_markdown(source)
    ends = [at for at, sign in enumerate(text) if sign == "\n"]
    found: list[Comment] = []
    at = source.find(_OPEN)
    while at != -1:
        close = source.find(_CLOSE, at + len(_OPEN))
        if close == -1:
            break
        if not code[at] and not _in_code_span(source, at):
            found.append(_comment(text, body.start + at, body.start + close, ends))
        at = source.find(_OPEN, close)
    return tuple(found)


def _comment(text: str, start: int, close: int, ends: list[int]) -> Comment:
    """Return the comment whose signs begin at `start` and `close`."""
    end = close + len(_CLOSE)
    number = bisect_left(ends, start)
    first = ends[number - 1] + 1 if number else 0
    last = bisect_left(ends, end)
    stop = ends[last] if last < len(ends) else len(text)
    following = _SOMETHING.search(text, stop)
    return Comment(
        text=text[start + len(_OPEN) : close],
        line=number + 1,
        alone=not text[first:start].strip() and not text[end:stop].strip(),
        next_line=bisect_left(ends, following.start()) + 1 if following else number + 1,
    )


def _in_code_span(source: str, at: int) -> bool:
    """Tell whether a backtick before, on the same line, opens code that the comment stands in."""
    start = source.rfind("\n", 0, at) + 1
    return source.count("`", start, at) % 2 == 1
