"""Medians and ratios of what was measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from bench.compare.cost import BUSY, Cost

Runs = Mapping[tuple[str, str], Sequence[Cost]]
"""Work and tool → what each run cost."""
Reached = Literal["aim", "must", "missed", ""]


def typical(runs: Sequence[Cost]) -> Cost:
    """Return the median of each figure; `other` is the most of any run."""
    other = [run.other for run in runs if run.other is not None]
    return Cost(
        wall=median(run.wall for run in runs),
        cpu=median(run.cpu for run in runs),
        peak=median(run.peak for run in runs),
        other=max(other) if other else None,
    )


def reached(ratio: float, *, must: float | None, aim: float | None) -> Reached:
    """Say which mark `ratio` is within; nothing where none is set."""
    if aim is not None and ratio <= aim:
        return "aim"
    if must is None:
        return ""
    return "must" if ratio <= must else "missed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Ratio:
    """Ours to another."""

    ours: Cost
    other: Cost

    @property
    def cpu(self) -> float:
        """Return the ratio of processor seconds."""
        return self.ours.cpu / self.other.cpu

    @property
    def wall(self) -> float:
        """Return the ratio by the clock."""
        return self.ours.wall / self.other.wall

    @property
    def peak(self) -> float:
        """Return the ratio of memory."""
        return self.ours.peak / self.other.peak

    @property
    def disturbed(self) -> bool:
        """Return whether other processes took much of the machine meanwhile."""
        return any((cost.other or 0.0) > BUSY for cost in (self.ours, self.other))
