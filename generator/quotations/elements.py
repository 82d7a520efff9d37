"""Decides what the rules look at: words, punctuation and marked stretches, in one sequence.

A stretch in quotation marks is one element, however long; so the words of a reporter's sentence
stand side by side, and a unit (a reporter's sentence with all the speech it frames) is short.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.languages import Language
from generator.model import Span
from generator.quotations.incises import dialogue, incises
from generator.quotations.marks import marked_stretches
from generator.quotations.parting import parted
from generator.quotations.turns import turns_of
from generator.reading import Reading

QUOTED = "“”"
"""The form of an element that is a marked stretch."""
_LONGEST_UNIT = 400
"""Elements after which a unit ends whatever the text says: it keeps the cost linear."""
_NOUN_BEFORE = re.compile(r"([^\W\d_]+)\s+\Z")
_LONGEST_NAME = 40


class Unit(NamedTuple):
    """Elements `low` to `high` (exclusive): one reporter's sentence."""

    low: int
    high: int
    paragraph: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Elements:
    """A text as the rules see it. The lists run in parallel."""

    text: str
    language: Language
    forms: list[str]
    """Lower case; `QUOTED` for a marked stretch."""
    starts: list[int]
    ends: list[int]
    unclosed: frozenset[int]
    """Where those marked stretches start that have no closing mark."""
    units: list[Unit]

    def capital(self, index: int) -> bool:
        """Return whether the element begins with an upper-case letter."""
        return self.text[self.starts[index]].isupper()

    def is_word(self, index: int) -> bool:
        """Return whether the element is a word or a number."""
        form = self.forms[index]
        return form[0].isalnum() or form[0] == "_"

    def span(self, low: int, high: int) -> Span:
        """Return the span of the elements from `low` to `high`, exclusive."""
        return Span(self.starts[low], self.ends[high - 1])

    def index_at(self, offset: int) -> int:
        """Return the last element that starts at or before `offset`."""
        return bisect_right(self.starts, offset) - 1


def elements_of(reading: Reading, *, as_article: bool = True) -> Elements:
    """Take the copy of a text apart, furniture left out.

    In an article the lines of a transcript are speech, and the headline may cite somebody; a
    review's headline is its own.
    """
    gathered = _Gathered(reading, turns_of(reading) if as_article else {})
    left_out = {*reading.furniture, None if as_article else reading.headline}
    for number, paragraph in enumerate(reading.paragraphs):
        if paragraph not in left_out:
            gathered.add(number, paragraph)
    return Elements(
        text=reading.text,
        language=reading.language,
        forms=gathered.forms,
        starts=gathered.starts,
        ends=gathered.ends,
        unclosed=frozenset(gathered.unclosed),
        units=gathered.units,
    )


