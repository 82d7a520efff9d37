"""The words of a stored article that may bear a quotation out: its text, headline and standfirst.

Headline and standfirst stand in the front matter, as the editor copied them from the page. They
come after the text, so that places in it stay as they are, and parted from it so that no quotation
runs or jumps from one into the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Article, ArticlePart, Span
from generator.text.blocks import VOICES
from generator.text.projection import Projection, project

_BETWEEN = f"\n{VOICES}"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Front:
    """A value of the front matter."""

    part: ArticlePart
    start: int
    """Where its words begin in the evidence."""
    words: str
    place: Span
    """Where the value stands in the file, with its YAML marks."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """What quotations from one article are compared with."""

    text: str
    """White space in it may be a separator of blocks (`text/blocks.py`)."""
    projection: Projection
    """Of the article's text, with which `text` begins."""
    file: str
    """The whole file."""
    fronts: tuple[_Front, ...]

    def part_of(self, span: Span) -> ArticlePart:
        """Return the part of the article that a span of `text` begins in."""
        front = self._front(span)
        return front.part if front else "text"

    def in_file(self, span: Span) -> Span:
        """Return where a span of `text` stands in the file.

        A value that YAML writes in other signs than its words is given whole.
        """
        front = self._front(span)
        if front is None:
            end = min(span.end, len(self.projection.visible))
            return self.projection.in_file(Span(span.start, end))
        here = front.place.of(self.file).find(front.words)
        if here == -1:
            return front.place
        moved = front.place.start + here - front.start
        end = min(span.end, front.start + len(front.words))
        return Span(moved + span.start, moved + end)

    def _front(self, span: Span) -> _Front | None:
        return next((f for f in reversed(self.fronts) if f.start <= span.start), None)


def evidence_of(article: Article, projection: Projection | None = None) -> Evidence:
    """Return the evidence that `article` gives; `projection` is its text, where that was read."""
    projection = projection or project(
        article.text, body=article.body, markup=article.markup, stored=True
    )
    pieces, fronts = [projection.parted], []
    length = len(projection.visible)
    for part, words, place in _values(article):
        fronts.append(_Front(part=part, start=length + len(_BETWEEN), words=words, place=place))
        pieces += [_BETWEEN, words]
        length += len(_BETWEEN) + len(words)
    return Evidence(
        text="".join(pieces), projection=projection, file=article.text, fronts=tuple(fronts)
    )


def _values(article: Article) -> Iterator[tuple[ArticlePart, str, Span]]:
    if article.headline and article.headline_place:
        yield "headline", article.headline, article.headline_place
    if article.standfirst and article.standfirst_place:
        yield "standfirst", article.standfirst, article.standfirst_place
