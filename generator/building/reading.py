"""Read and make digests, each by itself: the part of a build that workers share.

A worker is told once what all digests share (`prepare`), then gets folders by name and returns
plain values; it writes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.asking.summaries import WantedSummary
from generator.building.facts import Facts, facts_of
from generator.building.pictures import pictures_of
from generator.building.sources import content_of
from generator.checks import problems_of
from generator.digest import Newsroom
from generator.digest.across import absent_words
from generator.digest.holding import is_released
from generator.digest.printed import Printed
from generator.digest.surface_forms import Counted, counted_terms
from generator.digest.uses import DigestUse
from generator.edition import Alone, made_alone, newsroom_of, verdict_problems
from generator.load import read_one, sound_digest
from generator.load.digests import Site
from generator.load.files import Folder, folder_at
from generator.load.links import DigestLinks, links_of
from generator.model import Article, Digest, SiteContent
from generator.outlets import builtin_registry
from generator.problems import Problem
from generator.quick_state import quickly_pickled, replaced
from generator.settings import SiteSettings
from generator.verification.elsewhere import Sought
from generator.views.cards import digest_card
from generator.views.shapes import DigestCard
from generator.views.words import moment


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """What one folder holds, and all that can be made of it without the others."""

    slug: str
    content: bytes
    """Fingerprint of its files."""
    problems: tuple[Problem, ...] = ()
    links: DigestLinks | None = None
    """None where it names no other digest and no old slug."""
    articles: tuple[Article, ...] = ()
    digest: Digest | None = None
    """None where it cannot be gone on with."""
    released: bool = False
    sought: tuple[Sought, ...] = ()
    """Words that its own articles do not hold."""
    wanted: WantedSummary | None = None
    uses: tuple[DigestUse, tuple[Printed, ...], frozenset[str]] | None = None
    """What it publishes of its articles, what else it prints, and which articles those are."""
    terms: Counted | None = None
    facts: Facts | None = None
    card: DigestCard | None = None
    pictures: tuple[str, ...] = ()
    """Those that go out with it, as paths in its folder."""

    @property
    def moment(self) -> str:
        """Return the moment of the digest's date, in UTC; sorts as time goes."""
        return in_utc(self.digest.editorial.date) if self.digest else ""

    @property
    def latest(self) -> str:
        """Return the last of all dates that its editors give, in UTC."""
        if self.digest is None:
            return ""
        editorial = self.digest.editorial
        dates = (editorial.date, editorial.modified, *(c.date for c in editorial.corrections))
        return max(in_utc(date) for date in dates if date)

    @property
    def embargo(self) -> str | None:
        """Return the moment before which the digest may not be shown, in UTC."""
        embargo = self.digest.editorial.embargo if self.digest else None
        return in_utc(embargo) if embargo else None


def in_utc(date: dt.date) -> str:
    """Return the moment of a date as a text that sorts as time goes."""
    return moment(date).astimezone(dt.UTC).isoformat(timespec="microseconds")


@dataclass(frozen=True, kw_only=True, slots=True)
class Shared:
    """What all digests of a site share, as plain values."""

    content: Path
    site: SiteContent
    """Without digests."""
    settings: SiteSettings
    broken: bool
    """A file that all digests share has errors: none of them can be made."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """What reads digests, prepared with all that they share."""

    shared: Shared
    site: Site
    newsroom: Newsroom


_prepared: list[Reader] = []


def prepare(shared: Shared) -> None:
    """Ready this process for `read`; one that is ready, or forked from one, stays so."""
    if _prepared and _prepared[0].shared == shared:
        return
    _prepared[:] = [reader_for(shared)]


def reader_for(shared: Shared) -> Reader:
    """Return what reads the digests of a site."""
    site = Site(
        folder=folder_at(shared.content),
        registry=builtin_registry().with_site_rows(shared.site.outlets),
        topics=shared.site.topics,
        language=shared.settings.language,
    )
    newsroom = newsroom_of(shared.site, shared.settings)
    return Reader(shared=shared, site=site, newsroom=newsroom)


def read(names: Sequence[str]) -> list[Read]:
    """Return what the digest folders `names` hold, and what is made of it."""
    (reader,) = _prepared
    return [read_in(reader.site.folder, name, reader) for name in names]


def read_in(folder: Folder, name: str, reader: Reader) -> Read:
    """Return what the digest folder `name` in the content `folder` holds, and is made of it."""
    problems: list[Problem] = []
    site, shared = replace(reader.site, folder=folder), reader.shared
    place = folder.path / "digests" / name
    before = content_of(place)
    file = read_one(place, site, problems)
    if file is None:
        return Read(slug=name, content=before, problems=tuple(problems))
    content = file.digest
    problems += problems_of(SiteContent(digests=(content,), outlets=(), people=(), topics=()))
    links = links_of(file) if content.editorial.was or content.editorial.related else None
    sound = None if shared.broken else sound_digest(content, problems, site.registry)
    if sound is None:
        return Read(
            slug=name,
            content=before,
            problems=tuple(problems),
            links=links,
            articles=content.articles,
        )
    alone = made_alone(sound, reader.newsroom)
    made = _made(name, (*problems, *alone.problems), alone, shared.settings)
    pictures = pictures_of(alone.digest, place)
    return replaced(made, content=before, links=links, pictures=pictures)


def _made(
    name: str,
    problems: tuple[Problem, ...],
    alone: Alone,
    settings: SiteSettings,
) -> Read:
    digest = alone.digest
    sought = absent_words(digest)
    if not sought:
        own = {(digest.slug, article.id): article for article in digest.articles}
        problems = (*problems, *verdict_problems(digest, own, settings))
    return Read(
        slug=name,
        content=b"",
        problems=problems,
        articles=digest.articles,
        digest=digest,
        released=is_released(digest.editorial, approvals=settings.approvals),
        sought=sought,
        wanted=alone.wanted,
        uses=(alone.use, alone.printed, alone.stored),
        terms=counted_terms(digest),
        facts=facts_of(digest),
        card=digest_card(digest),
    )
