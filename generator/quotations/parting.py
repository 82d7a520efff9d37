"""Decides what the elements of a stretch outside quotation marks are: words and punctuation.

No element has white space in it, and the words of an archive come back: what stands between two
spaces is parted once, and remembered.
"""

from __future__ import annotations

import re
from itertools import accumulate, chain

_ELEMENT = re.compile(r"(\d[\d.,]*\d|\w++(?:[’'‘.&-]\w++)*+|--+|\.\.+|[^\w\s])")

_MOST_MET = 8192
"""Pieces between two spaces that are remembered: some megabytes."""
_LONGEST_KEPT = 40
"""Characters of the longest piece remembered: longer is an address, or a sentence of a script that
sets no spaces."""

Parted = tuple[list[str], list[int], list[int]]
"""The forms of elements, lower case; where each starts; where each ends."""


class _Pieces(dict[str, tuple[tuple[str, ...], tuple[int, ...]]]):
    """The elements of what stands between two spaces: their forms; their gaps and lengths in turn.

    The first gap is the space before. Fills as it is used.
    """

    def __missing__(self, piece: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
        found = _ELEMENT.findall(piece)
        lengths = chain.from_iterable((0, len(element)) for element in found)
        new = tuple(map(str.lower, found)), (1, *list(lengths)[1:])
        if len(piece) <= _LONGEST_KEPT:
            if len(self) >= _MOST_MET:
                self.clear()
            self[piece] = new
        return new


_PIECES = _Pieces()


def parted(text: str, start: int, end: int) -> Parted:
    """Return the elements of `text` from `start` to `end`, which hold no quotation mark."""
    stretch = text[start:end]
    pieces = stretch.split()
    if not pieces:
        return [], [], []
    forms, lengths = zip(*map(_PIECES.__getitem__, pieces), strict=True)
    first = start + len(stretch) - len(stretch.lstrip())
    places = list(accumulate(chain.from_iterable(lengths), initial=first - 1))
    if places[-1] != start + len(stretch.rstrip()):
        return _parted_anyhow(stretch, start)  # not all that parts the pieces is one space
    return list(chain.from_iterable(forms)), places[1::2], places[2::2]


def _parted_anyhow(stretch: str, start: int) -> Parted:
    # What is found and what stands between takes turns, so their lengths tell all places.
    parts = _ELEMENT.split(stretch)
    places = list(accumulate(map(len, parts), initial=start))
    return list(map(str.lower, parts[1::2])), places[1:-1:2], places[2::2]
