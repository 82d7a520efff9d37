"""Find the names of outlets in running text: longest match, no overlaps, in one pass.

An index leads from a name's first two words to all names that begin so (`beginnings.py`); each
word of the text is looked up once, so the cost grows with the text and hardly with the registry.
Names must be
written as names: with a capital in scripts that have them, unless the outlet itself writes its
name small (taz, dpa). A name inside a longer word, an address or a hyphenated word is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.model import Outlet, Span
from generator.outlets.beginnings import Beginnings, Names
from generator.outlets.context import country_near
from generator.outlets.name_forms import WrittenName
from generator.outlets.names import TOKEN, fold, fold_gap
from generator.outlets.preference import Bearer, chosen, ranked
from generator.outlets.rows import is_flagship
from generator.outlets.weakness import is_weak, words

_BESIDE = re.compile(r"\s+[^\W\d_a-z]")
_BEFORE = re.compile(r"\b([^\W\d_][\w.]*)\s+$")

REACH = 30
"""Characters in which the word before a name is looked for."""
_ARTICLE_REACH = 12
"""Characters in which an article surely is a whole word, if it begins after the first of them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """A place where a text names an outlet."""

    span: Span
    name: str
    """The name as the text writes it, "The" included where it is part of the name."""
    outlet: Outlet | None
    """None where several outlets may be meant."""
    candidates: tuple[Outlet, ...]
    """All outlets of that name, the likeliest first."""
    country_cue: str | None
    """ISO code of the country that the words near by give."""
    weak: bool
    """The words may be no outlet at all; rely on them only with support."""


class NameIndex:
    """The names of a registry, ready to be found in texts."""

    def __init__(
        self, names: Mapping[str, Sequence[tuple[str, Outlet, int]]], *, site_slugs: frozenset[str]
    ) -> None:
        """Index `names`, as `names_by_first_word` gives them."""
        self._beginnings = Beginnings(names, site_slugs=site_slugs)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return every mention in `text`, in order."""
        found: list[Mention] = []
        done = 0
        for start, end, names in self._beginnings.of(text):
            if start < done:
                continue
            words_ = _Words(text, start, end)
            if match := _longest(words_, names):
                length, fitting = match
                found.append(_mention(words_, length, fitting))
                done = words_.ends[length - 1]
        return tuple(found)


class _Words:
    """The words of a text from one on, found as far as they are asked for."""

    def __init__(self, text: str, start: int, end: int) -> None:
        """Begin with the word from `start` to `end`."""
        self.text = text
        self.starts = [start]
        self.ends = [end]

    def reach(self, count: int) -> bool:
        """Find the first `count` words; False if the text has fewer."""
        while len(self.ends) < count:
            word = TOKEN.search(self.text, self.ends[-1])
            if word is None:
                return False
            self.starts.append(word.start())
            self.ends.append(word.end())
        return True

    def article(self, article: str) -> int | None:
        """Return where `article` begins if it stands right before the first word."""
        if not article:
            return None
        start = self.starts[0]
        low = max(0, start - _ARTICLE_REACH)
        before = _last_token(self.text, low, start)
        if before and before.start() == low:
            before = _last_token(self.text, 0, start)
        if before and fold(before[0]) == article:
            return before.start() if fold_gap(self.text[before.end() : start]) == " " else None
        return None


def _last_token(text: str, low: int, high: int) -> re.Match[str] | None:
    last = None
    for last in TOKEN.finditer(text, low, high):  # noqa: B007 - the last one is asked for
        pass
    return last


def _longest(words_: _Words, names: Names) -> tuple[int, list[WrittenName]] | None:
    """Return the length in words of the longest name of `names`, and who bears it."""
    second = ""
    if words_.reach(2):
        second = fold(words_.text[words_.starts[1] : words_.ends[1]])
    options = names.get(second, []) + (names.get("", []) if second else [])
    length = 0
    fitting: list[WrittenName] = []
    for name in options:
        if length and len(name.tokens) < length:
            break
        if _fits(words_, name):
            length = len(name.tokens)
            fitting.append(name)
    return (length, fitting) if length else None


def _fits(words_: _Words, name: WrittenName) -> bool:
    """Say whether the words are those of `name`, written as it may be."""
    length = len(name.tokens)
    if not words_.reach(length):
        return False
    text, start, end = words_.text, words_.starts[0], words_.ends[length - 1]
    if not _stands_alone(text, start, end):
        return False
    if name.all_capitals and not text[start : words_.ends[0]].isupper():
        return False
    if name.article_needed and words_.article(name.article) is None:
        return False
    return _spells(text, zip(words_.starts, words_.ends, strict=True), name)


def _spells(text: str, places: Iterable[tuple[int, int]], name: WrittenName) -> bool:
    before = 0
    for offset, (start, end) in enumerate(islice(places, len(name.tokens))):
        surface = text[start:end]
        if name.capitals[offset] and not surface[0].isupper():
            return False
        if offset and fold_gap(text[before:start]) != name.gaps[offset - 1]:
            return False
        if offset > 1 and fold(surface) != name.tokens[offset]:
            return False
        before = end
    return True


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether the words from `start` to `end` are whole words, and no part of an address."""
    before = text[max(0, start - 2) : start]
    after = text[end : end + 2]
    if before and (before[-1] in "@/#_\\" or _joins(before[-1], text[start])):
        return False
    if len(before) == 2 and before[1] in ".-‐‑" and before[0].isalnum():  # noqa: PLR2004
        return False
    if not after:
        return True
    if after[0] in "@_\\" or _joins(text[end - 1], after[0]):
        return False
    if unicodedata.category(after[0]).startswith("M"):
        return False
    return not (len(after) == 2 and after[0] in ".-‐‑/" and after[1].isalnum())  # noqa: PLR2004


