"""Decides where in a text the name of an outlet may begin: at which words, and which names.

Most words of a text begin no name, and the words of an archive come back: what stands between two
spaces is looked at once, and remembered with the places in it where a name may begin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import filterfalse

from generator.model import Outlet
from generator.outlets.name_forms import WrittenName, written_name
from generator.outlets.names import TOKEN, fold
from generator.outlets.preference import Bearer

Names = dict[str, list[WrittenName]]
"""Names of one first word, by their second; by nothing if they have none."""
_Beginning = tuple[Names, Names]
"""All names of one first word, and those of them that may begin small: hardly one does, and small
words are most of a text."""
_Telling = tuple[tuple[int, int, Names], ...]
"""The words between two spaces that may begin a name: where each begins and ends, and the names."""

_MOST_MET = 32768
"""Words: the vocabulary of thousands of articles, in some megabytes."""
_LONGEST_KEPT = 40
"""Characters between two spaces up to which they may come back: longer is an address, or a
sentence of a script that sets no spaces."""


class Beginnings:
    """The first words of a registry's names."""

    def __init__(
        self, names: Mapping[str, Sequence[tuple[str, Outlet, int]]], *, site_slugs: frozenset[str]
    ) -> None:
        """Index `names`, as `names_by_first_word` gives them."""
        self._written = names
        self._site_slugs = site_slugs
        self._beginnings: dict[str, _Beginning] = {}
        """Of the first words met so far, and only of those that begin a name."""
        self._met: dict[str, Names | None] = {}
        """Of every word met so far as it was written."""
        self._plain: set[str] = set()
        """What stood between spaces so far, and no name begins in it."""
        self._telling: dict[str, _Telling] = {}
        """What stood between spaces so far, and names may begin in it."""

    def of(self, text: str) -> Iterator[tuple[int, int, Names]]:
        """Yield where each word that may begin a name starts and ends, and the names, in order."""
        plain, telling = self._plain, self._telling
        if len(plain) + len(telling) > _MOST_MET:
            plain.clear()
            telling.clear()
        at = 0
        # No word has a space in it, so what stands between spaces holds whole words.
        for piece in filterfalse(plain.__contains__, text.split(" ")):
            found = telling.get(piece)
            if found is None:
                found = self._found(piece)
            if found:
                at = _place(text, piece, at)
                for start, end, names in found:
                    yield at + start, at + end, names
                at += len(piece)

    def _found(self, piece: str) -> _Telling:
        """Return which words of `piece` may begin a name, and remember it."""
        words = ((*word.span(), self._names(word[0])) for word in TOKEN.finditer(piece))
        found = tuple((start, end, names) for start, end, names in words if names)
        if len(piece) > _LONGEST_KEPT:
            return found
        if found:
            self._telling[piece] = found
        else:
            self._plain.add(piece)
        return found

    def _names(self, word: str) -> Names | None:
        """Return the names that may begin with `word`, as it is written; None for none."""
        met = self._met
        if word not in met:
            if len(met) > _MOST_MET:
                met.clear()
            met[word] = self._begun_by(word)
        return met[word]

    def _begun_by(self, written: str) -> Names | None:
        word = fold(written)
        if word not in self._written:
            return None
        if word not in self._beginnings:
            self._beginnings[word] = self._read(self._written[word])
        every, small = self._beginnings[word]
        return (every if written[0].isupper() else small) or None

    def _read(self, names: Sequence[tuple[str, Outlet, int]]) -> _Beginning:
        """Return names of one first word as they are looked for."""
        every: Names = {}
        for written, outlet, level in names:
            name = written_name(written, Bearer(outlet, level, outlet.slug in self._site_slugs))
            if name:
                second = name.tokens[1] if len(name.tokens) > 1 else ""
                every.setdefault(second, []).append(name)
        for several in every.values():
            several.sort(key=lambda name: -len(name.tokens))
        small = {
            second: kept
            for second, several in every.items()
            if (kept := [name for name in several if not name.capitals[0]])
        }
        return every, small


def _place(text: str, piece: str, at: int) -> int:
    """Return where `piece` next stands between spaces, from `at` on."""
    while True:
        at = text.index(piece, at)
        end = at + len(piece)
        if (at == 0 or text[at - 1] == " ") and (end == len(text) or text[end] == " "):
            return at
        at += 1
