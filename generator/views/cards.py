"""A digest in a list."""

from __future__ import annotations

from urllib.parse import quote

from generator.model import Digest, Topic
from generator.views.counts import heard, published
from generator.views.frame import digest_address
from generator.views.shapes import DigestCard, ImageView, Link
from generator.views.words import DIGEST_KIND_LABELS, date_view, direction_of


def topic_address(topic: Topic) -> str:
    """Return the address of a topic's page."""
    return f"topics/{topic.slug}/"


def topic_link(topic: Topic | None) -> Link | None:
    """Return a link to a topic's page."""
    return Link(text=topic.name, address=topic_address(topic)) if topic else None


def image_view(digest: Digest) -> ImageView | None:
    """Return the digest's picture; its address is the file's name, percent-encoded."""
    image = digest.editorial.image
    if image is None:
        return None
    return ImageView(
        address=f"{digest_address(digest.slug)}{quote(image.file)}",
        alt=image.alt,
        caption=image.caption,
        credit=image.credit,
        width=image.width,
        height=image.height,
    )


def digest_card(digest: Digest) -> DigestCard:
    """Return the card of a digest."""
    editorial = digest.editorial
    outlets = heard(digest)
    return DigestCard(
        title=editorial.title,
        address=digest_address(digest.slug),
        standfirst=editorial.standfirst or editorial.lede,
        date=date_view(editorial.date, editorial.language),
        language=editorial.language,
        direction=direction_of(editorial.language),
        topic=topic_link(digest.topic),
        place=editorial.place,
        kind_label=DIGEST_KIND_LABELS[editorial.kind],
        image=image_view(digest),
        outlet_names=tuple(roundup.outlet.name for roundup in outlets),
        outlets=len(outlets),
        quotations=len(published(digest.quotations)),
    )
