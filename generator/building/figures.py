"""What is counted over all live digests: only what a digest adds or takes is added up anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.building.kept_facts import KeptFacts
from generator.store.state import State, packed, unpacked

Figure = tuple[str, str]
"""Kind and name."""


class Figures:
    """The figures of live digests, some of which change."""

    def __init__(self, state: State) -> None:
        """Write what changes into `state`."""
        self._state = state
        self._numbers: Counter[Figure] = Counter()
        """How much more there is of a figure."""
        self._digests: Counter[Figure] = Counter()
        """How many digests more there are with it."""

    def put(self, slug: str, facts: KeptFacts) -> None:
        """Count a digest in, as it is now."""
        self.take(slug)
        self._numbers.update(facts.figures)
        self._digests.update(facts.figures.keys())
        row = (slug, facts.changed, int(facts.recorded))
        self._state.write("REPLACE INTO figure VALUES (?, ?, ?)", [row])
        self._state.write("REPLACE INTO counted VALUES (?, ?)", [(slug, packed(facts.figures))])

    def take(self, slug: str) -> None:
        """Take away what was counted in a digest, if it was."""
        row = self._state.one("SELECT figures FROM counted WHERE slug = ?", (slug,))
        if row:
            before: Mapping[Figure, int] = unpacked(row[0])
            self._numbers.subtract(before)
            self._digests.subtract(before.keys())

    def add_up(self) -> None:
        """Write what it all comes to."""
        rows = [(*figure, self._numbers[figure], n) for figure, n in self._digests.items()]
        self._state.write(
            "INSERT INTO figure_total VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE "
            "SET number = number + excluded.number, digests = digests + excluded.digests",
            rows,
        )
        self._state.write("DELETE FROM figure_total WHERE digests = 0", [()])


def withdraw_figures(state: State, slugs: Iterable[str]) -> None:
    """Leave digests out of what is counted."""
    figures = Figures(state)
    for slug in slugs:
        figures.take(slug)
        for table in ("figure", "counted"):
            state.write(f"DELETE FROM {table} WHERE slug = ?", [(slug,)])  # noqa: S608 (our own names)
    figures.add_up()
