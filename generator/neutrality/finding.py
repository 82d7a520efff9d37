"""What a rule of the linter finds, and what it knows how to say about it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Span

COLLECTIVE = "N001"
LOADED = "N002"
SCARE = "N003"
PARAPHRASE = "N004"
SILENCE = "N005"

CODES = (COLLECTIVE, LOADED, SCARE, PARAPHRASE)
"""Codes that a site or a line may silence."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Finding:
    """Words of the editor's own that take a side."""

    span: Span
    """In the visible text of the passage."""
    code: str
    what: str
    """The words and what they do; no full stop."""
    mend: str
    """A full sentence."""


def shown(words: str) -> str:
    """Return words for a message: on one line, in curly marks unless they bring their own."""
    line = " ".join(words.split())
    return line if line[:1] in "“„«\"‘'»" else f"“{line}”"
