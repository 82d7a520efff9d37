"""What the state keeps in a short form gives back what it was made of."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from generator.building.fingerprints import print_of_bytes, print_of_rows
from generator.building.kept_terms import kept_terms, keys_of, terms_of
from generator.building.sheets import MANY, _beside
from generator.digest.surface_forms import Counted
from generator.store.state import State, state_at

TERMS = {
    "some": Counted(
        counts={"topic mills": 3, "mill": 4, "null rock": 1},
        said={"mill": 2, "null rock": 1},
        forms={"mill": "mills", "null rock": "Null Rock"},
    ),
    "a topic alone": Counted(counts={"topic mills": 3}, said={}, forms={}),
    "none": Counted(counts={}, said={}, forms={}),
}


@pytest.mark.parametrize("name", TERMS)
def test_terms_come_back(name: str) -> None:
    """The terms of a digest are those that were kept, in their order."""
    terms = TERMS[name]
    kept = kept_terms(terms)
    assert terms_of(kept) == terms
    assert keys_of(kept) == list(terms.counts)


def test_many_parts_are_told_from_others() -> None:
    """A fingerprint of thousands of parts changes with each of them, and with where they end."""
    parts = [bytes([n % 251]) * (n % 7) for n in range(1000)]
    other = [*parts[:-2], parts[-2] + parts[-1][:1], parts[-1][1:]]
    assert print_of_bytes(*parts) == print_of_bytes(*parts)
    assert len({print_of_bytes(*some) for some in (parts, other, parts[1:])}) == 3


def test_equal_rows_have_one_fingerprint() -> None:
    """Whether equal texts in rows are one object or two makes no difference."""
    title = "The mill opens"
    again = f"{title[:8]}{title[8:]}"
    assert print_of_rows([(title, title, None)]) == print_of_rows([(title, again, None)])
    assert print_of_rows([(title,)]) != print_of_rows([(title, None)])


def test_outlets_beside_many_are_those_beside_each(tmp_path: Path) -> None:
    """One pass over all digests counts what a search for each outlet counts."""
    chance = random.Random(5)
    names = [f"outlet-{n:02}" for n in range(MANY + 6)]
    with state_at(tmp_path / "state.db") as state:
        for number in range(80):
            _quote(state, f"digest-{number}", chance.sample(names, 7), chance)
        every = _beside(state, frozenset(names))
        assert every == {name: _beside(state, {name})[name] for name in names}
        assert sum(map(Counter.total, every.values())) > 0


def _quote(state: State, slug: str, names: list[str], chance: random.Random) -> None:
    rows = [("outlet", name, slug, "", chance.randrange(3)) for name in names]
    columns = "kind, name, slug, moment, said"
    state.write(f"INSERT INTO voice ({columns}) VALUES (?, ?, ?, ?, ?)", rows)  # noqa: S608
