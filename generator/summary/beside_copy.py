"""Decide which paragraphs speak of the article or its author, and not of the news.

Pages set a line or two above or below the copy: "Correction: …", "Edited by…", "Petra Lindqvist is
our transport correspondent. She lives in Port Hale." The last begin with a name that the byline
gives; a reporter does not write of herself like that, so nothing else does. Unlike furniture they
are sentences somebody wrote for readers, so a page that prints the text keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Span
from generator.reading import Reading
from generator.text.furniture import FurnitureWords

_BYLINE = re.compile(
    r"(?:\w+ )?(?i:by|von|par|por|автор:?|текст:?)\s+(?=[^\W\d_])(?P<names>[^\r\n.!?]{3,90})\Z"
)
_NAME = re.compile(r"[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){1,3}")
_JOINED = re.compile(r"\s*(?:,|&|\b(?:and|und|et|y|и)\b)\s*")
_ABOVE = 10
"""Lines among which the byline stands."""
_LONGEST_BYLINE = 100
_EARLY = 120
"""Characters of a paragraph that say whether it speaks of the article."""
_LONGEST = 600
"""Characters of such a paragraph."""


def beside_copy(reading: Reading) -> Iterator[Span]:
    """Yield the paragraphs that speak of the article, or that begin with its author's name."""
    names = tuple(_authors(reading))
    words = reading.language.furniture
    parts = reading.paragraphs
    later = max(len(parts) // 2, 2)
    for number, part in enumerate(parts):
        if part.end - part.start > _LONGEST:
            continue
        if _is_about_article(reading.text, part, words) or (
            names and number >= later and reading.text.startswith(names, part.start)
        ):
            yield part


def _is_about_article(text: str, part: Span, words: FurnitureWords) -> bool:
    head = text[part.start : min(part.end, part.start + _EARLY)].casefold().lstrip("([*_–—- ")
    return head.startswith(words.asides) or any(said in head for said in words.asides_within)


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
