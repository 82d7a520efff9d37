"""Which digest folders changed: by how their files stand first, by what is in them second.

A file's size and time of change are believed once the time is past for good: what was written in
the same moment as it was looked at is read again (the "racy git" problem, git's documentation).
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from generator.building.fingerprints import print_of_bytes

SETTLED = 2_000_000_000
"""Nanoseconds after which a file's time tells whether it changed: the coarsest clock of a file
system in use (FAT) ticks every two seconds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Folder:
    """A folder as it stands."""

    name: str
    files: bytes
    """Names, sizes and times of the files in it."""
    settled: bool
    """Whether these times tell: all are past for good."""
    linked: bool
    """Whether a link in it leads to another folder, in which something may change unseen."""

    @property
    def stand(self) -> bytes:
        """Return names, sizes and times; empty if they cannot be believed yet."""
        return self.files if self.settled else b""


def folders_in(place: Path) -> dict[str, Folder]:
    """Return the folders in `place`, by name in order; none where `place` is no folder."""
    now = time.time_ns()
    if not place.is_dir():
        return {}
    with os.scandir(place) as entries:
        names = sorted(entry.name for entry in entries if entry.is_dir())
    return {name: folder_at(place, name, now=now) for name in names}


def folder_at(place: Path, name: str, *, now: int) -> Folder:
    """Return the folder `name` in `place` as it stands at `now`, nanoseconds since 1970."""
    lines, latest, linked = [], 0, False
    for file, stat in files_below(f"{place}{os.sep}{name}"):
        linked = linked or (S_ISDIR(stat.st_mode) and not file.endswith("/"))
        latest = max(latest, stat.st_mtime_ns, stat.st_ctime_ns)
        lines.append(f"{file}\0{stat.st_size}\0{stat.st_mtime_ns}\0{stat.st_ino}")
    return Folder(
        name=name,
        files="\n".join(sorted(lines)).encode("utf-8", "surrogateescape"),
        settled=latest + SETTLED < now,
        linked=linked,
    )


def files_below(folder: str, above: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """Yield every file below `folder`, links followed; what cannot be followed is a file too.

    Names are from there, with `above` before them; a folder's ends with a slash.
    """
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except OSError:
        return
    for entry in found:
        name = f"{above}{entry.name}"
        if entry.is_dir() and not entry.is_symlink():
            yield name + "/", entry.stat()
            yield from files_below(entry.path, f"{name}/")
            continue
        try:
            yield name, entry.stat()
        except OSError:
            yield name, entry.stat(follow_symlinks=False)


def content_of(place: Path) -> bytes:
    """Return the fingerprint of all that is in a folder: names and bytes."""
    parts: list[bytes] = []
    for name, its in sorted(files_below(str(place)), key=lambda found: found[0]):
        parts.append(name.encode("utf-8", "surrogateescape"))
        try:
            # What is no file, a pipe for one, may give no end of bytes.
            parts.append((place / name).read_bytes() if S_ISREG(its.st_mode) else b"")
        except OSError as error:
            parts.append(f"{error.strerror}".encode())
    return print_of_bytes(*parts)
