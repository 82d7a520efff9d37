"""Which mentions are weak: words that may be an outlet's name, or just words.

A weak mention needs support near by (a cue, "the newspaper") before anybody relies on it. Weak
are the names listed in `words.toml`, names that are a country or a people, abbreviations of one
or two letters, and single words in scripts without capitals, where nothing sets a name apart.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from generator.outlets.countries import country_of
from generator.outlets.names import TOKEN

SHORT = 2
"""Letters up to which an abbreviation is weak, and signs up to which a Chinese name is."""


@cache
def words(table: str) -> frozenset[str]:
    """Return one of the lists of `words.toml`."""
    text = resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[table])


@cache
def is_weak(name: str, *, article: bool, short_is_weak: bool) -> bool:
    """Say whether `name`, written so and without its article, is weak by itself.

    `article`: an article stands before it. `short_is_weak`: no, for names the site itself gave.
    """
    folded = name.casefold()
    if folded in words("always") or (folded in words("bare") and not article):
        return True
    if " " not in folded and country_of(folded):
        return True
    return short_is_weak and _is_short(name, folded)


def _is_short(name: str, folded: str) -> bool:
    if len(name) <= SHORT:
        return folded not in words("short")
    caseless = name.upper() == name.lower() and not any(c.isdigit() for c in name)
    return caseless and len(TOKEN.findall(name)) == 1


@cache
def is_generic(name: str) -> bool:
    """Say whether `name` is made of common title words only, so that many outlets may bear it."""
    return all(token.casefold() in words("titles") for token in TOKEN.findall(name))
