"""Who reads the digests that changed: this machine, a cluster, or any executor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.building.abroad import Office, OtherProgramError, read_abroad
from generator.building.reading import Shared, prepare
from generator.building.rows import Row, read_rows
from generator.cluster import PULSE, cluster_at, unfit
from generator.executors import Workplace, done
from generator.problems import Problem, ProblemsFoundError


def rows_in(
    heaps: Sequence[Sequence[str]], shared: Shared, place: Workplace | Office, *, code: bytes
) -> Iterator[list[Row]]:
    """Yield what is kept of the folders in `heaps`, in no certain order."""
    if isinstance(place, Office):
        yield from read_abroad(heaps, shared, place, code=code)
    elif place.kind == "dask" and heaps:
        yield from _read_by_cluster(heaps, shared, place.address, code=code)
    else:
        yield from done(read_rows, heaps, place, prepare=prepare, given=(shared,))


def _read_by_cluster(
    heaps: Sequence[Sequence[str]], shared: Shared, address: str, *, code: bytes
) -> Iterator[list[Row]]:
    with cluster_at(address) as cluster:
        office = Office(pool=cluster, workers=cluster.workers, every=PULSE, look=cluster.look)
        try:
            yield from read_abroad(heaps, shared, office, code=code)
        except OtherProgramError as error:
            raise ProblemsFoundError((_other_program(f"on {error}"),)) from error
        except (ImportError, AttributeError) as error:
            # It looked for our functions by name, and has none or others.
            raise ProblemsFoundError((_other_program("of the cluster"),)) from error


def _other_program(whose: str) -> Problem:
    what = f"a worker {whose} has another Pressreview, other libraries, or another Python"
    mend = "Install there what this machine has (requirements.lock), and start the worker again."
    return unfit(what, mend)
