"""Bring what is known of every digest by itself up to date: read those that changed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from generator.building.abroad import Office
from generator.building.fingerprints import print_of, print_of_bytes
from generator.building.readers import rows_in
from generator.building.reading import Shared
from generator.building.rows import COLUMNS, LONG, Row
from generator.building.sources import Folder, content_of, folders_in
from generator.building.telling import forget_told
from generator.building.touched import Words, changed_words, holds_any
from generator.executors import Workplace
from generator.load import SITE_FILES, faults_beside, read_lists
from generator.load.files import Folder as Place
from generator.load.files import folder_at
from generator.load.listing import is_put_aside, names_in, strays
from generator.model import SiteContent
from generator.outlets import builtin_registry
from generator.problems import Problem
from generator.progress import shown
from generator.settings import SiteSettings
from generator.store.state import State

AT_ONCE = 16
"""Digests that a worker takes: some tenths of a second of work."""


def gather(
    state: State,
    content: Path,
    settings: SiteSettings,
    *,
    code: bytes,
    place: Workplace | Office,
    found: Mapping[str, Folder] | None = None,
) -> tuple[Shared, tuple[Problem, ...]]:
    """Read what changed below `content` into `state`; return what the digests share, and problems.

    The problems are those of what is shared; each digest's own are in the state. `code` is the
    fingerprint of the program. Digests are read at `place`: on this machine, on a cluster, or by
    any executor; `found` are their folders, where somebody has looked already. Raises what the
    workers raise.
    """
    base = base_of(content, settings, code=code)
    shared, problems = _shared(state, content, settings, base)
    folders = {
        name: folder
        for name, folder in (folders_in(content / "digests") if found is None else found).items()
        if not is_put_aside(name)
    }
    _forget(state, folders)
    stale = _stale(state, folders, shared, base)
    state.write("UPDATE digest SET valid = 0 WHERE slug = ?", ((name,) for name in stale))
    state.keep("base", base)
    state.keep("shared", (shared.site, shared.broken))
    state.commit()
    stale_folders = {name: folders[name] for name in stale}
    _read_into(state, shared, stale_folders, place, code=code)
    return shared, problems


def base_of(content: Path, settings: SiteSettings, *, code: bytes) -> bytes:
    """Return the fingerprint of what every digest is read with; `code` is the program's."""
    return print_of_bytes(code, print_of(plain(settings)), str(content).encode())


def _shared(
    state: State, content: Path, settings: SiteSettings, base: bytes
) -> tuple[Shared, tuple[Problem, ...]]:
    folder = folder_at(content)
    problems: list[Problem] = []
    faults_beside(folder, problems)
    site, found = _lists(state, folder, base)
    problems += found
    below = names_in(folder.path / "digests", folder, problems, folders=False)
    problems += strays(below, set(), folder, folders=False)
    names = {folder.name_of(folder.path / name) for name in SITE_FILES}
    broken = any(p.severity == "error" and p.file in names for p in problems)
    return (
        Shared(content=folder.path, site=site, settings=plain(settings), broken=broken),
        tuple(problems),
    )


def _lists(state: State, place: Place, base: bytes) -> tuple[SiteContent, tuple[Problem, ...]]:
    """Return what the lists of a site say, and their problems; known ones if no list changed."""
    files = [place.path / name for name in sorted(SITE_FILES)]
    key = print_of_bytes(base, *(_bytes_of(path) for path in files))
    known = state.fact("lists")
    if known is None or known[0] != key:
        problems: list[Problem] = []
        site = read_lists(place, builtin_registry(), problems)
        known = (key, site, tuple(problems))
        # A file that cannot be read may be readable the next time.
        if all(path.is_file() or not os.path.lexists(path) for path in files):
            state.keep("lists", known)
    return known[1], known[2]


def _bytes_of(path: Path) -> bytes:
    try:
        return b"1" + path.read_bytes()
    except OSError:
        return b"0"


FOUND_TOGETHER = ("budget", "elsewhere")
"""What was found in comparing digests, by rules that may have changed."""


