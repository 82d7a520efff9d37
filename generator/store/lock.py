"""One build at a time on one output folder: a lock that ends with its process.

The lock is the operating system's, not a file's being there: whatever kills a build frees it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

PATIENCE = 0.1
"""Seconds between two looks at a lock that another build holds."""

if sys.platform == "win32":
    import msvcrt

    def _taken(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _taken(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def held(path: Path, *, when_waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock `path` while the block runs; `when_waiting` is called once if it is not free.

    The file stays: to delete a lock file would let two builds hold two files of one name.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        if not _taken(file):
            when_waiting()
            while not _taken(file):
                time.sleep(PATIENCE)
        yield
