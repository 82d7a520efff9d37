"""The home page: the latest digest with a quotation, then the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Digest, Topic
from generator.settings import SiteSettings
from generator.views.cards import digest_card, topic_address
from generator.views.counts import published
from generator.views.frame import HOME, cut, frame, page_address, page_count, pagination
from generator.views.outlet_pages import OutletPages, outlet_pages
from generator.views.quotation import outlet_address, quotation_view
from generator.views.shapes import DigestCard, HomeView, Link, QuotationView, SiteView

SHOWN_OUTLETS = 12
"""Outlets that the home page names: those quoted most often."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HomeHead:
    """What stands on the first page of the home page beside its list."""

    lead: DigestCard | None
    """The latest digest."""
    lead_quotation: QuotationView | None
    topics: tuple[Link, ...]
    outlets: tuple[Link, ...]


def home_page(
    head: HomeHead,
    number: int,
    entries: int,
    cards: tuple[DigestCard, ...],
    *,
    site: SiteView,
    settings: SiteSettings,
) -> HomeView:
    """Return page `number` of the home page, which lists `entries` digests in all."""
    first = number == 1
    return HomeView(
        page=frame(
            site,
            page_address(HOME, number),
            title=site.title if first else f"{site.title}, page {number}",
            section=HOME,
        ),
        lead=head.lead if first else None,
        lead_quotation=head.lead_quotation if first else None,
        cards=cards,
        topics=head.topics if first else (),
        outlets=head.outlets if first else (),
        pagination=pagination(HOME, number, page_count(entries, settings.per_page)),
    )


def home_views(
    digests: Sequence[Digest], *, site: SiteView, settings: SiteSettings
) -> Iterator[HomeView]:
    """Yield the pages of the home page; the latest digest leads the first."""
    lead = digests[0] if digests else None
    head = HomeHead(
        lead=digest_card(lead) if lead else None,
        lead_quotation=lead_quotation(lead, settings, outlet_pages(digests)) if lead else None,
        topics=_topics(digests),
        outlets=_most_quoted(digests),
    )
    rest = digests[1:]
    for number, some in enumerate(cut(rest, settings.per_page), start=1):
        cards = tuple(map(digest_card, some))
        yield home_page(head, number, len(rest), cards, site=site, settings=settings)


def lead_quotation(
    digest: Digest, settings: SiteSettings, pages: OutletPages
) -> QuotationView | None:
    """Return the first verified direct quotation, for the front page."""
    for quotation in published(digest.quotations):
        good = quotation.verdict and quotation.verdict.kind in {"exact", "edited"}
        if quotation.kind == "direct" and good:
            return quotation_view(quotation, digest, settings, pages=pages)
    return None


def topics_by_use(counts: Mapping[str, int], known: Mapping[str, Topic]) -> tuple[Link, ...]:
    """Return the topics that digests name, by how many do; `counts` and `known` are by slug."""
    return tuple(
        Link(text=known[slug].name, address=topic_address(known[slug]), count=count)
        for slug, count in sorted(counts.items(), key=lambda row: (-row[1], known[row[0]].name))
    )


def most_quoted(counts: Mapping[str, int], names: Mapping[str, str]) -> tuple[Link, ...]:
    """Return the outlets that are quoted most; `counts` and `names` are by slug."""
    ranked = sorted(counts.items(), key=lambda row: (-row[1], names[row[0]], row[0]))
    return tuple(
        Link(text=names[slug], address=outlet_address(slug), count=count)
        for slug, count in ranked[:SHOWN_OUTLETS]
        if count
    )


def _topics(digests: Sequence[Digest]) -> tuple[Link, ...]:
    counts = Counter(digest.topic.slug for digest in digests if digest.topic)
    return topics_by_use(counts, {d.topic.slug: d.topic for d in digests if d.topic})


def _most_quoted(digests: Sequence[Digest]) -> tuple[Link, ...]:
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for digest in digests:
        for roundup in digest.roundups:
            names.setdefault(roundup.outlet.slug, roundup.outlet.name)
            counts[roundup.outlet.slug] += len(published(roundup.quotations))
    return most_quoted(counts, names)
