"""Take withdrawn words out of a narrative, leaving a sign where they stood.

Every visible character of a withdrawn passage is replaced in the source, before anything is drawn,
by a private-use character that stands for the passage. Markup keeps its place and its balance, and
no later step can let a word through. Words that a published quotation shows as well stay.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Markup as MarkupKind
from generator.model import Span
from generator.render.placing import escaped
from generator.text.projection import Projection, project
from generator.views.shapes import NarrativeMark, NarrativeView

_FIRST = 0xF0000
"""Code point of the first sign: private use, plane 15, which no font or author shares with us."""
_RUN = re.compile(r"([\U000F0000-\U000FFFFD])(?:\s*\1)*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Withheld:
    """A source without its withdrawn words, and what its signs stand for."""

    source: str
    signs: dict[str, tuple[NarrativeMark, bool]]
    """The passage of each sign, and whether the sign is its first."""


def withheld(source: str, view: NarrativeView) -> Withheld:
    """Return `source`, a narrative's, without the words of the passages that were withdrawn."""
    marks = view.marks
    if not any(mark.withdrawn for mark in marks):
        return Withheld(source=source, signs={})
    projection = projection_of(source, view)
    shown = [span for mark in marks if not mark.withdrawn for span in mark.spans]
    letters = list(source)
    signs: dict[str, tuple[NarrativeMark, bool]] = {}
    for mark in (mark for mark in marks if mark.withdrawn):
        first = True
        for span in mark.spans:
            sign = chr(_FIRST + len(signs))
            for place in _letters(span, projection, letters, shown):
                letters[place.start : place.end] = sign * (place.end - place.start)
                signs[sign] = (mark, first)
            first = first and sign not in signs
    return Withheld(source="".join(letters), signs=signs)


def projection_of(source: str, view: NarrativeView) -> Projection:
    """Return the visible text of `source`, a narrative's."""
    markup: MarkupKind = "markdown" if view.markup == "markdown" else "text"
    return project(source, body=view.body, markup=markup)


def _letters(
    span: Span, projection: Projection, letters: Sequence[str], shown: Sequence[Span]
) -> Iterator[Span]:
    """Yield where the visible letters of `span` stand that no published quotation shows."""
    offsets = projection.offsets
    for at in range(bisect_left(offsets, span.start), bisect_left(offsets, span.end)):
        start = offsets[at]
        published = any(other.start <= start < other.end for other in shown)
        if not published and not letters[start].isspace():
            yield Span(start, start + projection.widths.get(at, 1))


def with_placeholders(page: Markup, signs: Mapping[str, tuple[NarrativeMark, bool]]) -> Markup:
    """Return `page` with a placeholder where a sign first stands, and without the other signs."""
    if not signs:
        return page
    pieces: list[Markup] = []
    told: set[str] = set()
    done = 0
    for run in _RUN.finditer(page):
        if run[1] not in signs:
            continue
        pieces.append(page[done : run.start()])
        done = run.end()
        if run[1] not in told:
            told.add(run[1])
            mark, first = signs[run[1]]
            in_link = page.rfind("<a ", 0, done) > page.rfind("</a>", 0, done)
            pieces.append(_placeholder(mark, first=first, linked=first and not in_link))
    return Markup("").join((*pieces, page[done:]))


def _placeholder(mark: NarrativeMark, *, first: bool, linked: bool) -> Markup:
    identity = Markup(' id="n-{}"').format(mark.quotation) if first else Markup("")
    words = Markup('<span class="withdrawn"{}>[withdrawn]</span>').format(identity)
    return words + Markup(to_roundup(mark)) if linked else words  # noqa: S704 (escaped there)


def to_roundup(mark: NarrativeMark) -> str:
    """Return a link without words, so that who copies the narrative copies only its words.

    It is HTML, as a text: of a dozen on every page no object needs to be made.
    """
    to, label = escaped(mark.quotation), escaped(mark.label)
    return f'<a class="to-roundup" href="#q-{to}" aria-label="{label}: in the round-up"></a>'
