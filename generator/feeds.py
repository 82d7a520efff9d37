"""The Atom feeds, of digests and of corrections, and the sitemap."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from html import escape

from feedgenerator import Atom1Feed

from generator.digest.record import Amendment
from generator.model import Digest
from generator.settings import SiteSettings
from generator.views.changes import changed
from generator.views.corrections import amendment_address, on_record, when
from generator.views.frame import CORRECTIONS, CORRECTIONS_FEED, FEED, digest_address
from generator.views.words import moment

SITEMAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


def entry_id(digest: Digest, settings: SiteSettings) -> str:
    """Return the permanent id of a digest's entry: a tag URI (RFC 4151) of its first address."""
    return f"tag:{settings.feed_authority}:{digest_address(digest.first_slug)}"


def amendment_id(amendment: Amendment, settings: SiteSettings) -> str:
    """Return the permanent id of a correction's entry: a tag URI (RFC 4151) below its digest's."""
    return f"{entry_id(amendment.digest, settings)}{CORRECTIONS}{amendment.key}"


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


def corrections_feed(
    digests: Sequence[Digest], settings: SiteSettings, *, last_change: dt.datetime
) -> bytes:
    """Return the Atom feed of the corrections of `digests`, newest first.

    Without any correction it has no entry, and has changed at `last_change`, when a digest of the
    site last did: who subscribes on a good day must find it.
    """
    feed = _DatedFeed(
        title=_plain(f"{settings.title}: corrections"),
        link=f"{settings.url}/{CORRECTIONS}",
        feed_url=f"{settings.url}/{CORRECTIONS_FEED}",
        feed_guid=f"tag:{settings.feed_authority}:{CORRECTIONS}",
        description=None,
        language=settings.language,
        author_name=_plain(settings.title),
        changed=last_change,
    )
    for amendment in on_record(digests)[: settings.feed_entries]:
        feed.add_item(
            title=_plain(_title(amendment)),
            link=f"{settings.url}/{amendment_address(amendment)}",
            unique_id=amendment_id(amendment, settings),
            description=escape(_plain(_what_happened(amendment))),
            pubdate=when(amendment) if amendment.correction else None,
            updateddate=when(amendment),
        )
    file = io.StringIO()
    feed.write(file, "utf-8")
    return file.getvalue().encode("utf-8")


class _DatedFeed(Atom1Feed):  # type: ignore[misc] # the library has no types
    """A feed that without entries says when it changed from what it is given, not the clock."""

    def latest_post_date(self) -> dt.datetime:
        """Return when the feed last changed."""
        latest: dt.datetime = super().latest_post_date() if self.items else self.feed["changed"]
        return latest


def _title(amendment: Amendment) -> str:
    correction = amendment.correction
    kind = correction.kind or "Correction" if correction else "Quotation withdrawn"
    return f"{kind[:1].upper()}{kind[1:]}: {amendment.digest.editorial.title}"


def _what_happened(amendment: Amendment) -> str:
    """Say what was wrong and why; of a bare withdrawal, whose words went and why."""
    correction, quotation = amendment.correction, amendment.quotation
    if correction:
        return " ".join(filter(None, (correction.what, correction.why)))
    return f"{quotation.outlet.name}: {quotation.withdrawn}" if quotation else ""


def sitemap(pages: Iterable[tuple[str, str]], settings: SiteSettings) -> bytes:
    """Return the sitemap of `pages`: addresses, each with its `lastmod` (W3C-DTF), never guessed.

    An empty `lastmod` is one that is not known.
    """
    lines = ["<?xml version='1.0' encoding='utf-8'?>", f'<urlset xmlns="{SITEMAP_NAMESPACE}">']
    for address, changed_at in pages:
        date = f"    <lastmod>{changed_at}</lastmod>\n" if changed_at else ""
        place = escape(f"{settings.url}/{address}", quote=False)
        lines.append(f"  <url>\n    <loc>{place}</loc>\n{date}  </url>")
    return "\n".join([*lines, "</urlset>", ""]).encode("utf-8")


def _plain(text: str) -> str:
    """Return `text` without what XML cannot hold."""
    return NOT_XML.sub("", text)
