"""Finds the words of many stretches of text at once, where these are plain.

What stands between the words of plain text can be blanked in one step, and the text then be parted
at its blanks: much quicker than a pattern that goes from word to word. A stretch with letters other
than ASCII's goes the long way; signs that are no letters, as “ and –, do not stand in the way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

_END = "\0"
"""Parts the stretches."""
_MARKS = "“”„«»–—…"
"""Commonest signs beyond ASCII that are part of no word and join none."""


def words_of_each(
    stretches: Sequence[str],
    *,
    joiners: str,
    otherwise: Callable[[str], list[str]],
    rare_joiners: str = "",
) -> Sequence[Sequence[str]]:
    """Return the words of each stretch: letters and figures, with joiners in them.

    Most texts have words that `joiners` join, and few those that `rare_joiners` do. `otherwise`
    finds the words of a stretch that is not plain; of a plain one it finds the same.
    """
    line = _END.join(stretches)
    if not line.isascii():
        for mark in _MARKS:
            line = line.replace(mark, " ")
    parts = line.split(_END)
    if len(parts) != len(stretches):
        return list(map(otherwise, stretches))
    if line.isascii():
        return _parted(line, joiners, rare_joiners)
    plain = [part if part.isascii() else "" for part in parts]
    return [
        found if part.isascii() else otherwise(stretch)
        for found, part, stretch in zip(
            _parted(_END.join(plain), joiners, rare_joiners), parts, stretches, strict=True
        )
    ]


def _parted(line: str, joiners: str, rare_joiners: str) -> Sequence[Sequence[str]]:
    """Return the words of each stretch of a line in ASCII."""
    if rare_joiners and _joining(rare_joiners).search(line):
        joiners += rare_joiners
    return _parted_by(line, joiners)


@lru_cache(maxsize=2)  # a text's summary and its readability ask for the same
def _parted_by(line: str, joiners: str) -> Sequence[Sequence[str]]:
    joins_nothing, blanks = _signs(joiners)
    return tuple(map(str.split, joins_nothing.sub(" ", line).translate(blanks).split(_END)))


@cache
def _joining(joiners: str) -> re.Pattern[str]:
    """Return what finds a joiner with a letter or figure on both sides."""
    return re.compile(rf"[{re.escape(joiners)}](?<=[A-Za-z0-9].)(?=[A-Za-z0-9])")


@cache
def _signs(joiners: str) -> tuple[re.Pattern[str], dict[int, str]]:
    """Return what finds joiners without a letter on both sides, and what blanks other signs."""
    alone = rf"[{re.escape(joiners)}](?:(?![A-Za-z0-9])|(?<![A-Za-z0-9].))"
    kept = {*joiners, _END}
    blanks = {n: " " for n in range(128) if not chr(n).isalnum() and chr(n) not in kept}
    return re.compile(alone, re.DOTALL), blanks
