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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model import Outlet, Span
from generator.outlets.beginnings import Beginnings
from generator.outlets.context import country_near
from generator.outlets.names import TOKEN, fold, fold_gap
from generator.outlets.preference import chosen
from generator.outlets.spelling import Spelling, Spellings, spelling
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
        self._spellings = Spellings()

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return every mention in `text`, in order."""
        found: list[Mention] = []
        done = 0
        for start, end, names in self._beginnings.of(text):
            if start < done:
                continue
            spelt, ends = self._spellings.of(text, start, end, names)
            for one in spelt:
                high = ends[one.length - 1]
                if _stands_alone(text, start, high) and (whole := _whole(text, start, one)):
                    found.append(_mention(text, start, high, whole))
                    done = high
                    break
        return tuple(found)


def _whole(text: str, start: int, spelt: Spelling) -> Spelling | None:
    """Return what is spelt at `start` without the names whose article is missing there."""
    if not spelt.needs_article:
        return spelt
    names = tuple(
        name
        for name in spelt.names
        if not name.article_needed or _article(text, start, name.article) is not None
    )
    return spelling(names) if names else None


def _article(text: str, start: int, article: str) -> int | None:
    """Return where `article` begins if it stands right before the word at `start`."""
    if not article:
        return None
    low = max(0, start - _ARTICLE_REACH)
    before = _last_token(text, low, start)
    if before and before.start() == low:
        before = _last_token(text, 0, start)
    if before and fold(before[0]) == article:
        return before.start() if fold_gap(text[before.end() : start]) == " " else None
    return None


def _last_token(text: str, low: int, high: int) -> re.Match[str] | None:
    last = None
    for last in TOKEN.finditer(text, low, high):  # noqa: B007 - the last one is asked for
        pass
    return last


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


def _mention(text: str, start: int, end: int, spelt: Spelling) -> Mention:
    if text.startswith(spelt.end_signs, end):
        end += 1
    bare = text[start:end]
    articles = (_article(text, start, article) for article in spelt.articles)
    begun = next((place for place in articles if place is not None), None)
    # "the Guardian" in mid-sentence: the article is the sentence's, not the name's.
    whole = begun if begun is not None and text[begun].isupper() else start
    country = country_near(text, Span(start if begun is None else begun, end))
    return Mention(
        span=Span(whole, end),
        name=text[whole:end],
        outlet=chosen(spelt.order, name=bare, country=country),
        candidates=spelt.candidates,
        country_cue=country,
        weak=is_weak(bare, article=begun is not None, short_is_weak=not spelt.of_site)
        or (
            country is None
            and _may_be_a_person(bare, spelt)
            and _is_beside_a_name(text, start, end)
        ),
    )


def _may_be_a_person(name: str, spelt: Spelling) -> bool:
    """Say whether `name` may be one word of a person's name: one little known, or listed."""
    if name.casefold() in words("surnames"):
        return True
    return spelt.little_known and spelt.length == 1 and not name.isupper()


def _is_beside_a_name(text: str, start: int, end: int) -> bool:
    """Say whether a capitalised word stands right before or after the name."""
    if _BESIDE.match(text, end):
        return True
    before = _BEFORE.search(text, max(0, start - REACH), start)
    return bool(before and before[1][0].isupper() and before[1].casefold() not in words("openers"))
