"""What a bibliography's note says: who said it, through whom it came, and who quotes it."""

from __future__ import annotations

from generator.citations import Citation
from generator.citations.credit import CARRIED, taken_from, translation
from generator.citations.doubt import doubt, sentence


def note(citation: Citation) -> str:
    """Return the note of a reference, one line without a final stop."""
    clauses = (
        _said(citation),
        _via(citation),
        translation(citation),
        f"original: “{citation.original}”" if citation.original else "",
        doubt(citation),
    )
    return sentence("; ".join(filter(None, clauses)))


def whole_note(citation: Citation) -> str:
    """Return the note of an article's reference: it names the digest that quotes it as well."""
    return ". ".join(filter(None, (note(citation), _quoted_by(citation))))


def _quoted_by(citation: Citation) -> str:
    facts = (f"“{citation.digest}”", citation.site, citation.digest_date_text, citation.permalink)
    return f"{CARRIED[citation.kind]} {', '.join(filter(None, facts))}"


def _said(citation: Citation) -> str:
    """Return the speaker; where no article is known, also the outlet, which is no title then."""
    speaker = f"{citation.speaker} ({citation.role})" if citation.role else citation.speaker
    if not citation.headline:
        where = f"{taken_from(citation)} {citation.outlet}"
        return f"{speaker}, {where}" if citation.speaker else where
    how = taken_from(citation).rpartition(" ")[0]
    if citation.speaker:
        return f"{speaker}, {how}"
    return "" if citation.kind == "direct" else how


def _via(citation: Citation) -> str:
    return f"via {citation.via}" if citation.via else ""
