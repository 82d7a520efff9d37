"""Links to the very words: text fragments, as in the WICG specification Scroll-to-Text-Fragment.

https://wicg.github.io/scroll-to-text-fragment/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote

from generator.alignment import find
from generator.model import Article, Quotation
from generator.text.outer_marks import CLOSING, OPENING
from generator.text.projection import project
from generator.verification import quoted_fragments

WHOLE = 10
"""A passage of up to so many words is named whole; a longer one by its first and last words."""

EDGE = 5
"""Words that name the start and the end of a longer passage."""

_OMITTED = re.compile(r"[\[(]?\s?(?:…|\.\s?\.\s?\.)(?:\s?\.)?\s?[\])]?|[\w'’]*\[[^\[\]]*\][\w'’]*")
"""An omission, or a bracket with what it is glued to: there the quotation leaves its source."""
_AROUND = f"{OPENING}{CLOSING}.,،;: \t\r\n"
"""Marks around words that may be the quoter's own."""


def passage_of(quotation: Quotation) -> str:
    """Return the longest run of a verified quotation's words, as its article writes them.

    Of a translation the original counts, of a mixed passage what stands in marks. Empty where
    the stored article, which stands for the page, does not hold any of it.
    """
    article, verdict = quotation.article, quotation.verdict
    if article is None or verdict is None or verdict.kind not in {"exact", "edited"}:
        return ""
    shown = (_visible(article), article.headline, article.standfirst)
    for words in sorted(_runs(quotation), key=len, reverse=True):
        for text in shown:
            if place := find(words, text):
                return place.of(text)
    return ""


def _runs(quotation: Quotation) -> Iterator[str]:
    """Yield the stretches of a quotation that may stand in its source without a break."""
    texts = (quotation.original.text,) if quotation.original else quotation.parts
    if quotation.kind == "mixed":
        texts = tuple(s.of(text) for text in texts for s in quoted_fragments(text)) or texts
    for text in texts:
        # An exact one may hold dots or brackets that are the source's own.
        for run in (text, *_OMITTED.split(text)):
            if words := run.strip(_AROUND):
                yield words


@lru_cache(maxsize=64)
def _visible(article: Article) -> str:
    return project(article.text, body=article.body, markup=article.markup, stored=True).visible


def passage_url(url: str, words: str) -> str:
    """Return `url` leading to `words`; an `#id` it has is kept before the directive."""
    parts = words.split()
    if not url or not parts:
        return url
    if len(parts) <= WHOLE:
        directive = encoded(" ".join(parts))
    else:
        directive = f"{encoded(' '.join(parts[:EDGE]))},{encoded(' '.join(parts[-EDGE:]))}"
    glue = "" if "#" in url else "#"
    return f"{url}{glue}:~:text={directive}"


def encoded(words: str) -> str:
    """Percent-encode words; also `-`, `,` and `&`, which have a meaning in the directive."""
    return quote(words, safe="").replace("-", "%2D")
