"""Decides what the elements of a stretch outside quotation marks are: words and punctuation.

No element has white space in it, and the words of an archive come back: what stands between two
spaces is parted once, and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, chain
from typing import TypeVar

_ELEMENT = re.compile(r"(\d[\d.,]*\d|\w++(?:[’'‘.&-]\w++)*+|--+|\.\.+|[^\w\s])")

_MOST_MET = 8192
"""Pieces between two spaces that are remembered: some megabytes."""
_LONGEST_KEPT = 40
"""Characters of the longest piece remembered: longer is an address, or a sentence of a script that
sets no spaces."""

Parted = tuple[list[str], list[int], list[int]]
"""The forms of elements, lower case; where each starts; where each ends."""


Told = TypeVar("Told")


class _Pieces(dict[str, tuple[Told, ...]]):
    """What is told of the elements of each piece between two spaces. Fills as it is used."""

    def __init__(self, told: Callable[[list[str]], Iterable[Told]]) -> None:
        super().__init__()
        self._told = told

    def __missing__(self, piece: str) -> tuple[Told, ...]:
        new = tuple(self._told(_ELEMENT.findall(piece)))
        if len(piece) <= _LONGEST_KEPT:
            if len(self) >= _MOST_MET:
                self.clear()
            self[piece] = new
        return new


def _small(found: list[str]) -> Iterable[str]:
    return map(str.lower, found)


def _gaps_and_lengths(found: list[str]) -> Iterator[int]:
    """Yield the gap before each element and its length; the first gap is the space before."""
    for number, element in enumerate(found):
        yield int(number == 0)
        yield len(element)


# Two, for to part pairs again takes longer than to look up twice.
_FORMS = _Pieces(_small)
_LENGTHS = _Pieces(_gaps_and_lengths)


def parted(text: str, start: int, end: int) -> Parted:
    """Return the elements of `text` from `start` to `end`, which hold no quotation mark."""
    stretch = text[start:end]
    pieces = stretch.split()
    if not pieces:
        return [], [], []
    lengths = chain.from_iterable(map(_LENGTHS.__getitem__, pieces))
    first = start + len(stretch) - len(stretch.lstrip())
    places = list(accumulate(lengths, initial=first - 1))
    if places[-1] != start + len(stretch.rstrip()):
        return _parted_anyhow(stretch, start)  # not all that parts the pieces is one space
    forms = list(chain.from_iterable(map(_FORMS.__getitem__, pieces)))
    return forms, places[1::2], places[2::2]


def _parted_anyhow(stretch: str, start: int) -> Parted:
    # What is found and what stands between takes turns, so their lengths tell all places.
    parts = _ELEMENT.split(stretch)
    places = list(accumulate(map(len, parts), initial=start))
    return list(map(str.lower, parts[1::2])), places[1:-1:2], places[2::2]
