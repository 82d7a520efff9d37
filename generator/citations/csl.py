"""A citation as CSL-JSON, the data of the Citation Style Language 1.0.2.

Variables and types are those of its schema (https://github.com/citation-style-language/schema,
csl-data.json). Names are `literal`, for their parts are not known. The quoted words are `annote`,
the speaker and the digest that quotes are `note`.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.citations import Citation
from generator.citations.names import names_in
from generator.citations.note import note, whole_note

TYPES: Mapping[str, str] = {
    "daily": "article-newspaper",
    "weekly": "article-newspaper",
    "newspaper": "article-newspaper",
    "agency": "article-newspaper",
    "monthly": "article-magazine",
    "magazine": "article-magazine",
}
"""CSL type of an article by its outlet's kind; a page on the web where the kind tells nothing."""


def csl(citation: Citation) -> dict[str, Any]:
    """Return the citation as one CSL-JSON reference."""
    facts = _of_article(citation) if citation.headline else _of_digest(citation)
    facts["annote"] = " ".join(citation.words)
    return {"id": citation.key, **{name: value for name, value in facts.items() if value}}


def csl_file(citations: Iterable[Citation]) -> str:
    """Return a CSL-JSON file of several references."""
    return json.dumps([csl(c) for c in citations], ensure_ascii=False, indent=1) + "\n"


def _of_article(citation: Citation) -> dict[str, Any]:
    return {
        "type": TYPES.get(citation.outlet_kind, "webpage"),
        "title": citation.headline,
        "author": [{"literal": name} for name in names_in(citation.byline)],
        "container-title": citation.outlet,
        "issued": _date(citation.published),
        "URL": citation.url,
        "accessed": _date(citation.captured),
        "archive_location": citation.archived,
        "language": citation.article_language,
        "note": whole_note(citation),
    }


def _of_digest(citation: Citation) -> dict[str, Any]:
    return {
        "type": "webpage",
        "title": citation.digest,
        "container-title": citation.site,
        "issued": _date(citation.digest_date),
        "URL": citation.permalink,
        "language": citation.digest_language,
        "note": note(citation),
    }


def _date(date: dt.date | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[date.year, date.month, date.day]]} if date else None
