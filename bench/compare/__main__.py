"""`python -m bench.compare`: the works of an editor, timed beside Hugo, Eleventy and Pelican.

Runs alternate (ours, peer, ours, peer …) and medians count. Every run's cost is printed as it
comes and kept in `results.jsonl` of the work folder. What is compared: bench/README.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from bench.compare import table
from bench.compare.cost import RunError
from bench.compare.figures import Runs
from bench.compare.machine import facts
from bench.compare.measuring import all_works, files_of_renaming, hold_together
from bench.compare.places import install, work_folder
from bench.compare.serving import edits_to_pages
from bench.compare.sites import HUGO, OURS, TOOLS, delete_aside, prepare
from bench.compare.targets import GROWTH, SERVED_DIGESTS


def main() -> int:
    """Measure and print; 1 if a command fails or the sites do not say the same."""
    options = _options()
    work = work_folder()
    tools = [OURS, *options.peers]
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 140)
    try:
        install(work)
        console.print(facts(work))
        hold_together(tools, work)
        _print_builds(options, tools, work, console)
        if options.served and HUGO in tools:
            size = min(options.digests, SERVED_DIGESTS)
            sites = [prepare(tool, size, work) for tool in (OURS, HUGO)]
            console.print(table.served(edits_to_pages(sites, runs=options.runs), digests=size))
    except RunError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    finally:
        delete_aside(work)
    return 0


def _print_builds(
    options: argparse.Namespace, tools: Sequence[str], work: Path, console: Console
) -> None:
    """Measure all works, at both sizes if growth is asked for, and print their tables."""
    sizes = [options.digests // GROWTH] if options.growth else []
    found: list[Runs] = []
    for size in (*sizes, options.digests):
        sites = {tool: prepare(tool, size, work) for tool in tools}
        found.append(all_works(sites, digests=size, runs=options.runs, work=work))
        console.print(table.ratios(found[-1], digests=size), table.memory(found[-1], digests=size))
        console.print(table.touched(files_of_renaming(sites[OURS], options.runs + 1)))
    if options.growth:
        console.print(table.growth(*found, digests=options.digests))
    console.print(table.NOTE)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.compare", description=__doc__)
    parser.add_argument("--digests", type=int, default=1000, help="how many (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="of each work (default: %(default)s)")
    parser.add_argument("--growth", action="store_true", help="also measure a tenth of the digests")
    parser.add_argument(
        "--peers", nargs="*", choices=[*TOOLS][1:], default=[*TOOLS][1:], help="default: all"
    )
    parser.add_argument("--no-serve", dest="served", action="store_false", help="no `serve`")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
