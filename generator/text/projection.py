"""Decides which characters of a file a reader sees, and where each stands in the file.

Analysis reads the visible text; what it finds is carried back to the untouched file by
`Projection.in_file`. Markdown and HTML are read by a light scanner that only ever leaves
characters out (and puts paragraph breaks and the marks of `<q>` in), so every visible character
has one place in the file. Every pattern is free of nested repetition: the cost is linear.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.model import Markup, Span
from generator.text.markdown_marks import hidden_in_markdown, paragraph_breaks
from generator.text.telling_tags import marks_of_tags, raised_signs

_TAG = re.compile(
    r"<!--|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>"
    r"|<[!?/][^<>]*>",
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_NEWLINES = re.compile(r"(?<![ \t])[ \t]*+(?:\r\n|\r|\n)[ \t\r\n]*+")
_INVISIBLE = frozenset(("script", "style", "template", "head", "noscript", "svg", "select"))
_BESIDE = frozenset(("nav", "figcaption", "footer"))
"""Elements whose words are no copy, by their meaning (HTML Living Standard, 4.3.4, 4.3.8, 4.4.13);
but a footer in a quotation names who said it."""
_BLOCKS = frozenset(
    """
    address article aside blockquote body dd details div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


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

    def in_file(self, span: Span) -> Span:
        """Return where the visible `span` stands in the file; hidden marks within are included."""
        start = self.offsets[span.start]
        if span.end <= span.start:
            return Span(start, start)
        last = span.end - 1
        return Span(start, self.offsets[last] + self.widths.get(last, 1))


def project(text: str, *, body: Span, markup: Markup) -> Projection:
    """Return the visible text of `body` in the file `text`."""
    if markup == "text":
        return Projection(visible=body.of(text), offsets=range(body.start, body.end + 1))
    if markup == "markdown":
        return _markdown(text, body)
    return _html(text, body)


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

    def built(self, end: int, *, beside: Sequence[Span] = ()) -> Projection:
        """Return the projection; `end` is where the body ends, `beside` are visible stretches."""
        return Projection(
            visible="".join(self.pieces),
            offsets=(*self.offsets, end),
            widths=self.widths,
            beside=tuple(beside),
        )


def _markdown(text: str, body: Span) -> Projection:
    source = body.of(text)
    hidden = hidden_in_markdown(source)
    signs = _hide_tags(source, hidden)
    builder = _Builder(text, {body.start + place: sign for place, sign in signs.items()})
    breaks = paragraph_breaks(source)
    for start, end in _runs(hidden, breaks):
        if start in breaks:
            place = body.start + start
            builder.stand_for("\n\n", place, place)
        if start < end:
            builder.keep(body.start + start, body.start + end)
    return builder.built(body.end)


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


def _hide_tags(source: str, hidden: bytearray) -> dict[int, str]:
    """Hide HTML written inside Markdown, and return the signs that say what its tags say.

    The words between the tags stay. A tag that is shown as a mark keeps its first character.
    """
    tags = _tags(source, 0, len(source))
    marks = marks_of_tags(source, [tag for tag in tags if not hidden[tag[0]]])
    for start, end, _name in tags:
        if source.startswith(("<http:", "<https:", "<mailto:"), start):
            hidden[start] = hidden[end - 1] = 1
        else:
            hidden[start:end] = b"\1" * (end - start)
            hidden[start] = start not in marks
    return marks | raised_signs(source, tags)


def _tags(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return each stretch that is a tag, comment or invisible element, with the tag's name."""
    found: list[tuple[int, int, str]] = []
    lower = ""
    at = start
    while match := _TAG.search(text, at, end):
        name = (match["name"] or "").lower()
        stop = match.end()
        if match[0] == "<!--":
            close = text.find("-->", stop, end)
            stop = end if close == -1 else close + 3
        elif name in _INVISIBLE and not match["close"] and not match[0].endswith("/>"):
            lower = lower or text.lower()
            # Lower-casing may change the length of a few letters; then trust the exact case.
            close = (lower if len(lower) == len(text) else text).find(f"</{name}", stop, end)
            stop = end if close == -1 else close
        found.append((match.start(), stop, name))
        at = stop
    return found


def _html(text: str, body: Span) -> Projection:
    tags = _tags(text, body.start, body.end)
    builder = _Builder(text, raised_signs(text, tags))
    marks = marks_of_tags(text, tags)
    edges = _edges_of_beside(text, tags)
    places: list[int] = []
    at = body.start
    for start, end, name in tags:
        _keep_folded(builder, at, start)
        if start in edges:
            places.append(len(builder.offsets))
        if name in _BLOCKS:
            builder.stand_for("\n\n", start, start)
        elif name == "br":
            builder.stand_for("\n", start, end)
        elif start in marks:
            builder.stand_for(marks[start], start, end)
        at = end
    _keep_folded(builder, at, body.end)
    beside = map(Span, places[::2], places[1::2])
    return builder.built(body.end, beside=tuple(beside))


def _edges_of_beside(text: str, tags: Sequence[tuple[int, int, str]]) -> frozenset[int]:
    """Return where the tags stand that open and close what is beside the copy, the outermost.

    An element that is never closed is none: it would swallow the page.
    """
    edges: set[int] = set()
    opened, depth, quoted = (0, ""), 0, 0
    for start, _end, tag in tags:
        step = -1 if text.startswith("</", start) else 1
        if tag == "blockquote":
            quoted = max(0, quoted + step)
        elif depth and tag == opened[1]:
            depth += step
            edges |= set() if depth else {opened[0], start}
        elif not depth and step > 0 and tag in _BESIDE and not (quoted and tag == "footer"):
            opened, depth = (start, tag), 1
    return frozenset(edges)


def _keep_folded(builder: _Builder, start: int, end: int) -> None:
    """Show HTML text: a newline of the source is a space to the reader."""
    at = start
    for match in _NEWLINES.finditer(builder.text, start, end):
        builder.keep(at, match.start())
        builder.stand_for(" ", match.start(), match.end())
        at = match.end()
    builder.keep(at, end)
