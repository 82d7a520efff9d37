"""Decides which names the words of a text spell, and what is told of all who bear them.

The names of an archive's outlets come back, so what its words spell is found out once for each way
of writing them; only what stands around the words is looked at each time.
"""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from generator.model import Outlet
from generator.outlets.beginnings import Names
from generator.outlets.name_forms import WrittenName
from generator.outlets.names import TOKEN, fold, fold_gap
from generator.outlets.preference import Bearer, ranked
from generator.outlets.rows import is_flagship

_MOST_MET = 4096
"""Ways of writing a name that are remembered: some megabytes."""
_LONGEST_KEPT = 80
"""Characters of the longest that is."""


class Spelling(NamedTuple):
    """Names that the same words spell; a plain tuple, for there are many."""

    length: int
    """In words."""
    names: tuple[WrittenName, ...]
    order: tuple[Bearer, ...]
    """Who bears them, each as fully as any name makes it, the likeliest first."""
    candidates: tuple[Outlet, ...]
    """Those outlets, in the same order."""
    articles: tuple[str, ...]
    """The articles that a text may leave out, of any of the names."""
    needs_article: bool
    """One of the names is none without its article."""
    end_signs: tuple[str, ...]
    """What ends one of the names beyond its last letter."""
    of_site: bool
    """A row of the site's own bears them."""
    little_known: bool
    """Neither such a row nor one of the world's best-known outlets does."""


def spelling(names: tuple[WrittenName, ...]) -> Spelling:
    """Return what is told of `names`, all of one length."""
    bearers: dict[str, Bearer] = {}
    for name in names:
        known = bearers.get(name.bearer.outlet.slug)
        if known is None or known.level < name.bearer.level:
            bearers[name.bearer.outlet.slug] = name.bearer
    order = tuple(ranked(list(bearers.values())))
    return Spelling(
        length=len(names[0].tokens),
        names=names,
        order=order,
        candidates=tuple(bearer.outlet for bearer in order),
        articles=tuple(dict.fromkeys(name.article for name in names if name.article)),
        needs_article=any(name.article_needed for name in names),
        end_signs=tuple(dict.fromkeys(name.end_sign for name in names if name.end_sign)),
        of_site=any(bearer.of_site for bearer in order),
        little_known=not any(bearer.of_site or is_flagship(bearer.outlet) for bearer in order),
    )


class Spellings:
    """What the words of texts spell, of the names of one registry."""

    def __init__(self) -> None:
        """Begin with nothing met."""
        self._met: dict[str, tuple[Spelling, ...]] = {}
        """By the words as written: they tell which names begin so."""

    def of(
        self, text: str, start: int, end: int, names: Names
    ) -> tuple[tuple[Spelling, ...], list[int]]:
        """Return what the words from the one from `start` to `end` spell, the longest first.

        `names` are those that begin with that word. With it comes where the words end.
        """
        second = TOKEN.search(text, end)
        # Names of two words and more come with the longest first.
        longer = names.get(fold(second[0])) if second else None
        if not longer and "" not in names:
            return (), []
        ends = [end]
        if longer and second:
            ends.append(second.end())
            while len(ends) < len(longer[0].tokens) and (word := TOKEN.search(text, ends[-1])):
                ends.append(word.end())
        written = text[start : ends[-1]]
        met = self._met.get(written)
        if met is None:
            met = self._find(written, [*(longer or ()), *names.get("", ())])
        return met, ends

    def _find(self, written: str, names: list[WrittenName]) -> tuple[Spelling, ...]:
        """Return which of `names` begin so, and remember it."""
        fitting = [name for name in names if _spells(written, name)]
        found = tuple(
            spelling(tuple(several))
            for _, several in groupby(fitting, key=lambda name: len(name.tokens))
        )
        if len(written) <= _LONGEST_KEPT:
            if len(self._met) >= _MOST_MET:
                self._met.clear()
            self._met[written] = found
        return found


def _spells(written: str, name: WrittenName) -> bool:
    """Say whether what is `written` begins with the words of `name`, written as it may be.

    That its first two words are those of `name`, case and accents aside, is known.
    """
    before = 0
    words = TOKEN.finditer(written)
    for place, (token, capital) in enumerate(zip(name.tokens, name.capitals, strict=True)):
        word = next(words, None)
        if word is None or (capital and not word[0][0].isupper()):
            return False
        if place and fold_gap(written[before : word.start()]) != name.gaps[place - 1]:
            return False
        if place > 1 and fold(word[0]) != token:
            return False
        if name.all_capitals and not word[0].isupper():  # it has one word
            return False
        before = word.end()
    return True
