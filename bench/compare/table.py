"""Print what was measured, must and aim beside each ratio; no figure fails a run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from rich.table import Table

from bench.compare.cost import BUSY
from bench.compare.figures import Ratio, Runs, reached, typical
from bench.compare.sites import OURS
from bench.compare.targets import GROWTH, MEMORY, MOST_GROWTH, SERVING, TARGETS, Target
from bench.compare.touched import Touched

NOTE = (
    f"* other processes held more than {BUSY:g} CPUs during a run: trust CPU, not the clock. "
    "Reached: by CPU and by the clock, whichever is worse; must and aim are set for 10,000 digests."
)


def ratios(runs: Runs, *, digests: int) -> Table:
    """Return the table of `TARGETS` for what was measured at `digests`."""
    table = Table("work", "against", title=f"{digests:,} digests", title_justify="left")
    for heading in ("our CPU s", "its CPU s", "CPU ratio", "clock ratio", "must", "aim"):
        table.add_column(heading, justify="right")
    table.add_column("reached")
    for target in TARGETS:
        if (target.work, OURS) not in runs or (target.base, target.against) not in runs:
            continue
        ratio = _ratio(runs, target)
        against = "our " + target.base if target.against == OURS else target.against
        worse = max(ratio.cpu, ratio.wall)
        table.add_row(
            target.work + (" *" if ratio.disturbed else ""),
            against,
            f"{ratio.ours.cpu:.2f}",
            f"{ratio.other.cpu:.2f}",
            f"{ratio.cpu:.3g}",
            f"{ratio.wall:.3g}",
            *_marks(target.must, target.aim),
            reached(worse, must=target.must, aim=target.aim),
        )
    return table


def memory(runs: Runs, *, digests: int) -> Table:
    """Return the table of the largest process, in MiB."""
    title = f"largest process, {digests:,} digests, {MEMORY.work}"
    table = Table("against", title=title, title_justify="left")
    for heading in ("our MiB", "its MiB", "ratio", "must", "aim"):
        table.add_column(heading, justify="right")
    table.add_column("reached")
    for (work, tool), costs in runs.items():
        if work != MEMORY.work or tool == OURS:
            continue
        ratio = Ratio(ours=typical(runs[work, OURS]), other=typical(costs))
        must, aim = (MEMORY.must, MEMORY.aim) if tool == MEMORY.against else (None, None)
        table.add_row(
            tool,
            f"{ratio.ours.peak:.0f}",
            f"{ratio.other.peak:.0f}",
            f"{ratio.peak:.3g}",
            *_marks(must, aim),
            reached(ratio.peak, must=must, aim=aim),
        )
    return table


def served(seconds: Mapping[str, Sequence[float]], *, digests: int) -> Table:
    """Return the table of edits under `serve`, in seconds by the clock."""
    title = f"{SERVING.work}, {digests:,} digests"
    table = Table("tool", title=title, title_justify="left")
    for heading in ("median s", "least s", "most s", "ratio", "must", "aim"):
        table.add_column(heading, justify="right")
    table.add_column("reached")
    ours = median(seconds[OURS])
    for tool, found in seconds.items():
        row = [tool, *(f"{value:.2f}" for value in (median(found), min(found), max(found)))]
        if tool == OURS:
            table.add_row(*row, "", "", "", "")
            continue
        ratio = ours / median(found)
        marks = _marks(SERVING.must, SERVING.aim)
        table.add_row(
            *row, f"{ratio:.3g}", *marks, reached(ratio, must=SERVING.must, aim=SERVING.aim)
        )
    return table


def growth(small: Runs, large: Runs, *, digests: int) -> Table:
    """Return the table of CPU at `digests` to CPU at a tenth of them."""
    title = f"growth of CPU, {digests // GROWTH:,} → {digests:,} digests (linear: {GROWTH})"
    table = Table("work", "tool", title=title, title_justify="left")
    for heading in ("CPU s", "CPU s", "ratio", "must"):
        table.add_column(heading, justify="right")
    table.add_column("reached")
    for (work, tool), costs in large.items():
        less, more = typical(small[work, tool]).cpu, typical(costs).cpu
        must = MOST_GROWTH if tool == OURS else None
        table.add_row(
            work,
            tool,
            f"{less:.2f}",
            f"{more:.2f}",
            f"{more / less:.3g}",
            _marks(must, None)[0],
            reached(more / less, must=must, aim=None),
        )
    return table


def touched(found: Touched) -> str:
    """Return a line on the files that a renamed outlet changed; none needless, none missed."""
    return (
        f"one outlet renamed: {found.written:,} of {found.files:,} files written, "
        f"{found.showing:,} show the name; {found.needless:,} needless, {found.missed:,} missed "
        "(must: 0 and 0)"
    )


def _ratio(runs: Runs, target: Target) -> Ratio:
    return Ratio(
        ours=typical(runs[target.work, OURS]), other=typical(runs[target.base, target.against])
    )


def _marks(must: float | None, aim: float | None) -> tuple[str, str]:
    return ("" if must is None else f"≤ {must:g}", "" if aim is None else f"{aim:g}")
