"""Find words in a text, and a text's words in the page made from it.

Three questions: where do these words stand (`find`, `occurrences`), which passage is nearest to
words that stand nowhere (`nearest`), and which stretches of a page's text nodes show a passage of
the source (`align`). The last walks source and page together, once, by their visible letters,
and after a difference looks a bounded way ahead for the place where both agree again, as
Heckel's file comparison does (CACM 21:4, 1978); its cost is linear in the length of both.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz import fuzz

from generator.model import Span
from generator.text.matching import MARKS, MatchableText, matchable, normalised
from generator.text.word_edges import is_edge


class NodeSlice(NamedTuple):
    """A stretch of one rendered text node, in code points; `end` is exclusive."""

    node: int
    start: int
    end: int


_BLANK = re.compile(r"\s*")

# --- words in a text


def find(words: str, text: str) -> Span | None:
    """Return where `words` first stand in `text`, whole words only, or None."""
    return next(iter(occurrences(words, text)), None)


def occurrences(words: str, text: str) -> Iterator[Span]:
    """Yield every place where `words` stand in `text`, in text order."""
    form = matchable(text)
    needle = normalised(words).strip()
    for start in starts(needle, form.form):
        yield form.original(start, start + len(needle))


def starts(needle: str, form: str, begin: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield where the normalised `needle` stands in `form[begin:end]`, whole words only."""
    if not needle:
        return
    here = form.find(needle, begin, end)
    while here >= 0:
        if is_edge(form, here) and is_edge(form, here + len(needle)):
            yield here
        here = form.find(needle, here + 1, end)


def nearest(words: str, text: str, *, at_least: float = 0.0) -> Span | None:
    """Return the passage of `text` most like `words`, in whole words; None where there is none.

    `at_least` is the likeness in per cent (rapidfuzz's partial ratio) below which nothing counts.
    """
    found = likeness(words, text, at_least=at_least)
    return found[1] if found else None


def likeness(words: str, text: str, *, at_least: float = 0.0) -> tuple[float, Span] | None:
    """Return how like `words` the nearest passage of `text` is, and where it stands."""
    form = matchable(text)
    needle = normalised(words).strip()
    if not needle or not form.form.strip():
        return None
    # The function slides the shorter text over the longer: keep the quotation the shorter one.
    if len(needle) > len(form.form):
        return fuzz.ratio(needle, form.form), form.original(0, len(form.form))
    found = fuzz.partial_ratio_alignment(needle, form.form, score_cutoff=at_least)
    if found is None or found.dest_start >= found.dest_end:
        return None
    start, end = _snapped(form, found.dest_start, found.dest_end)
    return found.score, form.original(start, end)


