"""Decides which paragraphs are page furniture rather than copy, and which is the headline.

Texts saved from web pages bring captions, share buttons, comment forms, agency datelines and
copyright lines along. The rules are general: a phrase that only furniture uses, in a short
paragraph; a picture described in one lone sentence before the first long paragraph. When in
doubt a paragraph is copy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Span

_WORD = re.compile(r"\w+(?:[’'‘.-]\w+)*")
_BYLINE = re.compile(
    r"(?:(?i:by|von|par|por)\s+[^\W\d_][\w.'’-]*(?:\s+(?:and\s+|&\s+)?[^\W\d_][\w.'’-]*){0,6}"
    r"|\d{1,2}:\d{2}\b.{0,40})\Z"
)
_AGENCY_HEAD = re.compile(
    r"(?:By \. .{0,160}?)?(?:PUBLISHED|UPDATED|CREATED|Last updated)(?:: ?\.|\b).{0,120}?"
    r"\b\d{4} \.(?: \| \. UPDATED: \. [^.]{0,60}? \d{4} \.)?\s+",
    re.DOTALL,
)
_LETTER = re.compile(r"[^\W\d_]")
_SHORT = 14
"""Words a line of buttons or a notice may have; copy that uses such a phrase is longer."""
_CAPTION_LIMIT = 40
_COPY_FROM = 35
"""Words from which a paragraph near the top counts as the first of the copy."""
_TOP = 5
_HEADLINE_LIMIT = 30
_STOPS = ".!…。۔:;,"


@dataclass(frozen=True, kw_only=True, slots=True)
class FurnitureWords:
    """The words a language's page furniture uses, case-folded."""

    lines: frozenset[str] = frozenset()
    """Whole lines."""
    starts: tuple[str, ...] = ()
    """How a short line of furniture begins."""
    phrases: tuple[str, ...] = ()
    """What a short line of furniture has somewhere in it."""
    picture_words: frozenset[str] = frozenset()
    picture_verbs: frozenset[str] = frozenset()
    """What people do in pictures, as captions say it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """The paragraphs of a text, sorted into what they are."""

    paragraphs: tuple[Span, ...]
    """All of them, furniture and headline included."""
    furniture: tuple[Span, ...]
    headline: Span | None


def layout(text: str, found: Sequence[Span], *, words: FurnitureWords) -> Layout:
    """Sort the paragraphs `found` in `text`."""
    parts = _without_agency_head(text, found)
    headline = _headline(text, parts)
    furniture: list[Span] = []
    in_copy = False
    for index, part in enumerate(parts):
        if part == headline:
            continue
        count = _count(text, part)
        in_copy = in_copy or count >= _COPY_FROM
        if _is_notice(text, part, count=count, words=words) or (
            index < _TOP
            and not in_copy
            and _is_caption(text, part, count=count, words=words)
            and any(_count(text, later) >= _COPY_FROM for later in parts[index + 1 : index + 4])
        ):
            furniture.append(part)
    return Layout(paragraphs=tuple(parts), furniture=tuple(furniture), headline=headline)


def _count(text: str, part: Span) -> int:
    """Count words, though no more than decide anything: cost must not grow with a long line."""
    return sum(1 for _ in _WORD.finditer(text, part.start, min(part.end, part.start + 1000)))


def _without_agency_head(text: str, found: Sequence[Span]) -> list[Span]:
    """Part an agency's "By . X . PUBLISHED: …" from the copy that follows on the same line."""
    parts: list[Span] = []
    for index, part in enumerate(found):
        head = _AGENCY_HEAD.match(text, part.start, part.end) if index < _TOP else None
        if head and head.end() < part.end:
            parts.append(Span(part.start, part.start + len(head[0].rstrip())))
            part = Span(head.end(), part.end)  # noqa: PLW2901 - what is left of it
        parts.append(part)
    return parts


def _headline(text: str, parts: Sequence[Span]) -> Span | None:
    """Return the first paragraph if it reads as a headline: short, and no full stop."""
    if len(parts) < 2:  # noqa: PLR2004 - a lone paragraph is copy
        return None
    first = parts[0]
    line = first.of(text)
    if _count(text, first) > _HEADLINE_LIMIT or line[-1] in _STOPS:
        return None
    if line[-1] in "\"”»'’" and line[-2:-1] in tuple(_STOPS):
        return None
    longest = max(_count(text, part) for part in parts[1:6])
    return first if longest >= _SHORT else None


def _is_notice(text: str, part: Span, *, count: int, words: FurnitureWords) -> bool:
    """Return whether the paragraph is a button line, form, advert, byline or copyright line."""
    if count > _SHORT:
        return bool(_AGENCY_HEAD.fullmatch(text[part.start : part.end][:400] + " "))
    line = part.of(text)
    if not _LETTER.search(line):
        return True
    folded = " ".join(line.casefold().split()).strip(" .:!|»→…-")
    if folded in words.lines or _BYLINE.match(line):
        return True
    if any(folded.startswith(phrase) for phrase in words.starts):
        return True
    return any(phrase in folded for phrase in words.phrases) or bool(
        _AGENCY_HEAD.fullmatch(line + " ")
    )


def _is_caption(text: str, part: Span, *, count: int, words: FurnitureWords) -> bool:
    """Return whether one lone sentence describes a picture."""
    if count > _CAPTION_LIMIT:
        return False
    said = [match[0].casefold() for match in _WORD.finditer(text, part.start, part.end)]
    if any(word in words.picture_words for word in said):
        return True
    first = text[part.start]
    return first.isupper() and any(word in words.picture_verbs for word in said[1:9])
