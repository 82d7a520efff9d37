"""Take every tool through every work, in turn, and keep what each run cost."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.compare import touched
from bench.compare.cost import Cost, RunError, run
from bench.compare.figures import Runs
from bench.compare.same_words import differences
from bench.compare.sites import Site, prepare
from bench.compare.works import COLD, WORKS, measure, rename_outlet

SAMPLE = 24
"""Digests of the sites that are held against each other first."""


def hold_together(tools: Sequence[str], work: Path) -> None:
    """Raise `RunError` unless all tools make the same pages with the same words."""
    sites = [prepare(tool, SAMPLE, work) for tool in tools]
    for site in sites:
        measure(COLD, site, 0)
    if found := list(differences(sites, count=SAMPLE)):
        raise RunError("\n".join(found))


def all_works(sites: Mapping[str, Site], *, digests: int, runs: int, work: Path) -> Runs:
    """Return what every work cost every tool of `sites`, in each run.

    Each run is said on standard error and added to `results.jsonl` under `work`.
    """
    costs: dict[tuple[str, str], list[Cost]] = defaultdict(list)
    for one in WORKS:
        for number in range(1, runs + 1):
            for site in [sites[tool] for tool in one.tools if tool in sites]:
                cost = measure(one, site, number)
                costs[one.name, site.tool].append(cost)
                _keep(cost, digests=digests, name=one.name, tool=site.tool, work=work)
    return costs


def files_of_renaming(site: Site, number: int) -> touched.Touched:
    """Rename an outlet once more, for the time `number`, and compare the files before and after."""
    before = touched.marks(site.output)
    old, new = rename_outlet(site, number)
    showing = touched.holding(site.output, old)
    run(site.build, folder=site.folder, environment=site.environment)
    showing |= touched.holding(site.output, new)
    return touched.compare(before, touched.marks(site.output), showing=showing)


def _keep(cost: Cost, *, digests: int, name: str, tool: str, work: Path) -> None:
    other = "" if cost.other is None else f", others {cost.other:.1f} CPUs"
    sys.stderr.write(
        f"{digests:,} digests, {name}, {tool}: {cost.wall:.2f} s, CPU {cost.cpu:.2f} s, "
        f"{cost.peak:.0f} MiB{other}\n"
    )
    row = {"digests": digests, "work": name, "tool": tool, **dataclasses.asdict(cost)}
    with (work / "results.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
