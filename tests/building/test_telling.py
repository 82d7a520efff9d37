"""What tells digests apart after some edits is what a count from nothing finds."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.building.fingerprints import print_of
from generator.building.kept_terms import kept_terms
from generator.building.telling import tell
from generator.digest.key_terms import COMMON, Told, told_apart
from generator.digest.surface_forms import Counted
from generator.store.state import State, packed, state_at, unpacked

WORDS = [f"word{n}" for n in range(400)]
"""The first are common and the last are rare."""


def _terms(chance: random.Random) -> Counted:
    """Return the terms of a digest: some common, some shared with few."""
    some = [WORDS[int(chance.random() ** 3 * len(WORDS))] for _ in range(90)]
    counts = dict(sorted(Counter(some).items()))
    return Counted(counts=counts, said=counts, forms={key: key.title() for key in counts})


def _put(state: State, digests: Mapping[str, Counted]) -> None:
    state.write("DELETE FROM digest", [()])
    state.write(
        "INSERT INTO digest (slug, valid, content, stand, terms_print) VALUES (?, 1, x'', x'', ?)",
        ((slug, print_of(terms)) for slug, terms in digests.items()),
    )
    state.write(
        "REPLACE INTO matter (slug, terms) VALUES (?, ?)",
        ((slug, packed(kept_terms(terms))) for slug, terms in digests.items()),
    )


def _told(state: State) -> dict[str, Told]:
    rows = state.rows("SELECT slug, told FROM told")
    return {slug: unpacked(told) if told else Told() for slug, told in rows}


@pytest.mark.parametrize("seed", range(3))
def test_edits_change_what_a_new_count_changes(tmp_path: Path, seed: int) -> None:
    """Digests come, change and go: key terms and those alike are always those of a clean count."""
    chance = random.Random(seed)
    digests = {f"digest-{n:03}": _terms(chance) for n in range(120)}
    assert max(Counter(k for d in digests.values() for k in d.counts).values()) > COMMON
    with state_at(tmp_path / "state.db") as state:
        for number in range(30):
            for _ in range(chance.randint(1, 4)):
                slug = chance.choice(sorted(digests))
                match chance.randrange(4):
                    case 0:
                        digests.pop(slug)
                    case 1:
                        digests[f"new-{number:02}-{chance.randrange(99)}"] = _terms(chance)
                    case _:
                        digests[slug] = _terms(chance)
            _put(state, digests)
            tell(state, digests)
            assert _told(state) == told_apart(digests)


def test_nothing_changed_touches_nothing(tmp_path: Path) -> None:
    """The same digests once more: not a row is written."""
    chance = random.Random(7)
    digests = {f"digest-{n}": _terms(chance) for n in range(20)}
    with state_at(tmp_path / "state.db") as state:
        _put(state, digests)
        tell(state, digests)
        state.commit()
        (before,) = state.one("SELECT total_changes()") or (0,)
        tell(state, digests)
        assert state.one("SELECT total_changes()") == (before,)
