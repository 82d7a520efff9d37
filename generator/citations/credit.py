"""The credit of a citation, in clauses: what each of them says, as plain text and as Markdown.

Both are written at one go, for which a page has no list of clauses to make: they are its dearest
texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.citations import Citation
from generator.citations.doubt import is_misplaced
from generator.citations.marked import escaped, target
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


Clause = tuple[str, str]
"""A stretch of a credit between two commas: plain, where an address stands in so many words; and
marked, where links lead to it. Empty where that form does without."""

ATTRIBUTED = "attributed to"
"""In place of `TAKEN` where the article is known not to have the words."""


def taken_from(citation: Citation) -> str:
    """Return how the words are said to stand in their source."""
    return ATTRIBUTED if is_misplaced(citation) else TAKEN[citation.kind]


def source(citation: Citation) -> Iterator[Clause]:
    """Yield who said it and where it stands: speaker, byline, headline, outlet, date, address."""
    if citation.speaker:
        role = f" ({citation.role})" if citation.role else ""
        yield _text(f"{citation.speaker}{role}")
    told = citation.speaker or citation.kind != "direct" or is_misplaced(citation)
    taken = f"{taken_from(citation)} " if told else ""
    if citation.byline:
        yield _text(citation.byline, taken)
        taken = ""
    if citation.headline:
        yield _title(citation.headline, citation.url, taken)
        taken = ""
    if citation.outlet:
        yield _name(citation.outlet, taken)
    if citation.published_text:
        yield _text(citation.published_text)
    yield from _addresses(citation)
    if citation.via:
        yield _text(f"via {citation.via}")
    if translated := translation(citation):
        yield _text(translated)


def _addresses(citation: Citation) -> Iterator[Clause]:
    if citation.url:
        yield citation.url, ""
    if citation.archived:
        yield f"archived at {citation.archived}", f"[archived copy]({target(citation.archived)})"


def _text(text: str, lead: str = "") -> Clause:
    """Return a clause of words; `lead` stands before them."""
    return f"{lead}{text}", f"{lead}{escaped(text)}"


def _title(text: str, url: str, lead: str) -> Clause:
    """Return a clause of a title, which stands in marks."""
    marked = f"[{escaped(text)}]({target(url)})" if url else escaped(text)
    return f"{lead}“{text}”", f"{lead}“{marked}”"


def _name(text: str, lead: str = "") -> Clause:
    """Return a clause of a periodical's name."""
    return f"{lead}{text}", f"{lead}*{escaped(text)}*"


def translation(citation: Citation) -> str:
    """Return `translated from Arabic by Samira Holt`, as much of it as is known."""
    from_ = f" from {citation.translated_from}" if citation.translated_from else ""
    by = f" by {citation.translator}" if citation.translator else ""
    return f"translated{from_}{by}" if from_ or by else ""


def carrier(
    kind: AttributionKind, *, digest: str, site: str, date: str, permalink: str
) -> Iterator[Clause]:
    """Yield the digest that has the words: title, site, date, permalink."""
    if digest:
        yield _title(digest, permalink, f"{CARRIED[kind]} ")
    if site:
        yield _name(site)
    if date:
        yield _text(date)
    if permalink:
        yield permalink, ""
