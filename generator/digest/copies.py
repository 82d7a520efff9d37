"""Decides which articles of a digest carry another one's text: agency copy, releases, reprints.

An article is a near-copy where more than half of its words, and more than half of those outside
quoted speech, stand in the other article. So two reports of one speech are not copies, nor is an
article that carries a whole dispatch and writes more than as much again itself. The categories
are those of METER (Clough, Gaizauskas, Piao and Wilks, ACL 2002), "wholly derived" and "partially
derived", of which only what is mostly derived is named here.

Which of the two is the source: the agency's; else the one that the other names as `via`; else the
one of an earlier day or hour; else nobody says. Where an article names a third body as `via`, that
is its source, and the dates of the two prove nothing.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.analysis import AnalysedText
from generator.digest.shingles import Carried, ShingledText, carried, likely_pairs, shingled
from generator.model import Article, CopyReason, Digest, NearCopy, Outlet
from generator.text.matching import identity_form

LARGELY = 0.5
"""Share of its words above which a text is largely another's: more than half is the plain meaning
of the word, and independent reports of one event stay far below it."""

FEWEST_WORDS = 30
"""Shared words below which two short notices may agree by their facts alone."""

AGENCY = "agency"
"""The `kind` of an outlet whose texts are made to be carried."""

_SUREST_FIRST: Sequence[CopyReason] = ("agency", "via", "earlier", "undecided")


def near_copies(
    articles: Sequence[Article], texts: Mapping[str, AnalysedText]
) -> tuple[NearCopy, ...]:
    """Return for each shown article that is a near-copy its surest source, in the order given.

    `texts` by article id. A hidden article is a source only where it is the agency's or the other
    names its outlet as `via`: that a text relays these is a fact about the text that is shown.
    """
    ranked = sorted(articles, key=_likely_sources_first)
    words = {article.id: shingled(texts[article.id]) for article in ranked}
    by_id = {article.id: article for article in articles}
    found: dict[str, list[NearCopy]] = defaultdict(list)
    for one, other in likely_pairs(words):
        for copy in _copies_among(by_id[one], by_id[other], words):
            found[copy.article.id].append(copy)
    return tuple(min(found[a.id], key=_surest_first) for a in articles if a.id in found)


def independent_texts(digest: Digest) -> int:
    """Return how many texts the shown articles of a digest come to.

    Near-copies of one text count once, also where that text itself is stored and hidden.
    """
    shown = {article.id for article in digest.articles if not article.hidden}
    head = {article.id: article.id for article in digest.articles}

    def first(id_: str) -> str:
        while head[id_] != id_:
            id_ = head[id_]
        return id_

    for copy in digest.copies:
        head[first(copy.article.id)] = first(copy.source.id)
    return len({first(id_) for id_ in shown})


def source_of(one: Article, other: Article) -> tuple[Article | None, CopyReason]:
    """Return which of two articles with the same text is the source, and what says so."""
    agencies = [article for article in (one, other) if article.outlet.kind == AGENCY]
    if len(agencies) == 1:
        return agencies[0], "agency"
    named = [article for article, copy in ((one, other), (other, one)) if _names(copy, article)]
    if len(named) == 1:
        return named[0], "via"
    earlier = None if one.via or other.via else _earlier(one, other)
    return (earlier, "earlier") if earlier else (None, "undecided")


def _copies_among(
    one: Article, other: Article, words: Mapping[str, ShingledText]
) -> Iterator[NearCopy]:
    source, reason = source_of(one, other)
    for article, origin in ((one, other), (other, one)):
        told = not origin.hidden or reason in {"agency", "via"}
        if source in {None, origin} and told and not article.hidden:
            text = words[article.id]
            shared = carried(text, words[origin.id])
            if _largely(shared, text):
                yield NearCopy(
                    article=article,
                    source=origin,
                    shared=shared.words,
                    words=len(text.forms),
                    reason=reason,
                )


def _largely(shared: Carried, text: ShingledText) -> bool:
    return (
        shared.words >= FEWEST_WORDS
        and shared.words > LARGELY * len(text.forms)
        and shared.own_words > LARGELY * sum(text.own)
    )


def _names(article: Article, source: Article) -> bool:
    """Whether `article` says that it relays the outlet of `source`."""
    via = identity_form(article.via)
    return bool(via) and via in set(map(identity_form, _names_of(source.outlet)))


def _names_of(outlet: Outlet) -> Iterator[str]:
    yield from (outlet.slug, outlet.name, *outlet.aliases, *outlet.native_names)
    yield outlet.domain or ""


def _earlier(one: Article, other: Article) -> Article | None:
    """Return the earlier article: by the moment where both tell it, else by the day."""
    if one.published is None or other.published is None:
        return None
    first, second = _moments(one.published, other.published)
    if first == second:
        return None
    return one if first < second else other


def _moments(first: dt.date, second: dt.date) -> tuple[dt.date, dt.date]:
    """Return two dates as they can be compared: as days, if not both tell the hour alike."""
    hours = [at for at in (first, second) if isinstance(at, dt.datetime)]
    zones = {at.tzinfo is None for at in hours}
    return (first, second) if len(hours) != 1 and len(zones) < 2 else (_day(first), _day(second))  # noqa: PLR2004 - two kinds


def _day(moment: dt.date | dt.datetime) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _likely_sources_first(article: Article) -> tuple[bool, str, str]:
    published = article.published.isoformat() if article.published else "9"
    return article.outlet.kind != AGENCY, published, article.id


def _surest_first(copy: NearCopy) -> tuple[int, float, str]:
    return _SUREST_FIRST.index(copy.reason), -copy.shared / copy.words, copy.source.id