def _snapped(form: MatchableText, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to whole words, and leave out white space at its edges."""
    text = form.form
    while not is_edge(text, start):
        start -= 1
    while not is_edge(text, end):
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


# --- a text's words in the page made from it

_AGREE = 12
"""Visible letters that must be equal before two texts count as in step again."""
_REACHES = (128, 1024, 8192)
"""How far ahead to look for that, nearest first."""
_NEAR_STEPS = ((1, 0), (0, 1), (1, 1), (2, 0), (0, 2))
"""Differences of a letter or two, as a Markdown sign, need less agreement to be believed."""
_NEAR_AGREE = 3
_VISIBLE = re.compile(r"\S+")
_LEAST_SHARE = 0.5
"""A passage of which less than this is found in the page is not marked at all."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Letters that agree: `length` from `source` on and from `page` on, white space left out."""

    source: int
    page: int
    length: int


def align(
    source: str, spans: Sequence[Span], nodes: Sequence[str]
) -> tuple[tuple[NodeSlice, ...], ...]:
    """Return, for each span of `source`, the slices of the rendered text `nodes` that show it.

    The nodes hold the source's visible words in the same order; white space may differ, and
    letters may be missing or added here and there. A span not found gives an empty tuple.
    """
    letters, shown = _Letters(source), _Page(nodes)
    mine, theirs = "".join(source.split()), "".join(shown.text.split())
    if mine != theirs:
        mine, theirs = mine.translate(MARKS), theirs.translate(MARKS)
    runs = _runs(mine, theirs)
    begins = [run.source for run in runs]
    slices: list[tuple[NodeSlice, ...]] = []
    for span in spans:
        first, last = letters.before(span.start), letters.before(span.end)
        stretches = tuple(_page_stretches(runs, begins, first, last))
        found = sum(end - start for start, end in stretches)
        enough = found and found >= _LEAST_SHARE * (last - first)
        slices.append(_node_slices(stretches, shown) if enough else ())
    return tuple(slices)


def align_exactly(
    source: str, body: Span, spans: Sequence[Span], nodes: Sequence[str]
) -> tuple[tuple[NodeSlice, ...], ...] | None:
    """Return what `align` does where the nodes hold the very words of `body`, all and in order.

    None where anything but white space stands between them in `source`, as marks of Markdown do.
    """
    begins: list[int] = []
    shown: list[int] = []
    done = body.start
    for number, node in enumerate(nodes):
        if not node or node.isspace():
            continue
        start = _place(source, node, done, body.end)
        if start < 0:
            return None
        begins.append(start)
        shown.append(number)
        done = start + len(node)
    if source[done : body.end].strip():
        return None
    return tuple([_stretches(source, span, nodes, shown, begins) for span in spans])


def _place(source: str, node: str, done: int, end: int) -> int:
    """Return where `node` stands in `source` from `done` on, only white space before it; or -1."""
    # To look whether it stands at a place costs a tenth of a search for so long a text.
    if source.startswith(node, done, end):
        return done
    if node[0].isspace():
        start = source.find(node, done, end)
        return -1 if start < 0 or source[done:start].strip() else start
    start = _BLANK.match(source, done).end()  # type: ignore[union-attr] # it may be empty
    return start if source.startswith(node, start, end) else -1


def _stretches(
    source: str, span: Span, nodes: Sequence[str], shown: Sequence[int], begins: Sequence[int]
) -> tuple[NodeSlice, ...]:
    """Return the part of a span in each node of `shown`; in `source` they stand at `begins`."""
    stretches: list[NodeSlice] = []
    from_, to = span.start, span.end
    for at in range(max(0, bisect_right(begins, from_) - 1), bisect_left(begins, to)):
        begin, number = begins[at], shown[at]
        start = max(from_, begin)
        words = source[start : min(to, begin + len(nodes[number]))]
        if kept := words.strip():
            start += len(words) - len(words.lstrip()) - begin
            stretches.append(NodeSlice(number, start, start + len(kept)))
    return tuple(stretches)


class _Letters:
    """The visible letters of a text, counted: from a place to a number, and back."""

    def __init__(self, text: str) -> None:
        words = [match.span() for match in _VISIBLE.finditer(text)]
        self._starts = [start for start, _ in words]
        self._ends = [end for _, end in words]
        self._before = [0, *accumulate([end - start for start, end in words])]

    def before(self, place: int) -> int:
        """Return how many letters stand before `place`."""
        word = bisect_right(self._starts, place) - 1
        if word < 0:
            return 0
        return self._before[word] + min(place, self._ends[word]) - self._starts[word]

    def place(self, number: int) -> int:
        """Return where the letter of this `number` stands, the first being 0."""
        word = bisect_right(self._before, number) - 1
        return self._starts[word] + number - self._before[word]


class _Page:
    """The text nodes of a page, and the letters in them."""

    def __init__(self, nodes: Sequence[str]) -> None:
        self.text = "".join(nodes)
        self._begins = [0, *accumulate(map(len, nodes))]
        self._letters = _Letters(self.text)

    def slices(self, first: int, end: int) -> Iterator[NodeSlice]:
        """Yield where the letters from `first` to `end` stand, node by node."""
        while first < end:
            start = self._letters.place(first)
            node = bisect_right(self._begins, start) - 1
            first = min(end, self._letters.before(self._begins[node + 1]))
            begin, until = self._begins[node], self._letters.place(first - 1) + 1
            yield NodeSlice(node, start - begin, until - begin)


def _runs(source: str, page: str) -> list[_Run]:
    """Walk both texts once, and return the runs in which they agree."""
    runs: list[_Run] = []
    here = there = 0
    while here < len(source) and there < len(page):
        length = _common(source, here, page, there)
        if length:
            runs.append(_Run(here, there, length))
            here, there = here + length, there + length
        if here < len(source) and there < len(page):
            step = _resynchronised(source[here:][: _REACHES[-1]], page[there:][: _REACHES[-1]])
            # Nothing agrees in reach: skip source words, which the page may well leave out.
            forward, across = step or (_REACHES[1], 0)
            here, there = here + forward, there + across
    return runs


def _common(source: str, here: int, page: str, there: int) -> int:
    """Return how many letters agree from `here` and `there` on."""
    begin, stride = here, 512
    while stride:
        mine = source[here : here + stride]
        if mine and mine == page[there : there + stride]:
            here, there = here + len(mine), there + len(mine)
        else:
            stride //= 2
    return here - begin


def _resynchronised(source: str, page: str) -> tuple[int, int] | None:
    """Return the smallest steps ahead after which both texts agree again."""
    for step in _NEAR_STEPS:
        mine, theirs = (
            text[k : k + _NEAR_AGREE] for text, k in zip((source, page), step, strict=True)
        )
        if mine == theirs and len(mine) == _NEAR_AGREE:
            return step
    for reach in _REACHES:
        mine, theirs = source[: reach + _AGREE], page[: reach + _AGREE]
        # Near the end of a text fewer letters are left to agree.
        agree = min(_AGREE, max(1, min(len(mine), len(theirs)) // 2))
        seen: dict[str, int] = {}
        for j in range(len(theirs) - agree + 1):
            seen.setdefault(theirs[j : j + agree], j)
        steps = (
            (i, seen[mine[i : i + agree]])
            for i in range(len(mine) - agree + 1)
            if mine[i : i + agree] in seen
        )
        best = min(steps, key=sum, default=None)
        if best:
            return best
    return None


def _page_stretches(
    runs: Sequence[_Run], begins: Sequence[int], first: int, last: int
) -> Iterator[tuple[int, int]]:
    """Yield where the source's letters from `first` to `last` stand among the page's letters."""
    for number in range(max(0, bisect_right(begins, first) - 1), bisect_left(begins, last)):
        run = runs[number]
        start, end = max(run.source, first), min(run.source + run.length, last)
        if start < end:
            yield run.page + start - run.source, run.page + end - run.source


def _node_slices(stretches: Sequence[tuple[int, int]], shown: _Page) -> tuple[NodeSlice, ...]:
    """Return one slice for each node that shows some of the stretches."""
    slices: list[NodeSlice] = []
    for part in (part for stretch in stretches for part in shown.slices(*stretch)):
        if slices and slices[-1].node == part.node:
            slices[-1] = NodeSlice(part.node, slices[-1].start, part.end)
        else:
            slices.append(part)
    return tuple(slices)
