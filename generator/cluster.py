"""A cluster of other machines, by dask.distributed: an executor, and when to give it up.

The library is loaded here alone, where an editor asks for it. A scheduler needs no Pressreview:
what passes through it are bytes, which the workers read. A worker that dies is no loss, for the
scheduler gives what it had to another one; that all are gone, or the scheduler itself, is said in
bounded time.
"""

from __future__ import annotations

import pickle
import time
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, ParamSpec, TypeVar

from generator.problems import Problem, ProblemsFoundError

P = ParamSpec("P")
Result = TypeVar("Result")

PATIENCE = 15.0
"""Seconds without scheduler, or without a worker, after which a cluster counts as lost: more than
it takes a worker's nanny to start another one."""
REACH = 5.0
"""Seconds to reach a scheduler that is there."""
PULSE = 1.0
"""Seconds between two looks at a cluster from which nothing comes."""
CLOSING = 2.0
"""Seconds to take leave of a scheduler, which may be gone."""


class ClusterLostError(Exception):
    """The scheduler, or the last worker, is gone; says which."""


@dataclass(slots=True)
class Cluster(Executor):
    """The workers of a scheduler, as an executor."""

    client: Any
    """Of dask.distributed, which has no types."""
    pool: Executor
    well: float
    """When it was last seen to work."""

    def submit(
        self, fn: Callable[P, Result], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[Result]:
        """Have a worker call `fn`, which it finds by its name."""
        return self.pool.submit(pickle.loads, pickle.dumps(_Call(partial(fn, *args, **kwargs))))

    @property
    def workers(self) -> int:
        """How many jobs it does at once. Raises `ClusterLostError`."""
        try:
            return sum(self.client.nthreads().values())
        except (OSError, CancelledError) as error:
            raise ClusterLostError(_GONE) from error

    def look(self) -> None:
        """Raise `ClusterLostError` if nothing has been able to work for some time."""
        if self.client.status == "closed":
            raise ClusterLostError(_GONE)
        reached = self.client.status == "running"
        with suppress(ClusterLostError):
            if reached and self.workers:
                self.well = time.monotonic()
        if time.monotonic() - self.well > PATIENCE:
            raise ClusterLostError(_IDLE if reached else _GONE)


_GONE = "was reached, and is gone"
_IDLE = "is there, but no worker has joined it"
_DYING = "lost several workers over the same digests: memory may be short"


class _Call:
    """A call that is made where it is read: a pickle is a program.

    So what is sent by name is of Python alone, and neither the scheduler nor a worker without
    Pressreview stumbles over it before the call itself does.
    """

    def __init__(self, call: Callable[[], object]) -> None:
        self.call = call

    def __reduce__(self) -> tuple[Callable[[], object], tuple[()]]:
        return self.call, ()


@contextmanager
def cluster_at(address: str) -> Iterator[Cluster]:
    """Give the cluster whose scheduler is at `address`, host and port, while the block runs.

    Raises `ProblemsFoundError` if the library is missing, the scheduler cannot be reached, or
    cluster or scheduler are lost.
    """
    client = _client(address)
    lost: tuple[type[Exception], ...] = (ClusterLostError, CancelledError, *_dying())
    cluster = Cluster(client=client, pool=client.get_executor(), well=time.monotonic())
    try:
        while not cluster.workers:
            cluster.look()
            time.sleep(PULSE / 10)
        yield cluster
    except lost as error:
        reasons = {ClusterLostError: str(error), CancelledError: _GONE}
        why = reasons.get(type(error), _DYING)
        raise ProblemsFoundError((_lost(address, why),)) from error
    finally:
        cluster.pool.shutdown(wait=False)
        client.close(timeout=CLOSING)


def _client(address: str) -> Any:  # noqa: ANN401 (see `Cluster.client`)
    try:
        # Imported late: it takes a second, and few have it.
        import dask  # noqa: PLC0415

        # Before the next line it can be told to leave standard error to us.
        dask.config.set({"logging": {"distributed": "critical", "distributed.client": "critical"}})
        from distributed import Client  # noqa: PLC0415
    except ImportError as error:
        raise ProblemsFoundError((_missing(),)) from error
    try:
        with warnings.catch_warnings():
            # It compares versions of its own; ours are compared with each job.
            warnings.simplefilter("ignore")
            return Client(  # type: ignore[no-untyped-call]
                address, timeout=REACH, set_as_default=False
            )
    except OSError as error:
        raise ProblemsFoundError((_lost(address, "cannot be reached"),)) from error


def _dying() -> tuple[type[Exception], ...]:
    """Return what the scheduler raises that has given a job up, workers having died over it."""
    from distributed.scheduler import KilledWorker  # noqa: PLC0415 (see `_client`)

    return (KilledWorker,)


def _missing() -> Problem:
    return Problem(
        file="environment",
        line=1,
        code="B006",
        what="dask.distributed, which PRESSREVIEW_EXECUTOR asks for, is not installed",
        mend='Install it: pip install "pressreview[dask]"',
    )


def _lost(address: str, why: str) -> Problem:
    mend = "Look after it, or unset PRESSREVIEW_EXECUTOR to build on this machine."
    return unfit(f"the scheduler dask://{address} {why}", mend)


def unfit(what: str, mend: str) -> Problem:
    """Return the problem of a cluster that cannot do the work."""
    return Problem(
        file="environment",
        line=1,
        code="B007",
        what=what,
        mend=mend,
    )
