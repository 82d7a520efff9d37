"""Decide which paragraphs tell of the article's author, and not of what it reports.

Pages set a line or two below the copy: "Petra Lindqvist is our transport correspondent. She lives
in Port Hale." They begin with a name that the byline above the copy gives. A reporter does not
write of herself like that, so nothing else does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Span
from generator.reading import Reading

_BYLINE = re.compile(
    r"(?:\w+ )?(?i:by|von|par|por|автор:?|текст:?)\s+(?=[^\W\d_])(?P<names>[^\r\n.!?]{3,90})\Z"
)
_NAME = re.compile(r"[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){1,3}")
_JOINED = re.compile(r"\s*(?:,|&|\b(?:and|und|et|y|и)\b)\s*")
_ABOVE = 10
"""Lines among which the byline stands."""
_LONGEST_BYLINE = 100
_LONGEST = 600
"""Characters of such a paragraph."""


def about_author(reading: Reading) -> Iterator[Span]:
    """Yield the paragraphs in the later half of a text that begin with an author's name."""
    names = tuple(_authors(reading))
    if not names:
        return
    parts = reading.paragraphs
    for part in parts[max(len(parts) // 2, 2) :]:
        if part.end - part.start <= _LONGEST and reading.text.startswith(names, part.start):
            yield part


def _authors(reading: Reading) -> Iterator[str]:
    """Yield the names of the byline."""
    for part in reading.paragraphs[:_ABOVE]:
        if part.end - part.start > _LONGEST_BYLINE:
            continue
        byline = _BYLINE.match(reading.text, part.start, part.end)
        for name in _JOINED.split(byline["names"]) if byline else ():
            found = _NAME.fullmatch(name.strip())
            if found and all(word[0].isupper() for word in name.split()):
                yield name.strip()
