"""Decides which stretches of a paragraph stand in quotation marks.

Only the outermost stretches are told: what is nested belongs to them. A mark that opens anew
while its kind is open ends the stretch before it, as news does when it closes only the last of
several quoted paragraphs; a stretch never closed ends with its paragraph. Apostrophes are no
marks; a single mark opens only where its partner follows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from generator.model import Span

_MARK = re.compile(
    # One set of characters first, so that the search skips all others.
    r"[\"“”„‟«»‹›「」『』《》〈〉〝〞＂‘’‚‛'`](?:(?<=`)`|(?<=')'?|(?<![`']))"
)
_PAIRS = {
    "“": ("”", '"'),
    "„": ("“", "”", '"'),
    "‟": ("”",),
    "«": ("»",),
    "‹": ("›",),
    "「": ("」",),
    "『": ("』",),
    "《": ("》",),
    "〈": ("〉",),
    "〝": ("〞",),
    "＂": ("＂",),
    "‚": ("‘", "’"),
    "``": ("''", '"'),
}
_EITHER_WAY = {'"': ('"', "”"), "”": ("”",), "»": ("«",), "›": ("‹",), "''": ("''",)}
"""Marks that open in some languages what they close in others; they open after a space."""
_SINGLES = frozenset("‘’‛'")
_OPENS_AFTER = frozenset("([{—–-―/\"“„«‘'")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch in quotation marks, marks included."""

    span: Span
    closed: bool
    """False if the paragraph or another opening mark came before the closing one."""


def marked_stretches(  # noqa: C901 - one loop over the marks, a branch for each kind
    text: str, paragraph: Span
) -> list[Marked]:
    """Return the outermost marked stretches of one paragraph, in order."""
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    found: list[Marked] = []
    closers = [match.start() for match in marks if _closes_single(text, match, paragraph)]
    opened: re.Match[str] | None = None
    until = paragraph.start
    for match in marks:
        if match.start() < until:
            continue
        mark = match[0]
        if opened is not None:
            if mark in _closing(opened[0]) and not _reopens(text, opened[0], match, paragraph):
                found.append(Marked(Span(opened.start(), match.end()), closed=True))
                opened = None
            elif _reopens(text, opened[0], match, paragraph):
                found.append(Marked(_trimmed(text, opened.start(), match.start()), closed=False))
                opened = match
        elif mark in _SINGLES:
            if _opens_single(text, match, paragraph):
                at = bisect_left(closers, match.end() + 1)
                if at < len(closers):
                    until = closers[at] + 1
                    found.append(Marked(Span(match.start(), until), closed=True))
        elif _opens(text, match, paragraph):
            opened = match
    if opened is not None:
        found.append(Marked(_trimmed(text, opened.start(), paragraph.end), closed=False))
    return found


def _closing(opening: str) -> tuple[str, ...]:
    return _PAIRS.get(opening) or _EITHER_WAY[opening]


def _opens(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """Return whether a mark opens a stretch, none being open."""
    if match[0] in _PAIRS:
        return match.end() < paragraph.end
    if match[0] not in _EITHER_WAY:
        return False
    return _starts_a_word(text, match, paragraph)


def _starts_a_word(text: str, match: re.Match[str], paragraph: Span) -> bool:
    start, end = match.span()
    if end >= paragraph.end or text[end].isspace():
        return False
    return start == paragraph.start or text[start - 1].isspace() or text[start - 1] in _OPENS_AFTER


def _reopens(text: str, opened: str, match: re.Match[str], paragraph: Span) -> bool:
    """Return whether `match` opens the same kind of stretch anew, the last one left unclosed."""
    if match[0] != opened or opened in ("‚", "„"):
        return False
    if opened in _EITHER_WAY:
        return _starts_a_word(text, match, paragraph) and _after_a_stop(text, match, paragraph)
    return _after_a_stop(text, match, paragraph)


def _after_a_stop(text: str, match: re.Match[str], paragraph: Span) -> bool:
    before = text[max(paragraph.start, match.start() - 4) : match.start()].rstrip()
    return before.endswith((".", "!", "?", "…", ",", ":"))


def _opens_single(text: str, match: re.Match[str], paragraph: Span) -> bool:
    return match[0] != "’" and _starts_a_word(text, match, paragraph)


def _closes_single(text: str, match: re.Match[str], paragraph: Span) -> bool:
    if match[0] not in ("’", "'"):
        return False
    start, end = match.span()
    after = text[end] if end < paragraph.end else " "
    return start > paragraph.start and not text[start - 1].isspace() and not after.isalnum()


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
