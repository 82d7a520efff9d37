"""What a run costs, measured on real processes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bench.compare.cost import RunError, run

MEBIBYTES = 80
BELOW = f"""
import subprocess, sys, time
subprocess.run([sys.executable, "-c", '''
import time
held = bytearray({MEBIBYTES} * 2**20)
end = time.process_time() + 0.3
while time.process_time() < end:
    pass
'''], check=True)
time.sleep(0.2)
"""
"""A program that leaves the work to a process below it, and then waits."""


def test_the_processes_below_a_command_count(tmp_path: Path) -> None:
    """CPU and memory are those of the whole tree; waiting is on the clock alone."""
    folder = tmp_path / "site"
    folder.mkdir()
    cost = run((sys.executable, "-c", BELOW), folder=folder, environment=os.environ)
    assert 0.3 <= cost.cpu < cost.wall - 0.1
    assert MEBIBYTES <= cost.peak < 2 * MEBIBYTES


def test_a_command_that_fails_is_no_figure(tmp_path: Path) -> None:
    """The command, its status and its last words are said."""
    folder = tmp_path / "site"
    folder.mkdir()
    command = (sys.executable, "-c", "print('no paper'); raise SystemExit(3)")
    with pytest.raises(RunError) as failed:
        run(command, folder=folder, environment=os.environ)
    assert str(failed.value) == f"{' '.join(command)}: exit 3\nno paper\n"
