"""The quotation marks around words, which a blockquote does without."""

from __future__ import annotations

from generator.model import Span

OPENING = "“„«»‹›‘‚”\"'「『《〈"
CLOSING = "”“»›«‹’‘\"'」』》〉"


def without_outer_marks(words: str) -> Span:
    """Return the part of `words` inside one pair of quotation marks around all of it.

    A mark left open (its closing one is missing, or stands in the next paragraph) goes as well;
    an apostrophe that only ends a word stays. The whole of `words` where nothing is to go.
    """
    start, end = 0, len(words)
    while start < end and words[start].isspace():
        start += 1
    while end > start and words[end - 1].isspace():
        end -= 1
    opened = start < end and words[start] in OPENING
    closed = end - start > 1 and words[end - 1] in CLOSING
    inner = words[start + 1 : end - 1]
    if opened and closed and not _closes_inner(words[end - 1], inner):
        return Span(start + 1, end - 1)
    if opened and not closed and words[start] not in "'‘":
        return Span(start + 1, end)
    return Span(start, end)


def with_outer_marks(span: Span, text: str) -> Span:
    """Return `span` with the quotation marks that stand directly around it, if both do."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if before and after and before in OPENING and after in CLOSING:
        return Span(span.start - 1, span.end + 1)
    return span


def _closes_inner(mark: str, inner: str) -> bool:
    """Whether the last mark belongs to a quotation that begins inside."""
    pairs = {"”": "“", "»": "«", "’": "‘", "」": "「"}
    opener = pairs.get(mark)
    return opener is not None and inner.count(opener) > inner.count(mark)
