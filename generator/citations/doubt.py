"""What a citation says of words that were not found where they should stand.

Who pastes a citation leaves the verdict on the page behind, so it goes along in words; and words
that the named article does not hold are never said to be quoted in it.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.citations import Citation
from generator.model import VerdictKind

DOUBTS: Mapping[VerdictKind, str] = {
    "absent": "not found in the stored source",
    "elsewhere": "found in another source than the one named",
    "unverified": "not checked, for no source is stored",
}


def doubt(citation: Citation) -> str:
    """Return the doubt and the editor's reason, without a stop; empty where words were found."""
    found = DOUBTS.get(citation.verdict, "") if citation.verdict else ""
    reason = citation.acknowledged.strip().rstrip(".")
    return f"{found} (kept by the editors: {reason})" if found and reason else found


def is_misplaced(citation: Citation) -> bool:
    """Whether the named source is known not to hold the words."""
    return citation.verdict in {"absent", "elsewhere"}


def sentence(clause: str) -> str:
    """Return a clause with a capital letter at its beginning."""
    return clause[:1].upper() + clause[1:]
