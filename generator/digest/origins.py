"""Decides which outlets of a digest are independent of each other.

Outlets count as one voice where an article of one is a near-copy of the other's, or relays it
(`via`), or both relay the same body. This errs towards fewer voices: an outlet that ran an agency's
text once is not called independent of it in its other articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import Article, NearCopy
from generator.text.matching import identity_form


def origins(articles: Sequence[Article], copies: Sequence[NearCopy]) -> Mapping[str, str]:
    """Return for each outlet (by slug) a name that it shares with those it is not independent of.

    The name is the same in whatever order the articles come.
    """
    head: dict[str, str] = {}

    def first(name: str) -> str:
        while head.setdefault(name, name) != name:
            name = head[name]
        return name

    def join(one: str, other: str) -> None:
        low, high = sorted((first(one), first(other)))
        head[high] = low

    names = {identity_form(a.outlet.name): a.outlet.slug for a in articles}
    for copy in copies:
        join(copy.article.outlet.slug, copy.source.outlet.slug)
    for article in articles:
        if article.via:
            via = identity_form(article.via)
            join(article.outlet.slug, names.get(via, f"via {via}"))
    return {article.outlet.slug: first(article.outlet.slug) for article in articles}
