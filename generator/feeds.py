"""The Atom feed and the sitemap."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from html import escape
from xml.etree import ElementTree as ET

from feedgenerator import Atom1Feed

from generator.model import Digest
from generator.settings import SiteSettings
from generator.views.frame import FEED, digest_address
from generator.views.shapes import DigestView, NotFoundView, RedirectView, View
from generator.views.words import moment

SITEMAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


def entry_id(digest: Digest, settings: SiteSettings) -> str:
    """Return the permanent id of a digest's entry: a tag URI (RFC 4151) of its first address."""
    return f"tag:{settings.feed_authority}:{digest_address(digest.first_slug)}"


def changed(digest: Digest) -> dt.datetime:
    """Return when a digest last changed, as its editor says."""
    editorial = digest.editorial
    dates = [moment(editorial.date), *(moment(c.date) for c in editorial.corrections)]
    if editorial.modified:
        dates.append(moment(editorial.modified))
    return max(dates)


def atom_feed(digests: Sequence[Digest], settings: SiteSettings) -> bytes:
    """Return the Atom feed (RFC 4287) of `digests`, newest first; there must be one at least."""
    feed = Atom1Feed(
        title=_plain(settings.title),
        link=f"{settings.url}/",
        feed_url=f"{settings.url}/{FEED}",
        feed_guid=f"tag:{settings.feed_authority}:",
        description=None,
        subtitle=_plain(settings.tagline) or None,
        language=settings.language,
        author_name=_plain(settings.title),
    )
    for digest in digests[: settings.feed_entries]:
        editorial = digest.editorial
        feed.add_item(
            title=_plain(editorial.title),
            link=f"{settings.url}/{digest_address(digest.slug)}",
            unique_id=entry_id(digest, settings),
            # The library calls every summary HTML, so plain words are escaped as HTML's are.
            description=escape(_plain(editorial.standfirst or editorial.lede or editorial.title)),
            pubdate=moment(editorial.date),
            updateddate=changed(digest),
            author_name=_plain(", ".join(editorial.editors)) or None,
            categories=[_plain(digest.topic.name)] if digest.topic else None,
        )
    file = io.StringIO()
    feed.write(file, "utf-8")
    return file.getvalue().encode("utf-8")


def sitemap(views: Sequence[View], digests: Sequence[Digest], settings: SiteSettings) -> bytes:
    """Return the sitemap of all pages; `lastmod` where it is known, never guessed."""
    dates = {digest_address(digest.slug): changed(digest) for digest in digests}
    root = ET.Element("urlset", xmlns=SITEMAP_NAMESPACE)
    for view in views:
        if isinstance(view, NotFoundView | RedirectView):
            continue
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = f"{settings.url}/{view.page.address}"
        if isinstance(view, DigestView):
            ET.SubElement(url, "lastmod").text = dates[view.page.address].isoformat()
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _plain(text: str) -> str:
    """Return `text` without what XML cannot hold."""
    return NOT_XML.sub("", text)
