"""The home page: the latest digest with a quotation, then the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.model import Digest
from generator.settings import SiteSettings
from generator.views.cards import digest_card, topic_address
from generator.views.counts import published
from generator.views.frame import HOME, cut, frame, page_address, pagination
from generator.views.outlet_pages import outlet_pages
from generator.views.quotation import outlet_address, quotation_view
from generator.views.shapes import HomeView, Link, QuotationView, SiteView

SHOWN_OUTLETS = 12
"""Outlets that the home page names: those quoted most often."""


def home_views(
    digests: Sequence[Digest], *, site: SiteView, settings: SiteSettings
) -> Iterator[HomeView]:
    """Yield the pages of the home page; the latest digest leads the first."""
    lead = digests[0] if digests else None
    pages = cut(digests[1:], settings.per_page)
    for number, some in enumerate(pages, start=1):
        first = number == 1
        yield HomeView(
            page=frame(
                site,
                page_address(HOME, number),
                title=site.title if first else f"{site.title}, page {number}",
                section=HOME,
            ),
            lead=digest_card(lead) if lead and first else None,
            lead_quotation=_lead_quotation(lead, digests, settings) if lead and first else None,
            cards=tuple(map(digest_card, some)),
            topics=_topics(digests),
            outlets=_most_quoted(digests),
            pagination=pagination(HOME, number, len(pages)),
        )


def _lead_quotation(
    digest: Digest, digests: Sequence[Digest], settings: SiteSettings
) -> QuotationView | None:
    """Return the first verified direct quotation, for the front page."""
    for quotation in published(digest.quotations):
        good = quotation.verdict and quotation.verdict.kind in {"exact", "edited"}
        if quotation.kind == "direct" and good:
            return quotation_view(quotation, digest, settings, pages=outlet_pages(digests))
    return None


def _topics(digests: Sequence[Digest]) -> tuple[Link, ...]:
    counts = Counter(digest.topic for digest in digests if digest.topic)
    return tuple(
        Link(text=topic.name, address=topic_address(topic), count=count)
        for topic, count in sorted(counts.items(), key=lambda row: (-row[1], row[0].name))
    )


def _most_quoted(digests: Sequence[Digest]) -> tuple[Link, ...]:
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for digest in digests:
        for quotation in published(digest.quotations):
            names[quotation.outlet.slug] = quotation.outlet.name
            counts[quotation.outlet.slug] += 1
    ranked = sorted(counts.items(), key=lambda row: (-row[1], names[row[0]]))
    return tuple(
        Link(text=names[slug], address=outlet_address(slug), count=count)
        for slug, count in ranked[:SHOWN_OUTLETS]
    )
