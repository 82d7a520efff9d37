"""Decides when a figure has fallen: the floors of `floors.json`, and how they move.

A floor only sinks with a reason, which stays in the file; it rises to what is reached less a
margin, for one passage more or less is no regression. As `adbar/trafilatura` gates its changes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

FILE = Path(__file__).with_name("floors.json")


@dataclass(frozen=True, kw_only=True, slots=True)
class Lowering:
    """One time a floor was lowered, and why."""

    figure: str
    was: float
    to: float
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Floors:
    """What `floors.json` holds."""

    margin: float
    """Per cent that a raised floor stays below what is reached."""
    floors: Mapping[str, float]
    lowered: tuple[Lowering, ...] = ()


def read_floors(file: Path = FILE) -> Floors:
    """Return the floors of a file."""
    data = json.loads(file.read_text(encoding="utf-8"))
    return Floors(
        margin=data["margin"],
        floors=data["floors"],
        lowered=tuple(Lowering(**row) for row in data["lowered"]),
    )


def write_floors(floors: Floors, file: Path = FILE) -> None:
    """Write the floors, a line a figure."""
    rows = [
        {"figure": row.figure, "was": row.was, "to": row.to, "reason": row.reason}
        for row in floors.lowered
    ]
    data = {"margin": floors.margin, "floors": dict(floors.floors), "lowered": rows}
    file.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def fallen(figures: Mapping[str, float], floors: Floors) -> tuple[str, ...]:
    """Return the names of the figures below their floors; one that has no floor counts as such."""
    return tuple(
        name
        for name, figure in figures.items()
        if name not in floors.floors or figure < floors.floors[name]
    )


def raised(floors: Floors, figures: Mapping[str, float]) -> Floors:
    """Return the floors brought up to what is reached, less the margin; none sinks."""
    higher = {name: round(figure - floors.margin, 1) for name, figure in figures.items()}
    return replace(
        floors,
        floors={name: max(floor, floors.floors.get(name, 0.0)) for name, floor in higher.items()},
    )


def lowered(floors: Floors, figures: Mapping[str, float], *, reason: str) -> Floors:
    """Return the floors with those that the figures miss brought down to them, for `reason`."""
    sunk = tuple(
        Lowering(figure=name, was=floors.floors[name], to=figures[name], reason=reason)
        for name in fallen(figures, floors)
        if name in floors.floors
    )
    return replace(
        floors,
        floors={**floors.floors, **{row.figure: row.to for row in sunk}},
        lowered=(*floors.lowered, *sunk),
    )
