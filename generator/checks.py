"""Check loaded content for faults that are not of form: each check is a pure function.

A check takes the whole content and yields problems; `CHECKS` names them all. What needs the
analysis (quotations that stand nowhere) joins here when it has been made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.model import Article, DigestContent, SiteContent
from generator.problems import Problem


def problems_of(content: SiteContent) -> tuple[Problem, ...]:
    """Return all problems that `CHECKS` find in `content`, sorted by place."""
    return tuple(sorted(problem for check in CHECKS for problem in check(content)))


def stored_twice(content: SiteContent) -> Iterator[Problem]:
    """Yield a warning for each article whose words another of its digest has: both would count."""
    for digest in content.digests:
        yield from _twins(digest)


def _twins(digest: DigestContent) -> Iterator[Problem]:
    """Yield a warning for each article of `digest` that repeats an earlier one."""
    first: dict[str, Article] = {}
    for article in sorted(digest.articles, key=lambda article: article.id):
        words = " ".join(article.body.of(article.text).split())
        earlier = first.setdefault(words, article)
        if words and earlier is not article and earlier.outlet == article.outlet:
            yield Problem(
                file=article.file,
                line=1,
                code="A006",
                what=f"the text is the same as that of article '{earlier.id}'",
                mend="Delete one of the two, or store the right text.",
                severity="warning",
            )


CHECKS: tuple[Callable[[SiteContent], Iterator[Problem]], ...] = (stored_twice,)
