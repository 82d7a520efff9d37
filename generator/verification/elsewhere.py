"""Find all words that their own sources do not hold in every stored article of a site, at once.

One pass over the articles, whatever the number of quotations: an automaton of all the words
(Aho and Corasick, CACM 18:6, 1975) names those that a text may hold, and only these are judged
there. Of cut words the longest stretch is looked for. Each article's matchable form is made, used
and let go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from generator.model import Span
from generator.text.matching import MatchableText
from generator.text.word_edges import is_unspaced
from generator.verification.edits import edited
from generator.verification.joins import parsed
from generator.verification.needles import Writing, needles, one_mark, readings, standing

FEWEST_WORDS = 4
"""Words of the source that a search beyond the own digest takes; two signs of a script that sets
no spaces count as a word. Three words ("said on Monday", "for the first time") stand in any large
store by chance, and to name the article that has them would send the editor astray."""
FEWEST_LETTERS = 15
"""Letters and figures that it takes in a script with spaces: `as it is in` tells nothing."""

_TOKEN = re.compile(r"[^\W_]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sought:
    """Words to look for."""

    digest: str
    """Slug of the digest that quotes them."""
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredText:
    """The visible text of a stored article."""

    digest: str
    """Slug of the digest that stores it."""
    id: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """Where words stand."""

    digest: str
    id: str
    span: Span
    """In the visible text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Needle:
    """One writing of sought words."""

    sought: int
    """Place among all that is sought."""
    home: str
    writing: Writing
    pattern: str
    """What a text that holds them must hold."""
    is_cut: bool
    tells: bool
    """Long enough to be looked for beyond its own digest."""


_Rank = tuple[bool, bool, str, str]
"""Orders the places of the same words: whole words before cut ones, those of the own digest
before others, then by slug and id."""


def found_elsewhere(
    sought: Sequence[Sought], stored: Iterable[StoredText]
) -> tuple[Found | None, ...]:
    """Return, for each of `sought`, where it stands in `stored`: exact or as a fair cut.

    Of several places the best by `_Rank`, so the order of `stored` makes no difference. Words too
    short to tell anything are looked for in the texts of their own digest alone.
    """
    by_pattern = _by_pattern(sought)
    best: list[tuple[_Rank, Found] | None] = [None] * len(sought)
    if by_pattern:
        patterns = tuple(by_pattern)
        automaton = AhoCorasick(patterns)
        for text in stored:
            for source in readings(text.text):
                haystack = _SURROGATE.sub("\ufffd", one_mark(source.form))
                hits = automaton.find_matches_as_indexes(haystack, overlapping=True)
                for hit in sorted({number for number, _, _ in hits}):
                    for needle in by_pattern[patterns[hit]]:
                        _try(needle, text, source, best)
    return tuple(place and place[1] for place in best)


def _by_pattern(sought: Sequence[Sought]) -> dict[str, list[_Needle]]:
    found: dict[str, list[_Needle]] = {}
    for place, one in enumerate(sought):
        for needle in _needles(place, one):
            if not _SURROGATE.search(needle.pattern):
                found.setdefault(needle.pattern, []).append(needle)
    return found


def _needles(place: int, sought: Sought) -> Iterator[_Needle]:
    """Yield each writing of the words, whole and, where they have … or [ ], cut."""
    for writing in needles(sought.words):
        stretches, joins = parsed(writing.words)
        for is_cut in (False, True) if joins else (False,):
            pattern = max(stretches, key=len) if is_cut else writing.words
            if pattern:
                yield _Needle(
                    sought=place,
                    home=sought.digest,
                    writing=writing,
                    pattern=pattern,
                    is_cut=is_cut,
                    tells=_tells(stretches),
                )


def _tells(stretches: Iterable[str]) -> bool:
    """Whether words of a source are many enough to tell it from others."""
    tokens = [token for stretch in stretches for token in _TOKEN.findall(stretch)]
    signs = sum(is_unspaced(sign) for token in tokens for sign in token)
    words = sum(not is_unspaced(token[0]) for token in tokens)
    letters = sum(map(len, tokens)) + signs
    return words + signs // 2 >= FEWEST_WORDS and letters >= FEWEST_LETTERS


def _try(
    needle: _Needle,
    text: StoredText,
    source: MatchableText,
    best: list[tuple[_Rank, Found] | None],
) -> None:
    """Judge one writing in one text, and put it into `best` if it stands there and better."""
    away = text.digest != needle.home
    if away and not needle.tells:
        return
    rank = (needle.is_cut, away, text.digest, text.id)
    known = best[needle.sought]
    if known and known[0] <= rank:
        return
    span = _place(needle, text, source)
    if span:
        best[needle.sought] = rank, Found(digest=text.digest, id=text.id, span=span)


def _place(needle: _Needle, text: StoredText, source: MatchableText) -> Span | None:
    if not needle.is_cut:
        return standing(needle.writing, source)
    place = edited(needle.writing.words, source, text.text)
    if place is None or needle.writing.asserts(source.form, place[1]):
        return None
    return source.original(*place)
