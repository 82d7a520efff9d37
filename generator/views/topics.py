"""The index of topics, and the digests of each with those of the topics below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.model import Digest, Topic
from generator.settings import SiteSettings
from generator.views.cards import topic_address, topic_link
from generator.views.frame import TOPICS
from generator.views.lists import ListHead, index_view, list_views
from generator.views.shapes import IndexGroup, IndexView, Link, ListView, SiteView
from generator.views.words import counted

Known = Mapping[str, Topic]
"""Every topic of topics.yaml and of a digest, by slug."""


def topic_views(
    digests: Sequence[Digest],
    topics: Sequence[Topic],
    *,
    site: SiteView,
    settings: SiteSettings,
) -> Iterator[ListView | IndexView]:
    """Yield the index of topics and a list for each; a parent's list holds its children's."""
    used = {digest.topic.slug: digest.topic for digest in digests if digest.topic}
    known = {topic.slug: topic for topic in topics} | used
    counts = Counter(digest.topic.slug for digest in digests if digest.topic)
    yield topic_index(counts, known, site)
    for slugs, head in topic_heads(counts, known):
        some = [digest for digest in digests if digest.topic and digest.topic.slug in slugs]
        yield from list_views(head, some, site=site, settings=settings)


def topic_index(counts: Mapping[str, int], known: Known, site: SiteView) -> IndexView:
    """Return the index of topics; `counts` are digests by the slug of the topic they name."""
    links = [
        Link(text=known[slug].name, address=topic_address(known[slug]), count=number)
        for slug, number in _shown(counts, known).items()
    ]
    return index_view(
        site,
        address=TOPICS,
        heading="Topics",
        introduction=counted(len(links), "topic", "topics") if links else "",
        groups=(IndexGroup(heading="", anchor="all", links=tuple(links)),) if links else (),
        empty="No digest names a topic yet.",
    )


def topic_heads(
    counts: Mapping[str, int], known: Known
) -> Iterator[tuple[frozenset[str], ListHead]]:
    """Yield the head of each topic's list, with the slugs of the topics whose digests it holds."""
    shown = _shown(counts, known)
    for slug, number in shown.items():
        topic = known[slug]
        parent = topic_link(known.get(topic.parent)) if topic.parent else None
        yield (
            frozenset(s for s in counts if slug in _line_of_descent(known[s], known)),
            ListHead(
                address=topic_address(topic),
                heading=topic.name,
                introduction=topic.description,
                links=tuple(
                    Link(text=t.name, address=topic_address(t), count=shown[t.slug])
                    for t in known.values()
                    if t.parent == slug and t.slug in shown
                ),
                breadcrumb=(Link(text="Topics", address=TOPICS), *((parent,) if parent else ())),
                section=TOPICS,
                entries=number,
            ),
        )


def _shown(counts: Mapping[str, int], known: Known) -> dict[str, int]:
    """Return how many digests each topic's list holds, by slug in the order of names."""
    totals: Counter[str] = Counter()
    for slug, number in counts.items():
        totals.update(dict.fromkeys(_line_of_descent(known[slug], known), number))
    in_order = sorted(totals, key=lambda slug: (known[slug].name, slug))
    return {slug: totals[slug] for slug in in_order}


def _line_of_descent(topic: Topic, known: Known) -> list[str]:
    """Return the slugs of a topic and of those above it."""
    line = [topic.slug]
    while topic.parent and topic.parent in known and topic.parent not in line:
        topic = known[topic.parent]
        line.append(topic.slug)
    return line
