"""Find the front matter of a stored text: YAML between two lines of three hyphens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Span

_OPENING = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"^---[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """Where a text's front matter and its body are."""

    front: Span | None
    """The lines between the hyphens; None where there is no front matter."""
    body: Span
    unclosed: bool = False
    """The first line opens a front matter that nothing closes."""


def parts_of(text: str) -> Parts:
    """Return the parts of `text`; a byte-order mark belongs to neither."""
    start = len(text) - len(text.removeprefix("\ufeff"))
    opening = _OPENING.match(text)
    if opening is None:
        return Parts(front=None, body=Span(start, len(text)))
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        return Parts(front=None, body=Span(start, len(text)), unclosed=True)
    return Parts(
        front=Span(opening.end(), closing.start()),
        body=Span(closing.end(), len(text)),
    )