def _joins(one: str, two: str) -> bool:
    """Say whether two neighbouring letters of an unspaced script belong to one word."""
    if "ァ" <= one <= "ヿ":
        return "ァ" <= two <= "ヿ" and one != "・" and two != "・"
    # Korean adds particles to a name, and nothing before it.
    return False


def _mention(words_: _Words, length: int, names: list[WrittenName]) -> Mention:
    text, start, end = words_.text, words_.starts[0], words_.ends[length - 1]
    if any(name.end_sign and text.startswith(name.end_sign, end) for name in names):
        end += 1
    bare = text[start:end]
    bearers: dict[str, Bearer] = {}
    for name in names:
        known = bearers.get(name.bearer.outlet.slug)
        if known is None or known.level < name.bearer.level:
            bearers[name.bearer.outlet.slug] = name.bearer
    articles = [words_.article(name.article) for name in names]
    begun = next((place for place in articles if place is not None), None)
    # "the Guardian" in mid-sentence: the article is the sentence's, not the name's.
    whole = begun if begun is not None and text[begun].isupper() else start
    country = country_near(text, Span(start if begun is None else begun, end))
    order = ranked(list(bearers.values()))
    of_site = any(bearer.of_site for bearer in order)
    return Mention(
        span=Span(whole, end),
        name=text[whole:end],
        outlet=chosen(order, name=bare, country=country),
        candidates=tuple(bearer.outlet for bearer in order),
        country_cue=country,
        weak=is_weak(bare, article=begun is not None, short_is_weak=not of_site)
        or (
            _may_be_a_person(bare, order)
            and country is None
            and _is_beside_a_name(text, start, end)
        ),
    )


def _may_be_a_person(name: str, bearers: list[Bearer]) -> bool:
    """Say whether `name` may be one word of a person's name: one little known, or listed."""
    if name.casefold() in words("surnames"):
        return True
    known = any(bearer.of_site or is_flagship(bearer.outlet) for bearer in bearers)
    return not known and len(TOKEN.findall(name)) == 1 and not name.isupper()


def _is_beside_a_name(text: str, start: int, end: int) -> bool:
    """Say whether a capitalised word stands right before or after the name."""
    if _BESIDE.match(text, end):
        return True
    before = _BEFORE.search(text, max(0, start - REACH), start)
    return bool(before and before[1][0].isupper() and before[1].casefold() not in words("openers"))
