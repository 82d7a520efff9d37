"""Where work is done: in this process, or in others on this machine.

`PRESSREVIEW_EXECUTOR` says where: `fork`, with a number of processes behind a colon if wished
(`fork:4`), or `here`. Both give the same bytes. Without it a build of some size forks where the
system can, once for each processor.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Literal, TypeVar

from generator.problems import Problem, ProblemsFoundError

VARIABLE = "PRESSREVIEW_EXECUTOR"

Kind = Literal["fork", "here"]
Job = TypeVar("Job")
Result = TypeVar("Result")

AHEAD = 3
"""Jobs handed out for each process: enough to keep it busy, few enough to keep memory flat."""


class WorkerLostError(Exception):
    """A process that did part of the work came to a sudden end."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Workplace:
    """Where work is done, and in how many processes."""

    kind: Kind
    processes: int


def workplace(wish: str = "") -> Workplace:
    """Return the workplace that `wish` names, the machine's best without one.

    Raises `ProblemsFoundError` if there is none of that name.
    """
    name, _, number = wish.partition(":")
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    best: Kind = "fork" if can_fork else "here"
    kinds: dict[str, Kind] = {"": best, "fork": "fork", "here": "here"}
    processors = _processors()
    sound = number == "" or (number.isascii() and number.isdigit() and int(number) > 0)
    if name not in kinds or not sound:
        raise ProblemsFoundError((_no_place(wish, "names no place to work"),))
    if kinds[name] == "fork" and not can_fork:
        raise ProblemsFoundError((_no_place(wish, "is not what this system can do"),))
    return Workplace(kind=kinds[name], processes=max(1, int(number or processors)))


def _no_place(wish: str, why: str) -> Problem:
    return Problem(
        file="environment",
        line=1,
        code="B004",
        what=f"{VARIABLE} is {wish!r}, which {why}",
        mend="Give here, fork, or fork:4 for four processes, or unset it.",
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
    """Yield what `work` makes of each of `jobs`, in no certain order.

    `prepare(*given)` is called first, once in each process. What `work` raises is raised here.
    Raises `WorkerLostError` if one of them is killed.
    """
    if place.kind == "here" or place.processes == 1 or len(jobs) <= 1:
        prepare(*given)
        yield from map(work, jobs)
        return
    context = multiprocessing.get_context(place.kind)
    with ProcessPoolExecutor(
        min(place.processes, len(jobs)), context, initializer=prepare, initargs=given
    ) as pool:
        try:
            yield from _collected(pool, work, jobs, at_once=AHEAD * place.processes)
        except BrokenProcessPool as error:
            message = (
                "A process that worked on the build was ended from outside, so nothing was "
                "published. Was memory short? Build again; PRESSREVIEW_EXECUTOR=here needs least."
            )
            raise WorkerLostError(message) from error


def _collected(
    pool: Executor, work: Callable[[Job], Result], jobs: Sequence[Job], *, at_once: int
) -> Iterator[Result]:
    """Yield results as they come, never more than `at_once` jobs being out."""
    waiting = iter(jobs)
    out: set[Future[Result]] = set()
    for job in waiting:
        out.add(pool.submit(work, job))
        if len(out) >= at_once:
            finished, out = wait(out, return_when=FIRST_COMPLETED)
            for future in finished:
                yield future.result()
    while out:
        finished, out = wait(out, return_when=FIRST_COMPLETED)
        for future in finished:
            yield future.result()
