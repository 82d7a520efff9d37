"""Decide which sentences hang on something outside them.

A word at the head takes up what went before ("He…", "This…", "However…"), a personal pronoun is
the first subject ("On Monday she…"), or the sentence speaks of a picture beside it ("(left)").
The words are in `hanging.toml`, by language; a language not listed there has none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from generator.languages import Language
from generator.reading import Reading

HangsOn = Literal["sentence", "somebody", "picture"]
"""The sentence before; somebody named in it; a picture beside the text."""

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


def hangs_on(
    sentence: str, words: Sequence[str], reading: Reading, *, first: bool
) -> HangsOn | None:
    """Return what `sentence` of `reading`, with these `words`, hangs on.

    Before the `first` sentence of a text there is nothing that it could hang on but a picture.
    """
    known = _hanging().get(reading.tag.split("-", 1)[0])
    if known is None:
        return None
    if "(" in sentence and known.picture and known.picture.search(sentence):
        return "picture"
    return None if first else _takes_up(words, known, reading.language.kind_of_words("times"))


def names_somebody(words: Sequence[str], language: Language) -> bool:
    """Return whether one of a sentence's `words` may be a name: a capital past its beginning.

    True where letters have no capitals.
    """
    times = language.kind_of_words("times")
    return any(word[0].isupper() and word.casefold() not in times for word in words[1:]) or not any(
        word.lower() != word.upper() for word in words
    )


def _takes_up(words: Sequence[str], known: _Words, times: frozenset[str]) -> HangsOn | None:
    for number, written in enumerate(words[:_EARLY]):
        word = stem = written.lower()
        if not written.isalpha():
            word = word.replace("’", "'")
            stem = word.split("'", 1)[0]
        if stem in known.subjects:
            return "somebody"
        if number == 0:
            if word in known.heads or stem in known.heads:
                return "sentence"
        elif written[0].isupper() and word not in times:
            break
    return None


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
