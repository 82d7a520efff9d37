"""Read digests by an executor that knows nothing of us: on a cluster, or whatever one likes.

Its workers may be other machines, without the content folder, and may serve several sites. So each
job carries all that it needs: the files, what the digests share, and the fingerprint of the program
that asks, for a worker of another version would make other digests.
"""

from __future__ import annotations

import socket
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from generator.building.fingerprints import print_of_bytes
from generator.building.parcels import Parcel, parcel_of, unpack
from generator.building.program import print_of_program
from generator.building.reading import Reader, Shared, read_in, reader_for
from generator.building.rows import Row, row_of
from generator.executors import AHEAD, done_by
from generator.load.files import folder_at
from generator.store.state import packed, unpacked
from generator.workers import worked


class OtherProgramError(Exception):
    """A worker runs another version of Pressreview; says on which machine."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Office:
    """An executor, and what to know about it."""

    pool: Executor
    workers: int
    """How many jobs it does at once."""
    every: float | None = None
    """Seconds between two looks at it while nothing comes."""
    look: Callable[[], object] = lambda: None
    """Raises if waiting is in vain."""


def read_abroad(
    heaps: Sequence[Sequence[str]], shared: Shared, office: Office, *, code: bytes
) -> Iterator[list[Row]]:
    """Yield what is kept of the digest folders in `heaps`, in no certain order.

    Folders are packed as they are asked for: few are in memory at a time. What cannot be sent is
    read here. `code` is the fingerprint of the program. Raises `OtherProgramError`, and what the
    executor raises.
    """
    digests = shared.content / "digests"
    kept: list[str] = []
    reader = partial(_read_parcels, code, packed(shared))

    def parcels() -> Iterator[list[Parcel]]:
        for names in heaps:
            found = {name: parcel_of(digests / name) for name in names}
            kept.extend(name for name, parcel in found.items() if parcel is None)
            yield [parcel for parcel in found.values() if parcel is not None]

    yield from done_by(
        office.pool,
        reader,
        filter(None, parcels()),
        at_once=AHEAD * office.workers,
        every=office.every,
        look=office.look,
    )
    if kept:
        here = reader_for(shared)
        yield [row_of(read_in(folder_at(shared.content), name, here)) for name in kept]


_one_at_a_time = threading.Lock()
"""A worker may have threads; libraries that analyse texts know one language at a time."""
_ready: list[tuple[bytes, Reader]] = []
"""What this worker was last prepared with, by fingerprint."""

program = cache(print_of_program)
"""Of what this worker has loaded: a newer version on its disk is not what it runs."""


def _read_parcels(code: bytes, shared: bytes, parcels: Sequence[Parcel]) -> list[Row]:
    """Return what is kept of the folders in `parcels`. Runs on the worker."""
    if code != program():
        raise OtherProgramError(socket.gethostname())
    with _one_at_a_time, tempfile.TemporaryDirectory(prefix="pressreview-") as scratch:
        return worked(partial(_read_all, Path(scratch), shared), parcels)


def _read_all(scratch: Path, shared: bytes, parcels: Sequence[Parcel]) -> list[Row]:
    mark = print_of_bytes(shared)
    if not _ready or _ready[0][0] != mark:
        _ready[:] = [(mark, reader_for(unpacked(shared)))]
    ((_, reader),) = _ready
    # Messages name files from the content folder's own name on.
    content = folder_at(scratch / reader.shared.content.name)
    rows = []
    for parcel in parcels:
        unpack(parcel, content.path / "digests")
        read = read_in(content, parcel.slug, reader)
        rows.append(row_of(replace(read, content=parcel.content)))
    return rows
