"""What a build has to draw, and what of the output folder stays as it is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from isal import isal_zlib

from generator.building import drawing
from generator.building.drawing import DigestJob, Drawn, Press, draw_digests, prepare
from generator.building.faults import page_of, picture_bytes
from generator.building.fingerprints import print_of_bytes, print_of_rows
from generator.building.sheets import Sheet, sheets, view_of
from generator.building.unchanged import stand_of
from generator.executors import Workplace, done
from generator.progress import shown
from generator.store.state import State, unpacked
from generator.views.frame import digest_address, output_path

AT_ONCE = 8
"""Pages that a worker draws at one go."""


def digest_jobs(state: State, press: Press, slugs: Sequence[str]) -> list[DigestJob]:
    """Return which of the live digests `slugs`, the newest first, are to be drawn.

    A key is the fingerprint of a digest and one of all that its page shows of others; where nothing
    that others give changed anywhere, the first part tells.
    """
    query = (
        "SELECT slug, title, card_print, coalesce(nullif(related, ''), alike, ''), "
        "looked_up, CASE WHEN pictures IS NULL THEN x'' ELSE content END "
        "FROM digest LEFT JOIN told USING (slug) WHERE live IS NOT NULL "
        "ORDER BY moment DESC, slug"
    )
    given = state.rows(query)
    drawn_with = ("DigestView", "RedirectView", "Clipping")
    same = print_of_bytes(*(press.prints[name] for name in drawn_with))
    outlets = (sorted(press.pages.items()), sorted(press.with_pages))
    cause = print_of_bytes(same, repr(outlets).encode(), print_of_rows(given))
    drawn = _drawn(state, only_changed=state.fact("given") == cause)
    state.keep("given", cause)
    rows = {slug: row for slug, *row in given} if drawn else {}
    older, newer = (*slugs[1:], None), (None, *slugs[:-1])
    jobs = []
    for slug, *others in zip(slugs, older, newer, strict=False):
        if slug not in drawn:
            continue
        live, known = drawn[slug]
        _, _, offered, looked_up, picture_files = rows[slug]
        before, after = ((rows[s][0], s) if s else None for s in others)
        names = unpacked(looked_up) if looked_up else ()
        shown = (
            same,
            (before, after),
            [rows[other][1] for other in offered.split() if other in rows],
            [(press.pages.get(name), name in press.with_pages) for name in names],
            picture_files,
        )
        key = live + print_of_bytes(repr(shown).encode())
        if key != known:
            jobs.append(DigestJob(slug=slug, key=key, before=before, after=after))
    return jobs


def _drawn(state: State, *, only_changed: bool) -> dict[str, tuple[bytes, bytes | None]]:
    """Return the fingerprints of live digests, and the keys by which they were drawn before.

    With `only_changed`, of those alone that changed themselves.
    """
    query = (
        "SELECT slug, live, key FROM digest LEFT JOIN drawn ON owner = 'digest ' || slug "
        "WHERE live IS NOT NULL"
    )
    if only_changed:
        query += " AND (key IS NULL OR substr(key, 1, length(live)) != live)"
    return {slug: (live, key) for slug, live, key in state.rows(query)}


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
    changed = digest_jobs(state, press, slugs)
    made = done(draw_digests, _in_heaps(changed), place, prepare=prepare, given=(press,))
    for drawn in shown(made, rows=len(changed), doing="Drawing digests", screen=place.screen):
        _keep(state, drawn)
    state.commit()
    query = "SELECT substr(owner, 6), key FROM drawn WHERE owner >= 'page ' AND owner < 'page!'"
    pages = dict(state.rows(query))
    drawn_so = print_of_bytes(*(press.prints[name] for name in sorted(press.prints)))
    same = state.fact("drawn so") == drawn_so
    every = list(sheets(state, press, slugs, pages if same else {}))
    new = [sheet for sheet in every if pages.get(sheet.address) != sheet.key]
    made = done(draw_sheets, _in_heaps(new), place, prepare=prepare, given=(press,))
    for drawn in shown(made, rows=len(new), doing="Drawing other pages", screen=place.screen):
        _keep(state, drawn)
    _forget(state, (f"page {address}" for address in pages.keys() - {s.address for s in every}))
    _forget(state, _digests_gone(state))
    state.write("DELETE FROM dirty", [()])
    state.keep("drawn so", drawn_so)
    return [sheet.address for sheet in every]


def _digests_gone(state: State) -> list[str]:
    """Return the owners that are digests which are not live."""
    query = (
        "SELECT owner FROM drawn WHERE owner > 'digest ' AND owner < 'digest!' "
        "AND substr(owner, 8) NOT IN (SELECT slug FROM digest WHERE live IS NOT NULL)"
    )
    return [owner for (owner,) in state.rows(query)]


def _in_heaps(jobs: Sequence[drawing.Work]) -> list[Sequence[drawing.Work]]:
    return [jobs[start : start + AT_ONCE] for start in range(0, len(jobs), AT_ONCE)]


def _keep(state: State, drawn: Iterable[Drawn]) -> None:
    drawn = list(drawn)
    _forget(state, (each.owner for each in drawn))
    files = [(each.owner, *file) for each in drawn for file in each.files]
    state.write("REPLACE INTO drawn VALUES (?, ?)", ((d.owner, d.key) for d in drawn))
    placed_nowhere = ((name, owner, None) for owner, name, _ in files)
    state.write("REPLACE INTO file VALUES (?, ?, ?)", placed_nowhere)
    state.write("REPLACE INTO bytes VALUES (?, ?)", (file[1:] for file in files if file[2]))
    for each in drawn:
        if each.parts:
            _keep_parts(state, each)


def _keep_parts(state: State, drawn: Drawn) -> None:
    """Keep what a digest gives to the pages of its voices; what is as it was is not touched."""
    query = "SELECT kind, name, print, rowid FROM part WHERE slug = ?"
    slug = drawn.owner.removeprefix("digest ")
    known = {tuple(some): row for *some, row in state.rows(query, (slug,))}
    new = [part for part in drawn.parts if known.pop((part[0], part[1], part[3]), None) is None]
    state.write("DELETE FROM part WHERE rowid = ?", ((row,) for row in known.values()))
    state.write("INSERT INTO part VALUES (?, ?, ?, ?, ?)", new)


def draw_whole(
    state: State,
    press: Press,
    owner: str,
    key: bytes,
    files: Callable[[], Mapping[str, Iterable[bytes]]],
) -> None:
    """Draw files that belong together, feeds or data of the whole site, if `key` is a new one."""
    row = state.one("SELECT key FROM drawn WHERE owner = ?", (owner,))
    if row is None or row[0] != key:
        written = tuple(drawing.write_pieces(press.stage, *file) for file in files().items())
        _keep(state, [Drawn(owner=owner, key=key, files=written)])


def restore(state: State, output: Path, press: Press, place: Workplace) -> frozenset[str]:
    """Stage again what was drawn earlier and is not in the folder `output`; return all names.

    Raises `ProblemsFoundError` if a picture cannot be read.
    """
    rows = state.rows("SELECT name, owner, stand FROM file")
    base, stage = f"{output}{os.sep}", f"{press.stage}{os.sep}"
    lost = [
        (name, owner)
        for name, owner, stand in rows
        if stand != stand_of(base + name) and not os.path.exists(stage + name)  # noqa: PTH110 (see `stand_of`)
    ]
    put_back = done(_restore, _in_heaps(lost), place, prepare=prepare, given=(press,))
    for _ in shown(put_back, rows=len(lost), doing="Putting pages back", screen=place.screen):
        pass
    return frozenset(name for name, *_ in rows)


def _restore(files: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """Write files, given by name and owner, into the stage once more; return them."""
    worker, stage = drawing.worker(), drawing.worker().press.stage
    for name, owner in files:
        row = worker.state.one("SELECT bytes FROM bytes WHERE name = ?", (name,))
        if row:
            drawing.put(stage, name, isal_zlib.decompress(row[0]))
        else:
            slug = owner.removeprefix("digest ")
            picture = name.removeprefix(digest_address(slug))
            drawing.put(stage, name, picture_bytes(worker.press.content, slug, picture))
    return files


def _forget(state: State, owners: Iterable[str]) -> None:
    gone = [(owner,) for owner in owners]
    state.write("DELETE FROM file WHERE owner = ?", gone)
    state.write("DELETE FROM drawn WHERE owner = ?", gone)
