"""What digests are to each other: what their links, verdicts and budgets come to together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.building.fingerprints import print_of, print_of_bytes
from generator.building.reading import Shared, in_utc
from generator.digest.across import Articles, as_published, with_elsewhere
from generator.digest.ahead import dates_ahead
from generator.digest.budget import problems_of_budget
from generator.digest.uses import DigestUse
from generator.digest.uses_abroad import PrintedDigest, with_uses_abroad
from generator.edition import verdict_problems
from generator.load import worth_saying
from generator.load.files import folder_at
from generator.load.links import faults_between
from generator.model import Digest
from generator.problems import Problem
from generator.store.state import State, unpacked


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """What comparing all digests of a site found."""

    problems: tuple[Problem, ...]
    """Of all digests, by themselves and together, in no order."""
    finals: dict[str, Digest]
    """By slug, the live digests that others' articles gave another verdict."""


def compared(
    state: State,
    shared: Shared,
    of_shared: tuple[Problem, ...],
    live: frozenset[str],
    *,
    now: dt.datetime,
) -> Compared:
    """Compare all digests that `state` knows; `live` are published `now`.

    `of_shared` are the problems of what all digests share.
    """
    own = [
        problem
        for (problems,) in state.rows("SELECT problems FROM digest WHERE problems IS NOT NULL")
        for problem in unpacked(problems)
    ]
    found = worth_saying(own, of_shared, shared.site, folder_at(shared.content)) if own else []
    elsewhere, judged, finals = _elsewhere(state, shared, live)
    return Compared(
        problems=(
            *found,
            *_links(state),
            *elsewhere,
            *_budget(state, shared, judged),
            *_ahead(state, now),
        ),
        finals=finals,
    )


def _ahead(state: State, now: dt.datetime) -> Iterator[Problem]:
    query = "SELECT made FROM digest JOIN matter USING (slug) WHERE latest > ? AND made IS NOT NULL"
    for (made,) in state.rows(query, (in_utc(now),)):
        digest: Digest = unpacked(made)
        yield from dates_ahead(digest.editorial, file=digest.file, now=now)


def _links(state: State) -> Iterator[Problem]:
    links = state.rows("SELECT links FROM digest WHERE links IS NOT NULL ORDER BY slug")
    if links:
        slugs = frozenset(slug for (slug,) in state.rows("SELECT slug FROM digest"))
        yield from faults_between((unpacked(link) for (link,) in links), slugs)


_STORED = "SELECT slug, articles FROM digest JOIN matter USING (slug) WHERE stores"


def _budget(state: State, shared: Shared, finals: Mapping[str, Digest]) -> tuple[Problem, ...]:
    """Return the problems of excerpt budgets; known ones if nothing is printed otherwise.

    `finals` are the digests with another verdict than they have by themselves, by slug.
    """
    stored = state.rows(_STORED)
    if not stored:
        return ()
    query = (
        "SELECT slug, print, uses FROM digest JOIN matter USING (slug) "
        "WHERE uses IS NOT NULL ORDER BY slug"
    )
    rows = state.rows(query)
    key = print_of_bytes(
        *(part for slug, some in stored for part in (slug.encode(), some)),
        *(part for slug, *parts in rows for part in (slug.encode(), *parts)),
        *(part for slug in sorted(finals) for part in (slug.encode(), print_of(finals[slug]))),
    )
    known = state.fact("budget")
    if known is None or known[0] != key:
        articles = {(slug, a.id): a for slug, some in stored for a in unpacked(some)}
        known = (key, problems_of_budget(_uses(state, rows, finals, articles), shared.settings))
        state.keep("budget", known)
    problems: tuple[Problem, ...] = known[1]
    return problems


def _uses(
    state: State,
    rows: Sequence[tuple[Any, ...]],
    finals: Mapping[str, Digest],
    articles: Articles,
) -> tuple[DigestUse, ...]:
    """Return what each digest publishes of its own articles and of others'."""
    uses: list[DigestUse] = []
    printed: list[PrintedDigest] = []
    for slug, _, kept in rows:
        use, texts, stored = unpacked(kept)
        digest = finals.get(slug)
        if digest is None:
            (made,) = state.one("SELECT made FROM matter WHERE slug = ?", (slug,)) or (b"",)
            digest = unpacked(made)
        uses.append(use)
        printed.append(PrintedDigest(digest=digest, printed=texts, articles=stored))
    return with_uses_abroad(uses, printed, articles)


def _elsewhere(
    state: State, shared: Shared, live: frozenset[str]
) -> tuple[tuple[Problem, ...], dict[str, Digest], dict[str, Digest]]:
    """Look for absent words in every stored article; known results serve if none changed."""
    query = (
        "SELECT slug, made, sought FROM digest JOIN matter USING (slug) WHERE sought IS NOT NULL"
    )
    sought = state.rows(query)
    if not sought:
        return (), {}, {}
    stored = state.rows(_STORED)
    key = print_of_bytes(
        *(part for slug, made, _ in sought for part in (slug.encode(), made)),
        *(part for slug, some in stored for part in (slug.encode(), some)),
        *(slug.encode() for slug, _ in stored if slug in live),
        *(slug.encode() for slug, _, _ in sought if slug in live),
    )
    known = state.fact("elsewhere")
    if known is None or known[0] != key:
        articles = {(slug, a.id): a for slug, some in stored for a in unpacked(some)}
        known = (
            key,
            *_found(tuple(unpacked(made) for _, made, _ in sought), articles, live, shared),
        )
        state.keep("elsewhere", known)
    return known[1], known[2], known[3]


def _found(
    digests: tuple[Digest, ...], articles: Articles, live: frozenset[str], shared: Shared
) -> tuple[tuple[Problem, ...], dict[str, Digest], dict[str, Digest]]:
    """Return problems, the digests with their final verdicts, and the live ones as published."""
    final = with_elsewhere(digests, articles)
    problems = tuple(
        problem
        for digest in final
        for problem in verdict_problems(digest, articles, shared.settings)
    )
    shown = {place: article for place, article in articles.items() if place[0] in live}
    published = as_published(tuple(d for d in final if d.slug in live), shown)
    judged = {digest.slug: digest for digest in final}
    return problems, judged, {digest.slug: digest for digest in published}
