"""Draw the narrated review as it was written, with its attributed passages marked.

The text is rendered first, then the passages are laid over the rendered text nodes by monotone
alignment, split at element edges; so no mark ever changes what the words are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise

from markupsafe import Markup, escape

from generator.alignment import NodeSlice, align
from generator.model import Markup as MarkupKind
from generator.model import Span
from generator.render.sanitise import clean, markdown_html
from generator.render.withholding import to_roundup, with_placeholders, withheld
from generator.text.paragraphs import paragraphs
from generator.text.projection import Projection, project
from generator.views.shapes import ArticleView, NarrativeAnchor, NarrativeMark, NarrativeView

BELOW_REVIEW = 3
"""Level of a narrative's headings: under the section's own, which is an h2."""

BELOW_OUTLET = 4
"""Level of a full article's headings: under its outlet's, which is an h3."""


_Overlay = NarrativeMark | NarrativeAnchor


@dataclass(frozen=True, slots=True)
class _Token:
    """A tag as it stands, or a text node with its entities decoded."""

    text: str
    tag: str = ""
    """Name for a start tag, `/` and the name for an end tag, empty for text."""


class _Tokens(HTMLParser):
    """Cuts sanitised HTML into tokens."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[_Token] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.tokens.append(_Token(self.get_starttag_text() or "", tag))

    def handle_endtag(self, tag: str) -> None:
        self.tokens.append(_Token(f"</{tag}>", f"/{tag}"))

    def handle_data(self, data: str) -> None:
        self.tokens.append(_Token(data))


def narrative(view: NarrativeView) -> Markup:
    """Filter: the narrative as HTML; passage of quotation x is `<mark id="n-x">`."""
    source = _without(view.text, view.omit)
    projection = _projection(source, view)
    hidden = withheld(source, projection, view.marks)
    if hidden.source != source:
        source = hidden.source
        projection = _projection(source, view)
    tokens = _Tokens(_html(source, view)).tokens
    texts = [place for place, token in enumerate(tokens) if not token.tag]
    marks = tuple(mark for mark in view.marks if not mark.withdrawn)
    overlays: tuple[_Overlay, ...] = (*view.anchors, *marks)
    nodes = [tokens[place].text for place in texts]
    slices = _slices(projection, overlays, nodes)
    page = with_placeholders(Markup("").join(_drawn(tokens, texts, slices, overlays)), hidden.signs)
    placed = {_fragment(over) for over, parts in zip(overlays, slices, strict=True) if parts}
    placed |= {_fragment(mark) for mark, _ in hidden.signs.values()}
    return _unplaced((*view.anchors, *view.marks), placed) + page


def article_copy(view: ArticleView) -> Markup:
    """Filter: the copy of an article that is published in full, as sanitised HTML."""
    if view.full_text_markup == "html":
        return Markup(clean(view.full_text, top=BELOW_OUTLET, ids=False))  # noqa: S704 (sanitised)
    if view.full_text_markup == "markdown":
        copy = markdown_html(view.full_text, top=BELOW_OUTLET, ids=False)
        return Markup(copy)  # noqa: S704 (sanitised)
    return Markup(_plain(view.full_text))  # noqa: S704 (escaped paragraph by paragraph)


def _without(text: str, omit: Sequence[Span]) -> str:
    """Blank what is left off; every other character keeps its place."""
    for span in omit:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _html(source: str, view: NarrativeView) -> str:
    body = view.body.of(source)
    return markdown_html(body, top=BELOW_REVIEW) if view.markup == "markdown" else _plain(body)


def _fragment(over: _Overlay) -> str:
    return f"n-{over.quotation}" if isinstance(over, NarrativeMark) else over.fragment


def _unplaced(overlays: Sequence[_Overlay], placed: Container[str]) -> Markup:
    """Return an anchor for each passage that the page does not show, so that no link is broken."""
    fragments = (_fragment(over) for over in overlays)
    anchors = (
        Markup('<span id="{}"></span>').format(fragment)
        for fragment in fragments
        if fragment not in placed
    )
    return Markup("").join(anchors)


