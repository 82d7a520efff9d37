"""Draw the page of each digest that changed, and all files beside it: work that workers share.

A worker writes the files into the stage and returns them for the state too, packed: what was drawn
once need not be drawn again, even where the output folder is gone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from isal import isal_zlib
from jinja2 import Environment

from generator.building.faults import page_of, picture_bytes
from generator.building.fingerprints import print_of, print_of_bytes
from generator.exports import digest_data, files_of, rows_of
from generator.model import Digest, Topic
from generator.quick_state import replaced
from generator.render import clippings
from generator.settings import SiteSettings
from generator.store.state import LEVEL, State, packed, unpacked
from generator.views.digest_page import digest_view, neighbour, related_to
from generator.views.frame import digest_address, output_path
from generator.views.outlet_pages import OutletPages
from generator.views.quotation import figures_of
from generator.views.shapes import (
    Clipping,
    DigestCard,
    DigestView,
    Link,
    QuotationView,
    SiteView,
    View,
)
from generator.views.site import redirect
from generator.views.voices import entries_of

Work = TypeVar("Work")
Place = tuple[str, str]
"""A digest's title and slug."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Press:
    """What every drawing needs beside what it draws."""

    state: Path
    stage: Path
    content: Path
    settings: SiteSettings
    site: SiteView
    topics: tuple[Topic, ...]
    """Of topics.yaml."""
    prints: Mapping[str, bytes]
    """Fingerprints of the templates that draw each kind of view, with all that they include."""
    pages: OutletPages
    """The outlets that have a page, by folded name."""
    with_pages: frozenset[str]
    """The same by slug."""
    environment: Environment
    again: Callable[[], Environment] | None = None
    """Makes the environment in another process, which cannot be sent it."""

    def __reduce__(self) -> tuple[Callable[..., Press], tuple[dict[str, Any]]]:
        """Return how another process makes it again. Raises `TypeError` if none can."""
        if self.again is None:
            message = "an environment of templates cannot be sent"
            raise TypeError(message)
        names = (field.name for field in fields(self) if field.name != "environment")
        return _press_again, ({name: getattr(self, name) for name in names},)


def _press_again(values: dict[str, Any]) -> Press:
    return Press(environment=values["again"](), **values)


@dataclass(frozen=True, kw_only=True, slots=True)
class DigestJob:
    """A digest to be drawn, and its place among the others."""

    slug: str
    key: bytes
    """Fingerprint of all that its page shows."""
    before: Place | None
    """The one before it in time."""
    after: Place | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawn:
    """What was drawn at one go."""

    owner: str
    key: bytes
    files: tuple[tuple[str, bytes | None], ...]
    """Names, and what is in them, compressed; None for a picture."""
    parts: tuple[tuple[str, str, str, bytes, bytes], ...] = ()
    """Kind, name, slug, fingerprint, value: what a digest gives to the pages of its voices."""


@dataclass(slots=True)
class _Worker:
    press: Press
    state: State


_prepared: list[_Worker] = []


def prepare(press: Press) -> None:
    """Ready this process for drawing."""
    worker = _Worker(
        press=press,
        state=State(press.state, to_read=True),
    )
    _prepared[:] = [worker]


def worker() -> _Worker:
    """Return what this process was prepared with."""
    return _prepared[0]


def draw_digests(jobs: Sequence[DigestJob]) -> list[Drawn]:
    """Draw digests, into the stage too."""
    return [_draw_digest(worker(), job) for job in jobs]


def _draw_digest(worker: _Worker, job: DigestJob) -> Drawn:
    press, settings = worker.press, worker.press.settings
    digest, pictures = _digest(worker.state, job.slug)
    figures = figures_of(digest, settings, pages=press.pages)
    view = digest_page(worker.state, press, digest, figures, (job.before, job.after))
    views: tuple[View, ...] = (
        view,
        *(redirect(old, digest, press.site) for old in digest.editorial.was),
    )
    files = {
        output_path(v.page.address): page_of(press.environment, v, content=press.content)
        for v in views
    }
    parts = list(_parts(digest, figures, press))
    if settings.data_files:
        data = digest_data(digest, settings)
        rows = rows_of(data.quotations)
        files |= files_of(digest, data, settings, rows=rows)
        parts.append(("data", "", job.slug, *_part(rows)))
    written: list[tuple[str, bytes | None]] = [
        write(press.stage, name, each) for name, each in files.items()
    ]
    for picture in pictures:
        name = f"{digest_address(digest.slug)}{picture}"
        put(press.stage, name, picture_bytes(press.content, digest.slug, picture))
        written.append((name, None))
    return Drawn(owner=f"digest {job.slug}", key=job.key, files=tuple(written), parts=tuple(parts))


