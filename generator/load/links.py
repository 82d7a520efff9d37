"""Check what digests say of each other: old slugs that redirect, and related digests."""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.digests import DigestFile
from generator.load.words import did_you_mean, shown
from generator.problems import Problem


def faults_between(files: tuple[DigestFile, ...], slugs: frozenset[str]) -> Iterator[Problem]:
    """Yield what is wrong between digests; `slugs` are those of all folders, also broken ones."""
    redirects: dict[str, str] = {}
    for file in files:
        editorial = file.digest.editorial
        for position, old in enumerate(editorial.was):
            line = file.tree.line_of("was", position)
            owner = "a digest" if old in slugs else redirects.get(old)
            if owner:
                yield _taken(file, line, old, owner)
            redirects.setdefault(old, f"the `was` of '{file.digest.slug}'")
        for position, slug in enumerate(editorial.related):
            if slug not in slugs or slug == file.digest.slug:
                line = file.tree.line_of("related", position)
                yield _unrelated(file, line, slug, slugs - {file.digest.slug})


def _taken(file: DigestFile, line: int, old: str, owner: str) -> Problem:
    """Return the problem of an old slug that cannot redirect."""
    return Problem(
        file=file.digest.file,
        line=line,
        code="D005",
        what=f"{shown(old)} cannot redirect here: {owner} has this address",
        mend="Delete it from `was`, or rename the other.",
    )


def _unrelated(file: DigestFile, line: int, slug: str, others: frozenset[str]) -> Problem:
    """Return the problem of a related digest that is none."""
    is_own = slug == file.digest.slug
    return Problem(
        file=file.digest.file,
        line=line,
        code="D006",
        what=f"{shown(slug)} is this digest itself" if is_own else f"no digest {shown(slug)}",
        mend="Delete it."
        if is_own
        else did_you_mean(slug, others, otherwise="Write the name of a folder under digests/."),
    )
