"""Find where a summary leans on another text's wording: the longest run of words they share.

Words inside quotation marks are quotations and do not count. The summary's words become a suffix
automaton (Blumer et al. 1985, "The smallest automaton recognizing the subwords of a text"), and
the other text runs through it: time grows with the two lengths together, not with their product.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model import Span
from generator.text.matching import normalised
from generator.verification import quoted_fragments

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that two texts share."""

    words: int
    span: Span
    """In the summary."""


@dataclass(slots=True)
class _State:
    """A state of the automaton while it is built: a set of runs of the summary's words."""

    length: int
    """Words of its longest run."""
    end: int
    """Place of the last word of its first occurrence."""
    link: int
    """State of the longest run that ends it and occurs elsewhere too; -1 for none."""
    following: dict[str, int] = field(default_factory=dict)


class Wording:
    """The wording of a summary, ready to be compared with other texts."""

    def __init__(self, summary: str) -> None:
        """Read `summary`, without what stands inside quotation marks."""
        self._places: list[Span] = []
        self._states = [_State(0, -1, -1)]
        last = 0
        for number, part in enumerate(_unquoted(summary)):
            # A word of its own between two parts: no run crosses a quotation.
            last = self._grown(last, f"\n{number}", Span(part.start, part.start))
            for match in _WORD.finditer(summary, part.start, part.end):
                last = self._grown(last, _folded(match[0]), Span(*match.span()))

    def longest_run(self, text: str) -> Run | None:
        """Return the longest run of words that `text` has too, the first of several; or None."""
        state, length = 0, 0
        best, best_length = 0, 0
        for match in _WORD.finditer(text):
            word = _folded(match[0])
            while state and word not in self._states[state].following:
                state = self._states[state].link
                length = self._states[state].length
            if word in self._states[state].following:
                state = self._states[state].following[word]
                length += 1
            if length > best_length:
                best, best_length = state, length
        if not best_length:
            return None
        end = self._states[best].end
        first = self._places[end - best_length + 1]
        return Run(best_length, Span(first.start, self._places[end].end))

    def _grown(self, last: int, word: str, place: Span) -> int:
        """Add a word behind the state `last`; return the new last state."""
        states = self._states
        self._places.append(place)
        new = len(states)
        states.append(_State(states[last].length + 1, len(self._places) - 1, 0))
        state = last
        while state >= 0 and word not in states[state].following:
            states[state].following[word] = new
            state = states[state].link
        if state >= 0:
            states[new].link = self._split(state, word)
        return new

    def _split(self, state: int, word: str) -> int:
        """Return the state that `word` leads to from `state`, made the end of nothing longer."""
        states = self._states
        target = states[state].following[word]
        if states[target].length == states[state].length + 1:
            return target
        old = states[target]
        copy = len(states)
        states.append(_State(states[state].length + 1, old.end, old.link, dict(old.following)))
        while state >= 0 and states[state].following.get(word) == target:
            states[state].following[word] = copy
            state = states[state].link
        old.link = copy
        return copy


def _unquoted(text: str) -> Iterator[Span]:
    done = 0
    for span in quoted_fragments(text):
        yield Span(done, span.start)
        done = span.end
    yield Span(done, len(text))


def _folded(word: str) -> str:
    return normalised(word).casefold()
