"""What a build has to draw, and what of the output folder stays as it is."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.building import drawing
from generator.building.drawing import DigestJob, Drawn, Press, draw_digests, prepare
from generator.building.faults import page_of, picture_bytes
from generator.building.fingerprints import print_of_bytes
from generator.building.sheets import Sheet, sheets, view_of
from generator.executors import Workplace, done
from generator.progress import shown
from generator.store.state import State, unpacked
from generator.views.frame import digest_address, output_path

AT_ONCE = 8
"""Pages that a worker draws at one go."""


def digest_jobs(state: State, press: Press, slugs: Sequence[str]) -> list[DigestJob]:
    """Return what to draw for each of the live digests `slugs`, the newest first."""
    query = (
        "SELECT slug, live, title, related, alike, looked_up, content, pictures IS NOT NULL "
        "FROM digest WHERE live IS NOT NULL"
    )
    rows = {row[0]: row[1:] for row in state.rows(query)}
    cards = dict(state.rows("SELECT slug, card_print FROM digest WHERE live IS NOT NULL"))
    same = print_of_bytes(press.prints["DigestView"], press.prints["RedirectView"])
    jobs = []
    for place, slug in enumerate(slugs):
        live, _, related, alike, looked_up, content, has_pictures = rows[slug]
        older = slugs[place + 1] if place + 1 < len(slugs) else None
        newer = slugs[place - 1] if place else None
        before, after = ((rows[s][1], s) if s else None for s in (older, newer))
        offered = (related or alike or "").split()
        names = unpacked(looked_up) if looked_up else ()
        key = print_of_bytes(
            same,
            live,
            repr((before, after)).encode(),
            *(cards.get(other, b"") for other in offered),
            *(f"{press.pages.get(n, '')} {n in press.with_pages}".encode() for n in names),
            content if has_pictures else b"",
        )
        jobs.append(DigestJob(slug=slug, key=key, before=before, after=after))
    return jobs


def draw_sheets(some: Sequence[Sheet]) -> list[Drawn]:
    """Draw pages of many digests, into the stage too."""
    worker = drawing.worker()
    found = []
    for sheet in some:
        view = view_of(sheet, worker.state, worker.press)
        data = page_of(worker.press.environment, view, content=worker.press.content)
        name = output_path(sheet.address)
        file = drawing.write(worker.press.stage, name, data)
        found.append(Drawn(owner=f"page {sheet.address}", key=sheet.key, files=(file,)))
    return found


def draw_changed(state: State, press: Press, slugs: tuple[str, ...], place: Workplace) -> list[str]:
    """Draw what is not as it was drawn before, into the stage and into `state`.

    Return the addresses of the pages of many digests, in their order.
    """
    known = dict(state.rows("SELECT owner, key FROM drawn"))
    jobs = digest_jobs(state, press, slugs)
    changed = [job for job in jobs if known.get(f"digest {job.slug}") != job.key]
    made = done(draw_digests, _in_heaps(changed), place, prepare=prepare, given=(press,))
    for drawn in shown(made, rows=len(changed), doing="Drawing digests", screen=place.screen):
        _keep(state, drawn)
    state.commit()
    every = list(sheets(state, press, slugs))
    new = [sheet for sheet in every if known.get(f"page {sheet.address}") != sheet.key]
    made = done(draw_sheets, _in_heaps(new), place, prepare=prepare, given=(press,))
    for drawn in shown(made, rows=len(new), doing="Drawing other pages", screen=place.screen):
        _keep(state, drawn)
    owners = {f"digest {job.slug}" for job in jobs} | {f"page {sheet.address}" for sheet in every}
    _forget(state, (owner for owner in set(known) - owners if not owner.startswith("whole ")))
    return [sheet.address for sheet in every]


def _in_heaps(jobs: Sequence[drawing.Work]) -> list[Sequence[drawing.Work]]:
    return [jobs[start : start + AT_ONCE] for start in range(0, len(jobs), AT_ONCE)]


def _keep(state: State, drawn: Iterable[Drawn]) -> None:
    drawn = list(drawn)
    _forget(state, (each.owner for each in drawn))
    state.write("REPLACE INTO drawn VALUES (?, ?)", ((d.owner, d.key) for d in drawn))
    state.write("REPLACE INTO file VALUES (?, ?, ?, ?)", _files(drawn))
    state.write(
        "DELETE FROM part WHERE slug = ?",
        ((d.owner.removeprefix("digest "),) for d in drawn if d.parts),
    )
    state.write("INSERT INTO part VALUES (?, ?, ?, ?, ?)", (p for d in drawn for p in d.parts))


def _files(drawn: Iterable[Drawn]) -> Iterator[tuple[str, str, bytes, bytes | None]]:
    for each in drawn:
        yield from ((name, each.owner, print_, data) for name, print_, data in each.files)


def draw_whole(
    state: State, press: Press, owner: str, key: bytes, files: Callable[[], Mapping[str, bytes]]
) -> None:
    """Draw files that belong together, feeds or data of the whole site, if `key` is a new one."""
    row = state.one("SELECT key FROM drawn WHERE owner = ?", (owner,))
    if row is None or row[0] != key:
        written = tuple(drawing.write(press.stage, *file) for file in files().items())
        _keep(state, [Drawn(owner=owner, key=key, files=written)])


def restore(state: State, output: Path, press: Press) -> frozenset[str]:
    """Stage again what was drawn earlier and is not in the folder `output`; return all names.

    Raises `ProblemsFoundError` if a picture cannot be read.
    """
    placed = {name: rest for name, *rest in state.rows("SELECT * FROM placed")}
    names = state.rows("SELECT name, owner, print FROM file")
    for name, owner, print_ in names:
        if placed.get(name) == [print_, stand_of(output / name)] or (press.stage / name).exists():
            continue
        (data,) = state.one("SELECT bytes FROM file WHERE name = ?", (name,)) or (None,)
        if data is None:
            slug = owner.removeprefix("digest ")
            picture = name.removeprefix(digest_address(slug))
            drawing.put(press.stage, name, picture_bytes(press.content, slug, picture))
        else:
            drawing.put(press.stage, name, zlib.decompress(data))
    return frozenset(name for name, *_ in names)


def note_placed(state: State, output: Path) -> None:
    """Note in `state` how the files of the site stand in the folder `output`."""
    known = {name: rest for name, *rest in state.rows("SELECT * FROM placed")}
    now = {
        name: [print_, stand_of(output / name)]
        for name, print_ in state.rows("SELECT name, print FROM file")
    }
    state.write("DELETE FROM placed WHERE name = ?", ((name,) for name in known if name not in now))
    new = ((name, *rest) for name, rest in now.items() if known.get(name) != rest)
    state.write("REPLACE INTO placed VALUES (?, ?, ?)", new)


def stand_of(path: Path) -> str:
    """Return the size and time of a file; empty if it is not there."""
    try:
        stat = os.stat(path)  # noqa: PTH116 (a third of the time of Path.stat, thousands of times)
    except OSError:
        return ""
    return f"{stat.st_size} {stat.st_mtime_ns}"


def _forget(state: State, owners: Iterable[str]) -> None:
    gone = [(owner,) for owner in owners]
    state.write("DELETE FROM file WHERE owner = ?", gone)
    state.write("DELETE FROM drawn WHERE owner = ?", gone)
