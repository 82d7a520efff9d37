"""Gather the texts that a digest prints beside its quotations, each with its place for messages.

These are the values of digest.yaml in the editor's own words, the quotations written there
whatever their kind, the narrated review, and what an article's front matter says for the page.
What is hidden, withdrawn or page furniture is not printed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from generator.analysis import AnalysedText
from generator.digest.stored import line_of
from generator.model import Digest, EditorsWords, Review, Span
from generator.quick_state import quickly_made, quickly_pickled


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Printed:
    """A stretch of text that is published."""

    text: str
    file: str
    lines: tuple[tuple[int, int], ...]
    """Offset in `text` and the line of `file` from there on; the first offset is 0."""
    quoted: bool = False
    """Whether it is what a published quotation holds, of whatever kind."""

    def line(self, at: int) -> int:
        """Return the line of the file where the offset `at` of the text stands."""
        return next(line for offset, line in reversed(self.lines) if offset <= at)


_printed = quickly_made(Printed)


def printed_by(
    digest: Digest, words: Sequence[EditorsWords], review: AnalysedText | None
) -> Iterator[Printed]:
    """Yield the texts that `digest` prints; `words` and `review` are what it was made of."""
    if review is not None:
        yield from _of_review(digest, review)
    for article in digest.articles:
        for text in () if article.hidden else (article.standfirst, article.note):
            if text:
                yield Printed(text=text, file=article.file, lines=((0, 1),))
    shown = {q.entry for q in digest.quotations if not q.withdrawn}
    told = {q.entry for q in digest.quotations}
    for value in words:
        if value.key[0] != "quotations":
            yield Printed(text=value.text, file=digest.file, lines=value.lines)
        elif value.key[1] in (told if value.key[2] == "withdrawn" else shown):
            entry = digest.editorial.quotations[int(value.key[1])]
            yield Printed(
                text=value.text,
                file=digest.file,
                lines=((0, entry.line),),
                quoted=value.key[2] == "text",
            )


def _of_review(digest: Digest, review: AnalysedText) -> Iterator[Printed]:
    """Yield the narrative without what is withdrawn and what is furniture.

    What it quotes stands apart, so that no run goes on into the narrator's own next word.
    """
    if digest.review is None:
        return
    text = review.reading.text
    left_out, quoted = list(review.reading.furniture), []
    for quotation in (q for q in digest.quotations if q.in_review):
        spans = [review.visible(span) for span in quotation.spans]
        if quotation.withdrawn:
            left_out += spans
        elif quotation.kind != "indirect":
            quoted += spans
    ends = {at for span in (*left_out, *quoted) for at in span}
    gone = within = 0
    gone_to, quoted_to = _reach(left_out), _reach(quoted)
    for start, end in pairwise(sorted({0, len(text), *ends})):
        gone = max(gone, gone_to.get(start, 0))
        within = max(within, quoted_to.get(start, 0))
        if start >= gone:
            yield _narrated(digest.review, review, Span(start, end), quoted=start < within)


def _reach(spans: Iterable[Span]) -> Mapping[int, int]:
    """Return how far the spans that begin at each place reach."""
    reach: dict[int, int] = {}
    for start, end in spans:
        reach[start] = max(reach.get(start, 0), end)
    return reach


def _narrated(source: Review, review: AnalysedText, visible: Span, *, quoted: bool) -> Printed:
    """Return a stretch of the narrative, with the line of each of its paragraphs."""
    reading = review.reading
    first = bisect_right(reading.paragraphs, visible.start, key=itemgetter(0))
    end = bisect_left(reading.paragraphs, visible.end, key=itemgetter(0))
    starts = [visible.start, *(paragraph.start for paragraph in reading.paragraphs[first:end])]
    return _printed(
        text=visible.of(reading.text),
        file=source.file,
        lines=tuple(
            (at - visible.start, line_of(source.text, _in_file(review, at))) for at in starts
        ),
        quoted=quoted,
    )


def _in_file(review: AnalysedText, at: int) -> int:
    return review.reading.projection.in_file(Span(at, at + 1)).start
