"""`python -m accuracy`: print each figure beside its floor, and fail where one has fallen.

Exit status: 0 all floors hold, 1 a figure is below its floor, 2 usage, or no texts to measure on.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping

from rich.console import Console
from rich.table import Table

from accuracy.floors import Floors, fallen, lowered, raised, read_floors, write_floors
from accuracy.measuring import TARGETS, NoTextsError, Target, annotated_texts, measure
from accuracy.rouge import MEASURES
from accuracy.summaries import SetOutcome


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the table, and move the floors if told to."""
    options = _parser().parse_args(arguments)
    if options.lower is not None and not options.lower.strip():
        print("accuracy: --lower needs a reason", file=sys.stderr)  # noqa: T201 - a command
        return 2
    try:
        measured = measure(annotated_texts())
    except NoTextsError as error:
        print(f"accuracy: {error}", file=sys.stderr)  # noqa: T201 - a command speaks
        return 2
    figures, floors = measured.figures, read_floors()
    if options.lower:
        floors = lowered(floors, figures, reason=options.lower.strip())
    if options.up:
        floors = raised(floors, figures)
    if options.lower or options.up:
        write_floors(floors)
    console = Console(markup=False, highlight=False, width=None if sys.stdout.isatty() else 120)
    console.print(_table(figures, floors))
    console.print(_summaries(measured.summaries))
    return 1 if fallen(figures, floors) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="accuracy", description=__doc__)
    parser.add_argument(
        "--lower", metavar="REASON", help="bring fallen floors down, and keep the reason"
    )
    parser.add_argument(
        "--raise", dest="up", action="store_true", help="bring floors up to what is reached"
    )
    return parser


def _table(figures: Mapping[str, float], floors: Floors) -> Table:
    table = Table("figure", title="per cent", title_justify="left")
    for heading in ("reached", "floor", "must", "aim"):
        table.add_column(heading, justify="right")
    table.add_column("")
    down = fallen(figures, floors)
    for name, figure in figures.items():
        floor, target = floors.floors.get(name), TARGETS[name]
        table.add_row(
            name,
            f"{figure:.1f}",
            "–" if floor is None else f"{floor:.1f}",
            f"{target.must:.1f}",
            f"{target.aim:.1f}",
            "BELOW ITS FLOOR" if name in down else _remark(figure, target),
        )
    return table


def _summaries(outcomes: Mapping[str, SetOutcome]) -> Table:
    """Return the ways of summarising side by side, and the interval of what tuning gains."""
    table = Table("summaries", "way", title="F1, per cent", title_justify="left")
    for heading in ("ROUGE-1", "ROUGE-2", "ROUGE-L"):
        table.add_column(heading, justify="right")
    table.add_column("ROUGE-1 less lead, 95 %")
    for name, outcome in outcomes.items():
        low, high = outcome.interval
        ways = {
            "lead": (outcome.lead, ""),
            "extractive, weights as shipped (fitted)": (outcome.shipped, ""),
            "extractive, weights held out": (
                outcome.held_out,
                f"{outcome.gain:+.2f} ({low:+.2f} to {high:+.2f})",
            ),
        }
        for way, (scores, gain) in ways.items():
            table.add_row(name, way, *(f"{scores[m]:.2f}" for m in MEASURES), gain)
    return table


def _remark(figure: float, target: Target) -> str:
    return "" if figure >= target.must else "below its must"


if __name__ == "__main__":
    sys.exit(main())
