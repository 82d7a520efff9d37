"""Decides where the linter looks: the review, and the words of digest.yaml that are published.

Each passage is read by itself, and each finding goes back to its line in its file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.analysis import AnalysedText
from generator.model import Attribution, EditorsWords, Review, Span
from generator.neutrality.finding import Finding
from generator.neutrality.narration import Narration, narration
from generator.neutrality.words import NeutralityWords
from generator.outlets import Registry
from generator.problems import Problem
from generator.quotations import attributions
from generator.reading import Reading, read

Rules = Callable[[Narration], Iterable[Finding]]
Runs = frozenset[tuple[str, ...]]
"""Words in row, as `scare_quotes.runs_of` gives them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A finding with its place in a file."""

    finding: Finding
    problem: Problem
    words: str
    """The words found."""
    sentence: str
    """The narrator's sentence around them."""
    last_line: int
    """Line on which the words end."""
    key_line: int = 0
    """Line of the key, for words of digest.yaml."""


def in_review(
    review: Review,
    text: AnalysedText,
    words: NeutralityWords,
    *,
    registry: Registry,
    quoted: Runs,
    rules: Rules,
) -> list[Placed]:
    """Return what `rules` find in the narrated review; `quoted` is what the digest quotes."""
    told = narrated(text, words, registry=registry, quoted=quoted)
    ends = [at for at, sign in enumerate(review.text) if sign == "\n"]

    def line_at(place: int) -> int:
        return bisect_right(ends, text.reading.projection.offsets[place] - 1) + 1

    return [_placed(found, told, review.file, line_at) for found in rules(told)]


def narrated(
    text: AnalysedText,
    words: NeutralityWords,
    *,
    registry: Registry,
    quoted: Runs = frozenset(),
) -> Narration:
    """Return a review that is analysed as the rules see it."""
    return narration(
        text.reading,
        tuple(_visible(a, text) for a in text.analysis.attributions),
        words,
        named=_outlets_named(text.reading, registry),
        quoted=quoted,
    )


def in_editors_words(
    passage: EditorsWords,
    file: str,
    words: NeutralityWords,
    *,
    language: str,
    registry: Registry,
    quoted: Runs,
    rules: Rules,
) -> list[Placed]:
    """Return what `rules` find in one value of digest.yaml."""
    reading = replace(read(passage.text, language=language), furniture=())
    told = narration(
        reading,
        attributions(reading, registry=registry, as_review=True),
        words,
        named=_outlets_named(reading, registry),
        quoted=quoted,
    )
    starts = [offset for offset, _ in passage.lines]

    def line_at(place: int) -> int:
        return passage.lines[max(0, bisect_right(starts, place) - 1)][1]

    return [
        replace(_placed(found, told, file, line_at), key_line=passage.line) for found in rules(told)
    ]


def _outlets_named(reading: Reading, registry: Registry) -> list[Span]:
    return [mention.span for mention in registry.mentions(reading.text) if not mention.weak]


def _placed(found: Finding, told: Narration, file: str, line_at: Callable[[int], int]) -> Placed:
    return Placed(
        finding=found,
        problem=Problem(
            file=file,
            line=line_at(found.span.start),
            code=found.code,
            what=found.what,
            mend=found.mend,
            severity="warning",
        ),
        words=found.span.of(told.text),
        sentence=told.sentence_at(found.span).of(told.text),
        last_line=line_at(max(found.span.start, found.span.end - 1)),
    )


def _visible(attribution: Attribution, text: AnalysedText) -> Attribution:
    """Return an attribution in offsets of the visible text."""

    def visible(span: Span | None) -> Span | None:
        return text.visible(span) if span else None

    return replace(
        attribution,
        content=tuple(map(text.visible, attribution.content)),
        source=visible(attribution.source),
        cue=visible(attribution.cue),
    )
