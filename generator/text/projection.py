"""Decides which characters of a file a reader sees, and where each stands in the file.

Analysis reads the visible text; what it finds is carried back to the untouched file by
`Projection.in_file`. Markdown and HTML are read by a light scanner that only ever leaves
characters out (and puts paragraph breaks and the marks of `<q>` in), so every visible character
has one place in the file. Every pattern is free of nested repetition: the cost is linear.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.model import Markup, Span
from generator.text.blocks import VOICES, edges_in_markdown, is_block, sign_of
from generator.text.markdown_marks import (
    hidden_in_markdown,
    is_plain,
    paragraph_breaks,
    without_code,
)
from generator.text.tags import Tag, tags_in
from generator.text.telling_tags import marks_of_tags, raised_signs

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_NEWLINES = re.compile(r"(?<![ \t])[ \t]*+(?:\r\n|\r|\n)[ \t\r\n]*+")
_BESIDE = frozenset(("nav", "figcaption", "footer"))
"""Elements whose words are no copy, by their meaning (HTML Living Standard, 4.3.4, 4.3.8, 4.4.13);
but a footer in a quotation names who said it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Projection:
    """The words a reader sees, and the way back to the file."""

    visible: str
    offsets: Sequence[int]
    """One longer than `visible`: the file offset of each visible code point, then the end."""
    widths: Mapping[int, int] = field(default_factory=dict)
    """Visible code points that stand for more than one character of the file, as `&amp;`."""
    beside: tuple[Span, ...] = ()
    """Visible stretches that the markup sets beside the copy: navigation, captions, footers."""
    edges: Mapping[int, str] = field(default_factory=dict)
    """White space over which no words run on, with the separator that says so (`blocks.py`)."""

    @property
    def parted(self) -> str:
        """The visible text, of the same length, with the separators in their places."""
        pieces: list[str] = []
        done = 0
        for place, sign in sorted(self.edges.items()):
            pieces += [self.visible[done:place], sign]
            done = place + 1
        return "".join([*pieces, self.visible[done:]])

    @property
    def is_file(self) -> bool:
        """Whether every visible character stands at its own place in the file."""
        return isinstance(self.offsets, range) and not self.offsets.start and not self.widths

    def in_file(self, span: Span) -> Span:
        """Return where the visible `span` stands in the file; hidden marks within are included."""
        start = self.offsets[span.start]
        if span.end <= span.start:
            return Span(start, start)
        last = span.end - 1
        return Span(start, self.offsets[last] + self.widths.get(last, 1))


def project(text: str, *, body: Span, markup: Markup, stored: bool = False) -> Projection:
    """Return the visible text of `body` in the file `text`.

    Of a `stored` article what its page hides or strikes out is left out too.
    """
    if markup == "text" or (markup == "markdown" and is_plain(body.of(text))):
        return Projection(visible=body.of(text), offsets=range(body.start, body.end + 1))
    if markup == "markdown":
        return _markdown(text, body, stored=stored)
    return _html(text, body, stored=stored)


class _Builder:
    """Collects visible characters with their places."""

    def __init__(self, text: str, signs: Mapping[int, str]) -> None:
        self.text = text
        self.signs = signs
        self.pieces: list[str] = []
        self.offsets: list[int] = []
        self.widths: dict[int, int] = {}

    def keep(self, start: int, end: int) -> None:
        """Show the file's characters from `start` to `end`, entities decoded."""
        at = start
        for match in _ENTITY.finditer(self.text, start, end):
            self._copy(at, match.start())
            self.stand_for(html.unescape(match[0]), match.start(), match.end())
            at = match.end()
        self._copy(at, end)

    def stand_for(self, shown: str, start: int, end: int) -> None:
        """Show `shown` in the place of the file's characters from `start` to `end`."""
        if not shown:
            return
        self.offsets.extend([start] * len(shown))
        self.widths[len(self.offsets) - 1] = end - start
        self.pieces.append(shown)

    def _copy(self, start: int, end: int) -> None:
        if start < end:
            shown = self.text[start:end]
            if self.signs:
                shown = "".join(self.signs.get(start + n, sign) for n, sign in enumerate(shown))
            self.pieces.append(shown)
            self.offsets.extend(range(start, end))

    def built(
        self, end: int, edges: Mapping[int, str], *, beside: Sequence[Span] = ()
    ) -> Projection:
        """Return the projection; `end` is where the body ends, `edges` lie in the file.

        `beside` are visible stretches.
        """
        visible = "".join(self.pieces)
        return Projection(
            visible=visible,
            offsets=(*self.offsets, end),
            widths=self.widths,
            beside=tuple(beside),
            edges=dict(_visible_edges(visible, self.offsets, edges)),
        )


