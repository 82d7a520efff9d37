"""Measures how much of one text stands in another: w-shingling and containment.

A shingle is a run of `RUN` words; what two texts share is measured by the shingles of one that
the other has too (Broder: On the resemblance and containment of documents, Compression and
Complexity of Sequences 1997). Shares are counted in words that stand in a shared shingle, which
is what a reader can check. Words are compared without case, marks and punctuation.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.analysis import AnalysedText
from generator.model import Span
from generator.text.matching import identity_form

RUN = 6
"""Words in a row that two reporters hardly ever write alike, but in names and quoted speech."""

MANY_WORDS = 500_000
"""Above so many words in a digest, only one shingle in several names candidates (Broder's sketch
by remainder): the index would outgrow the memory. Six hundred long articles stay below."""

SOURCES = 16
"""Texts with which each other holder of a shingle is paired, in their order: when hundreds carry
one dispatch, each need not be compared with all others."""

_FEWEST_SHARED = 0.2
"""Share of the smaller one's shingles that makes a pair worth measuring; far below any threshold,
because every changed word takes six shingles away."""


@dataclass(frozen=True)
class ShingledText:
    """The words of one text, as they are compared."""

    forms: tuple[str, ...]
    spoken: tuple[bool, ...]
    """For each word, whether it stands in quoted speech: what two outlets heard, they may share."""

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """Return all runs of `RUN` words."""
        return frozenset(_runs(self.forms))

    @cached_property
    def own(self) -> bytes:
        """Return 1 for each word that is not quoted speech, 0 for each that is."""
        return bytes(not spoken for spoken in self.spoken)


@dataclass(frozen=True, slots=True)
class Carried:
    """How many words of one text stand in another."""

    words: int
    own_words: int
    """Those outside quoted speech."""


def shingled(text: AnalysedText) -> ShingledText:
    """Return the words of a text's visible copy; page furniture is left out."""
    furniture = set(text.reading.furniture)
    speech = sorted(
        text.visible(span)
        for attribution in text.analysis.attributions
        if attribution.kind != "indirect"
        for span in attribution.content
    )
    forms: list[str] = []
    spoken: list[bool] = []
    for paragraph in text.reading.paragraphs:
        if paragraph not in furniture:
            for stretch, quoted in _stretches(paragraph, speech):
                words = identity_form(stretch.of(text.reading.text)).split()
                forms += words
                spoken += [quoted] * len(words)
    return ShingledText(forms=tuple(forms), spoken=tuple(spoken))


def _stretches(paragraph: Span, speech: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    """Yield the parts of a paragraph in order, each with whether it is quoted speech."""
    at = paragraph.start
    for span in speech:
        start, end = max(span.start, at), min(span.end, paragraph.end)
        if start < end:
            yield Span(at, start), False
            yield Span(start, end), True
            at = end
    yield Span(at, paragraph.end), False


def carried(text: ShingledText, other: ShingledText) -> Carried:
    """Return how many words of `text` stand in runs that `other` has too."""
    covered = bytearray(len(text.forms))
    for start, run in enumerate(_runs(text.forms)):
        if run in other.shingles:
            covered[start : start + RUN] = b"\1" * RUN
    in_both = int.from_bytes(covered) & int.from_bytes(text.own)
    return Carried(words=sum(covered), own_words=in_both.bit_count())


def likely_pairs(texts: Mapping[str, ShingledText]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of keys whose texts share enough to be measured.

    `texts` stand in the order in which they are likely to be another's source.
    """
    words = sum(len(text.forms) for text in texts.values())
    one_in = 1 + words // MANY_WORDS
    numbers: dict[str, int] = {}
    holders: dict[int, list[str]] = defaultdict(list)
    sizes: Counter[str] = Counter()
    for key, text in texts.items():
        marks = {mark for mark in _marks(text, numbers) if mark % one_in == 0}
        sizes[key] = len(marks)
        for mark in marks:
            holders[mark].append(key)
    shared = Counter(
        (first, key)
        for keys in holders.values()
        for place, first in enumerate(keys[:SOURCES])
        for key in keys[place + 1 :]
    )
    for one, other in sorted(shared):
        if shared[one, other] >= _FEWEST_SHARED * min(sizes[one], sizes[other]):
            yield one, other


def _marks(text: ShingledText, numbers: dict[str, int]) -> Iterator[int]:
    """Yield a number for each shingle; words are numbered as they come, so it never varies."""
    ids = [numbers.setdefault(form, len(numbers)) for form in text.forms]
    return map(hash, zip(*(ids[start:] for start in range(RUN)), strict=False))


def _runs(forms: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(forms[start:] for start in range(RUN)), strict=False)
