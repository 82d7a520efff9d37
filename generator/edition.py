"""One edition of a site: its content loaded, analysed and assembled; nothing written yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.analysis import analyse_article, analyse_review
from generator.asking.correspondence import Correspondent, reader_of_answers
from generator.asking.summaries import WantedSummary, with_written_summaries
from generator.digest import DigestTexts, Newsroom, assemble
from generator.digest.across import Articles, as_published, with_elsewhere
from generator.digest.ahead import dates_ahead
from generator.digest.budget import problems_of_budget
from generator.digest.holding import is_published, is_released, unapproved
from generator.digest.judging import outlets_to_confirm, undecided_passages
from generator.digest.key_terms import with_key_terms
from generator.digest.leaning import leaning_on
from generator.digest.misquotation import problems_of_verdicts
from generator.digest.passages import question_about
from generator.digest.printed import Printed, printed_by
from generator.digest.uses import DigestUse, text_key, use_of
from generator.digest.uses_abroad import PrintedDigest, with_uses_abroad
from generator.digest.verbatim_paraphrases import verbatim_paraphrases
from generator.digest.withdrawals import withdrawn_words_left
from generator.load import is_digest_folder, read_sound
from generator.model import Digest, DigestContent, SiteContent, Topic
from generator.neutrality import neutrality_problems
from generator.outlets import builtin_registry
from generator.problems import Problem, ProblemsFoundError
from generator.settings import SiteSettings

InTurn = Callable[[Sequence[DigestContent]], Iterable[DigestContent]]
"""Goes through the digests, as a command that shows how far it is would."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """What is published now."""

    digests: tuple[Digest, ...]
    """Published ones only: no draft, nothing under embargo, nothing that lacks approval."""
    topics: tuple[Topic, ...]
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    """What a run found: everything that is sound, and every problem."""

    digests: tuple[Digest, ...]
    wanted: dict[str, WantedSummary]
    """Summaries that a language model is to write, by slug."""
    problems: tuple[Problem, ...]


def edition(
    content: Path,
    settings: SiteSettings,
    *,
    now: dt.datetime,
    correspondent: Correspondent | None = None,
) -> Edition:
    """Return the edition of the site in the folder `content` at the moment `now`.

    `correspondent` asks for the summaries that a language model is to write; without one, stored
    answers serve. Raises `ProblemsFoundError` with every error of the run; then nobody is asked.
    """
    site, found = _all_found(content, settings)
    errors = tuple(problem for problem in found.problems if problem.severity == "error")
    if errors:
        raise ProblemsFoundError(errors)
    published = tuple(
        d for d in found.digests if is_published(d.editorial, now, approvals=settings.approvals)
    )
    digests, notes = with_written_summaries(
        as_published(published),
        found.wanted,
        correspondent or reader_of_answers(content),
        at_most=settings.summary_overlap,
    )
    warnings = (problem for problem in found.problems if problem.severity == "warning")
    return Edition(
        digests=with_key_terms(digests),
        topics=site.topics,
        warnings=tuple(sorted((*warnings, *notes, *_dates_ahead(site, now)))),
    )


def problems_found(
    path: Path, settings: SiteSettings, *, now: dt.datetime | None = None
) -> tuple[Problem, ...]:
    """Return all problems of the content folder or digest folder at `path`, sorted by place.

    More than a build says: also what the rules leave for the editor to decide or confirm. Dates
    are compared with `now`; without it they are let be.
    """
    site, found = _all_found(path, settings)
    content = path.absolute().parent.parent if is_digest_folder(path) else path
    digests, notes = with_written_summaries(
        found.digests, found.wanted, reader_of_answers(content), at_most=settings.summary_overlap
    )
    left = (
        problem
        for digest in digests
        for problem in (*undecided_passages(digest), *outlets_to_confirm(digest))
    )
    ahead = _dates_ahead(site, now) if now else ()
    partial = _partial_words(site, digests, settings)
    return tuple(sorted({*found.problems, *notes, *left, *partial, *ahead}))


def _dates_ahead(site: SiteContent, now: dt.datetime) -> Iterator[Problem]:
    """Yield a warning for each date of a digest that lies ahead of `now`."""
    for content in site.digests:
        yield from dates_ahead(content.editorial, file=content.file, now=now)


def _partial_words(
    site: SiteContent, digests: tuple[Digest, ...], settings: SiteSettings
) -> Iterator[Problem]:
    """Yield the neutrality linter's warnings, for drafts too."""
    registry = builtin_registry().with_site_rows(site.outlets)
    quotations = {digest.slug: digest.quotations for digest in digests}
    for content in site.digests:
        language = content.editorial.language
        review = (
            analyse_review(content.review, language=language, registry=registry)
            if content.review
            else None
        )
        yield from neutrality_problems(
            content, review, quotations[content.slug], registry=registry, settings=settings
        )


