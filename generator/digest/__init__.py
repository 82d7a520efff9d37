"""Assemble a digest: its quotations, checked and in order, its round-ups and its summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.analysis import AnalysedText
from generator.digest.copies import near_copies
from generator.digest.editors_summary import with_editors_summary
from generator.digest.from_articles import entry_quotation, excerpts
from generator.digest.from_review import review_quotations, undecided
from generator.digest.hearing import heard
from generator.digest.idle import idle_overrides
from generator.digest.judging import problems_of_ids
from generator.digest.reading_ease import with_readability
from generator.digest.speakers import Speakers
from generator.digest.stored import StoredArticles
from generator.digest.summing_up import digest_summary
from generator.digest.unsummed import unsummed
from generator.digest.utterances import utterances
from generator.digest.withdrawals import tombstone
from generator.editorial import Names, in_editors_order, overrule, without_twins
from generator.model import (
    Article,
    Digest,
    DigestContent,
    Editorial,
    Outlet,
    OutletRoundup,
    Person,
    Quotation,
    Topic,
)
from generator.outlets import Registry
from generator.problems import Problem
from generator.quick_state import replaced
from generator.quotations.identity import quotation_id
from generator.settings import SiteSettings
from generator.text.slugs import distinct_slug


@dataclass(frozen=True, kw_only=True, slots=True)
class DigestTexts:
    """What was read in the texts of one digest."""

    review: AnalysedText | None
    articles: Mapping[str, AnalysedText]
    """By article id."""


@dataclass(frozen=True, kw_only=True)
class Newsroom:
    """What all digests of a site share."""

    registry: Registry
    people: tuple[Person, ...]
    topics: tuple[Topic, ...]
    settings: SiteSettings

    @cached_property
    def speakers(self) -> Speakers:
        """Return `people`, to be looked up by name."""
        return Speakers(self.people)


def assemble(
    content: DigestContent, texts: DigestTexts, newsroom: Newsroom
) -> tuple[Digest, tuple[Problem, ...]]:
    """Return the digest of `content`, and the problems that only its quotations show.

    Verdicts are those of each quotation's own sources: `across.py` makes them final.
    """
    editorial = content.editorial
    stored = StoredArticles(articles={a.id: a for a in content.articles}, texts=texts.articles)
    speakers = newsroom.speakers
    written = _written(content, stored, speakers, newsroom.registry)
    extracted = _extracted(content, texts, speakers, newsroom.settings)
    written, extracted = without_twins(written, extracted)
    named = with_ids(first_slug(content), (*extracted, *written), editorial)
    chosen, unmatched = overrule(
        named,
        editorial,
        file=content.file,
        names=Names(speaker=speakers.named, outlet=lambda name: _outlet(name, newsroom.registry)),
    )
    chosen = tuple(tombstone(heard(stored.checked(q), stored, speakers)) for q in chosen)
    hidden_ids = {id_ for id_, _ in editorial.hide}
    hidden = tuple(quotation for quotation in named if quotation.id in hidden_ids)
    quotations = in_editors_order(chosen, editorial)
    roundups = _roundups(quotations, content.articles)
    shown = tuple(q for roundup in roundups for q in roundup.quotations)
    copies = near_copies(content.articles, texts.articles)
    digest = Digest(
        slug=content.slug,
        file=content.file,
        editorial=editorial,
        topic=_topic(editorial.topic, newsroom.topics),
        review=content.review,
        narrative_language=texts.review.analysis.language if texts.review else "",
        articles=content.articles,
        quotations=shown,
        roundups=roundups,
        summary=digest_summary(
            newsroom.settings.engine_chosen(editorial.summary),
            texts.review,
            stored,
            quotations,
            copies,
            hidden=hidden,
        ),
        readability=None,
        undecided=undecided(texts.review) if texts.review else (),
        furniture=texts.review.analysis.furniture if texts.review else (),
        utterances=utterances(shown),
        copies=copies,
        silent=_silent(editorial.silent, roundups, newsroom.registry),
        hidden=hidden,
    )
    digest = with_readability(digest, texts.review, texts.articles)
    digest, mistaken = with_editors_summary(digest, texts.review, newsroom.registry)
    faults = (
        *mistaken,
        *problems_of_ids(digest, named=named),
        *idle_overrides(digest, newsroom.registry),
        *unsummed(digest),
    )
    return digest, (*unmatched, *faults)


def first_slug(content: DigestContent) -> str:
    """Return the slug that a digest was first published under: its ids go by it."""
    return content.editorial.was[0] if content.editorial.was else content.slug


def with_ids(
    digest: str, quotations: Iterable[Quotation], editorial: Editorial
) -> tuple[Quotation, ...]:
    """Give each quotation its permanent id; `was` of a written one keeps an old id alive."""
    seen: Counter[str] = Counter()
    named = []
    for quotation in quotations:
        words = " ".join(quotation.parts)
        outlet = quotation.outlet.slug
        first = quotation_id(digest=digest, outlet=outlet, words=words)
        ordinal = seen[first]
        seen[first] += 1
        id_ = first
        if ordinal:
            id_ = quotation_id(digest=digest, outlet=outlet, words=words, ordinal=ordinal)
        kept = "" if quotation.entry is None else editorial.quotations[quotation.entry].was
        named.append(replaced(quotation, id=kept or id_))
    return tuple(named)


def _written(
    content: DigestContent, stored: StoredArticles, speakers: Speakers, registry: Registry
) -> tuple[Quotation, ...]:
    """Return the quotations written in digest.yaml."""
    written = []
    for place, entry in enumerate(content.editorial.quotations):
        if not entry.text:
            continue
        article = stored.articles.get(entry.article)
        quotation = entry_quotation(
            entry,
            place,
            outlet=article.outlet if article else _outlet(entry.outlet, registry),
            article=article,
            speakers=speakers,
            language=content.editorial.language,
        )
        written.append(quotation)
    return tuple(written)


def _extracted(
    content: DigestContent,
    texts: DigestTexts,
    speakers: Speakers,
    settings: SiteSettings,
) -> tuple[Quotation, ...]:
    """Return the review's passages, then excerpts of articles that nothing else quotes from."""
    from_review: tuple[Quotation, ...] = ()
    if texts.review:
        from_review = review_quotations(texts.review, speakers=speakers)
    told = {quotation.outlet.slug for quotation in from_review}
    pinned = {entry.article for entry in content.editorial.quotations if entry.text}
    told |= {entry.outlet for entry in content.editorial.quotations if entry.text and entry.outlet}
    unquoted = [
        article
        for article in content.articles
        if not article.hidden
        and article.id not in pinned
        and not {article.outlet.slug, article.outlet.name} & told
    ]
    from_articles = [
        excerpts(
            article,
            texts.articles[article.id],
            speakers=speakers,
            settings=settings,
            own_words_only=content.editorial.kind == "work",
        )
        for article in unquoted
    ]
    return (*from_review, *(q for several in from_articles for q in several))


