"""What all made digests share: words, outlets, people, topics and places, from a seed."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

WORDS = Path(__file__).with_name("words.toml")

OUTLETS, PEOPLE, TOPICS, PLACES = 200, 300, 50, 60
"""How many there are, whatever the number of digests: lists grow, their number does not."""

COUNTRIES = {
    "XA": "Talobia",
    "XB": "Moreska",
    "XC": "Venland",
    "XD": "Garuna",
    "XE": "Solidor",
    "XF": "Pellamar",
}
"""Invented, under codes that ISO 3166 leaves to users."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MadeOutlet:
    """An outlet of the made press."""

    slug: str
    name: str
    country: str
    kind: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MadePerson:
    """Somebody whom the made press quotes."""

    slug: str
    name: str
    role: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MadeTopic:
    """A subject of made digests."""

    slug: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Vocabulary:
    """All that digests are made of."""

    things: tuple[str, ...]
    adjectives: tuple[str, ...]
    deeds: tuple[str, ...]
    endings: tuple[str, ...]
    places: tuple[str, ...]
    outlets: tuple[MadeOutlet, ...]
    people: tuple[MadePerson, ...]
    topics: tuple[MadeTopic, ...]


def vocabulary(seed: int) -> Vocabulary:
    """Return the vocabulary that `seed` makes."""
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    rng = random.Random(f"vocabulary {seed}")
    syllables = words["syllables"].split()

    def name(length: int) -> str:
        return "".join(rng.choices(syllables, k=length)).capitalize()

    def one_of(key: str) -> str:
        chosen: str = rng.choice(words[key].split())
        return chosen

    outlets = _distinct(OUTLETS, lambda: f"{name(3)} {one_of('outlet_titles')}")
    people = _distinct(PEOPLE, lambda: f"{name(3)} {name(3)}")
    topics = _distinct(TOPICS, lambda: f"{name(3)} {one_of('topic_titles')}")
    return Vocabulary(
        things=tuple(words["things"].split()),
        adjectives=tuple(words["adjectives"].split()),
        deeds=tuple(words["deeds"].split()),
        endings=tuple(words["endings"]),
        places=_distinct(PLACES, lambda: name(3)),
        outlets=tuple(
            MadeOutlet(
                slug=slug_of(outlet),
                name=outlet,
                country=rng.choice(list(COUNTRIES)),
                kind=one_of("outlet_kinds"),
            )
            for outlet in outlets
        ),
        people=tuple(
            MadePerson(slug=slug_of(person), name=person, role=one_of("roles")) for person in people
        ),
        topics=tuple(MadeTopic(slug=slug_of(topic), name=topic) for topic in topics),
    )


def slug_of(name: str) -> str:
    """Return the last part of a page's address; the names are plain letters and spaces."""
    return name.lower().replace(" ", "-")


def _distinct(count: int, make: Callable[[], str]) -> tuple[str, ...]:
    """Return `count` different names, in the order they were made."""
    names: dict[str, None] = {}
    while len(names) < count:
        names[make()] = None
    return tuple(names)
