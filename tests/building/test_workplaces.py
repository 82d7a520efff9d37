"""Where the work of a build is done makes no difference to what is built."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from generator.executors import Workplace, done, workplace
from generator.problems import Problem, ProblemsFoundError
from generator.workers import FaultError, WorkerLostError
from tests.building.made_sites import BASE, SHOUTING, built, made_site, with_settings
from tests.conftest import environment, files_of, run_build

KINDS = [kind for kind in ("fork", "spawn") if kind in multiprocessing.get_all_start_methods()]
HERE = Workplace(kind="here", processes=1)
OTHERS = [workplace(f"{kind}:2") for kind in KINDS]

PROBLEM = Problem(file="a", line=1, code="F001", what="it is gone", mend="Bring it back.")


def _square(number: int) -> int:
    return number * number


def _fail(number: int) -> int:
    if number == 2:
        raise ProblemsFoundError((PROBLEM,))
    return number


def _die(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def _want_memory(number: int) -> int:
    return len(bytearray(1 << 60)) + number


def _stumble(number: int) -> int:
    return number // 0


def _nothing() -> None:
    pass


def _only_in(process: int) -> None:
    if os.getpid() != process:
        message = "another process"
        raise LookupError(message)


def _own_process(number: int) -> tuple[int, int]:
    return number, os.getpid()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a site with filters of its own in every page."""
    made = made_site(tmp_path_factory.mktemp("made") / "site")
    return with_settings(made, SHOUTING, templates={"base.html": BASE})


@pytest.fixture(scope="module")
def built_here(site: Path) -> dict[str, bytes]:
    """Build the made site in one process, and return its files."""
    made = built(site, "here")
    assert made.returncode == 0, made.stderr
    return files_of(site / "output")


def test_one_process_and_several_build_the_same(built_site: Path, tmp_path: Path) -> None:
    """A build in this process alone and those with two workers publish the same files."""
    for wish in ("here", *(f"{kind}:2" for kind in KINDS)):
        output = tmp_path / wish.replace(":", "-") / "output"
        made = run_build(output, env=environment(PRESSREVIEW_EXECUTOR=wish))
        assert made.returncode == 0, made.stderr
        assert files_of(output) == files_of(built_site)


@pytest.mark.parametrize("kind", KINDS)
def test_filters_of_the_settings_file_work_in_workers(
    kind: str, site: Path, built_here: dict[str, bytes]
) -> None:
    """Functions of pelicanconf.py, named and nameless, serve templates in every process."""
    made = built(site, f"{kind}:2", output=f"output-{kind}")
    assert (made.returncode, made.stderr) == (0, "")
    assert files_of(site / f"output-{kind}") == built_here
    # Who looks at one of them sees capitals turned small by both filters.
    assert b"<title>the made press review</title>" in built_here["index.html"]


def test_what_only_the_build_has_is_drawn_by_the_build(tmp_path: Path) -> None:
    """Where the settings file gives workers other filters, one process draws, to the same end."""
    fickle = """
import multiprocessing

if multiprocessing.parent_process() is None:
    JINJA_FILTERS = {**JINJA_FILTERS, "shout": str.upper, "softly": str.lower}
"""
    site = with_settings(made_site(tmp_path / "site"), fickle, templates={"base.html": BASE})
    outputs = []
    for place in ("here", "spawn:2"):
        made = built(site, place, output=f"output-{place[:4]}")
        assert (made.returncode, made.stderr) == (0, "")
        outputs.append(files_of(site / f"output-{place[:4]}"))
    assert outputs[0] == outputs[1]


@pytest.mark.parametrize("place", [HERE, *OTHERS], ids=lambda place: place.kind)
def test_all_work_is_done_once(place: Workplace) -> None:
    """Every job has its result, whatever the place."""
    results = done(_square, range(100), place, prepare=_nothing, given=())
    assert sorted(results) == [number * number for number in range(100)]


@pytest.mark.parametrize("place", OTHERS, ids=lambda place: place.kind)
def test_a_process_that_cannot_be_prepared_leaves_the_work_to_this_one(place: Workplace) -> None:
    """Work is done here, each job once, where no other process can be made ready for it."""
    this = os.getpid()
    results = list(done(_own_process, range(9), place, prepare=_only_in, given=(this,)))
    assert sorted(results) == [(number, this) for number in range(9)]


@pytest.mark.parametrize("place", [HERE, *OTHERS], ids=lambda place: place.kind)
def test_a_problem_comes_back_as_it_is(place: Workplace) -> None:
    """A problem found by a worker is the problem that the build reports."""
    with pytest.raises(ProblemsFoundError) as raised:
        list(done(_fail, range(20), place, prepare=_nothing, given=()))
    assert raised.value.problems == (PROBLEM,)


@pytest.mark.parametrize("place", OTHERS, ids=lambda place: place.kind)
def test_a_killed_worker_is_told_plainly(place: Workplace) -> None:
    """A worker that is killed ends the work with a sentence on what to do."""
    with pytest.raises(WorkerLostError, match="ended from outside, so nothing was published"):
        list(done(_die, range(20), place, prepare=_nothing, given=()))


@pytest.mark.parametrize("place", [HERE, *OTHERS], ids=lambda place: place.kind)
def test_short_memory_is_told_plainly(place: Workplace) -> None:
    """Memory that is not there ends the work with a sentence on what to do."""
    with pytest.raises(WorkerLostError, match=r"^Memory was too short for the build, so nothing"):
        list(done(_want_memory, range(20), place, prepare=_nothing, given=()))


@pytest.mark.parametrize("place", [HERE, *OTHERS], ids=lambda place: place.kind)
def test_a_fault_of_the_program_is_told_with_its_place(place: Workplace) -> None:
    """An unforeseen error in any process says what it is, and in which line."""
    told = r"published: ZeroDivisionError: .* by zero \(\w+\.py, line \d+\)\. This is a fault"
    with pytest.raises(FaultError, match=told):
        list(done(_stumble, range(20), place, prepare=_nothing, given=()))


@pytest.mark.parametrize("place", OTHERS, ids=lambda place: place.kind)
def test_no_process_is_left_behind(place: Workplace) -> None:
    """Whether work ends well or not, its processes end with it."""
    list(done(_square, range(9), place, prepare=_nothing, given=()))
    with pytest.raises(ProblemsFoundError):
        list(done(_fail, range(20), place, prepare=_nothing, given=()))
    assert _none_within(seconds=5)


def _none_within(*, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while multiprocessing.active_children() and time.monotonic() < end:
        time.sleep(0.05)
    return not multiprocessing.active_children()


@pytest.mark.parametrize(
    "wish",
    [
        *("everywhere", "fork:0", "fork:two", "spawn:-1", "here:-1"),
        *("dask", "dask:8786", "dask://", "dask://host", "dask://host:port", "dask://host:0"),
    ],
)
def test_no_such_place(wish: str) -> None:
    """A wish that names no place is a problem with its code."""
    with pytest.raises(ProblemsFoundError, match=f"B004 PRESSREVIEW_EXECUTOR is '{wish}'"):
        workplace(wish)


def test_a_cluster_has_its_address() -> None:
    """The address of a scheduler is host and port; what is drawn is drawn on this machine."""
    place = workplace("dask://ten.example:8786")
    assert (place.kind, place.address) == ("dask", "ten.example:8786")
    assert place.near == workplace("")
