"""Find the front matter of a stored text: lines of `key: value` between two lines of hyphens.

Three hyphens also draw a rule across a page, so a block counts only where it reads as keys: its
first line is one, and so are most of those at the margin. One wrong line among keys is a mistake
to be told of, not a reason to print the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Span

_OPENING = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"(?:(?<=[\r\n])|\A)---[ \t]*(?:\r\n|\n|\r|\Z)")
_NEWLINE = re.compile(r"\r\n|\n|\r")
_KEY = re.compile(r"""(?P<quote>["']?)(?P<key>[\w-]+)(?P=quote)[ \t]*:(?:[ \t]|\Z)""")
_CONTINUES = (" ", "\t", "#", "- ", "]", "}")
"""How a line begins that only goes on with the key before it, or says nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """Where a text's front matter and its body are."""

    front: Span | None
    """The lines between the hyphens; None where there is no front matter."""
    body: Span
    unclosed: bool = False
    """The first line opens a front matter that nothing closes."""
    keys: tuple[str, ...] = ()
    """The keys of the front matter, as written."""


def parts_of(text: str) -> Parts:
    """Return the parts of `text`; a byte-order mark belongs to neither."""
    start = len(text) - len(text.removeprefix("\ufeff"))
    whole = Span(start, len(text))
    opening = _OPENING.match(text)
    if opening is None:
        return Parts(front=None, body=whole)
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        return Parts(front=None, body=whole, unclosed=True)
    front = Span(opening.end(), closing.start())
    margin = list(_lines_at_the_margin(front.of(text)))
    keys = [match["key"] if match else "" for match in map(_KEY.match, margin)]
    reads_as_keys = any(keys[:1]) and sum(map(bool, keys)) * 2 > len(keys)
    # A block of nothing has no words to lose.
    if front.of(text).strip() and not reads_as_keys:
        return Parts(front=None, body=whole)
    return Parts(
        front=front, body=Span(closing.end(), len(text)), keys=tuple(key for key in keys if key)
    )


def _lines_at_the_margin(block: str) -> Iterator[str]:
    for line in _NEWLINE.split(block):
        if line.strip() and not line.startswith(_CONTINUES):
            yield line
