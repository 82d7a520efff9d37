"""Which country words name: "UAE", "South Korean", "Britain" → an ISO 3166-1 code.

The words are those of `countries.toml`. Words that are not there name no country for us.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib import resources

from generator.outlets.names import fold

LONGEST_NAME = 6
"""Words in the longest country name worth trying in running text."""


# Bounded: running text asks for many word pairs that are no country.
@lru_cache(maxsize=8192)
def country_of(words: str) -> str | None:
    """Return the country that `words` name, as a noun or an adjective; None if they do not."""
    folded = " ".join(_folded(words))
    table = _codes()
    return table.get(folded) or table.get(folded.removeprefix("the "))


def may_name_country(words: str) -> bool:
    """Return whether one of `words` is the first of a country's name, "the" left out.

    Of several words of which none is, no country is named, whichever are taken together.
    """
    return not _first_words().isdisjoint(_folded(words))


def _folded(words: str) -> list[str]:
    return fold(words).replace("-", " ").split()


@cache
def _codes() -> dict[str, str]:
    text = resources.files(__package__).joinpath("countries.toml").read_text(encoding="utf-8")
    return {
        fold(name).replace("-", " "): code
        for code, names in tomllib.loads(text).items()
        for name in names
    }


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.removeprefix("the ").split()[0] for name in _codes())
