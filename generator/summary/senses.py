"""Hold the words that turn the sense of a statement: opposites, denials, doubts, units.

They are in `senses.toml`, by language; a language not listed there has none, and the checks that
ask for them object to nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrases:
    """Words and runs of words, lower case."""

    words: frozenset[str] = frozenset()
    runs: tuple[str, ...] = ()
    """With a space before and behind."""

    def first_in(self, words: Sequence[str]) -> str:
        """Return which of them stands among `words`, lower case; empty if none does."""
        found = next((word for word in words if word in self.words), "")
        if found or not self.runs:
            return found
        line = f" {' '.join(words)} "
        return next((run.strip() for run in self.runs if run in line), "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Senses:
    """What turns the sense of a statement in one language; `senses.toml` says what each is."""

    opposites: tuple[tuple[Phrases, Phrases], ...] = ()
    denials: Phrases = Phrases()
    doubts: Phrases = Phrases()
    claims: Phrases = Phrases()
    universals: Phrases = Phrases()
    directions: Phrases = Phrases()
    agents: Phrases = Phrases()
    units: tuple[Phrases, ...] = ()


def senses(tag: str) -> Senses:
    """Return what is known of the language of a BCP 47 tag."""
    return _known().get(tag.split("-", 1)[0].casefold(), _NOTHING)


_NOTHING = Senses()


@cache
def _known() -> Mapping[str, Senses]:
    file = resources.files(__package__).joinpath("senses.toml")
    return {tag: _row(row) for tag, row in tomllib.loads(file.read_text(encoding="utf-8")).items()}


def _row(row: Mapping[str, Any]) -> Senses:
    lists = ("denials", "doubts", "claims", "universals", "directions", "agents")
    pairs = [(_phrases(one), _phrases(other)) for one, other in row["opposites"]]
    return Senses(
        opposites=tuple(pairs + [(other, one) for one, other in pairs]),
        units=tuple(_phrases(f",{unit}") for unit in row["units"]),
        **{name: _phrases(row.get(name, "")) for name in lists},
    )


def _phrases(listed: str) -> Phrases:
    """Read words parted by spaces, and behind the first comma runs of words parted by commas."""
    words, *runs = (part.strip() for part in listed.split(","))
    single = [run for run in runs if " " not in run]
    return Phrases(
        words=frozenset([*words.split(), *single]),
        runs=tuple(f" {run} " for run in runs if " " in run),
    )