def _roundups(
    quotations: tuple[Quotation, ...], articles: tuple[Article, ...]
) -> tuple[OutletRoundup, ...]:
    """Group by outlet: in the order of the editor's articles, then of the quotations."""
    shown = tuple(article for article in articles if not article.hidden)
    outlets: dict[str, Outlet] = {a.outlet.slug: a.outlet for a in shown}
    quoted = {q.outlet.slug for q in quotations}
    outlets |= {q.outlet.slug: q.outlet for q in quotations if q.outlet.slug not in outlets}
    return tuple(
        OutletRoundup(
            outlet=outlet,
            articles=tuple(a for a in shown if a.outlet.slug == key),
            quotations=tuple(q for q in quotations if q.outlet.slug == key),
        )
        for key, outlet in outlets.items()
        if key in quoted or any(a.outlet.slug == key for a in shown)
    )


def _silent(
    names: tuple[str, ...], roundups: tuple[OutletRoundup, ...], registry: Registry
) -> tuple[Outlet, ...]:
    """Return the outlets that said nothing, each once; one that a round-up shows did not."""
    named = {outlet.slug: outlet for name in names if (outlet := _outlet(name, registry))}
    shown = {roundup.outlet.slug for roundup in roundups}
    return tuple(outlet for slug, outlet in named.items() if slug not in shown)


def _topic(name: str, topics: tuple[Topic, ...]) -> Topic | None:
    if not name:
        return None
    known = next((t for t in topics if name in {t.slug, t.name}), None)
    return known or Topic(slug=distinct_slug(name), name=name)


def _outlet(name: str, registry: Registry) -> Outlet:
    """Return the outlet that digest.yaml names; `load` lets only known names through."""
    outlet = registry.resolve(name) or registry.by_slug(name)
    if outlet is None:
        raise LookupError(name)
    return outlet
