"""What one should know of the machine to read the figures."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bench.compare.places import NODE, hugo


def facts(work: Path) -> str:
    """Return a line on cores, load, memory and versions."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"{_processor()}, {cores} cores, {memory:.0f} GiB; load {load}; "
        f"Python {platform.python_version()}, Node {_says([str(NODE), '--version'])}, "
        f"{_says([str(hugo(work)), 'version'])}"
    )


def _processor() -> str:
    """Return the processor's name, where the system tells (proc(5), /proc/cpuinfo)."""
    file = Path("/proc/cpuinfo")
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    found = re.search(r"^model name\s*: (.+)$", text, re.MULTILINE)
    return found[1] if found else platform.machine()


def _says(command: Sequence[str]) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - peers
    return done.stdout.partition("-")[0].strip()
