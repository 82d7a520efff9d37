"""Where work is done: in this process, in others on this machine, or on a cluster.

`PRESSREVIEW_EXECUTOR` says where: `fork` or `spawn`, with a number of processes behind a colon if
wished (`fork:4`), `here`, or `dask://host:port`. All give the same bytes. Without it a build of
some size uses each processor once. `done_by` works with any executor of `concurrent.futures`.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeVar

from generator.problems import Problem, ProblemsFoundError
from generator.workers import UnreadyError, WorkerLostError, begin, begin_sent, worked

if TYPE_CHECKING:  # see `progress`
    from rich.console import Console

VARIABLE = "PRESSREVIEW_EXECUTOR"

Kind = Literal["fork", "spawn", "here", "dask"]
Job = TypeVar("Job")
Result = TypeVar("Result")

AHEAD = 3
"""Jobs handed out for each process: enough to keep it busy, few enough to keep memory flat."""

KILLED = (
    "A process that worked on the build was ended from outside, so nothing was published. "
    "Was memory short? Build again; PRESSREVIEW_EXECUTOR=here needs least."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Workplace:
    """Where work is done, and in how many processes."""

    kind: Kind
    processes: int
    """On this machine."""
    address: str = ""
    """Host and port of a cluster's scheduler, for `dask`."""
    screen: Console | None = None
    """Where to show how far the work is."""

    @property
    def near(self) -> Workplace:
        """Return where to do what has to be done on this machine."""
        return replace(self, kind=_best(), address="") if self.kind == "dask" else self


def workplace(wish: str = "", *, screen: Console | None = None) -> Workplace:
    """Return the workplace that `wish` names, the machine's best without one.

    Raises `ProblemsFoundError` if there is none of that name.
    """
    name, _, rest = wish.partition(":")
    if name == "dask":
        address = _address(wish)
        return Workplace(kind="dask", processes=_processors(), address=address, screen=screen)
    kinds: dict[str, Kind] = {"": _best(), "fork": "fork", "spawn": "spawn", "here": "here"}
    sound = rest == "" or (rest.isascii() and rest.isdigit() and int(rest) > 0)
    if name not in kinds or not sound:
        raise ProblemsFoundError((_no_place(wish, "names no place to work"),))
    if kinds[name] not in ("here", *multiprocessing.get_all_start_methods()):
        raise ProblemsFoundError((_no_place(wish, "is not what this system can do"),))
    return Workplace(kind=kinds[name], processes=max(1, int(rest or _processors())), screen=screen)


def _best() -> Kind:
    """Return how this system starts processes best.

    A fork costs nothing to prepare. Windows has none; on macOS its own libraries may have started
    threads, and a fork of a process with threads may crash (Python's documentation, "Contexts and
    start methods", since 3.8).
    """
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    return "fork" if can_fork and sys.platform != "darwin" else "spawn"


def _address(wish: str) -> str:
    """Return host and port of `dask://host:port`. Raises `ProblemsFoundError` without them."""
    host, colon, port = wish.removeprefix("dask://").rpartition(":")
    sound = port.isascii() and port.isdigit() and 0 < int(port) <= 65535  # noqa: PLR2004 (TCP)
    if not (wish.startswith("dask://") and host and colon and sound) or "/" in host:
        raise ProblemsFoundError((_no_place(wish, "names no scheduler"),))
    return f"{host}:{port}"


def _no_place(wish: str, why: str) -> Problem:
    return Problem(
        file="environment",
        line=1,
        code="B004",
        what=f"{VARIABLE} is {wish!r}, which {why}",
        mend=(
            "Give here, fork or spawn, fork:4 for four processes, or dask://host:port for a "
            "cluster; or unset it."
        ),
    )


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def done(
    work: Callable[[Job], Result],
    jobs: Sequence[Job],
    place: Workplace,
    *,
    prepare: Callable[..., None],
    given: tuple[object, ...],
) -> Iterator[Result]:
    """Yield what `work` makes of each of `jobs` on this machine, in no certain order.

    `prepare(*given)` is called first, once in each process; where others cannot be prepared so, all
    is done in this one. Raises what `worked` does, and `WorkerLostError` if a process is killed.
    """
    left = dict(enumerate(jobs))
    if place.kind != "here" and place.processes > 1 and len(jobs) > 1:
        try:
            for number, result in _shared_out(work, jobs, place, prepare=prepare, given=given):
                del left[number]
                yield result
        except UnreadyError:
            pass
    if left:
        worked(lambda those: prepare(*those), given)
        yield from (worked(work, job) for job in left.values())


def _shared_out(
    work: Callable[[Job], Result],
    jobs: Sequence[Job],
    place: Workplace,
    *,
    prepare: Callable[..., None],
    given: tuple[object, ...],
) -> Iterator[tuple[int, Result]]:
    """Do as `done` in other processes, and yield results with their jobs' numbers.

    Raises `UnreadyError` if such a process cannot be prepared.
    """
    others = set(multiprocessing.active_children())
    pool = _pool(min(place.processes, len(jobs)), place.near.kind, prepare, given)
    try:
        numbered = partial(_numbered, work)
        yield from done_by(pool, numbered, enumerate(jobs), at_once=AHEAD * place.processes)
    except BrokenProcessPool as error:
        raise WorkerLostError(KILLED) from error
    except BaseException:
        # Whatever it is, a problem or Ctrl-C: what the others still do is of no use.
        for process in set(multiprocessing.active_children()) - others:
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(
    processes: int, kind: Kind, prepare: Callable[..., None], given: tuple[object, ...]
) -> Executor:
    """Return processes that are ready for work. Raises `UnreadyError` if none can be."""
    context = multiprocessing.get_context(kind)
    if kind == "fork":
        return ProcessPoolExecutor(processes, context, initializer=begin, initargs=(prepare, given))
    try:
        sent = pickle.dumps((prepare, given))
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise UnreadyError(str(error)) from error
    return ProcessPoolExecutor(processes, context, initializer=begin_sent, initargs=(sent,))


def _numbered(work: Callable[[Job], Result], job: tuple[int, Job]) -> tuple[int, Result]:
    """Return what `work` makes of a job, with its number."""
    number, each = job
    return number, worked(work, each)


def done_by(
    pool: Executor,
    work: Callable[[Job], Result],
    jobs: Iterable[Job],
    *,
    at_once: int,
    every: float | None = None,
    look: Callable[[], object] = lambda: None,
) -> Iterator[Result]:
    """Yield what `work` makes of each of `jobs` in `pool`, in no certain order.

    Never more than `at_once` jobs are out. What `work` raises is raised here. While nothing comes,
    `look` is called `every` so many seconds; it raises if waiting is in vain.
    """
    out: set[Future[Result]] = set()
    for job in jobs:
        out.add(pool.submit(work, job))
        if len(out) >= at_once:
            finished, out = _some(out, every, look)
            yield from (future.result() for future in finished)
    while out:
        finished, out = _some(out, every, look)
        yield from (future.result() for future in finished)


def _some(
    out: set[Future[Result]], every: float | None, look: Callable[[], object]
) -> tuple[set[Future[Result]], set[Future[Result]]]:
    """Return futures that are finished, at least one, and the others."""
    while True:
        finished, waiting = wait(out, timeout=every, return_when=FIRST_COMPLETED)
        if finished:
            return finished, waiting
        look()