def _wrapped(over: _Overlay, piece: Markup, *, first: bool) -> Markup:
    """Return a piece of text inside the mark of a passage, or the anchor of a sentence."""
    # Markup escapes whatever is added to it; its `format` does too, at ten times the cost.
    identity = Markup(' id="') + _fragment(over) + Markup('"') if first else Markup("")
    if isinstance(over, NarrativeMark):
        start = Markup('<mark class="') + over.kind + Markup('"') + identity
        return start + Markup(">") + piece + Markup("</mark>")
    return Markup('<span class="summed-up"') + identity + Markup(">") + piece + Markup("</span>")


def _plain(text: str) -> str:
    parts = (part.of(text) for part in paragraphs(text, newline_parts=True))
    return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in parts)


def _projection(source: str, view: NarrativeView) -> Projection:
    markup: MarkupKind = "markdown" if view.markup == "markdown" else "text"
    return project(source, body=view.body, markup=markup)


def _slices(
    projection: Projection, overlays: Sequence[_Overlay], nodes: Sequence[str]
) -> tuple[tuple[NodeSlice, ...], ...]:
    """Return, for each of `overlays`, the slices of text nodes that show it."""
    found = []
    for over in overlays:
        spans = [
            Span(bisect_left(projection.offsets, s.start), bisect_left(projection.offsets, s.end))
            for s in over.spans
        ]
        found.append(spans)
    aligned = iter(align(projection.visible, [s for spans in found for s in spans], nodes))
    return tuple(tuple(part for _ in spans for part in next(aligned)) for spans in found)


def _drawn(
    tokens: Sequence[_Token],
    texts: Sequence[int],
    slices: Sequence[Sequence[NodeSlice]],
    overlays: Sequence[_Overlay],
) -> Iterator[Markup]:
    """Yield the tokens again, with marks in the text; a link in a link waits until it ends."""
    by_node: dict[int, list[tuple[int, NodeSlice]]] = defaultdict(list)
    for number, parts in enumerate(slices):
        for part in parts:
            by_node[texts[part.node]].append((number, part))
    first = {number: parts[0] for number, parts in enumerate(slices) if parts}
    last = {number: parts[-1] for number, parts in enumerate(slices) if parts}
    waiting: list[Markup] = []
    in_link = False
    for place, token in enumerate(tokens):
        if token.tag:
            yield Markup(token.text)  # noqa: S704 (a tag that the sanitiser let through)
            in_link = token.tag == "a" or (in_link and token.tag != "/a")
        elif own := by_node.get(place):
            for piece in _marked(token.text, own, overlays, first, last):
                if piece.startswith("<a ") and in_link:
                    waiting.append(piece)
                else:
                    yield piece
        else:
            yield escape(token.text)
        if not in_link:
            yield from waiting
            waiting.clear()


def _marked(
    text: str,
    slices: Sequence[tuple[int, NodeSlice]],
    overlays: Sequence[_Overlay],
    first: Mapping[int, NodeSlice],
    last: Mapping[int, NodeSlice],
) -> Iterator[Markup]:
    """Yield one text node in pieces; a statement that outlets share is marked for each of them."""
    edges = sorted({0, len(text), *(e for _, s in slices for e in (s.start, s.end))})
    coming = sorted(slices, key=lambda pair: (-pair[1].start, -pair[0]))
    covering: list[tuple[int, NodeSlice]] = []
    begun: set[int] = set()
    for start, end in pairwise(edges):
        piece = escape(text[start:end])
        # Only the few marks that are open here are looked at, so the cost stays linear.
        covering = [(n, s) for n, s in covering if s.end >= end]
        while coming and coming[-1][1].start <= start:
            covering.append(coming.pop())
        for number, part in reversed(covering):
            here = first[number] == part and number not in begun
            begun.add(number)
            piece = _wrapped(overlays[number], piece, first=here)
        yield piece
        for number, part in covering:
            over = overlays[number]
            if isinstance(over, NarrativeMark) and part == last[number] and part.end == end:
                yield to_roundup(over)
