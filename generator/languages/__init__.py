"""What the rules know of a language: word lists and marks, read from the folders beside.

The engine itself knows no language. A language is a folder of TOML files; `README.md` there
says how entries got in. An unknown tag gets the neutral language `und`: marks, no words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from generator.languages.cue_verbs import CueForm, cue_forms
from generator.text.furniture import FurnitureWords

FILES = ("language", "cues", "sources", "furniture")
_NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Language:
    """The data of one language."""

    tag: str
    """BCP 47, primary subtag only."""
    name: str
    marks: tuple[tuple[str, str], ...]
    """Pairs of quotation marks, the customary first."""
    cues: Mapping[str, CueForm]
    """Every inflected form of a cue verb, lower case."""
    cue_phrases: tuple[tuple[str, ...], ...]
    """Fixed cues of several words that name the source after them, as "according to"."""
    abbreviations: frozenset[str]
    """Lower case, without the last full stop."""
    titles: frozenset[str]
    """Forms of address before a name: mr, dr, president."""
    function_words: frozenset[str]
    """The commonest words: they tell the language and bound a noun phrase."""
    kind_of_words: Callable[[str], frozenset[str]]
    """Gives a closed class that the rules ask for by name: pronouns, articles, prepositions…

    Empty if this language lists none. No method, for the rules ask hundreds of times for each text.
    """
    outlet_nouns: Mapping[str, str]
    """What an outlet may be called: newspaper, agency; with the kind each means."""
    roles: frozenset[str]
    """What a person of an outlet may be called: columnist, critic, editor."""
    writing_for: tuple[str, ...]
    """Phrases that an outlet's name follows: "writing for", "in a review for"."""
    name_words: frozenset[str]
    """Words that many outlets' names end in."""
    demonyms: Mapping[str, str]
    """Country adjectives and country names, lower case, with the ISO 3166 code."""
    furniture: FurnitureWords

    speech_verbs: frozenset[str]
    """Forms of verbs of saying that stand after what was said: "asked", "says"."""


class _Closed(dict[str, frozenset[str]]):
    """The closed classes of a language by name; what it does not list is empty."""

    def __missing__(self, name: str) -> frozenset[str]:
        return _NO_WORDS


@cache
def known() -> tuple[str, ...]:
    """Return the tags of the languages there are data for, `und` left out."""
    folders = resources.files(__package__).iterdir()
    return tuple(
        sorted(
            folder.name
            for folder in folders
            if folder.name != "und" and folder.joinpath("language.toml").is_file()
        )
    )


def language(tag: str) -> Language:
    """Return the language of a BCP 47 tag; the neutral one if there is no data for it."""
    primary = tag.split("-", 1)[0].casefold()
    return _load(primary if primary in known() else "und")


@cache
def _load(tag: str) -> Language:
    data: dict[str, Any] = {}
    for name in FILES:
        file = resources.files(__package__).joinpath(tag, f"{name}.toml")
        if file.is_file():
            data |= tomllib.loads(file.read_text(encoding="utf-8"))
    marks = [tuple(pair) for pair in data.get("marks", [])]
    if tag != "und":
        marks += [pair for pair in _load("und").marks if pair not in marks]
    cues = cue_forms(data.get("cues", {}), data.get("irregular", {}), rule=data.get("inflect", ""))
    words = _Closed({k: frozenset(value.split()) for k, value in data.get("words", {}).items()})
    asides = data.get("furniture_asides", [])
    return Language(
        tag=tag,
        name=data["name"],
        marks=tuple((first, last) for first, last in marks),
        cues=cues,
        speech_verbs=frozenset(
            word
            for word, cue in cues.items()
            if cue.cue_class in ("say", "tell") and cue.form in ("past", "finite")
        ),
        cue_phrases=tuple(tuple(phrase.split()) for phrase in data.get("cue_phrases", [])),
        abbreviations=frozenset(data.get("abbreviations", "").split()),
        titles=frozenset(data.get("titles", "").split()),
        function_words=frozenset(data.get("function_words", "").split()),
        kind_of_words=words.__getitem__,
        outlet_nouns=data.get("outlet_nouns", {}),
        roles=frozenset(data.get("roles", [])),
        writing_for=tuple(data.get("writing_for", [])),
        name_words=frozenset(data.get("name_words", [])),
        demonyms={
            adjective: code for code, row in data.get("demonyms", {}).items() for adjective in row
        },
        furniture=FurnitureWords(
            lines=frozenset(data.get("furniture_lines", [])),
            starts=tuple(data.get("furniture_starts", [])),
            phrases=tuple(data.get("furniture_phrases", [])),
            asides=tuple(a for a in asides if not a.startswith("…")),
            asides_within=tuple(a[1:] for a in asides if a.startswith("…")),
            notices=tuple(data.get("furniture_notices", [])),
            counts=frozenset(data.get("furniture_counts", "").split()),
            picture_words=frozenset(data.get("picture_words", "").split()),
            picture_verbs=frozenset(data.get("picture_verbs", "").split()),
        ),
    )
