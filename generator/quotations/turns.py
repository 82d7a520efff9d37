"""Decides which paragraphs are turns of a transcript (`ODUYA: We will rebuild it.`).

The speaker stands first in capitals, before a colon, and speaks more than once. The words of a
turn are speech, with quotation marks or without.
"""

from __future__ import annotations

import re
from collections import Counter

from generator.model import Span
from generator.reading import Reading

_TURN = re.compile(
    r"[\"“]?(?P<name>[^\W\d_](?:[^\W\d_]|[.'’ -]){0,40})(?: ?\([^()\n]{1,40}\))?:\s+(?=\S)"
)
_LONGEST_NAME = 90
"""Characters by which the colon has come, if it is a turn: looking for it first is cheaper."""
_FEWEST = 2
"""Turns that one speaker has: a single line in capitals is a heading."""


def turns_of(reading: Reading) -> dict[Span, Span]:
    """Return what is said in each paragraph that is a turn."""
    found: list[tuple[str, Span, Span]] = []
    for paragraph in reading.paragraphs:
        if reading.text.find(":", paragraph.start, paragraph.start + _LONGEST_NAME) < 0:
            continue
        match = _TURN.match(reading.text, paragraph.start, paragraph.end)
        if match and match["name"].isupper() and match.end() < paragraph.end:
            found.append((match["name"], paragraph, Span(match.end(), paragraph.end)))
    counts = Counter(name for name, _, _ in found)
    return {paragraph: words for name, paragraph, words in found if counts[name] >= _FEWEST}
