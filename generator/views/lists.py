"""Home, topics and the archive: digests in lists."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from generator.model import Digest, Topic
from generator.settings import SiteSettings
from generator.views.cards import digest_card, topic_address, topic_link
from generator.views.frame import ARCHIVE, HOME, TOPICS, cut, frame, page_address, pagination
from generator.views.quotation import outlet_address, quotation_view
from generator.views.shapes import (
    HomeView,
    IndexGroup,
    IndexView,
    Link,
    ListView,
    QuotationView,
    SiteView,
)
from generator.views.words import counted, day, month_name

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
            lead_quotation=_lead_quotation(lead, settings) if lead and first else None,
            cards=tuple(map(digest_card, some)),
            topics=_topics(digests),
            outlets=_most_quoted(digests),
            pagination=pagination(HOME, number, len(pages)),
        )


def _lead_quotation(digest: Digest, settings: SiteSettings) -> QuotationView | None:
    """Return the first verified direct quotation, for the front page."""
    for quotation in digest.quotations:
        good = quotation.verdict and quotation.verdict.kind in {"exact", "edited"}
        if quotation.kind == "direct" and good and not quotation.withdrawn:
            return quotation_view(quotation, digest, settings)
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
        for quotation in digest.quotations:
            names[quotation.outlet.slug] = quotation.outlet.name
            counts[quotation.outlet.slug] += 1
    ranked = sorted(counts.items(), key=lambda row: (-row[1], names[row[0]]))
    return tuple(
        Link(text=names[slug], address=outlet_address(slug), count=count)
        for slug, count in ranked[:SHOWN_OUTLETS]
    )


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


def topic_views(
    digests: Sequence[Digest],
    topics: Sequence[Topic],
    *,
    site: SiteView,
    settings: SiteSettings,
) -> Iterator[ListView | IndexView]:
    """Yield the index of topics and a list for each; a parent's list holds its children's."""
    used = {digest.topic.slug: digest.topic for digest in digests if digest.topic}
    known = {topic.slug: topic for topic in topics} | used
    shown = {
        slug: [d for d in digests if d.topic and slug in _line_of_descent(d.topic, known)]
        for slug in sorted(known, key=lambda slug: known[slug].name)
    }
    shown = {slug: some for slug, some in shown.items() if some}
    yield _topic_index(shown, known, site)
    for slug, some in shown.items():
        topic = known[slug]
        parent = topic_link(known.get(topic.parent)) if topic.parent else None
        yield from list_views(
            some,
            address=topic_address(topic),
            heading=topic.name,
            introduction=topic.description,
            links=tuple(
                Link(text=t.name, address=topic_address(t), count=len(shown[t.slug]))
                for t in known.values()
                if t.parent == slug and t.slug in shown
            ),
            breadcrumb=(Link(text="Topics", address=TOPICS), *((parent,) if parent else ())),
            section=TOPICS,
            site=site,
            settings=settings,
        )


def _line_of_descent(topic: Topic, known: dict[str, Topic]) -> list[str]:
    """Return the slugs of a topic and of those above it."""
    line = [topic.slug]
    while topic.parent in known and topic.parent not in line:
        topic = known[topic.parent]
        line.append(topic.slug)
    return line


def _topic_index(
    shown: dict[str, list[Digest]], known: dict[str, Topic], site: SiteView
) -> IndexView:
    links = [
        Link(text=known[slug].name, address=topic_address(known[slug]), count=len(some))
        for slug, some in shown.items()
    ]
    return index_view(
        site,
        address=TOPICS,
        heading="Topics",
        introduction=counted(len(links), "topic", "topics") if links else "",
        groups=(IndexGroup(heading="", anchor="all", links=tuple(links)),) if links else (),
        empty="No digest names a topic yet.",
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


def archive_views(
    digests: Sequence[Digest], *, site: SiteView, settings: SiteSettings
) -> Iterator[ListView | IndexView]:
    """Yield the archive: all years, each year, each month."""
    months: dict[tuple[int, int], list[Digest]] = defaultdict(list)
    for digest in digests:
        date = day(digest.editorial.date)
        months[date.year, date.month].append(digest)
    years = sorted({year for year, _ in months}, reverse=True)
    links = {
        year: tuple(
            Link(
                text=f"{month_name(month, site.language)} {year}",
                address=f"{ARCHIVE}{year}/{month:02}/",
                count=len(months[year, month]),
            )
            for month in range(12, 0, -1)
            if (year, month) in months
        )
        for year in years
    }
    yield index_view(
        site,
        address=ARCHIVE,
        heading="Archive",
        introduction=counted(len(digests), "digest", "digests") if digests else "",
        groups=tuple(
            IndexGroup(heading=str(year), anchor=f"y-{year}", links=links[year]) for year in years
        ),
        empty="No digest has been published yet.",
    )
    archive = Link(text="Archive", address=ARCHIVE)
    for year in years:
        whole = [digest for digest in digests if day(digest.editorial.date).year == year]
        yield from list_views(
            whole,
            address=f"{ARCHIVE}{year}/",
            heading=str(year),
            introduction=f"{counted(len(whole), 'digest', 'digests')} in {year}",
            links=links[year],
            breadcrumb=(archive,),
            section=ARCHIVE,
            site=site,
            settings=settings,
        )
        for link in links[year]:
            month = int(link.address.rstrip("/").rsplit("/", 1)[1])
            yield from list_views(
                months[year, month],
                address=link.address,
                heading=link.text,
                introduction=f"{counted(link.count or 0, 'digest', 'digests')} in {link.text}",
                links=(),
                breadcrumb=(archive, Link(text=str(year), address=f"{ARCHIVE}{year}/")),
                section=ARCHIVE,
                site=site,
                settings=settings,
            )
