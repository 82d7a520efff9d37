"""Where work is done: in this process, in others on this machine, or on a cluster.

`PRESSREVIEW_EXECUTOR` says where: `fork`, `spawn`, `here`, each with a number of processes behind a
colon if wished (`fork:4`). All give the same bytes. Without it a build of some size forks where the
system can, once for each processor.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from typing import Literal, TypeVar

VARIABLE = "PRESSREVIEW_EXECUTOR"

Kind = Literal["fork", "spawn", "here"]
Job = TypeVar("Job")
Result = TypeVar("Result")

AHEAD = 3
"""Jobs handed out for each process: enough to keep it busy, few enough to keep memory flat."""


class ExecutorError(ValueError):
    """PRESSREVIEW_EXECUTOR names no place where work can be done."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Workplace:
    """Where work is done, and in how many processes."""

    kind: Kind
    processes: int


def workplace(wish: str = "") -> Workplace:
    """Return the workplace that `wish` names, the machine's best without one.

    Raises `ExecutorError` if there is none of that name.
    """
    name, _, number = wish.partition(":")
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    best: Kind = "fork" if can_fork else "spawn"
    kinds: dict[str, Kind] = {"": best, "fork": "fork", "spawn": "spawn", "here": "here"}
    processors = _processors()
    if name not in kinds or not (number == "" or (number.isascii() and number.isdigit())):
        message = f"{VARIABLE} is {wish!r}; give fork, spawn or here, as fork:4"
        raise ExecutorError(message)
    if kinds[name] == "fork" and not can_fork:
        message = f"{VARIABLE} is {wish!r}, and this system cannot fork; give spawn"
        raise ExecutorError(message)
    return Workplace(kind=kinds[name], processes=max(1, int(number or processors)))


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
    """
    if place.kind == "here" or place.processes == 1 or len(jobs) <= 1:
        prepare(*given)
        yield from map(work, jobs)
        return
    context = multiprocessing.get_context(place.kind)
    with ProcessPoolExecutor(
        min(place.processes, len(jobs)), context, initializer=prepare, initargs=given
    ) as pool:
        yield from _collected(pool, work, jobs, at_once=AHEAD * place.processes)


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