class _Gathered:
    """The lists while they grow."""

    def __init__(self, reading: Reading, turns: Mapping[Span, Span]) -> None:
        self.text = reading.text
        self.turns = turns
        self.articles = reading.language.kind_of_words("articles")
        self.language = reading.language
        self.cues = reading.language.cues
        self.enclitics = reading.language.kind_of_words("enclitics")
        self.outlet_nouns = reading.language.outlet_nouns
        self.forms: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.unclosed: set[int] = set()
        self.units: list[Unit] = []
        self._speech: list[int] = []
        """Which elements of the paragraph are marked stretches."""
        self._sentence_ends = iter(sentence.end for sentence in reading.sentences)
        self._limit = next(self._sentence_ends, len(self.text))

    def add(self, number: int, paragraph: Span) -> None:
        """Add one paragraph, parted into units at the ends of sentences."""
        begun = first = len(self.forms)
        self._take(paragraph)
        high = len(self.forms)
        for here in sorted({*self._at_sentences(begun), *self._behind_speech(begun)}):
            if here > first:
                self._add_units(first, here, number)
                first = here
        if high > first:
            self._add_units(first, high, number)

    def _add_units(self, low: int, high: int, paragraph: int) -> None:
        """Add the elements `low` to `high` as one unit, or as several if they are too many."""
        while high - low > _LONGEST_UNIT:
            self.units.append(Unit(low, low + _LONGEST_UNIT, paragraph))
            low += _LONGEST_UNIT
        self.units.append(Unit(low, high, paragraph))

    def _at_sentences(self, low: int) -> Iterator[int]:
        """Yield which elements from `low` on begin behind the end of a sentence.

        An element in which a sentence ends (speech may hold several) ends them all.
        """
        starts, ends, limit = self.starts, self.ends, self._limit
        here = bisect_right(ends, limit, low)
        while here < len(ends):
            if starts[here] >= limit:
                yield here
            while ends[here] > limit:
                limit = next(self._sentence_ends, len(self.text))
            here = bisect_right(ends, limit, here)
        self._limit = limit

    def _behind_speech(self, low: int) -> Iterator[int]:
        """Yield which elements from `low` on begin a sentence behind speech with no full stop.

        `He said: “It rains,” The paper adds…`: speech that a colon led up to is over.
        """
        forms = self.forms
        for at in self._speech:
            here = at + 1
            if (
                low < here < len(forms)
                and forms[at - 1 : at] == [":"]
                and forms[here] in self.articles
                and self.text[self.starts[here]].isupper()
            ):
                yield here
        self._speech.clear()

    def _take(self, paragraph: Span) -> None:
        at = paragraph.start
        if turn := self.turns.get(paragraph):
            self._plain(at, turn.start)
            self._put(turn.start, turn.end, QUOTED)
            return
        if spoken := dialogue(self.text, paragraph, self.language):
            self._spoken(spoken)
            return
        for marked in marked_stretches(self.text, paragraph):
            self._plain(at, marked.span.start)
            if marked.closed and self._is_name(marked.span):
                self._plain(marked.span.start + 1, marked.span.end - 1)
                at = marked.span.end
                continue
            self._spoken(marked.span)
            if not marked.closed:
                self.unclosed.add(marked.span.start)
            at = marked.span.end
        self._plain(at, paragraph.end)

    def _put(self, start: int, end: int, form: str) -> None:
        """Add one element."""
        if form == QUOTED:
            self._speech.append(len(self.forms))
        self.forms.append(form)
        self.starts.append(start)
        self.ends.append(end)

    def _spoken(self, span: Span) -> None:
        """Part speech at the reporter's words inside it."""
        at = span.start
        for words in incises(self.text, span, self.language):
            if words.start > at:
                self._put(at, words.start, QUOTED)
            self._plain(words.start, words.end)
            at = words.end
            while at < span.end and self.text[at].isspace():
                at += 1
        if at < span.end:
            form = QUOTED if any(map(str.isalnum, self.text[at : span.end])) else "."
            self._put(at, span.end, form)

    def _is_name(self, span: Span) -> bool:
        """Tell if marks hold an outlet's name, as a noun before them says: газета «Прибой»."""
        inner = self.text[span.start + 1 : span.end - 1].strip()
        if len(inner) > _LONGEST_NAME or not (inner[:1].isupper() and inner[-1:].isalnum()):
            return False
        before = _NOUN_BEFORE.search(self.text, max(0, span.start - 30), span.start)
        return bool(before and before[1].lower() in self.outlet_nouns)

    def _plain(self, start: int, end: int) -> None:
        """Add what stands outside quotation marks."""
        if start >= end:
            return
        forms, starts, ends = parted(self.text, start, end)
        if not self.enclitics:
            self.forms += forms
            self.starts += starts
            self.ends += ends
            return
        for form, low, high in zip(forms, starts, ends, strict=True):
            if "-" in form:
                self._parted(low, high, form)
            else:
                self._put(low, high, form)

    def _parted(self, start: int, end: int, form: str) -> None:
        """Part a pronoun from the verb before it: "dit-il", "affirme-t-elle"."""
        head, _, tail = form.rpartition("-")
        verb = head.removesuffix("-t")
        if tail in self.enclitics and verb in self.cues:
            self._put(start, start + len(verb), verb)
            self._put(end - len(tail), end, tail)
        else:
            self._put(start, end, form)
