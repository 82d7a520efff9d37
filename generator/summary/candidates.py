"""Decide which sentences of a text may stand in a summary at all.

A candidate is a sentence of the copy that can be read alone: no headline, furniture, byline or
dateline; it breaks no quotation; it ends as sentences do; it is neither a scrap nor a monster.
One that hangs on a word outside it ("He…", "This…") or on a picture is a second choice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.languages import Language
from generator.model import Span
from generator.quotations.turns import turns_of
from generator.reading import Reading
from generator.summary.beside_copy import beside_copy
from generator.summary.hanging import HangsOn, hangs_on, names_somebody
from generator.summary.quoted import breaking
from generator.summary.terms import words, words_of_each
from generator.text.joined_lines import is_unstopped

_LEAST_WORDS = 5
_SAYS_LITTLE = 7
"""A sentence of fewer words, or a caption taken for one, is a second choice."""
_MOST_WORDS = 80
_TOP = 3
"""Sentences among which the first of the copy is, should a caption have been taken for copy."""
# "LONDON (Agency) —", "Port Hale, Norland (Agency) --", "PARIS, June 3 –", "(Agency) -".
_UPPER = "A-ZÀ-ÖØ-ÞЀ-Я"
_DASH = r"\s*(?:--|[–—]|(?<=\s)-(?=\s))\s*(?=\S)"
_CAPITALS = rf"[{_UPPER}][{_UPPER}.’'-]+(?:[ ,]+[{_UPPER}][\w.’'-]*|[ ,]+\d{{1,2}}){{0,5}}"
_TOWN = rf"[{_UPPER}][\w.’'-]+(?:[ /][{_UPPER}][\w.’'-]+){{0,2}}"
# An agency is a name, or letters as "dpa"; never a place in a picture.
_AGENCY = rf"\((?:[{_UPPER}][\w ./-]{{1,24}}|(?!left|top)[a-z]{{2,4}}(?:/[a-z]{{2,4}})*)\)"
_DATE = (
    r"(?:[^\W\d_]+,? )?(?:[^\W\d_]+\.? \d{1,2}|\d{1,2}\.? [^\W\d_]+),? (?:19|20)\d\d\s+(?=[A-Z])"
)
# "Puerto Lindo, 4 jun (EFN).- ": a dash after a stop says so by itself.
_STOPPED_DASH = r"[^.!?\r\n]{2,40}(?:\([^()\r\n]{2,24}\))?\.\s?[-–—]+\s+(?=\S)"
_DATELINE = re.compile(
    rf"(?:{_DATE})?(?:(?:{_AGENCY}\s*)?{_CAPITALS}(?:\s*{_AGENCY})?{_DASH}|{_AGENCY}{_DASH}"
    rf"|{_TOWN}(?:, {_TOWN}){{0,2}}\s*{_AGENCY}{_DASH}|{_TOWN}(?:, {_TOWN}){{1,2}}{_DASH})|{_DATE}"
    rf"|{_STOPPED_DASH}"
)
_OPENING = "\"'“‘„«»‚‹「『"
_CLOSING = "\"'”’»›)]」』）"
_STOPS = ".!?…。！？؟۔।"
_ASKS = "?？؟"


class Candidate(NamedTuple):
    """A sentence that may be chosen; a plain tuple, for every sentence of a text becomes one."""

    document: str
    span: Span
    """In the visible text of its document, a dateline at its head left out."""
    rank: int
    """0 for the first whole sentence of the copy, and for what stands before it."""
    words: Sequence[str]
    reading: Reading
    """Of its document."""
    whole: bool
    """It begins and ends as a sentence does."""
    is_aside: bool
    """It asks, or begins with somebody's words: it tells less of what happened."""
    in_turn: bool = False
    """It is said in a turn of an interview, whose speaker is not named."""

    @property
    def length(self) -> int:
        """Words."""
        return len(self.words)

    @property
    def language(self) -> Language:
        """The language of its document."""
        return self.reading.language

    @property
    def hangs_on(self) -> HangsOn | None:
        """What it needs beside it to be understood; worked out for the few that are asked."""
        if self.in_turn:
            return "speaker"
        written = self.span.of(self.reading.text)
        return hangs_on(written, self.words, self.reading, first=self.rank == 0)

    def is_first_choice(self, before: Candidate | None) -> bool:
        """Return whether it says enough, and can be understood after `before`.

        That is the sentence that it follows, if it is in the summary.
        """
        if self.length < _SAYS_LITTLE:
            return False
        needed = self.hangs_on
        if needed is None or before is None:
            return needed is None
        return needed == "sentence" or (
            needed == "somebody" and names_somebody(before.words, before.language)
        )


