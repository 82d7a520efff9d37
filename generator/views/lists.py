"""The pages of a list of digests and of an index, whatever they list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import Digest
from generator.settings import SiteSettings
from generator.views.cards import digest_card
from generator.views.frame import cut, frame, page_address, pagination
from generator.views.shapes import IndexGroup, IndexView, Link, ListView, SiteView


def list_views(
    digests: Sequence[Digest],
    *,
    address: str,
    heading: str,
    introduction: str,
    links: tuple[Link, ...],
    breadcrumb: tuple[Link, ...],
    section: str,
    site: SiteView,
    settings: SiteSettings,
) -> Iterator[ListView]:
    """Yield the pages of a list of digests."""
    pages = cut(digests, settings.per_page)
    for number, some in enumerate(pages, start=1):
        yield ListView(
            page=frame(
                site,
                page_address(address, number),
                title=heading if number == 1 else f"{heading}, page {number}",
                description=introduction,
                breadcrumb=breadcrumb,
                section=section,
            ),
            heading=heading,
            introduction=introduction,
            links=links,
            cards=tuple(map(digest_card, some)),
            empty="No digest yet.",
            pagination=pagination(address, number, len(pages)),
        )


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
