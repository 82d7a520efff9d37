"""The credit of a citation, in clauses that each form writes in its own way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from generator.citations import Citation
from generator.citations.doubt import is_misplaced
from generator.model import AttributionKind

TAKEN: Mapping[AttributionKind, str] = {
    "direct": "quoted in",
    "mixed": "partly quoted in",
    "indirect": "paraphrased from",
}
"""How the speaker's words stand in the article; a paraphrase must not pass for a quotation."""

CARRIED: Mapping[AttributionKind, str] = {
    "direct": "Quoted by",
    "mixed": "Quoted by",
    "indirect": "Cited by",
}
"""How the digest has the words."""


class Clause(NamedTuple):
    """A stretch of a credit between two commas."""

    text: str
    role: Literal["text", "title", "name", "url", "link"] = "text"
    """`title` is set in marks, `name` is a periodical's; `url` is an address in so many words,
    for a form without links, and `link` the words that a form with links has instead."""
    url: str = ""
    """Where a form with links leads from here."""
    lead: str = ""
    """Words that stand before it."""


ATTRIBUTED = "attributed to"
"""In place of `TAKEN` where the article is known not to have the words."""


def taken_from(citation: Citation) -> str:
    """Return how the words are said to stand in their source."""
    return ATTRIBUTED if is_misplaced(citation) else TAKEN[citation.kind]


def source(citation: Citation) -> tuple[Clause, ...]:
    """Return who said it and where it stands: speaker, byline, headline, outlet, date, address."""
    return tuple(_source(citation))


def _source(citation: Citation) -> Iterator[Clause]:
    if citation.speaker:
        role = f" ({citation.role})" if citation.role else ""
        yield Clause(f"{citation.speaker}{role}")
    told = citation.speaker or citation.kind != "direct" or is_misplaced(citation)
    taken = taken_from(citation) if told else ""
    byline, headline = citation.byline, citation.headline
    if byline:
        yield Clause(byline, lead=taken)
    if headline:
        yield Clause(headline, role="title", url=citation.url, lead="" if byline else taken)
    if citation.outlet:
        yield Clause(citation.outlet, role="name", lead="" if byline or headline else taken)
    if citation.published_text:
        yield Clause(citation.published_text)
    if citation.url:
        yield Clause(citation.url, role="url")
    if citation.archived:
        yield Clause("archived copy", role="link", url=citation.archived)
        yield Clause(citation.archived, role="url", lead="archived at")
    if citation.via:
        yield Clause(f"via {citation.via}")
    if translated := translation(citation):
        yield Clause(translated)


def translation(citation: Citation) -> str:
    """Return `translated from Arabic by Samira Holt`, as much of it as is known."""
    from_ = f" from {citation.translated_from}" if citation.translated_from else ""
    by = f" by {citation.translator}" if citation.translator else ""
    return f"translated{from_}{by}" if from_ or by else ""


def carrier(
    kind: AttributionKind, *, digest: str, site: str, date: str, permalink: str
) -> tuple[Clause, ...]:
    """Return the digest that has the words: title, site, date, permalink."""
    clauses = (
        Clause(digest, role="title", url=permalink, lead=CARRIED[kind]),
        Clause(site, role="name"),
        Clause(date),
        Clause(permalink, role="url"),
    )
    return tuple(clause for clause in clauses if clause.text)
