"""How files stand: whether programs, settings and templates are still those that were loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Stands = Mapping[str, tuple[int, int, int] | None]
"""By path: time of change in nanoseconds, size and inode of a file; None for one not there."""


def stands_of(paths: Iterable[str | Path]) -> Stands:
    """Return how files stand, and all files below folders, what Python compiles left out."""
    return {path: _stand(path) for place in paths for path in _files(os.fspath(place))}


def stands_of_modules() -> Stands:
    """Return how the files of all loaded programs stand, libraries included."""
    files = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
    return {file: _stand(file) for file in files if file}


def _stand(path: str) -> tuple[int, int, int] | None:
    try:
        stat = os.stat(path)  # noqa: PTH116 (a thousand of them before each build)
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def _files(place: str) -> Iterator[str]:
    if not os.path.isdir(place):  # noqa: PTH112 (the same)
        yield place
    for folder, below, names in os.walk(place):
        below[:] = [name for name in below if name != "__pycache__"]
        yield from (os.path.join(folder, name) for name in names)  # noqa: PTH118 (the same)
