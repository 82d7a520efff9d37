"""Find the names of outlets in running text: longest match, no overlaps, in one pass.

An index leads from a name's first two words to all names that begin so; each word of the text
is looked up once, so the cost grows with the text and hardly with the registry. Names must be
written as names: with a capital in scripts that have them, unless the outlet itself writes its
name small (taz, dpa). A name inside a longer word, an address or a hyphenated word is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from generator.model import Outlet, Span
from generator.outlets.context import country_near
from generator.outlets.name_forms import WrittenName, written_name
from generator.outlets.names import TOKEN, fold, fold_gap, token_pattern
from generator.outlets.preference import Bearer, chosen, ranked
from generator.outlets.rows import is_flagship
from generator.outlets.weakness import is_weak, words

_BESIDE = re.compile(r"\s+[^\W\d_a-z]")
_BEFORE = re.compile(r"\b([^\W\d_][\w.]*)\s+$")

_Names = dict[str, list[WrittenName]]
"""Names of one first word, by their second; by nothing if they have none."""
_Beginning = tuple[_Names, _Names]
"""All names of one first word, and those of them that may begin small: hardly one does, and small
words are most of a text."""

_MOST_MET = 65536
"""Words: the vocabulary of thousands of articles, in some megabytes."""


class _Places(NamedTuple):
    """Where each word of a text begins and ends."""

    starts: list[int]
    ends: list[int]


REACH = 30
"""Characters in which the word before a name is looked for."""


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
        self._written = names
        self._site_slugs = site_slugs
        self._beginnings: dict[str, _Beginning] = {}
        """Of the first words met so far, and only of those that begin a name."""
        self._met: dict[str, _Names | None] = {}
        """Of every word met so far as it was written: the words of an archive come back."""

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return every mention in `text`, in order."""
        # Tokens and what stands between them take turns; so their lengths say where each stands.
        parts = token_pattern(text).split(text)
        tokens = parts[1::2]
        met = self._met
        if len(met) > _MOST_MET:
            met.clear()
        beginning = self._beginning
        for token in set(tokens).difference(met):
            met[token] = beginning(token)
        # A word that begins no name needs no look, and most texts have few that do.
        looked_at = [place for place, token in enumerate(tokens) if met[token]]
        if not looked_at:
            return ()
        ends = list(accumulate(map(len, parts)))
        places = _Places(ends[0::2], ends[1::2])
        found: list[Mention] = []
        done = 0
        for here in looked_at:
            names = met[tokens[here]]
            if here >= done and names and (match := _longest(text, places, here, names)):
                length, fitting = match
                found.append(_mention(text, places, here, length, fitting))
                done = here + length
        return tuple(found)

    def _beginning(self, token: str) -> _Names | None:
        """Return the names that may begin with `token`, as it is written; None for none."""
        word = fold(token)
        if word not in self._written:
            return None
        if word not in self._beginnings:
            self._beginnings[word] = self._read(self._written[word])
        every, small = self._beginnings[word]
        return (every if token[0].isupper() else small) or None

    def _read(self, names: Sequence[tuple[str, Outlet, int]]) -> _Beginning:
        """Return names of one first word as they are looked for."""
        every: _Names = {}
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


def _longest(
    text: str, places: _Places, here: int, names: _Names
) -> tuple[int, list[WrittenName]] | None:
    """Return the length in words of the longest name that begins at `here`, and who bears it."""
    second = ""
    if here + 1 < len(places.ends):
        second = fold(text[places.starts[here + 1] : places.ends[here + 1]])
    options = names.get(second, []) + (names.get("", []) if second else [])
    length = 0
    fitting: list[WrittenName] = []
    for name in options:
        if length and len(name.tokens) < length:
            break
        if _fits(text, places, here, name):
            length = len(name.tokens)
            fitting.append(name)
    return (length, fitting) if length else None


def _fits(text: str, places: _Places, here: int, name: WrittenName) -> bool:
    """Say whether the words from `here` on are `name`, written as it may be."""
    last = here + len(name.tokens) - 1
    if last >= len(places.ends):
        return False
    start, end = places.starts[here], places.ends[last]
    if not _stands_alone(text, start, end):
        return False
    if name.all_capitals and not text[start : places.ends[here]].isupper():
        return False
    if name.article_needed and _article_start(text, places, here, name.article) is None:
        return False
    words_ = zip(places.starts[here : last + 1], places.ends[here : last + 1], strict=True)
    return _spells(text, words_, name)


def _spells(text: str, places: Iterable[tuple[int, int]], name: WrittenName) -> bool:
    before = 0
    for offset, (start, end) in enumerate(places):
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


def _article_start(text: str, places: _Places, here: int, article: str) -> int | None:
    """Return where the name's article begins if it stands right before the name."""
    if not article or not here:
        return None
    start, end = places.starts[here - 1], places.ends[here - 1]
    if fold(text[start:end]) == article and fold_gap(text[end : places.starts[here]]) == " ":
        return start
    return None


def _mention(
    text: str, places: _Places, here: int, length: int, names: list[WrittenName]
) -> Mention:
    start, end = places.starts[here], places.ends[here + length - 1]
    if any(name.end_sign and text.startswith(name.end_sign, end) for name in names):
        end += 1
    bare = text[start:end]
    bearers: dict[str, Bearer] = {}
    for name in names:
        known = bearers.get(name.bearer.outlet.slug)
        if known is None or known.level < name.bearer.level:
            bearers[name.bearer.outlet.slug] = name.bearer
    articles = [_article_start(text, places, here, name.article) for name in names]
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
