"""Decides which words of a passage are the editor's own voice: what the rules look at.

A passage is a narrated review or one value of digest.yaml. Its words are taken apart as for
attribution (`quotations.elements`): a stretch in quotation marks is one element, so the rules see
the narrator's words side by side. What an outlet or a person is credited with is theirs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.model import Attribution, Span
from generator.neutrality.words import NeutralityWords
from generator.quotations.elements import QUOTED, Elements, Unit, elements_of
from generator.reading import Reading

_NEAR = 8
"""Attributions that one sentence may have before a stretch of it."""
UNATTRIBUTED = "unattributed"
"""The rule of words in marks that nothing attributes; nobody is credited with them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Narration:
    """One passage, with what is known of who speaks in it."""

    elements: Elements
    forms: list[str]
    """The elements' forms with straight apostrophes."""
    words: NeutralityWords
    attributions: tuple[Attribution, ...]
    """In visible offsets, by where they begin."""
    said: tuple[Span, ...]
    """Stretches that an outlet or a person is credited with; apart, in order."""
    outlets: tuple[Span, ...]
    """Sentences, cue and source included, that an outlet is credited with; apart, in order."""
    named: tuple[Span, ...]
    """Where outlets are named; apart, in order."""
    quoted: frozenset[tuple[str, ...]] = frozenset()
    """Words in row that the rest of the digest quotes from somebody; see `scare_quotes.runs_of`."""

    @property
    def text(self) -> str:
        """The visible text."""
        return self.elements.text

    @property
    def units(self) -> list[Unit]:
        """The narrator's sentences."""
        return self.elements.units

    def span(self, low: int, high: int) -> Span:
        """Return the span of the elements from `low` to `high`, exclusive."""
        return self.elements.span(low, high)

    def is_said(self, span: Span) -> bool:
        """Tell whether an outlet or a person is credited with words of `span`."""
        return _meets(span, self.said)

    def is_outlets(self, span: Span) -> bool:
        """Tell whether `span` meets a statement of an outlet, cue and source included."""
        return _meets(span, self.outlets)

    def attributions_at(self, span: Span) -> list[Attribution]:
        """Return the attributions whose content may hold `span`: those that begin just before."""
        after = bisect_right(self.attributions, span.start, key=lambda a: a.content[0].start)
        return list(self.attributions[max(0, after - _NEAR) : after])

    def unit_at(self, span: Span) -> Unit:
        """Return the sentence that `span` begins in."""
        place = bisect_right(self.units, self.elements.index_at(span.start), key=lambda u: u.low)
        return self.units[max(0, place - 1)]

    def sentence_at(self, span: Span) -> Span:
        """Return the span of the sentence that `span` begins in."""
        unit = self.unit_at(span)
        return self.span(unit.low, unit.high)

    def names_outlet(self, span: Span) -> bool:
        """Tell whether an outlet is named in `span`."""
        return _meets(span, self.named)

    def own(self, unit: Unit) -> Iterator[int]:
        """Yield the elements of a sentence that are the narrator's own words and signs."""
        for at in range(unit.low, unit.high):
            if self.forms[at] != QUOTED:
                yield at

    def is_name(self, at: int, unit: Unit) -> bool:
        """Tell whether an element is a word with a capital that no sentence's start explains."""
        return at > unit.low and self.elements.is_word(at) and self.elements.capital(at)


def narration(
    reading: Reading,
    attributions: tuple[Attribution, ...],
    words: NeutralityWords,
    *,
    named: Iterable[Span] = (),
    quoted: frozenset[tuple[str, ...]] = frozenset(),
) -> Narration:
    """Return the passage `reading`, whose `attributions` are in visible offsets.

    The headline of a review is the editor's as well, so it is read with the rest.
    """
    elements = elements_of(replace(reading, headline=None), as_article=False)
    credited = [a for a in attributions if a.rule != UNATTRIBUTED]
    told = [a for a in credited if a.outlet]
    return Narration(
        elements=elements,
        forms=[form.replace("’", "'") for form in elements.forms],
        words=words,
        attributions=attributions,
        said=_joined(
            span for a in credited if not _faceless(a, reading, words) for span in a.content
        ),
        outlets=_joined(_extent(a) for a in told),
        named=_joined(named),
        quoted=quoted,
    )


def _faceless(attribution: Attribution, reading: Reading, words: NeutralityWords) -> bool:
    """Tell whether only a collective is credited, as in “experts say”."""
    if attribution.outlet or not attribution.source:
        return attribution.outlet is None
    last = attribution.source.of(reading.text).lower().split()[-1:]
    return any(words.is_collective(word) for word in last)


def _extent(attribution: Attribution) -> Span:
    parts = [*attribution.content]
    parts += [part for part in (attribution.source, attribution.cue) if part]
    return Span(min(part.start for part in parts), max(part.end for part in parts))


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that meet made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _meets(span: Span, apart: tuple[Span, ...]) -> bool:
    at = bisect_right(apart, span.start, key=lambda other: other.start) - 1
    return any(
        other.start < span.end and span.start < other.end for other in apart[max(at, 0) : at + 2]
    )
