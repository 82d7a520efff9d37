"""Check what digests say of each other: old slugs that redirect, and related digests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.load.digests import DigestFile
from generator.load.words import did_you_mean, shown
from generator.problems import Problem


@dataclass(frozen=True, kw_only=True, slots=True)
class DigestLinks:
    """What the digest.yaml of one digest says of others, with the lines."""

    slug: str
    file: str
    was: tuple[tuple[str, int], ...]
    related: tuple[tuple[str, int], ...]


def links_of(file: DigestFile) -> DigestLinks:
    """Return what a digest says of others."""
    editorial, line_of = file.digest.editorial, file.tree.line_of
    return DigestLinks(
        slug=file.digest.slug,
        file=file.digest.file,
        was=tuple((old, line_of("was", place)) for place, old in enumerate(editorial.was)),
        related=tuple(
            (slug, line_of("related", place)) for place, slug in enumerate(editorial.related)
        ),
    )


def faults_between(digests: Iterable[DigestLinks], slugs: frozenset[str]) -> Iterator[Problem]:
    """Yield what is wrong between digests, given in the order of their folders.

    `slugs` are those of all folders, also broken ones.
    """
    redirects: dict[str, str] = {}
    for digest in digests:
        for old, line in digest.was:
            owner = "a digest" if old in slugs else redirects.get(old)
            if owner:
                yield _taken(digest, line, old, owner)
            redirects.setdefault(old, f"the `was` of '{digest.slug}'")
        for slug, line in digest.related:
            if slug not in slugs or slug == digest.slug:
                yield _unrelated(digest, line, slug, slugs - {digest.slug})


def _taken(digest: DigestLinks, line: int, old: str, owner: str) -> Problem:
    """Return the problem of an old slug that cannot redirect."""
    return Problem(
        file=digest.file,
        line=line,
        code="D005",
        what=f"{shown(old)} cannot redirect here: {owner} has this address",
        mend="Delete it from `was`, or rename the other.",
    )


def _unrelated(digest: DigestLinks, line: int, slug: str, others: frozenset[str]) -> Problem:
    """Return the problem of a related digest that is none."""
    is_own = slug == digest.slug
    return Problem(
        file=digest.file,
        line=line,
        code="D006",
        what=f"{shown(slug)} is this digest itself" if is_own else f"no digest {shown(slug)}",
        mend="Delete it."
        if is_own
        else did_you_mean(slug, others, otherwise="Write the name of a folder under digests/."),
    )
