"""The index of topics, and the digests of each with those of the topics below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import Digest, Topic
from generator.settings import SiteSettings
from generator.views.cards import topic_address, topic_link
from generator.views.frame import TOPICS
from generator.views.lists import index_view, list_views
from generator.views.shapes import IndexGroup, IndexView, Link, ListView, SiteView
from generator.views.words import counted


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
    shown = {
        slug: [d for d in digests if d.topic and slug in _line_of_descent(d.topic, known)]
        for slug in sorted(known, key=lambda slug: known[slug].name)
    }
    shown = {slug: some for slug, some in shown.items() if some}
    yield _topic_index(shown, known, site)
    for slug, some in shown.items():
        topic = known[slug]
        parent = topic_link(known.get(topic.parent)) if topic.parent else None
        yield from list_views(
            some,
            address=topic_address(topic),
            heading=topic.name,
            introduction=topic.description,
            links=tuple(
                Link(text=t.name, address=topic_address(t), count=len(shown[t.slug]))
                for t in known.values()
                if t.parent == slug and t.slug in shown
            ),
            breadcrumb=(Link(text="Topics", address=TOPICS), *((parent,) if parent else ())),
            section=TOPICS,
            site=site,
            settings=settings,
        )


def _line_of_descent(topic: Topic, known: dict[str, Topic]) -> list[str]:
    """Return the slugs of a topic and of those above it."""
    line = [topic.slug]
    while topic.parent in known and topic.parent not in line:
        topic = known[topic.parent]
        line.append(topic.slug)
    return line


def _topic_index(
    shown: dict[str, list[Digest]], known: dict[str, Topic], site: SiteView
) -> IndexView:
    links = [
        Link(text=known[slug].name, address=topic_address(known[slug]), count=len(some))
        for slug, some in shown.items()
    ]
    return index_view(
        site,
        address=TOPICS,
        heading="Topics",
        introduction=counted(len(links), "topic", "topics") if links else "",
        groups=(IndexGroup(heading="", anchor="all", links=tuple(links)),) if links else (),
        empty="No digest names a topic yet.",
    )