def candidates(
    document: str, reading: Reading, *, only: Container[Span] | None = None
) -> tuple[Candidate, ...]:
    """Return the candidates of one text, in text order; if given, `only` of these sentences.

    Where none has a fitting length (short notes, scripts without spaces), any length serves; and
    where none begins and ends as sentences do, any part.
    """
    every = tuple(_readable_alone(document, reading, only=only))
    whole = tuple([c for c in every if c.whole])
    fitting = tuple([c for c in whole if _LEAST_WORDS <= len(c.words) <= _MOST_WORDS])
    return fitting or whole or every


def _readable_alone(
    document: str, reading: Reading, *, only: Container[Span] | None
) -> Iterator[Candidate]:
    text = reading.text
    broken = _broken(reading)
    turns = turns_of(reading)
    beside = tuple(beside_copy(reading))
    # Most texts have neither, and need not be asked sentence by sentence.
    doubtful = "(" in text or ")" in text or _has_address(text)
    written = [text[start:end] for start, end in reading.sentences]
    every = words_of_each(written)
    rank = 0
    for sentence, whole, said in zip(reading.sentences, written, every, strict=True):
        candidate = _candidate(document, reading, sentence, whole, said, rank=rank)
        if candidate is None or (beside and _lies_in(sentence, beside)):
            continue
        if turns and (turn := _lies_in(sentence, turns)):
            candidate = _spoken(candidate, text, turn, turns[turn])
            if candidate is None:
                continue
        may_serve = sentence not in broken and (only is None or sentence in only)
        if may_serve and not (doubtful and _is_doubtful(candidate.span.of(text))):
            yield candidate
        # Before the first whole sentence stand dates and headings: they do not count.
        rank += rank > 0 or candidate.whole


def _candidate(
    document: str,
    reading: Reading,
    sentence: Span,
    written: str,
    said: Sequence[str],
    *,
    rank: int,
) -> Candidate | None:
    """Return the sentence, `written` so, of the words `said`, as a candidate, if it has words."""
    text = reading.text
    span = _without_dateline(text, sentence) if rank < _TOP else sentence
    unstopped = text[span.end - 2].isspace() and is_unstopped(text, span)
    if unstopped:
        span = Span(span.start, span.end - 2)
    if span is not sentence:
        written = span.of(text)
        said = words(written)
    if not said:
        return None
    last = written[-1]
    if last in _CLOSING:
        last = written.rstrip(_CLOSING)[-1:]
    whole = not written[0].islower() and (unstopped or last in _STOPS)
    is_aside = written[0] in _OPENING or last in _ASKS
    return Candidate(document, span, rank, said, reading, whole, is_aside)


def _lies_in(sentence: Span, parts: Iterable[Span]) -> Span | None:
    """Return which of `parts` holds `sentence`."""
    return next((p for p in parts if p.start <= sentence.start < p.end), None)


def _spoken(candidate: Candidate, text: str, turn: Span, said: Span) -> Candidate | None:
    """Return a sentence of an interview without its speaker's name; none of a question."""
    if text[turn.end - 1] in _ASKS:
        return None
    span = Span(max(candidate.span.start, said.start), candidate.span.end)
    return candidate._replace(span=span, words=words(span.of(text)), in_turn=True)


def _is_doubtful(written: str) -> bool:
    """Tell whether brackets do not match, or an address says whom to write to."""
    return written.count("(") != written.count(")") or _has_address(written)


def _has_address(written: str) -> bool:
    return "@" in written or "://" in written or "www." in written


def _broken(reading: Reading) -> set[Span]:
    """Return the sentences that would break a quotation."""
    starts = [sentence.start for sentence in reading.sentences]
    found: set[Span] = set()
    goes_on = False
    for part in reading.paragraphs:
        own = reading.sentences[bisect_left(starts, part.start) : bisect_left(starts, part.end)]
        if own:
            broken = breaking(reading.text, part, own, goes_on=goes_on)
            found |= broken.sentences
            goes_on = broken.goes_on
    return found


def _without_dateline(text: str, sentence: Span) -> Span:
    match = _DATELINE.match(text, sentence.start, sentence.end)
    return Span(match.end(), sentence.end) if match else sentence
