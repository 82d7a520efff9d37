"""What one run of a command costs, and how busy the machine was with other things meanwhile."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LAUNCHER = Path(__file__).with_name("launcher.py")
BUSY = 0.3
"""CPUs that other processes may hold; beyond, the clock says little, and the row is marked."""
LIMIT = 3600.0
"""Seconds after which a run is given up."""
LAST_WORDS = 1500
"""Characters of a failed command's output that are shown."""


class RunError(Exception):
    """A command failed, so that there is nothing to measure."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """One run."""

    wall: float
    """Seconds by the clock."""
    cpu: float
    """Processor seconds, user and system, of all its processes."""
    peak: float
    """Most memory that any one of its processes held, in MiB."""
    other: float | None
    """CPUs that other processes of the machine held meanwhile; None where nobody tells."""


def run(command: Sequence[str], *, folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run `command` in `folder` and return its cost.

    Raises `RunError`, with its last words, if it fails. What it prints goes to `../run.log`.
    """
    os.sync()  # what earlier runs left to be written is not this one's
    result, log = folder.parent / "cost.json", folder.parent / "run.log"
    start = [sys.executable, "-I", "-S", str(LAUNCHER), str(result), str(LIMIT)]
    before = busy_seconds()
    with log.open("wb") as file:
        done = subprocess.run(  # noqa: S603 - the tools under measure
            [*start, *command],
            cwd=folder,
            env=dict(environment),
            stdout=file,
            stderr=subprocess.STDOUT,
            check=False,
        )
    after = busy_seconds()
    if done.returncode:
        words = log.read_text(encoding="utf-8", errors="replace")[-LAST_WORDS:]
        message = f"{' '.join(command)}: exit {done.returncode}\n{words}"
        raise RunError(message)
    cost = json.loads(result.read_text(encoding="utf-8"))
    other = None
    if before is not None and after is not None:
        other = max(0.0, after - before - cost["cpu"]) / cost["wall"]
    return Cost(**cost, other=other)


def busy_seconds() -> float | None:
    """Return the seconds that all CPUs together have worked (proc(5), /proc/stat), on Linux."""
    stat = Path("/proc/stat")
    if not stat.exists():
        return None
    user, nice, system, _idle, _iowait, irq, softirq, steal = map(
        int, stat.read_text(encoding="ascii").splitlines()[0].split()[1:9]
    )
    ticks = user + nice + system + irq + softirq + steal
    return ticks / os.sysconf("SC_CLK_TCK")
