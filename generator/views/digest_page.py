"""The page of a digest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.model import Digest, OutletRoundup, Quotation, SummarySentence
from generator.settings import SiteSettings
from generator.text.outer_marks import with_outer_marks
from generator.verification import quoted_fragments
from generator.views.cards import digest_card, image_view, topic_link
from generator.views.frame import HOME, Picture, digest_address, frame
from generator.views.quotation import article_view, correction_view, outlet_tag, quotation_view
from generator.views.shapes import (
    CoverageRow,
    CoverageView,
    DigestView,
    Link,
    NarrativeMark,
    NarrativeView,
    RatingView,
    ReadabilityView,
    RoundupView,
    SiteView,
    SummarySentenceView,
    SummaryView,
    WorkView,
)
from generator.views.words import (
    DIGEST_KIND_LABELS,
    VERDICTS,
    country_name,
    date_view,
    direction_of,
    language_name,
    summary_label,
)


def digest_view(
    digest: Digest,
    *,
    site: SiteView,
    settings: SiteSettings,
    neighbours: tuple[Digest | None, Digest | None],
    others: Mapping[str, Digest],
) -> DigestView:
    """Return a digest's page; `neighbours` come before and after it in time, `others` by slug."""
    editorial = digest.editorial
    address = digest_address(digest.slug)
    image = image_view(digest)
    roundups = tuple(_roundup(roundup, digest, settings) for roundup in digest.roundups)
    topic = topic_link(digest.topic)
    before, after = neighbours
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
        ),
        title=editorial.title,
        standfirst=editorial.standfirst,
        lede=editorial.lede,
        language=editorial.language,
        direction=direction_of(editorial.language),
        kind_label=DIGEST_KIND_LABELS[editorial.kind],
        date=date_view(editorial.date, editorial.language),
        modified=date_view(editorial.modified, editorial.language) if editorial.modified else None,
        place=editorial.place,
        topic=topic,
        tags=editorial.tags,
        editors=editorial.editors,
        approved_by=editorial.approved_by,
        image=image,
        summary=_summary(digest),
        narrative=_narrative(digest),
        roundups=roundups,
        quotation_count=sum(1 for q in digest.quotations if not q.withdrawn),
        coverage=_coverage(digest, settings),
        silent=editorial.silent,
        work=_work(digest, settings),
        corrections=tuple(correction_view(c, digest) for c in editorial.corrections),
        related=tuple(digest_card(others[slug]) for slug in editorial.related if slug in others),
        readability=_readability(digest),
        previous=_neighbour(before),
        next=_neighbour(after),
    )


def anchor_of(outlet_slug: str) -> str:
    """Return the fragment of an outlet's round-up on a digest page."""
    return f"o-{outlet_slug}"


def verbatim_words(roundup: OutletRoundup) -> int:
    """Count the words of an outlet that are quoted and proved to stand in its stored article."""
    return sum(
        _verbatim_words(quotation)
        for quotation in roundup.quotations
        if quotation.verdict
        and quotation.verdict.kind in {"exact", "edited"}
        and not quotation.withdrawn
    )


def _verbatim_words(quotation: Quotation) -> int:
    words = quotation.original.text if quotation.original else " ".join(quotation.parts)
    quoted = [span.of(words) for span in quoted_fragments(words)] or [words]
    return len((" ".join(quoted) if quotation.kind == "mixed" else words).split())


def _roundup(roundup: OutletRoundup, digest: Digest, settings: SiteSettings) -> RoundupView:
    language = digest.editorial.language
    return RoundupView(
        anchor=anchor_of(roundup.outlet.slug),
        outlet=outlet_tag(roundup.outlet, settings),
        articles=tuple(article_view(a, page_language=language) for a in roundup.articles),
        quotations=tuple(quotation_view(q, digest, settings) for q in roundup.quotations),
        verbatim_words=verbatim_words(roundup),
    )


def _summary(digest: Digest) -> SummaryView | None:
    if not digest.summary.sentences:
        return None
    return SummaryView(
        sentences=tuple(_sentence(sentence, digest) for sentence in digest.summary.sentences),
        label=summary_label(digest.summary),
    )