def _visible_edges(
    visible: str, offsets: Sequence[int], edges: Mapping[int, str]
) -> Iterator[tuple[int, str]]:
    """Yield the white space before the words at each edge, where it can bear a separator."""
    # Where two edges meet the last one wins, so the stronger sign comes last.
    for start, sign in sorted(edges.items(), key=lambda edge: edge[1] == VOICES):
        here = before = bisect_left(offsets, start)
        while here < len(visible) and visible[here].isspace():
            here += 1
        while before and visible[before - 1].isspace():
            before -= 1
        newline = visible.rfind("\n", before, here)
        if before < here < len(visible):
            yield (here - 1 if newline == -1 else newline), sign


def _markdown(text: str, body: Span, *, stored: bool) -> Projection:
    source = body.of(text)
    hidden = hidden_in_markdown(source, struck=stored)
    tags = tags_in(without_code(source), 0, len(source), stored=stored)
    signs = _hide_tags(source, tags, hidden)
    builder = _Builder(text, {body.start + place: sign for place, sign in signs.items()})
    edges = edges_in_markdown(source) | _edges_of(tags)
    blocks = {tag.start for tag in tags if is_block(tag.name)}
    breaks = paragraph_breaks(source) | blocks | edges.keys()
    for start, end in _runs(hidden, breaks):
        if start in breaks:
            place = body.start + start
            builder.stand_for("\n\n", place, place)
        if start < end:
            builder.keep(body.start + start, body.start + end)
    return builder.built(body.end, {body.start + place: sign for place, sign in edges.items()})


def _edges_of(tags: Iterable[Tag]) -> dict[int, str]:
    """Return where tags begin over which no words run on, with the separator that says so."""
    signs = {tag.start: VOICES if tag.unheard else sign_of(tag.name) for tag in tags}
    return {start: sign for start, sign in signs.items() if sign}


def _runs(hidden: bytearray, breaks: frozenset[int]) -> list[tuple[int, int]]:
    """Return the shown stretches in order, cut at `breaks`; a hidden break is an empty stretch."""
    cuts = sorted(breaks | {0, len(hidden)})
    runs: list[tuple[int, int]] = []
    for low, high in pairwise(cuts):
        first = True
        start = hidden.find(0, low, high)
        while start != -1:
            if first and start > low:
                runs.append((low, low))
            first = False
            end = hidden.find(1, start, high)
            end = high if end == -1 else end
            runs.append((start, end))
            start = hidden.find(0, end, high)
        if first:
            runs.append((low, low))
    return runs


def _hide_tags(source: str, tags: Sequence[Tag], hidden: bytearray) -> dict[int, str]:
    """Hide HTML written inside Markdown, and return the signs that say what its tags say.

    The words between the tags stay. A tag that is shown as a sign keeps its first character.
    """
    signs = marks_of_tags(tags) | {tag.start: "\n" for tag in tags if tag.name == "br"}
    for tag in tags:
        if source.startswith(("<http:", "<https:", "<mailto:"), tag.start):
            hidden[tag.start] = hidden[tag.end - 1] = 1
        else:
            hidden[tag.start : tag.end] = b"\1" * (tag.end - tag.start)
            hidden[tag.start] = tag.start not in signs
    return signs | raised_signs(source, tags)


def _html(text: str, body: Span, *, stored: bool) -> Projection:
    tags = tags_in(text, body.start, body.end, stored=stored)
    builder = _Builder(text, raised_signs(text, tags))
    marks = marks_of_tags(tags)
    borders = _borders_of_beside(tags)
    places: list[int] = []
    at = body.start
    for tag in tags:
        _keep_folded(builder, at, tag.start)
        if tag.start in borders:
            places.append(len(builder.offsets))
        if tag.unheard or is_block(tag.name):
            builder.stand_for("\n\n", tag.start, tag.start)
        elif tag.name == "br":
            builder.stand_for("\n", tag.start, tag.end)
        elif tag.start in marks:
            builder.stand_for(marks[tag.start], tag.start, tag.end)
        at = tag.end
    _keep_folded(builder, at, body.end)
    beside = tuple(map(Span, places[::2], places[1::2]))
    return builder.built(body.end, _edges_of(tags), beside=beside)


def _borders_of_beside(tags: Sequence[Tag]) -> frozenset[int]:
    """Return where the tags stand that open and close what is beside the copy, the outermost.

    An element that is never closed is none: it would swallow the page.
    """
    borders: set[int] = set()
    opened, depth, quoted = (0, ""), 0, 0
    for tag in tags:
        step = -1 if tag.closes else 1
        if tag.name == "blockquote":
            quoted = max(0, quoted + step)
        elif depth and tag.name == opened[1]:
            depth += step
            borders |= set() if depth else {opened[0], tag.start}
        elif (
            not depth and step > 0 and tag.name in _BESIDE and not (quoted and tag.name == "footer")
        ):
            opened, depth = (tag.start, tag.name), 1
    return frozenset(borders)


def _keep_folded(builder: _Builder, start: int, end: int) -> None:
    """Show HTML text: a newline of the source is a space to the reader."""
    at = start
    for match in _NEWLINES.finditer(builder.text, start, end):
        builder.keep(at, match.start())
        builder.stand_for(" ", match.start(), match.end())
        at = match.end()
    builder.keep(at, end)
