"""The words of one language that the rules ask for, read from the file beside; see `README.md`.

Every list is in lower case with straight apostrophes. A phrase is matched element by element, a
comma being an element of its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

Phrase = tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrases:
    """Phrases, found by their first element."""

    by_first: Mapping[str, tuple[Phrase, ...]]
    """Longest first."""

    def at(self, forms: list[str], place: int, end: int) -> int:
        """Return the element after the phrase that begins at `place`; `place` if none does."""
        for phrase in self.by_first.get(forms[place], ()):
            after = place + len(phrase)
            if after <= end and tuple(forms[place:after]) == phrase:
                return after
        return place


@dataclass(frozen=True, kw_only=True, slots=True)
class NeutralityWords:
    """What the rules know of a language."""

    said: str
    """The neutral word that a message offers."""
    words: Mapping[str, frozenset[str]]
    """Closed lists by name."""
    endings: tuple[str, ...]
    """Endings of compounds that mean a collective, as German “-experten”."""
    phrases: Mapping[str, Phrases]
    """Lists of phrases by name."""
    verbs: Mapping[str, str]
    """Form of a loaded verb → its kind, a key of `loaded_verbs.KINDS`."""

    def kind(self, name: str) -> frozenset[str]:
        """Return the closed list called `name`, empty if this language has none."""
        return self.words.get(name, frozenset())

    def is_collective(self, form: str) -> bool:
        """Tell whether a word means people whom nobody can count."""
        return form in self.kind("nouns") or (bool(self.endings) and form.endswith(self.endings))


def known() -> tuple[str, ...]:
    """Return the tags of the languages that the linter reads."""
    files = (entry.name for entry in resources.files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in files if name.endswith(".toml")))


def words_of(tag: str) -> NeutralityWords | None:
    """Return the words of a BCP 47 tag; None for a language that the linter does not read."""
    return _load(tag.split("-", 1)[0].casefold())


@cache
def _load(tag: str) -> NeutralityWords | None:
    file = resources.files(__package__).joinpath(f"{tag}.toml")
    if not tag.isalpha() or not file.is_file():
        return None
    data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    return NeutralityWords(
        said=data["said"],
        words={name: frozenset(words.split()) for name, words in data["words"].items()},
        endings=tuple(data.get("endings", "").split()),
        phrases={name: phrases(listed) for name, listed in data["phrases"].items()},
        verbs={form: kind for kind, forms in data["verbs"].items() for form in forms.split()},
    )


def phrases(listed: list[str]) -> Phrases:
    """Return phrases, written with spaces between their elements, ready to be looked for."""
    by_first: dict[str, list[Phrase]] = {}
    for text in sorted(listed, key=len, reverse=True):
        phrase = tuple(text.split())
        by_first.setdefault(phrase[0], []).append(phrase)
    return Phrases(by_first={first: tuple(found) for first, found in by_first.items()})
