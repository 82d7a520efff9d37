"""Run one command and write down what it cost: `launcher.py RESULT SECONDS COMMAND…`.

A program of its own, started without site packages: the memory of a new process begins with that
of the one that starts it, so the starter must be small. Costs are those of the command and of
every process below it that was waited for (`getrusage`, RUSAGE_CHILDREN).
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time

TIMED_OUT = 124
"""The exit status that `timeout` gives, too."""


def main() -> int:
    """Run, write RESULT as JSON (seconds, MiB), and return the command's exit status."""
    result, limit, *command = sys.argv[1:]
    start = time.perf_counter()
    process = subprocess.Popen(command, start_new_session=True)  # noqa: S603 - the command asked for
    try:
        status = process.wait(timeout=float(limit))
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        status = TIMED_OUT
    wall = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    cost = {
        "wall": wall,
        "cpu": used.ru_utime + used.ru_stime,
        "peak": used.ru_maxrss / unit,
    }
    with open(result, "w", encoding="utf-8") as file:  # noqa: PTH123 - pathlib would add to memory
        json.dump(cost, file)
    return status


if __name__ == "__main__":
    sys.exit(main())
