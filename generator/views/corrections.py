"""The corrections page: all that the site has put right or taken back, the newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.digest.record import Amendment, amendments
from generator.model import Digest, Quotation
from generator.settings import SiteSettings
from generator.views.changes import changed, modified
from generator.views.frame import (
    CORRECTIONS,
    CORRECTIONS_FEED,
    cut,
    digest_address,
    frame,
    page_address,
    pagination,
)
from generator.views.quotation import permalink
from generator.views.shapes import AmendmentView, CorrectionsView, Link, SiteView
from generator.views.words import counted, date_view, day, direction_of, moment

NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)
"""Before every date: what is undated stands last."""


def on_record(digests: Sequence[Digest]) -> tuple[Amendment, ...]:
    """Return every amendment of `digests`, the newest first and the undated last.

    Those of one day stand as their digests do in `digests`, and as the editor ordered them.
    """
    every = [_dated(amendment) for digest in digests for amendment in amendments(digest)]
    return tuple(sorted(every, key=_day, reverse=True))


def _dated(amendment: Amendment) -> Amendment:
    """Return a bare withdrawal with the day of its page's last change, as the page has it."""
    if amendment.correction:
        return amendment
    return replace(amendment, date=modified(amendment.digest))


def _day(amendment: Amendment) -> dt.datetime:
    return moment(day(amendment.date)) if amendment.date else NEVER


def when(amendment: Amendment) -> dt.datetime:
    """Return the moment of an amendment, for feeds, which need one.

    For what is undated that is the digest's last change: it cannot be older.
    """
    return moment(amendment.date) if amendment.date else changed(amendment.digest)


def amendment_address(amendment: Amendment) -> str:
    """Return where an amendment stands in place: at its quotation, or among the corrections."""
    if amendment.quotation:
        return permalink(amendment.digest, amendment.quotation)
    return f"{digest_address(amendment.digest.slug)}#corrections"


def corrections_feeds(site: SiteView) -> tuple[Link, ...]:
    """Return the corrections' feed, for the heads of pages that it concerns."""
    return (Link(text="Corrections", address=CORRECTIONS_FEED),) if site.feed else ()


def corrections_views(
    digests: Sequence[Digest], *, site: SiteView, settings: SiteSettings
) -> Iterator[CorrectionsView]:
    """Yield the pages of the corrections page."""
    every = on_record(digests)
    pages = cut(every, settings.per_page)
    extent = counted(len(every), "correction", "corrections")
    for number, some in enumerate(pages, start=1):
        yield CorrectionsView(
            page=frame(
                site,
                page_address(CORRECTIONS, number),
                title="Corrections" if number == 1 else f"Corrections, page {number}",
                description=f"What {site.title} has put right or taken back: {extent}",
                section=CORRECTIONS,
                feeds=corrections_feeds(site),
            ),
            heading="Corrections",
            introduction=f"{extent}, the newest first" if every else "",
            entries=tuple(_entry(amendment, site) for amendment in some),
            empty="No corrections so far.",
            feed=CORRECTIONS_FEED if site.feed else "",
            pagination=pagination(CORRECTIONS, number, len(pages)),
        )


def _entry(amendment: Amendment, site: SiteView) -> AmendmentView:
    correction, quotation = amendment.correction, amendment.quotation
    editorial = amendment.digest.editorial
    return AmendmentView(
        date=date_view(amendment.date, site.language) if amendment.date else None,
        dated_by_change=correction is None,
        kind=correction.kind if correction else "",
        what=correction.what if correction else "",
        why=correction.why if correction else "",
        withdrawn=quotation.withdrawn if quotation else "",
        quotation=_quotation_link(amendment, quotation) if quotation else None,
        digest=Link(text=editorial.title, address=digest_address(amendment.digest.slug)),
        address=amendment_address(amendment),
        language=editorial.language,
        direction=direction_of(editorial.language),
    )


def _quotation_link(amendment: Amendment, quotation: Quotation) -> Link:
    """Return a link that says whose words they are, never the words: they may be withdrawn."""
    speaker, outlet = quotation.speaker, quotation.outlet.name
    whose = f"{speaker.name}, in {outlet}" if speaker else outlet
    return Link(text=whose, address=permalink(amendment.digest, quotation))
