"""What a bibliography's note says: who said it, through whom it came, and who quotes it."""

from __future__ import annotations

from generator.citations import Citation
from generator.citations.credit import CARRIED, TAKEN, translation


def note(citation: Citation) -> str:
    """Return the note of a reference, one line without a final stop."""
    return "; ".join(filter(None, (_said(citation), _via(citation), translation(citation))))


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
        where = f"{TAKEN[citation.kind]} {citation.outlet}"
        return f"{speaker}, {where}" if citation.speaker else where[0].upper() + where[1:]
    how = TAKEN[citation.kind].rpartition(" ")[0]
    if citation.speaker:
        return f"{speaker}, {how}"
    return "" if citation.kind == "direct" else how[0].upper() + how[1:]


def _via(citation: Citation) -> str:
    return f"via {citation.via}" if citation.via else ""
