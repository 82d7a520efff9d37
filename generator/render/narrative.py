"""Draw the narrated review as it was written, with its attributed passages marked.

The text is rendered first, then the passages are laid over the rendered text nodes by monotone
alignment, split at element edges; so no mark ever changes what the words are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from html import unescape
from itertools import pairwise

from markupsafe import Markup

from generator.alignment import NodeSlice, align, align_exactly
from generator.model import Span
from generator.render.placing import escaped
from generator.render.sanitise import clean, markdown_html
from generator.render.withholding import projection_of, to_roundup, with_placeholders, withheld
from generator.text.paragraphs import paragraphs
from generator.views.shapes import ArticleView, NarrativeAnchor, NarrativeMark, NarrativeView

BELOW_REVIEW = 3
"""Level of a narrative's headings: under the section's own, which is an h2."""

BELOW_OUTLET = 4
"""Level of a full article's headings: under its outlet's, which is an h3."""


_Overlay = NarrativeMark | NarrativeAnchor


_TAG = re.compile(r"""(<(/?[a-z][a-z0-9]*)(?:[^"'<>]|"[^"]*"|'[^']*')*>)""")
"""A tag of HTML as the sanitiser writes it: in texts it leaves no `<`, and it quotes attributes."""


def narrative(view: NarrativeView) -> Markup:
    """Filter: the narrative as HTML; passage of quotation x is `<mark id="n-x">`."""
    source = _without(view.text, view.omit)
    hidden = withheld(source, view)
    source = hidden.source
    tags, nodes = _cut(_html(source, view))
    marks = tuple(mark for mark in view.marks if not mark.withdrawn)
    overlays: tuple[_Overlay, ...] = (*view.anchors, *marks)
    slices = _slices(source, view, overlays, nodes)
    drawn = "".join(_drawn(tags, nodes, slices, overlays))
    page = with_placeholders(Markup(drawn), hidden.signs)  # noqa: S704 (see `_drawn`)
    placed = {_fragment(over) for over, parts in zip(overlays, slices, strict=True) if parts}
    placed |= {_fragment(mark) for mark, _ in hidden.signs.values()}
    return _unplaced((*view.anchors, *view.marks), placed) + page


def _cut(html: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Cut sanitised HTML into its tags, each as it stands with its name, and the texts between.

    There is one text more than tags: before each, and after the last. Entities are decoded; the
    name of an end tag begins with `/`.
    """
    pieces = _TAG.split(html)  # text, tag, name, text, tag, name, ... text
    tags = list(zip(pieces[1::3], pieces[2::3], strict=True))
    return tags, list(map(_text, pieces[::3])) if "&" in html else pieces[::3]


def _text(html: str) -> str:
    return unescape(html) if "&" in html else html


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


def _edges(over: _Overlay, *, first: bool) -> tuple[str, str]:
    """Return the tags around a piece of a passage, or of a sentence that the summary leads to."""
    identity = f' id="{escaped(_fragment(over))}"' if first else ""
    if isinstance(over, NarrativeMark):
        return f'<mark class="{escaped(over.kind)}"{identity}>', "</mark>"
    return f'<span class="summed-up"{identity}>', "</span>"


def _plain(text: str) -> str:
    parts = (part.of(text) for part in paragraphs(text, newline_parts=True))
    return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in parts)


def _slices(
    source: str, view: NarrativeView, overlays: Sequence[_Overlay], nodes: Sequence[str]
) -> tuple[tuple[NodeSlice, ...], ...]:
    """Return, for each of `overlays`, the slices of text nodes that show it."""
    found = [over.spans for over in overlays]
    every = [span for spans in found for span in spans]
    aligned = align_exactly(source, view.body, every, nodes)
    if aligned is None:
        projection = projection_of(source, view)
        shown = [
            Span(bisect_left(projection.offsets, s.start), bisect_left(projection.offsets, s.end))
            for s in every
        ]
        aligned = align(projection.visible, shown, nodes)
    parts = iter(aligned)
    return tuple([tuple([part for _ in spans for part in next(parts)]) for spans in found])


def _drawn(
    tags: Sequence[tuple[str, str]],
    nodes: Sequence[str],
    slices: Sequence[Sequence[NodeSlice]],
    overlays: Sequence[_Overlay],
) -> Iterator[str]:
    """Yield tags and texts again, with marks in the text; a link in a link waits until it ends.

    All is safe: tags are as the sanitiser let them through, every text is escaped here.
    """
    by_node: dict[int, list[tuple[int, NodeSlice]]] = defaultdict(list)
    for number, parts in enumerate(slices):
        for part in parts:
            by_node[part.node].append((number, part))
    first = {number: parts[0] for number, parts in enumerate(slices) if parts}
    last = {number: parts[-1] for number, parts in enumerate(slices) if parts}
    waiting: list[str] = []
    in_link = False
    for place, text in enumerate(nodes):
        if place not in by_node:
            yield escaped(text)
        else:
            for piece, waits in _marked(text, by_node[place], overlays, first, last):
                if waits and in_link:
                    waiting.append(piece)
                else:
                    yield piece
        if place < len(tags):
            tag, name = tags[place]
            yield tag
            in_link = name == "a" or (in_link and name != "/a")
        if waiting and not in_link:
            yield from waiting
            waiting.clear()


def _marked(
    text: str,
    slices: Sequence[tuple[int, NodeSlice]],
    overlays: Sequence[_Overlay],
    first: Mapping[int, NodeSlice],
    last: Mapping[int, NodeSlice],
) -> Iterable[tuple[str, bool]]:
    """Return one text node in pieces, and whether each is a link, which has no place in another."""
    if len(slices) == 1 and slices[0][1].start < slices[0][1].end:
        return _marked_once(text, slices[0], overlays, first, last)
    return _marked_often(text, slices, overlays, first, last)


def _marked_often(
    text: str,
    slices: Sequence[tuple[int, NodeSlice]],
    overlays: Sequence[_Overlay],
    first: Mapping[int, NodeSlice],
    last: Mapping[int, NodeSlice],
) -> Iterator[tuple[str, bool]]:
    """Yield what `_marked` returns: a statement that outlets share is marked for each of them."""
    edges = sorted({0, len(text), *(e for _, s in slices for e in (s.start, s.end))})
    coming = sorted(slices, key=lambda pair: (-pair[1].start, -pair[0]))
    covering: list[tuple[int, NodeSlice]] = []
    begun: set[int] = set()
    for start, end in pairwise(edges):
        piece = escaped(text[start:end])
        # Only the few marks that are open here are looked at, so the cost stays linear.
        covering = [(n, s) for n, s in covering if s.end >= end]
        while coming and coming[-1][1].start <= start:
            covering.append(coming.pop())
        for number, part in reversed(covering):
            opened, closed = _edges(
                overlays[number], first=first[number] == part and number not in begun
            )
            begun.add(number)
            piece = f"{opened}{piece}{closed}"
        yield piece, False
        for number, part in covering:
            over = overlays[number]
            if isinstance(over, NarrativeMark) and part == last[number] and part.end == end:
                yield to_roundup(over), True


def _marked_once(
    text: str,
    only: tuple[int, NodeSlice],
    overlays: Sequence[_Overlay],
    first: Mapping[int, NodeSlice],
    last: Mapping[int, NodeSlice],
) -> list[tuple[str, bool]]:
    """Do as `_marked_often` where a single slice lies in the text node, as in most."""
    number, part = only
    _, start, end = part
    over = overlays[number]
    opened, closed = _edges(over, first=first[number] == part)
    marked = f"{escaped(text[:start])}{opened}{escaped(text[start:end])}{closed}"
    pieces = [(marked, False)]
    if part == last[number] and isinstance(over, NarrativeMark):
        pieces.append((to_roundup(over), True))
    if end < len(text):
        pieces.append((escaped(text[end:]), False))
    return pieces