def digest_page(
    state: State,
    press: Press,
    digest: Digest,
    figures: Mapping[str, QuotationView],
    neighbours: tuple[Place | None, Place | None],
) -> DigestView:
    """Return the view of a digest, whose figures are known.

    `neighbours` are those before and after it in time.
    """
    return digest_view(
        digest,
        site=press.site,
        settings=press.settings,
        neighbours=(_link(neighbours[0]), _link(neighbours[1])),
        related=_cards(state, related_to(digest)),
        pages=press.pages,
        with_pages=press.with_pages,
        figures=figures,
    )


def _digest(state: State, slug: str) -> tuple[Digest, tuple[str, ...]]:
    """Return a live digest as it is published, and its pictures."""
    query = (
        "SELECT coalesce(final, made), told, pictures FROM digest JOIN matter USING (slug) "
        "LEFT JOIN told USING (slug) WHERE slug = ?"
    )
    made, told, pictures = state.one(query, (slug,)) or (b"", None, None)
    digest: Digest = with_told(unpacked(made), told)
    return digest, unpacked(pictures) if pictures else ()


def with_told(digest: Digest, told: bytes | None) -> Digest:
    """Return `digest` with what tells it from others, as the state keeps it."""
    if not told:
        return digest
    known = unpacked(told)
    return replaced(digest, key_terms=known.key_terms, alike=known.alike)


def live_digest(state: State, slug: str) -> Digest:
    """Return a live digest as it is published."""
    return _digest(state, slug)[0]


def _link(place: Place | None) -> Link | None:
    return neighbour(*place) if place else None


def _cards(state: State, slugs: Sequence[str]) -> tuple[DigestCard, ...]:
    """Return the cards of those of `slugs` that are live, in their order."""
    marks = ",".join("?" * len(slugs))
    query = "SELECT slug, card FROM digest JOIN matter USING (slug) WHERE live IS NOT NULL"
    query += f" AND slug IN ({marks})"
    found = dict(state.rows(query, slugs)) if slugs else {}
    return tuple([unpacked(found[slug]) for slug in slugs if slug in found])


def _parts(
    digest: Digest, figures: Mapping[str, QuotationView], press: Press
) -> Iterator[tuple[str, str, str, bytes, bytes]]:
    """Yield what the pages of outlets and speakers show of a digest."""
    entries = entries_of(digest, figures)
    for (kind, name), shown in clippings(press.environment, entries, press.site).items():
        data = shown.html.encode("utf-8")
        yield (kind, name, digest.slug, print_of_bytes(data), isal_zlib.compress(data, LEVEL))


def clipping(kept: bytes) -> Clipping:
    """Return a clipping from what `_parts` yields of it."""
    return Clipping(html=isal_zlib.decompress(kept).decode("utf-8"))


def _part(value: object) -> tuple[bytes, bytes]:
    return print_of(value), packed(value)


def write(stage: Path, name: str, data: bytes) -> tuple[str, bytes]:
    """Write a file of the site into the stage; return it as `Drawn` has it."""
    put(stage, name, data)
    return name, isal_zlib.compress(data, LEVEL)


def write_pieces(stage: Path, name: str, pieces: Iterable[bytes]) -> tuple[str, bytes]:
    """Do as `write` with a file that comes in pieces, and may be longer than memory should hold."""
    packer, kept = isal_zlib.compressobj(LEVEL), []
    path = stage / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        for piece in pieces:
            file.write(piece)
            kept.append(packer.compress(piece))
    return name, b"".join((*kept, packer.flush()))


_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
"""How a file is opened to be written anew; Windows must be told to leave its bytes alone."""


def put(stage: Path, name: str, data: bytes) -> None:
    """Write a file of the site into the stage."""
    # By names and numbers, not `Path` and file objects, which take twice as long, tens of thousands
    # of times. The folder is made first: nearly every page has one of its own.
    folder, _, _ = name.rpartition("/")
    place = f"{stage}{os.sep}{folder}" if folder else str(stage)
    path = f"{stage}{os.sep}{name}"
    try:
        os.mkdir(place)  # noqa: PTH102 (as said)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(place, exist_ok=True)  # noqa: PTH103 (the same)
    file = os.open(path, _NEW_FILE, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)