def _sentence(sentence: SummarySentence, digest: Digest) -> SummarySentenceView:
    article = next((a for a in digest.articles if a.id == sentence.document), None)
    language = digest.editorial.language
    source, address = "", ""
    if article:
        language = article.language
        source = article.outlet.name
        address = _quotation_with(sentence, digest) or f"#{anchor_of(article.outlet.slug)}"
    elif sentence.document:
        source, address = "the review", "#narrative"
        language = digest.narrative_language
    return SummarySentenceView(
        text=sentence.text,
        language=language,
        direction=direction_of(language),
        source=source,
        address=address,
    )


def _quotation_with(sentence: SummarySentence, digest: Digest) -> str:
    """Return the fragment of the quotation that holds a sentence of a stored article."""
    for quotation in digest.quotations:
        same = quotation.article and quotation.article.id == sentence.document
        for outer in quotation.spans if same else ():
            inner = sentence.spans[0]
            if outer.start <= inner.start and inner.end <= outer.end:
                return f"#q-{quotation.id}"
    return ""


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
            NarrativeMark(
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
    )


def _coverage(digest: Digest, settings: SiteSettings) -> CoverageView:
    language = digest.editorial.language
    said = [roundup for roundup in digest.roundups if roundup.quotations]
    shown = [q for q in digest.quotations if not q.withdrawn]
    countries = Counter(
        country_name(q.outlet.country, settings.language, settings.country_names) or "Unknown"
        for q in shown
    )
    languages = Counter(
        language_name(q.original.language if q.original else q.language, language) for q in shown
    )
    words = Counter({r.outlet.name: verbatim_words(r) for r in said})
    verdicts = Counter(VERDICTS[q.verdict.kind][0] if q.verdict else "Paraphrase" for q in shown)
    return CoverageView(
        countries=_rows(countries),
        languages=_rows(languages),
        outlets=_rows(+words),
        verdicts=_rows(verdicts),
    )


def _rows(counts: Counter[str]) -> tuple[CoverageRow, ...]:
    """Return the counts, the largest first and names in order among equals."""
    total = sum(counts.values())
    return tuple(
        CoverageRow(label=label, count=count, share=round(100 * count / total))
        for label, count in sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    )


def _work(digest: Digest, settings: SiteSettings) -> WorkView | None:
    work = digest.editorial.work
    if work is None:
        return None
    ratings = tuple(
        RatingView(
            outlet=outlet_tag(article.outlet, settings),
            critic=article.byline,
            printed=article.rating.printed,
            percent=round(100 * article.rating.share),
            anchor=anchor_of(article.outlet.slug),
        )
        for article in digest.articles
        if article.rating and not article.hidden
    )
    return WorkView(
        type=work.type,
        title=work.title,
        creator=work.creator,
        published=work.published,
        identifier=work.identifier,
        ratings=ratings,
        tally=_tally([rating.percent for rating in ratings]),
    )


def _tally(percents: Sequence[int]) -> str:
    """Say how many ratings there are, how far apart, and which stands in the middle."""
    if not percents:
        return ""
    if len(percents) == 1:
        return f"One rating: {percents[0]} of 100."
    return (
        f"{len(percents)} ratings, from {min(percents)} to {max(percents)} of 100; "
        f"the middle is {_middle(percents)}."
    )


def _middle(percents: Iterable[int]) -> int:
    """Return the median, rounded half up."""
    ordered = sorted(percents)
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return (low + high + 1) // 2


def _readability(digest: Digest) -> ReadabilityView | None:
    found = digest.readability
    if found is None:
        return None
    return ReadabilityView(
        formula=found.formula,
        score=f"{found.score:.0f}" if found.score is not None else "",
        minutes=found.minutes,
        words=found.words,
    )


def _neighbour(digest: Digest | None) -> Link | None:
    if digest is None:
        return None
    return Link(text=digest.editorial.title, address=digest_address(digest.slug))
