"""The pages of a list of digests and of an index, whatever they list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Digest
from generator.settings import SiteSettings
from generator.views.cards import digest_card
from generator.views.frame import cut, frame, page_address, page_count, pagination
from generator.views.shapes import DigestCard, IndexGroup, IndexView, Link, ListView, SiteView


@dataclass(frozen=True, kw_only=True, slots=True)
class ListHead:
    """A list of digests without the digests."""

    address: str
    heading: str
    introduction: str
    links: tuple[Link, ...]
    breadcrumb: tuple[Link, ...]
    section: str
    entries: int
    """Digests in it."""


def list_page(
    head: ListHead,
    number: int,
    cards: tuple[DigestCard, ...],
    *,
    site: SiteView,
    settings: SiteSettings,
) -> ListView:
    """Return page `number` of a list, on which `cards` stand."""
    return ListView(
        page=frame(
            site,
            page_address(head.address, number),
            title=head.heading if number == 1 else f"{head.heading}, page {number}",
            description=head.introduction,
            breadcrumb=head.breadcrumb,
            section=head.section,
        ),
        heading=head.heading,
        introduction=head.introduction,
        links=head.links,
        cards=cards,
        empty="No digest yet.",
        pagination=pagination(head.address, number, page_count(head.entries, settings.per_page)),
    )


def list_views(
    head: ListHead, digests: Sequence[Digest], *, site: SiteView, settings: SiteSettings
) -> Iterator[ListView]:
    """Yield the pages of a list of digests."""
    for number, some in enumerate(cut(digests, settings.per_page), start=1):
        cards = tuple(map(digest_card, some))
        yield list_page(head, number, cards, site=site, settings=settings)


def index_view(
    site: SiteView,
    *,
    address: str,
    heading: str,
    introduction: str,
    groups: tuple[IndexGroup, ...],
    empty: str,
    number: int = 1,
    total: int = 1,
) -> IndexView:
    """Return one page of an index."""
    return IndexView(
        page=frame(
            site,
            page_address(address, number),
            title=heading if number == 1 else f"{heading}, page {number}",
            description=introduction,
            section=address,
        ),
        heading=heading,
        introduction=introduction,
        groups=groups,
        empty=empty,
        pagination=pagination(address, number, total),
    )