def plain(settings: SiteSettings) -> SiteSettings:
    """Return `settings` with plain dictionaries, in order, which other processes can be sent."""
    mappings: dict[str, Any] = {
        field.name: dict(sorted(value.items()))
        for field in fields(settings)
        if isinstance(value := getattr(settings, field.name), Mapping)
    }
    return replace(settings, **mappings)


def _forget(state: State, folders: Mapping[str, Folder]) -> None:
    """Forget the digests whose folders are gone."""
    known = {slug for (slug,) in state.rows("SELECT slug FROM digest")}
    gone = [(slug,) for slug in known - folders.keys()]
    for table in ("digest", "voice", "part"):
        state.write(f"DELETE FROM {table} WHERE slug = ?", gone)  # noqa: S608 (our own names)


def _stale(state: State, folders: Mapping[str, Folder], shared: Shared, base: bytes) -> list[str]:
    """Return the digests that must be read again; of others, note how their folders stand now."""
    # Nothing that another version of the program kept may be looked at: its classes may be others.
    before = state.fact("shared") if state.fact("base") == base else None
    known = {
        slug: (stand, content, valid, faulty)
        for slug, stand, content, valid, faulty in state.rows(
            "SELECT slug, stand, content, valid, problems IS NOT NULL FROM digest"
        )
    }
    if before is None or before[1] != shared.broken:
        state.write("DELETE FROM fact WHERE name = ?", [(name,) for name in FOUND_TOGETHER])
        forget_told(state)
        return list(folders)
    names = _names_changed(before[0], shared.site)
    stale: list[str] = []
    same: list[tuple[bytes, str]] = []
    for name, folder in folders.items():
        stand, content, valid, faulty = known.get(name, (b"", b"", 0, 0))
        if (
            not valid
            or _differs(shared.content, folder, stand, content, same)
            or names is None
            or (names and faulty)
            or (names and holds_any(shared.content / "digests" / name, names))
        ):
            stale.append(name)
    state.write("UPDATE digest SET stand = ? WHERE slug = ?", same)
    return stale


def _names_changed(before: SiteContent, now: SiteContent) -> frozenset[Words] | None:
    if before == now:
        return frozenset()
    return changed_words(before, now, builtin_registry())


def _differs(
    content: Path, folder: Folder, stand: bytes, known: bytes, same: list[tuple[bytes, str]]
) -> bool:
    """Tell whether what is in a folder has changed; note in `same` one that only looks so."""
    if folder.stand and folder.stand == stand:
        return False
    if content_of(content / "digests" / folder.name) != known:
        return True
    same.append((folder.stand, folder.name))
    return False


def _read_into(
    state: State,
    shared: Shared,
    folders: Mapping[str, Folder],
    place: Workplace | Office,
    *,
    code: bytes,
) -> None:
    """Read the digests in `folders` and write what comes of it into `state`."""
    names = list(folders)
    heaps = [names[start : start + AT_ONCE] for start in range(0, len(names), AT_ONCE)]
    found = rows_in(heaps, shared, place, code=code)
    screen = place.screen if isinstance(place, Workplace) else None
    for rows in shown(found, rows=len(names), doing="Reading digests", screen=screen):
        _write(state, rows, folders)
    state.commit()


SHORT = tuple(name for name in COLUMNS if name not in LONG)


def _write(state: State, rows: Sequence[Row], folders: Mapping[str, Folder]) -> None:
    """Write what is kept of some digests."""
    named = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
    # What changed while it was read is found changed by the next build.
    stands = (folders[str(row["slug"])].stand for row in named)
    short = (
        (*(row[name] for name in SHORT), stand) for row, stand in zip(named, stands, strict=True)
    )
    long = (tuple(row[name] for name in ("slug", *LONG)) for row in named)
    state.write(_inserted("digest", (*SHORT, "stand")), short)
    state.write(_inserted("matter", ("slug", *LONG)), long)


def _inserted(table: str, columns: Sequence[str]) -> str:
    """Return the statement that writes rows of a table whose key is `slug`."""
    marks = ", ".join("?" * len(columns))
    others = ", ".join(f"{name} = excluded.{name}" for name in columns if name != "slug")
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}) "  # noqa: S608 (our own names)
        f"ON CONFLICT (slug) DO UPDATE SET {others}"
    )
