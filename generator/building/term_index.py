"""Which digests hold a term, kept in the state: so that one edit counts one digest's terms anew.

Terms are filed in buckets by a hash of their own; a bucket is read when one of its terms is asked
for, and written again when one of its lists changed. Digests are known by number.
"""

from __future__ import annotations

import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.store.state import State, packed, unpacked

BUCKETS = 4096
"""Ten thousand digests have some fifty thousand terms: a dozen a bucket."""


class Holders(NamedTuple):
    """The digests that hold a term."""

    every: array[int]
    strong: array[int]
    """Those that are compared by it: it is among their strongest."""


def _none() -> Holders:
    return Holders(array("I"), array("I"))


class TermIndex:
    """The digests that hold each term, as far as they were asked for."""

    def __init__(self, state: State) -> None:
        """Look terms up in `state`."""
        self._state = state
        self._buckets: dict[int, dict[str, Holders]] = {}
        self._spreads: dict[int, dict[str, int]] = {}
        self._changed: set[int] = set()

    def holders(self, key: str) -> Holders:
        """Return who holds a term; not to be changed."""
        return self._bucket(_place(key)).get(key) or _none()

    def spread(self, key: str) -> int:
        """Return how many digests hold a term."""
        place = _place(key)
        if place in self._buckets:
            return len(self.holders(key).every)
        if place not in self._spreads:
            row = self._state.one("SELECT spread FROM term WHERE bucket = ?", (place,))
            self._spreads[place] = unpacked(row[0]) if row else {}
        return self._spreads[place].get(key, 0)

    def change(self, keys: Iterable[str], number: int, *, strong: bool, held: bool) -> None:
        """Note that the digest `number` holds `keys` from now on, or no longer."""
        for key in keys:
            place = _place(key)
            found = self._bucket(place).setdefault(key, _none())
            some = found.strong if strong else found.every
            if held:
                some.append(number)
            else:
                some.remove(number)
            self._changed.add(place)

    def save(self) -> None:
        """Write the buckets that changed."""
        rows = (_row(place, _used(self._buckets[place])) for place in sorted(self._changed))
        self._state.write("REPLACE INTO term VALUES (?, ?, ?)", rows)
        self._changed.clear()

    def _bucket(self, place: int) -> dict[str, Holders]:
        if place not in self._buckets:
            row = self._state.one("SELECT holders FROM term WHERE bucket = ?", (place,))
            kept = unpacked(row[0]) if row else {}
            self._buckets[place] = {key: Holders(*lists) for key, lists in kept.items()}
        return self._buckets[place]


def write_index(
    state: State, every: Mapping[str, array[int]], strong: Mapping[str, array[int]]
) -> None:
    """Write the index anew: all that hold each term, and those that are compared by it."""
    filed: defaultdict[int, list[str]] = defaultdict(list)
    for key in every:
        filed[_place(key)].append(key)
    none = array("I")
    state.write("DELETE FROM term", [()])
    state.write(
        "INSERT INTO term VALUES (?, ?, ?)",
        (
            _row(place, {key: (every[key], strong.get(key, none)) for key in keys})
            for place, keys in sorted(filed.items())
        ),
    )


def _row(
    place: int, bucket: Mapping[str, tuple[array[int], array[int]]]
) -> tuple[int, bytes, bytes]:
    spread = {key: len(every) for key, (every, _) in bucket.items()}
    return place, packed(spread), packed(bucket)


def _used(bucket: Mapping[str, Holders]) -> dict[str, tuple[array[int], array[int]]]:
    return {key: (found.every, found.strong) for key, found in bucket.items() if found.every}


def _place(key: str) -> int:
    return zlib.crc32(key.encode()) % BUCKETS
