"""Decide which words turn the sense of a sentence: the lists stand in negations.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from generator.text.blocks import EDGE, VOICES
from generator.text.word_edges import is_unspaced

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")
_CLAUSE_END = re.compile(rf"\s*[.,;:!?…،؛؟。，；：！？—–{EDGE}{VOICES}](?!\d)")
_SHORT = 4
"""Signs of an unspaced script: so short a stretch that denies does little else."""


def denies(text: str) -> bool:
    """Tell whether the normalised `text` holds a word that turns the sense."""
    tokens = _tokens(text)
    denial = any(_is_negation(token) or _holds_negation(token) for token in tokens)
    return denial or _is_scarce(tokens) or bool(_phrases().search(text.casefold()))


def denies_onward(gap: str, following: str, *, begins_inside: bool) -> bool:
    """Tell whether leaving out `gap`, before the kept `following`, turns the sense of a clause.

    It does if a word that denies goes and words that it may govern stay: those after it in its
    clause, or, where it is the clause's last word as in German, those before (`begins_inside`: the
    kept words before the gap end inside a clause). With its whole clause it may go.
    """
    *earlier, last = _CLAUSE_END.split(gap)
    if begins_inside and earlier and _ends_in_denial(earlier[0]):
        return True
    if not following[:1] or _CLAUSE_END.match(following):
        return begins_inside and not earlier and _ends_in_denial(last)
    return denies(last)


def _ends_in_denial(clause: str) -> bool:
    words = clause.split()
    return bool(words) and denies(words[-1])


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


def _is_scarce(tokens: list[str]) -> bool:
    """Tell whether a word says `few`, and not `a few`."""
    return any(
        token in _words("scarce") and not (n and tokens[n - 1] in _words("enough"))
        for n, token in enumerate(tokens)
    )


def _holds_negation(token: str) -> bool:
    """Tell whether a run of a script without spaces holds a sign that denies in any word."""
    return is_unspaced(token[:1] or " ") and any(sign in token for sign in _words("signs"))


@cache
def _phrases() -> re.Pattern[str]:
    listed = [phrase for row in _rows("phrases").values() for phrase in row]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})(?!\w)")


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(word for row in _rows(table).values() for word in row.split())


def _rows(table: str) -> dict[str, Any]:
    file = resources.files(__package__).joinpath("negations.toml")
    rows: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))[table]
    return rows
