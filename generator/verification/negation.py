"""Decide which words turn the sense of a sentence: the lists stand in negations.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from generator.alignment import is_unspaced

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")
_SHORT = 4
"""Signs of an unspaced script: so short a stretch that denies does little else."""


def denies(text: str) -> bool:
    """Tell whether the normalised `text` holds a word that turns the sense."""
    return any(_is_negation(token) or _holds_negation(token) for token in _tokens(text))


def denies_only(text: str) -> bool:
    """Tell whether `text` does nothing but deny: `not`, `do not`, `ne … pas`, `gar nicht`."""
    tokens = _tokens(text)
    weights = [_is_negation(t) or (len(t) <= _SHORT and _holds_negation(t)) for t in tokens]
    light = _words("light")
    return any(weights) and all(
        weight or token in light for weight, token in zip(weights, tokens, strict=True)
    )


def _tokens(text: str) -> list[str]:
    return [token.lstrip("'") for token in _TOKEN.findall(text.casefold())]


def _is_negation(token: str) -> bool:
    return (
        token.rstrip("'") in _words("negations") or token.endswith("n't") or token.startswith("n'")
    )


def _holds_negation(token: str) -> bool:
    """Tell whether a run of a script without spaces holds a sign that denies in any word."""
    return is_unspaced(token[:1] or " ") and any(sign in token for sign in _words("signs"))


@cache
def _words(table: str) -> frozenset[str]:
    file = resources.files(__package__).joinpath("negations.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))[table]
    return frozenset(word for row in rows.values() for word in row.split())
