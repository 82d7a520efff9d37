"""The arithmetic of the comparison, and how it is printed."""

from __future__ import annotations

import io

from rich.console import Console
from rich.table import Table

from bench.compare import table
from bench.compare.cost import Cost
from bench.compare.figures import Runs, reached, typical
from bench.compare.touched import Touched, compare
from bench.compare.works import CACHED, COLD, EDITED, RENAMED


def _cost(cpu: float, *, wall: float = 1.0, peak: float = 100.0, other: float = 0.0) -> Cost:
    return Cost(wall=wall, cpu=cpu, peak=peak, other=other)


def _printed(shown: Table) -> list[str]:
    """Return the rows of a table, cells set apart by single spaces."""
    file = io.StringIO()
    Console(file=file, width=200).print(shown)
    return [" ".join(line.split()) for line in file.getvalue().splitlines() if "│" in line]


RUNS: Runs = {
    (COLD.name, "pressreview"): [_cost(9), _cost(30, wall=2.0), _cost(12, wall=8.0)],
    (COLD.name, "hugo"): [_cost(3, peak=1000), _cost(4, peak=1000), _cost(40, peak=1000)],
    (CACHED.name, "pressreview"): [_cost(2)],
    (CACHED.name, "hugo"): [_cost(4, wall=0.5, other=0.4)],
    (EDITED.name, "pressreview"): [_cost(0.2, wall=0.04)],
    (EDITED.name, "hugo"): [_cost(4)],
    (RENAMED.name, "pressreview"): [_cost(1.2, wall=0.2)],
}


def test_a_figure_is_the_median_of_its_runs() -> None:
    """Each figure by itself, so that one bad run spoils none; other load is the worst seen."""
    runs = [_cost(3, wall=9, peak=1, other=0.1), _cost(1, wall=7, peak=2), _cost(2, wall=8, peak=9)]
    assert typical(runs) == Cost(wall=8, cpu=2, peak=2, other=0.1)


def test_marks_are_reached_at_their_very_figure() -> None:
    """At the aim it is the aim, at the must the must; without a must nothing is said."""
    found = [reached(ratio, must=0.8, aim=0.5) for ratio in (0.5, 0.51, 0.8, 0.81)]
    assert found == ["aim", "must", "must", "missed"]
    assert reached(5.0, must=None, aim=None) == ""


def test_ratios_stand_beside_must_and_aim() -> None:
    """The worse of CPU and clock counts, a disturbed row has a star, works not done no row."""
    assert _printed(table.ratios(RUNS, digests=1000)) == [
        f"│ {CACHED.name} * │ hugo │ 2.00 │ 4.00 │ 0.5 │ 2 │ ≤ 0.8 │ 0.5 │ missed │",
        f"│ {COLD.name} │ hugo │ 12.00 │ 4.00 │ 3 │ 2 │ ≤ 5 │ 3 │ aim │",
        f"│ {EDITED.name} │ hugo │ 0.20 │ 4.00 │ 0.05 │ 0.04 │ ≤ 0.1 │ 0.05 │ aim │",
        f"│ {RENAMED.name} │ our {COLD.name} │ 1.20 │ 12.00 │ 0.1 │ 0.1 │ ≤ 0.15 │ │ must │",
        f"│ {RENAMED.name} │ our {CACHED.name} │ 1.20 │ 2.00 │ 0.6 │ 0.2 │ │ │ │",
    ]


def test_memory_is_that_of_the_largest_process() -> None:
    """Ours to each peer's."""
    assert _printed(table.memory(RUNS, digests=1000)) == [
        "│ hugo │ 100 │ 1000 │ 0.1 │ ≤ 0.15 │ 0.1 │ aim │"
    ]


def test_growth_is_judged_for_ours_alone() -> None:
    """CPU at ten times the digests to CPU at one."""
    small: Runs = {(CACHED.name, "pressreview"): [_cost(2)], (CACHED.name, "hugo"): [_cost(4)]}
    large: Runs = {(CACHED.name, "pressreview"): [_cost(23)], (CACHED.name, "hugo"): [_cost(60)]}
    assert _printed(table.growth(small, large, digests=10_000)) == [
        f"│ {CACHED.name} │ pressreview │ 2.00 │ 23.00 │ 11.5 │ ≤ 11 │ missed │",
        f"│ {CACHED.name} │ hugo │ 4.00 │ 60.00 │ 15 │ │ │",
    ]


def test_served_edits_are_judged_by_the_clock() -> None:
    """The median of ours to the median of Hugo's."""
    seconds = {"pressreview": [0.2, 0.4, 9.0], "hugo": [0.5, 0.5, 0.6]}
    assert _printed(table.served(seconds, digests=1000)) == [
        "│ pressreview │ 0.40 │ 0.20 │ 9.00 │ │ │ │ │",
        "│ hugo │ 0.50 │ 0.50 │ 0.60 │ 0.8 │ ≤ 1 │ 0.5 │ must │",
    ]


def test_files_touched_are_held_against_those_that_show_the_change() -> None:
    """Written, replaced, added or removed counts as touched; the rest must not show the name."""
    before = {"same": (1, 1), "written": (1, 2), "removed": (1, 3), "stale": (1, 4)}
    after = {"same": (1, 1), "written": (2, 2), "added": (2, 5), "stale": (1, 4)}
    found = compare(before, after, showing={"written", "added", "stale"})
    assert found == Touched(files=4, written=3, showing=3, needless=1, missed=1)
    assert table.touched(found) == (
        "one outlet renamed: 3 of 4 files written, 3 show the name; 1 needless, 1 missed "
        "(must: 0 and 0)"
    )
