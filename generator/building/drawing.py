"""Draw the page of each digest that changed, and all files beside it: work that workers share.

A worker writes the files into the stage and returns them for the state too, packed: what was drawn
once need not be drawn again, even where the output folder is gone.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment

from generator.building.faults import page_of, picture_bytes
from generator.building.fingerprints import print_of, print_of_bytes
from generator.exports import digest_data, files_of, rows_of
from generator.model import Digest, Quotation, Topic
from generator.settings import SiteSettings
from generator.store.state import LEVEL, State, packed, unpacked
from generator.views.digest_page import digest_view, neighbour, related_to
from generator.views.frame import digest_address, output_path
from generator.views.outlet_pages import OutletPages
from generator.views.shapes import DigestCard, Link, SiteView, View
from generator.views.site import redirect
from generator.views.voices import entry

Work = TypeVar("Work")


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
    before: tuple[str, str] | None
    """Title and slug of the one before it in time."""
    after: tuple[str, str] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawn:
    """What was drawn at one go."""

    owner: str
    key: bytes
    files: tuple[tuple[str, bytes, bytes | None], ...]
    """Names, fingerprints, and what is in them, compressed; None for a picture."""
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
    view = digest_view(
        digest,
        site=press.site,
        settings=settings,
        neighbours=(_link(job.before), _link(job.after)),
        related=_cards(worker.state, related_to(digest)),
        pages=press.pages,
        with_pages=press.with_pages,
    )
    views: tuple[View, ...] = (
        view,
        *(redirect(old, digest, press.site) for old in digest.editorial.was),
    )
    files = {
        output_path(v.page.address): page_of(press.environment, v, content=press.content)
        for v in views
    }
    data = digest_data(digest, settings)
    files |= files_of(digest, data, settings)
    parts = (*_parts(digest, press), ("data", "", job.slug, *_part(rows_of(data.quotations))))
    written: list[tuple[str, bytes, bytes | None]] = [
        write(press.stage, name, each) for name, each in files.items()
    ]
    for picture in pictures:
        name = f"{digest_address(digest.slug)}{picture}"
        file = picture_bytes(press.content, digest.slug, picture)
        written.append((*write(press.stage, name, file)[:2], None))
    return Drawn(owner=f"digest {job.slug}", key=job.key, files=tuple(written), parts=parts)


def _digest(state: State, slug: str) -> tuple[Digest, tuple[str, ...]]:
    """Return a live digest as it is published, and its pictures."""
    query = "SELECT coalesce(final, made), told, pictures FROM digest WHERE slug = ?"
    made, told, pictures = state.one(query, (slug,)) or (b"", None, None)
    digest: Digest = unpacked(made)
    if told:
        known = unpacked(told)
        digest = replace(digest, key_terms=known.key_terms, alike=known.alike)
    return digest, unpacked(pictures) if pictures else ()


def live_digest(state: State, slug: str) -> Digest:
    """Return a live digest as it is published."""
    return _digest(state, slug)[0]


def _link(place: tuple[str, str] | None) -> Link | None:
    return neighbour(*place) if place else None


def _cards(state: State, slugs: Sequence[str]) -> tuple[DigestCard, ...]:
    """Return the cards of those of `slugs` that are live, in their order."""
    query = "SELECT card FROM digest WHERE slug = ? AND live IS NOT NULL"
    found = (state.one(query, (slug,)) for slug in slugs)
    return tuple(unpacked(row[0]) for row in found if row)


def _parts(digest: Digest, press: Press) -> Iterator[tuple[str, str, str, bytes, bytes]]:
    """Yield what the pages of outlets and speakers show of a digest."""
    voices: dict[tuple[str, str], list[Quotation]] = defaultdict(list)
    for quotation in digest.quotations:
        voices["outlet", quotation.outlet.slug].append(quotation)
        if quotation.speaker:
            voices["speaker", quotation.speaker.slug].append(quotation)
    for (kind, name), some in voices.items():
        shown = entry(digest, tuple(some), press.settings, press.pages)
        yield (kind, name, digest.slug, *_part(shown))


def _part(value: object) -> tuple[bytes, bytes]:
    return print_of(value), packed(value)


def write(stage: Path, name: str, data: bytes) -> tuple[str, bytes, bytes]:
    """Write a file of the site into the stage; return it as `Drawn` has it."""
    put(stage, name, data)
    return name, print_of_bytes(data), zlib.compress(data, LEVEL)


def put(stage: Path, name: str, data: bytes) -> None:
    """Write a file of the site into the stage."""
    path = stage / name
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
