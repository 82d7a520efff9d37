"""Decides which blocks of a text run on into the next one, and how an edge where none does is told.

Paragraphs run on: who quotes over the end of one leaves nothing out. Entries of a list, cells of a
table, headings and captions do not, for nobody reads them as one sentence; and the words of a block
quotation are somebody else's. The edges are told by two separators of ASCII, white space to every
other reader, in a text of the same length (`Projection.parted`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

EDGE = "\x1e"
"""Record separator: over it words stand in no row, but may be left out with dots."""
VOICES = "\x1d"
"""Group separator: on its two sides two different voices may speak; no cut joins them."""

AS_SPACE = {ord(EDGE): " ", ord(VOICES): " "}
"""For `str.translate`: the same text as it is shown."""

FLOWING = frozenset(
    "article body center details div hgroup main p pre search section".split()  # noqa: SIM905 - a list of words reads best as words
)
"""Elements that part paragraphs and no more."""
PARTED = frozenset(
    """
    address aside caption dd dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header
    hr legend li menu ol summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Elements that no sentence runs into or out of."""
QUOTING = frozenset({"blockquote"})
"""Elements that hold somebody else's words without marks around them."""

_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)*")
_ENTRY = re.compile(r"[ \t]*(?:[-*+]|(?P<number>[0-9]{1,9})[.)])[ \t]+(?P<quote>>?)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t\r]|$)")
_RULE = re.compile(r" {0,3}(?:[-*_][ \t]*){3,}\r?$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t\r]*$")
_INDENT = re.compile(r"[ \t]{2}|\t")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Line:
    """A line of Markdown, as far as it tells where blocks begin."""

    blank: bool = True
    quoted: int = 0
    """Depth of the block quotation that its words are in; of a blank line the one before it."""
    closed: bool = False
    """A line without words or `>` ended that quotation."""
    entry: bool = False
    in_list: bool = False
    heading: bool = False
    """Or a rule across the page."""
    underlines: bool = False
    """Makes a heading of the lines above it."""


def sign_of(element: str) -> str:
    """Return the separator at the edges of an HTML element; empty where words run on."""
    if element in QUOTING:
        return VOICES
    return EDGE if element in PARTED else ""


def is_block(element: str) -> bool:
    """Tell whether an HTML element begins and ends a paragraph."""
    return element in FLOWING or element in PARTED or element in QUOTING


def edges_in_markdown(text: str) -> dict[int, str]:
    """Return where in a Markdown `text` a line begins over whose edge no words run on.

    By the line's offset, with its separator. Lines that lazily go on with a block quotation's
    paragraph, as CommonMark has it, belong to it.
    """
    edges: dict[int, str] = {}
    before = _Line()
    paragraph = start = 0
    for words in text.splitlines(keepends=True):
        here = _read(words, before)
        if not here.blank:
            paragraph = start if before.blank else paragraph
            if sign := _sign_between(before, here):
                edges[start] = sign
            if here.underlines:
                edges.setdefault(paragraph, EDGE)
        before = here
        start += len(words)
    # Nothing stands before the first line.
    edges.pop(0, None)
    return edges


def _read(words: str, before: _Line) -> _Line:
    prefix = _QUOTE.match(words)
    end = prefix.end() if prefix else 0
    depth, rest = words.count(">", 0, end), words[end:].rstrip("\r\n")
    if not rest.strip():
        closed = before.closed or (before.quoted > 0 and not depth)
        return _Line(quoted=before.quoted, closed=closed, in_list=before.in_list)
    rule = bool(_RULE.match(rest))
    marker = None if rule else _ENTRY.match(rest)
    # Another figure than 1 begins no list within a paragraph.
    first = marker is not None and marker["number"] in {None, "1"}
    entry = marker is not None and (first or before.blank or before.in_list)
    depth += marker is not None and bool(marker["quote"])
    underlines = not before.blank and not before.heading and bool(_UNDERLINE.match(rest))
    heading = bool(_HEADING.match(rest)) or rule or underlines
    if depth < before.quoted and not (before.blank or entry or heading):
        depth = before.quoted
    goes_on = before.in_list and (not before.blank or bool(_INDENT.match(rest)))
    return _Line(
        blank=False,
        quoted=depth,
        entry=entry,
        in_list=not heading and (entry or goes_on),
        heading=heading,
        underlines=underlines,
    )


def _sign_between(before: _Line, here: _Line) -> str:
    if here.quoted != before.quoted or (here.quoted and before.closed):
        return VOICES
    parted = here.entry or here.heading or before.heading or before.in_list != here.in_list
    return EDGE if parted else ""
