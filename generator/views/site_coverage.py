"""The coverage of the whole site: the figures of all digests, then every outlet looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model import Digest
from generator.settings import SiteSettings
from generator.views.coverage import UNKNOWN_COUNTRY, country_of, coverage_view
from generator.views.frame import COVERAGE, cut, frame, page_address, pagination
from generator.views.quotation import outlet_address
from generator.views.shapes import (
    OutletCoverageGroup,
    OutletCoverageRow,
    SiteCoverageView,
    SiteView,
)
from generator.views.tallies import Tally, Voice, tally
from generator.views.words import number

PER_PAGE = 500
"""Outlets on one page: some 120 kB of table."""

HEADING = "Coverage"
DESCRIPTION = "Whose voices this site carries, and whose it looked for in vain."


def site_coverage_views(
    digests: Sequence[Digest], *, site: SiteView, settings: SiteSettings
) -> Iterator[SiteCoverageView]:
    """Yield the pages of the report on `digests`, the newest first."""
    yield from coverage_pages(tally(digests), site=site, settings=settings)


def coverage_pages(
    counted: Tally, *, site: SiteView, settings: SiteSettings
) -> Iterator[SiteCoverageView]:
    """Yield the pages of the report on all that was `counted` on the site."""
    paged = frozenset(voice.outlet.slug for voice in counted.voices if voice.digests)
    pages = cut(_ordered(counted, settings), PER_PAGE)
    for page, voices in enumerate(pages, start=1):
        yield SiteCoverageView(
            page=frame(
                site,
                page_address(COVERAGE, page),
                title=HEADING if page == 1 else f"{HEADING}, page {page}",
                description=DESCRIPTION,
                section=COVERAGE,
            ),
            heading=HEADING if page == 1 else f"{HEADING}, page {page}",
            coverage=coverage_view(counted, settings, with_pages=paged, site=True)
            if page == 1 and counted.voices
            else None,
            groups=_groups(voices, settings, paged),
            empty="Nothing has been published yet, so there is nothing to count.",
            pagination=pagination(COVERAGE, page, len(pages)),
        )


def _ordered(counted: Tally, settings: SiteSettings) -> list[Voice]:
    """Return the outlets by country and name, those of an unknown country last."""

    def place(voice: Voice) -> tuple[bool, str, str, str]:
        country = country_of(voice, settings)
        return not country, country, voice.outlet.name.casefold(), voice.outlet.slug

    return sorted(counted.voices, key=place)


def _groups(
    voices: Sequence[Voice], settings: SiteSettings, paged: frozenset[str]
) -> tuple[OutletCoverageGroup, ...]:
    by_country = groupby(voices, key=lambda voice: country_of(voice, settings))
    return tuple(
        OutletCoverageGroup(
            heading=country or UNKNOWN_COUNTRY,
            rows=tuple(_row(voice, settings.language, paged) for voice in some),
        )
        for country, some in by_country
    )


def _row(voice: Voice, language: str, paged: frozenset[str]) -> OutletCoverageRow:
    slug = voice.outlet.slug
    return OutletCoverageRow(
        name=voice.outlet.name,
        address=outlet_address(slug) if slug in paged else "",
        digests=number(voice.digests, language),
        quotations=number(voice.quotations, language),
        words=number(voice.words, language),
        silences=number(voice.silences, language),
    )
