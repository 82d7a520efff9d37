"""The work under review, each outlet's rating of it, and how far apart they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model import Digest
from generator.settings import SiteSettings
from generator.views.frame import anchor_of
from generator.views.quotation import outlet_tag
from generator.views.shapes import RatingView, WorkView


def work_view(digest: Digest, settings: SiteSettings) -> WorkView | None:
    """Return the work that a digest is about, with its ratings."""
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
