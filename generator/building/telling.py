"""What tells each live digest from the others: found again only where an edit may have changed it.

How much a term weighs goes by how many digests hold it, in steps of two (`digest/key_terms.py`). So
an edit changes the weights in the digest itself, and in those that hold a term whose number of
digests passed a step; and it changes whom a digest is like only where one of the two changed.
After very many edits, or where the site passed a step itself, everything is counted anew.
"""

from __future__ import annotations

import pickle
import sys
from array import array
from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.building.fingerprints import print_of
from generator.building.kept_terms import Kept, keys_of, terms_of
from generator.building.term_index import TermIndex, write_index
from generator.digest.key_terms import (
    COMMON,
    LIKE,
    RELATED,
    Like,
    Rarity,
    Told,
    Vector,
    key_terms_of,
    like,
    likeness,
    step,
    vector_of,
)
from generator.store.state import State, packed, unpacked

MANY = 0.2
"""Share of the digests that changed, from which counting everything anew is less work."""


def forget_told(state: State) -> None:
    """Forget what tells digests apart: it was found by other rules."""
    for table in ("told", "weighed", "likest", "term"):
        state.write(f"DELETE FROM {table}", [()])  # noqa: S608 (our own names)


def tell(state: State, slugs: Iterable[str]) -> None:
    """Find what tells the digests `slugs` apart, all that are published; it is kept in `state`."""
    live = frozenset(slugs)
    known = frozenset(slug for (slug,) in state.rows("SELECT slug FROM told"))
    gone = sorted(known - live)
    # The database compares: hardly any of thousands has changed.
    query = (
        "SELECT slug, digest.terms_print FROM digest LEFT JOIN told USING (slug) "
        "WHERE digest.terms_print IS NOT told.terms_print ORDER BY slug"
    )
    new = {slug: print_ for slug, print_ in state.rows(query) if slug in live}
    if len(new) + len(gone) > MANY * len(live) or step(len(live)) != step(len(known)):
        del new, known
        _tell_all(state, sorted(live))
    elif new or gone:
        _Edit(state, len(live)).carry_out(new, gone)


def _kept_of(state: State, slug: str) -> Kept:
    row = state.one("SELECT terms FROM matter WHERE slug = ?", (slug,))
    assert row is not None  # noqa: S101 (who asks has seen the digest)
    kept: Kept = unpacked(row[0])
    return kept


def _tell_all(state: State, live: Sequence[str]) -> None:
    """Count everything anew, holding the terms of one digest at a time."""
    forget_told(state)
    every: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    strong: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, slug in enumerate(live):
        for key in keys_of(_kept_of(state, slug)):
            every[key].append(number)
    rarity = Rarity(len(live), lambda key: len(every[key]))
    vectors = list[Vector]()
    told: list[tuple[str, ...]] = []
    for number, slug in enumerate(live):
        kept = _kept_of(state, slug)
        terms = terms_of(kept)
        told.append(key_terms_of(terms, rarity))
        vector = {sys.intern(key): weight for key, weight in vector_of(terms, rarity).items()}
        vectors.append(vector)
        for key in vector:
            strong[key].append(number)
        row = (number, pickle.dumps(vector, 5), kept[0])
        state.write("INSERT INTO weighed VALUES (?, ?, ?)", [row])
    write_index(state, every, strong)
    likest: list[list[Like]] = [[] for _ in live]
    for number in range(len(live)):
        # Those before it have been compared with it already.
        for value, other in _likes(number, vectors.__getitem__, strong.__getitem__, after=number):
            # What one has of the other is made only where it may be among the likest.
            for one, its in ((number, other), (other, number)):
                known = likest[one]
                if len(known) < RELATED or value + _NEARLY >= -known[-1][0]:
                    _take_in(known, like(value, live[its]))
    found = zip(live, told, likest, strict=True)
    state.write(
        "INSERT INTO told SELECT ?, slug, terms_print, ?, ?, ? FROM digest WHERE slug = ?",
        ((n, *_columns(key_terms, some), slug) for n, (slug, key_terms, some) in enumerate(found)),
    )
    rows = ((n, place, *one) for n, some in enumerate(likest) for place, one in enumerate(some))
    state.write("INSERT INTO likest VALUES (?, ?, ?, ?)", rows)


