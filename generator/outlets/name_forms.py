"""The ways in which an outlet's name may be written, made ready to be found in texts.

A name must be written as a name: with a capital in scripts that have them, unless the outlet
itself writes its name small (taz, dpa), and abbreviations all in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from generator.model import Outlet
from generator.outlets.names import FREE_ARTICLES, OPTIONAL_ARTICLES, TOKEN, fold, fold_gap
from generator.outlets.preference import ALIAS, DOMAIN, MAIN, NATIVE, Bearer
from generator.outlets.weakness import words

LONGEST_ABBREVIATION = 5
"""Letters up to which a one-word name in capitals is an abbreviation and must be written so."""

_BRACKETED = re.compile(r"\s*\([^()]*\)$")
LEAST_WITHOUT_ARTICLE = 3
"""Letters that must be left of a name for a text to leave out its article ("The i")."""


class WrittenName(NamedTuple):
    """One way of writing one outlet's name; a plain tuple, for there are many."""

    bearer: Bearer
    tokens: tuple[str, ...]
    gaps: tuple[str, ...]
    article: str
    """The article that the name has and a text may leave out; empty if none."""
    article_needed: bool
    """Without its article too little of the name is left, or only a common word."""
    capitals: tuple[bool, ...]
    """Which words must begin with a capital."""
    end_sign: str
    """What ends the name beyond its last letter, as the point of `A.P.`; empty if nothing."""
    all_capitals: bool
    """An abbreviation: every letter must be a capital."""


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


def first_word(name: str) -> str:
    """Return the folded word by which `name` is looked up: its first, an article left out.

    Empty for a name without letters and figures.
    """
    first = TOKEN.search(name)
    if first is None:
        return ""
    word = fold(first[0])
    second = TOKEN.search(name, first.end()) if word in OPTIONAL_ARTICLES else None
    return fold(second[0]) if second else word


def names_by_first_word(outlets: Iterable[Outlet]) -> dict[str, list[tuple[str, Outlet, int]]]:
    """Return every way of writing the names of `outlets`, by first word.

    With the outlet and how fully it bears the name. A name is not looked at more closely before a
    text has its first word: few of a registry's thousands ever are.
    """
    names: dict[str, list[tuple[str, Outlet, int]]] = {}
    for outlet in outlets:
        for written, level in written_names(outlet):
            names.setdefault(first_word(written), []).append((written, outlet, level))
    return names


def written_name(written: str, bearer: Bearer) -> WrittenName | None:
    """Return the name as it is looked for in texts; None if it has no letters."""
    matches = list(TOKEN.finditer(written))
    if not matches:
        return None
    article = ""
    if len(matches) > 1 and fold(matches[0][0]) in OPTIONAL_ARTICLES:
        article = fold(matches.pop(0)[0])
    surface = [match[0] for match in matches]
    tokens = tuple(map(fold, surface))
    # Only English capitalises every word of a title; elsewhere "Courrier international" is right.
    english = "en" in bearer.outlet.languages or not bearer.outlet.languages
    head = 1 if len(surface) > 1 and tokens[0] in FREE_ARTICLES else 0
    return WrittenName(
        bearer=bearer,
        tokens=tokens,
        gaps=tuple(fold_gap(written[one.end() : two.start()]) for one, two in pairwise(matches)),
        article=article,
        article_needed=bool(article) and _needs_article(surface),
        capitals=tuple(
            token[0].isupper() and (place == head or (english and place > head))
            for place, token in enumerate(surface)
        ),
        end_sign=end_sign if (end_sign := written[matches[-1].end() :]) in (".", "!", "+") else "",
        all_capitals=len(surface) == 1
        and len(surface[0]) <= LONGEST_ABBREVIATION
        and surface[0].isupper(),
    )


def _needs_article(surface: list[str]) -> bool:
    """Say whether these words are the outlet's name only with the article before them."""
    bare = " ".join(surface)
    return len(bare) < LEAST_WITHOUT_ARTICLE or bare.casefold() in words("article_needed")
