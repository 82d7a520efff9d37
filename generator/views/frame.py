"""Addresses, and what the head of every page needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.settings import SiteSettings
from generator.views.shapes import Link, PageFrame, Pagination, SiteView
from generator.views.words import direction_of

T = TypeVar("T")

HOME = ""
OUTLETS = "outlets/"
SPEAKERS = "speakers/"
TOPICS = "topics/"
ARCHIVE = "archive/"
COVERAGE = "coverage/"
CORRECTIONS = "corrections/"
FEED = "feed.atom"
CORRECTIONS_FEED = f"{CORRECTIONS}feed.atom"
SITEMAP = "sitemap.xml"
NOT_FOUND = "404.html"

LONGEST_DESCRIPTION = 200
"""Characters of a description: search engines show no more."""


def digest_address(slug: str) -> str:
    """Return the address of a digest."""
    return f"digests/{slug}/"


def anchor_of(outlet_slug: str) -> str:
    """Return the fragment of an outlet's round-up on a digest page."""
    return f"o-{outlet_slug}"


def page_address(address: str, number: int) -> str:
    """Return the address of page `number` of a list; never another list's address."""
    return address if number == 1 else f"{address}page/{number}/"


def output_path(address: str) -> str:
    """Return the file that an address is served from."""
    return f"{address}index.html" if address == "" or address.endswith("/") else address


def root_from(address: str) -> str:
    """Return the way from an address up to the site's root."""
    return "../" * address.count("/")


def site_view(
    settings: SiteSettings, pages: Sequence[Link], *, generator: str, feed: str
) -> SiteView:
    """Return what every page shows; `pages` are ordinary ones, `feed` is empty for none."""
    return SiteView(
        title=settings.title,
        tagline=settings.tagline,
        language=settings.language,
        direction=direction_of(settings.language),
        url=settings.url,
        navigation=(
            Link(text="Digests", address=HOME),
            Link(text="Outlets", address=OUTLETS),
            Link(text="Speakers", address=SPEAKERS),
            Link(text="Topics", address=TOPICS),
            Link(text="Archive", address=ARCHIVE),
        ),
        footer=(
            Link(text="Coverage", address=COVERAGE),
            Link(text="Corrections", address=CORRECTIONS),
            *pages,
        ),
        feed=feed,
        generator=generator,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """The picture that stands for a page elsewhere."""

    address: str
    alt: str


def frame(
    site: SiteView,
    address: str,
    *,
    title: str,
    description: str = "",
    breadcrumb: tuple[Link, ...] = (),
    section: str = "",
    article: bool = False,
    picture: Picture | None = None,
    feeds: tuple[Link, ...] = (),
) -> PageFrame:
    """Return the frame of the page at `address`; `feeds` are those beside the site's own."""
    return PageFrame(
        site=site,
        address=address,
        root=root_from(address),
        title=title,
        description=shortened(description or site.tagline),
        canonical=f"{site.url}/{address}" if site.url else "",
        breadcrumb=breadcrumb,
        section=section,
        kind="article" if article else "website",
        image=f"{site.url}/{picture.address}" if picture and site.url else "",
        image_alt=picture.alt if picture else "",
        absolute=address == NOT_FOUND,
        feeds=feeds,
    )


def shortened(text: str) -> str:
    """Return `text` on one line, cut at a word's end where it is too long for a description."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_DESCRIPTION:
        return line
    return line[:LONGEST_DESCRIPTION].rsplit(" ", 1)[0] + " …"


NEAR = 2
"""Pages before and after the present one that a list's pagination links to."""

GAP = Link(text="…", address="")
"""Stands where a pagination leaves pages out."""


def pagination(address: str, number: int, total: int) -> Pagination:
    """Return where page `number` of `total` stands."""
    return Pagination(
        number=number,
        total=total,
        previous=page_address(address, number - 1) if number > 1 else "",
        next=page_address(address, number + 1) if number < total else "",
        pages=tuple(
            Link(text=str(n), address=page_address(address, n)) if n else GAP
            for n in _numbers(number, total)
        ),
    )


def _numbers(number: int, total: int) -> Iterator[int]:
    """Yield the pages to link to: the first, the last, those near `number`; 0 where some lack.

    All of them on each page would make the pages of a long list grow with its square.
    """
    near = {n for n in range(number - NEAR, number + NEAR + 1) if 1 <= n <= total}
    before = 0
    for n in sorted({1, total, *near}):
        if n - before == 2:  # noqa: PLR2004 (a gap of one page is wider than its number)
            yield before + 1
        elif n - before > 1:
            yield 0
        yield n
        before = n


def page_count(entries: int, size: int) -> int:
    """Return how many pages of `size` entries fill; none fill one, which says so."""
    return max(1, -(-entries // size))


def cut(sequence: Sequence[T], size: int) -> tuple[Sequence[T], ...]:
    """Cut a sequence into pages of `size`; an empty one has one empty page."""
    starts = range(0, max(len(sequence), 1), size)
    return tuple(sequence[start : start + size] for start in starts)
