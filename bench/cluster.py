"""`python -m bench.cluster [N]`: what it costs to have a digest read on another machine.

N made digests (200 by default; see `bench.corpus`) are read twice: in this process, and by two
dask workers on loopback. The figures are CPU milliseconds of this process per digest, without those
of the workers: what stays with the machine that builds, however many others there are. A cluster
cannot read faster than that, so the two figures say how many workers one build can keep busy. Bytes
are those of the files sent and of what comes back.
"""

from __future__ import annotations

import pickle
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.corpus.__main__ import main as make
from generator.building.gathering import AT_ONCE, gather
from generator.building.parcels import parcel_of
from generator.building.program import print_of_program
from generator.building.reading import Shared, prepare, read
from generator.executors import workplace
from generator.settings import SiteSettings
from generator.store.state import packed, state_at
from tests.building.clusters import local_cluster

SETTINGS = SiteSettings(title="Measured")


def main(arguments: Sequence[str]) -> int:
    """Print the figures."""
    count = int(arguments[0]) if arguments else 200
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        make([str(count), str(folder / "site"), "--narrated-only"])
        content = folder / "site" / "content"
        here, shared = _cost(content, folder / "here.db", "here")
        with local_cluster(folder / "cluster") as cluster:
            _cost(content, folder / "warm.db", cluster.place)
            there, _ = _cost(content, folder / "there.db", cluster.place)
        sent, back = _bytes(content, shared)
    sys.stdout.write(
        f"{count} digests, read and written to the state, CPU of this process a digest:\n"
        f"  here        {1e3 * here / count:6.2f} ms\n"
        f"  on dask     {1e3 * there / count:6.2f} ms\n"
        f"  sent        {sent / 1e3:6.1f} kB\n"
        f"  comes back  {back / 1e3:6.1f} kB\n"
    )
    return 0


def _cost(content: Path, file: Path, place: str) -> tuple[float, Shared]:
    """Return the CPU seconds of this process, and what the digests share."""
    code = print_of_program()
    with state_at(file) as state:
        start = time.process_time()
        shared, _ = gather(state, content, SETTINGS, code=code, place=workplace(place))
        return time.process_time() - start, shared


def _bytes(content: Path, shared: Shared) -> tuple[float, float]:
    """Return how many bytes go out and come back per digest."""
    folders = sorted((content / "digests").iterdir())[:AT_ONCE]
    prepare(shared)
    out = pickle.dumps([parcel_of(folder) for folder in folders])
    back = pickle.dumps(read([folder.name for folder in folders]), 5)
    return (len(out) + len(packed(shared))) / len(folders), len(back) / len(folders)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