_NEARLY = 1e-8
"""More than likenesses differ that are rounded to the same figure."""


def _take_in(likest: list[Like], other: Like) -> None:
    """Put a digest among the likest, if it is one of them."""
    if len(likest) < RELATED or other < likest[-1]:
        insort(likest, other)
        del likest[RELATED:]


def _likes(
    number: int,
    vector_of: Callable[[int], Vector],
    strong: Callable[[str], array[int]],
    *,
    after: int = -1,
) -> Iterator[tuple[float, int]]:
    """Yield how like a digest is to others, with numbers `after` one, and which they are."""
    own = vector_of(number)
    # A term that very many digests share is no reason to compare two of them.
    met = {n for some in map(strong, own) if len(some) <= COMMON for n in some if n > after}
    for other in met - {number}:
        value = likeness(own, vector_of(other))
        if value >= LIKE:
            yield value, other


def _columns(
    key_terms: tuple[str, ...], likest: Sequence[Like]
) -> tuple[bytes | None, str, bytes | None]:
    """Return what the state says of a digest that was told apart: `print`, `alike`, `told`."""
    told = Told(key_terms=key_terms, alike=tuple(slug for _, slug in likest))
    if told == Told():
        return None, "", None
    return print_of(told), " ".join(told.alike), packed(told)