def digests_found(
    path: Path, settings: SiteSettings, *, in_turn: InTurn = iter
) -> tuple[tuple[Digest, ...], tuple[Problem, ...]]:
    """Return every sound digest at `path`, drafts and held ones too, and all problems of the run.

    `path` is a content folder or a digest folder.
    """
    _, found = _all_found(path, settings, in_turn=in_turn)
    return found.digests, found.problems


def _all_found(
    path: Path, settings: SiteSettings, *, in_turn: InTurn = iter
) -> tuple[SiteContent, _Found]:
    """Return all sound content, what was made of it, and every problem of the run."""
    site, problems = read_sound(path, registry=builtin_registry(), language=settings.language)
    found = assembled(site, settings, in_turn=in_turn)
    return site, replace(found, problems=tuple(sorted({*problems, *found.problems})))


def newsroom_of(site: SiteContent, settings: SiteSettings) -> Newsroom:
    """Return what all digests of `site` share."""
    return Newsroom(
        registry=builtin_registry().with_site_rows(site.outlets),
        people=site.people,
        topics=site.topics,
        settings=settings,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Alone:
    """A digest as its own folder makes it, before it is compared with others."""

    digest: Digest
    problems: tuple[Problem, ...]
    """Without those of verdicts, which other digests' articles may change."""
    wanted: WantedSummary | None
    """The summary that a language model is to write."""
    use: DigestUse
    """What it publishes of its own articles."""
    printed: tuple[Printed, ...]
    """What else it prints."""
    stored: frozenset[str]
    """`text_key` of each article that it stores."""


def made_alone(content: DigestContent, newsroom: Newsroom) -> Alone:
    """Analyse and assemble one digest; the problems of a held one are warnings."""
    settings = newsroom.settings
    texts = _texts(content, newsroom)
    digest, found = assemble(content, texts, newsroom)
    visible = {id_: text.reading.text for id_, text in texts.articles.items()}
    printed = tuple(printed_by(digest, content.words, texts.review))
    found = (
        *found,
        *leaning_on(digest, visible, at_most=settings.summary_overlap),
        *verbatim_paraphrases(digest, visible),
        *withdrawn_words_left(digest, printed),
    )
    options = settings.engine_chosen(content.editorial.summary)
    wanted = None
    if options.engine == "openai" and not options.text:
        wanted = WantedSummary(question=question_about(digest, texts.review), articles=visible)
    released = is_released(content.editorial, approvals=settings.approvals)
    # What is published of an article counts also where another one is credited with it.
    (own,) = with_elsewhere((digest,), {(digest.slug, a.id): a for a in digest.articles})
    return Alone(
        digest=digest,
        problems=(
            *_weighed(found, released=released),
            *unapproved(content.editorial, file=content.file, approvals=settings.approvals),
        ),
        wanted=wanted,
        use=use_of(own, texts.articles, released=released, printed=printed),
        printed=printed,
        stored=frozenset(map(text_key, visible.values())),
    )


def assembled(site: SiteContent, settings: SiteSettings, *, in_turn: InTurn = iter) -> _Found:
    """Analyse and assemble every digest of `site`, and compare them."""
    newsroom = newsroom_of(site, settings)
    articles = {(c.slug, a.id): a for c in (*site.digests, *site.others) for a in c.articles}
    every = [made_alone(content, newsroom) for content in in_turn(site.digests)]
    final = with_elsewhere(tuple(alone.digest for alone in every), articles)
    printed = [
        PrintedDigest(digest=digest, printed=alone.printed, articles=alone.stored)
        for digest, alone in zip(final, every, strict=True)
    ]
    uses = with_uses_abroad([alone.use for alone in every], printed, articles)
    problems = [
        *(problem for alone in every for problem in alone.problems),
        *(problem for digest in final for problem in verdict_problems(digest, articles, settings)),
        *problems_of_budget(uses, settings),
    ]
    return _Found(
        digests=final,
        wanted={alone.digest.slug: alone.wanted for alone in every if alone.wanted},
        problems=tuple(sorted(problems)),
    )


def verdict_problems(
    digest: Digest, articles: Articles, settings: SiteSettings
) -> tuple[Problem, ...]:
    """Return the problems that the final verdicts of `digest` are; warnings while it is held."""
    released = is_released(digest.editorial, approvals=settings.approvals)
    return tuple(_weighed(problems_of_verdicts(digest, articles), released=released))


def _weighed(problems: Iterable[Problem], *, released: bool) -> Iterator[Problem]:
    """Yield the problems of a digest; those of a held one are warnings."""
    for problem in problems:
        yield problem if released else replace(problem, severity="warning")


def _texts(content: DigestContent, newsroom: Newsroom) -> DigestTexts:
    registry = newsroom.registry
    review = content.review
    return DigestTexts(
        review=analyse_review(review, language=content.editorial.language, registry=registry)
        if review
        else None,
        articles={a.id: analyse_article(a, registry=registry) for a in content.articles},
    )
