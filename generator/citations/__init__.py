"""How a published quotation is cited: as plain text, Markdown, BibTeX and CSL-JSON.

What is cited is the quotation as this site publishes it, through its whole chain: the words, who
said them, the article that has them, and the digest that quotes the article. Where no article is
known, the digest is the only document there is, and the reference names that.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.model import AttributionKind, VerdictKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """All that the four forms say of one quotation; text that is unknown is empty."""

    key: str
    """`q-<id>`: unique in a site, made of letters, digits and hyphens."""
    kind: AttributionKind
    words: tuple[str, ...]
    """The published parts, each on one line; never empty."""
    language: str
    """BCP 47, of the words."""
    speaker: str = ""
    role: str = ""
    via: str = ""
    translated_from: str = ""
    """Name of the language the words were translated from."""
    original: str = ""
    """The words before translation, on one line."""
    translator: str = ""
    outlet: str
    outlet_kind: str = ""
    """As in the registry: daily, weekly, magazine, site…"""
    headline: str = ""
    """Empty where no article is known; then the other facts of the article are empty too."""
    byline: str = ""
    published: dt.date | None = None
    published_text: str = ""
    url: str = ""
    archived: str = ""
    captured: dt.date | None = None
    article_language: str = ""
    digest: str
    """Title of the digest."""
    digest_language: str
    digest_date: dt.date
    digest_date_text: str
    site: str
    permalink: str = ""
    """Whole URL; empty where the site's address is unknown."""
    verdict: VerdictKind | None = None
    """What checking the words came to; None for a paraphrase."""
    acknowledged: str = ""
    """The editor's reason for keeping the words in spite of it."""


def one_line(text: str) -> str:
    """Return `text` with each run of white space as one space, as a page shows it."""
    return " ".join(text.split())


__all__ = ["Citation", "one_line"]
