"""The archive: digests by year and month of their date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.model import Digest
from generator.settings import SiteSettings
from generator.views.frame import ARCHIVE
from generator.views.lists import ListHead, index_view, list_views
from generator.views.shapes import IndexGroup, IndexView, Link, ListView, SiteView
from generator.views.words import counted, day, month_name

Month = tuple[int, int]
"""Year and month; month 0 is the whole year."""


def month_of(digest: Digest) -> Month:
    """Return the month that a digest is filed under: that of its date, as it was written."""
    date = day(digest.editorial.date)
    return date.year, date.month


def archive_views(
    digests: Sequence[Digest], *, site: SiteView, settings: SiteSettings
) -> Iterator[ListView | IndexView]:
    """Yield the archive: all years, each year, each month."""
    counts = Counter(map(month_of, digests))
    yield archive_index(counts, site)
    for (year, month), head in archive_heads(counts, site):
        some = [d for d in digests if _filed(month_of(d), year, month)]
        yield from list_views(head, some, site=site, settings=settings)


def _filed(place: Month, year: int, month: int) -> bool:
    return place[0] == year and month in (0, place[1])


def archive_index(counts: Mapping[Month, int], site: SiteView) -> IndexView:
    """Return the index of years and months; `counts` are digests by month."""
    years = sorted({year for year, _ in counts}, reverse=True)
    return index_view(
        site,
        address=ARCHIVE,
        heading="Archive",
        introduction=counted(sum(counts.values()), "digest", "digests") if counts else "",
        groups=tuple(
            IndexGroup(heading=str(year), anchor=f"y-{year}", links=_months(year, counts, site))
            for year in years
        ),
        empty="No digest has been published yet.",
    )


def archive_heads(counts: Mapping[Month, int], site: SiteView) -> Iterator[tuple[Month, ListHead]]:
    """Yield the head of each year's list, then those of its months, the newest first."""
    archive = Link(text="Archive", address=ARCHIVE)
    for year in sorted({year for year, _ in counts}, reverse=True):
        months = _months(year, counts, site)
        entries = sum(number for (other, _), number in counts.items() if other == year)
        address = f"{ARCHIVE}{year}/"
        yield (
            (year, 0),
            ListHead(
                address=address,
                heading=str(year),
                introduction=f"{counted(entries, 'digest', 'digests')} in {year}",
                links=months,
                breadcrumb=(archive,),
                section=ARCHIVE,
                entries=entries,
            ),
        )
        for link in months:
            month = int(link.address.rstrip("/").rsplit("/", 1)[1])
            yield (
                (year, month),
                ListHead(
                    address=link.address,
                    heading=link.text,
                    introduction=f"{counted(link.count or 0, 'digest', 'digests')} in {link.text}",
                    links=(),
                    breadcrumb=(archive, Link(text=str(year), address=address)),
                    section=ARCHIVE,
                    entries=link.count or 0,
                ),
            )


def _months(year: int, counts: Mapping[Month, int], site: SiteView) -> tuple[Link, ...]:
    return tuple(
        Link(
            text=f"{month_name(month, site.language)} {year}",
            address=f"{ARCHIVE}{year}/{month:02}/",
            count=counts[year, month],
        )
        for month in range(12, 0, -1)
        if (year, month) in counts
    )
