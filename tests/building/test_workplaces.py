"""Where the work of a build is done makes no difference to what is built."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from generator.executors import Workplace, done, workplace
from generator.workers import WorkerLostError
from generator.problems import ProblemsFoundError
from tests.conftest import environment, files_of, run_build


def _square(number: int) -> int:
    return number * number


def _die(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def _nothing() -> None:
    pass


FORK = "fork" in multiprocessing.get_all_start_methods()


def test_one_process_and_two_build_the_same(built_site: Path, tmp_path: Path) -> None:
    """A build in this process alone and one with two workers publish the same files."""
    for wish in ("here", "fork:2") if FORK else ("here",):
        output = tmp_path / wish / "output"
        made = run_build(output, env=environment(PRESSREVIEW_EXECUTOR=wish))
        assert made.returncode == 0, made.stderr
        assert files_of(output) == files_of(built_site)


@pytest.mark.parametrize("place", [Workplace(kind="here", processes=1), workplace("")])
def test_all_work_is_done_once(place: Workplace) -> None:
    """Every job has its result, whatever the place."""
    results = done(_square, range(100), place, prepare=_nothing, given=())
    assert sorted(results) == [number * number for number in range(100)]


@pytest.mark.skipif(not FORK, reason="this system cannot fork")
def test_a_killed_worker_is_told_plainly() -> None:
    """A worker that is killed ends the work with a sentence on what to do."""
    place = Workplace(kind="fork", processes=2)
    with pytest.raises(WorkerLostError, match="ended from outside, so nothing was published"):
        list(done(_die, range(20), place, prepare=_nothing, given=()))


@pytest.mark.parametrize("wish", ["everywhere", "fork:0", "fork:two", "here:-1"])
def test_no_such_place(wish: str) -> None:
    """A wish that names no place is a problem with its code."""
    with pytest.raises(ProblemsFoundError, match=f"B004 PRESSREVIEW_EXECUTOR is '{wish}'"):
        workplace(wish)
