"""Decide which sentences hang on something outside them.

A word at the head takes up what went before ("He…", "This…", "However…"), a personal pronoun is
the first subject ("On Monday she…"), or the sentence speaks of a picture beside it ("(left)").
The words are in `hanging.toml`, by language; a language not listed there has none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_IN_BRACKETS = r"\((?:[\w-]+,?\s){{0,3}}(?:{0})(?:,?\s[\w-]+){{0,3}}\)"
_EARLY = 4
"""Words among which a pronoun is most likely the subject."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Words:
    """What hangs in one language, lower case."""

    heads: frozenset[str]
    subjects: frozenset[str]
    """Pronouns that can only be a subject."""
    picture: re.Pattern[str] | None


def hangs(sentence: str, tag: str, *, first: bool) -> bool:
    """Return whether `sentence`, of the language `tag`, hangs; the `first` of a text has nothing
    before it, so only a picture."""
    known = _hanging().get(tag.split("-", 1)[0])
    if known is None:
        return False
    if known.picture and known.picture.search(sentence):
        return True
    return not first and _takes_up(sentence, known)


def _takes_up(sentence: str, known: _Words) -> bool:
    for number, match in enumerate(_WORD.finditer(sentence)):
        word = match[0].casefold().replace("’", "'")
        if number == 0:
            if word in known.heads or word.split("'")[0] in known.heads:
                return True
        elif number >= _EARLY or match[0][0].isupper():
            return False
        if word in known.subjects:
            return True
    return False


@cache
def _hanging() -> Mapping[str, _Words]:
    file = resources.files(__package__).joinpath("hanging.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))
    return {tag: _row(row) for tag, row in rows.items()}


def _row(row: Mapping[str, str]) -> _Words:
    picture = "|".join(map(re.escape, row.get("picture", "").split()))
    return _Words(
        heads=frozenset(row["heads"].split()),
        subjects=frozenset(row.get("subjects", "").split()),
        picture=re.compile(_IN_BRACKETS.format(picture), re.IGNORECASE) if picture else None,
    )
