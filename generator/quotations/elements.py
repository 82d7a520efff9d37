"""Decides what the rules look at: words, punctuation and marked stretches, in one sequence.

A stretch in quotation marks is one element, however long; so the words of a reporter's sentence
stand side by side, and a unit (a reporter's sentence with all the speech it frames) is short.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.languages import Language
from generator.model import Span
from generator.quotations.incises import dialogue, incises
from generator.quotations.marks import marked_stretches
from generator.quotations.turns import turns_of
from generator.reading import Reading

QUOTED = "“”"
"""The form of an element that is a marked stretch."""
_LONGEST_UNIT = 400
"""Elements after which a unit ends whatever the text says: it keeps the cost linear."""
_NOUN_BEFORE = re.compile(r"([^\W\d_]+)\s+\Z")
_LONGEST_NAME = 40
_ELEMENT = re.compile(r"\d[\d.,]*\d|\w+(?:[’'‘.&-]\w+)*|--+|\.\.+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Unit:
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
        self._sentence_ends = iter(sentence.end for sentence in reading.sentences)
        self._limit = next(self._sentence_ends, len(self.text))

    def add(self, number: int, paragraph: Span) -> None:
        """Add one paragraph, parted into units at the ends of sentences."""
        forms, limit = self.forms, self._limit
        first = len(forms)
        for start, end, form in self._pieces(paragraph):
            here = len(forms)
            if here > first and (
                start >= limit
                or here - first >= _LONGEST_UNIT
                or (forms[-1] == QUOTED and self._begins(start, form))
            ):
                self.units.append(Unit(first, here, number))
                first = here
            while end > limit:
                limit = next(self._sentence_ends, len(self.text))
            forms.append(form)
            self.starts.append(start)
            self.ends.append(end)
        self._limit = limit
        if len(forms) > first:
            self.units.append(Unit(first, len(forms), number))

    def _begins(self, start: int, form: str) -> bool:
        """Return whether a new sentence begins behind speech though no full stop says so.

        `He said: “It rains,” The paper adds…`: speech that a colon led up to is over.
        """
        return self.forms[-2:-1] == [":"] and form in self.articles and self.text[start].isupper()

    def _pieces(self, paragraph: Span) -> Iterator[tuple[int, int, str]]:
        at = paragraph.start
        if turn := self.turns.get(paragraph):
            yield from self._plain(at, turn.start)
            yield turn.start, turn.end, QUOTED
            return
        if spoken := dialogue(self.text, paragraph, self.language):
            yield from self._spoken(spoken)
            return
        for marked in marked_stretches(self.text, paragraph):
            yield from self._plain(at, marked.span.start)
            if marked.closed and self._is_name(marked.span):
                yield from self._plain(marked.span.start + 1, marked.span.end - 1)
                at = marked.span.end
                continue
            yield from self._spoken(marked.span)
            if not marked.closed:
                self.unclosed.add(marked.span.start)
            at = marked.span.end
        yield from self._plain(at, paragraph.end)

    def _spoken(self, span: Span) -> Iterator[tuple[int, int, str]]:
        """Part speech at the reporter's words inside it."""
        at = span.start
        for words in incises(self.text, span, self.language):
            if words.start > at:
                yield at, words.start, QUOTED
            yield from self._plain(words.start, words.end)
            at = words.end
            while at < span.end and self.text[at].isspace():
                at += 1
        if at < span.end:
            form = QUOTED if any(map(str.isalnum, self.text[at : span.end])) else "."
            yield at, span.end, form

    def _is_name(self, span: Span) -> bool:
        """Tell if marks hold an outlet's name, as a noun before them says: газета «Прибой»."""
        before = _NOUN_BEFORE.search(self.text, max(0, span.start - 30), span.start)
        inner = self.text[span.start + 1 : span.end - 1].strip()
        return bool(
            before
            and before[1].lower() in self.outlet_nouns
            and len(inner) <= _LONGEST_NAME
            and inner[:1].isupper()
            and inner[-1:].isalnum()
        )

    def _plain(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        for match in _ELEMENT.finditer(self.text, start, end):
            form = match[0].lower()
            if "-" in form and self.enclitics:
                yield from self._parted(match.start(), match.end(), form)
            else:
                yield *match.span(), form

    def _parted(self, start: int, end: int, form: str) -> Iterator[tuple[int, int, str]]:
        """Part a pronoun from the verb before it: "dit-il", "affirme-t-elle"."""
        head, _, tail = form.rpartition("-")
        verb = head.removesuffix("-t")
        if tail in self.enclitics and verb in self.cues:
            yield start, start + len(verb), verb
            yield end - len(tail), end, tail
        else:
            yield start, end, form
