"""All pages of a site, as views, in the order of their addresses' kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model import Digest, Topic
from generator.settings import SiteSettings
from generator.views.archive import archive_views
from generator.views.cards import digest_card
from generator.views.corrections import corrections_views
from generator.views.digest_page import digest_view, neighbour, related_to
from generator.views.frame import NOT_FOUND, digest_address, frame
from generator.views.home import home_views
from generator.views.outlet_pages import outlet_pages
from generator.views.shapes import (
    DigestCard,
    Link,
    NotFoundView,
    RedirectView,
    SiteView,
    TextPageView,
    View,
)
from generator.views.site_coverage import site_coverage_views
from generator.views.topics import topic_views
from generator.views.voices import outlet_views, speaker_views
from generator.views.words import moment

LATEST = 3
"""Digests that the page for a wrong address offers."""


def newest_first(digests: Sequence[Digest]) -> tuple[Digest, ...]:
    """Return digests by the moment of their date, the newest first; by slug among equals."""
    by_slug = sorted(digests, key=lambda digest: digest.slug)
    return tuple(sorted(by_slug, key=lambda d: moment(d.editorial.date), reverse=True))


def site_views(
    digests: Sequence[Digest],
    topics: Sequence[Topic],
    *,
    site: SiteView,
    settings: SiteSettings,
) -> Iterator[View]:
    """Yield every page made from `digests`; all of them are published."""
    ordered = newest_first(digests)
    yield from home_views(ordered, site=site, settings=settings)
    yield from _digest_views(ordered, site=site, settings=settings)
    yield from outlet_views(ordered, site=site, settings=settings)
    yield from speaker_views(ordered, site=site, settings=settings)
    yield from topic_views(ordered, topics, site=site, settings=settings)
    yield from archive_views(ordered, site=site, settings=settings)
    yield from site_coverage_views(ordered, site=site, settings=settings)
    yield from corrections_views(ordered, site=site, settings=settings)
    yield not_found(tuple(map(digest_card, ordered[:LATEST])), site)


def not_found(latest: tuple[DigestCard, ...], site: SiteView) -> NotFoundView:
    """Return the page for a wrong address, which offers the `latest` digests."""
    return NotFoundView(page=frame(site, NOT_FOUND, title="Page not found"), latest=latest)


def _digest_views(
    ordered: Sequence[Digest], *, site: SiteView, settings: SiteSettings
) -> Iterator[View]:
    others = {digest.slug: digest for digest in ordered}
    pages = outlet_pages(ordered)
    with_pages = frozenset(r.outlet.slug for digest in ordered for r in digest.roundups)
    for place, digest in enumerate(ordered):
        older = ordered[place + 1] if place + 1 < len(ordered) else None
        newer = ordered[place - 1] if place else None
        yield digest_view(
            digest,
            site=site,
            settings=settings,
            neighbours=(_neighbour(older), _neighbour(newer)),
            related=tuple(
                digest_card(others[slug]) for slug in related_to(digest) if slug in others
            ),
            pages=pages,
            with_pages=with_pages,
        )
        for old_slug in digest.editorial.was:
            yield redirect(old_slug, digest, site)


def _neighbour(digest: Digest | None) -> Link | None:
    return neighbour(digest.editorial.title, digest.slug) if digest else None


def redirect(old_slug: str, digest: Digest, site: SiteView) -> RedirectView:
    """Return the page at an old address of `digest`, which leads to the new one."""
    target = digest_address(digest.slug)
    page = frame(site, digest_address(old_slug), title=digest.editorial.title)
    canonical = f"{site.url}/{target}" if site.url else ""
    return RedirectView(
        page=replace(page, canonical=canonical),
        target=Link(text=digest.editorial.title, address=target),
    )


def text_page_view(
    html: str, *, title: str, description: str, address: str, site: SiteView
) -> TextPageView:
    """Return the view of an ordinary page, from the HTML that its reader made."""
    return TextPageView(
        page=frame(site, address, title=title, description=description, section=address),
        heading=title,
        html=html,
    )