class _Edit:
    """Some digests changed: what that changes in them, and in others."""

    def __init__(self, state: State, live: int) -> None:
        self._state = state
        self._slugs: dict[int, str] = {}
        self._index = TermIndex(state)
        self._rarity = Rarity(live, self._index.spread)
        self._vectors: dict[int, Vector] = {}
        self._before: dict[str, int] = {}
        """How many digests held a term."""
        self._compared: dict[str, int] = {}
        """How many digests were compared by a term."""
        self._told: dict[int, tuple[str, ...]] = {}
        """Key terms, where they were chosen anew."""
        self._likest: dict[int, list[Like]] = {}

    def carry_out(self, new: Mapping[str, bytes], gone: Sequence[str]) -> None:
        """Count in the digests `new`, or changed, and leave out those that are `gone`.

        Of the new ones their fingerprints are given.
        """
        changed = {self._count(slug, print_) for slug, print_ in new.items()}
        lost = {number for slug in gone if (number := self._number(slug)) is not None}
        for number in lost:
            self._recount(number, frozenset())
        again = (changed | self._weighed_otherwise()) - lost
        moved = {number for number in sorted(again) if self._weigh(number)} | lost
        for number in lost:
            self._compare_by(number, {})
        moved |= self._met_otherwise()
        self._find_likest(moved, lost)
        for number in sorted((self._told.keys() | self._likest.keys()) - lost):
            self._write(number)
        for table in ("told", "weighed", "likest"):
            self._state.write(f"DELETE FROM {table} WHERE number = ?", ((n,) for n in lost))  # noqa: S608 (our own names)
        self._index.save()

    def _count(self, slug: str, terms_print: bytes) -> int:
        """Count the terms of a digest; return its number, which one without is given."""
        number = self._number(slug)
        if number is None:
            (number,) = self._state.one("SELECT coalesce(max(number) + 1, 0) FROM told") or (0,)
        self._slugs[number] = slug
        kept = _kept_of(self._state, slug)
        self._recount(number, frozenset(keys_of(kept)))
        self._state.write(
            "INSERT INTO told (slug, terms_print, number) VALUES (?, ?, ?) "
            "ON CONFLICT (number) DO UPDATE SET terms_print = excluded.terms_print",
            [(slug, terms_print, number)],
        )
        self._state.write(
            "INSERT INTO weighed (keys, number) VALUES (?, ?) "
            "ON CONFLICT (number) DO UPDATE SET keys = excluded.keys",
            [(kept[0], number)],
        )
        return number

    def _number(self, slug: str) -> int | None:
        row = self._state.one("SELECT number FROM told WHERE slug = ?", (slug,))
        return row[0] if row else None

    def _slug(self, number: int) -> str:
        if number not in self._slugs:
            row = self._state.one("SELECT slug FROM told WHERE number = ?", (number,))
            assert row is not None  # noqa: S101 (the index knows no other numbers)
            self._slugs[number] = row[0]
        return self._slugs[number]

    def _recount(self, number: int, keys: frozenset[str]) -> None:
        row = self._state.one("SELECT keys FROM weighed WHERE number = ?", (number,))
        known = frozenset(row[0].split("\n")) if row and row[0] else frozenset[str]()
        for key in known ^ keys:
            self._before.setdefault(key, self._index.spread(key))
        self._index.change(known - keys, number, strong=False, held=False)
        self._index.change(keys - known, number, strong=False, held=True)

    def _weighed_otherwise(self) -> set[int]:
        """Return the digests with a term whose number of holders passed a step."""
        some = ((before, self._index.holders(key).every) for key, before in self._before.items())
        return {n for before, now in some if step(before) != step(len(now)) for n in now}

    def _weigh(self, number: int) -> bool:
        """Weigh a digest's terms anew; tell whether others see a difference."""
        terms = terms_of(_kept_of(self._state, self._slug(number)))
        self._told[number] = key_terms_of(terms, self._rarity)
        return self._compare_by(number, vector_of(terms, self._rarity))

    def _compare_by(self, number: int, vector: Vector) -> bool:
        """Compare a digest by other terms from now on; tell whether they are others."""
        row = self._state.one("SELECT vector FROM weighed WHERE number = ?", (number,))
        known: Vector = pickle.loads(row[0]) if row and row[0] else {}  # noqa: S301 (our own file)
        if known == vector:
            return False
        for key in known.keys() ^ vector.keys():
            self._compared.setdefault(key, len(self._index.holders(key).strong))
        self._index.change(known.keys() - vector.keys(), number, strong=True, held=False)
        self._index.change(vector.keys() - known.keys(), number, strong=True, held=True)
        self._state.write(
            "UPDATE weighed SET vector = ? WHERE number = ?", [(pickle.dumps(vector, 5), number)]
        )
        self._vectors[number] = vector
        return True

    def _met_otherwise(self) -> set[int]:
        """Return the digests with a term that is now too common to be looked up by, or no more."""
        some = ((before, self._index.holders(key).strong) for key, before in self._compared.items())
        return {n for before, now in some if (before > COMMON) != (len(now) > COMMON) for n in now}

    def _find_likest(self, moved: set[int], lost: set[int]) -> None:
        """Find whom the digests `moved` are like, and who is like them or was."""
        names = [(self._slug(number),) for number in moved]
        query = "SELECT number FROM likest WHERE slug = ?"
        again = {n for name in names for (n,) in self._state.rows(query, name)} | moved
        for number in sorted(again - lost):
            likest = self._likest[number] = []
            for value, other in _likes(number, self._vector, self._strong):
                _take_in(likest, like(value, self._slug(other)))
                if number in moved and other not in again:
                    _take_in(self._known_likest(other), like(value, self._slug(number)))

    def _known_likest(self, number: int) -> list[Like]:
        if number not in self._likest:
            query = "SELECT value, slug FROM likest WHERE number = ? ORDER BY place"
            rows = self._state.rows(query, (number,))
            self._likest[number] = [(value, slug) for value, slug in rows]
        return self._likest[number]

    def _vector(self, number: int) -> Vector:
        if number not in self._vectors:
            row = self._state.one("SELECT vector FROM weighed WHERE number = ?", (number,))
            self._vectors[number] = pickle.loads(row[0]) if row else {}  # noqa: S301 (our own file)
        return self._vectors[number]

    def _strong(self, key: str) -> array[int]:
        return self._index.holders(key).strong

    def _write(self, number: int) -> None:
        row = self._state.one("SELECT told FROM told WHERE number = ?", (number,))
        told: Told = unpacked(row[0]) if row and row[0] else Told()
        likest = self._known_likest(number)
        found = _columns(self._told.get(number, told.key_terms), likest)
        self._state.write(
            "UPDATE told SET print = ?, alike = ?, told = ? WHERE number = ?", [(*found, number)]
        )
        self._state.write("DELETE FROM likest WHERE number = ?", [(number,)])
        rows = ((number, place, *some) for place, some in enumerate(likest))
        self._state.write("INSERT INTO likest VALUES (?, ?, ?, ?)", rows)
