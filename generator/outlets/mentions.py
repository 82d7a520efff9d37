"""Find the names of outlets in running text: longest match, no overlaps, in one pass.

An index leads from a name's first two words to all names that begin so; each word of the text
is looked up once, so the cost grows with the text and hardly with the registry. Names must be
written as names: with a capital in scripts that have them, unless the outlet itself writes its
name small (taz, dpa). A name inside a longer word, an address or a hyphenated word is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Outlet, Span
from generator.outlets.context import country_near
from generator.outlets.names import OPTIONAL_ARTICLES, TOKEN, fold, fold_gap
from generator.outlets.preference import ALIAS, DOMAIN, MAIN, NATIVE, Bearer, chosen, ranked
from generator.outlets.weakness import is_weak, words

LONGEST_ABBREVIATION = 5
"""Letters up to which a one-word name in capitals is an abbreviation and must be written so."""

_BRACKETED = re.compile(r"\s*\([^()]*\)$")
_BESIDE = re.compile(r"\s+[^\W\d_a-z]")
_BEFORE = re.compile(r"([^\W\d_][\w.]*)\s+$")


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


@dataclass(frozen=True, slots=True)
class _Name:
    """One way of writing one outlet's name."""

    bearer: Bearer
    tokens: tuple[str, ...]
    gaps: tuple[str, ...]
    article: str
    """The article that the name has and a text may leave out; empty if none."""
    article_needed: bool
    """Without its article too little of the name is left."""
    capitals: tuple[bool, ...]
    """Which words must begin with a capital."""
    all_capitals: bool
    """An abbreviation: every letter must be a capital."""


class NameIndex:
    """The names of a registry, ready to be found in texts; never changed once made."""

    __slots__ = ("_starts",)

    def __init__(self, outlets: Iterable[Outlet], *, site_slugs: frozenset[str]) -> None:
        """Index all names of `outlets`."""
        self._starts: dict[str, dict[str, list[_Name]]] = {}
        for outlet in outlets:
            for written, level in written_names(outlet):
                bearer = Bearer(outlet, level, outlet.slug in site_slugs)
                name = _name_of(written, bearer)
                if name:
                    second = name.tokens[1] if len(name.tokens) > 1 else ""
                    self._starts.setdefault(name.tokens[0], {}).setdefault(second, []).append(name)
        for start in self._starts.values():
            for names in start.values():
                names.sort(key=lambda name: -len(name.tokens))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return every mention in `text`, in order."""
        places = [match.span() for match in TOKEN.finditer(text)]
        seen: dict[str, dict[str, list[_Name]] | None] = {}
        found: list[Mention] = []
        here = 0
        while here < len(places):
            start, end = places[here]
            token = text[start:end]
            try:
                names = seen[token]
            except KeyError:
                names = seen[token] = self._starts.get(fold(token))
            length = 0
            if names is not None and (match := _longest(text, places, here, names)):
                length, fitting = match
                found.append(_mention(text, places, here, length, fitting))
            here += length or 1
        return tuple(found)


def written_names(outlet: Outlet) -> Iterable[tuple[str, int]]:
    """Yield every way of writing the outlet's name, with how fully it bears it."""
    yield outlet.name, MAIN
    if (plain := _BRACKETED.sub("", outlet.name)) != outlet.name:
        yield plain, NATIVE
    for name in outlet.native_names:
        yield name, NATIVE
    for name in outlet.aliases:
        yield name, ALIAS
    if outlet.domain:
        yield outlet.domain, DOMAIN


def _name_of(written: str, bearer: Bearer) -> _Name | None:
    matches = list(TOKEN.finditer(written))
    if not matches:
        return None
    article = ""
    if len(matches) > 1 and fold(matches[0][0]) in OPTIONAL_ARTICLES:
        article = fold(matches.pop(0)[0])
    surface = [match[0] for match in matches]
    # Only English capitalises every word of a title; elsewhere "Courrier international" is right.
    english = "en" in bearer.outlet.languages or not bearer.outlet.languages
    return _Name(
        bearer=bearer,
        tokens=tuple(fold(token) for token in surface),
        gaps=tuple(
            fold_gap(written[one.end() : two.start()])
            for one, two in zip(matches, matches[1:], strict=False)
        ),
        article=article,
        article_needed=bool(article) and len("".join(surface)) < 3,  # noqa: PLR2004 -- "The i"
        capitals=tuple(
            token[0].isupper() and (english or not place) for place, token in enumerate(surface)
        ),
        all_capitals=len(surface) == 1
        and len(surface[0]) <= LONGEST_ABBREVIATION
        and surface[0].isupper(),
    )


def _longest(
    text: str, places: list[tuple[int, int]], here: int, names: dict[str, list[_Name]]
) -> tuple[int, list[_Name]] | None:
    """Return the length in words of the longest name that begins at `here`, and who bears it."""
    second = ""
    if here + 1 < len(places):
        second = fold(text[slice(*places[here + 1])])
    options = names.get(second, []) + (names.get("", []) if second else [])
    length = 0
    fitting: list[_Name] = []
    for name in options:
        if length and len(name.tokens) < length:
            break
        if _fits(text, places, here, name):
            length = len(name.tokens)
            fitting.append(name)
    return (length, fitting) if length else None


def _fits(text: str, places: list[tuple[int, int]], here: int, name: _Name) -> bool:
    last = here + len(name.tokens) - 1
    if last >= len(places):
        return False
    before = places[here][0]
    for offset, token in enumerate(name.tokens):
        start, end = places[here + offset]
        surface = text[start:end]
        if offset > 1 and fold(surface) != token:
            return False
        if offset and fold_gap(text[before:start]) != name.gaps[offset - 1]:
            return False
        if name.capitals[offset] and not surface[0].isupper():
            return False
        before = end
    if name.all_capitals and not text[slice(*places[here])].isupper():
        return False
    if name.article_needed and _article_start(text, places, here, name.article) is None:
        return False
    return _stands_alone(text, places[here][0], places[last][1])


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


def _article_start(text: str, places: list[tuple[int, int]], here: int, article: str) -> int | None:
    """Return where the name's article begins if it stands right before the name."""
    if not article or not here:
        return None
    start, end = places[here - 1]
    if fold(text[start:end]) == article and fold_gap(text[end : places[here][0]]) == " ":
        return start
    return None


def _mention(
    text: str, places: list[tuple[int, int]], here: int, length: int, names: list[_Name]
) -> Mention:
    start, end = places[here][0], places[here + length - 1][1]
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
        or _is_beside_a_name(text, start, end),
    )


def _is_beside_a_name(text: str, start: int, end: int) -> bool:
    """Say whether a name that people bear too stands next to another capitalised word."""
    if text[start:end].casefold() not in words("surnames"):
        return False
    if _BESIDE.match(text, end):
        return True
    before = _BEFORE.search(text, max(0, start - 30), start)
    return bool(before and before[1][0].isupper() and not _opens(text, before.start()))


def _opens(text: str, start: int) -> bool:
    """Say whether a sentence may begin at `start`."""
    before = text[:start].rstrip() if start < 200 else text[start - 200 : start].rstrip()  # noqa: PLR2004
    return not before or before[-1] in ".!?:\"'”’»)"
