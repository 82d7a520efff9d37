"""The archive: digests by year and month of their date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.model import Digest
from generator.settings import SiteSettings
from generator.views.frame import ARCHIVE
from generator.views.lists import index_view, list_views
from generator.views.shapes import IndexGroup, IndexView, Link, ListView, SiteView
from generator.views.words import counted, day, month_name


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
