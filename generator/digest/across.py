"""Look for quoted words that their own source does not hold in every stored article of the site.

True words with the wrong source are another mistake than words that nobody wrote, and the editor
is told where they stand. An article that is hidden, or a held digest's, is named too: to the editor
in a message, never on a page. What readers see rests on published digests alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from generator.digest.evidence import evidence_of
from generator.digest.stored import worst
from generator.digest.utterances import utterances
from generator.model import Article, Digest, Quotation, Verdict
from generator.verification.elsewhere import Found, Sought, StoredText, found_elsewhere

Articles = Mapping[tuple[str, str], Article]
"""Every stored article of a site, by its digest's slug and its id."""


def with_elsewhere(digests: tuple[Digest, ...], articles: Articles) -> tuple[Digest, ...]:
    """Return `digests` with their final verdicts: absent words that another article holds."""
    sought = tuple(dict.fromkeys(each for digest in digests for each in absent_words(digest)))
    if not sought:
        return digests
    stored = (
        StoredText(digest=slug, id=id_, text=evidence_of(article).text)
        for (slug, id_), article in articles.items()
    )
    found = dict(zip(sought, found_elsewhere(sought, stored), strict=True))
    return tuple(_with_final_verdicts(digest, found, articles) for digest in digests)


def absent_words(digest: Digest) -> tuple[Sought, ...]:
    """Return the words of `digest` that its own articles do not hold, each once."""
    return tuple(
        dict.fromkeys(
            Sought(digest=digest.slug, words=verdict.words)
            for quotation in digest.quotations
            for verdict in _absent(quotation)
        )
    )


def as_published(
    published: tuple[Digest, ...], articles: Articles | None = None
) -> tuple[Digest, ...]:
    """Return digests with the verdicts that they have among themselves.

    Words that only a held digest's article holds are absent until that digest is published: no
    page tells that it is there. `articles` are those of all published digests, if `published`
    are not all.
    """
    if articles is None:
        articles = {(digest.slug, a.id): a for digest in published for a in digest.articles}

    def is_held(verdict: Verdict) -> bool:
        slug, _, id_ = (verdict.found_in or "").rpartition("/")
        return verdict.kind == "elsewhere" and bool(slug) and (slug, id_) not in articles

    def rests_on_held(quotation: Quotation) -> bool:
        return any(map(is_held, _fragments(quotation.verdict)))

    def unsettled(quotation: Quotation) -> Quotation:
        if not rests_on_held(quotation):
            return quotation
        verdicts = (
            Verdict(kind="absent", words=verdict.words) if is_held(verdict) else verdict
            for verdict in _fragments(quotation.verdict)
        )
        return replace(quotation, verdict=worst(tuple(verdicts)))

    if not any(rests_on_held(q) for digest in published for q in digest.quotations):
        return published
    return with_elsewhere(tuple(_with_quotations(d, unsettled) for d in published), articles)


def article_named(found_in: str, digest: Digest, articles: Articles) -> Article | None:
    """Return the article that a verdict of `digest` names."""
    slug, _, id_ = found_in.rpartition("/")
    return articles.get((slug or digest.slug, id_))


def _absent(quotation: Quotation) -> Iterable[Verdict]:
    return (v for v in _fragments(quotation.verdict) if v.kind == "absent" and v.words)


def _fragments(verdict: Verdict | None) -> tuple[Verdict, ...]:
    return () if verdict is None else verdict.fragments or (verdict,)


def _with_final_verdicts(
    digest: Digest, found: Mapping[Sought, Found | None], articles: Articles
) -> Digest:
    def final(verdict: Verdict) -> Verdict:
        sought = Sought(digest=digest.slug, words=verdict.words)
        place = found.get(sought) if verdict.kind == "absent" else None
        return _elsewhere(place, digest.slug, verdict, articles) if place else verdict

    def judged(quotation: Quotation) -> Quotation:
        verdicts = _fragments(quotation.verdict)
        if not any(verdict.kind == "absent" for verdict in verdicts):
            return quotation
        return replace(quotation, verdict=worst(tuple(map(final, verdicts))))

    return _with_quotations(digest, judged)


def _with_quotations(digest: Digest, change: Callable[[Quotation], Quotation]) -> Digest:
    """Return `digest` with each quotation changed, and what is made of them made anew."""
    roundups = tuple(
        replace(roundup, quotations=tuple(map(change, roundup.quotations)))
        for roundup in digest.roundups
    )
    quotations = tuple(quotation for roundup in roundups for quotation in roundup.quotations)
    return replace(
        digest, roundups=roundups, quotations=quotations, utterances=utterances(quotations)
    )


def _elsewhere(place: Found, slug: str, verdict: Verdict, articles: Articles) -> Verdict:
    evidence = evidence_of(articles[place.digest, place.id])
    return Verdict(
        kind="elsewhere",
        found_in=place.id if place.digest == slug else f"{place.digest}/{place.id}",
        span=evidence.in_file(place.span),
        part=evidence.part_of(place.span),
        words=verdict.words,
    )
