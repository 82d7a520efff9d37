"""The page of a digest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.model import Digest, OutletRoundup
from generator.quick_state import quickly_made, replaced
from generator.settings import SiteSettings
from generator.text.outer_marks import with_outer_marks
from generator.views.cards import image_view, topic_link
from generator.views.carried import copy_view
from generator.views.changes import modified
from generator.views.citation import citation_forms, citation_of
from generator.views.corrections import corrections_feeds
from generator.views.counts import heard, published, verbatim_words
from generator.views.coverage import coverage_view
from generator.views.downloads import downloads_of, reference_files
from generator.views.filters import Choices, choices_of, facets_of, filters_of
from generator.views.frame import HOME, Picture, anchor_of, digest_address, frame
from generator.views.outlet_pages import NO_PAGES, OutletPages
from generator.views.quotation import (
    article_view,
    correction_view,
    figures_of,
    outlet_address,
    outlet_tag,
)
from generator.views.reading_ease import of_article, readability_note, readability_view
from generator.views.shapes import (
    DigestCard,
    DigestView,
    FilterView,
    Link,
    NarrativeMark,
    NarrativeView,
    QuotationView,
    RoundupView,
    SiteView,
)
from generator.views.summary import narrative_anchors, summary_view
from generator.views.tallies import tally
from generator.views.utterances import utterance_views
from generator.views.words import (
    DIGEST_KIND_LABELS,
    date_view,
    direction_of,
)
from generator.views.works import work_view

_roundup_view, _narrative_mark = quickly_made(RoundupView), quickly_made(NarrativeMark)

RELATED = "Related digests"
ALIKE = "Related digests, found by their key terms"


def digest_view(
    digest: Digest,
    *,
    site: SiteView,
    settings: SiteSettings,
    neighbours: tuple[Link | None, Link | None],
    related: tuple[DigestCard, ...],
    pages: OutletPages = NO_PAGES,
    with_pages: frozenset[str] = frozenset(),
    figures: Mapping[str, QuotationView] | None = None,
) -> DigestView:
    """Return a digest's page; `neighbours` come before and after it in time.

    `related` are the cards of `related_to` it; `pages` the outlets that have a page, by name, and
    `with_pages` the same by slug. `figures` are `figures_of` the digest, where they are known.
    """
    editorial = digest.editorial
    address = digest_address(digest.slug)
    image = image_view(digest)
    choices = choices_of(digest, settings)
    filters = filters_of(digest, choices)
    plain = figures if figures is not None else figures_of(digest, settings, pages=pages)
    shown = dict(_in_its_digest(digest, plain, settings, filters, choices))
    roundups = tuple(_roundup(r, digest, settings, shown) for r in digest.roundups)
    topic = topic_link(digest.topic)
    before, after = neighbours
    change = modified(digest)
    return DigestView(
        page=frame(
            site,
            address,
            title=editorial.title,
            description=editorial.standfirst or editorial.lede,
            breadcrumb=(Link(text="Digests", address=HOME), *((topic,) if topic else ())),
            section=HOME,
            article=True,
            picture=Picture(address=image.address, alt=image.alt) if image else None,
            feeds=corrections_feeds(site) if editorial.corrections else (),
        ),
        title=editorial.title,
        standfirst=editorial.standfirst,
        lede=editorial.lede,
        language=editorial.language,
        direction=direction_of(editorial.language),
        kind_label=DIGEST_KIND_LABELS[editorial.kind],
        date=date_view(editorial.date, editorial.language),
        modified=date_view(change, editorial.language) if change else None,
        place=editorial.place,
        topic=topic,
        tags=editorial.tags,
        editors=editorial.editors,
        approved_by=editorial.approved_by,
        image=image,
        summary=summary_view(digest),
        narrative=_narrative(digest),
        roundups=roundups,
        quotation_count=len(published(digest.quotations)),
        outlet_count=len(heard(digest)),
        coverage=coverage_view(tally([digest]), settings, with_pages=with_pages),
        silent=tuple(
            Link(text=o.name, address=outlet_address(o.slug) if o.slug in with_pages else "")
            for o in digest.silent
        ),
        work=work_view(digest, settings),
        corrections=tuple(correction_view(c, digest) for c in editorial.corrections),
        related=related,
        readability=readability_view(digest.readability),
        previous=before,
        next=after,
        filters=filters,
        downloads=downloads_of(digest, settings),
        utterances=utterance_views(digest),
        readability_note=readability_note(digest),
        key_terms=digest.key_terms,
        related_label=RELATED if editorial.related else ALIKE,
    )


def _roundup(
    roundup: OutletRoundup,
    digest: Digest,
    settings: SiteSettings,
    shown: Mapping[str, QuotationView],
) -> RoundupView:
    language = digest.editorial.language
    return _roundup_view(
        anchor=anchor_of(roundup.outlet.slug),
        outlet=outlet_tag(roundup.outlet, settings),
        articles=tuple(
            replace(
                article_view(a, page_language=language),
                copy=copy_view(a, digest),
                readability=of_article(a, digest),
            )
            for a in roundup.articles
        ),
        quotations=tuple(shown[quotation.id] for quotation in roundup.quotations),
        quotation_count=len(published(roundup.quotations)),
        verbatim_words=verbatim_words(roundup),
        readability=readability_view(roundup.readability),
    )


def _in_its_digest(
    digest: Digest,
    figures: Mapping[str, QuotationView],
    settings: SiteSettings,
    filters: tuple[FilterView, ...],
    choices: Mapping[str, Choices],
) -> Iterator[tuple[str, QuotationView]]:
    """Yield the figures of quotations in their own digest: there they can be cited and filtered."""
    files = reference_files(digest, settings)
    offered = [each.name for each in filters]
    for quotation in digest.quotations:
        cited = None if quotation.withdrawn else citation_of(quotation, digest, settings)
        figure = replaced(
            figures[quotation.id],
            citation=citation_forms(cited) if cited else (),
            reference_files=files if cited else (),
            facets=facets_of(choices[quotation.id], offered),
        )
        yield quotation.id, figure


def _narrative(digest: Digest) -> NarrativeView | None:
    if digest.review is None:
        return None
    language = digest.narrative_language
    return NarrativeView(
        text=digest.review.text,
        body=digest.review.body,
        markup=digest.review.markup,
        omit=digest.furniture,
        marks=tuple(
            _narrative_mark(
                quotation=quotation.id,
                spans=tuple(with_outer_marks(s, digest.review.text) for s in quotation.spans),
                kind=quotation.kind,
                label=quotation.outlet.name,
                withdrawn=bool(quotation.withdrawn),
            )
            for quotation in digest.quotations
            if quotation.in_review
        ),
        language=language,
        direction=direction_of(language),
        anchors=narrative_anchors(digest),
    )


def related_to(digest: Digest) -> tuple[str, ...]:
    """Return the slugs of the digests that a page offers, live or not: the editor's choice wins."""
    return digest.editorial.related or digest.alike


def neighbour(title: str, slug: str) -> Link:
    """Return the link to a digest next to another in time."""
    return Link(text=title, address=digest_address(slug))
