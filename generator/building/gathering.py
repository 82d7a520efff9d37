"""Bring what is known of every digest by itself up to date: read those that changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from generator.building.fingerprints import print_of, print_of_bytes
from generator.building.reading import Shared, prepare
from generator.building.rows import COLUMNS, read_rows
from generator.building.sources import Folder, content_of, folders_in
from generator.building.touched import changed_words, holds_any
from generator.executors import Workplace, done
from generator.load import read_shared
from generator.load.files import folder_at
from generator.load.listing import is_put_aside, names_in, strays
from generator.model import SiteContent
from generator.outlets import builtin_registry
from generator.problems import Problem
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
    place: Workplace,
) -> tuple[Shared, tuple[Problem, ...]]:
    """Read what changed below `content` into `state`; return what the digests share, and problems.

    The problems are those of what is shared; each digest's own are in the state. `code` is the
    fingerprint of the program.
    """
    shared, problems = _shared(content, settings)
    folders = {
        name: folder
        for name, folder in folders_in(content / "digests").items()
        if not is_put_aside(name)
    }
    _forget(state, folders)
    base = print_of_bytes(code, print_of(_plain(settings)), str(content).encode())
    stale = _stale(state, folders, shared, base)
    state.write("UPDATE digest SET valid = 0 WHERE slug = ?", ((name,) for name in stale))
    state.keep("base", base)
    state.keep("shared", (shared.site, shared.broken))
    state.commit()
    stale_folders = {name: folders[name] for name in stale}
    _read_into(state, shared, stale_folders, place)
    return shared, problems


def _shared(content: Path, settings: SiteSettings) -> tuple[Shared, tuple[Problem, ...]]:
    folder = folder_at(content)
    problems: list[Problem] = []
    site, _ = read_shared(folder, builtin_registry(), settings.language, problems)
    below = names_in(folder.path / "digests", folder, problems)
    problems += strays(below, set(), folder, folders=False)
    names = {folder.name_of(folder.path / name) for name in SHARED_FILES}
    broken = any(p.severity == "error" and p.file in names for p in problems)
    return (
        Shared(content=folder.path, site=site, settings=_plain(settings), broken=broken),
        tuple(problems),
    )


FOUND_TOGETHER = ("budget", "elsewhere", "told")
"""What was found in comparing digests, by rules that may have changed."""
SHARED_FILES = ("outlets.yaml", "people.yaml", "topics.yaml")


def _plain(settings: SiteSettings) -> SiteSettings:
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
    for table in ("digest", "voice", "figure", "part"):
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
        return list(folders)
    words = _words_changed(before[0], shared.site)
    stale: list[str] = []
    same: list[tuple[bytes, str]] = []
    for name, folder in folders.items():
        stand, content, valid, faulty = known.get(name, (b"", b"", 0, 0))
        if (
            not valid
            or _differs(shared.content, folder, stand, content, same)
            or words is None
            or (words and faulty)
            or (words and holds_any(shared.content / "digests" / name, words))
        ):
            stale.append(name)
    state.write("UPDATE digest SET stand = ? WHERE slug = ?", same)
    return stale


def _words_changed(before: SiteContent, now: SiteContent) -> frozenset[str] | None:
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
    place: Workplace,
) -> None:
    """Read the digests in `folders` and write what comes of it into `state`."""
    names = tuple(folders)
    jobs = [names[start : start + AT_ONCE] for start in range(0, len(names), AT_ONCE)]
    for rows in done(read_rows, jobs, place, prepare=prepare, given=(shared,)):
        # What changed while it was read is found changed by the next build.
        state.write(_INSERT, ((*row, folders[str(row[0])].stand) for row in rows))
    state.commit()


_INSERT = (
    f"INSERT INTO digest ({', '.join(COLUMNS)}, stand) "  # noqa: S608 (our own names)
    f"VALUES ({', '.join('?' * len(COLUMNS))}, ?) "
    "ON CONFLICT (slug) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in (*COLUMNS[1:], "stand"))
)
