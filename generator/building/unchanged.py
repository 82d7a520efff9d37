"""Whether anything changed at all since the last build: if nothing did, there is nothing to build.

All that a build reads is looked at by how it stands (`sources`): content, theme, settings, program,
and what the clock lets out or warns of; and all that it wrote must stand where it was put. Where
one of them cannot be told, the build is an ordinary one, which is right and takes longer.
"""

from __future__ import annotations

import datetime as dt
import os
import stat
import time
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import Any

from generator.building.fingerprints import print_of_bytes
from generator.building.sources import SETTLED, Folder
from generator.store.state import State

FACT = "last build"


@dataclass(frozen=True, kw_only=True, slots=True)
class Sources:
    """All that a build reads, as it stands."""

    stands: bytes
    """Fingerprint: of files by name, size and time, of the rest by what it is."""
    fresh: tuple[tuple[str, bytes], ...]
    """Files that changed so lately that their times do not tell, and the fingerprints of these."""

    def stand_as(self, before: Sources) -> bool:
        """Tell whether nothing changed since `before`."""
        # What was fresh then may have changed in that very moment.
        return self.stands == before.stands and all(
            _print_of(path) == known for path, known in before.fresh
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class LastBuild:
    """What the last build was made from, and said."""

    sources: Sources
    """Before it read any of it: what changed meanwhile stands otherwise now."""
    clock: bytes
    """Fingerprint of what it held back, and found ahead of time."""
    warnings: tuple[str, ...]
    files: int
    """How many the site has."""


def sources_of(
    content: Path,
    digests: Mapping[str, Folder],
    trees: Iterable[Path],
    files: Iterable[Path],
    settings: Mapping[str, Any],
    *rest: bytes,
) -> Sources | None:
    """Return what a build reads; None if that cannot be told.

    The folder `content` holds the folders of `digests`. It and `trees` count by how every file in
    them stands, `files` count by what is in them, `settings` are Pelican's.
    """
    plain = _plain(settings)
    home = content / "digests"
    fresh = [path for folder in digests.values() for path in _fresh_in(home, folder)]
    stands = [_tree(content, fresh, but=home), *(_tree(path, fresh) for path in trees)]
    if plain is None or None in stands or any(folder.linked for folder in digests.values()):
        return None
    stands += (part for d in digests.values() for part in (d.name.encode(), d.files))
    read = (part for path in sorted(files) for part in (str(path).encode(), path.read_bytes()))
    return Sources(
        stands=print_of_bytes(plain.encode(), *(s for s in stands if s is not None), *read, *rest),
        fresh=tuple((path, _print_of(path)) for path in fresh),
    )


def _fresh_in(home: Path, folder: Folder) -> list[str]:
    if folder.settled:
        return []
    lines = os.fsdecode(folder.files).split("\n")
    names = (line.partition("\0")[0] for line in lines)
    return [str(home / folder.name / name) for name in names if name and not name.endswith("/")]


def _print_of(path: str) -> bytes:
    try:
        return print_of_bytes(Path(path).read_bytes())
    except OSError:
        return b""


def by_the_clock(state: State, now: dt.datetime) -> bytes:
    """Return the fingerprint of what is held back, and what is dated ahead, at this moment."""
    moment = now.astimezone(dt.UTC).isoformat(timespec="microseconds")
    held = state.rows("SELECT slug FROM digest WHERE embargo > ? ORDER BY slug", (moment,))
    ahead = state.rows("SELECT slug FROM digest WHERE latest > ? ORDER BY slug", (moment,))
    return print_of_bytes(repr((held, ahead)).encode())


def last_build(
    state: State, sources: Sources | None, now: dt.datetime, output: Path
) -> LastBuild | None:
    """Return the last build if nothing changed since, and its files are in place."""
    known: LastBuild | None = state.fact(FACT)
    if known is None or sources is None or not sources.stand_as(known.sources):
        return None
    base = f"{output}{os.sep}"
    query = "SELECT name, stand FROM file UNION ALL SELECT name, stand FROM placed"
    placed = state.rows(query)
    same = all(stand == stand_of(base + name) for name, stand in placed)
    return known if same and by_the_clock(state, now) == known.clock else None


def note_placed(
    state: State, output: Path, names: Sequence[str], *, moved: AbstractSet[str]
) -> None:
    """Note in `state` how `names`, the files of the site, stand in the folder `output`.

    Those that were not `moved` there just now stand as it is known.
    """
    base = f"{output}{os.sep}"
    every = frozenset(names)
    ours = {name for (name,) in state.rows("SELECT name FROM file")}
    now = [(stand_of(base + name), name) for name in moved & ours]
    state.write("UPDATE file SET stand = ? WHERE name = ?", now)
    others = every - ours
    known = {name for (name,) in state.rows("SELECT name FROM placed")}
    state.write("DELETE FROM placed WHERE name = ?", ((name,) for name in known - others))
    new = [(name, stand_of(base + name)) for name in others if name in moved or name not in known]
    state.write("REPLACE INTO placed VALUES (?, ?)", new)


def stand_of(path: str) -> str:
    """Return the size and time of a file; empty if it is not there."""
    try:
        found = os.stat(path)  # noqa: PTH116 (a third of the time of Path.stat, thousands of times)
    except OSError:
        return ""
    return f"{found.st_size} {found.st_mtime_ns}"


def _tree(folder: Path, fresh: list[str], *, but: Path | None = None) -> bytes | None:
    """Return the fingerprint of how all files below a folder stand; note in `fresh` the latest.

    Of the folder `but` below it, what stands in it by itself counts, and no folder of it.

    None where a link leads to a folder, which may change unseen.
    """
    lines: list[str] = []
    unsettled = time.time_ns() - SETTLED
    waiting = [str(folder)]
    while waiting:
        place = waiting.pop()
        try:
            with os.scandir(place) as entries:
                kept = (entry for entry in entries if place != str(but) or not entry.is_dir())
                found = [(entry, entry.stat()) for entry in kept]
        except OSError:
            return None
        for entry, its in found:
            if stat.S_ISDIR(its.st_mode):
                if entry.is_symlink():
                    return None
                waiting.append(entry.path)
            elif max(its.st_mtime_ns, its.st_ctime_ns) >= unsettled:
                fresh.append(entry.path)
            lines.append(
                f"{entry.path}\0{its.st_size}\0{its.st_mtime_ns}\0{its.st_ctime_ns}\0{its.st_ino}"
            )
    lines.sort()
    return print_of_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))


def _plain(value: object) -> str | None:
    """Return `value` as a text that two equal values share; None if there is none."""
    if isinstance(value, (FunctionType, BuiltinFunctionType, type)):
        return f"{value.__module__}.{value.__qualname__}"
    if isinstance(value, ModuleType):
        return value.__name__
    if isinstance(value, Mapping):
        parts: list[str | None] = [_plain(each) for pair in value.items() for each in pair]
    elif isinstance(value, (list, tuple)):
        parts = [_plain(each) for each in value]
    elif isinstance(value, (set, frozenset)):
        parts = [*sorted(part or "?" for part in map(_plain, value))]
    else:
        text = repr(value)
        return None if " at 0x" in text else text
    if None in parts:
        return None
    return f"{type(value).__name__}({', '.join(part or '' for part in parts)})"
