"""Move files of the stage into place: some ten thousand at a time, so by name and not by `Path`."""
# ruff: noqa: PTH103, PTH105, PTH116, PTH120 (a path object costs more than the move)

from __future__ import annotations

import filecmp
import os
import stat
from pathlib import Path


def files_below(folder: Path) -> list[str]:
    """Return the files below a folder, as addresses name them, in order."""
    start = len(str(folder)) + 1
    return sorted(
        f"{above}/{name}"[start:].replace(os.sep, "/")
        for above, _, names in os.walk(folder)
        for name in names
    )


def move(staged: str, target: str) -> None:
    """Move a file, unless the same bytes are there already, or it has been moved before."""
    try:
        size = os.stat(staged).st_size
    except FileNotFoundError:
        return
    if _is_same(staged, target, size):
        return
    try:
        os.replace(staged, target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.replace(staged, target)


def _is_same(staged: str, target: str, size: int) -> bool:
    try:
        found = os.stat(target)
    except (FileNotFoundError, NotADirectoryError):
        return False
    if not stat.S_ISREG(found.st_mode) or found.st_size != size:
        return False
    return filecmp.cmp(staged, target, shallow=False)
