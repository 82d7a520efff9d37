"""Which files a build touched, and whether they are those that show the change."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

Marks = dict[str, tuple[int, int]]
"""Each file's time and inode, which change whenever it is written or replaced."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Touched:
    """What a build did after one name was changed."""

    files: int
    """How many files there are."""
    written: int
    """… were written, replaced or removed."""
    showing: int
    """… show the new name, or showed the old one."""
    needless: int
    """… were touched and show neither."""
    missed: int
    """… show it and were not touched."""


def marks(output: Path) -> Marks:
    """Return the marks of every file below `output`."""
    return {
        str(path.relative_to(output)): (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in output.rglob("*")
        if path.is_file()
    }


def holding(output: Path, words: str) -> set[str]:
    """Return the files below `output` that hold `words`."""
    wanted = words.encode()
    return {
        str(path.relative_to(output))
        for path in output.rglob("*")
        if path.is_file() and wanted in path.read_bytes()
    }


def compare(before: Marks, after: Marks, *, showing: set[str]) -> Touched:
    """Compare what was touched with what shows the change."""
    written = {name for name in before | after if before.get(name) != after.get(name)}
    return Touched(
        files=len(after),
        written=len(written),
        showing=len(showing),
        needless=len(written - showing),
        missed=len(showing - written),
    )
