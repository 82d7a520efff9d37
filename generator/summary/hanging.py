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
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

from generator.languages import Language
from generator.reading import Reading

HangsOn = Literal["sentence", "somebody", "picture", "speaker"]
"""The sentence before; somebody named in it; a picture beside the text; who has the word in an
interview."""

_IN_BRACKETS = r"\((?:[\w-]+,?\s){{0,3}}(?:{0})(?:,?\s[\w-]+){{0,3}}\)"
_LONGEST_OPENING = 4
"""Words of an opening."""
_EARLY = 4
"""Words among which a pronoun is most likely the subject."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Words:
    """What hangs in one language, lower case."""

    heads: frozenset[str]
    subjects: frozenset[str]
    """Pronouns that can only be a subject."""
    openings: Mapping[str, tuple[str, ...]]
    """With what a sentence that hangs begins, by its first word; each with a space behind it."""
    free: Mapping[str, tuple[str, ...]]
    """With what one begins that hangs on nothing, whatever its first word says."""
    picture: re.Pattern[str] | None


def hangs_on(
    sentence: str, words: Sequence[str], reading: Reading, *, first: bool
) -> HangsOn | None:
    """Return what `sentence` of `reading`, with these `words`, hangs on.

    Before the `first` sentence of a text there is nothing that it could hang on but a picture.
    """
    known = _of(reading.tag)
    if known is None:
        return None
    if "(" in sentence and known.picture and known.picture.search(sentence):
        return "picture"
    if first or not words:
        return None
    head = words[0].lower()
    if head in known.free and _begins(words, known.free[head]):
        return None
    if head in known.openings and _begins(words, known.openings[head]):
        return "sentence"
    return _takes_up(words, known, reading.language.kind_of_words("times"))


def _begins(words: Sequence[str], phrases: tuple[str, ...]) -> bool:
    opening = " ".join((*words[:_LONGEST_OPENING], "")).lower().replace("’", "'")
    return opening.startswith(phrases)


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


@lru_cache(maxsize=64)
def _of(tag: str) -> _Words | None:
    return _hanging().get(tag.split("-", 1)[0])


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
        openings=_phrases(row.get("openings", "")),
        free=_phrases(row.get("free", "")),
        picture=re.compile(_IN_BRACKETS.format(picture), re.IGNORECASE) if picture else None,
    )


def _phrases(listed: str) -> Mapping[str, tuple[str, ...]]:
    """Return phrases parted by commas, by their first word."""
    found: dict[str, tuple[str, ...]] = {}
    for words in filter(None, map(str.split, listed.split(","))):
        for head in {words[0], words[0].replace("'", "’")}:
            found[head] = (*found.get(head, ()), f"{' '.join(words)} ")
    return found
